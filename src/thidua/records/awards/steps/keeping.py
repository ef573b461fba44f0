"""New entries are put into records and old ones mended, whatever their kind."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from thidua.base.law import register
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Outcome, Sentence, Unknown, refuse
from thidua.records.awards.models import KINDS, Entry, Honour, Work
from thidua.records.awards.queries.works import called, of_outcome, uses, works_of
from thidua.records.awards.steps.clashes import clashes
from thidua.records.awards.steps.writing import blank, faults, write
from thidua.records.awards.told import EntryTold, HonourTold, Line, Whose
from thidua.records.directory.models import Person, Unit

IN_A_STATEMENT = 500


def hold(records: Iterable[Whose]) -> None:
    """Whoever enters in the same record waits; units first. Raises Unknown for one that was withdrawn meanwhile."""
    wanted = set(records)
    for kind in (Unit, Person):
        keys = {one.pk for one in wanted if isinstance(one, kind)}
        held = kind._default_manager.select_for_update().filter(pk__in=keys).order_by("pk")
        if keys - set(held.values_list("pk", flat=True)):
            raise Unknown


def put(lines: Sequence[Line], *, by: Actor, at: datetime, today: date, on_behalf: Collection[Whose]) -> list[Entry]:
    """The new entries, in the order of the lines; the caller holds the records, some of them `on_behalf` of units.

    Raises NotPossible with everything that is wrong, for what stands already, and for a work that was used before.
    """
    _require([fault for line in lines for fault in faults(line.whose, line.told, today=today)])
    rows = []
    for line in lines:
        row = blank(line.whose, line.told)
        write(row, line.told)
        row.entered_at, row.entered_by, row.on_behalf = at, by.as_written(), line.whose in on_behalf
        rows.append(row)
    _require(list(clashes(rows)))
    for kind in KINDS:
        kind._default_manager.bulk_create([row for row in rows if type(row) is kind], batch_size=IN_A_STATEMENT)
    for row, line in zip(rows, lines, strict=True):
        if isinstance(row, Honour) and isinstance(line.told, HonourTold) and (line.told.works or line.told.named):
            _build_upon(row, line.told)
    return rows


def rewrite(row: Entry, told: EntryTold, *, today: date) -> None:
    """The entry as it is told now. Raises as `put`, and for what would make another kind of entry of it."""
    if type(blank(row.whose, told)) is not type(row):
        raise refuse("honours.another_kind")
    _require(list(faults(row.whose, told, today=today)))
    write(row, told)
    _require(list(clashes([row])))
    row.turn()
    row.save()
    if isinstance(row, Honour) and isinstance(told, HonourTold):
        _build_upon(row, told)


def _build_upon(row: Honour, told: HonourTold) -> None:
    """The works that an honour rests on: those of the person, each used once. Raises NotPossible otherwise."""
    keys = [work.pk for work in (*told.works, *_named(row, told.named))]
    works = list(Work.objects.select_for_update().filter(pk__in=keys).order_by("pk").prefetch_related("honours"))
    if len(works) != len(set(keys)) or any(work.person_id != row.person_id for work in works):
        raise refuse("honours.work_of_another")
    _require(of_outcome(Outcome.NOT_POSSIBLE, uses(register()[row.award], works, but=row)))
    row.works.set(works)


def _named(row: Honour, names: Sequence[str]) -> Iterator[Work]:
    """Those of the person's record, with what has just come into it. Raises NotPossible unless each name means one."""
    own = list(works_of(row.person)) if names and row.person else []
    for name in names:
        meant = called(own, name)
        if len(meant) != 1:
            raise refuse("register.works_of_a_name" if meant else "register.no_such_work", typed=name)
        yield meant[0]


def _require(wrong: list[Sentence]) -> None:
    if wrong:
        raise NotPossible(*wrong)
