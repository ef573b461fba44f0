"""From an entry of a rule file to a condition.

An entry is a table with one kind of condition, `source:` for its article where it has one of its own, and `doubt:`
where nobody could read the primary text (`check`) or the reading is our choice (`default`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from thidua.core.law.conditions.base import Condition
from thidua.core.law.conditions.conferred import Conferral
from thidua.core.law.conditions.groups import AllOf, AnyOf, Doubt, InDoubt, Readings, StandardOf
from thidua.core.law.conditions.members import HeadCount, Share
from thidua.core.law.conditions.needs import EveryOne, FormsIn, Need, OneOf, RatingsIn, TitlesIn, WorksIn
from thidua.core.law.conditions.rated import Rated
from thidua.core.law.conditions.run import Run
from thidua.core.law.conditions.standing import Founded, JoinedBefore, NotDisciplinedIn, NotNow, OfGroup
from thidua.core.law.conditions.titled import NotTitled, Titled
from thidua.core.law.conditions.words import Confirmed, Judged, OnRecord
from thidua.core.law.conditions.works import FreeWork
from thidua.core.law.history import GROUPS, MOST_COUNTED, Level, Recognition
from thidua.core.law.register import Award, Register
from thidua.core.scoring.formulas.base import name_of
from thidua.core.tables import Rows, Table, fault, no_rows

LEVELS = tuple(level.name for level in Level if level)
SHARES, COUNTS, STANDINGS = ("complete", "advanced"), ("fighters", "warned"), ("disciplined", "dissolved", "pending")
NEEDS = ("title", "form", "rated", "initiative", "research", "any", "all")
MOST_MEMBERS = 100_000  # of a kind, in one collective
BESIDE = ("source", "doubt")


@dataclass(frozen=True)
class Place:
    """Where a condition stands: the text's code, the article of what is around it, the code of the title that asks."""

    text: str
    source: str
    title: str  # "" for a form, or a table
    register: Register

    @property
    def cited(self) -> str:
        """`L22 Đ23(2)`; what is not an article stands as it is: `QD311, phụ lục`."""
        return f"{self.text} Đ{self.source}" if self.source[:1].isdigit() else f"{self.text}, {self.source}"

    def within(self, table: Table) -> "Place":
        return replace(self, source=table.written("source")) if "source" in table else self

    def award(self, table: Table, name: str, *, is_title: bool | None = None) -> Award:
        """The award that an entry names. Raises ReadError for a code that is none, or none of that kind."""
        award = self.register.get(table.text(name))
        if award is None or (is_title is not None and award.is_title is not is_title):
            raise fault("law.unknown_award", line=table.line_of(name), code=table.text(name))
        return award


def read_condition(table: Table, place: Place) -> Condition:
    """The condition of an entry, cited. Raises ReadError with the line of whatever is misspelt or missing."""
    place = place.within(table)
    if not place.source:
        raise fault("law.no_source", line=table.line)
    kinds = [str(name) for name in table if name not in BESIDE]
    if len(kinds) != 1 or kinds[0] not in KINDS:
        wrong = next((name for name in kinds if name not in KINDS), kinds[0] if kinds else "")
        line = table.line_of(wrong) if wrong else table.line
        raise fault("law.one_kind", line=line, name=wrong, choices=", ".join(KINDS))
    condition = KINDS[kinds[0]](table, place)
    if "doubt" not in table:
        return condition
    return InDoubt(place.cited, condition, Doubt(table.one_of("doubt", tuple(Doubt))))


def _parts(table: Table, name: str, place: Place) -> tuple[Condition, ...]:
    return tuple(read_condition(entry, place) for entry in _not_empty(table, name).tables())


def _all(table: Table, place: Place) -> Condition:
    return AllOf(place.cited, _parts(table, "all", place))


def _any(table: Table, place: Place) -> Condition:
    return AnyOf(place.cited, _parts(table, "any", place))


def _readings(table: Table, place: Place) -> Condition:
    return Readings(place.cited, _parts(table, "readings", place))


def _standard_of(table: Table, place: Place) -> Condition:
    return StandardOf(place.cited, place.award(table, "meets_standard_of", is_title=True))


def _rated(table: Table, place: Place) -> Condition:
    row = table.table("rated").only("at_least")
    return Rated(place.cited, Level[row.one_of("at_least", LEVELS)])


def _titled(table: Table, place: Place) -> Condition:
    row = table.table("titled").only("title", "consecutive", "back")
    return Titled(place.cited, place.award(row, "title", is_title=True), _back(row))


def _not_titled(table: Table, place: Place) -> Condition:
    row = table.table("not_titled").only("title", "back")
    return NotTitled(place.cited, place.award(row, "title", is_title=True), _back(row))


def _back(row: Table) -> tuple[int, ...]:
    """`consecutive: 3`, or `back: [0, 3]` for years that stand so far back from the one reviewed."""
    if "consecutive" in row:
        return tuple(range(_whole(row, "consecutive")))
    listed = row.rows("back")
    if not listed or not all(isinstance(year, int) and not isinstance(year, bool) and year >= 0 for year in listed):
        raise fault("law.not_years_back", line=row.line_of("back"))
    return tuple(listed)


def _whole(row: Table, name: str, most: int = 60, *, least: int = 1) -> int:
    value = row.whole(name)
    if not least <= value <= most:
        raise fault("law.not_between", line=row.line_of(name), name=name, least=least, most=most)
    return value


def _conferred(table: Table, place: Place) -> Condition:
    return Conferral(place.cited, place.award(table.table("conferred").only("form"), "form", is_title=False))


