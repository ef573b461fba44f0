"""The record of a person or a unit, year by year, and as a workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.core.texts import folded
from thidua.pages.honours.asks import kinds_for
from thidua.pages.honours.finding import address, trail_to, whose_at
from thidua.pages.honours.words import kind_of, more_of, says, word, year_of
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.awards.access import is_it, may_keep
from thidua.records.awards.models import Discipline, Entry, Fact, Honour, Leave, Rating, Tenure, Work
from thidua.records.awards.queries.entries import Record, record_of
from thidua.records.awards.told import Whose
from thidua.records.directory.models import Person, Unit
from thidua.records.journal.steps import note_access

OFTEN = 4  # kinds of entries with a button of their own, the others stand in a menu


@dataclass(frozen=True)
class Shown:
    """An entry in its cell; `href` leads to it where the reader keeps the record, `of` names the unit before.

    `is_data`: `text` is as somebody wrote it.
    """

    entry: Entry
    text: str
    more: str
    href: str
    of: str = ""
    is_data: bool = False


@dataclass
class Year:
    """A row of the page."""

    year: int
    ratings: list[Shown] = field(default_factory=list)
    titles: list[Shown] = field(default_factory=list)
    forms: list[Shown] = field(default_factory=list)
    works: list[Shown] = field(default_factory=list)
    conduct: list[Shown] = field(default_factory=list)
    facts: list[Shown] = field(default_factory=list)
    tenures: list[Shown] = field(default_factory=list)

    def cell(self, entry: Entry) -> list[Shown]:
        if isinstance(entry, Honour):
            return self.titles if entry.year else self.forms
        cells: dict[type[Entry], list[Shown]] = {
            Rating: self.ratings, Work: self.works, Discipline: self.conduct, Leave: self.conduct,
            Fact: self.facts, Tenure: self.tenures,
        }  # fmt: skip
        return cells[type(entry)]


def _read_by(request: Any, **words: str) -> Whose:
    """Whose record is asked for. Whoever reads a person's, or takes it away, is noted in the access log."""
    whose = whose_at(request, **words)
    if isinstance(whose, Person):
        note_access("read_person", by=request.actor, at=now(), method="GET", address=request.path)
    return whose


@require_safe
@login_required
def record(request: Any, **words: str) -> HttpResponse:
    whose = _read_by(request, **words)
    may = may_keep(request.actor, whose, on=today()).is_yes
    found = record_of(whose)
    ways = [(address(whose, "enter_{}_honour", kind), word(f"honours.enter.{kind}")) for kind in kinds_for(whose)]
    return page(
        request,
        "honours/record.html",
        name=whose.full_name if isinstance(whose, Person) else whose.name,
        is_person=isinstance(whose, Person),
        years=_by_year(whose, entries_in(found), may),
        has_facts=bool(found.facts),
        has_tenures=bool(found.tenures),
        serving=reverse("person_serving", args=(whose.public_id,)) if isinstance(whose, Person) else "",
        profile=_shown(whose, found.profile, may) if found.profile and (may or _is_own(request, whose)) else None,
        has_unknown=any(one.type == "UNKNOWN" for one in found.honours),
        may_keep=may,
        ways=ways[:OFTEN],
        rarer=ways[OFTEN:],
        registers=reverse("honour_registers", args=(whose.slug,)) if isinstance(whose, Unit) else "",
        standing=address(whose, "{}_standing"),
        workbook=address(whose, "{}_honours_xlsx"),
        trail=trail_to(whose),
        here="directory",
    )


def _is_own(request: Any, whose: Whose) -> bool:
    return isinstance(whose, Person) and is_it(request.actor, whose)


def entries_in(record: Record) -> Sequence[Entry]:
    """Those of a year."""
    return [
        *record.ratings, *record.honours, *record.works, *record.disciplines, *record.leaves, *record.facts,
        *record.tenures,
    ]  # fmt: skip


def _by_year(whose: Whose, entries: Iterable[Entry], may: bool) -> list[Year]:
    found: dict[int, Year] = {}
    for entry in entries:
        year = found.setdefault(year_of(entry), Year(year_of(entry)))
        year.cell(entry).append(_shown(whose, entry, may))
    return sorted(found.values(), key=lambda one: -one.year)


def _shown(whose: Whose, entry: Entry, may: bool) -> Shown:
    is_own = entry.whose == whose
    href = address(whose, "{}_honour", entry.public_id) if may and is_own else ""
    of = "" if is_own else str(getattr(entry.whose, "short_name", ""))
    return Shown(entry, says(entry), more_of(entry), href, of, is_data=isinstance(entry, Work))


@require_safe
@login_required
def workbook(request: Any, **words: str) -> HttpResponse:
    """One row an entry, the newest year first."""
    whose = _read_by(request, **words)
    name = whose.full_name if isinstance(whose, Person) else whose.name
    entries = sorted(entries_in(record_of(whose)), key=lambda one: -year_of(one))
    return as_xlsx(
        Table(
            name=f"qua-trinh-khen-thuong-{slugify(folded(name))[:80]}",
            title=_("Quá trình khen thưởng"),
            lines=[name],
            heads=[
                _("Năm"), _("Mục"), _("Nội dung"), _("Chi tiết"), _("Số quyết định"), _("Ngày quyết định"),
                _("Cấp quyết định"), _("Căn cứ khác"),
            ],
            rows=[_row(one) for one in entries],
        )
    )  # fmt: skip


def _row(entry: Entry) -> tuple[Any, ...]:
    return (
        str(year_of(entry)), kind_of(entry), says(entry), more_of(entry), entry.number, entry.decided_on,
        entry.decided_by, entry.source,
    )  # fmt: skip
