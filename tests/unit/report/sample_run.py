"""Judged runs for the report's tests: real-looking, built by hand."""

from cxcheck.model.again import Repeatables
from cxcheck.model.aim import TinyTargets
from cxcheck.model.artifact import Artifacts, NotRecorded, Outcome, Step, Timeline
from cxcheck.model.bars import BarsSeen
from cxcheck.model.base import Box
from cxcheck.model.contact import Contacts
from cxcheck.model.finding import (
    Attribute,
    CheckMeta,
    CheckOutcome,
    CheckResult,
    Confidence,
    Finding,
    Severity,
)
from cxcheck.model.fit import Fits
from cxcheck.model.form import Fillings, Forms, Refusals
from cxcheck.model.gesture import Gestures, Target
from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Budget, Journey
from cxcheck.model.media import Playings
from cxcheck.model.page import (
    PageErrors,
    Picture,
    Pictures,
    Requests,
    Screen,
    Screens,
    Searches,
    SettledScreens,
    Shifts,
    Signs,
)
from cxcheck.model.persona import BrowserTraits, Hands, NetworkProfile, NetworkTraits, Persona
from cxcheck.model.popup import Popup, PopupKind, Popups
from cxcheck.model.reading import Readings
from cxcheck.model.run import BrowserInfo, JudgedRun, JudgedVisit, RunInfo, VisitInfo
from cxcheck.model.scorecard import (
    AttributeScore,
    Counts,
    Fix,
    GaveUp,
    Scorecard,
    StepCost,
)
from cxcheck.model.speech import Speeches
from cxcheck.model.till import Identifications, Totals
from cxcheck.model.unreached import Unreachables
from cxcheck.model.verdict import Verdict, VerdictKind
from cxcheck.model.vitals import Freezes, Vitals
from cxcheck.model.wait import Mails, Waits
from cxcheck.score.popup_counts import popup_counts
from cxcheck.score.unmeasured import unmeasured

JOURNEY = Journey(
    key="forgotten_password",
    title="Forgotten password",
    goal="Back in my account, with a new password",
    budget=Budget(minutes=3, popups=1),
)
MARIA = Persona(
    key="maria",
    title="Maria, one hand on the pram",
    summary="38, on the bus, phone in one hand. Reads headlines only. Refuses cookies when that is easy.",
    browser=BrowserTraits(device="Pixel 7", locale="es-MX"),
    network=NetworkTraits(profile=NetworkProfile.SLOW_4G, cpu_slowdown=4),
    hands=Hands(typing_wpm=36, input="touch"),
)
DAVID = Persona(
    key="david",
    title="David, between two meetings",
    summary="51, laptop in the office. Types fast, reads little, has four minutes.",
    browser=BrowserTraits(viewport=(1280, 800)),
)
CLAIRE = Persona(key="claire", title="Claire, without a mouse", hands=Hands(input="keyboard"))
CHECKOUT = Journey(key="checkout", title="Checkout", goal="Something from the shop, on its way to me")
STEPS = (
    "Find where to ask for help",
    "Ask for a reset link",
    "Open the e-mail",
    "Choose a new password",
    "Sign in with it",
)

