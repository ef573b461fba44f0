"""Whose form a sheet is: by its hidden mark, else by the unit that its head or its file's name names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from thidua.core.answer import Sentence
from thidua.core.returned.forms import MARK_SHEET, VERSION, Mark
from thidua.core.returned.grid import Fault, Grid
from thidua.core.returned.heads import Heads, Wanted
from thidua.core.texts import folded
from thidua.gateways.excel.reading import Book
from thidua.gateways.returned.tables import table_in
from thidua.records.seasons.models import BlocSeason, Membership
from thidua.records.seasons.queries.frame import members_of

YEAR = re.compile(r"nam (20\d\d)")
NAMED_AT_MOST = 5


@dataclass(frozen=True)
class Found:
    """Whose form a book is and where its table stands; without a unit or a table, why not."""

    member: Membership | None = None
    grid: Grid | None = None
    heads: Heads = field(default_factory=lambda: Heads(0, {}))
    faults: tuple[Fault, ...] = ()

    def fault(self, key: str) -> Fault:
        """A fault of the whole form, said with its unit."""
        return Fault(Sentence(key, unit=self.member.short_name if self.member else ""))


class Members:
    """The units of one bloc in one season, as forms name them."""

    def __init__(self, bloc: BlocSeason) -> None:
        self.bloc = bloc

    @cached_property
    def all(self) -> Sequence[Membership]:
        return list(members_of(self.bloc).filter(left_on=None))

    def whose(self, book: Book, form: str, part: str, wanted: Sequence[Wanted]) -> Found:
        """The unit and the table of a returned form of this kind and part."""
        mark = mark_of(book)
        grid, heads = table_in(book, mark, wanted)
        if grid is None:
            return Found(faults=(Fault(Sentence("import.no_table", name=book.name)),))
        if mark is not None:
            member, faults = self.of_mark(mark, form, part)
        else:
            member, faults = self.of_words(book.name, words_over(grid, heads.first - 1))
        if member is not None:
            member.bloc_season = self.bloc
        return Found(member, grid, heads, tuple(faults))

    def of_mark(self, mark: Mark, form: str, part: str) -> tuple[Membership | None, list[Fault]]:
        """The unit of a marked form, and why the form is not one of this bloc, season and period."""
        if fault := self._is_another_form(mark, form, part):
            return None, [Fault(fault)]
        member = next((one for one in self.all if one.unit.slug == mark.unit), None)
        return member, [] if member else [Fault(Sentence("import.unit_not_in_bloc", unit=mark.unit_name))]

    def _is_another_form(self, mark: Mark, form: str, part: str) -> Sentence | None:
        cluster, season, bloc = self.bloc.slugs
        if (mark.form, mark.version) != (form, VERSION):
            return Sentence("import.other_form")
        if (mark.cluster, mark.season) != (cluster, season):
            return Sentence("import.other_season", theirs=mark.season_name, ours=self.bloc.season.name)
        if mark.bloc != bloc:
            return Sentence("import.other_bloc", theirs=mark.bloc_name, ours=self.bloc.bloc.name)
        if mark.part != part:
            return Sentence("import.other_period", theirs=mark.part_name)
        return None

    def of_words(self, name: str, above: Iterable[str]) -> tuple[Membership | None, list[Fault]]:
        """The one unit that the words over a table name, else the one that the file's name names."""
        words = " ".join(folded(text) for text in above)
        years = {int(year) for year in YEAR.findall(words)}
        if years and self.bloc.season.emulation_year not in years:
            theirs = ", ".join(str(year) for year in sorted(years))
            return None, [Fault(Sentence("import.other_season", theirs=theirs, ours=self.bloc.season.name))]
        found = self._named_in(words) or self._named_in(folded(re.sub(r"[_.-]+", " ", name)))
        if len(found) == 1:
            return found[0], []
        if found:
            names = tuple(one.short_name for one in found[:NAMED_AT_MOST])
            return None, [Fault(Sentence("import.several_units", units=names))]
        return None, [Fault(Sentence("import.no_unit"))]

    def _named_in(self, words: str) -> list[Membership]:
        """Units whose name, short name or code stands in the words; a name inside a longer one does not count."""
        spaced = f" {' '.join(re.sub(r'[^a-z0-9]+', ' ', words).split())} "
        hits = [(one, name) for one in self.all for name in _names(one) if f" {name} " in spaced]
        longest = [(one, name) for one, name in hits if not any(name != other and name in other for _, other in hits)]
        return list(dict.fromkeys(one for one, _ in longest))


def _names(member: Membership) -> set[str]:
    unit = member.unit
    words = (member.name, member.short_name, unit.name, unit.short_name, unit.code)
    return {" ".join(re.sub(r"[^a-z0-9]+", " ", folded(word)).split()) for word in words if word}


def mark_of(book: Book) -> Mark | None:
    grid = book.named(MARK_SHEET)
    return Mark.read(grid) if grid else None


def words_over(grid: Grid, rows: int) -> list[str]:
    """The texts over a table."""
    return [cell for row in grid.rows[:rows] for cell in row if isinstance(cell, str)]
