"""Works that rows of a register name: each must mean one, in the record or in the register, that is still free."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from thidua.base.law import register
from thidua.core.answer import Outcome, Sentence
from thidua.core.law.register import Award
from thidua.core.law.using import may_use
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import Outcome as Comes
from thidua.gateways.returned.entries import Read
from thidua.records.awards.models import Work
from thidua.records.awards.queries.works import called, of_outcome, works_of_each
from thidua.records.awards.steps.clashes import alike
from thidua.records.awards.steps.writing import blank, write
from thidua.records.awards.told import EntryTold, HonourTold, Whose, WorkTold
from thidua.records.directory.models import Person


def works_amiss(found: Sequence[Read], comes: Sequence[Comes]) -> Iterator[Fault]:
    """Names that mean none or several, and works that have served before; of honours that are new, `comes` says which.

    Nothing is asked where none is named.
    """
    naming = [one for one, how in zip(found, comes, strict=True) if how is Comes.NEW and _names(one)]
    if not naming:
        return
    there = works_of_each([one.whose for one in naming if isinstance(one.whose, Person)])
    coming = _coming(found)
    served: dict[object, list[Award]] = defaultdict(list)
    for one in naming:
        own = list(there.get(one.whose.pk, ())) if isinstance(one.whose, Person) else []
        known = {alike(work) for work in own}
        own += [work for work in coming.get(one.whose, ()) if alike(work) not in known]
        for sentence in _wrong(one.told, own, served):
            yield one.grid.fault(sentence, one.row, one.column if one.used_in is None else one.used_in)


def _names(one: Read) -> bool:
    return isinstance(one.told, HonourTold) and bool(one.told.named)


def _coming(found: Sequence[Read]) -> dict[Whose, list[Work]]:
    """What the register itself brings."""
    works: dict[Whose, list[Work]] = defaultdict(list)
    for one in found:
        if isinstance(one.told, WorkTold) and isinstance(row := blank(one.whose, one.told), Work):
            write(row, one.told)
            works[one.whose].append(row)
    return works


def _wrong(told: EntryTold, works: Sequence[Work], served: dict[object, list[Award]]) -> Iterator[Sentence]:
    """`served` holds what the rows before have built upon each work."""
    if not isinstance(told, HonourTold):
        return
    award = register()[told.award]
    for name in told.named:
        meant = called(works, name)
        if len(meant) != 1:
            yield Sentence("register.works_of_a_name" if meant else "register.no_such_work", typed=name)
            continue
        [work] = meant
        earlier = [honour.conferred for honour in work.honours.all()] if work.pk else []
        before = served[alike(work)]
        yield from of_outcome(Outcome.NOT_POSSIBLE, [may_use(award, [*earlier, *before], name=work.name)])
        before.append(award)