META = {
    meta.id: meta
    for meta in (
        CheckMeta(
            id="mail-slow",
            attribute=Attribute.RESOLUTION,
            severity=Severity.SERIOUS,
            passes="The e-mail came while the customer was still looking",
            fails="The e-mail kept the customer waiting",
            why="People look in the spam folder, ask again, or leave. Each new link kills the earlier one.",
            remedy="Send account mails from their own queue, ahead of newsletters.",
            threshold="10 s, or 60 s at the very latest",
            source="Nielsen's limit of attention; our choice for mail",
        ),
        CheckMeta(
            id="popup-in-the-way",
            attribute=Attribute.EASE,
            severity=Severity.SERIOUS,
            passes="Nothing lay over what the customer wanted to press",
            fails="Something lay over what the customer wanted to press",
            why="The customer has to deal with your wish before they may go on with theirs.",
            remedy="Ask after the customer has done what they came for, and never over a form.",
            threshold="no pop-up over the control that is wanted",
            source="Better Ads Standards",
        ),
        CheckMeta(
            id="dead-click",
            attribute=Attribute.EASE,
            severity=Severity.CRITICAL,
            passes="Every press was answered",
            fails="A press was not answered",
            why="Nobody knows whether to press again, to wait, or to leave.",
            remedy="Answer each press at once: change the button, show progress, or say what is missing.",
            threshold="2.5 s",
            source="PostHog and Sentry call the same a dead click",
        ),
        CheckMeta(
            id="journey-unfinished",
            attribute=Attribute.RESOLUTION,
            severity=Severity.CRITICAL,
            passes="The customer got what they came for",
            fails="The customer could not do what they came for",
            why="This customer leaves without what they wanted.",
            remedy="Walk to this step yourself, and mend what stops the customer there.",
            threshold="the journey's last step",
            source="our choice",
        ),
        CheckMeta(
            id="page-jumps",
            attribute=Attribute.EASE,
            severity=Severity.SERIOUS,
            passes="The page stayed still under the customer's hand",
            fails="The page jumped",
            why="People press what was not there a moment ago.",
            remedy="Reserve room for whatever arrives late.",
            threshold="0.1",
            source="web-vitals",
        ),
    )
}


def finding(check="mail-slow", **changes):
    meta = META[check]
    fields = {
        "check": check,
        "attribute": meta.attribute,
        "severity": meta.severity,
        "step": 3,
        "t_ms": 24_000,
        "sentence": "The e-mail with the reset link came after 26 seconds.",
        "value": 26_240,
        "unit": "ms",
        "limit": 10_000,
        "cost_ms": 16_240,
    }
    return Finding(**(fields | changes))


MAIL = finding()
POPUP = finding(
    "popup-in-the-way",
    step=1,
    t_ms=2_100,
    sentence="A newsletter pop-up lay over “Sign in” just as Maria wanted to press it.",
    value=1,
    unit="count",
    limit=0,
    cost_ms=6_100,
    popup=1,
)
DEAD = finding(
    "dead-click",
    step=4,
    t_ms=57_000,
    sentence="Maria pressed “Save password” and nothing happened.",
    value=2_500,
    limit=2_500,
    cost_ms=2_500,
    severity=Severity.MODERATE,
    confidence=Confidence.HEURISTIC,
    target=Target(
        selector="#save",
        role="button",
        name="Save password",
        box=Box(x_px=24, y_px=420, width_px=364, height_px=48),
    ),
)
STUCK = finding(
    "journey-unfinished",
    step=2,
    t_ms=27_000,
    sentence="The customer got stuck at “Ask for a reset link”: the basket stayed empty.",
    value=1,
    unit="count",
    limit=0,
    cost_ms=0,
)


def result(check, outcome=CheckOutcome.PASS, reason="", *findings):
    return CheckResult(check=check, attribute=META[check].attribute, outcome=outcome, reason=reason, findings=findings)


def attributes(**scores):
    return tuple(
        AttributeScore(
            attribute=one,
            score=scores.get(one.value),
            reason="" if one.value in scores else "no check of this release looks at it",
        )
        for one in Attribute
    )


def steps_of(costs, *, unfinished=0):
    return tuple(
        StepCost(
            index=number,
            title=STEPS[number - 1],
            moment_of_truth=number == 3,
            finished=number != unfinished,
            waiting_ms=waiting,
            effort_ms=effort,
            interruption_ms=interruption,
            screens=1,
            clicks=2,
            fields=1,
        )
        for number, (waiting, effort, interruption) in enumerate(costs, start=1)
    )


