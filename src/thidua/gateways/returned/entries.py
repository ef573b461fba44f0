"""What the cells of one row of a register say, as the records take it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.base.law import called
from thidua.core.answer import Sentence
from thidua.core.law.history import AwardType, Kind, Level, Recognition
from thidua.core.law.register import Award
from thidua.core.returned.days import decision_in
from thidua.core.returned.grid import Fault, Grid, cell_name
from thidua.core.returned.honours import (
    DEGREES,
    FORM,
    KINDS,
    LEAVES,
    LEVELS,
    MOST,
    RANKS,
    RATING,
    TITLE,
    TYPES,
    WHAT,
    WORK,
)
from thidua.core.texts import folded
from thidua.gateways.returned.cells import Cells
from thidua.records.awards.models import Discipline, Leave, Work
from thidua.records.awards.told import (
    Decision,
    DisciplineTold,
    EntryTold,
    HonourTold,
    LeaveTold,
    RatingTold,
    Whose,
    WorkTold,
)
from thidua.records.directory.models import Person

OF_COLUMN = {RATING.key: "rating", TITLE.key: "honour", FORM.key: "honour", WORK.key: "initiative"}
NO_AWARD = frozenset({"khong", "-", "–", "0", "x", "khong co", "chua"})  # a cell that says that there is none
SEVERAL = re.compile(r"[;,\n]|\s\+\s|\bvà\b")
YEAR = re.compile(r"(?:năm\s*)?((?:19|20)\d\d)", re.IGNORECASE)
SPAN = re.compile(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")
MOST_YEARS = 60


@dataclass(frozen=True)
class Read:
    """One entry that a file tells, and the cell that says it."""

    whose: Whose
    told: EntryTold
    grid: Grid
    row: int
    column: int
    used_in: int | None = None  # the column of the works that it names

    @property
    def where(self) -> str:
        return cell_name(self.row, self.column)

    def fault(self, sentence: Sentence) -> Fault:
        return self.grid.fault(sentence, self.row, self.column)


def _words(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The code that each way of writing means, without marks."""
    return {" ".join(folded(text).split()): code for code, texts in table.items() for text in texts}


KIND_OF, LEVEL_OF, TYPE_OF = _words(KINDS), _words(LEVELS), _words(TYPES)
RANK_OF, DEGREE_OF, LEAVE_OF = _words(RANKS), _words(DEGREES), _words(LEAVES)


