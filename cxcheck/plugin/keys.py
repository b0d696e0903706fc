"""Where a pytest run keeps what is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cxcheck.plugin.run import Run
    from cxcheck.plugin.visit import RunningVisit
    from cxcheck.redact import Secrets

RUN: pytest.StashKey[Run] = pytest.StashKey()  # on the config
RUNNING: pytest.StashKey[RunningVisit] = pytest.StashKey()  # on an item
SECRETS: pytest.StashKey[Secrets] = pytest.StashKey()  # on an item
SUPERSEDED: pytest.StashKey[bool] = pytest.StashKey()  # on a stored visit: the test was tried again after it
REPEAT = "cx_repeat"  # the fixture with the number of the repeat
VISIT_PROPERTY = "cxcheck_visit"  # in a report's properties, and so in JUnit
JOURNEY_PROPERTY = "cxcheck_journey"
TEST_PROPERTY = "cxcheck_test"  # in its place, for an ordinary test
PERSONA_PROPERTY = "cxcheck_persona"
REPEAT_PROPERTY = "cxcheck_repeat"
ATTEMPT_PROPERTY = "cxcheck_attempt"
FLAKY_PROPERTY = "cxcheck_flaky"  # only where it is
VISITS_PROPERTY = "cxcheck_visits"  # how many, where a row is about several
OUTCOME_PROPERTY = "cxcheck_outcome"
WORKER_INPUT = "cxcheck"  # in pytest-xdist's workerinput
