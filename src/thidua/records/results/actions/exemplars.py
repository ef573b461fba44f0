"""Acts along the chain of an exemplar: spotted, registered, introduced, recognised, withdrawn."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.rights.scopes import Scope
from thidua.core.texts import composed
from thidua.core.workflow.exemplars import INTRODUCED_AT_MOST, ExemplarMove, ExemplarState, Level, NoteKind, after, may
from thidua.records.accounts.queries import signer_of
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown, paper_of_the_bloc
from thidua.records.results.access import exemplars as access
from thidua.records.results.actions.entering import entering
from thidua.records.results.models import Exemplar
from thidua.records.results.queries.exemplars import WITH, introduced_of
from thidua.records.results.steps.exemplars import subjects_of, write_down, write_note
from thidua.records.results.told import ExemplarTold
from thidua.records.seasons.models import Membership

FRAME = ("unit", "bloc_season__season__cluster", "bloc_season__bloc")


@act
def spot_exemplar(
    member: Membership, *, told: ExemplarTold, by: Actor, at: datetime, key: str, shown: Shown | None = None
) -> Exemplar:
    """Anyone of the unit names a person or a collective of it, and what they did; `shown` is what shows it."""
    member = Membership.objects.select_related(*FRAME).get(pk=member.pk)
    require(access.may(by, "exemplars.spot", member, on=local_day(at)))
    exemplar = Exemplar(membership=member, spotted_at=at, spotted_by=by.as_written())
    write_down(exemplar, told)
    exemplar.save()
    if shown is not None:
        write_note(exemplar, NoteKind.EVIDENCE, exemplar.did[:2000], local_day(at), shown, by=by.as_written(), at=at)
    record("exemplar.spotted", by=by, at=at, subjects=subjects_of(exemplar), body=_body(exemplar))
    return exemplar


@act
def enter_exemplar_on_behalf(
    member: Membership, *, told: ExemplarTold, paper: SourcePaper, by: Actor, at: datetime, key: str
) -> Exemplar:
    """The secretariat enters what a unit has registered on paper; marked, and the unit is told."""
    member = Membership.objects.select_related(*FRAME).get(pk=member.pk)
    entered = entering(
        by, member, own="exemplars.decide", on_behalf="exemplars.enter_on_behalf", paper=paper, at=at
    )  # fmt: skip
    _require_goal(told.goal)
    exemplar = Exemplar(membership=member, spotted_at=at, spotted_by=dict(entered.signer))
    write_down(exemplar, told)
    exemplar.state = ExemplarState.REGISTERED.value
    exemplar.registered_at, exemplar.registered_by = at, dict(entered.signer)
    exemplar.save()
    body = {**_body(exemplar), **entered.mark(exemplar, member, at=at)}
    record("exemplar.registered", by=entered.by, at=at, subjects=subjects_of(exemplar), body=body)
    return exemplar


@act
def amend_exemplar(
    exemplar: Exemplar, *, told: ExemplarTold, seen_version: int, by: Actor, at: datetime, key: str
) -> Exemplar:
    """The unit tells it better, until it is introduced. Raises NotPossible if someone has saved since.

    Consent was given for what was told then, so that a change of name or deed asks for it anew.
    """
    exemplar = locked(exemplar)
    require(access.may_keep(by, exemplar, on=local_day(at)))
    require(may(exemplar.at_state, ExemplarMove.AMEND))
    exemplar.expect(seen_version)
    before = (exemplar.name, exemplar.did)
    write_down(exemplar, told)
    if before != (exemplar.name, exemplar.did):
        exemplar.consent_name, exemplar.consent_on, exemplar.consent_file = "", None, None
    exemplar.turn()
    exemplar.save()
    record("exemplar.amended", by=by, at=at, subjects=subjects_of(exemplar), body=_body(exemplar))
    return exemplar


@act
def register_exemplar(
    exemplar: Exemplar, *, goal: str, mentor: str, seen_version: int, by: Actor, at: datetime, key: str
) -> Exemplar:
    """The unit's leader puts it on the unit's list to be built up, with a goal and who looks after it."""
    exemplar = locked(exemplar)
    require(access.may(by, "exemplars.decide", exemplar.membership, on=local_day(at)))
    require(may(exemplar.at_state, ExemplarMove.REGISTER))
    exemplar.expect(seen_version, or_say="handing.changed_since")
    _require_goal(goal)
    exemplar.goal, exemplar.mentor = composed(goal.strip()), composed(mentor.strip())
    exemplar.registered_at = at
    exemplar.registered_by = signer_of(by, exemplar.membership.unit, Scope.REPORTS, on=local_day(at))
    _step(exemplar, ExemplarMove.REGISTER)
    body = {"goal": exemplar.goal, "mentor": exemplar.mentor}
    record("exemplar.registered", by=by, at=at, subjects=subjects_of(exemplar), body=body)
    return exemplar


@act
def introduce_exemplar(
    exemplar: Exemplar, *, because: str, on: date, by: Actor, at: datetime, key: str, paper: SourcePaper | None = None
) -> Exemplar:
    """The unit has chosen it and introduces it to the region: one or two of a unit in a year, never without consent.

    `because` says how it was chosen: votes and reason. From the secretariat with the unit's letter as `paper`.
    """
    exemplar = locked(exemplar)
    member = exemplar.membership
    entered = entering(
        by, member, own="exemplars.decide", on_behalf="exemplars.enter_on_behalf", paper=paper, at=at
    )  # fmt: skip
    require(may(exemplar.at_state, ExemplarMove.INTRODUCE))
    if exemplar.consent_on is None:
        raise refuse("exemplar.needs_consent", name=exemplar.name)
    if not because.strip():
        raise refuse("exemplar.needs_choice")
    if on > local_day(at):
        raise refuse("evidence.from_later", dated_on=on)
    # The unit's own row orders two who introduce at once.
    Membership.objects.select_for_update().get(pk=member.pk)
    if introduced_of(member) >= INTRODUCED_AT_MOST:
        raise refuse("exemplar.enough_introduced", most=INTRODUCED_AT_MOST, unit=member.short_name)
    exemplar.introduced_on, exemplar.introduced_because = on, composed(because.strip())
    _step(exemplar, ExemplarMove.INTRODUCE)
    body = {"because": exemplar.introduced_because, **entered.mark(exemplar, member, at=at)}
    record("exemplar.introduced", by=entered.by, at=at, subjects=subjects_of(exemplar), body=body)
    return exemplar


@act
def recognise_exemplar(
    exemplar: Exemplar, *, level: Level, decision: Shown, by: Actor, at: datetime, key: str
) -> Exemplar:
    """Recognised by a decision with number and day. Raises NotPossible without them, or for one from a later day."""
    exemplar = locked(exemplar)
    require(access.may(by, "exemplars.recognise", exemplar.membership, on=local_day(at)))
    require(may(exemplar.at_state, ExemplarMove.RECOGNISE))
    if not (decision.number and decision.dated_on):
        raise refuse("exemplar.needs_decision")
    if decision.dated_on > local_day(at):
        raise refuse("evidence.from_later", dated_on=decision.dated_on)
    exemplar.level, exemplar.decision = level.value, paper_of_the_bloc(decision)
    _step(exemplar, ExemplarMove.RECOGNISE)
    body = {"level": level.value, "decision": str(exemplar.decision)}
    record("exemplar.recognised", by=by, at=at, subjects=subjects_of(exemplar), body=body)
    return exemplar


@act
def withdraw_exemplar(exemplar: Exemplar, *, because: str, by: Actor, at: datetime, key: str) -> Exemplar:
    """It is an exemplar no more, with the reason; others see it no longer, its unit and the secretariat still do."""
    exemplar = locked(exemplar)
    require(access.may_withdraw(by, exemplar, on=local_day(at)))
    require(may(exemplar.at_state, ExemplarMove.WITHDRAW))
    if not because.strip():
        raise refuse("exemplar.needs_reason")
    before = exemplar.state
    exemplar.withdrawn_at, exemplar.withdrawn_because = at, composed(because.strip())
    _step(exemplar, ExemplarMove.WITHDRAW)
    body = {"before": before, "reason": exemplar.withdrawn_because}
    record("exemplar.withdrawn", by=by, at=at, subjects=subjects_of(exemplar), body=body)
    return exemplar


def locked(exemplar: Exemplar) -> Exemplar:
    return Exemplar.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=exemplar.pk)


def _step(exemplar: Exemplar, move: ExemplarMove) -> None:
    state = after(exemplar.at_state, move)
    assert state is not None
    exemplar.state = state.value
    exemplar.turn()
    exemplar.save()


def _require_goal(goal: str) -> None:
    if not goal.strip():
        raise refuse("exemplar.needs_goal")


def _body(exemplar: Exemplar) -> dict[str, object]:
    return {
        "kind": exemplar.kind,
        "name": exemplar.name,
        "post": exemplar.post,
        "field": exemplar.field.short_name,
        "did": exemplar.did,
        "goal": exemplar.goal,
        "mentor": exemplar.mentor,
    }
