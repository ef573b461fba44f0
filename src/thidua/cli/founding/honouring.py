"""Records of honours: what stood in the units' registers of the years before, brought unit by unit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, partial
from itertools import groupby
from typing import Any

from thidua.base.days import local_day
from thidua.cli.founding.files import BUILDER, Cast, Event, day, moment, named, rows, table
from thidua.core.actor import Actor
from thidua.core.law.history import AwardType, Level, Recognition
from thidua.records.awards.actions import bring_entries, set_remit
from thidua.records.awards.models import Discipline, Leave, Profile, Work
from thidua.records.awards.told import (
    Decision,
    DisciplineTold,
    EntryTold,
    FactTold,
    HonourTold,
    LeaveTold,
    Line,
    ProfileTold,
    RatingTold,
    Whose,
    WorkTold,
)
from thidua.records.directory.models import Person, Unit
from thidua.records.seasons.models import Season

Row = dict[str, str]
STEP = timedelta(minutes=4)
OWN = "own"


def events(cast: Cast, season: Season) -> list[Event]:
    """One register after another, in the order of the file."""
    first = moment(table("honours")["at"])
    found: list[Event] = []
    for place, (code, register) in enumerate(groupby(rows("honours"), key=lambda row: row["who"].split(":")[0])):
        at = first + place * STEP
        found.append((at, _Register(cast, code, tuple(register), place, at).bring))
    for place, row in enumerate(table("honours")["remits"], 1):
        at = first - place * STEP
        found.append((at, partial(_say_remit, row, at)))
    return found


def _say_remit(row: dict[str, str], at: datetime) -> None:
    """Whose own texts hold for a unit and all below it."""
    unit = Unit.objects.get(code=row["unit"])
    set_remit(
        unit, main_road=row["main"], second_road=row.get("second", ""), seen_version=0, by=BUILDER, at=at,
        key=named(f"remit:{row['unit']}"),
    )  # fmt: skip


@dataclass
class _Register:
    """The rows of one unit and of its people."""

    cast: Cast
    code: str
    rows: tuple[Row, ...]
    place: int
    at: datetime
    works: dict[tuple[str, str], Work] = field(default_factory=dict)

    @cached_property
    def unit(self) -> Unit:
        """As it stands: its name may be another one's in the cast by now."""
        return Unit.objects.get(code=self.code)

    def bring(self) -> None:
        """Initiatives first, so that honours can name them."""
        self._bring("works", [row for row in self.rows if row["what"] == "work"])
        self._bring("rest", [row for row in self.rows if row["what"] != "work"])

    def _bring(self, part: str, rows: list[Row]) -> None:
        if not rows:
            return
        lines = [Line(self._whose(row["who"]), told) for row in rows for told in self._told(row)]
        brought = bring_entries(
            lines, source=table("honours")["source"]["vi"], by=self._by(), at=self.at,
            key=named(f"honours:{self.code}:{part}"),
        )  # fmt: skip
        self.works |= {
            (row["who"], row["name"]): entry
            for row, entry in zip(rows, brought, strict=False)
            if isinstance(entry, Work)
        }

    def _whose(self, code: str) -> Whose:
        """By the code in the files; who came by a code of the unit has none there, and is called by the name."""
        if ":" not in code:
            return self.unit
        return self.cast.people.get(code) or Person.objects.get(full_name=code.split(":")[1], withdrawn_at=None)

    def _by(self) -> Actor:
        """The unit's officer where the unit enters for itself, else the secretariat; the command where none is said.

        The command too for units that are not of the cluster.
        """
        if not (secretary := table("honours")["by"]):
            return BUILDER
        entry = {row["unit"]: row["entry"] for row in rows("accounts")}.get(self.code)
        if entry is None:
            return BUILDER
        return self.cast.actor(f"{self.code}:O1" if entry == OWN else secretary, local_day(self.at))

    def _told(self, row: Row) -> Iterator[EntryTold]:
        made = _MADE[row["what"]]
        for year in _years(row["years"]) or (None,):
            yield made(self, row, year)

    def decision(self, row: Row, year: int | None) -> Decision:
        """The row's own, else that of the unit's head on the year."""
        if row["number"]:
            return Decision(row["number"], day(row["on"]), row["by"])
        if year is None or year not in (decisions := table("honours")["decisions"]):
            return Decision(source=table("honours")["source"]["vi"])
        told = decisions[year]
        number = told["number"] + 2 * self.place + (row["what"] == "title")
        head = self._head(year)
        return Decision(f"{number}/{head['seal']}", day(told["on"]), head["by"])

    def _head(self, year: int) -> dict[str, Any]:
        """Who decides on that year in the unit."""
        heads = (head for head in table("honours")["heads"] if year <= head.get("until", year))
        return next(head for head in heads if self.code.startswith(head["units"]))


def _rating(of: _Register, row: Row, year: Any) -> RatingTold:
    return RatingTold(year, Level[row["code"]], decision=of.decision(row, year))


def _title(of: _Register, row: Row, year: Any) -> HonourTold:
    return HonourTold(row["code"], year=year, works=_used(of, row), decision=of.decision(row, year))


def _form(of: _Register, row: Row, year: Any) -> HonourTold:
    rewarded, kind = tuple(_years(row["rewarded"])), AwardType(row["type"])
    decision = of.decision(row, None)
    return HonourTold(row["code"], type=kind, rewarded=rewarded, works=_used(of, row), decision=decision)


def _work(of: _Register, row: Row, year: Any) -> WorkTold:
    rank = Recognition(row["level"])
    return WorkTold(Work.Kind(row["code"]), year, row["name"], rank, decision=of.decision(row, year))


def _discipline(of: _Register, row: Row, year: Any) -> DisciplineTold:
    until = day(row["until"]) if row["until"] else None
    return DisciplineTold(Discipline.Degree(row["code"]), day(row["on"]), until, of.decision(row, None))


def _leave(of: _Register, row: Row, year: Any) -> LeaveTold:
    return LeaveTold(year, Leave.Kind(row["code"]), Decision(source=table("honours")["source"]["vi"]))


def _fact(of: _Register, row: Row, year: Any) -> FactTold:
    return FactTold(row["code"], year, decision=of.decision(row, year))


def _profile(of: _Register, row: Row, year: Any) -> ProfileTold:
    decision = Decision(source=table("honours")["source"]["vi"])
    return ProfileTold(Profile.Sex(row["level"]), row["code"], decision)


_MADE: dict[str, Callable[[_Register, Row, Any], EntryTold]] = {
    "rating": _rating, "title": _title, "form": _form, "work": _work, "discipline": _discipline, "leave": _leave,
    "fact": _fact, "profile": _profile,
}  # fmt: skip


def _used(of: _Register, row: Row) -> tuple[Work, ...]:
    return tuple(of.works[row["who"], name] for name in filter(None, row["uses"].split(";")))


def _years(text: str) -> list[int]:
    """Years as the file writes them: "2007-2009 2012"."""
    spans = [part.partition("-") for part in text.split()]
    return [year for first, _, last in spans for year in range(int(first), int(last or first) + 1)]
