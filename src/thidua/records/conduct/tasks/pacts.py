"""Tasks of the pact: commitments entered and signed, the pact opened, signed and closed, its annexes signed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.core.workflow.signing import MAY_SIGN, PactStage
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.seasons.models import Annex, CommitmentSet, Milestone, Signature
from thidua.records.seasons.queries.pacts import scans_owed

AT_WORK = (Stage.LAUNCHED, Stage.REGISTERING)


def tasks(desk: Desk) -> Iterator[Task]:
    """Five queries: own sheets, own signatures, annexes that wait, sheets of the kept blocs not signed, scans owed."""
    yield from _commitments(desk)
    yield from _signatures(desk)
    yield from _annexes(desk)
    yield from _kept(desk)
    yield from _scans(desk)


def _commitments(desk: Desk) -> Iterator[Task]:
    for sheet in _sheets(own=list(desk.own)):
        own = desk.own[sheet.membership_id]
        if own.bloc.at_stage not in AT_WORK:
            continue
        due, slug = desk.due_of(sheet, own.bloc, Milestone.Kind.REGISTRATION), own.member.unit.slug
        if "officer" in own.roles and sheet.handing in OPEN_FOR_ENTRY:
            key = "task.enter_commitments" if sheet.handing is Handing.DRAFT else "task.mend_commitments"
            yield own.task(due, Sentence(key), "commitment_sheet", slug)
        if own.signs and sheet.handing is Handing.SUBMITTED:
            yield own.task(due, Sentence("task.sign_commitments"), "commitment_sheet", slug)


@prepared
def _sheets(*, own: list[int]) -> QuerySet[CommitmentSet]:
    return CommitmentSet.objects.filter(membership__in=own)


def _signatures(desk: Desk) -> Iterator[Task]:
    signed = {member for (member,) in _signed(own=list(desk.own))}
    for own in desk.own.values():
        pact = getattr(own.bloc, "pact", None)
        if pact is not None and pact.at_stage in MAY_SIGN and own.signs and own.member.pk not in signed:
            yield own.task(desk.due_on(own.bloc, Milestone.Kind.SIGNING), Sentence("task.sign_pact"), "pact")


@prepared
def _signed(*, own: list[int]) -> QuerySet[Any, tuple[int | None]]:
    standing = Signature.objects.filter(membership__in=own, annex=None, voided_at=None)
    return standing.order_by().values_list("membership")


def _annexes(desk: Desk) -> Iterator[Task]:
    """The unit signs first: the head is asked for what its unit has signed."""
    headed = {bloc.pk: bloc for bloc in desk.blocs.values() if desk.may("pact.sign_annex_as_head", bloc)}
    agreed: Counter[int] = Counter()
    for member, bloc, number, by_unit, by_head in _waiting(own=list(desk.own), headed=list(headed)):
        own = desk.own.get(member)
        if own is not None and own.signs and not by_unit:
            yield own.task(None, Sentence("task.sign_annex", number=number), "annexes")
        if bloc in headed and by_unit and not by_head:
            agreed[bloc] += 1
    for pk, count in agreed.items():
        yield desk.task(None, Sentence("task.agree_annexes", count=count), headed[pk], "annexes")


@prepared
def _waiting(*, own: list[int], headed: list[int]) -> QuerySet[Any, Any]:
    """Annexes that are not locked: member, bloc, number, and who has signed."""
    standing = Signature.objects.filter(annex=OuterRef("pk"), voided_at=None)
    by_unit, by_head = Exists(standing.filter(membership__isnull=False)), Exists(standing.filter(membership=None))
    concerned = Annex.objects.filter(Q(membership__in=own) | Q(pact__bloc_season__in=headed))
    waiting = concerned.filter(locked_at=None, withdrawn_at=None).annotate(by_unit=by_unit, by_head=by_head)
    names = ("membership", "membership__bloc_season", "number", "by_unit", "by_head")
    return waiting.order_by("number").values_list(*names)


def _kept(desk: Desk) -> Iterator[Task]:
    registering = {bloc.pk: bloc for bloc in desk.kept if bloc.at_stage is Stage.REGISTERING}
    for pk, count in _unsigned(blocs=list(registering)):
        bloc = registering[pk]
        due = desk.due_on(bloc, Milestone.Kind.REGISTRATION)
        yield desk.task(due, Sentence("task.chase_commitments", count=count), bloc, "commitments")
    for bloc in registering.values():
        pact = getattr(bloc, "pact", None)
        key = "task.close_signing" if pact is not None and pact.stage == PactStage.OPEN else "task.open_signing"
        yield desk.task(desk.due_on(bloc, Milestone.Kind.SIGNING), Sentence(key), bloc, "pact")


@prepared
def _unsigned(*, blocs: list[int]) -> QuerySet[Any, Any]:
    unsigned = CommitmentSet.objects.filter(membership__bloc_season__in=blocs).exclude(state=Handing.SIGNED.value)
    return unsigned.order_by().values_list("membership__bloc_season").annotate(count=Count("pk"))


def _scans(desk: Desk) -> Iterator[Task]:
    """Whoever lights signatures in ink is asked for their scans, bloc by bloc, by the earliest day."""
    lights = {bloc.pk: bloc for bloc in desk.kept if desk.may("pact.sign_on_paper", bloc)}
    owed: dict[int, list[date]] = {}
    for signature in _owed(blocs=list(lights)):
        if due := signature.scan_due_on:
            owed.setdefault(signature.pact.bloc_season_id, []).append(due)
    for pk, due_days in owed.items():
        title = Sentence("task.attach_scans", count=len(due_days))
        yield desk.task(min(due_days), title, lights[pk], "pact", "no-ban-quet")


@prepared
def _owed(*, blocs: list[int]) -> QuerySet[Signature]:
    return scans_owed(blocs)
