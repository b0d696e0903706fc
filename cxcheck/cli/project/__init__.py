"""What a new project holds: the files beside this one, filled in, and copies of the starter journeys and personas."""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined

from cxcheck import starter_files

if TYPE_CHECKING:
    from cxcheck.model.site import Site

EXAMPLE = "journeys/find_help.py"
_TEMPLATES = {
    EXAMPLE: "find_help.py.jinja",
    "conftest.py": "conftest.py.jinja",
    "pyproject.toml": "pyproject.toml.jinja",
    "README.md": "README.md.jinja",
    ".gitignore": "gitignore.jinja",  # under its own name, git would heed it here
}

#: CI server -> the file it reads, and our example.
CI = {"github": (".github/workflows/cxcheck.yml", "github.yml"), "gitlab": (".gitlab-ci.yml", "gitlab.yml")}


def ci_files(server: str | None) -> dict[str, str]:
    """Path below the project's folder -> text of the example for a CI server; of none, none."""
    if server is None:
        return {}
    name, example = CI[server]
    text = (files(__name__) / example).read_text(encoding="utf-8")
    return {name: text.replace("CXCHECK_VERSION", version("cxcheck"))}


def files_of(site: Site | None) -> dict[str, str]:
    """Path below the project's folder -> text. Without a site its settings stand there as comments."""
    environment = Environment(  # noqa: S701  # TOML and Markdown, no HTML
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["toml"] = lambda text: json.dumps(text, ensure_ascii=False)
    starters = [*starter_files.folder("journeys").glob("*.py"), *starter_files.folder("personas").glob("*.toml")]
    found = {f"{path.parent.name}/{path.name}": path.read_text(encoding="utf-8") for path in sorted(starters)}
    for name, template in _TEMPLATES.items():
        text = (files(__name__) / template).read_text(encoding="utf-8")
        found[name] = environment.from_string(text).render(site=site)
    return found
