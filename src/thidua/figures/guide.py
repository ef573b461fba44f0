"""Guide to each stage: what is to be done in it, how far it is, and where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.core.answer import Sentence
from thidua.core.workflow.owing import Owing
from thidua.core.workflow.signing import PactStage
from thidua.core.workflow.stages import Stage
from thidua.figures.tracking import Sum, sums_tracked
from thidua.records.conduct.access import readiness_of
from thidua.records.conduct.debts import debts_of
from thidua.records.conduct.queries.handover import handover_of
from thidua.records.conduct.queries.year_end import evaluation_of, left_over, season_after
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason, Pact, SeasonRole
from thidua.records.seasons.queries.campaigns import calendar_of

ASKED_BEFORE = 10  # days before a period's end from which its report belongs to the guide


@dataclass(frozen=True)
class Step:
    """One line of the checklist: `done` of `all`, and the page where it is done. Both 1 for yes or no."""

    name: Sentence
    done: int
    all: int
    place: str
    of_season: bool = False

    @property
    def is_done(self) -> bool:
        return self.all > 0 and self.done >= self.all

    @property
    def is_counted(self) -> bool:
        return self.all > 1


def guide_to(bloc: BlocSeason, *, on: date) -> list[Step]:
    """The steps of the stage in which the bloc is, for who heads and who serves its season; none after the review."""
    return list(_GUIDES.get(bloc.at_stage, _nothing)(bloc, on))


def _nothing(bloc: BlocSeason, on: date) -> Iterator[Step]:
    yield from ()


def _flag(key: str, is_done: bool, place: str, *, of_season: bool = False) -> Step:
    return Step(Sentence(f"guide.{key}"), int(is_done), 1, place, of_season)


def _planned(bloc: BlocSeason, on: date) -> Iterator[Step]:
    ready, season = readiness_of([bloc])[bloc.pk], bloc.season
    held = set(SeasonRole.objects.filter(season=season, until_on=None).values_list("role", flat=True))
    yield _flag("guidance", season.guidance.filter(withdrawn_at=None).exists(), "guidance", of_season=True)
    if left := left_over(season):
        answered = sum(one.carried is not None for one in left)
        yield Step(Sentence("guide.left_over"), answered, len(left), "left_over", of_season=True)
    yield _flag("motto", bool(season.motto), "one_season", of_season=True)
    yield _flag("contents", season.contents.exists(), "plan_contents", of_season=True)
    yield _flag("campaigns", calendar_of(season).exists(), "plan_campaigns", of_season=True)
    yield _flag("roles", {"head", "secretariat"} <= held, "season_roles", of_season=True)
    yield _flag("members", ready.members, "plan_members")
    yield _flag("indicators", ready.indicators, "plan_indicators")
    yield _flag("calendar", ready.periods and bloc.milestones.exists(), "plan_calendar")


def _signing(bloc: BlocSeason, on: date) -> Iterator[Step]:
    pact = Pact.objects.filter(bloc_season=bloc).first() or Pact()
    sums = _sums(bloc, on, Owing.REGISTRATION, Owing.SIGNING)
    yield _counted("registrations", sums[0], "commitments")
    yield _flag("preamble", bool(pact.preamble), "pact")
    yield _flag("open_signing", pact.at_stage is not PactStage.DRAFT, "pact")
    yield _counted("signatures", sums[1], "pact")
    yield _flag("close_signing", pact.at_stage in (PactStage.CLOSED, PactStage.LOCKED), "pact")


def _running(bloc: BlocSeason, on: date) -> Iterator[Step]:
    pact = Pact.objects.filter(bloc_season=bloc).first() or Pact()
    yield _flag("lock_list", pact.at_stage is PactStage.LOCKED, "pact")
    for one in _sums(bloc, on, Owing.REPORT):
        period = one.debt.period
        if period is not None and (period.until_on - on).days <= ASKED_BEFORE:
            yield Step(Sentence("guide.reports", period=period.name), one.done, one.units, "results")
    yield _flag("sheet", readiness_of([bloc])[bloc.pk].sheet, "score_sheet")


def _self_scoring(bloc: BlocSeason, on: date) -> Iterator[Step]:
    *reports, cards = _sums(bloc, on, Owing.REPORT, Owing.SELF_SCORE)
    for one in reports:
        if one.debt.period is not None:
            yield Step(Sentence("guide.reports", period=one.debt.period.name), one.done, one.units, "results")
    yield _counted("cards", cards, "score_cards")


def _verifying(bloc: BlocSeason, on: date) -> Iterator[Step]:
    [cards] = _sums(bloc, on, Owing.SELF_SCORE)
    verified = ScoreCard.objects.filter(membership__bloc_season=bloc, membership__left_on=None)
    yield _counted("cards", cards, "score_cards")
    done = verified.exclude(verified_at=None).count()
    yield Step(Sentence("guide.verified"), done, cards.units, "score_cards")
    yield _flag("ranking", readiness_of([bloc])[bloc.pk].ranking, "ranking")


def _reviewing(bloc: BlocSeason, on: date) -> Iterator[Step]:
    """The year's end: what the level above says, the hand-over, the next season."""
    season = bloc.season
    evaluation, handover = evaluation_of(season), handover_of(season)
    yield _flag("evaluation", evaluation is not None and evaluation.is_signed, "evaluation", of_season=True)
    yield _flag("handover", handover is not None and handover.is_signed, "handover", of_season=True)
    yield _flag("next_season", season_after(season) is not None, "next_season", of_season=True)


def _sums(bloc: BlocSeason, on: date, *kinds: Owing) -> list[Sum]:
    return sums_tracked(bloc, [debt for debt in debts_of(bloc) if debt.kind in kinds], on=on)


def _counted(key: str, one: Sum, place: str) -> Step:
    return Step(Sentence(f"guide.{key}"), one.done, one.units, place)


_GUIDES: dict[Stage, Callable[[BlocSeason, date], Iterator[Step]]] = {
    Stage.PLANNED: _planned,
    Stage.LAUNCHED: _signing,
    Stage.REGISTERING: _signing,
    Stage.SIGNED: _running,
    Stage.RUNNING: _running,
    Stage.SELF_SCORING: _self_scoring,
    Stage.VERIFYING: _verifying,
    Stage.REVIEWING: _reviewing,
}
