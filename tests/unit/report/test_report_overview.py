"""The page of a run of many visits."""

import re

import pytest
from read_page import Page, shown
from sample_run import (
    CHECKOUT,
    CLAIRE,
    DAVID,
    META,
    clean_visit,
    info,
    judged_run,
    many_visits,
    not_measured_visit,
    slow_visit,
    stuck_visit,
    walked,
)

from cxcheck.model.run import BrowserInfo
from cxcheck.report.bottom_line import bottom_line
from cxcheck.report.scorecard import render


def table(html, kind):
    """The rows of a table as lists of words, read from its own markup."""
    inner = re.search(rf"<table{kind}.*?</table>", html, re.DOTALL).group()
    rows = re.findall(r"<tr.*?</tr>", inner, re.DOTALL)
    cells = [re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL) for row in rows]
    return [[Page(cell).text for cell in row] for row in cells]


def many_html(*visits):
    run = judged_run(*(visits or many_visits()))
    return render(run, meta=META, picture_src=lambda _visit, file: f"pictures/{file}")


def test_the_bottom_line_says_how_many_where_and_for_whom():
    text = shown(*many_visits()).text
    assert text.startswith(
        "Harbour 5 of 6 visits finished. The worst is Checkout: Claire could not finish. "
        "3 min 38 s of customer time at least, in all 6 visits "
        "Waiting for the site 57 s 26 % Own effort 2 min 35 s 71 % Interruptions 6 s 3 % "
        "1 pop-up, in 1 of 6 visits, 6.1 seconds in all.2 things were not measured: what this cannot tell."
    )


@pytest.mark.parametrize(
    ("visits", "said"),
    [
        ([clean_visit()] * 3, "All 3 visits finished. The lowest grade is A. 1 min 26 s of customer time"),
        ([slow_visit()] * 3, "All 3 visits finished. Maria would have left. 3 min 48 s of customer time"),
        (
            [clean_visit(), walked(clean_visit(), DAVID, CHECKOUT), clean_visit(CLAIRE)],
            "The lowest grade is A, in every journey.",
        ),
        (
            [not_measured_visit()] * 3,
            "None of the 3 visits finished; 3 could not be measured. No grade could be given.",
        ),
        (
            [stuck_visit(CLAIRE, CHECKOUT), slow_visit(), stuck_visit(DAVID, CHECKOUT)],
            "1 of 3 visits finished. The worst is Checkout: Claire and David could not finish.",
        ),
    ],
)
def test_other_bottom_lines(visits, said):
    numbered = [
        visit.model_copy(update={"info": visit.info.model_copy(update={"id": f"v{number}"})})
        for number, visit in enumerate(visits)
    ]
    assert said in shown(*numbered).text


def test_the_lowest_grade_names_its_journeys():
    worse = slow_visit().scorecard.model_copy(update={"gave_up": None})
    line = bottom_line([slow_visit().model_copy(update={"scorecard": worse}), walked(clean_visit(), DAVID, CHECKOUT)])
    assert (line.grade, line.graded) == ("C", "Forgotten password")


def test_the_matrix_has_a_row_a_journey_and_a_column_a_customer():
    assert table(many_html(), ' role="table"') == [
        ["Journey", "Claire without a mouse", "David between two meetings", "Maria one hand on the pram"],
        [
            "Checkout median 29 s up to 29 s",
            "Claire Grade F 39 of 100 could not finish in step 2",
            "David Grade A 96 of 100 29 s",
            "Maria Grade A 96 of 100 29 s",
        ],
        [
            "Forgotten password median 29 s up to 1 min 16 s",
            "Claire Grade A 96 of 100 29 s",
            "David Grade A 96 of 100 29 s",
            "Maria Grade C 63 of 100 1 min 16 s would have left",
        ],
    ]


def test_a_matrix_is_read_as_a_table_by_its_heads():
    page = shown(*many_visits())
    heads = [attrs["scope"] for attrs in page.all("th") if attrs.get("role")]
    assert heads == ["col", "col", "col", "col", "row", "row"]


def test_each_cell_leads_to_its_visit_and_each_fix_to_its_offence():
    page = shown(*many_visits())
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    links = [attrs["href"].removeprefix("#") for attrs in page.all("a")]
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))
    cells = [attrs["href"] for attrs in page.all("a") if "cx-cell" in attrs.get("class", "")]
    assert cells == [f"#visit-{visit.info.id}" for visit in many_visits()]


