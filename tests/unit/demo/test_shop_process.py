"""The demo shop as a process: how it starts, and that it always ends."""

import json
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

COMMAND = [sys.executable, "-m", "cxcheck.demo.shop", "--smtp", "127.0.0.1:9"]
PATIENCE = 15


@pytest.fixture
def running():
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as shop:
        yield shop
        shop.kill()


def test_says_where_it_is_when_it_is_ready(running):
    address = json.loads(running.stdout.readline())["ready"]
    with urlopen(f"{address}healthz", timeout=PATIENCE) as answer:
        assert answer.read() == b"ok"
    rest, _ = running.communicate(timeout=PATIENCE)
    assert rest == ""


def test_ends_with_its_parent(running):
    running.stdout.readline()
    running.stdin.close()
    assert running.wait(PATIENCE) == 0


def test_ends_when_told(running):
    running.stdout.readline()
    running.send_signal(signal.SIGTERM)
    assert running.wait(PATIENCE) == 0


def test_taken_port_is_one_clear_line(running):
    port = json.loads(running.stdout.readline())["ready"].split(":")[2].strip("/")
    second = subprocess.run(
        [*COMMAND, "--port", port],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert second.returncode == 2
    assert second.stdout == ""
    assert second.stderr.splitlines() == [second.stderr.strip()]
    assert f"cannot listen on 127.0.0.1:{port}: " in second.stderr
