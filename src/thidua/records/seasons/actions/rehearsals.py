"""Acts of a rehearsal: begun, played on the very devices, ended.

Its lines go into a log of its own; the main journal gets one line at its end, with how many, and no name.
"""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.workflow.signing import PactStage
from thidua.records.directory.models import Unit
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.actions.calling import require_group
from thidua.records.seasons.models import BlocSeason, Membership, Pact, Rehearsal, RehearsalLine, Season
from thidua.records.seasons.queries.hall import standing_in
from thidua.records.seasons.steps.locks import hold_blocs_of


@act
def start_rehearsal(season: Season, *, by: Actor, at: datetime, key: str) -> Rehearsal:
    """From now on presses in the season's hall are rehearsed, until it ends.

    Raises NotPossible if one goes on, and once a pact of the season is open for signing: from then on every press
    signs, and nobody may have to ask himself which of the two he does.
    """
    hold_blocs_of(season.pk)
    season = Season.objects.select_related("cluster").get(pk=season.pk)
    require(access.may(by, "pact.rehearse", season=season, on=local_day(at)))
    opened = Pact.objects.filter(bloc_season__season=season).exclude(stage=PactStage.DRAFT.value)
    if names := tuple(opened.order_by("pk").values_list("bloc_season__bloc__name", flat=True)):
        raise refuse("rehearsal.signing_is_open", names=names)
    if Rehearsal.objects.filter(season=season).exists():
        raise refuse("rehearsal.goes_on")
    return Rehearsal.objects.create(season=season, started_at=at)


@act
def rehearse_signature(
    rehearsal: Rehearsal, bloc: BlocSeason, *, unit: Unit, by: Actor, at: datetime, key: str
) -> None:
    """A unit would have signed: by its leader's own press, or by that of the secretariat.

    Raises NotPossible if `by` could not sign or light it in earnest, if the unit has been lit, or if the rehearsal
    has ended in the meantime.
    """
    member = _member(_held(rehearsal), bloc, unit, by=by, at=at)
    if member.pk in standing_in(rehearsal).signed:
        raise refuse("rehearsal.lit_already", unit=member.name)
    _write(rehearsal, bloc, RehearsalLine.Kind.SIGNED, member, at)


@act
def undo_rehearsed(rehearsal: Rehearsal, bloc: BlocSeason, *, unit: Unit, by: Actor, at: datetime, key: str) -> None:
    """A press of the rehearsal is taken back. Raises as `rehearse_signature`."""
    member = _member(_held(rehearsal), bloc, unit, by=by, at=at)
    if member.pk not in standing_in(rehearsal).signed:
        raise refuse("rehearsal.not_lit", unit=member.name)
    _write(rehearsal, bloc, RehearsalLine.Kind.UNDONE, member, at)


@act
def rehearse_call(rehearsal: Rehearsal, bloc: BlocSeason, *, group: int, by: Actor, at: datetime, key: str) -> None:
    """A group is called up in the rehearsal; 0 calls nobody."""
    season = _held(rehearsal)
    require(access.may(by, "pact.call", season=season, bloc=bloc, on=local_day(at)))
    require_group(bloc, group)
    RehearsalLine.objects.create(
        rehearsal=rehearsal, bloc_season=bloc, kind=RehearsalLine.Kind.CALLED, group=group, at=at
    )


@act
def end_rehearsal(season: Season, *, by: Actor, at: datetime, key: str) -> None:
    """The rehearsal is erased with all its lines; the journal keeps that there was one, and how many had been lit.

    Raises NotPossible if none goes on.
    """
    hold_blocs_of(season.pk)
    season = Season.objects.select_related("cluster").get(pk=season.pk)
    require(access.may(by, "pact.rehearse", season=season, on=local_day(at)))
    rehearsal = Rehearsal.objects.select_for_update().filter(season=season).first()
    if rehearsal is None:
        raise refuse("rehearsal.none")
    lit = len(standing_in(rehearsal).signed)
    lines = rehearsal.lines.count()
    rehearsal.lines.all().delete()
    rehearsal.delete()
    body = {"started_at": rehearsal.started_at.isoformat(), "lines": str(lines), "lit": str(lit)}
    record("rehearsal.ended", by=by, at=at, subjects=[season], body=body)


def _held(rehearsal: Rehearsal) -> Season:
    """The season of a rehearsal that goes on, under lock: its lines come one after the other."""
    held = Rehearsal.objects.select_for_update(of=("self",)).select_related("season__cluster").filter(pk=rehearsal.pk)
    if (found := held.first()) is None:
        raise refuse("rehearsal.none")
    return found.season


def _member(season: Season, bloc: BlocSeason, unit: Unit, *, by: Actor, at: datetime) -> Membership:
    told = {"season": season, "bloc": bloc, "unit": unit, "on": local_day(at)}
    own = access.may(by, "pact.sign", **told)  # type: ignore[arg-type]
    require(own if own.is_yes else access.may(by, "pact.sign_on_paper", **told))  # type: ignore[arg-type]
    member = Membership.objects.filter(bloc_season=bloc, unit=unit, left_on=None).first()
    if member is None:
        raise refuse("pact.no_member", unit=unit.name)
    return member


def _write(rehearsal: Rehearsal, bloc: BlocSeason, kind: str, member: Membership, at: datetime) -> None:
    RehearsalLine.objects.create(rehearsal=rehearsal, bloc_season=bloc, kind=kind, membership=member, at=at)
