from sample_run import (
    CHECKOUT,
    CLAIRE,
    JOURNEY,
    clean_visit,
    judged_run,
    many_visits,
    not_measured_visit,
    slow_visit,
    stuck_visit,
    walked,
)

from cxcheck.report.terminal import summary_lines


def test_a_line_a_visit_then_the_fixes():
    assert summary_lines(judged_run()) == [
        (
            "Forgotten password, Maria, one hand on the pram: C 63; at least 1 min 16 s = waiting 36 s, "
            "effort at least 34 s, interruptions 6 s; 1 pop-up before the first act; finished"
        ),
        (
            "Forgotten password, David, between two meetings: no grade; at least 29 s = waiting 17 s, "
            "effort at least 12 s, interruptions 0 s; 0 pop-ups; cut off in mid-visit: the browser was killed"
        ),
        "",
        "Fix these first:",
        "1. The e-mail with the reset link came after 26 seconds. (gives back 16 s and 9 points)",
        "   Send account mails from their own queue, ahead of newsletters.",
        ("2. A newsletter pop-up lay over “Sign in” just as Maria wanted to press it. (gives back 6.1 s and 7 points)"),
        "   Ask after the customer has done what they came for, and never over a form.",
        "3. Maria pressed “Save password” and nothing happened. (gives back 2.5 s and 3 points)",
        "   Answer each press at once: change the button, show progress, or say what is missing.",
        "",
        "4 things were not measured; the scorecard says what and why",
    ]


def test_nothing_to_fix_says_nothing_more():
    assert len(summary_lines(judged_run(clean_visit()))) == 1


def test_not_measured_is_no_nought():
    line, _, unknown = summary_lines(judged_run(not_measured_visit()))
    assert unknown.startswith("2 things were not measured")
    assert line.endswith(
        "no grade; customer time not measured; could not be measured: harbour.test refused the connection"
    )


def test_a_fix_met_by_several_is_told_once():
    twin = slow_visit()
    lines = summary_lines(judged_run(twin, walked(twin, CLAIRE)))
    assert sum("gives back up to 16 s and 9 points" in line for line in lines) == 1


def test_control_characters_cannot_steer_the_terminal():
    visit = slow_visit()
    title = JOURNEY.model_copy(update={"title": "\x1b[2J\u202e\nfake"})
    lines = summary_lines(
        judged_run(visit.model_copy(update={"info": visit.info.model_copy(update={"journey": title})}))
    )
    assert lines[0].startswith("␛[2J[U+202E] fake, Maria")


def test_many_visits_are_a_table_and_their_fixes_are_told_once():
    assert summary_lines(judged_run(*many_visits())) == [
        "journey             customer  grade    at least",
        "Checkout            Claire    F 39         27 s  could not finish in step 2: the basket stayed empty",
        "Checkout            David     A 96         29 s  finished",
        "Checkout            Maria     A 96         29 s  finished",
        "Forgotten password  Claire    A 96         29 s  finished",
        "Forgotten password  David     A 96         29 s  finished",
        "Forgotten password  Maria     C 63   1 min 16 s  finished, would have left in step 3",
        "",
        "Fix these first:",
        "1. The customer got stuck at “Ask for a reset link”: the basket stayed empty.",
        "   Checkout, step 2: Ask for a reset link · 1 of 6 visits: Claire · gives back 4 points a visit",
        "   Walk to this step yourself, and mend what stops the customer there.",
        "2. The e-mail with the reset link came after 26 seconds.",
        (
            "   Forgotten password, step 3: Open the e-mail · 3 of 6 visits: Claire, David and Maria · "
            "gives back 14\u201316 s and up to 9 points a visit, 45 s in all"
        ),
        "   Send account mails from their own queue, ahead of newsletters.",
        "3. A newsletter pop-up lay over “Sign in” just as Maria wanted to press it.",
        (
            "   Checkout and Forgotten password, step 1 · 2 of 6 visits: David and Maria · "
            "gives back 6.1 s and up to 7 points a visit, 12 s in all"
        ),
        "   Ask after the customer has done what they came for, and never over a form.",
        "",
        "2 things were not measured; the scorecard says what and why",
    ]


def test_what_sites_say_is_clipped_and_harmless_in_the_table():
    visit = stuck_visit(CLAIRE, CHECKOUT)
    line = visit.artifacts.timeline.model_copy(update={"message": "\x1b[2J" + "so long a text " * 40})
    shouting = visit.model_copy(update={"artifacts": visit.artifacts.model_copy(update={"timeline": line})})
    told = summary_lines(judged_run(shouting, clean_visit(), not_measured_visit()))
    assert "␛[2Jso long" in told[1]
    assert all(len(row) <= 120 for row in told[:4])
    assert told[3].endswith("?  could not be measured: harbour.test refused the connection")
