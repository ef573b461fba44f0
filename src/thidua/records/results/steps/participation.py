"""Writes acts of people; counts the authors of an initiative that their leader has signed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence
from thidua.core.texts import composed
from thidua.core.workflow.participation import ActKind, ActState, ActWay
from thidua.records.directory.models import Person, Post
from thidua.records.results.models import ChapterActivity, Initiative, Participation
from thidua.records.results.told import ActTold
from thidua.records.seasons.models import Membership

EARLIEST = timedelta(days=92)  # what is older belongs into a report, not into a phone


def write_act(
    member: Membership,
    told: ActTold,
    *,
    way: ActWay,
    person: Person | None,
    by: Actor,
    at: datetime,
    **more: Any,
) -> Participation:
    """A person's act, counted at once where the person is known, else waiting.

    Raises NotPossible with everything that is wrong with it.
    """
    faults = faults_of(member, told, name=person.full_name if person else told.name, at=at)
    if person is not None and told.activity is not None and attends(told.activity, person):
        faults.append(Sentence("participation.there_already", name=person.full_name))
    if faults:
        raise NotPossible(*faults)
    return Participation.objects.create(
        membership=member, unit=told.unit, person=person, name=person.full_name if person else composed(told.name),
        kind=told.kind.value, way=way.value, on=told.on, campaign=told.campaign, text=composed(told.text.strip()),
        photo=told.photo, activity=told.activity, entered_at=at, entered_by=by.as_written(),
        state=(ActState.UNCLAIMED if person is None else ActState.COUNTED).value, **more,
    )  # fmt: skip


def attends(activity: ChapterActivity, person: Person) -> bool:
    """Whether the person counts as present already."""
    return Participation.objects.filter(activity=activity, person=person, state=ActState.COUNTED.value).exists()


def faults_of(member: Membership, told: ActTold, *, name: str, at: datetime) -> list[Sentence]:
    """A name, a text, a day that has come and lies not too far back, a place in the unit, the season's campaign."""
    today, bloc = local_day(at), member.bloc_season
    faults = []
    if not any(letter.isalpha() for letter in name) or any(letter.isdigit() for letter in name):
        faults.append(Sentence("person.no_name", typed=name[:40]))
    if not told.text.strip():
        faults.append(Sentence("participation.needs_text"))
    if told.on > today:
        faults.append(Sentence("participation.day_to_come", on=told.on))
    elif told.on < max(today - EARLIEST, bloc.starts_on):
        faults.append(Sentence("participation.day_too_early", on=told.on, first=max(today - EARLIEST, bloc.starts_on)))
    elif told.on > bloc.ends_on:
        faults.append(Sentence("participation.after_the_year", on=told.on, last=bloc.ends_on))
    if not told.unit.path.startswith(member.unit.path):
        faults.append(Sentence("participation.other_unit", unit=told.unit.name))
    if told.campaign is not None and told.campaign.season_id != bloc.season_id:
        faults.append(Sentence("participation.other_campaign", name=told.campaign.name))
    return faults


def count_authors(initiative: Initiative, *, by: Mapping[str, Any], at: datetime) -> None:
    """Every author whom the directory knows has taken part by this initiative, on the day of the leader's signature."""
    member, on = initiative.membership, local_day(at)
    known = {author.person_id: author.name for author in initiative.authors.all() if author.person_id is not None}
    inside = Post.objects.filter(person__in=known, unit__path__startswith=member.unit.path)
    homes = dict(inside.order_by("pk").values_list("person", "unit"))
    Participation.objects.bulk_create(
        Participation(
            membership=member, unit_id=homes.get(person, member.unit_id), person_id=person, name=name,
            kind=ActKind.INITIATIVE.value, way=ActWay.OWN.value, state=ActState.COUNTED.value, on=on,
            text=initiative.title, about=initiative.token, entered_at=at, entered_by=dict(by),
        )
        for person, name in known.items()
    )  # fmt: skip
