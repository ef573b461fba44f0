"""Writes a conference, its matters and its programme over what was planned before."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from thidua.base.days import VIETNAM, local_day, written
from thidua.core.answer import NotPossible, Sentence
from thidua.core.texts import composed
from thidua.records.councils.models import Conference, Matter, ProgrammeItem
from thidua.records.councils.plan import ConferencePlan, ItemPlan
from thidua.records.councils.queries.conferences import seasons_of
from thidua.records.journal.models import HasToken


def write_conference(conference: Conference, plan: ConferencePlan) -> None:
    """Raises NotPossible with every fault of the days and matters."""
    _require_sound(conference, plan)
    conference.name, conference.form = composed(plan.name), plan.form.value
    conference.starts_at, conference.ends_at = plan.starts_at, plan.ends_at
    conference.hall, conference.town, conference.host = composed(plan.hall), composed(plan.town), plan.host
    conference.chair, conference.letter = composed(plan.chair), composed(plan.letter)
    conference.answer_by, conference.talks_by = plan.answer_by, plan.talks_by
    conference.save()
    _write_matters(conference, plan)
    vars(conference).pop("_seasons", None)


def _write_matters(conference: Conference, plan: ConferencePlan) -> None:
    """Matters keep their rows by position, since programme and outcome hang on them."""
    kept = list(conference.matters.all())
    for place, one in enumerate(plan.matters, 1):
        row = kept[place - 1] if place <= len(kept) else Matter(conference=conference)
        row.position, row.kind, row.text = place, one.kind.value, composed(one.text)
        row.season = one.bloc.season if one.bloc else one.season
        row.bloc_season = one.bloc
        row.save()
    for row in kept[len(plan.matters) :]:
        row.delete()  # nobody is nominated under it yet: that comes once it was held, and then nothing is amended


def _require_sound(conference: Conference, plan: ConferencePlan) -> None:
    faults = []
    if plan.ends_at <= plan.starts_at:
        faults.append(Sentence("conference.backwards"))
    on = local_day(plan.starts_at)
    if plan.answer_by is not None and plan.answer_by > on:
        faults.append(Sentence("conference.answers_too_late", on=on))
    if plan.talks_by is not None and plan.talks_by > on:
        faults.append(Sentence("conference.talks_too_late", on=on))
    for one in plan.matters:
        season = one.bloc.season if one.bloc else one.season
        if season is not None and season.cluster_id != conference.cluster_id:
            faults.append(Sentence("conference.season_of_another_cluster", name=season.name))
    if faults:
        raise NotPossible(*faults)


def write_programme(conference: Conference, items: Sequence[ItemPlan]) -> None:
    """Raises NotPossible naming lines that end before they begin, or lie outside the conference."""
    faults = [Sentence("conference.item_backwards", text=one.text) for one in items if one.ends_at < one.starts_at]
    first, last = local_day(conference.starts_at), local_day(conference.ends_at)
    faults += [
        Sentence("conference.item_outside", text=one.text, first=first, last=last)
        for one in items
        if not first <= local_day(one.starts_at) <= last
    ]
    if faults:
        raise NotPossible(*faults)
    matters = {one.position: one for one in conference.matters.all()}
    conference.items.all().delete()
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            conference=conference, position=place, starts_at=one.starts_at, ends_at=one.ends_at,
            text=composed(one.text), who=composed(one.who), matter=matters.get(one.matter),
        )
        for place, one in enumerate(sorted(items, key=lambda one: one.starts_at), 1)
    )  # fmt: skip


def told(plan: ConferencePlan) -> dict[str, Any]:
    """As the journal keeps a plan."""
    days = {"answer_by": plan.answer_by, "talks_by": plan.talks_by}
    return {
        "name": plan.name,
        "form": plan.form.value,
        "from": plan.starts_at.isoformat(),
        "until": plan.ends_at.isoformat(),
        "place": [plan.hall, plan.town],
        "host": plan.host.code if plan.host else "",
        "chair": plan.chair,
        **{name: day.isoformat() if isinstance(day, date) else "" for name, day in days.items()},
        "letter": plan.letter,
        "matters": [[one.kind.value, one.text] for one in plan.matters],
    }


def subjects(conference: Conference) -> list[HasToken]:
    """The conference and the seasons that it is about."""
    return [conference, *seasons_of(conference)]


def slugs(conference: Conference, *more: str) -> tuple[str, ...]:
    return (conference.cluster.slug, conference.slug, *more)


def written_moment(at: datetime) -> str:
    """A moment in a notice, which keeps its values as text: "8:00 4/3/2016"."""
    local = at.astimezone(VIETNAM)
    return f"{local.hour}:{local.minute:02} {written(local.date())}"
