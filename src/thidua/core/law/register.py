"""The awards by their codes: which are titles, which are forms of commendation, to whom they go, who decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.law.history import Kind
from thidua.core.names import Name
from thidua.core.scoring.formulas.base import name_of
from thidua.core.tables import Table, fault


class Level(StrEnum):
    """Of the authority that decides."""

    BASE = "base"
    MINISTRY = "ministry"
    STATE = "state"


@dataclass(frozen=True)
class Award:
    """A title or a form of commendation, by the code that officers know.

    `of_places`: for a commune or a village as a place where people live, which no agency is.
    """

    code: str
    is_title: bool
    name: Name
    to: tuple[Kind, ...]
    level: Level
    of_places: bool = False

    def __str__(self) -> str:
        return self.code


Register = Mapping[str, Award]


def register_of(table: Table) -> Register:
    """The awards of law/register.yaml. Raises ReadError with the line, also for a code that stands twice."""
    found: dict[str, Award] = {}
    lines: dict[str, int] = {}
    for row, award in _awards(table.only("awards")):
        if award.code in found:
            raise fault("read.key_twice", line=row.line, name=award.code, first=lines[award.code])
        found[award.code], lines[award.code] = award, row.line
    return found


def _awards(table: Table) -> Iterator[tuple[Table, Award]]:
    for row in table.rows("awards").tables():
        row.only("code", "kind", "to", "name", "level", "of_places")
        yield (
            row,
            Award(
                row.text("code"),
                row.one_of("kind", ("title", "form")) == "title",
                name_of(row),
                tuple(Kind(kind) for kind in row.rows("to").each_of(tuple(Kind), "to")),
                Level(row.one_of("level", tuple(Level))),
                row.flag("of_places", False),
            ),
        )
