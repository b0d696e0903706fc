"""Services: processes that say when they are ready and end with their standard input."""

import time

import pytest

from cxcheck.errors import CouldNotMeasure
from cxcheck.service import Service

READY = "import json, sys; print(json.dumps({'ready': 'here:1'}), flush=True); "


def service(program: str, **more) -> Service:
    return Service("clock", ["-c", program], **({"ready_within_s": 20} | more))


def failure(program: str, **more) -> str:
    with pytest.raises(CouldNotMeasure) as caught, service(program, **more):
        pytest.fail("it started")
    return str(caught.value).splitlines()[0]


def test_it_says_where_it_is_and_ends_with_its_input(tmp_path):
    ended = tmp_path / "ended"
    with service(READY + f"sys.stdin.read(); open({str(ended)!r}, 'w').close()") as running:
        assert running.address == "here:1"
        assert not ended.exists()
    assert ended.exists()


def test_a_program_that_fails_at_once_is_told_with_its_last_words():
    program = "import sys; print('first', file=sys.stderr); sys.exit('port 25: no permission')"
    assert failure(program) == "the clock did not start: port 25: no permission"


def test_an_exception_is_told_by_its_last_line():
    assert failure("import no_such_module_at_all").startswith("the clock did not start: ModuleNotFoundError: ")


@pytest.mark.parametrize("line", ["hello", "{}", "[]", '{\\"other\\": 1}', "3"])
def test_a_program_that_says_something_else_is_not_ready(line):
    assert failure(f'print("{line}", flush=True)') == "the clock did not start: it said nothing"


def test_one_that_is_not_ready_in_time_is_ended():
    before_s = time.monotonic()
    assert failure("import time; time.sleep(60)", ready_within_s=0.3) == "the clock did not start: it said nothing"
    assert time.monotonic() - before_s < 10


def test_one_that_does_not_end_is_killed(monkeypatch):
    monkeypatch.setattr("cxcheck.service._STOP_WITHIN_S", 0.2)
    with service(READY + "import time; time.sleep(60)") as running:
        process = running._process
    assert process.returncode not in (None, 0)
