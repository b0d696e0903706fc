"""One pytest run that walks journeys: its settings, its folder, and what it comes to."""

from __future__ import annotations

import os
import platform
import secrets as random_source
import sys
import time
from contextlib import suppress
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cxcheck import settings
from cxcheck.errors import CouldNotMeasure, SettingsError, problem
from cxcheck.gate.attempts import last_attempts, superseded
from cxcheck.model.run import JudgedRun, RunInfo
from cxcheck.pipeline import judge_visit, result_of
from cxcheck.plugin.keys import RUN, WORKER_INPUT
from cxcheck.plugin.options import journey_folders
from cxcheck.score.constants import weights_of
from cxcheck.score.weights import use
from cxcheck.set_constants import set_constants
from cxcheck.settings.budgeted import check_journeys
from cxcheck.store.folder import RunFolder, read_info, read_visit

if TYPE_CHECKING:
    from cxcheck.gate.verdict import Level
    from cxcheck.model.journey import Journey
    from cxcheck.model.persona import Persona
    from cxcheck.model.run import JudgedVisit
    from cxcheck.model.scoring import Scoring
    from cxcheck.model.site import Site
    from cxcheck.redact import Secrets

_SEED_BITS = 31
_TAG_BYTES = 3  # 16 million tags for one seed: our choice
_LEVELS: dict[str, Level] = {"fail": "fail", "warn": "warn", "off": "off"}