def scorecard(costs=(), *, score=None, grade=None, unfinished=0, **changes):
    def total(part):
        return sum(cost[part] for cost in costs) if costs else None

    fields = {
        "scoring": "2026.1",
        "waiting_ms": total(0),
        "effort_ms": total(1),
        "interruption_ms": total(2),
        "steps": steps_of(costs, unfinished=unfinished),
        "counts": Counts(),
        "attributes": attributes(),
        "score": score,
        "grade": grade,
    }
    return Scorecard(**(fields | changes))


def timeline(outcome, count, *, message="", end_ms=90_000.0):
    each = end_ms / max(count, 1)
    return Timeline(
        outcome=outcome,
        message=message,
        end_ms=end_ms,
        steps=tuple(
            Step(
                index=number,
                title=STEPS[number - 1],
                moment_of_truth=number == 3,
                start_ms=(number - 1) * each,
                end_ms=number * each,
                finished=outcome is Outcome.FINISHED or number < count,
            )
            for number in range(1, count + 1)
        ),
    )


def artifacts(line, *, size=(412, 839), **changes):
    fields = {
        "timeline": line,
        "screens": Screens(
            items=tuple(
                Screen(
                    t_ms=step.start_ms + 500,
                    step=step.index,
                    page=1,
                    url="http://harbour.test/",
                    title=step.title,
                    how="document",
                )
                for step in line.steps
            )
        ),
        "gestures": Gestures(),
        "waits": Waits(),
        "popups": Popups(),
        "requests": Requests(),
        "errors": PageErrors(),
        "mails": Mails(),
        "pictures": Pictures(
            items=tuple(
                Picture(
                    t_ms=step.end_ms,
                    step=step.index,
                    reason="step-end",
                    file=f"evidence/step-{step.index}.jpg",
                    width_px=size[0],
                    height_px=size[1],
                )
                for step in line.steps
            )
        ),
        "searches": Searches(),
        "fillings": Fillings(),
        "refusals": Refusals(),
        "identifications": Identifications(),
        "totals": Totals(),
        "shifts": Shifts(),
        "settled": SettledScreens(),
        "unreachables": Unreachables(),
        "vitals": Vitals(),
        "readings": Readings(),
        "playings": Playings(),
        "bars": BarsSeen(),
        "fits": Fits(),
        "speeches": Speeches(),
        "signs": Signs(),
        "contacts": Contacts(),
        "forms": Forms(),
        "tiny_targets": TinyTargets(),
        "repeatables": Repeatables(),
        "freezes": Freezes(),
    }
    return Artifacts(**(fields | changes))


def info(persona, *, journey=JOURNEY, name="Elena Ríos"):
    return VisitInfo(
        id=f"{journey.key}--{persona.key}--chromium--01",
        journey=journey,
        persona=persona,
        identity=MaskedIdentity(name=name, email="elena.rios@customers.example.test"),
        site="Harbour",
        base_url="http://harbour.test/",
        browser=BrowserInfo(name="chromium", version="151.0", playwright="1.61.0"),
        seed=7,
        began="2026-03-02T09:14:07+00:00",
    )


