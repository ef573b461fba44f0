"""Whether a bloc may step on, an entry on behalf be judged, a reorganisation be undone; and what stands against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from thidua.core.actor import Actor
from thidua.core.answer import YES, Answer, Sentence, Unknown, not_possible, require
from thidua.core.workflow.stages import Stage, next_stage
from thidua.records.conduct.queries import Behind, behind
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import entry_at, entry_on_behalf_of
from thidua.records.directory.models import Post, Reorganisation, Unit
from thidua.records.directory.queries import in_force
from thidua.records.directory.queries.descent import units_of_history
from thidua.records.directory.queries.reorganising import reorganisations_of
from thidua.records.journal.models import HasToken
from thidua.records.journal.queries import lines_about
from thidua.records.results.queries import has_reported
from thidua.records.scores.models import AdoptedSheet, Ranking
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason, Indicator, Membership, Period, SeasonRole
from thidua.records.seasons.queries.frame import parts_held
from thidua.records.seasons.queries.succession import BEFORE_SCORING, has_acted, parts_changed

# The stage *signed* is entered by closing the signing of the pact, an act of its own.
ENTERED_BY_ANOTHER_ACT = frozenset({Stage.SIGNED})
# What comes after needs a council and decisions, which this version does not have; a bloc waits here.
LAST_OPEN = Stage.REVIEWING


@dataclass(frozen=True)
class Readiness:
    """What of the things that stages wait for is there."""

    members: bool
    indicators: bool
    periods: bool
    sheet: bool
    ranking: bool


def readiness_of(blocs: Iterable[BlocSeason]) -> dict[int, Readiness]:
    """By key of the bloc; one query for any number of them."""
    there: dict[str, type[Model]] = {
        "members": Membership, "indicators": Indicator, "periods": Period,
        "sheet": AdoptedSheet, "ranking": Ranking,
    }  # fmt: skip
    asked = {
        f"has_{name}": Exists(model._default_manager.filter(bloc_season=OuterRef("pk")))
        for name, model in there.items()
    }
    rows = BlocSeason.objects.filter(pk__in=[bloc.pk for bloc in blocs]).annotate(**asked).values("pk", *asked)
    return {row["pk"]: Readiness(**{name: row[f"has_{name}"] for name in there}) for row in rows}


def may_move(actor: Actor, bloc: BlocSeason, to: Stage, *, on: date) -> Answer:
    """Yes, or why the bloc stays where it is."""
    answer = access.may(actor, "season.move_stage", season=bloc.season, bloc=bloc, on=on)
    return what_stops(bloc, to, readiness_of([bloc])[bloc.pk]) if answer.is_yes else answer


def what_stops(bloc: BlocSeason, to: Stage, ready: Readiness) -> Answer:
    """What is still missing before a bloc may enter a stage, whoever moves it; yes where nothing is."""
    following = next_stage(bloc.at_stage, bloc.stages_left_out)
    if to is not following:
        return not_possible("stage.not_next", stage=Sentence(f"stage.{to}"), now=Sentence(f"stage.{bloc.at_stage}"))
    if to in ENTERED_BY_ANOTHER_ACT:
        return not_possible("stage.by_signing")
    if bloc.at_stage is Stage.PLANNED and not bloc.season.motto:
        return not_possible("stage.needs_motto")
    if bloc.at_stage is Stage.PLANNED and (missing := _unplanned(ready)):
        return not_possible("stage.needs_plan", missing=missing)
    if bloc.at_stage is LAST_OPEN:
        return not_possible("stage.needs_council")
    # Nothing up to *running* waits for the score sheet, and a card that is late does not hold up the others.
    if to is Stage.SELF_SCORING and not ready.sheet:
        return not_possible("stage.needs_sheet")
    if to is Stage.REVIEWING and not ready.ranking:
        return not_possible("stage.needs_ranking")
    return YES


def _unplanned(ready: Readiness) -> tuple[Sentence, ...]:
    """What the launch needs, since it gives every unit its reports by period and indicator."""
    there = {
        "plan.members": ready.members,
        "plan.indicators": ready.indicators,
        "plan.periods": ready.periods,
    }
    return tuple(Sentence(key) for key, is_there in there.items() if not is_there)


def may_judge(actor: Actor, what: str, found: Behind, *, on: date) -> Answer:
    """The grid's answer towards the unit for which it was entered: `what` as entries.dispute, entries.answer."""
    return access.may(actor, what, season=found.bloc.season, bloc=found.bloc, unit=found.member.unit, on=on)


def entry_for(actor: Actor, public_id: str, *, on: date) -> tuple[EntryOnBehalf, Behind]:
    """The entry at an address with what lies behind it, for those who may read what was entered.

    Raises Unknown where there is none or where the actor may not know of it, NotPossible with the reason.
    """
    entry = entry_at(public_id)
    if entry is None or (found := behind(entry)) is None:
        raise Unknown
    require(may_judge(actor, found.reads, found, on=on))
    return entry, found


