"""Tasks of exemplars and initiatives: registered, consented, introduced, recognised; signed, mended, received."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Sentence
from thidua.core.workflow.exemplars import KNOWN_TO_ALL, ExemplarState
from thidua.core.workflow.handing_in import Handing
from thidua.records.conduct.tasks.desk import Desk, Own, Task
from thidua.records.results.models import Exemplar, Initiative
from thidua.records.seasons.models import BlocSeason

S = ExemplarState


def tasks(desk: Desk) -> Iterator[Task]:
    """Five queries: own exemplars, those of the kept blocs, own initiatives to sign and to mend, those to receive."""
    yield from _own_exemplars(desk)
    yield from _kept_exemplars(desk)
    yield from _own_initiatives(desk)
    yield from _kept_initiatives(desk)


def _of(own: Own, title: Sentence, place: str, asked: str) -> Task:
    about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
    season = own.bloc.season
    return Task(None, title, about, place, (season.cluster.slug, season.slug), asked)


def _in(bloc: BlocSeason, title: Sentence, place: str, asked: str) -> Task:
    season = bloc.season
    about = Sentence("task.of_bloc", bloc=bloc.bloc.name)
    return Task(None, title, about, place, (season.cluster.slug, season.slug), asked)


def _own_exemplars(desk: Desk) -> Iterator[Task]:
    counted: dict[int, dict[str, int]] = defaultdict(dict)
    for member, state, count, agreed in _exemplars(own=list(desk.own)):
        counted[member] |= {state: count, f"{state} agreed": agreed}
    for member, states in counted.items():
        own = desk.own[member]
        if own.may("exemplars.decide") and (spotted := states.get(S.SPOTTED, 0)):
            yield _of(own, Sentence("task.register_exemplars", count=spotted), "exemplars", "trang-thai=spotted")
        agreed = states.get(f"{S.NURTURED} agreed", 0)
        if "officer" in own.roles and (silent := states.get(S.NURTURED, 0) - agreed):
            yield _of(own, Sentence("task.get_consent", count=silent), "exemplars", "trang-thai=nurtured")
        if own.may("exemplars.decide") and agreed and not any(states.get(state) for state in KNOWN_TO_ALL):
            yield _of(own, Sentence("task.introduce_exemplars"), "exemplars", "trang-thai=nurtured")


@prepared
def _exemplars(*, own: list[int]) -> QuerySet[Any, Any]:
    """By unit and state: how many, and of how many their person has agreed."""
    rows = Exemplar.objects.filter(membership__in=own).order_by().values_list("membership", "state")
    return rows.annotate(count=Count("pk"), agreed=Count("consent_on"))


def _kept_exemplars(desk: Desk) -> Iterator[Task]:
    kept = {bloc.pk: bloc for bloc in desk.kept if desk.may("exemplars.recognise", bloc)}
    for bloc, state, count in _shown(blocs=list(kept)):
        key = "task.recognise_exemplars" if state == S.INTRODUCED else "task.check_exemplars"
        if state == S.INTRODUCED or desk.may("exemplars.follow", kept[bloc]):
            yield _in(kept[bloc], Sentence(key, count=count), "exemplars", f"trang-thai={state}")


@prepared
def _shown(*, blocs: list[int]) -> QuerySet[Any, Any]:
    wanted = (S.INTRODUCED.value, S.REPLICATED.value)
    shown = Exemplar.objects.filter(membership__bloc_season__in=blocs, state__in=wanted, consent_on__isnull=False)
    return shown.order_by().values_list("membership__bloc_season", "state").annotate(count=Count("pk"))


def _own_initiatives(desk: Desk) -> Iterator[Task]:
    for member, count in _submitted(own=list(desk.own)):
        own = desk.own[member]
        if own.may("initiatives.sign"):
            yield _of(own, Sentence("task.sign_initiatives", count=count), "initiatives", "trang-thai=submitted")
    if desk.actor.person is None:
        return
    for member, count in _returned(own=list(desk.own), writer=desk.actor.person):
        yield _of(
            desk.own[member], Sentence("task.mend_initiatives", count=count), "initiatives", "trang-thai=returned"
        )


@prepared
def _submitted(*, own: list[int]) -> QuerySet[Any, Any]:
    submitted = Initiative.objects.filter(membership__in=own, state=Handing.SUBMITTED.value)
    return submitted.order_by().values_list("membership").annotate(count=Count("pk"))


@prepared
def _returned(*, own: list[int], writer: int) -> QuerySet[Any, Any]:
    returned = Initiative.objects.filter(membership__in=own, writer=writer, state=Handing.RETURNED.value)
    return returned.order_by().values_list("membership").annotate(count=Count("pk"))


def _kept_initiatives(desk: Desk) -> Iterator[Task]:
    kept = {bloc.pk: bloc for bloc in desk.kept if desk.may("initiatives.receive", bloc)}
    for bloc, count in _signed(blocs=list(kept)):
        yield _in(kept[bloc], Sentence("task.receive_initiatives", count=count), "initiatives", "trang-thai=signed")


@prepared
def _signed(*, blocs: list[int]) -> QuerySet[Any, Any]:
    signed = Initiative.objects.filter(membership__bloc_season__in=blocs, state=Handing.SIGNED.value, received_at=None)
    return signed.order_by().values_list("membership__bloc_season").annotate(count=Count("pk"))