class Run:
    """Made once in each process; the controlling one decides, workers are told."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        told: dict[str, Any] | None = getattr(config, "workerinput", {}).get(WORKER_INPUT)
        self.is_worker = told is not None
        for name, value in (told or {}).items():
            setattr(config.option, name, value)
        self.rejudges = bool(config.option.cx_rejudge)
        root = config.rootpath
        self.level: Level = settings.budget_level(root, config.option.cx_budget)
        self._budgets = settings.project_settings(root).budget
        self.known_personas = settings.personas(root)
        self.personas = settings.choose_personas(self.known_personas, tuple(config.option.cx_persona))
        self.pace = settings.pace(root, config.option.cx_pace)
        self.repeats = settings.repeats(root, config.option.cx_repeat)
        self.record = settings.record(root, config.option.cx_record)
        self._site = settings.site(root, config.option.cx_site, config.option.cx_inbox, config.option.cx_orders)
        self.worst = 0  # exit status so far
        self.secrets: list[Secrets] = []  # of the visits this process has walked
        self.result: JudgedRun | None = None  # once all was walked
        self._judged: dict[str, JudgedVisit] = {}

    @property
    def site(self) -> Site:
        """The site to visit.

        Raises:
            SettingsError: None was named.
        """
        if self._site is None:
            raise SettingsError(
                problem(
                    "no site to visit was named",
                    expected="--cx-site with an address or a name, or exactly one site in [tool.cxcheck.sites]",
                    todo="try: cxcheck run https://staging.shop.example/",
                )
            )
        return self._site

    @property
    def scored_as(self) -> Persona | None:
        """Whose patience ordinary tests are scored for, if somebody's."""
        return self.personas[0] if self.config.option.cx_persona else None

    def budgeted(self, journey: Journey) -> Journey:
        """The journey with what it may cost by the project's settings, which goes into its visits' recordings."""
        budget = self._budgets.of(journey.key, journey.budget)
        return journey.model_copy(update={"budget": budget})

    @property
    def seed(self) -> int:
        """The run's seed."""
        return int(self.config.option.cx_seed)

    @property
    def tag(self) -> str:
        """What the run's addresses differ by from those of another run of the same seed."""
        return str(self.config.option.cx_tag or "")

    @cached_property
    def folder(self) -> RunFolder:
        """The run's folder."""
        return RunFolder(Path(self.config.option.cx_run_dir))

    @cached_property
    def scoring(self) -> Scoring:
        """The constants to score with. A stored run is scored as it was, but for what the command line sets.

        Raises:
            SettingsError: One that was set cannot be understood.
        """
        layers = settings.scoring_layers(self.config.rootpath, self.config.option.cx_scoring)
        if not self.rejudges:
            return set_constants(layers)
        return set_constants([one for one in layers if one[0] == "--cx-scoring"], self.folder.info().scoring)

    @cached_property
    def superseded(self) -> frozenset[str]:
        """Ids of the stored visits after which the same test was tried again."""
        infos = []
        for path in self.folder.visit_paths:
            with suppress(SettingsError):  # one that cannot be read is told when it is judged
                infos.append(read_info(path))
        return superseded(infos)

    @cached_property
    def judges_together(self) -> bool:
        """Whether budgets are held against several visits of a customer together, once all have ended."""
        if not self.rejudges:
            return self.repeats > 1
        return self.folder.info().settings.get("repeat", "1") != "1"

    @property
    def decided(self) -> dict[str, Any]:
        """What the controlling process settled, for the workers."""
        return {
            name: getattr(self.config.option, name)
            for name in ("cx_seed", "cx_tag", "cx_run_dir", "cx_browser", "cx_budget")
        }

    def decide(self) -> None:
        """In the controlling process: settle seed, folder, reports and browser before anything is collected.

        Raises:
            SettingsError: There is no site, or the folder cannot be written.
            CouldNotMeasure: There is no browser.
        """
        option = self.config.option
        if self.rejudges:
            if not option.cx_run_dir:
                raise SettingsError(
                    problem("no run to judge again", where="--cx-rejudge", todo="name it: --cx-run-dir DIR")
                )
            self.folder.path = self.folder.path.resolve()
            before = self.folder.info().settings.get("budget", "fail")
            self.level = option.cx_budget or _LEVELS.get(before, "fail")  # the verdict stays what it was
            option.reruns, option.force_reruns = 0, None  # a stored visit comes to the same each time
        else:
            check_journeys(self.config.rootpath, journey_folders(self.config))
            if option.collectonly:
                return  # nothing is walked, and nothing written: no site is needed
            if option.cx_seed is None:
                option.cx_seed = random_source.randbits(_SEED_BITS)
            option.cx_tag = option.cx_tag or random_source.token_hex(_TAG_BYTES)
            if not option.cx:
                _ = self.site  # must have been named
            if not option.cx_run_dir:
                name = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{_slug(self._about[0])}"
                option.cx_run_dir = str(self.config.rootpath / "reports" / name)
            self._begin()
            self._find_browser()
        option.cx_run_dir, option.cx_budget = str(self.folder.path.resolve()), self.level
        for name, file in {"htmlpath": "scorecard.html", "xmlpath": "junit.xml"}.items():
            if hasattr(option, name):  # its plugin may be switched off: -p no:html
                setattr(option, name, getattr(option, name) or str(self.folder.path / file))

    def judge(self, path: Path) -> JudgedVisit:
        """The visit in this folder, judged once.

        Raises:
            SettingsError: It cannot be read.
        """
        if path.name not in self._judged:
            self._judged[path.name] = judge_visit(read_visit(path), self.level)
        return self._judged[path.name]

    def visit(self, key: str) -> JudgedVisit | None:
        """A visit of this run that has ended, by its id."""
        path = self.folder.path / "visits" / key
        if not path.is_dir():
            return None
        try:
            return self.judge(path)
        except SettingsError as error:  # one folder that cannot be read does not hide the others
            sys.stderr.write(f"{error}\n")
            self.worst = max(self.worst, CouldNotMeasure.exit_status)
            return None

    def finish(self) -> None:
        """Judge all visits and write ``run.json``."""
        visits = [self.visit(path.name) for path in self.folder.visit_paths]
        info = self.folder.info().model_copy(update={"scoring": self.scoring})
        self.result = JudgedRun(run=info, visits=last_attempts(list(filter(None, visits))))
        self.folder.finish(result_of(self.result))

    @property
    def _about(self) -> tuple[str, str]:
        """Name and address of the site; ordinary tests visit what they please, and the project is named for them."""
        if self._site is not None:
            return self._site.name, self._site.base_url
        return self.config.rootpath.name, str(self.config.getoption("base_url", None) or "").rpartition("@")[2]

    def _begin(self) -> None:
        if self.folder.visit_paths:
            raise SettingsError(
                problem(
                    "there are visits of an earlier run here",
                    where=str(self.folder.path),
                    expected="a folder of this run's own",
                    todo="name another one with --cx-run-dir, or remove it",
                )
            )
        name, base_url = self._about
        info = RunInfo(
            id=self.folder.path.name,
            cxcheck=version("cxcheck"),
            python=platform.python_version(),
            platform=f"{platform.system()} {platform.machine()}",
            cores=os.cpu_count() or 1,
            seed=self.seed,
            began=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
            site=name,
            base_url=base_url,
            scoring=self.scoring,
            settings={
                "budget": self.level,
                "personas": ", ".join(persona.key for persona in self.personas),
                "repeat": str(self.repeats),
                "record": self.record,
                "tag": self.tag,
                "inbox": self._site.inbox.kind if self._site and self._site.inbox else "none",
            },
        )
        try:
            self.folder.begin(info)
        except OSError as error:
            raise SettingsError(
                problem(
                    f"the run's folder cannot be written: {error.strerror}",
                    where=str(self.folder.path),
                    expected="a folder that this user may write to",
                    todo="name another one with --cx-run-dir",
                )
            ) from None

    def _find_browser(self) -> None:
        option = self.config.option
        if not hasattr(option, "browser_channel"):
            raise SettingsError(
                problem(
                    "pytest-playwright does not take part, and customers walk in its browser",
                    where="pytest",
                    todo="leave out '-p no:playwright', or: pip install pytest-playwright",
                )
            )
        others = set(option.browser) - {"chromium"}
        if option.browser_channel or option.cx_browser or others:
            return
        from cxcheck.record import browser

        found = browser.find(headed=option.headed)
        option.cx_browser = str(found) if found else None


def configure(config: pytest.Config) -> Run:
    """Set the run up; what a person has to mend ends pytest with one message."""
    try:
        run = Run(config)
        if not run.is_worker:
            run.decide()
        use(weights_of(run.scoring.values, run.scoring.version))
    except SettingsError as error:
        raise pytest.UsageError(str(error)) from None
    except CouldNotMeasure as error:
        sys.stderr.write(f"{error}\n")
        pytest.exit("could not measure", returncode=error.exit_status)
    config.stash[RUN] = run
    # About pytest-playwright's own fixture, on every visit; nothing that the people who walk journeys can mend.
    config.addinivalue_line("filterwarnings", "ignore:Session-scoped fixtures defined as instance methods")
    return run


def _slug(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name.lower()).strip("-")
