"""Tables as read from a data file: dictionaries and lists that know the line of each entry."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from thidua.core.answer import NotPossible, Sentence


class ReadError(NotPossible):
    """A data file is wrong; each sentence carries the value `line` (counted from 1)."""

    @property
    def line(self) -> int:
        """Line of the first fault."""
        return int(self.sentences[0].values["line"])


def fault(key: str, /, line: int, **values: Any) -> ReadError:
    """`raise fault("read.key_twice", line=12, name="code")`; a name that is a year stays as it is written."""
    named = {"name": str(values["name"])} if "name" in values else {}
    return ReadError(Sentence(key, line=line, **(values | named)))


@dataclass(frozen=True)
class Place:
    """Where an entry stands: its line, and the scalar as it was written (empty for tables and lists)."""

    line: int
    written: str = ""


class Rows(list[Any]):
    """A list of a data file; equal to the plain list with the same entries."""

    def __init__(self, entries: Collection[Any], places: Collection[Place], line: int) -> None:
        super().__init__(entries)
        self.line = line
        self._places = tuple(places)

    def line_of(self, index: int) -> int:
        return self._places[index].line

    def texts(self) -> list[str]:
        """All entries as texts. Raises ReadError at the first that is not one."""
        for index, entry in enumerate(self):
            if not isinstance(entry, str):
                raise fault("read.not_text", line=self.line_of(index), name=index + 1)
        return list(self)

    def each_of(self, choices: Collection[str], name: str) -> list[str]:
        """All entries as texts out of `choices`. Raises ReadError at the first that is none; `name` is the list's."""
        for index, entry in enumerate(self.texts()):
            if entry not in choices:
                raise fault("read.not_one_of", line=self.line_of(index), name=name, choices=", ".join(choices))
        return list(self)

    def tables(self) -> list["Table"]:
        """All entries as tables. Raises ReadError at the first that is not one."""
        for index, entry in enumerate(self):
            if not isinstance(entry, Table):
                raise fault("read.not_table", line=self.line_of(index), name=index + 1)
        return list(self)


class Table(dict[str | int, Any]):
    """A mapping of a data file; equal to the plain dict with the same entries.

    The getters type an entry. Without a default the entry must be there; each raises
    ReadError with the line where the reader must look.
    """

    def __init__(self, entries: Mapping[str | int, Any], places: Mapping[str | int, Place], line: int) -> None:
        super().__init__(entries)
        self.line = line
        self._places = dict(places)

    def line_of(self, name: str | int) -> int:
        """Line of an entry, or of the table if it has none of that name."""
        return self._places[name].line if name in self._places else self.line

    def written(self, name: str | int, default: str | None = None) -> str:
        """A scalar as it stands in the file, without quotes: a code 1.10 keeps its last zero."""
        if isinstance(self._given(name, default is not None), dict | list):
            raise fault("read.not_text", line=self.line_of(name), name=name)
        return self._places[name].written if name in self else default or ""

    def text(self, name: str | int, default: str | None = None) -> str:
        value = self._given(name, default is not None, default)
        if not isinstance(value, str):
            raise fault("read.not_text", line=self.line_of(name), name=name)
        return value

    def number(self, name: str | int, default: Fraction | int | None = None) -> Fraction:
        """An exact number, whole or not."""
        value = self._given(name, default is not None, default)
        if isinstance(value, bool) or not isinstance(value, int | Fraction):
            raise fault("read.not_number", line=self.line_of(name), name=name)
        return Fraction(value)

    def whole(self, name: str | int, default: int | None = None) -> int:
        value = self.number(name, default)
        if value.denominator != 1:
            raise fault("read.not_whole", line=self.line_of(name), name=name)
        return value.numerator

    def flag(self, name: str | int, default: bool | None = None) -> bool:
        """true or false; yes, no, on, off are texts in YAML 1.2 and refused."""
        value = self._given(name, default is not None, default)
        if not isinstance(value, bool):
            raise fault("read.not_flag", line=self.line_of(name), name=name)
        return value

    def day(self, name: str | int) -> date:
        """A date written as 2016-03-04."""
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            raise fault("read.not_day", line=self.line_of(name), name=name) from None

    def table(self, name: str | int) -> "Table":
        value = self._given(name)
        if not isinstance(value, Table):
            raise fault("read.not_table", line=self.line_of(name), name=name)
        return value

    def rows(self, name: str | int, default: Rows | None = None) -> Rows:
        value = self._given(name, default is not None, default)
        if not isinstance(value, Rows):
            raise fault("read.not_list", line=self.line_of(name), name=name)
        return value

    def one_of(self, name: str | int, choices: Collection[str], default: str | None = None) -> str:
        """A text out of `choices`."""
        value = self.text(name, default)
        if value not in choices:
            raise fault("read.not_one_of", line=self.line_of(name), name=name, choices=", ".join(choices))
        return value

    def part(self, *names: str) -> "Table":
        """Those of these entries that there are, at the same lines."""
        kept: dict[str | int, Any] = {name: value for name, value in self.items() if name in names}
        return Table(kept, {name: self._places[name] for name in kept}, self.line)

    def only(self, *names: str) -> "Table":
        """This table, if it has no entries but these: a misspelt name must not pass as absent."""
        for name in self:
            if name not in names:
                raise fault("read.unknown_name", line=self.line_of(name), name=name, choices=", ".join(names))
        return self

    def _given(self, name: str | int, may_be_absent: bool = False, default: Any = None) -> Any:
        if name not in self and not may_be_absent:
            raise fault("read.missing", line=self.line, name=name)
        return self.get(name, default)


def no_rows() -> Rows:
    """The default for a list that may be left out."""
    return Rows([], [], 0)