def slow_visit():
    """Maria, who finished at grade C with three findings."""
    line = timeline(Outcome.FINISHED, 5)
    newsletter = Popup(
        id=1,
        t_ms=1_900,
        step=1,
        kind=PopupKind.NEWSLETTER,
        title="10 % off!",
        box=Box(x_px=16, y_px=200, width_px=380, height_px=330),
        cover_ratio=0.62,
        blocks=True,
        in_the_way=(2_100,),
    )
    recorded = artifacts(line, popups=Popups(items=(newsletter,)))
    popup_picture = Picture(
        t_ms=2_150,
        step=1,
        reason="popup",
        file="evidence/popup-1.jpg",
        width_px=412,
        height_px=839,
        popup=1,
    )
    recorded = recorded.model_copy(
        update={
            "pictures": Pictures(items=(*recorded.pictures.items, popup_picture)),
            "unsupported": {"layout-shift": "this browser does not report it"},
        }
    )
    costs = (
        (3_200, 5_900, 6_120),
        (1_300, 7_400, 0),
        (26_240, 3_100, 0),
        (3_400, 8_050, 0),
        (1_450, 9_700, 0),
    )
    card = scorecard(
        costs,
        score=63.4,
        grade="C",
        counts=Counts(
            screens=7,
            documents=6,
            clicks=9,
            fields=4,
            characters=67,
            choices=0,
            keys=2,
            screenfuls=3.2,
            switches=1,
            popup_gestures=1,
            popups=1,
            mails=1,
            hints=0,
        ),
        attributes=attributes(speed=58, ease=61.5, convenience=80, certainty=74, resolution=55),
        results=(
            result("mail-slow", CheckOutcome.FAIL, "", MAIL),
            result("popup-in-the-way", CheckOutcome.FAIL, "", POPUP),
            result("dead-click", CheckOutcome.FAIL, "", DEAD),
            result("page-jumps", CheckOutcome.NOT_MEASURED, "the browser does not report layout shifts"),
        ),
        fixes=(
            Fix(
                check="mail-slow",
                sentence="The e-mail with the reset link came after 26 seconds.",
                remedy=META["mail-slow"].remedy,
                seconds=16.24,
                points=9.2,
            ),
            Fix(
                check="popup-in-the-way",
                sentence=POPUP.sentence,
                remedy=META["popup-in-the-way"].remedy,
                seconds=6.1,
                points=7.0,
            ),
            Fix(
                check="dead-click",
                sentence=DEAD.sentence,
                remedy=META["dead-click"].remedy,
                seconds=2.5,
                points=3.4,
            ),
        ),
        gave_up=GaveUp(step=3, t_ms=46_000, why="waited longer than 10 s for the e-mail"),
    )
    return JudgedVisit(info=info(MARIA), artifacts=recorded, scorecard=card, verdict=Verdict(kind=VerdictKind.PASS))


def cut_off_visit():
    """David, whose recording stops in the third step."""
    line = timeline(Outcome.CUT_OFF, 3, message="the browser was killed", end_ms=31_000)
    return JudgedVisit(
        info=info(DAVID, name="David Marsh"),
        artifacts=artifacts(line, size=(1280, 800)),
        scorecard=scorecard(
            ((1_800, 5_100, 0), (900, 5_600, 0), (14_200, 1_300, 0)),
            unfinished=3,
            counts=Counts(screens=4, documents=4, clicks=5, fields=1, popups=0),
            score_note="the recording was cut off",
            results=(
                result("popup-in-the-way"),
                result("dead-click"),
                result("mail-slow", CheckOutcome.NOT_MEASURED, "the recording ends before the e-mail came"),
            ),
        ),
        verdict=Verdict(kind=VerdictKind.NOT_MEASURED, reasons=("the recording was cut off",)),
    )


def clean_visit(persona=DAVID):
    """A visit with nothing to say against it."""
    return JudgedVisit(
        info=info(persona, name="David Marsh"),
        artifacts=artifacts(timeline(Outcome.FINISHED, 5), size=(1280, 800)),
        scorecard=scorecard(
            ((400, 4_900, 0), (300, 5_400, 0), (1_900, 2_100, 0), (420, 6_000, 0), (380, 6_900, 0)),
            score=96.2,
            grade="A",
            counts=Counts(screens=6, documents=6, clicks=7, fields=4, popups=0),
            attributes=attributes(speed=97, ease=96, resolution=95),
            results=(result("popup-in-the-way"), result("dead-click"), result("mail-slow")),
        ),
        verdict=Verdict(kind=VerdictKind.PASS),
    )


