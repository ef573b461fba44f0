"""Tasks of conferences: answer the letter; send the letters, see who has not answered, note that it was held."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet

from thidua.base.days import local_day
from thidua.base.library import rights
from thidua.base.prepared import prepared
from thidua.base.workdays import working_day_after
from thidua.core.answer import Sentence
from thidua.core.workflow.conferences import Coming, ConferenceState
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.councils.models import Conference, Invitation, Talk

OPEN = (ConferenceState.PLANNED, ConferenceState.INVITED, ConferenceState.HELD)
MINUTES_WITHIN = 3  # working days after the conference


def tasks(desk: Desk) -> Iterator[Task]:
    """Three queries: letters to own units, talks asked of them, conferences of the seasons that the actor keeps."""
    yield from _letters(desk)
    yield from _talks(desk)
    yield from _kept(desk)


def _letters(desk: Desk) -> Iterator[Task]:
    """A unit in two blocs is asked once; who answers already keeps the letter in sight under the conference."""
    units = {own.member.unit_id: own for own in desk.own.values()}
    for one in _unanswered(units=list(units)):
        own, conference = units[one.membership.unit_id], one.conference  # type: ignore[union-attr]
        if own.may("conference.answer"):
            title = Sentence("task.answer_invitation", name=conference.name)
            about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
            slugs = (conference.cluster.slug, conference.slug, one.public_id)
            yield Task(conference.answer_by, title, about, "invitation", slugs)


@prepared
def _unanswered(*, units: list[int]) -> QuerySet[Invitation]:
    waiting = Invitation.objects.filter(
        membership__unit__in=units, withdrawn_at=None, coming=Coming.WAITING.value,
        conference__state=ConferenceState.INVITED.value,
    )  # fmt: skip
    return waiting.select_related("conference__cluster", "membership").order_by("conference__starts_at", "pk")


def _talks(desk: Desk) -> Iterator[Task]:
    for one in _asked(own=list(desk.own)):
        own = desk.own[one.membership_id]
        if own.may("conference.speak") and "officer" in own.roles:
            about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
            slugs = (one.conference.cluster.slug, one.conference.slug, one.public_id)
            yield Task(one.conference.talks_by, Sentence("task.send_talk", title=one.title), about, "talk", slugs)


@prepared
def _asked(*, own: list[int]) -> QuerySet[Talk]:
    asked = Talk.objects.filter(
        membership__in=own, received_at=None, dropped_because="", conference__state=ConferenceState.INVITED.value
    )
    return asked.select_related("conference__cluster").order_by("pk")


def _kept(desk: Desk) -> Iterator[Task]:
    seasons = [season for season, roles in desk.roles.items() if rights().answer("conference.plan", roles).is_yes]
    for one in _planned(seasons=seasons):
        day, on = local_day(one.starts_at), desk.on
        if one.at_state is ConferenceState.HELD:
            due = working_day_after(local_day(one.ends_at), MINUTES_WITHIN)
            yield _task(one, Sentence("task.conclude_conference", name=one.name), "conclusions", due)
        elif one.at_state is ConferenceState.PLANNED:
            yield _task(one, Sentence("task.send_invitations", name=one.name), "delegates", one.answer_by or day)
        elif on >= day:
            yield _task(one, Sentence("task.hold_conference", name=one.name), "conference", day)
        elif one.silent:
            title = Sentence("task.chase_answers", count=one.silent, name=one.name)
            yield _task(one, title, "delegates", one.answer_by)


@prepared
def _planned(*, seasons: list[int]) -> QuerySet[Any, Any]:
    """Conferences that are not over, each with how many units have not answered, as `silent`."""
    silent = Q(
        invitations__membership__isnull=False, invitations__withdrawn_at=None,
        invitations__coming=Coming.WAITING.value,
    )  # fmt: skip
    found = Conference.objects.filter(season__in=seasons, state__in=[state.value for state in OPEN])
    with_silent = found.annotate(silent=Count("invitations", filter=silent))
    return with_silent.select_related("cluster", "season").order_by("starts_at", "pk")


def _task(one: Conference, title: Sentence, place: str, due: object) -> Task:
    about = Sentence("task.of_season", season=one.season.name)
    return Task(due, title, about, place, (one.cluster.slug, one.slug))  # type: ignore[arg-type]
