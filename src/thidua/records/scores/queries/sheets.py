"""The sheet that a bloc has adopted, and the library from which it may adopt one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from thidua.base import places
from thidua.core.answer import Sentence
from thidua.core.scoring import Name, Sheet, Take, parse
from thidua.records.scores.models import AdoptedSheet
from thidua.records.seasons.models import BlocSeason, Indicator


@dataclass(frozen=True)
class LibrarySheet:
    """A file of the library, whole."""

    code: str
    name: Name
    year: int
    text: str


class Measure(Protocol):
    """What a sheet must know of an indicator, whether the bloc has it or is still to get it."""

    @property
    def code(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def better(self) -> str: ...


@cache
def library_sheets() -> tuple[LibrarySheet, ...]:
    """Every sheet in scoresheets/, by name of the file. Raises core.read.ReadError for a faulty one."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(places.library("scoresheets").glob("*.yaml"))]
    return tuple(LibrarySheet(sheet.code, sheet.name, sheet.year, text) for text in texts if (sheet := parse(text)))


def adopted_sheet(bloc: BlocSeason) -> AdoptedSheet | None:
    """The newest sheet that the bloc has adopted, or None while it is still to be issued (chờ ban hành)."""
    return AdoptedSheet.objects.filter(bloc_season=bloc).select_related("issued_by").order_by("-number").first()


@lru_cache(maxsize=64)
def read_sheet(text: str) -> Sheet:
    """The sheet as core reads it, once in a process: before an act that needs it, not inside, since a long text
    takes its time. Raises core.read.ReadError."""
    return parse(text)


def sheet_of(adopted: AdoptedSheet) -> Sheet:
    return read_sheet(adopted.text)


def indicator_faults(sheet: Sheet, indicators: Iterable[Measure]) -> Iterator[Sentence]:
    """What only the bloc knows: whether its indicators exist, and give what the sheet takes from them."""
    known = {one.code: one for one in indicators}
    for criterion in sheet.criteria():
        if (source := criterion.source) is None:
            continue
        indicator = known.get(source.indicator)
        place = {"code": criterion.code, "name": criterion.name, "indicator": source.indicator}
        if indicator is None:
            yield Sentence("sheet.unknown_indicator", **place)
        elif (source.take is Take.MET) is (indicator.kind == Indicator.Kind.NUMBER):
            yield Sentence("sheet.indicator_of_other_kind", **place)
        elif source.take is Take.ACHIEVEMENT and indicator.better == Indicator.Better.LOWER:
            yield Sentence("sheet.achievement_of_less", **place)
