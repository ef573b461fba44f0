"""What a page says, piece by piece, and whether an element claims a language of its own; where the page leads."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
SILENT = frozenset({"script", "style", "textarea", "kbd"})  # a field holds what a reader typed
SPOKEN = ("aria-label", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt", "data-label", "label")
PRESSED = frozenset({"submit", "button", "reset"})


@dataclass(frozen=True)
class Piece:
    """Words of a page.

    `where` is the element's name, or element@attribute; `lang` what the nearest element within the page
    claims, "" where it is the page's own language.
    """

    text: str
    where: str
    lang: str


@dataclass
class Open:
    tag: str
    lang: str
    shape: str = ""


@dataclass
class Reading:
    """All that one page says and where its links lead."""

    lang: str = ""  # what its html element claims; "" for a part of a page
    pieces: list[Piece] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)  # what scripts put into it
    shapes: set[str] = field(default_factory=set)  # its kinds of elements, each within its parent, by tag and classes


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read, self._open = Reading(), [Open("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        lang = self._open[-1].lang
        if tag == "html":
            self.read.lang = told.get("lang", "")
        else:
            lang = told.get("lang", lang)
        if tag == "a" and "href" in told:
            self.read.links.append(told["href"])
        if "hx-get" in told:
            self.read.parts.append(told["hx-get"])
        for name in SPOKEN:
            self._say(told.get(name, ""), f"{tag}@{name}", lang)
        if tag == "input" and told.get("type") in PRESSED:
            self._say(told.get("value", ""), f"{tag}@value", lang)
        shape = ".".join([tag, *sorted(told.get("class", "").split()), told.get("type", ""), told.get("role", "")])
        self.read.shapes.add(f"{self._open[-1].shape}>{shape}")
        if tag not in VOID:
            self._open.append(Open(tag, lang, shape))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        if not SILENT & {element.tag for element in self._open}:
            self._say(data, self._open[-1].tag, self._open[-1].lang)

    def _say(self, text: str, where: str, lang: str) -> None:
        if text := " ".join(text.split()):
            self.read.pieces.append(Piece(text, where, lang))


def read(page: str) -> Reading:
    """Read a page of HTML; what a reader types (values of fields, text areas) is not the page's own words."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader.read
