"""Which initiatives and works of research are free for an honour, and what they have served."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from thidua.base.law import register
from thidua.core.answer import Answer, Outcome, Sentence
from thidua.core.law.register import Award
from thidua.core.law.using import may_use
from thidua.core.texts import folded
from thidua.records.awards.models import Honour, Work
from thidua.records.directory.models import Person


def works_of(person: Person) -> QuerySet[Work]:
    """The newest first, each with the honours that were built upon it."""
    return Work.objects.filter(person=person).prefetch_related("honours")


def works_of_each(people: Iterable[Person]) -> dict[int | None, list[Work]]:
    """As `works_of`, by the keys of the people; two queries for any number of them."""
    found: dict[int | None, list[Work]] = defaultdict(list)
    for work in Work.objects.filter(person__in=[one.pk for one in people]).prefetch_related("honours"):
        found[work.person_id].append(work)
    return found


def called(works: Iterable[Work], text: str) -> list[Work]:
    """Those with that name; where none has it, those with that number of their decision."""
    listed, bare = list(works), _bare(text)
    return [one for one in listed if _bare(one.name) == bare] or [one for one in listed if _bare(one.number) == bare]


def _bare(text: str) -> str:
    return " ".join(folded(text).split())


def uses(award: Award, works: Iterable[Work], *, but: Honour | None = None) -> list[Answer]:
    """For each work, read with its honours, whether the award may be built upon it; `but` is not counted."""
    return [may_use(award, _used_for(work, but), name=work.name) for work in works]


def _used_for(work: Work, but: Honour | None) -> list[Award]:
    return [honour.conferred for honour in work.honours.all() if honour != but]


def of_outcome(outcome: Outcome, answers: Iterable[Answer]) -> list[Sentence]:
    """What answers of one outcome say."""
    return [one.because for one in answers if one.outcome is outcome and one.because]


def warnings_about(honour: Honour) -> list[Sentence]:
    """Works of an honour that another title has used too: a matter of reading the law."""
    works = honour.works.prefetch_related("honours")
    return of_outcome(Outcome.WARN, uses(register()[honour.award], works, but=honour))
