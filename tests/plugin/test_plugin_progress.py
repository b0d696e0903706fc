"""Progress: who is on which step, how many steps there are, how many visits are left; and nothing is garbled."""

import re
from collections import Counter

import pytest

from cxcheck.plugin.live import fitted
from cxcheck.plugin.progress import clipped

pytestmark = pytest.mark.browser

JOURNEYS = r"""
from cxcheck import journey

@journey("Look around", goal="See what there is")
def look_around(customer):
    with customer.step("Open the home page"):
        customer.open("/")
    with customer.step("Read \x1b[31mred\x07 " + customer.page.title() + " and so on" * 20):
        print("said by the journey")
    with customer.step("Leave"):
        pass

@journey("Lost", goal="See what there is")
def lost(customer):
    for word in ("home", "nowhere"):
        with customer.step(f"Look for {word}"):
            customer.open("/")
    customer.fill_in("nowhere")
"""
FILES = {
    "journeys/looking.py": JOURNEYS,
    "journeys/test_sum.py": "def test_good():\n    assert True\n\ndef test_bad():\n    assert 1 + 1 == 3\n",
    **{f"personas/{key}.toml": f'title = "{key}"\n' for key in ("ann", "bob")},
}
VISITS = 4
STEP = re.compile(
    r"  (?P<who>ann|bob) · (?P<journey>Look around|Lost) · +\d+ s · "
    r"step (?P<number>\d)(?P<of> of \d)?: (?P<title>.+) \(((?P<left>\d) to go|the last one)\)"
)
END = re.compile(
    r"  (?P<who>ann|bob) · (?P<journey>Look around|Lost) · +\d+ s · "
    r"(?P<end>finished|not-finished) \(((?P<left>\d) to go|the last one)\)"
)
TITLES = {"Look around": ["Open the home page", "Read", "Leave"], "Lost": ["Look for home", "Look for nowhere"]}


@pytest.fixture
def walk(project, serve):
    site = serve({"/": "<html lang=en><title>Shop</title><h1>Shop</h1>"})
    project.write(FILES)
    return lambda *options: project.pytest("journeys", "--cx-site", site, *options)


def told(ran) -> tuple[list[re.Match], list[re.Match]]:
    """The lines about steps and ends; no line has two things in it."""
    before = ran.out.partition("= FAILURES =")[0]
    lines = [line for line in before.splitlines() if " · " in line]
    steps, ends = [[found for line in lines if (found := form.fullmatch(line))] for form in (STEP, END)]
    assert len(steps) + len(ends) == len(lines), before
    assert " · " not in ran.err
    return steps, ends


def check_all(steps, ends) -> None:
    for who in ("ann", "bob"):
        for journey, titles in TITLES.items():
            mine = [step for step in steps if (step["who"], step["journey"]) == (who, journey)]
            assert [step["number"] for step in mine] == [str(number + 1) for number in range(len(titles))]
            assert all(step["title"].startswith(title) for step, title in zip(mine, titles, strict=True))
            assert {step["of"] for step in mine} == ({" of 3"} if journey == "Look around" else {None})
    assert Counter((end["journey"], end["end"]) for end in ends) == {
        ("Look around", "finished"): 2, ("Lost", "not-finished"): 2,
    }  # fmt: skip
    assert [end["left"] for end in ends] == ["3", "2", "1", None]


@pytest.mark.parametrize("options", [[], ["-v"]], ids=["plain", "-v"])
def test_in_one_process(walk, options):
    ran = walk(*options)
    assert ran.status == 1, ran.text
    steps, ends = told(ran)
    check_all(steps, ends)
    assert [step["left"] for step in steps] == ["3"] * 3 + ["2"] * 3 + ["1"] * 2 + [None] * 2
    before = ran.out.partition("= FAILURES =")[0]
    if options == ["-v"]:
        assert re.search(r"^journeys/looking.py::lost\[bob-chromium\] FAILED +\[ 66%\]$", before, re.MULTILINE)
    else:
        assert re.search(r"^\.F", before, re.MULTILINE)
    assert "\x1b" not in ran.out
    assert "3 failed, 3 passed" in ran.out


