"""Long texts in a history: the paragraphs that differ beside each other, what stayed the same folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONG, SHORT, LEAD = 240, 160, 40
COMPARED = 300  # paragraphs; where more than so many differ, the one text took the place of the other


@dataclass(frozen=True)
class Text:
    """One side of a passage; `short` is what is seen of a long one until it is unfolded, "" where all is seen."""

    whole: str
    short: str = ""

    @classmethod
    def of(cls, whole: str, differs_at: int = 0) -> "Text":
        """`differs_at` is the place where it begins to differ from the other side."""
        return cls(whole, _seen_of(whole, differs_at) if len(whole) > LONG else "")


@dataclass(frozen=True)
class Passage:
    """Paragraphs that stand together; `same` counts them where before and after they are the same."""

    before: Text
    after: Text
    same: int = 0


def passages(before: str, after: str) -> list[Passage]:
    """The passages of two texts one of which is long; none where they are read at a glance."""
    if not (before and after) or max(len(before), len(after)) <= LONG:
        return []
    return list(_passages(_paragraphs(before), _paragraphs(after)))


def _passages(was: Sequence[str], now: Sequence[str]) -> Iterator[Passage]:
    head = _alike(was, now)
    tail = _alike(was[head:][::-1], now[head:][::-1])
    yield from _same(was[:head])
    yield from _compared(was[head : len(was) - tail], now[head : len(now) - tail])
    yield from _same(was[len(was) - tail :])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many are the same from the beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _compared(was: Sequence[str], now: Sequence[str]) -> Iterator[Passage]:
    if max(len(was), len(now)) > COMPARED:
        yield _changed(was, now)
        return
    for what, begin, end, begins, ends in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        old, new = was[begin:end], now[begins:ends]
        if what == "equal":
            yield from _same(old)
        elif len(old) == len(new):
            yield from (_changed([one], [other]) for one, other in zip(old, new, strict=True))
        else:
            yield _changed(old, new)


def _same(paragraphs: Sequence[str]) -> Iterator[Passage]:
    if paragraphs:
        text = Text("\n".join(paragraphs))
        yield Passage(text, text, len(paragraphs))


def _changed(was: Sequence[str], now: Sequence[str]) -> Passage:
    before, after = "\n".join(was), "\n".join(now)
    differs_at = _alike(before, after) if before and after else 0
    return Passage(Text.of(before, differs_at), Text.of(after, differs_at))


def _seen_of(whole: str, differs_at: int) -> str:
    """A piece of it with whole words, from a little before the place where it begins to differ."""
    begin = whole.find(" ", differs_at - LEAD) + 1 if differs_at > LEAD else 0
    seen = " ".join(whole[begin : begin + SHORT].split())
    is_cut = begin + SHORT < len(whole)
    return ("… " if begin else "") + (f"{seen.rpartition(' ')[0] or seen} …" if is_cut else seen)


def _paragraphs(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := one.strip())]
