"""A list of units and their people: every row read beside the directory, new, the same, or with its faults by cell."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from thidua.base.clock import today
from thidua.core.actor import PostKind
from thidua.core.answer import Sentence
from thidua.core.returned.grid import Fault, Grid, cell_name
from thidua.core.returned.heads import Heads, find_heads
from thidua.core.returned.lists import COLUMNS, MOST, MOST_UNITS
from thidua.core.returned.naming import code_of, short_of
from thidua.core.texts import folded
from thidua.core.workflow.importing import Outcome
from thidua.gateways.excel.reading import Book
from thidua.gateways.returned.cells import Cells
from thidua.gateways.returned.looking import heads_read, looked_at_again
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries import not_ended
from thidua.records.directory.queries.lists import last_applied
from thidua.records.runs.models import StagedRow
from thidua.records.runs.told import FileRead, RowRead
from thidua.records.seasons.models import Membership

NAMES = ("leader", "officer")
MENDED = frozenset({"email", "bloc"})  # cells of a unit that is there which a later list may write over
NUMBER = re.compile(r"[IVX\d]+\.?")  # of a heading, in a column of its own
SUM = re.compile(r"(?:tong cong|tong so|tong|cong)\b(?!\s+(?:cuc|ty|doan|lien|thanh|dong|an|hoi|hoa|tac|vu))")
MOST_OF_A_SUM = 2  # texts in such a row
HEADING = re.compile(r"^\s*(?:[IVX]+|[A-Z]|\d+)?[.,:)\-\s]*((?:khối|cụm)\s.+)$", re.IGNORECASE)


class UnitLists:
    """Reads lists; what the directory holds is asked for once."""

    def read(self, book: Book) -> FileRead:
        tried = [(grid, find_heads(grid, COLUMNS)) for grid in book.shown]
        grid, heads = max(tried, key=lambda one: len(one[1].places), default=(None, Heads(0, {})))
        if grid is None or "name" not in heads.places:
            return FileRead(faults=[Fault(Sentence("list.no_table", name=book.name))])
        table = _Table(Cells(grid), heads, self)
        rows = list(table.rows())
        faults = [*heads.faults, *table.cells.faults]
        if not rows and not faults:
            faults = [Fault(Sentence("list.is_empty"), grid.name)]
        if len(rows) > MOST_UNITS:
            faults = [Fault(Sentence("list.too_many", most=MOST_UNITS), grid.name)]
        notes = [*table.notes, *looked_at_again(rows, table.places, self.by_code.values())]
        told = {"notes": [one.as_written() for one in notes], "heads": heads_read(grid, heads), "people": table.people}
        return FileRead(about=grid.name, told=told, rows=rows, faults=faults)

    @cached_property
    def by_code(self) -> Mapping[str, Unit]:
        return {unit.code: unit for unit in Unit.objects.all()}

    @cached_property
    def by_name(self) -> Mapping[str, Unit]:
        return {folded(unit.name): unit for unit in self.by_code.values() if unit.dissolved_on is None}

    @cached_property
    def leaders(self) -> Mapping[int, Post]:
        """The leader of each unit, to the last day of the post; who leads now before who will."""
        posts = Post.objects.filter(not_ended(today()), kind=PostKind.LEADER.value).select_related("person")
        latest_first = sorted(posts, key=lambda post: post.from_on or date.min, reverse=True)
        return {post.unit_id: post for post in latest_first}

    @cached_property
    def officers(self) -> Mapping[tuple[int, str], Person]:
        """Officers by their unit and name."""
        posts = Post.objects.filter(not_ended(today()), kind=PostKind.OFFICER.value).select_related("person")
        return {(post.unit_id, folded(post.person.full_name)): post.person for post in posts}

    @cached_property
    def owners(self) -> Mapping[str, Person]:
        """Whose an address is."""
        return {person.email.lower(): person for person in Person.objects.exclude(email="")}

    @cached_property
    def blocs(self) -> Mapping[str, str]:
        """The bloc in which the list before puts each unit, by code."""
        rows = StagedRow.objects.filter(file__run=last_applied())
        return {row.key: row.values.get("bloc", "") for row in rows}

    @cached_property
    def joined(self) -> Mapping[int, str]:
        """The bloc of a season in which each unit is by now: from there no list moves it."""
        members = Membership.objects.filter(left_on=None, bloc_season__season__withdrawn_at=None).order_by("pk")
        return dict(members.values_list("unit", "bloc_season__bloc__name"))


class _Table:
    def __init__(self, cells: Cells, heads: Heads, directory: UnitLists) -> None:
        self.cells, self.places, self.first, self.directory = cells, heads.places, heads.first, directory
        self._seen: dict[str, int] = {}  # code or name → row in which it was found
        self._addresses: dict[str, str] = {}
        self.notes: list[Fault] = []  # what had better be looked at, and keeps nothing
        self._lacks_officers = False
        self.people = 0  # posts that come new
        self._bloc = ""  # what the last heading between the rows says

    @property
    def grid(self) -> Grid:
        return self.cells.grid

    def rows(self) -> Iterator[RowRead]:
        for row in range(self.first, len(self.grid.rows)):
            typed = {key: self.cells.text(row, place, most=MOST[key]) for key, place in self.places.items()}
            if self._is_heading(row) or self._is_sum(row) or not any(typed.values()):
                continue
            typed["bloc"] = self._bloc_at(row, typed)
            if not typed["name"]:
                if (row, self.places["name"]) not in self.grid.without_value:  # that is told already
                    self._fault("list.no_name", row, "name")
            elif not self._is_double(row, typed):
                yield self._read(row, typed)

    def _is_heading(self, row: int) -> bool:
        """A row with the name of a bloc alone, as "I. Khối các Sở": it is that of the rows below."""
        texts = [cell for cell in self.grid.rows[row] if isinstance(cell, str) and not NUMBER.fullmatch(cell)]
        words = HEADING.match(texts[0]) if len(texts) == 1 else None
        if words is not None:
            self._bloc = words[1].strip()[: MOST["bloc"]]
        return words is not None

    def _is_sum(self, row: int) -> bool:
        """A last row as "Tổng cộng: 22 đơn vị", in whatever column it begins."""
        texts = [folded(cell) for cell in self.grid.rows[row] if isinstance(cell, str) and cell]
        return bool(texts) and len(texts) <= MOST_OF_A_SUM and SUM.match(texts[0]) is not None

    def _bloc_at(self, row: int, typed: Mapping[str, str]) -> str:
        """The row's own, else that of the cell with which it is merged, else that of the heading above."""
        place = self.places.get("bloc")
        shown = self.grid.shown_at(row, place) if place is not None else None
        return typed.get("bloc") or (shown if isinstance(shown, str) else "") or self._bloc

    def _is_double(self, row: int, typed: Mapping[str, str]) -> bool:
        names = [folded(typed["name"]), *([typed["code"]] if typed.get("code") else [])]
        first = next((self._seen[name] for name in names if name in self._seen), None)
        if first is not None:
            cell = cell_name(first, self.places["name"])
            self._fault("list.twice", row, "name", name=typed["name"], first=cell)
        self._seen |= dict.fromkeys(names, row)
        return first is not None

    def _read(self, row: int, typed: dict[str, str]) -> RowRead:
        self._check_people(row, typed)
        unit = self._known(row, typed)
        if unit is None:
            code = typed.get("code") or code_of(typed["name"], {*self.directory.by_code, *self._seen})
            self._seen[code] = row
            self.people += sum(bool(typed.get(key)) for key in NAMES)
            return self._row(row, {**typed, "code": code, "short_name": self._short(typed)}, {}, Outcome.NEW)
        before = self._standing(unit) | self._mended(row, unit, typed)
        new = self._new_people(row, unit, typed)
        self._note_unwritten(row, unit, typed)
        kept = {**typed, "code": unit.code, "name": unit.name, "short_name": unit.short_name}
        changed = new or bool(MENDED & before.keys())
        return self._row(row, kept, before, Outcome.CHANGED if changed else Outcome.SAME)

    def _mended(self, row: int, unit: Unit, typed: dict[str, str]) -> dict[str, str]:
        """What stands and is given otherwise: the address of an officer, the bloc of a unit in no season yet."""
        found: dict[str, str] = {}
        officer, email = self._officer(unit, typed), typed.get("email", "").lower()
        if officer is not None and email and officer.email.lower() != email:
            self._check_owner(row, officer, email)
            found |= {"email": officer.email, "person": officer.public_id}
        there, asked = self.directory.blocs.get(unit.code, ""), typed["bloc"]
        if (joined := self.directory.joined.get(unit.pk)) is not None:
            typed["bloc"] = there
            if asked and folded(asked) not in {folded(there), folded(joined)}:
                self._note("list.bloc_not_written", row, "bloc", unit=unit.name, asked=asked, name=joined)
        elif there and asked and asked != there:
            found["bloc"] = there
        return found

    def _officer(self, unit: Unit, typed: Mapping[str, str]) -> Person | None:
        return self.directory.officers.get((unit.pk, folded(typed.get("officer", ""))))

    def _tell_no_officers(self) -> None:
        """Once for the whole list, at the head of the addresses."""
        if not self._lacks_officers:
            self._fault("list.no_officer_column", self.first - 1, "email")
        self._lacks_officers = True

    def _check_owner(self, row: int, officer: Person, email: str) -> None:
        """An address of somebody else who is called the same stays with that person."""
        owner = self.directory.owners.get(email)
        if owner is not None and owner.pk != officer.pk and folded(owner.full_name) == folded(officer.full_name):
            self._fault("list.address_of_another", row, "email", email=email, name=owner.full_name)

    def _note_unwritten(self, row: int, unit: Unit, typed: Mapping[str, str]) -> None:
        """Cells that say something else than the directory and that a list does not write."""
        if (asked := typed.get("short_name")) and asked != unit.short_name:
            self._note("list.short_name_not_written", row, "short_name", asked=asked, name=unit.short_name)
        leader = self.directory.leaders.get(unit.pk)
        if leader is not None and (asked := typed.get("title")) and asked != leader.title:
            self._note("list.title_not_written", row, "title", asked=asked, name=leader.title)

    def _short(self, typed: Mapping[str, str]) -> str:
        return typed.get("short_name") or short_of(typed["name"])[: MOST["short_name"]]

    def _row(self, row: int, kept: Mapping[str, str], before: Mapping[str, str], outcome: Outcome) -> RowRead:
        cell = cell_name(row, self.places["name"])
        return RowRead(kept["code"], kept["name"], self.grid.name, cell, outcome, dict(kept), before)

    def _known(self, row: int, typed: Mapping[str, str]) -> Unit | None:
        """The unit of the directory that the row means; one that is called otherwise or has ended is a fault."""
        by_name = self.directory.by_name.get(folded(typed["name"]))
        unit = self.directory.by_code.get(typed.get("code", "")) or by_name
        if unit is None:
            return None
        if folded(unit.name) != folded(typed["name"]):
            self._fault("list.other_name", row, "name", code=unit.code, name=unit.name)
        elif typed.get("code") and typed["code"] != unit.code:
            self._fault("list.other_code", row, "code", code=unit.code, name=unit.name)
        elif unit.dissolved_on is not None:
            self._fault("list.has_ended", row, "name", name=unit.name)
        return unit

    def _standing(self, unit: Unit) -> dict[str, str]:
        leader = self.directory.leaders.get(unit.pk)
        return {"name": unit.name, "leader": leader.person.full_name if leader else ""}

    def _new_people(self, row: int, unit: Unit, typed: Mapping[str, str]) -> bool:
        """Whether somebody comes to a unit that is there; another leader than the one it has is a fault."""
        name, there = typed.get("leader", ""), self.directory.leaders.get(unit.pk)
        if name and there is not None and folded(there.person.full_name) != folded(name):
            self._fault("list.other_leader", row, "leader", name=there.person.full_name, unit=unit.name)
        officer = typed.get("officer", "")
        comes = bool(officer) and (unit.pk, folded(officer)) not in self.directory.officers
        leads = bool(name) and there is None
        self.people += comes + leads
        return comes or leads

    def _check_people(self, row: int, typed: Mapping[str, str]) -> None:
        for key in NAMES:
            name = typed.get(key, "")
            if name and (any(letter.isdigit() for letter in name) or not any(letter.isalpha() for letter in name)):
                self._fault("person.no_name", row, key, typed=name[:40])
        if email := typed.get("email", ""):
            self._check_address(row, email, typed.get("officer", ""))

    def _check_address(self, row: int, email: str, officer: str) -> None:
        try:
            validate_email(email)
        except ValidationError:
            self._fault("account.not_an_address", row, "email", typed=email[:80])
            return
        if not officer and "officer" not in self.places:
            self._tell_no_officers()
            return
        if not officer:
            self._fault("list.address_of_nobody", row, "email", email=email)
            return
        known = self.directory.owners.get(email.lower())
        owner = known.full_name if known else self._addresses.setdefault(email.lower(), officer)
        if folded(owner) != folded(officer):
            self._fault("list.address_of_another", row, "email", email=email, name=owner)

    def _fault(self, key: str, row: int, column: str, /, **values: object) -> None:
        self.cells.fault(key, row, self.places.get(column, self.places["name"]), **values)

    def _note(self, key: str, row: int, column: str, /, **values: object) -> None:
        self.notes.append(self.grid.fault(Sentence(key, **values), row, self.places.get(column, self.places["name"])))