def test_in_two_workers(walk):
    ran = walk("-n", "2")
    assert ran.status == 1, ran.text
    steps, ends = told(ran)
    check_all(steps, ends)
    assert [step["left"] for step in steps] == sorted(
        (step["left"] for step in steps), key=lambda left: -int(left or 0)
    )
    assert {step["left"] for step in steps} <= {"3", "2", "1", None}
    assert "3 failed, 3 passed" in ran.out


def test_quietly(walk):
    """Only what each visit came to."""
    steps, ends = told(walk("-q"))
    assert steps == []
    assert len(ends) == VISITS


def test_a_title_is_clipped_and_does_nothing_to_a_terminal(walk):
    ran = walk("-k", "look_around", "--cx-persona", "ann")
    steps, _ = told(ran)
    assert steps[1]["title"].startswith("Read ␛[31mred␇ Shop and so on")
    assert len(steps[1]["title"]) == 60
    assert not {char for char in ran.text if char < " "} - {"\n"}


def test_ordinary_tests_are_not_counted_as_visits(walk):
    _, ends = told(walk("-k", "look_around or test_good", "--cx-persona", "ann"))
    assert [end["left"] for end in ends] == [None]


def screens(text: str) -> tuple[str, list[list[str]]]:
    """What stands on a terminal in the end, and what stood there each time before something was erased."""
    lines, row, column, before = [""], 0, 0, []
    for token in re.findall(r"\x1b\[\d*[A-Za-z]|\r|\n|[^\x1b\r\n]+", text):
        if token == "\n":
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif token == "\r":
            column = 0
        elif token.endswith("A") and token.startswith("\x1b"):
            row -= int(token[2:-1])
        elif token == "\x1b[J":
            before.append(lines[:])
            del lines[row + 1 :]
            lines[row] = lines[row][:column]
        elif not token.startswith("\x1b"):
            lines[row] = lines[row][:column].ljust(column) + token + lines[row][column + len(token) :]
            column += len(token)
    return "\n".join(line.rstrip() for line in lines), before


@pytest.mark.parametrize("workers", [[], ["-n", "2"]], ids=["one process", "two workers"])
def test_on_a_terminal_the_steps_are_a_few_lines_at_its_foot(project, serve, workers):
    site = serve({"/": "<html lang=en><title>Shop</title><h1>Shop</h1>"})
    screen, before = screens(project.write(FILES).on_a_terminal("journeys", "--cx-site", site, *workers))
    walked = screen.partition("= FAILURES =")[0]
    ends = [found for line in walked.splitlines() if (found := END.fullmatch(line))]
    assert [end["left"] for end in ends] == ["3", "2", "1", None]
    assert " · step " not in walked, "steps are gone when their visit is"
    assert walked.count(" · ") == VISITS * 3
    # The letters of the two tests stand by themselves; which ends last of two workers' tests is chance.
    assert re.search(r"^[. ]*F[. ]*( \[100%\])?$", walked, re.MULTILINE)
    assert re.search(r"\[100%\]$", walked, re.MULTILINE)
    for lines in before:
        foot = [line for line in lines if " · step " in line]
        assert len(foot) <= (2 if workers else 1)
        assert all(len(line) < 80 for line in foot)
    seen = {line.strip() for lines in before for line in lines}
    assert "ann · Look around · step 3 of 3: Leave" in seen
    assert "bob · Lost · step 2: Look for nowhere" in seen
    assert {"1 more to go"} <= seen


# --- without a browser


@pytest.mark.parametrize(
    ("text", "columns", "fits"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("茶茶茶", 6, "茶茶茶"),
        ("茶茶茶", 5, "茶茶…"),
        ("e\u0301e\u0301", 2, "e\u0301e\u0301"),
        ("", 3, ""),
    ],
)
def test_what_fits_in_a_line_of_a_terminal(text, columns, fits):
    assert fitted(text, columns) == fits


def test_clipped():
    assert clipped("Buy\ttea\nnow", 20) == "Buy tea now"
    assert clipped("Buy tea " * 9, 12) == "Buy tea Buy…"
