"""From a rule file to the standard of one award, with its worked cases."""

from datetime import date

from thidua.core.law.conditions import Condition, Place, read_condition
from thidua.core.law.facts import history_of, year_of
from thidua.core.law.history import AwardType, Kind
from thidua.core.law.register import Register
from thidua.core.law.standard import Branch, Standard, WorkedCase
from thidua.core.law.texts import Text
from thidua.core.law.verdicts import Verdict
from thidua.core.names import Name
from thidua.core.read import Table, fault
from thidua.core.scoring.formulas.base import name_of
from thidua.core.tables import no_rows

GROUPS = ("all", "any", "readings")
ENTRIES = ("title", "form", "to", "name", "source", "from", "until", *GROUPS, "branches", "cases")


def standard_of(table: Table, text: Text, register: Register, *, file: str) -> Standard:
    """The standard that a rule file describes. Raises ReadError with the line."""
    table.only(*ENTRIES)
    is_title = "title" in table
    place = Place(text.code, table.written("source"), table.text("title") if is_title else "", register)
    award = place.award(table, "title" if is_title else "form", is_title=is_title)
    to = Kind(table.one_of("to", tuple(Kind), Kind.INDIVIDUAL))
    start, until = text.days(table)
    return Standard(
        award=award.code,
        is_title=is_title,
        to=to,
        name=name_of(table) if "name" in table else award.name,
        text=text.code,
        source=place.cited,
        start=start,
        until=until,
        branches=_branches(table, place, award.name),
        cases=tuple(_case(row, to, start) for row in table.rows("cases", no_rows()).tables()),
        file=file,
        line=table.line,
    )


def _branches(table: Table, place: Place, name: Name) -> tuple[Branch, ...]:
    if "branches" not in table:
        return (Branch("", name, AwardType.MERIT, _condition(table, place)),)
    branches = [_branch(row, place) for row in table.rows("branches").tables()]
    codes = [branch.code for branch in branches]
    for index, code in enumerate(codes):
        if code in codes[:index]:
            line = table.rows("branches").line_of(index)
            raise fault("read.key_twice", line=line, name=code, first=table.rows("branches").line_of(codes.index(code)))
    return tuple(branches)


def _branch(row: Table, place: Place) -> Branch:
    row.only("branch", "name", "type", "source", "doubt", *GROUPS, "judged")
    kind = AwardType(row.one_of("type", tuple(AwardType), AwardType.UNKNOWN))
    return Branch(row.text("branch"), name_of(row), kind, _condition(row, place.within(row)))


def _condition(table: Table, place: Place) -> Condition:
    """The one group of conditions of a rule or branch, or its one judgement."""
    names = [name for name in (*GROUPS, "judged") if name in table]
    if len(names) != 1:
        raise fault("law.one_group", line=table.line, choices=", ".join(GROUPS))
    return read_condition(table.part("source", "doubt", names[0]), place)


def _case(row: Table, to: Kind, start: date) -> WorkedCase:
    row.only("name", "facts", "asks", "answer", "source")
    asks = row.table("asks").only("year", "on", "branch", "authority")
    year = year_of(asks.whole("year"), asks.line_of("year")) if "year" in asks else None
    on = asks.day("on") if "on" in asks else date((year or start.year) + 1, 3, 1)
    return WorkedCase(
        name=row.text("name"),
        history=history_of(row.table("facts"), to),
        year=year,
        on=on,
        answer=Verdict(row.one_of("answer", tuple(Verdict))),
        branch=asks.text("branch", ""),
        authority=asks.text("authority", ""),
        source=row.text("source", ""),
        line=row.line,
    )
