"""The page of Markdown: complete, and nothing of a site's words is markup in it."""

from sample_run import DAVID, JOURNEY, clean_visit, cut_off_visit, judged_run, repeated, slow_visit, walked

from cxcheck.model.verdict import Verdict, VerdictKind
from cxcheck.report.markdown import MOST_ROWS, page, plain

HOSTILE = "<img src=x> | [a](http://x.example) @everyone `b` ![c](d)\n# e **f** &amp; #1 http://x.example"


def changed(visit, **update):
    return visit.model_copy(update=update)


def test_a_row_a_visit_then_the_fixes():
    text = page(judged_run())
    assert "| Forgotten password | Maria, one hand on the pram |" in text
    assert text.count("| Forgotten password |") == 2
    assert "cut off in mid-visit" in text
    assert "1. The e\\-mail with the reset link came after 26 seconds\\." in text
    assert "4 things were not measured" in text


def test_a_broken_budget_is_told():
    broken = Verdict(kind=VerdictKind.WARN, reasons=("pop-ups: 2; the budget is 1",), budget_broken=True)
    text = page(judged_run(changed(clean_visit(), verdict=broken)))
    assert "| warn |" in text
    assert "pop\\-ups\\: 2; the budget is 1" in text


def test_without_visits_it_says_so():
    text = page(judged_run().model_copy(update={"visits": ()}))
    assert "No customer has walked yet" in text
    assert "|" not in text


def test_a_long_run_is_cut_and_says_so():
    customers = [DAVID.model_copy(update={"key": f"david-{number}"}) for number in range(MOST_ROWS + 5)]
    text = page(judged_run(*(walked(clean_visit(), one) for one in customers)))
    assert "… and 5 more." in text
    assert text.count("\n| Forgotten password |") == MOST_ROWS


def test_repeats_are_one_row_with_the_median():
    waits = (700, 10_700, 3_400)
    cards = [clean_visit().scorecard.model_copy(update={"waiting_ms": ms}) for ms in waits]
    text = page(judged_run(*repeated(*(changed(clean_visit(), scorecard=card) for card in cards))))
    [row] = [line for line in text.splitlines() if line.startswith("| Forgotten")]
    assert row == (
        "| Forgotten password | David, between two meetings, 3 visits | pass | A 96 | at least 29 s (26–36 s) "
        "| 3 of 3 finished |"
    )


def test_words_of_others_are_no_markup():
    said = plain(HOSTILE)
    for sign in ("<", ">", "\n", " | ", "[a]", "@everyone", " `b`", "![", " **", "http://"):
        assert sign not in said, sign
    visit = slow_visit()
    info = visit.info.model_copy(update={"journey": JOURNEY.model_copy(update={"title": HOSTILE})})
    text = page(judged_run(changed(visit, info=info)))
    [row] = [line for line in text.splitlines() if line.startswith("| ") and "Maria" in line]
    assert row.replace("\\|", "").count("|") == 7
    assert "<img" not in text


def test_a_pass_after_a_failure_is_not_green():
    first = changed(cut_off_visit(), info=cut_off_visit().info.model_copy(update={"attempt": 1}))
    last = changed(clean_visit(), info=clean_visit().info.model_copy(update={"attempt": 2}), earlier=(first,))
    text = page(judged_run(last))
    assert "1 finished \\(1 of them flaky, only when tried again\\)" in text
    assert "| flaky | " in text
    assert "| finished at attempt 2: flaky |" in text
    assert "| pass |" not in text
    told = text.partition("### Flaky: passed only when tried again")[2]
    assert "Attempt 1\\: the recording was cut off" in told