def test_a_journey_that_was_not_walked_by_all_and_one_in_two_browsers():
    again = walked(clean_visit(), DAVID)
    firefox = BrowserInfo(name="firefox", version="140", playwright="1.61.0")
    again = again.model_copy(update={"info": info(DAVID).model_copy(update={"id": "again", "browser": firefox})})
    html = many_html(slow_visit(), stuck_visit(DAVID, CHECKOUT), clean_visit(), again)
    rows = table(html, ' role="table"')
    assert rows[1][1:] == [
        "Maria Grade C 63 of 100 1 min 16 s would have left",
        "David Grade A 96 of 100 29 s worst of 2 · visit 2",
    ]
    assert rows[2][1:] == ["Maria not walked", "David Grade F 39 of 100 could not finish in step 2"]
    assert 'href="#visit-again"' in html


def test_the_fixes_are_told_once_for_all_who_met_them():
    text = shown(*many_visits()).text
    assert (
        "What stopped a customer, then what cost them the most time. "
        "The customer got stuck at “Ask for a reset link”: the basket stayed empty. "
        "Checkout, step\u00a02: Ask for a reset link 1 of 6 visits: Claire The customer got no further "
        "The e-mail with the reset link came after 26 seconds. "
        "Forgotten password, step\u00a03: Open the e-mail Moment of truth 3 of 6 visits: everyone "
        "Gives back 14\u201316 s and up to 9 points a visit, 45 s in all"
    ).replace("\u00a0", " ") in text


def test_an_offence_is_told_once_with_everyone_who_met_it():
    text = shown(*many_visits()).text
    assert (
        "Met by Claire, David and Maria in 3 of 6 visits. Measured 24\u201326 s, limit 10 s. "
        "Without it a visit gains 14\u201316 s and up to 9 points, all together 45 s."
    ) in text
    assert text.count(META["mail-slow"].remedy) == 1
    assert "Claire, Forgotten password, step 3: 24 s, costs 14 s." in text
    for part in ("why", "source", "threshold"):
        assert text.count(getattr(META["mail-slow"], part)) >= 1


def test_an_offence_shows_its_picture_once():
    page = shown(*many_visits())
    assert [attrs["href"] for attrs in page.all("image")] == [
        "pictures/evidence/step-2.jpg",
        "pictures/evidence/step-3.jpg",
        "pictures/evidence/popup-1.jpg",
        "pictures/evidence/step-4.jpg",
        "pictures/evidence/popup-1.jpg",  # once more, among the pop-ups
    ]


def test_the_worst_come_first_and_the_mild_are_folded():
    html = many_html()
    order = re.findall(r'<article class="[^"]*" id="found-\d-([a-z-]+)"', html)
    assert order == ["journey-unfinished", "mail-slow", "popup-in-the-way", "dead-click"]
    folded = html.index('<details class="cx-more">')
    assert html.index("found-3-popup-in-the-way") < folded < html.index('id="found-4-dead-click"')


def test_customers_stand_side_by_side_along_the_journey():
    rows = table(many_html(), ' class="cx-lines"')
    assert rows[0][1:3] == ["1 Find where to ask for help", "2 Ask for a reset link"]
    assert rows[0][3] == "3 Open the e-mail Moment of truth"
    assert rows[1] == [
        "Ups and downs",
        "serious for 1 of 3",
        "critical for 1 of 3",
        "nothing found",
        "nothing found",
        "nothing found",
    ]
    assert rows[2] == [
        "Grade F Claire 27 s",
        "11 s",
        "16 s 1 critical Could not go on",
        "not reached",
        "not reached",
        "not reached",
    ]
    assert rows[3][:2] == ["Grade A David 29 s", "5.3 s 1 serious"]


def test_a_visits_details_are_folded_and_whole():
    html = many_html()
    for visit in many_visits():
        inside = html[: html.index(f'id="visit-{visit.info.id}"')]
        assert inside.count("<details") == inside.count("</details>") + 1
    text = Page(html).text
    assert text.count("Behind the numbers") == 6
    assert text.count("Storyboard") == 6
    assert "Would have given up here: waited longer than 10 s for the e-mail." in text
    assert "at least 27 s of customer time, until it could go no further" in text
    assert "1 trip to the mailbox" in text
    assert "38, on the bus, phone in one hand." in text
    assert "9 clicks" in text


def test_two_visits_are_told_one_after_the_other():
    few, many = shown(slow_visit(), clean_visit()), shown(slow_visit(), clean_visit(), clean_visit(CLAIRE))
    assert not few.all("table")
    assert len(many.all("table")) == 4  # how bad; step by step, and in numbers; what customers see
    assert "at least 1 min 16 s of customer time" in few.text


def test_nothing_found_says_so():
    visits = [clean_visit(), clean_visit(CLAIRE), walked(clean_visit(), DAVID, CHECKOUT)]
    text = shown(*visits).text
    assert "Fix these first What stopped a customer, then what cost them the most time. None of the checks" in text
    assert "What was in the way Nothing, in what could be measured." in text
