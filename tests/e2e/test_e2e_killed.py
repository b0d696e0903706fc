"""A run that is killed in mid-visit leaves a visit that can be read up to that moment."""

import json
import os
import signal
import time

import pytest
from runs import INNER

pytestmark = pytest.mark.browser


def test_killed_in_mid_visit(project, demo_shop, maildir):
    process = project.start(
        "cxcheck", "run", f"{demo_shop}~slow-mail/", "--cx-inbox", f"maildir:{maildir}", "--cx-persona", "tom",
        "-k", "forgotten_password", "--cx-record", "frames", PYTHONPATH=str(INNER),
    )  # fmt: skip
    try:
        _wait_for_step(project.folder, 3, process)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    folder = project.folder / "reports" / "latest"
    [path] = folder.glob("visits/*/events.jsonl")
    recorded = path.read_bytes()
    assert list(path.parent.glob("frames/*.jpg"))
    assert not (folder / "scorecard.html").exists()

    ran = project.cxcheck("report", folder)
    assert ran.status == 11, ran.text
    assert "Traceback" not in ran.text
    assert "cut off" in ran.out
    page = (folder / "scorecard.html").read_text()
    assert "cut off in step 3" in page
    assert "Ask for a reset link" in page
    assert path.read_bytes() == recorded
    [visit] = json.loads((folder / "run.json").read_text())["visits"]
    assert visit["outcome"] == "cut-off"
    assert visit["verdict"]["kind"] == "not-measured"
    assert visit["scorecard"]["grade"] is None


def _wait_for_step(folder, number: int, process) -> None:
    end_s = time.monotonic() + 60
    while time.monotonic() < end_s and process.poll() is None:
        for path in folder.glob("reports/latest/visits/*/events.jsonl"):
            if path.read_text(encoding="utf-8").count('"kind":"step/began"') >= number:
                return
        time.sleep(0.1)
    pytest.fail("step 3 was never reached")
