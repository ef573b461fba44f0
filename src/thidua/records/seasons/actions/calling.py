"""Acts of who runs the signing in the hall: the groups, the group that is called up, a press taken back."""

from collections.abc import Mapping
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.signing import MAY_SIGN, PactStage
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason, CallPlace, Membership, Pact, Signature
from thidua.records.seasons.queries.hall import groups_of
from thidua.records.seasons.steps.locks import hold_blocs, locked_pact

MOST_GROUPS = 999


@act
def set_call_groups(
    bloc: BlocSeason, *, groups: Mapping[int, int] | None, seen_version: int, by: Actor, at: datetime, key: str
) -> BlocSeason:
    """The groups in which units are called up, by key of the membership; others stay as they are.

    None takes the whole bloc back to protocol order. Raises NotPossible for a number that is no group's, and if
    someone has saved since.
    """
    hold_blocs([bloc.pk])
    bloc = BlocSeason.objects.select_related("season__cluster").get(pk=bloc.pk)
    require(access.may(by, "pact.call", season=bloc.season, bloc=bloc, on=local_day(at)))
    bloc.expect(seen_version)
    named = Membership.objects.filter(bloc_season=bloc, left_on=None, pk__in=list(groups or {}))
    given = {member: (groups or {})[member.pk] for member in named}
    if wrong := [member.name for member, group in given.items() if not 0 < group <= MOST_GROUPS]:
        raise refuse("hall.no_group", names=tuple(wrong))
    places = CallPlace.objects.filter(membership__bloc_season=bloc)
    (places if groups is None else places.filter(membership__in=given)).delete()
    CallPlace.objects.bulk_create(CallPlace(membership=member, group=group) for member, group in given.items())
    bloc.turn()
    bloc.save(update_fields=["version"])
    told = {member.label: str(group) for member, group in given.items()}
    record("hall.grouped", by=by, at=at, subjects=[bloc], body={"groups": told})
    return bloc


@act
def call_group(pact: Pact, *, group: int, by: Actor, at: datetime, key: str) -> Pact:
    """A group is called to the table; 0 calls nobody. Raises NotPossible before the signing is open."""
    pact = locked_pact(pact)
    bloc = pact.bloc_season
    require(access.may(by, "pact.call", season=bloc.season, bloc=bloc, on=local_day(at)))
    if pact.at_stage not in MAY_SIGN:
        raise refuse("pact.locked" if pact.at_stage is PactStage.LOCKED else "pact.not_open")
    require_group(bloc, group)
    pact.calling = group
    pact.save(update_fields=["calling"])
    record("hall.called", by=by, at=at, subjects=[pact, bloc], body={"group": str(group)})
    return pact


def require_group(bloc: BlocSeason, group: int) -> None:
    """Raises NotPossible for a group that the bloc does not have; 0 means nobody."""
    if group and group not in {one.number for one in groups_of(bloc)}:
        raise refuse("hall.unknown_group", group=group)


@act
def void_signature(signature: Signature, *, reason: str, by: Actor, at: datetime, key: str) -> Signature:
    """A signature in ink that was lit by mistake counts no more, until the pact is locked; it stays with its reason.

    Raises NotPossible without a reason, for what a unit has confirmed itself, and once the pact is locked.
    """
    pact = locked_pact(signature.pact)
    signature = Signature.objects.select_for_update(of=("self",)).select_related("membership__unit").get(
        pk=signature.pk
    )  # fmt: skip
    unit, bloc = signature.membership.unit if signature.membership else None, pact.bloc_season
    require(access.may(by, "pact.sign_on_paper", season=bloc.season, bloc=bloc, unit=unit, on=local_day(at)))
    name = signature.member_name
    if signature.annex_id is not None or signature.kind != Signature.Kind.ON_PAPER:
        raise refuse("hall.only_in_ink", unit=name)
    if signature.voided_at is not None:
        raise refuse("hall.void_already", unit=name)
    if pact.at_stage is PactStage.LOCKED:
        raise refuse("hall.locked_by_last", unit=name)
    if not reason.strip():
        raise refuse("form.missing", name=Sentence("hall.reason"))
    signature.voided_at, signature.void_reason = at, composed(reason.strip())
    signature.save(update_fields=["voided_at", "void_reason"])
    subjects = [signature, pact, *([unit] if unit else [])]
    record("pact.signature_voided", by=by, at=at, subjects=subjects, body={"reason": signature.void_reason})
    return signature
