"""Tasks of campaigns: a paper before the first day, a draft for the leader, summing up or mending after the last."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from thidua.base.workdays import working_day_after
from thidua.core.answer import Sentence
from thidua.core.workflow.campaigning import CampaignState, is_missed
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.seasons.models import Campaign

AHEAD = timedelta(days=21)  # a campaign that begins later still is nobody's task yet
SUMMED_UP_WITHIN = 10  # working days after its last day
S = CampaignState
OPEN = (S.DRAFT.value, S.SUBMITTED.value, S.LAUNCHED.value)


def tasks(desk: Desk) -> Iterator[Task]:
    """One query: campaigns of the kept seasons and of own units that wait for something."""
    kept = {bloc.season_id for bloc in desk.kept}
    near = Q(state=S.LAUNCHED.value, ends_on__lt=desk.on) | Q(starts_on__lte=desk.on + AHEAD)
    own = Q(membership__in=desk.own) | Q(membership=None, season__in=kept)
    for one in Campaign.objects.filter(own, near, state__in=OPEN).select_related("season__cluster"):
        yield from _of_unit(desk, one) if one.membership_id else _of_cluster(one, desk.on)


def _of_cluster(one: Campaign, on: date) -> Iterator[Task]:
    about = Sentence("task.of_season", season=one.season.name)
    if is_missed(one.at_state, one.ends_on, on=on):
        yield _task(one, "task.mend_missed_campaign", None, about)
    elif one.at_state is S.DRAFT:
        yield _task(one, "task.launch_campaign", one.starts_on, about)
    elif one.ends_on < on:
        yield _task(one, "task.sum_up_campaign", working_day_after(one.ends_on, SUMMED_UP_WITHIN), about)


def _of_unit(desk: Desk, one: Campaign) -> Iterator[Task]:
    own = desk.own[one.membership_id or 0]
    about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
    if is_missed(one.at_state, one.ends_on, on=desk.on):
        if own.may("campaigns.launch_own") or (one.at_state is S.DRAFT and "officer" in own.roles):
            yield _task(one, "task.mend_missed_campaign", None, about)
    elif one.at_state is S.DRAFT and "officer" in own.roles:
        yield _task(one, "task.submit_campaign", one.starts_on, about)
    elif one.at_state is S.SUBMITTED and own.may("campaigns.launch_own"):
        yield _task(one, "task.launch_own_campaign", one.starts_on, about)
    elif one.at_state is S.LAUNCHED and one.ends_on < desk.on and "officer" in own.roles:
        yield _task(one, "task.sum_up_campaign", working_day_after(one.ends_on, SUMMED_UP_WITHIN), about)


def _task(one: Campaign, key: str, due_on: date | None, about: Sentence) -> Task:
    slugs = (one.season.cluster.slug, one.season.slug, one.public_id)
    return Task(due_on, Sentence(key, name=one.name), about, "campaign", slugs)
