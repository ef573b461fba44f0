"""A history as the worked cases, and the files of `thidua law explain`, write it."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from thidua.core.answer import Sentence
from thidua.core.law.history import (
    GROUPS,
    AwardType,
    Conferred,
    Discipline,
    History,
    Kind,
    Level,
    Members,
    Period,
    Recognition,
    Service,
    Work,
)
from thidua.core.law.years import Years, years
from thidua.core.tables import Rows, Table, fault, no_rows

SPAN = re.compile(r"(\d{4})-(\d{4})")
ENTRIES = (
    "rating", "titles", "forms", "initiatives", "research", "discipline", "pending", "leave", "inherited", "leads",
    "members", "stated", "denied", "service", "joined_on", "founded_on", "dissolved_on", "succeeded", "group", "female",
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1945, 2047


def facts_of(table: Table) -> tuple[Kind, History]:
    """A file of its own: `kind: individual` and `facts:` as below. Raises ReadError with the line."""
    kind = Kind(table.only("kind", "name", "facts").one_of("kind", tuple(Kind), Kind.INDIVIDUAL))
    return kind, history_of(table.table("facts"), kind)


def everybody_of(table: Table) -> list[tuple[str, Kind, History]]:
    """A file of one history, or of `people:`, a list of such with a `name` each. Raises ReadError with the line."""
    rows = table.only("people").rows("people").tables() if "people" in table else [table]
    return [(row.text("name", ""), *facts_of(row)) for row in rows]


def unknown_awards(table: Table, known: Collection[str]) -> Iterator[Sentence]:
    """Titles and forms of a file of one history, or of many, that no register names: they would be passed over."""
    for one in table.rows("people").tables() if "people" in table else [table]:
        facts = one.table("facts")
        titles = facts.table("titles") if "titles" in facts else None
        named = [(str(code), titles.line_of(code)) for code in titles or ()] if titles is not None else []
        named += [(row.text("form"), row.line_of("form")) for row in _rows(facts, "forms")]
        for code, line in named:
            if code not in known:
                yield Sentence("law.unknown_award", line=line, code=code)


def history_of(table: Table, kind: Kind) -> History:
    """The history in a table of facts; what it does not say is not so.

    Years stand singly or as `2020-2024`. Raises ReadError with the line of the first entry that is wrong.
    """
    table.only(*ENTRIES)
    return History(
        kind=kind,
        ratings=dict(_ratings(table)),
        titles=_by_word(table, "titles"),
        forms=tuple(_form(row) for row in _rows(table, "forms")),
        initiatives=tuple(_work(row) for row in _rows(table, "initiatives")),
        research=tuple(_work(row) for row in _rows(table, "research")),
        disciplines=tuple(_discipline(row) for row in _rows(table, "discipline")),
        pending=tuple(_period(row.only("from", "until")) for row in _rows(table, "pending")),
        excused=_years(table, "leave"),
        inherited=_years(table, "inherited"),
        leads=_years(table, "leads"),
        members=dict(_members(table)),
        stated=_by_word(table, "stated"),
        denied=_by_word(table, "denied"),
        service=tuple(_service(row) for row in _rows(table, "service")),
        group=table.one_of("group", GROUPS, "civil"),
        succeeded=table.flag("succeeded", False),
        female=table.flag("female", False),
        **{name: table.day(name) if name in table else None for name in ("joined_on", "founded_on", "dissolved_on")},
    )


def _rows(table: Table, name: str) -> list[Table]:
    return table.rows(name, no_rows()).tables()


def _ratings(table: Table) -> Iterator[tuple[int, Level]]:
    if "rating" not in table:
        return
    given = table.table("rating")
    for key in given:
        level = Level[given.one_of(key, [level.name for level in Level])]
        for year in _spanned(key, given.line_of(key)):
            yield year, level


def _spanned(written: object, line: int) -> range:
    """A year, or `2020-2024`. Raises ReadError for anything else."""
    if (found := SPAN.fullmatch(str(written))) and found[1] <= found[2]:
        first, last = int(found[1]), int(found[2])
    elif isinstance(written, int) and not isinstance(written, bool):
        first = last = written
    else:
        raise fault("law.not_a_year", line=line, written=str(written))
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise fault("law.not_a_year", line=line, written=str(written))
    return range(first, last + 1)


def year_of(written: int, line: int) -> int:
    """Raises ReadError for a year that sets of years do not hold."""
    return _spanned(written, line)[0]


def _years(table: Table, name: str | int) -> Years:
    listed: Rows = table.rows(name, no_rows())
    return years(year for index, entry in enumerate(listed) for year in _spanned(entry, listed.line_of(index)))


def _by_word(table: Table, name: str) -> Mapping[str, Years]:
    if name not in table:
        return {}
    given = table.table(name)
    return {str(word): _years(given, word) for word in given}


def _form(row: Table) -> Conferred:
    row.only("form", "decided_on", "type", "rewards", "number")
    kind = AwardType(row.one_of("type", tuple(AwardType), AwardType.UNKNOWN))
    return Conferred(row.text("form"), row.day("decided_on"), kind, _years(row, "rewards"), row.text("number", ""))


def _work(row: Table) -> Work:
    row.only("year", "recognised_by", "used_for", "name")
    used = tuple(row.rows("used_for", no_rows()).texts())
    rank = Recognition(row.one_of("recognised_by", tuple(Recognition)))
    return Work(year_of(row.whole("year"), row.line_of("year")), rank, used, row.text("name", ""))


def _bounds(row: Table) -> tuple[date, date | None]:
    start, until = row.day("from"), row.day("until") if "until" in row else None
    if until is not None and until < start:
        raise fault("law.ends_before", line=row.line_of("until"))
    return start, until


def _period(row: Table) -> Period:
    return Period(*_bounds(row))


def _discipline(row: Table) -> Discipline:
    return Discipline(*_bounds(row.only("from", "until", "degree")), row.text("degree", ""))


def _service(row: Table) -> Service:
    return Service(row.only("post", "from", "until").text("post"), *_bounds(row))


def _members(table: Table) -> Iterator[tuple[int, Members]]:
    if "members" not in table:
        return
    given = table.table("members")
    for key in given:
        row = given.table(key).only("count", "complete", "advanced", "fighters", "warned")
        figures: dict[str, int | None] = {
            name: row.whole(name) if name in row else None for name in ("complete", "advanced", "fighters", "warned")
        }
        for year in _spanned(key, given.line_of(key)):
            yield year, Members(row.whole("count"), **figures)
