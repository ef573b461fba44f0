"""Acts of participation: entered by people themselves or by a code, said whose they are, withdrawn; codes; totals."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from thidua.base.days import local_day
from thidua.core.actor import Actor, PostKind
from thidua.core.answer import refuse, require
from thidua.core.workflow.participation import ActState, ActWay, new_code
from thidua.records.directory.models import Person
from thidua.records.directory.steps.posts import give_post, write_down
from thidua.records.directory.steps.standing import held_units
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.results.access import participation as access
from thidua.records.results.models import DeclaredTotal, JoinCode, Participation
from thidua.records.results.queries.participation import WITH, entered_since, works_in
from thidua.records.results.steps.participation import attends, write_act
from thidua.records.results.told import ActTold, Claim, CodeAsked
from thidua.records.seasons.models import Campaign, Membership

AN_HOUR = timedelta(hours=1)
MOST_OF_A_PHONE, MOST_OF_A_CODE = 60, 600  # entries an hour: a hall behind one address still gets through
LONGEST = timedelta(days=180)
TITLE_OF_NEW = "Công chức, viên chức, người lao động"  # until somebody who keeps the directory knows better


@act
def enter_own_act(member: Membership, *, told: ActTold, by: Actor, at: datetime, key: str) -> Participation:
    """Somebody with an account tells what he or she did; it counts at once."""
    member = _member(member)
    require(access.may(by, "participation.enter", member, on=local_day(at)))
    person = Person.objects.filter(pk=by.person).first() if by.person else None
    if person is None:
        raise refuse("participation.of_nobody")
    one = write_act(member, told, way=ActWay.OWN, person=person, by=by, at=at)
    record("participation.entered", by=by, at=at, subjects=[one, member.unit, person], body=_body(one))
    return one


@act
def enter_by_code(
    code: JoinCode, *, told: ActTold, sender: str, by: Actor, at: datetime, key: str
) -> Participation:  # fmt: skip
    """Somebody without an account tells by a unit's code what he or she did; it waits for the unit's officer.

    Raises NotPossible once the code is stopped or over, or when too much comes from one phone or by one code.
    """
    code = (
        JoinCode.objects.select_for_update(of=("self",)).select_related("campaign", "activity", *WITH).get(pk=code.pk)
    )
    if code.stopped_at is not None or code.expires_on < local_day(at):
        raise refuse("participation.code_over")
    by_phone, by_code = entered_since(at - AN_HOUR, sender=sender), entered_since(at - AN_HOUR, code=code)
    if by_phone >= MOST_OF_A_PHONE or by_code >= MOST_OF_A_CODE:
        raise refuse("participation.too_many")
    one = write_act(code.membership, told, way=ActWay.CODE, person=None, by=by, at=at, code=code, sender=sender)
    record("participation.sent", by=by, at=at, subjects=[one, code, code.membership.unit], body=_body(one))
    return one


@act
def attribute_acts(claims: Sequence[Claim], *, by: Actor, at: datetime, key: str) -> list[Participation]:
    """The unit's officer says whose what has come in is; from now on it counts. Many at once: all or none.

    Whoever the directory does not know yet is written down in it, as staff of the place that was named: one person
    for one name in one place. Raises NotPossible for what is no longer waiting.
    """
    named = {claim.entry.pk: claim.person for claim in claims}
    held_units([claim.entry.unit for claim in claims])
    waiting, new = _waiting(list(named), by=by, at=at), dict[tuple[int, str], Person]()
    for one in waiting:
        person = named[one.pk] or new.get(_called(one))
        if person is None:
            person = new[_called(one)] = _new_person(one)
        elif named[one.pk] is not None and not works_in(one.membership, person):
            raise refuse("participation.person_elsewhere", name=person.full_name, unit=one.membership.short_name)
        if one.activity is not None and attends(one.activity, person):
            raise refuse("participation.there_already", name=person.full_name)
        one.person, one.name = person, person.full_name
        _decide(one, ActState.COUNTED, by=by, at=at)
    for person in new.values():
        record("person.kept", by=by, at=at, subjects=[person], body={"name": person.full_name})
    subjects = [subject for one in waiting for subject in _subjects(one)]
    names = [one.name for one in waiting]
    record("participation.attributed", by=by, at=at, subjects=subjects, body={"names": names})
    return waiting


@act
def reject_acts(
    entries: Sequence[Participation], *, because: str, by: Actor, at: datetime, key: str
) -> list[Participation]:  # fmt: skip
    """What has come in is nobody's of the unit, or did not happen; it stays readable with the reason."""
    if not because.strip():
        raise refuse("participation.needs_reason")
    waiting = _waiting([one.pk for one in entries], by=by, at=at)
    for one in waiting:
        one.reason = because.strip()
        _decide(one, ActState.REJECTED, by=by, at=at)
    subjects = [subject for one in waiting for subject in _subjects(one)]
    record("participation.rejected", by=by, at=at, subjects=subjects, body={"why": because.strip()})
    return waiting


