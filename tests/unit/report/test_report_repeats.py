"""The page of a run with repeats: medians, ranges, k of n; each visit in a row, one in full."""

import re

import pytest
from read_page import Page
from sample_run import (
    CHECKOUT,
    CLAIRE,
    DEAD,
    MAIL,
    META,
    clean_visit,
    cut_off_visit,
    found,
    judged_run,
    not_measured_visit,
    repeated,
    slow_visit,
    stuck_visit,
    walked,
)

from cxcheck.report.fixes import top_fixes
from cxcheck.report.names import names, who
from cxcheck.report.offences import offences
from cxcheck.report.scorecard import render
from cxcheck.report.terminal import summary_lines


def page(*visits):
    return render(judged_run(*visits), meta=META, picture_src=lambda _visit, file: f"pictures/{file}")


def waited(visit, ms):
    """The visit with so much waiting in all."""
    return visit.model_copy(update={"scorecard": visit.scorecard.model_copy(update={"waiting_ms": ms})})


def met(visit, *findings):
    """The visit with these findings, and its other checks passed."""
    changed = found(visit, *findings)
    rest = [one for one in clean_visit().scorecard.results if one.check not in {f.check for f in findings}]
    card = changed.scorecard
    return changed.model_copy(update={"scorecard": card.model_copy(update={"results": (*card.results, *rest)})})


