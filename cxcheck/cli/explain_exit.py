"""``cxcheck explain exit``: what a run ends with, and what that asks for."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

_WIDTH = 100


class Status(NamedTuple):
    """What it means, and what to do about it."""

    means: str
    todo: str


#: By the number; those from 2 to 5 are pytest's own.
STATUSES = {
    0: Status(
        "Good: every journey was finished, was measured and kept its budget, whatever its grade; tests passed.",
        "Read the scorecard. What was flaky is named there.",
    ),
    1: Status(
        "A journey could not be finished, or a test failed.",
        "The scorecard shows where the customer got stuck.",
    ),
    2: Status(
        "Interrupted: by Ctrl-C, or since a file could not be collected.",
        "Mend the file that is named. What was walked before is in the scorecard.",
    ),
    3: Status(
        "pytest or a plugin broke in mid-run.",
        "The output says which and where. 'cxcheck report' judges what was walked until then.",
    ),
    4: Status(
        "Something typed is not understood: an option, a setting, a journey, a run's folder. Nothing was walked.",
        "The message says where, what was expected, and what comes nearest.",
    ),
    5: Status("There was nothing to walk.", "Look at -k, -m, --cx-persona and at the folder's name: journeys/."),
    7: Status(
        "With --fail-on-flaky of pytest-rerunfailures: all is good, but something passed only when it was tried again.",
        "The scorecard tells each attempt. Without that option such a run ends with 0: who asks for --reruns says "
        "that a later pass will do; it is still told as flaky.",
    ),
    10: Status(
        "A journey cost more than its budget allows, or a value with a limit could not be measured.",
        "The verdict names the limit; --cx-budget warn only warns.",
    ),
    11: Status(
        "Could not measure: the site is down, there is no browser or inbox, a wall against robots, a broken recording.",
        "This says nothing about the site's journeys. 'cxcheck doctor' looks for what is missing.",
    ),
}


def exit_explained() -> str:
    """The table, as plain text."""
    lines = ["exit status", "-----------"]
    for number, status in STATUSES.items():
        lines.append(textwrap.fill(f"{number:<4}{status.means}", _WIDTH, subsequent_indent=" " * 4))
        lines.append(textwrap.fill(status.todo, _WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 4))
    worst = "Of several the highest counts; 7 stands only where all else is good. 'cxcheck report' ends as the run did."
    return "\n".join([*lines, "", textwrap.fill(worst, _WIDTH)])
