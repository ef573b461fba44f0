"""Tasks of exemplars and initiatives: registered, consented, introduced, recognised; signed, mended, received."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Count, Q

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
    found = Exemplar.objects.filter(membership__in=desk.own).order_by()
    rows = found.values_list("membership", "state").annotate(count=Count("pk"), agreed=Count("consent_on"))
    for member, state, count, agreed in rows:
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


def _kept_exemplars(desk: Desk) -> Iterator[Task]:
    kept = {bloc.pk: bloc for bloc in desk.kept if desk.may("exemplars.recognise", bloc)}
    wanted = (S.INTRODUCED.value, S.REPLICATED.value)
    shown = Exemplar.objects.filter(membership__bloc_season__in=kept, state__in=wanted, consent_on__isnull=False)
    rows = shown.order_by().values_list("membership__bloc_season", "state").annotate(count=Count("pk"))
    for bloc, state, count in rows:
        key = "task.recognise_exemplars" if state == S.INTRODUCED else "task.check_exemplars"
        if state == S.INTRODUCED or desk.may("exemplars.follow", kept[bloc]):
            yield _in(kept[bloc], Sentence(key, count=count), "exemplars", f"trang-thai={state}")


def _own_initiatives(desk: Desk) -> Iterator[Task]:
    of_own = Initiative.objects.filter(membership__in=desk.own).order_by()
    submitted = of_own.filter(state=Handing.SUBMITTED.value)
    for member, count in submitted.values_list("membership").annotate(count=Count("pk")):
        own = desk.own[member]
        if own.may("initiatives.sign"):
            yield _of(own, Sentence("task.sign_initiatives", count=count), "initiatives", "trang-thai=submitted")
    mine = Q(writer=desk.actor.person) if desk.actor.person else Q(pk=None)
    returned = of_own.filter(mine, state=Handing.RETURNED.value)
    for member, count in returned.values_list("membership").annotate(count=Count("pk")):
        yield _of(
            desk.own[member], Sentence("task.mend_initiatives", count=count), "initiatives", "trang-thai=returned"
        )


def _kept_initiatives(desk: Desk) -> Iterator[Task]:
    kept = {bloc.pk: bloc for bloc in desk.kept if desk.may("initiatives.receive", bloc)}
    signed = Initiative.objects.filter(
        membership__bloc_season__in=kept, state=Handing.SIGNED.value, received_at=None
    ).order_by()
    for bloc, count in signed.values_list("membership__bloc_season").annotate(count=Count("pk")):
        yield _in(kept[bloc], Sentence("task.receive_initiatives", count=count), "initiatives", "trang-thai=signed")
