"""Templates of campaigns and what may be proposed at their end, read from data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.core.names import Name
from thidua.core.tables import Table
from thidua.core.titles import Title

FIRST_DAYS = timedelta(days=7)  # what lies between opening a campaign and its first day, where no day is set


@dataclass(frozen=True)
class Commendation:
    """A form of commendation (hình thức khen thưởng) with the kinds of unit whose head decides it."""

    code: str
    name: Name
    decided_by: frozenset[str]


@dataclass(frozen=True)
class Template:
    """A campaign that is opened year after year; `first` and `last` are (day, month), or it runs for `days`."""

    code: str
    name: Name
    about: Name
    kind: str
    title: str
    audience: str
    method: str
    proposes: tuple[str, ...]
    days: int
    first: tuple[int, int] | None
    last: tuple[int, int] | None
    run_by_youth: bool

    def days_in(self, year: int, *, on: date) -> tuple[date, date]:
        """First and last day in an emulation year, for who opens it on a day."""
        if self.first is None or self.last is None:
            begin = on + FIRST_DAYS
            return begin, begin + timedelta(days=self.days - 1)
        return date(year, self.first[1], self.first[0]), date(year, self.last[1], self.last[0])


def commendations_of(file: Table, titles: Iterable[Title]) -> Mapping[str, Commendation]:
    """Raises ReadError with the line, ValueError for a code that no title has."""
    names = {title.code: title.name for title in titles}
    if unknown := {str(code) for code in file} - set(names):
        raise ValueError(f"no title or form has the code {', '.join(sorted(unknown))}")
    return {
        str(code): Commendation(
            str(code), names[str(code)], frozenset(file.table(code).only("decided_by").rows("decided_by").texts())
        )
        for code in file
    }


def templates_of(file: Table, known: Mapping[str, Commendation]) -> Mapping[str, Template]:
    """Raises ReadError with the line, ValueError for a commendation that is not among the known."""
    found = {}
    for code in file:
        one = file.table(code).only(
            "name", "about", "kind", "title", "audience", "method", "proposes", "days", "from", "until", "run_by_youth"
        )
        proposes = tuple(one.rows("proposes").texts())
        if unknown := set(proposes) - set(known):
            raise ValueError(f"{code} proposes {', '.join(sorted(unknown))}, which no file names")
        has_days = "from" in one
        found[str(code)] = Template(
            code=str(code),
            name=_name(one, "name"),
            about=_name(one, "about"),
            kind=one.text("kind"),
            title=one.text("title"),
            audience=one.text("audience"),
            method=one.text("method"),
            proposes=proposes,
            days=0 if has_days else one.whole("days"),
            first=_of_a_year(one.text("from")) if has_days else None,
            last=_of_a_year(one.text("until")) if has_days else None,
            run_by_youth=one.flag("run_by_youth", False),
        )
    return found


def _name(table: Table, field: str) -> Name:
    both = table.table(field).only("vi", "en")
    return Name(both.text("vi"), both.text("en"))


def _of_a_year(text: str) -> tuple[int, int]:
    day, month = text.split("/")
    date(2000, int(month), int(day))  # raises ValueError for a day that no year has
    return int(day), int(month)
