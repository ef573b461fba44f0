"""The order of events: what happened before the demo's morning is played, the rest is left to the visitor."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from thidua.base.days import instant
from thidua.cli.founding import (
    campaigning,
    chapters,
    conferring,
    directory,
    funding,
    guidance,
    handing_over,
    honouring,
    inspecting,
    inviting,
    officers,
    papering,
    participating,
    registering,
    reporting,
    returning,
    scoring,
    season,
    signing,
    stories,
    writing,
    year_end,
)
from thidua.cli.founding.files import Cast, Event, day, moment, named, table
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.seasons.models import BlocSeason, Season

MORNING = 7, 30


def play(until: date, *, cast: Cast | None = None, with_accounts: bool = True) -> Season:
    """Builds the season as it stood at half past seven on the morning of `until`; `cast` remembers who is in it."""
    [built] = play_by([until], cast=cast, with_accounts=with_accounts)
    return built


def play_by(mornings: Iterable[date], *, cast: Cast | None = None, with_accounts: bool = True) -> Iterator[Season]:
    """The same for several mornings, earliest first: stops at each, so that whoever asks can look or keep a copy."""
    cast, planned = cast or Cast(), moment(table("stages")["stages"]["so-tu-phap"]["planned"])
    directory.build(cast, planned)
    if with_accounts:
        directory.open_accounts(cast, planned)
    built = season.build(cast, planned)
    rooms = (
        guidance, registering, signing, reporting, returning, scoring, inspecting, stories, participating, chapters,
        conferring, funding, officers, campaigning, writing, papering, year_end, handing_over, inviting,
        honouring,
    )  # fmt: skip
    left = [*stages(cast, built), *(event for room in rooms for event in room.events(cast, built))]
    for morning in mornings:
        left = play_events(left, morning)
        yield built


def play_events(events: Iterable[Event], until: date) -> list[Event]:
    """Everything that happened before that morning, in its order; gives what happens later."""
    now, left = instant(until, *MORNING), []
    for at, happens in sorted(events, key=lambda event: event[0]):
        if at < now:
            happens()
        else:
            left.append((at, happens))
    return left


def stages(cast: Cast, built: Season) -> list[Event]:
    """Stages that the secretariat enters; *signed* comes with the closing of the signing."""
    events: list[Event] = []
    by_act = (Stage.LAUNCHED, Stage.REGISTERING, Stage.RUNNING, Stage.SELF_SCORING, Stage.VERIFYING, Stage.REVIEWING)
    for bloc in BlocSeason.objects.filter(season=built).select_related("bloc"):
        for order, stage in enumerate(by_act):
            on = day(table("stages")["stages"][bloc.bloc.slug][stage.value])
            events.append((instant(on, 8, order), _moves(cast, bloc.pk, stage, instant(on, 8, order))))
    return events


def _moves(cast: Cast, bloc: int, stage: Stage, at: datetime) -> Callable[[], object]:
    secretary = table("season")["roles"]["secretariat"][0]
    return lambda: move_stage(
        BlocSeason.objects.get(pk=bloc),
        to=stage,
        by=cast.actor(secretary, at.date()),
        at=at,
        key=named(f"stage:{bloc}:{stage}"),
    )