class Entries:
    """Reads one row; what cannot be read goes to the faults of the cells, with what may be meant."""

    def __init__(
        self, cells: Cells, places: Mapping[str, int], row: int, whose: Whose, *, year: int | None, book: str
    ) -> None:
        self.cells, self.places, self.row, self.whose = cells, places, row, whose
        self.sheet_year, self.book = year, book

    def told_in(self, key: str) -> Iterator[EntryTold]:
        """What the cell in one of the columns that say something says; nothing where it cannot be read."""
        before, text = len(self.cells.faults), self._text(key)
        if len(self.cells.faults) > before or folded(text) in NO_AWARD:
            return
        kind = OF_COLUMN.get(key) or self._kind(key, text)
        told = list(self._told(kind, key, text)) if kind else []
        if len(self.cells.faults) == before:
            yield from told

    def told_together(self) -> Iterator[EntryTold]:
        """What a cell says that may hold a rating and titles at once, as "HTXS, CSTĐCS"."""
        before, text = len(self.cells.faults), self._text(WHAT.key)
        parts = [text] if self._awards(text) is not None else _parts(text)
        told = [
            one
            for part in parts
            if folded(part) not in NO_AWARD
            for one in self._told(self._kind(WHAT.key, part) or "honour", WHAT.key, part)
        ]
        if len(self.cells.faults) == before:
            yield from told

    def _kind(self, key: str, text: str) -> str | None:
        """By the column “Loại mục”, else by what is written."""
        if written := self._text("kind"):
            if (kind := KIND_OF.get(_bare(written))) is None:
                self._fault("register.no_such_kind", "kind", typed=written, kinds=_first(KINDS))
            return kind
        bare = _bare(text)
        for table, kind in ((LEVEL_OF, "rating"), (DEGREE_OF, "discipline"), (LEAVE_OF, "leave")):
            if bare in table and self._awards(text) is None:
                return kind
        if bare.startswith(("sang kien", "de tai", "de an")):
            return "initiative" if bare.startswith("sang kien") else "research"
        return "honour"

    def _told(self, kind: str, key: str, text: str) -> Iterator[EntryTold]:
        if kind == "honour":
            yield from self._honours(key, text)
        elif kind == "rating":
            if (level := self._one_of(LEVELS, LEVEL_OF, key, text)) and (year := self._year(key)):
                yield RatingTold(year, Level[level], decision=self._decision())
        elif kind in ("initiative", "research"):
            rank = self._one_of(RANKS, RANK_OF, "detail", self._text("detail")) if self._text("detail") else "base"
            if rank and (year := self._year(key)):
                yield WorkTold(Work.Kind(kind), year, text, Recognition(rank), decision=self._decision())
        elif kind == "discipline":
            yield from self._disciplines(key, text)
        elif (reason := self._one_of(LEAVES, LEAVE_OF, key, text)) and (year := self._year(key)):
            yield LeaveTold(year, Leave.Kind(reason), decision=self._decision())

    def _unread(self, key: str, text: str) -> None:
        """An award for somebody else is told as such; else what may have been meant."""
        others = (called().award(text, to) for to in Kind if to is not self._to)
        if award := next(filter(None, others), None):
            self._fault("register.not_for_them", key, award=award.name, whose=str(self.whose))
            return
        near = tuple(award.name for award in called().near(text, self._to))
        self._fault("register.no_such_award_but" if near else "register.no_such_award", key, typed=text[:80], near=near)

    def _honours(self, key: str, text: str) -> Iterator[EntryTold]:
        awards = self._awards(text)
        if awards is None:
            unread = next((part for part in _parts(text) if called().award(part, self._to) is None), text)
            self._unread(key, unread)
            return
        decision, named = self._decision(), self._named(awards)
        for award in awards:
            if award.is_title:
                if year := self._year(key):
                    signer = self._text("signer")
                    yield HonourTold(award.code, year=year, signer=signer, decision=decision, named=named)
            elif decision.on is None:
                self._fault("register.form_needs_day", "day" if "day" in self.places else key, award=award.name)
            else:
                yield self._form(award, decision, named)

    def _named(self, awards: Sequence[Award]) -> tuple[str, ...]:
        """The works that the award was built upon: of one award, for one work serves one."""
        text = self._text("used")
        if not text or folded(text) in NO_AWARD:
            return ()
        if len(awards) > 1:
            self._fault("register.used_by_which", "used")
        return tuple(part.strip() for part in re.split(r"[;\n]", text) if part.strip())

    def _form(self, award: Award, decision: Decision, named: tuple[str, ...]) -> EntryTold:
        written = self._text("detail")
        kind = self._one_of(TYPES, TYPE_OF, "detail", written) if written else AwardType.UNKNOWN.value
        return HonourTold(
            award.code, type=AwardType(kind or "UNKNOWN"), rewarded=self._rewarded(), signer=self._text("signer"),
            decision=decision, named=named,
        )  # fmt: skip

    def _disciplines(self, key: str, text: str) -> Iterator[EntryTold]:
        degree, decision = self._one_of(DEGREES, DEGREE_OF, key, text), self._decision()
        from_on = self._day("from") or decision.on
        if from_on is None:
            self._fault("register.discipline_needs_day", "from" if "from" in self.places else key)
        elif degree:
            yield DisciplineTold(Discipline.Degree(degree), from_on, self._day("until"), decision)

    @property
    def _to(self) -> Kind:
        return Kind.INDIVIDUAL if isinstance(self.whose, Person) else Kind.COLLECTIVE

    def _awards(self, text: str) -> list[Award] | None:
        """The awards that a cell names, one or several; None where one of them is unknown."""
        if (whole := called().award(text, self._to)) is not None and len(_parts(text)) == 1:
            return [whole]
        found = [called().award(part, self._to) for part in _parts(text)]
        known = [award for award in found if award is not None]
        if found and len(known) == len(found):
            return known
        return [whole] if whole is not None else None

    def _decision(self) -> Decision:
        """Number and day may stand in one cell; where they are not at hand, the file itself is what says so."""
        number, in_number = decision_in(self._text("number"))
        on = self._day("day") or in_number
        source = self._text("source")
        if not (number and on) and not source:
            source = f"{self.book}, {self.cells.grid.name}, {cell_name(self.row, self.places['name'])}"
        return Decision(number[:100], on, self._text("by"), source[:300])

    def _year(self, key: str) -> int | None:
        """The row's own, else that of the sheet."""
        if not (text := self._text("year")):
            if self.sheet_year is None:
                self._fault("register.no_year", "year" if "year" in self.places else key)
            return self.sheet_year
        if (found := YEAR.fullmatch(text)) is None:
            self._fault("register.not_a_year", "year", typed=text)
            return None
        return int(found[1])

    def _rewarded(self) -> tuple[int, ...]:
        """Single years and spans of them, as "2013-2015, 2018"."""
        years: set[int] = set()
        for part in filter(None, re.split(r"[,;]\s*|\s+và\s+", self._text("rewarded"))):
            span, one = SPAN.fullmatch(part.strip()), YEAR.fullmatch(part.strip())
            first, last = (int(span[1]), int(span[2])) if span else (int(one[1]),) * 2 if one else (1, 0)
            if not 0 <= last - first < MOST_YEARS:
                self._fault("register.not_years", "rewarded", typed=part)
            years |= set(range(first, last + 1))
        return tuple(sorted(years))

    def _one_of(self, table: Mapping[str, Iterable[str]], words: Mapping[str, str], key: str, text: str) -> str | None:
        if (code := words.get(_bare(text))) is None:
            self._fault("register.not_one_of", key, typed=text[:80], among=_first(table))
        return code

    def _day(self, key: str) -> date | None:
        return self.cells.day(self.row, self.places[key]) if key in self.places else None

    def _text(self, key: str) -> str:
        return self.cells.text(self.row, self.places.get(key), most=MOST[key]).strip()

    def _fault(self, sentence: str, column: str, /, **values: object) -> None:
        place = self.places.get(column, self.places["name"])
        fault = self.cells.grid.fault(Sentence(sentence, **values), self.row, place)
        if fault not in self.cells.faults:
            self.cells.faults.append(fault)


def _bare(text: str) -> str:
    return " ".join(folded(text).split())


def _parts(text: str) -> list[str]:
    return [part.strip() for part in SEVERAL.split(text) if part.strip()]


def _first(table: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The way of writing that our form offers for each code."""
    return tuple(next(iter(texts)) for texts in table.values())
