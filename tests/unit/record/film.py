"""A film whose frames the tests draw."""

import io

from PIL import Image, ImageDraw

from cxcheck.model.base import Box
from cxcheck.record.listeners.frames import Frame
from cxcheck.record.look import look

BUTTON = Box(x_px=20, y_px=20, width_px=80, height_px=30)
ON_BUTTON = (10, 10, 50, 25)  # in a frame, which is half as large
ELSEWHERE = (200, 100, 300, 150)
TICKER = (400, 300, 440, 320)


class Film:
    """A film of a page of 1280 by 720; ``show`` adds a frame with these boxes drawn."""

    def __init__(self):
        self.files = {}
        self.frames = []

    def show(self, t_ms, *boxes, grey=40):
        picture = Image.new("RGB", (640, 360), "white")
        for box in boxes:
            ImageDraw.Draw(picture).rectangle(box, fill=(grey, grey, grey))
        data = io.BytesIO()
        picture.save(data, "JPEG", quality=40)
        name = f"{len(self.files)}.jpg"
        self.files[name] = data.getvalue()
        self.frames.append(Frame(t_ms, 1, name, 1280, 720))
        return self

    def look(self, press_ms=1000, until_ms=5000, hidden=(BUTTON,)):
        return look(self.frames, self.files.__getitem__, press_ms, until_ms, hidden)
