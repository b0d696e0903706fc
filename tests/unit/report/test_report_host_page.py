"""What a screen reader misses in pytest-html's page, read from its own template."""

import re
from importlib.resources import files

from cxcheck.report.host_page import accessible

TEMPLATE = (files("pytest_html") / "resources" / "index.jinja2").read_text(encoding="utf-8")


def test_the_page_names_its_language_and_its_filters():
    page = TEMPLATE.replace("{{ result }}", "failed")
    assert "<html>" in page
    mended = accessible(page)
    assert '<html lang="en">' in mended
    filters = re.findall(r"<input\b[^>]*data-test-result[^>]*>", mended)
    assert filters
    assert all('aria-label="Show failed"' in one for one in filters)


def test_what_is_named_already_stays():
    page = '<html lang="de"><input aria-label="Fehler" data-test-result="failed">'
    assert accessible(page) == page