@act
def withdraw_act(entry: Participation, *, because: str, by: Actor, at: datetime, key: str) -> Participation:
    """Entered by mistake: counts no longer, and stays readable with the reason."""
    one = Participation.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=entry.pk)
    require(access.may_withdraw(by, one, on=local_day(at)))
    if one.at_state is not ActState.COUNTED:
        raise refuse("participation.not_counted")
    if one.about:
        raise refuse("participation.of_another_thing")
    if not because.strip():
        raise refuse("participation.needs_reason")
    one.reason = because.strip()
    _decide(one, ActState.WITHDRAWN, by=by, at=at)
    record("participation.withdrawn", by=by, at=at, subjects=_subjects(one), body={"why": because.strip()})
    return one


@act
def make_code(member: Membership, *, asked: CodeAsked, by: Actor, at: datetime, key: str) -> JoinCode:
    """A code for the unit's people. Raises NotPossible for a last day that has gone or lies too far."""
    member, today = _member(member), local_day(at)
    require(access.may(by, "participation.collect", member, on=today))
    if not today <= asked.expires_on <= today + LONGEST:
        raise refuse("participation.code_days", first=today, last=today + LONGEST)
    if asked.campaign is not None and asked.campaign.season_id != member.bloc_season.season_id:
        raise refuse("participation.other_campaign", name=asked.campaign.name)
    code = JoinCode.objects.create(
        membership=member, campaign=asked.campaign, activity=asked.activity, code=new_code(secrets.choice),
        title=asked.title.strip(),
        kind=asked.kind.value, expires_on=asked.expires_on, made_at=at, made_by=by.as_written(),
    )  # fmt: skip
    body = {"title": code.title, "until": code.expires_on.isoformat()}
    record("participation.code_made", by=by, at=at, subjects=[code, member.unit], body=body)
    return code


@act
def stop_code(code: JoinCode, *, by: Actor, at: datetime, key: str) -> JoinCode:
    """The code works no more from now on; what came by it stays."""
    code = JoinCode.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=code.pk)
    require(access.may(by, "participation.collect", code.membership, on=local_day(at)))
    if code.stopped_at is not None:
        raise refuse("participation.code_over")
    code.stopped_at = at
    code.save(update_fields=["stopped_at"])
    record("participation.code_stopped", by=by, at=at, subjects=[code, code.membership.unit], body={})
    return code


@act
def declare_total(
    member: Membership,
    *,
    people: int,
    on: date,
    campaign: Campaign | None,
    note: str,
    by: Actor,
    at: datetime,
    key: str,
) -> DeclaredTotal:
    """How many took part until a day, as the unit says; the last one stands, the earlier ones stay readable."""
    member = _member(member)
    require(access.may(by, "participation.declare", member, on=local_day(at)))
    if on > local_day(at):
        raise refuse("participation.day_to_come", on=on)
    if campaign is not None and campaign.season_id != member.bloc_season.season_id:
        raise refuse("participation.other_campaign", name=campaign.name)
    total = DeclaredTotal.objects.create(
        membership=member, campaign=campaign, on=on, people=people, note=note, declared_at=at,
        declared_by=by.as_written(),
    )  # fmt: skip
    body = {"people": people, "on": on.isoformat(), "note": note}
    record("participation.declared", by=by, at=at, subjects=[total, member.unit], body=body)
    return total


def _member(member: Membership) -> Membership:
    ways = [way.removeprefix("membership__") for way in WITH]
    return Membership.objects.select_related(*ways).get(pk=member.pk)


def _waiting(keys: list[int], *, by: Actor, at: datetime) -> list[Participation]:
    """The entries under their locks. Raises NotPossible for one on which somebody has decided since."""
    found = Participation.objects.select_for_update(of=("self",)).select_related("unit", "activity", *WITH)
    waiting = list(found.filter(pk__in=keys).order_by("pk"))
    for one in waiting:
        require(access.may(by, "participation.collect", one.membership, on=local_day(at)))
        if one.at_state is not ActState.UNCLAIMED:
            raise refuse("participation.decided_already", name=one.name)
    return waiting


def _decide(one: Participation, state: ActState, *, by: Actor, at: datetime) -> None:
    one.state, one.decided_at, one.decided_by = state.value, at, by.as_written()
    one.save(update_fields=["state", "decided_at", "decided_by", "person", "name", "reason"])


def _called(one: Participation) -> tuple[int, str]:
    return one.unit_id, one.name.casefold()


def _new_person(one: Participation) -> Person:
    person = write_down(one.name, "")
    give_post(person, one.unit, kind=PostKind.STAFF, title=TITLE_OF_NEW, from_on=one.on)
    return person


def _subjects(one: Participation) -> list[HasToken]:
    return [one, one.membership.unit, *([one.person] if one.person else [])]


def _body(one: Participation) -> dict[str, object]:
    return {"name": one.name, "kind": one.kind, "on": one.on.isoformat(), "text": one.text}
