"""A made-up visit with pictures, for the tests that watch its replay."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from cxcheck.model.journey import Journey
from cxcheck.model.persona import BrowserTraits, Hands, Persona
from cxcheck.model.run import BrowserInfo, JudgedVisit, Visit, VisitInfo
from cxcheck.pipeline import judge_visit
from cxcheck.testing import Story

ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
SECRET = "s3cret-tok3n-1234"  # in a picture's file name only: no text may name a file
DESKTOP = (1280, 720)
PHONE = (412, 839)


class Watched:
    """Events and pictures; ``visit`` judges them. The page says what a site that means harm would say."""

    def __init__(self, *, size: tuple[int, int] = DESKTOP, hands: str = "mouse", title: str = "Reset") -> None:
        self.story = Story()
        self.files: dict[str, bytes] = {}
        self.size = size
        self._device = BrowserTraits(device="Pixel 7") if size == PHONE else BrowserTraits(viewport=size)
        self._hands = hands
        self._title = title

    def frame(self, t_ms: float, *boxes: tuple[int, int, int, int], page: int = 1, grey: int = 40) -> Watched:
        """The screencast's picture, half as large as the page, with these boxes (in its own pixels) drawn."""
        name = f"frames/{SECRET}-{len(self.files)}.jpg"
        self.files[name] = picture((self.size[0] // 2, self.size[1] // 2), boxes, grey)
        width, height = self.size
        self.story.add("frame/shown", t_ms, page=page, file=name, width_px=width, height_px=height)
        return self

    def picture(self, t_ms: float, reason: str = "step-end", popup: str | None = None) -> Watched:
        """One taken on purpose."""
        name = f"evidence/{SECRET}-{len(self.files)}.jpg"
        self.files[name] = picture(self.size, [(20, 20, 200, 90)], 90)
        about = {"reason": reason, "file": name, "width_px": self.size[0], "height_px": self.size[1], "at_ms": t_ms}
        self.story.add("picture/taken", t_ms, **about | ({"popup": popup} if popup else {}))
        return self

    def visit(self) -> JudgedVisit:
        """Judged."""
        persona = Persona(
            key="maria",
            title=f"Maria, {ATTACK}",
            summary="Reads headlines only.",
            browser=self._device,
            hands=Hands(input=self._hands),
        )
        info = VisitInfo(
            id="forgotten_password--maria--chromium--01",
            journey=Journey(key="forgotten_password", title=self._title, goal="Back in my account"),
            persona=persona,
            site="Harbour",
            base_url="http://harbour.test/",
            browser=BrowserInfo(name="chromium", version="151.0", playwright="1.61.0"),
            seed=7,
            record="frames",
            began="2026-03-02T09:14:07+00:00",
        )
        return judge_visit(Visit(info=info, events=tuple(self.story.events)))

    def read(self, file: str) -> bytes | None:
        return self.files.get(file)


def picture(size: tuple[int, int], boxes, grey: int) -> bytes:
    image = Image.new("RGB", size, "white")
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, fill=(grey, grey, grey))
    data = io.BytesIO()
    image.save(data, "JPEG", quality=40)
    return data.getvalue()


def forgotten_password(**how) -> Watched:
    """A pop-up, a press in vain, a password typed, a mail that lets wait, a second tab."""
    watched = Watched(**how)
    story, box = watched.story, {"x_px": 100, "y_px": 300, "width_px": 200, "height_px": 40}
    story.add("page/opened", 0, page=1, first=True)
    story.step("Ask for a link", 0)
    story.document(200, painted_ms=900, title=ATTACK)
    watched.frame(1000, (10, 10, 60, 30))
    story.popup(
        "1", 2000, cover_ratio=0.9, title=ATTACK, box={"x_px": 40, "y_px": 100, "width_px": 300, "height_px": 200}
    )
    watched.frame(2200, (10, 40, 200, 200)).picture(2300, "popup", popup="1")
    story.press("Close", 3000, popup="1", box=box).add("popup/gone", 3100, id="1")
    watched.frame(3200, (10, 10, 60, 30))
    story.press(ATTACK, 5000, box=box)
    story.press("Send", 9000, box=box).change(9100)
    watched.frame(9200, (10, 10, 90, 60))
    story.step("Open the e-mail", 10_000)
    watched.picture(10_050)
    story.mail(11_000, 27_000)
    story.add("gesture/switched", 29_000, to="site")
    story.add("page/opened", 29_500, page=2)
    watched.frame(30_000, (100, 10, 160, 90), page=1, grey=200)
    watched.frame(30_100, (100, 10, 160, 90), page=2)
    story.step("Choose a new password", 31_000)
    story.add(
        "gesture/typed", 32_000, page=2, characters=14, field_kind="password", until_ms=34_000,
        target={"selector": "#p", "role": "textbox", "name": "Password", "box": box},
    )  # fmt: skip
    story.end(36_000)
    watched.picture(36_010)
    return watched
