"""A rendered page, as a parser reads it."""

from html.parser import HTMLParser

from sample_run import META, judged_run

from cxcheck.report.scorecard import render

VOID = {"meta", "img"}


class Page(HTMLParser):
    """Elements with their attributes, the text, and whether every element is closed in order."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.words, self.open = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def shown(*visits, picture_src=lambda _visit, file: f"pictures/{file}", meta=META):
    return Page(render(judged_run(*visits), meta=meta, picture_src=picture_src))