def entry_shown(actor: Actor, row: HasToken, *, on: date) -> EntryOnBehalf | None:
    """The entry behind a row, for whoever may open its page; None for the others, and where there is none."""
    entry = entry_on_behalf_of(row)
    if entry is None or (found := behind(entry)) is None:
        return None
    return entry if may_judge(actor, found.reads, found, on=on).is_yes else None


def visible_entries(actor: Actor, *, on: date) -> QuerySet[EntryOnBehalf]:
    """Entries of one's own units and of those they came from, and of every unit of a season in which one has a part.

    Administrators see all but those of score cards and reports in words, which they may not read.
    """
    entries = EntryOnBehalf.marks.select_related("unit")
    mine = units_of_history(post.unit for post in actor.posts)
    if actor.eyes is not None:
        season = [actor.eyes.season]
        return entries.filter(_within(season), Q() if parts_held(actor, season, on=on) else mine)
    if actor.person is not None:
        seasons = SeasonRole.objects.filter(in_force(on), person=actor.person).values("season")
        mine |= _within(seasons)
    if actor.is_administrator:
        mine |= ~Q(subject__startswith="scorecard:") & ~Q(subject__startswith="writtenreport:")
    return entries.filter(mine)


def _within(seasons: Any) -> Q:
    """Entries in the blocs of these seasons."""
    blocs = BlocSeason.objects.filter(season__in=seasons).only("public_id")
    return Q(within__in=[bloc.token for bloc in blocs])


def faults_of_annulment(row: Reorganisation) -> list[Sentence]:
    """What has been built upon a reorganisation since, so that it can no longer be undone; none where nothing was."""
    if row.annulled_at is not None:
        return [Sentence("succession.annulled_before")]
    if "left" not in row.undo:
        return [Sentence("succession.only_noted")]
    return [*_later_orders(row), *_changed_since(row), *_parts_since(row), *_acted_since(row)]


def _later_orders(row: Reorganisation) -> Iterator[Sentence]:
    pairs = row.lines.values_list("predecessor", "successor")
    units = {unit for pair in pairs for unit in pair if unit is not None}
    for unit in Unit.objects.filter(pk__in=units).order_by("code"):
        later = (
            reorganisations_of(unit)
            .filter(pk__gt=row.pk, annulled_at=None)
            .exclude(kind=Reorganisation.Kind.RENAMED)
            .first()
        )
        if later is not None:
            yield Sentence("succession.later_order", unit=unit.name, on=later.on)


def _changed_since(row: Reorganisation) -> Iterator[Sentence]:
    """Posts and units below that were changed after they had passed, and all that was done with a unit it founded."""
    until = dict(row.undo["made_posts"])
    for post in Post.objects.filter(pk__in=until).select_related("person"):
        if (post.until_on.isoformat() if post.until_on else None) != until[post.pk]:
            yield Sentence("succession.post_changed", name=post.person.full_name, title=post.title)
    successors = set(row.lines.values_list("successor", flat=True))
    for child in Unit.objects.filter(pk__in=[pk for pk, _, _ in row.undo["children"]]).exclude(parent__in=successors):
        yield Sentence("succession.child_moved", unit=child.name)
    line = lines_about(row).order_by("seq").first()
    for unit in Unit.objects.filter(pk__in=row.undo["made_units"]):
        if line is not None and (count := lines_about(unit).filter(seq__gt=line.seq).count()):
            yield Sentence("succession.used", unit=unit.name, count=count)


def _parts_since(row: Reorganisation) -> Iterator[Sentence]:
    """Parts that were ended after they had passed, and those that somebody else has been given meanwhile."""
    changed = parts_changed(row).in_bulk()
    until = dict(row.undo["parts_ended"])
    for old, begun in zip(until, row.undo["parts_begun"], strict=False):  # none begins where nobody took over
        part = changed[begun]
        if (part.until_on.isoformat() if part.until_on else None) != until[old]:
            yield Sentence("succession.post_changed", name=part.person.full_name, title=Sentence(f"role.{part.role}"))
    for pk in until:
        part = changed[pk]
        others = SeasonRole.objects.filter(Q(until_on=None) | Q(until_on__gte=row.on), season=part.season_id)
        others = others.filter(role=part.role).exclude(pk__in=changed)
        if part.role == SeasonRole.Role.HEAD and others.exists():
            yield Sentence("season.has_head")
        elif others.filter(person=part.person).exists():
            yield Sentence("season.has_part", name=part.person.full_name)


def _acted_since(row: Reorganisation) -> Iterator[Sentence]:
    joined = Membership.objects.filter(pk__in=row.undo["joined"])
    for member in joined.select_related("bloc_season__bloc", "commitment_set"):
        scores = member.bloc_season.at_stage not in BEFORE_SCORING
        if scores or has_acted(member) or has_reported(member):
            yield Sentence("succession.member_has_acted", unit=member.name, bloc=member.bloc_season.bloc.name)
