"""Titles and commendation forms that a unit may register for, as law/titles.yaml lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.names import Name
from thidua.core.tables import Table, fault


class To(StrEnum):
    """Who is honoured."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"


@dataclass(frozen=True)
class Title:
    """A title or form for one kind of those honoured; `since` and `until` are emulation years, None without end."""

    code: str
    to: To
    name: Name
    source: str
    since: int | None = None
    until: int | None = None

    @property
    def key(self) -> str:
        """How a form and a row name it: BK_TTG is conferred on collectives and on people."""
        return f"{self.code}-{self.to}"

    def is_conferred_in(self, year: int) -> bool:
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


def titles_of(table: Table) -> tuple[Title, ...]:
    """The titles of a file, those for collectives first, each kind in the file's order.

    Raises ReadError with the line for a missing or misspelt entry and for a code that stands twice.
    """
    found: list[Title] = []
    lines: dict[str, int] = {}
    for row in table.only("titles").rows("titles").tables():
        row.only("code", "to", "name", "source", "since", "until")
        name = row.table("name").only("vi", "en")
        for to in row.rows("to").texts():
            if to not in set(To):
                raise fault("read.not_one_of", line=row.line_of("to"), name="to", choices=", ".join(To))
            title = Title(
                row.text("code"),
                To(to),
                Name(name.text("vi"), name.text("en")),
                row.text("source"),
                row.whole("since") if "since" in row else None,
                row.whole("until") if "until" in row else None,
            )
            if title.key in lines:
                raise fault("read.key_twice", line=row.line_of("code"), name=title.key, first=lines[title.key])
            lines[title.key] = row.line_of("code")
            found.append(title)
    return tuple(sorted(found, key=lambda title: list(To).index(title.to)))


def conferred_in(titles: Sequence[Title], year: int) -> tuple[Title, ...]:
    """Those that can be registered for an emulation year."""
    return tuple(title for title in titles if title.is_conferred_in(year))
