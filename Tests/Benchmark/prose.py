"""Text that is written once and comes out twice: plain, with targets, and as annotated HTML."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

Target = dict[str, object]


class Prose:
    """Appends text and remembers where each span begins and ends, in code points."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._html: list[str] = ["<p>"]
        self._targets: list[Target] = []
        self._length = 0
        self.words = 0

    def write(self, text: str) -> None:
        self._text.append(text)
        self._html.append(escape(text, quote=False))
        self._length += len(text)
        self.words += len(text.split())

    def end_paragraph(self) -> None:
        if self._text[-1].endswith(" "):
            self._text[-1] = self._text[-1][:-1]
            self._html[-1] = self._html[-1][:-1]
            self._length -= 1
        self._text.append("\n")
        self._html.append("</p>\n<p>")
        self._length += 1

    def mark(self, html: str) -> None:
        """Stands in the HTML alone."""
        self._html.append(html)

    @contextmanager
    def element(self, name: str, attributes: str) -> Iterator[None]:
        self.mark(f"<{name} {attributes}>")
        yield
        self.mark(f"</{name}>")

    @contextmanager
    def span(self, element: str, attributes: str) -> Iterator[Target]:
        """Marks what is written within; the target is complete after `finish`."""
        target: Target = {"exact": "", "start": self._length, "end": self._length}
        self._targets.append(target)
        with self.element(element, attributes):
            yield target
        target["end"] = self._length

    def finish(self) -> tuple[str, list[str]]:
        """The plain text, and each paragraph as HTML; call once, after the last paragraph."""
        text = "".join(self._text).removesuffix("\n")
        html = "".join(self._html).removesuffix("\n<p>")
        for target in self._targets:
            target["exact"] = text[target["start"]:target["end"]]
        return text, html.split("\n")