def cells(html, kind):
    inner = re.search(rf'<table class="{kind}".*?</table>|<table role="{kind}".*?</table>', html, re.DOTALL).group()
    rows = re.findall(r"<tr.*?</tr>", inner, re.DOTALL)
    return [[Page(cell).text for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in rows]


@pytest.fixture
def three():
    """David three times: 26, 29 and 36 s of customer time."""
    return repeated(waited(clean_visit(), 700), waited(clean_visit(), 3_400), waited(clean_visit(), 10_700))


def test_the_matrix_has_median_range_and_how_many_finished(three):
    html = page(*three)
    assert cells(html, "table")[1][1] == "David Grade A 96 of 100 3 of 3 finished 29 s 26–36 s"
    assert "Lab, n = 3" in Page(html).text


def test_who_did_not_finish_every_time_stands_out(three):
    stuck = walked(stuck_visit(three[0].info.persona, three[0].info.journey), three[0].info.persona)
    html = page(*repeated(*three[:2], stuck))
    assert "2 of 3 finished" in cells(html, "table")[1][1]
    assert "cx-cell--stuck" in html
    assert "Could not go on in 1 of 3" in Page(html).text


def test_each_visit_has_a_row_and_one_is_told_in_full(three):
    html = page(*three)
    rows = cells(html, "cx-turns")
    assert rows[0] == ["Visit", "Ended", "In all", "Waiting for the site", "Own effort", "Interruptions", "Grade"]
    assert [row[0] for row in rows[1:4]] == ["1", "2", "3"]
    assert [row[3] for row in rows[1:4]] == ["0.7 s", "3.4 s", "11 s"]
    assert rows[4][1:4] == ["29 s 26–36 s", "3.4 s 0.7–11 s", "25 s"]
    assert html.count('class="cx-visit"') == 1
    assert html.count("Storyboard") == 1
    assert "Visit 2, the one nearest to the median" in Page(html).text
    for visit in three:
        assert html.count(f'id="visit-{visit.info.id}"') == 1


def test_what_could_not_be_measured_is_left_out_and_said(three):
    down = not_measured_visit()
    down = down.model_copy(update={"info": three[0].info})
    html = page(*repeated(*three, down))
    assert cells(html, "table")[1][1] == "David Grade A 96 of 100 3 of 3 finished, 1 not measured 29 s 26–36 s"
    assert "things were not measured" in Page(html).text


def test_nothing_measured_at_all():
    html = page(*repeated(not_measured_visit(), not_measured_visit()))
    assert "none of 2 visits could be measured not measured" in cells(html, "table")[1][1]


def test_two_visits_that_repeat_each_other_are_compared_too(three):
    assert "cx-turns" in page(*three[:2])
    assert "cx-turns" not in page(three[0], slow_visit())


def test_an_offence_says_in_how_many_it_was_met(three):
    html = page(*repeated(met(three[0], MAIL, DEAD), met(three[1], MAIL), met(three[2], MAIL)))
    text = Page(html).text
    assert "David, Forgotten password, visit 3, step 3: 26 s" in text
    assert "3 of 3 serious Step 3: The e-mail with the reset link came" in text
    assert "1 of 3, not every time moderate Step 4: Maria pressed" in text


class TestFixes:
    def visits(self):
        """David meets the mail in each of three visits, at three costs, and a dead press in one; Claire walks once."""
        costs = (4_000, 16_000, 7_000)
        david = [found(clean_visit(), MAIL.model_copy(update={"cost_ms": cost})) for cost in costs]
        david[0] = found(clean_visit(), MAIL.model_copy(update={"cost_ms": 4_000}), DEAD)
        return [*repeated(*david), found(clean_visit(CLAIRE), MAIL.model_copy(update={"cost_ms": 5_000}))]

    def test_medians_and_no_sums_over_repeats(self):
        mail = next(one for one in offences(self.visits()) if one.check == "mail-slow")
        assert mail.costs_ms == [7_000, 5_000]
        assert mail.whole_ms == 12_000

    def test_what_is_met_now_and_then_counts_by_how_often(self):
        dead = next(one for one in offences(self.visits()) if one.check == "dead-click")
        assert dead.costs_ms == [2_500]
        # Of three visits one met it, and the others' check did not judge: nobody knows that it was not there.
        assert [(len(share.visits), share.of) for share in dead.shares] == [(1, 1)]

    def test_where_the_others_passed_it_counts_a_third(self):
        visits = repeated(met(clean_visit(), DEAD), clean_visit(), clean_visit())
        [dead] = offences(visits)
        assert [(len(share.visits), share.of) for share in dead.shares] == [(1, 3)]
        assert dead.whole_ms == pytest.approx(2_500 / 3)
        [top] = top_fixes(visits)
        assert (top.visits, top.of, top.gain_each, top.gain_in_all) == (1, 3, "2.5 s and 4 points", "")

    def test_a_visit_that_was_cut_off_says_nothing_of_what_it_did_not_meet(self):
        visits = repeated(met(clean_visit(), DEAD), walked(cut_off_visit(), clean_visit().info.persona))
        [dead] = offences(visits)
        assert [(len(share.visits), share.of) for share in dead.shares] == [(1, 1)]

    def test_more_repeats_do_not_make_a_fix_worth_more(self):
        once = offences([found(clean_visit(), MAIL)])[0].whole_ms
        thrice = offences(repeated(*[found(clean_visit(), MAIL)] * 3))[0].whole_ms
        assert once == thrice

    def test_the_same_customer_on_two_journeys_has_two_shares(self):
        visits = [found(clean_visit(), MAIL), walked(found(clean_visit(), MAIL), clean_visit().info.persona, CHECKOUT)]
        shares = [share for one in offences(visits) for share in one.shares]
        assert len(shares) == 2


def test_names_say_in_how_many_unless_it_was_in_all(three):
    run = [*three, *repeated(*[clean_visit(CLAIRE)] * 3)]
    assert who([run[0], *run[3:]], names(run), run) == "David (1 of 3) and Claire"
    assert who([run[0]], names(run)) == "David"


def test_the_terminal_has_a_line_a_customer(three):
    lines = summary_lines(judged_run(*three, clean_visit(CLAIRE)))
    assert " ".join(lines[1].split()) == "Forgotten password David A 96 29 s (26–36 s) 3 of 3 finished"
    assert " ".join(lines[2].split()) == "Forgotten password Claire A 96 29 s finished"