def not_measured_visit():
    """A visit that found the site down."""
    nothing = NotRecorded(reason="the site did not answer")
    tables = Artifacts.model_fields.keys() - {"timeline", "machine", "unsupported"}
    line = timeline(Outcome.NOT_MEASURED, 0, message="harbour.test refused the connection", end_ms=0)
    return JudgedVisit(
        info=info(MARIA),
        artifacts=artifacts(line, **dict.fromkeys(tables, nothing)),
        scorecard=scorecard(score_note="the site did not answer"),
        verdict=Verdict(kind=VerdictKind.NOT_MEASURED, reasons=("the site did not answer",)),
    )


def judged_run(*visits):
    """A run of these visits; without any, of Maria's and of David's cut-off one."""
    return JudgedRun(
        run=RunInfo(
            id="2026-03-02-0914",
            cxcheck="0.1.0",
            python="3.12.3",
            platform="Linux",
            cores=8,
            seed=7,
            began="2026-03-02T09:14:07+00:00",
            site="Harbour",
            base_url="http://harbour.test/",
        ),
        visits=tuple(map(_complete, visits or (slow_visit(), cut_off_visit()))),
    )


def _complete(visit):
    told = {
        "unmeasured": unmeasured(visit.artifacts, visit.scorecard.results),
        "popups": popup_counts(visit.artifacts, visit.info.persona),
    }
    return visit.model_copy(update={"scorecard": visit.scorecard.model_copy(update=told)})


def repeated(*visits):
    """The visits as repeats of each other, numbered."""
    return [
        visit.model_copy(
            update={"info": visit.info.model_copy(update={"id": f"{visit.info.id[:-2]}{n:02}", "repeat": n})}
        )
        for n, visit in enumerate(visits, start=1)
    ]


def walked(visit, persona, journey=JOURNEY):
    """The same visit by another customer, or on another journey."""
    changed = info(persona, journey=journey, name=persona.title.partition(",")[0])
    return visit.model_copy(update={"info": changed})


def found(visit, *findings):
    """The visit with these findings instead of its own, each of a check of its own, and their fixes."""
    card = visit.scorecard.model_copy(
        update={
            "results": tuple(result(one.check, CheckOutcome.FAIL, "", one) for one in findings),
            "fixes": tuple(
                Fix(
                    check=one.check,
                    blocks=one.check == "journey-unfinished",
                    sentence=one.sentence,
                    remedy=META[one.check].remedy,
                    seconds=one.cost_ms / 1000,
                    points=4.0,
                )
                for one in findings
            ),
        }
    )
    return visit.model_copy(update={"scorecard": card})


def stuck_visit(persona, journey):
    """A visit that stops in its second step."""
    line = timeline(Outcome.NOT_FINISHED, 2, message="the basket stayed empty", end_ms=27_000)
    visit = JudgedVisit(
        info=info(persona, journey=journey),
        artifacts=artifacts(line, size=(1280, 800)),
        scorecard=scorecard(((2_000, 9_000, 0), (6_000, 10_000, 0)), score=39, grade="F", unfinished=2),
        verdict=Verdict(kind=VerdictKind.FAIL, reasons=("not finished",)),
    )
    return found(visit, STUCK)


def slow_mail(seconds, **changes):
    """The same offence with another number."""
    sentence = f"The e-mail with the reset link came after {seconds} seconds."
    value = seconds * 1000.0
    return finding(**({"sentence": sentence, "value": value, "cost_ms": value - 10_000} | changes))


def many_visits():
    """Two journeys by three customers: Claire gets stuck in the checkout, Maria would have left over the mail."""
    return (
        stuck_visit(CLAIRE, CHECKOUT),
        walked(found(clean_visit(), POPUP), DAVID, CHECKOUT),
        walked(clean_visit(), MARIA, CHECKOUT),
        walked(found(clean_visit(), slow_mail(24)), CLAIRE),
        walked(found(clean_visit(), slow_mail(25), DEAD), DAVID),
        slow_visit(),
    )