def _work(kind: str) -> Callable[[Table, Place], Condition]:
    def read(table: Table, place: Place) -> Condition:
        row = table.table(kind).only("recognised_by", "when")
        rank = Recognition(row.one_of("recognised_by", tuple(Recognition)))
        return FreeWork(place.cited, kind, rank, row.one_of("when", ("year", "ever")) == "year", place.title)

    return read


def _run(table: Table, place: Place) -> Condition:
    row = table.table("run").only("of", "years", "having", "after", "fresh", "older")
    return Run(
        place.cited,
        of=_of(row, place),
        years=_whole(row, "years"),
        having=tuple(_need(entry, place) for entry in row.rows("having", no_rows()).tables()),
        after=place.award(row, "after", is_title=False) if "after" in row else None,
        fresh=place.award(row, "fresh", is_title=False) if "fresh" in row else None,
        older=row.flag("older", False),
    )


def _of(row: Table, place: Place) -> tuple[Level | Award, ...]:
    """Ratings (that or better) and titles that make a year count."""
    listed = _not_empty(row, "of")
    for index, name in enumerate(listed.texts()):
        if name not in LEVELS and name not in place.register:
            raise fault("law.unknown_award", line=listed.line_of(index), code=name)
    return tuple(Level[name] if name in LEVELS else place.register[name] for name in listed.texts())


def _need(row: Table, place: Place) -> Need:
    place = place.within(row.only(*NEEDS, "times", "source"))
    names = [name for name in NEEDS if name in row]
    if len(names) != 1:
        raise fault("law.one_kind", line=row.line, name="having", choices=", ".join(NEEDS))
    if "any" in row:
        return OneOf(place.cited, _needs(row, "any", place))
    if "all" in row:
        return EveryOne(place.cited, _needs(row, "all", place))
    if "form" in row:
        return FormsIn(place.cited, place.award(row, "form", is_title=False), _whole(row, "times"))
    if "title" in row:
        return TitlesIn(place.cited, _whole(row, "times"), place.award(row, "title", is_title=True))
    if "rated" in row:
        return RatingsIn(place.cited, _whole(row, "times"), Level[row.one_of("rated", LEVELS)])
    kind = "research" if "research" in row else "initiative"
    rank = Recognition(row.one_of(kind, tuple(Recognition)))
    return WorksIn(place.cited, kind, rank, _whole(row, "times", MOST_COUNTED))


def _needs(row: Table, name: str, place: Place) -> tuple[Need, ...]:
    return tuple(_need(entry, place) for entry in _not_empty(row, name).tables())


def _not_empty(row: Table, name: str) -> Rows:
    listed = row.rows(name)
    if not listed:
        raise fault("law.empty", line=row.line_of(name), name=name)
    return listed


def _share(table: Table, place: Place) -> Condition:
    row = table.table("share").only("of", "at_least", "over", "unknown")
    limit = _one_limit(row, "at_least", "over")
    percent = _whole(row, limit, 100)
    return Share(place.cited, row.one_of("of", SHARES), percent, limit == "over", _unknown(row))


def _count(table: Table, place: Place) -> Condition:
    row = table.table("count").only("of", "at_least", "at_most", "unknown")
    limit = _one_limit(row, "at_least", "at_most")
    members = _whole(row, limit, MOST_MEMBERS, least=0)
    return HeadCount(place.cited, row.one_of("of", COUNTS), unknown_warns=_unknown(row), **{limit: members})


def _one_limit(row: Table, *names: str) -> str:
    given = [name for name in names if name in row]
    if len(given) != 1:
        raise fault("law.one_group", line=row.line, choices=", ".join(names))
    return given[0]


def _unknown(row: Table) -> bool:
    return row.one_of("unknown", ("warns", "fails"), "fails") == "warns"


def _confirmed(table: Table, place: Place) -> Condition:
    row = table.table("confirmed").only("word", "name")
    return Confirmed(place.cited, row.text("word"), name_of(row))


def _judged(table: Table, place: Place) -> Condition:
    row = table.table("judged").only("word", "name")
    return Judged(place.cited, row.text("word"), name_of(row))


def _on_record(table: Table, place: Place) -> Condition:
    row = table.table("on_record").only("word", "name")
    word = row.text("word")
    return OnRecord(place.cited, word if word == "leads" else f"stated.{word}", name_of(row))


def _not_now(table: Table, place: Place) -> Condition:
    return NotNow(place.cited, table.one_of("not_now", STANDINGS))


def _not_disciplined(table: Table, place: Place) -> Condition:
    table.one_of("not_disciplined_in", ("year",))
    return NotDisciplinedIn(place.cited)


def _joined(table: Table, place: Place) -> Condition:
    return JoinedBefore(place.cited, _whole(table.table("worked").only("months"), "months", 24))


def _founded(table: Table, place: Place) -> Condition:
    return Founded(place.cited, _whole(table.table("founded").only("years"), "years", 100))


def _group(table: Table, place: Place) -> Condition:
    return OfGroup(place.cited, tuple(_not_empty(table, "group").each_of(GROUPS, "group")))


KINDS: Mapping[str, Callable[[Table, Place], Condition]] = {
    "all": _all,
    "any": _any,
    "readings": _readings,
    "meets_standard_of": _standard_of,
    "rated": _rated,
    "titled": _titled,
    "not_titled": _not_titled,
    "run": _run,
    "conferred": _conferred,
    "initiative": _work("initiative"),
    "research": _work("research"),
    "share": _share,
    "count": _count,
    "confirmed": _confirmed,
    "judged": _judged,
    "on_record": _on_record,
    "not_now": _not_now,
    "not_disciplined_in": _not_disciplined,
    "worked": _joined,
    "founded": _founded,
    "group": _group,
}
