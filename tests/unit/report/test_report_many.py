"""A run of so many visits that each has a page of its own, and the scorecard stays a summary."""

import re

import pytest
from read_page import Page
from sample_run import META, clean_visit, judged_run, slow_visit

from cxcheck.report.scorecard import VISIT_PAGE, render, visit_page

PER_VISIT_BYTES = 15_000_000 / 1000  # what a report of a thousand visits may take


def crowd(count, *, repeats=False):
    """So many visits: of one customer on one journey, or each on a journey of its own."""
    visits = []
    for number in range(count):
        like = slow_visit() if number % 3 else clean_visit()
        keys = {} if repeats else {"key": f"j{number}", "title": f"Journey {number}"}
        info = clean_visit().info.model_copy(
            update={
                "id": f"v{number}",
                "repeat": number + 1 if repeats else 1,
                "journey": clean_visit().info.journey.model_copy(update=keys),
            }
        )
        visits.append(like.model_copy(update={"info": info}))
    return visits


def page(visits, href):
    return render(judged_run(*visits), meta=META, picture_src=lambda _visit, file: file, href=href, apart=True)


def own_page(visit, file=VISIT_PAGE):
    return f"visits/{visit}/{file}" if file == VISIT_PAGE else None


@pytest.mark.parametrize("repeats", [True, False])
def test_each_visit_is_linked_and_told_elsewhere(repeats):
    visits = crowd(50, repeats=repeats)
    read = Page(page(visits, own_page))
    ids = [attrs["id"] for _, attrs in read.elements if "id" in attrs]
    links = {attrs["href"] for attrs in read.all("a") if "href" in attrs}
    for visit in visits:
        assert ids.count(f"visit-{visit.info.id}") == 1
        assert own_page(visit.info.id) in links
    assert {link.removeprefix("#") for link in links if link.startswith("#")} <= set(ids)
    assert len(ids) == len(set(ids))
    assert "Storyboard" not in read.text
    assert not read.open


@pytest.mark.parametrize("repeats", [True, False])
def test_links_to_attempts_lead_to_the_visit_that_counts(repeats):
    """The table of tests has a row for each."""
    visits = crowd(50, repeats=repeats)
    last = visits[7]
    first = last.model_copy(update={"info": last.info.model_copy(update={"id": "v7-before"})})
    info = last.info.model_copy(update={"attempt": 2})
    visits[7] = last.model_copy(update={"info": info, "earlier": (first,)})
    ids = [attrs["id"] for _, attrs in Page(page(visits, own_page)).elements if "id" in attrs]
    assert ids.count("visit-v7-before") == 1
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("repeats", [True, False])
def test_where_those_pages_do_not_come_along_nothing_leads_to_them(repeats):
    read = Page(page(crowd(50, repeats=repeats), lambda *_: None))
    links = [attrs["href"] for attrs in read.all("a") if "href" in attrs]
    assert all(link.startswith("#") for link in links)
    ids = {attrs["id"] for _, attrs in read.elements if "id" in attrs}
    assert {link.removeprefix("#") for link in links} <= ids


@pytest.mark.parametrize("repeats", [True, False])
def test_a_visit_more_costs_the_page_little(repeats):
    few, many = (len(page(crowd(count, repeats=repeats), own_page).encode()) for count in (50, 100))
    assert (many - few) / 50 < PER_VISIT_BYTES / 2  # the other half is for the table of tests


def test_a_visits_own_page_tells_it_in_full():
    html = visit_page(
        judged_run(slow_visit()),
        meta=META,
        picture_src=lambda _visit, file: file,
        back_href="../../scorecard.html",
        style_href="../../assets/style.css",
    )
    assert html.lstrip().startswith("<!doctype html>")
    assert '<link rel="stylesheet" href="../../assets/style.css">' in html
    assert '<a href="../../scorecard.html">' in html
    assert "<script" not in html
    uses = set(re.findall(r'<use href="#([^"]+)"', html))
    assert uses
    assert uses <= set(re.findall(r'id="([^"]+)"', html))  # portraits are drawn once, and used
    assert "style=" not in html
    for part in ("Storyboard", "Behind the numbers", "What was in the way", "What this cannot tell"):
        assert part in html
