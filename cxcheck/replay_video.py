"""A replay as a film, for slides and chat: the page is played in a browser, picture by picture."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from cxcheck.errors import CouldNotMeasure, problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page, ViewportSize

# All our choice: a slide's shape; pictures a second that a pointer still moves smoothly with.
WIDTH, HEIGHT = 1280, 720
A_SECOND = 10
_END_S = 6  # the end card is read so long
_QUALITY = 85
_COLOURS = "scale=in_range=pc:out_range=tv,format=yuv420p"  # what slides expect; JPEG has the full range
_HIDDEN = ".controls, .begin, .end__close, .whole { display: none !important } .film { transition: none !important }"


def write_video(page: Path, film: Path) -> None:
    """Film the replay that is this page.

    Raises:
        CouldNotMeasure: There is no browser, no encoder, or the encoder failed.
    """
    encoder = _encoder()
    command = [
        encoder, "-y", "-loglevel", "error", "-f", "image2pipe", "-framerate", str(A_SECOND), "-c:v", "mjpeg",
        "-i", "-", "-vf", _COLOURS, "-c:v", "libx264", "-movflags", "+faststart", str(film),
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        try:
            for picture in _pictures(page):
                process.stdin.write(picture)
            process.stdin.close()
        except BrokenPipeError:
            pass  # it says why
        said = process.stderr.read().decode(errors="replace").strip()
    if process.returncode:
        raise CouldNotMeasure(
            problem(
                f"the film could not be written: {said.splitlines()[-1] if said else process.returncode}",
                where=str(film),
                expected=f"that {encoder} writes H.264 (libx264)",
                todo="name a file that can be written, or install an ffmpeg with libx264",
            )
        )


def _encoder() -> str:
    found = shutil.which("ffmpeg")
    if found:
        return found
    try:
        from imageio_ffmpeg import get_ffmpeg_exe

        return str(get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        raise CouldNotMeasure(
            problem(
                "there is no encoder for films",
                where="--video",
                expected="ffmpeg on the machine, or the one that the extra brings",
                todo="pip install 'cxcheck[video]'",
            )
        ) from None


def _pictures(page: Path) -> Iterator[bytes]:
    """JPEG pictures of the page, from its beginning to its end."""
    from playwright.sync_api import sync_playwright

    from cxcheck.record import browser

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.find())
        try:
            # Its policy would forbid the style below, too.
            window: ViewportSize = {"width": WIDTH, "height": HEIGHT}
            shown = started.new_context(viewport=window, offline=True, bypass_csp=True).new_page()
            shown.goto(page.resolve().as_uri())
            shown.add_style_tag(content=_HIDDEN)
            shown.wait_for_function("performance.getEntriesByName('playing').length")
            shown.keyboard.press("k")  # it had begun to play
            length = int(shown.locator(".range").get_attribute("max") or 0)
            for number in range(int(length * A_SECOND / 1000) + 1):
                yield _picture(shown, min(length, number * 1000 / A_SECOND))
            last = _picture(shown, length)
            for _ in range(int(_END_S * A_SECOND)):
                yield last
        finally:
            started.close()


_SHOW = """async (at) => {
  const range = document.querySelector('.range');
  range.value = at;
  range.dispatchEvent(new Event('input'));
  await Promise.all(document.stages.map((stage) => stage.drawing));
  await new Promise(requestAnimationFrame);
}"""


def _picture(shown: Page, at: float) -> bytes:
    shown.evaluate(_SHOW, at)
    return shown.screenshot(type="jpeg", quality=_QUALITY, animations="allow", caret="initial")
