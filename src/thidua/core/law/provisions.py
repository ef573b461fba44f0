"""Figures and duties that stand in tables of a text: votes, bonuses, terms, dossiers, who decides, and the like.

A file names its table and lists rows; each row cites its article, may hold for days of its own, and may be in doubt.
What a table has for columns is said here once; adding a row, or a table of a new text, needs no Python.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from thidua.core.law.conditions import Place, read_condition
from thidua.core.law.conditions.groups import Doubt
from thidua.core.law.history import Kind
from thidua.core.law.register import Award
from thidua.core.law.texts import Text
from thidua.core.names import Name
from thidua.core.scoring.formulas.base import name_of
from thidua.core.tables import Table, fault

PART = re.compile(r"[1-9][0-9]?/[1-9][0-9]?")
MOST = 1_000_000_000  # đồng, days, months: more is a slip of the pen
Read = Callable[[Table, str, Place], Any]


@dataclass(frozen=True)
class Provision:
    """One row of a table, with the days on which it is in force; `key` is what it is about."""

    table: str
    about: tuple[str, ...]
    values: Mapping[str, Any]
    text: str
    source: str
    start: date
    until: date | None
    doubt: Doubt | None
    file: str
    line: int

    @property
    def key(self) -> tuple[str, ...]:
        return self.table, *self.about

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def __hash__(self) -> int:
        return hash((self.key, self.text, self.start))


@dataclass(frozen=True)
class Columns:
    """What a row of a table may have; `about` are the columns by which it is found."""

    about: tuple[str, ...]
    needed: Mapping[str, Read]
    free: Mapping[str, Read]


def provisions_of(table: Table, text: Text, place: Place, *, file: str) -> Iterator[Provision]:
    """The rows of a file. Raises ReadError with the line."""
    table.only("table", "source", "rows")
    kind = table.one_of("table", tuple(TABLES))
    columns = TABLES[kind]
    place = place.within(table)
    for row in table.rows("rows").tables():
        row.only(*columns.about, *columns.needed, *columns.free, "source", "doubt", "from", "until")
        own = place.within(row)
        if not own.source:
            raise fault("law.no_source", line=row.line)
        start, until = text.days(row)
        yield Provision(
            table=kind,
            about=tuple(row.written(name, "") for name in columns.about),
            values=_values(row, columns, own),
            text=text.code,
            source=own.cited,
            start=start,
            until=until,
            doubt=Doubt(row.one_of("doubt", tuple(Doubt))) if "doubt" in row else None,
            file=file,
            line=row.line,
        )


def _values(row: Table, columns: Columns, place: Place) -> dict[str, Any]:
    values = {name: read(row, name, place) for name, read in columns.needed.items()}
    return values | {name: read(row, name, place) if name in row else None for name, read in columns.free.items()}


def _award(row: Table, name: str, place: Place) -> Award:
    return place.award(row, name)


def _words(row: Table, name: str, place: Place) -> Name:
    both = row.table(name).only("vi", "en")
    return Name(both.text("vi"), both.text("en"))


def _name(row: Table, name: str, place: Place) -> Name:
    return name_of(row)


def _list(row: Table, name: str, place: Place) -> tuple[Name, ...]:
    listed = [entry.only("vi", "en") for entry in row.rows(name).tables()]
    return tuple(Name(entry.text("vi"), entry.text("en")) for entry in listed)


def _kind(row: Table, name: str, place: Place) -> Kind:
    return Kind(row.one_of(name, tuple(Kind)))


def _kinds(row: Table, name: str, place: Place) -> tuple[Kind, ...]:
    return tuple(Kind(word) for word in row.rows(name).each_of(tuple(Kind), name))


def _text(row: Table, name: str, place: Place) -> str:
    return row.text(name)


def _whole(row: Table, name: str, place: Place) -> int:
    return _between(1, MOST, row, name)


def _percent(row: Table, name: str, place: Place) -> int:
    return _between(1, 100, row, name)


def _nought_or_more(row: Table, name: str, place: Place) -> int:
    return _between(0, MOST, row, name)


def _between(least: int, most: int, row: Table, name: str) -> int:
    value = row.whole(name)
    if not least <= value <= most:
        raise fault("law.not_between", line=row.line_of(name), name=name, least=least, most=most)
    return value


def _number(row: Table, name: str, place: Place) -> Any:
    return row.number(name)


def _part(row: Table, name: str, place: Place) -> Fraction:
    """A number, or a part that no decimal says: `1/3`."""
    if isinstance(row[name], str) and PART.fullmatch(row[name]):
        return Fraction(row[name])
    return row.number(name)


def _one_of(*choices: str) -> Read:
    return lambda row, name, place: row.one_of(name, choices)


def _condition(row: Table, name: str, place: Place) -> Any:
    return read_condition(row.table(name), place)


TABLES: Mapping[str, Columns] = {
    # What holds for every award: a condition that excludes, or puts off.
    "general": Columns(
        ("code",),
        {"code": _text, "effect": _one_of("excludes", "suspends"), "condition": _condition, "to": _kinds},
        {},
    ),
    # Votes: so many in the hundred of all members appointed, in the council of which level.
    "votes": Columns(
        ("award", "council"),
        {"award": _award, "percent": _percent, "council": _one_of("ministry", "proposing", "central")},
        {"quorum": _percent},
    ),
    # Who decides.
    "decides": Columns(
        ("award", "to", "where"),
        {"award": _award, "level": _one_of("base", "ministry", "state"), "who": _words},
        {"to": _text, "where": _text, "note": _words},
    ),
    # Multiples of the base salary.
    "bonus": Columns(
        ("award", "to", "where"), {"award": _award, "to": _kind, "multiple": _number}, {"at_most": _one_of("yes")}
    ),
    # How an amount is rounded, in đồng.
    "rounding": Columns(("what",), {"what": _text, "up_to": _whole}, {}),
    "base_salary": Columns((), {"dong": _whole}, {}),
    # Years that one award rewards: for the same ones only the highest bonus is paid.
    "rewards": Columns(("award",), {"award": _award, "years": _whole}, {}),
    # Which bonuses are paid beside each other.
    "together": Columns(
        ("what",),
        {"what": _one_of("titles", "forms", "title_and_form"), "paid": _one_of("highest", "each", "both")},
        {},
    ),
    # Terms in working days, or until a day of the year.
    "terms": Columns(
        ("step", "award"), {"step": _text, "name": _name}, {"award": _award, "working_days": _whole, "by": _text}
    ),
    # What goes into a dossier.
    "dossier": Columns(("award",), {"award": _award, "parts": _list}, {"copies": _whole, "form": _text}),
    # Forms of papers, numbered by each decree.
    "papers": Columns(("number",), {"number": _text, "name": _name}, {"award": _award, "to": _text}),
    # Levels of rating and the score from which each is reached.
    "ratings": Columns(
        ("level", "group"), {"level": _one_of("HTXS", "HTT", "HT", "KHT"), "name": _name}, {"from_score": _number}
    ),
    # Rules about ratings that are read by people: who is not rated, how leave counts.
    "rating_rules": Columns(("code",), {"code": _text, "says": _words}, {}),
    # Shares of which no more may be conferred: policy of an authority, or of a decree in its time.
    "quotas": Columns(("award",), {"award": _award, "percent": _percent, "of": _award}, {"says": _words}),
    # Awards for which others must be heard, or the public.
    "opinions": Columns(
        ("award", "kind"),
        {"award": _award, "kind": _one_of("hearing", "publication")},
        {"working_days": _whole, "who": _words},
    ),
    # Long service: months in a post for a class of an order.
    "service": Columns(
        ("form", "post"),
        {"form": _award, "post": _text, "name": _name, "from_months": _nought_or_more},
        {"below_months": _whole},
    ),
    # By how many months an award brings the next rise of salary forward: policy of an authority.
    "early_rise": Columns(("award",), {"award": _award, "months": _whole}, {}),
    # For years reviewed up to one what was asked the day before the text began, by one that it set aside, still is.
    "transition": Columns(
        ("keeps", "award", "to"), {"keeps": _text, "reviewed_until": _whole}, {"award": _award, "to": _kind}
    ),
    # How service is counted.
    "service_rules": Columns(("code",), {"code": _text, "says": _words}, {"by": _part}),
    # What a text says besides, for people to read.
    "notes": Columns(("code",), {"code": _text, "says": _words}, {"award": _award}),
}
