"""What tasks are reckoned from: a person's blocs, own units, roles and due days, each read once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, prefetch_related_objects

from thidua.base.handed import Due
from thidua.base.library import rights
from thidua.core.actor import Actor
from thidua.core.answer import Sentence
from thidua.core.rights.scopes import held_in, roles_by_letters
from thidua.core.workflow.stages import Stage, is_at_least
from thidua.records.results.queries.written import topics_across
from thidua.records.results.topics import Topic
from thidua.records.seasons.access import visible_seasons
from thidua.records.seasons.models import BlocSeason, Membership
from thidua.records.seasons.queries.frame import POST_ROLES, as_seen_by, parts_held, scopes_by_letter

UNDER_WAY = tuple(stage.value for stage in Stage if is_at_least(stage, Stage.RUNNING))


@dataclass(frozen=True)
class Task:
    """One thing to do: `due_on` None where no day is set; `place` names the page, `slugs` its address.

    `asked` is what follows the address's question mark, as "ky=quy-1", where the page is narrowed to the task.
    """

    due_on: date | None
    title: Sentence
    about: Sentence
    place: str
    slugs: tuple[str, ...]
    asked: str = ""

    @property
    def act(self) -> Sentence:
        """What its button says."""
        return Sentence(f"{self.title.key}.act")

    @property
    def waits(self) -> Sentence:
        """Who waits for it."""
        return Sentence(f"{self.title.key}.waits")

    def days_left(self, on: date) -> int | None:
        return None if self.due_on is None else (self.due_on - on).days


@dataclass(frozen=True)
class Own:
    """A unit for which someone acts, in one bloc: `roles` towards the unit and in the season."""

    member: Membership
    bloc: BlocSeason
    roles: frozenset[str]

    @property
    def signs(self) -> bool:
        """Whether the pact and what stands in it may be signed for the unit."""
        return bool(held_in("pact.sign", self.roles) & {"leader", "delegate"})

    def may(self, act: str) -> bool:
        """The grid's answer at the bloc's stage."""
        return rights().answer(act, self.roles, self.bloc.at_stage).is_yes

    def task(self, due: date | None, title: Sentence, place: str, *more: str) -> Task:
        about = Sentence("task.of_unit", unit=self.member.name, bloc=self.bloc.bloc.name)
        return Task(due, title, about, place, (*self.bloc.slugs, *more))


@dataclass(frozen=True)
class Desk:
    """`roles` in a season by its key; `own` by key of the membership; `due` by key of the bloc, then by kind."""

    actor: Actor
    on: date
    blocs: Mapping[int, BlocSeason]
    roles: Mapping[int, frozenset[str]]
    own: Mapping[int, Own]
    due: Mapping[int, Mapping[str, date]]

    @cached_property
    def kept(self) -> list[BlocSeason]:
        """Blocs that the actor leads or keeps as head or secretariat."""
        return [bloc for bloc in self.blocs.values() if self.roles[bloc.season_id] & {"head", "secretariat"}]

    @cached_property
    def topics(self) -> Mapping[int, list[Topic]]:
        """What units of each bloc may report about in words, by the bloc's key."""
        return topics_across(self.blocs)

    def may(self, act: str, bloc: BlocSeason) -> bool:
        """The grid's answer at the bloc's stage, towards no unit."""
        return rights().answer(act, self.roles[bloc.season_id], bloc.at_stage).is_yes

    def due_on(self, bloc: BlocSeason, kind: str) -> date | None:
        return self.due.get(bloc.pk, {}).get(kind)

    def due_of(self, handed: Due, bloc: BlocSeason, kind: str) -> date | None:
        """The bloc's due day of a kind, or the later day given to the unit that hands it in."""
        planned = self.due_on(bloc, kind)
        return handed.due(planned) if planned else handed.extended_to

    def task(self, due: date | None, title: Sentence, bloc: BlocSeason, place: str, asked: str = "") -> Task:
        return Task(due, title, Sentence("task.of_bloc", bloc=bloc.bloc.name), place, bloc.slugs, asked)


def open_blocs(actor: Actor, *, on: date) -> list[BlocSeason]:
    """Blocs of the seasons that the actor sees and that are not closed, newest season first.

    A ranked year that nobody has closed leaves the desk by itself once a later one of the same bloc runs.
    """
    later = BlocSeason.objects.filter(
        bloc=OuterRef("bloc"), season__emulation_year__gt=OuterRef("season__emulation_year"), stage__in=UNDER_WAY
    )
    blocs = (
        BlocSeason.objects.filter(season__in=visible_seasons(actor, on=on))
        .exclude(Exists(later), ranking__isnull=False)
        .exclude(stage=Stage.CLOSED.value)
        .select_related("season__cluster", "bloc", "pact", "ranking")
        .order_by("-season__emulation_year", "bloc__position")
    )
    return [as_seen_by(actor, bloc) for bloc in blocs]


def desk_of(actor: Actor, *, on: date) -> Desk:
    """Five queries, whatever the actor's posts and however many blocs are open."""
    blocs = {bloc.pk: bloc for bloc in open_blocs(actor, on=on)}
    roles = _roles(actor, blocs.values(), on)
    prefetch_related_objects(list(blocs.values()), "milestones")
    due = {key: {one.kind: one.due_on for one in bloc.milestones.all()} for key, bloc in blocs.items()}
    return Desk(actor, on, blocs, roles, _own(actor, blocs, roles, on), due)


def _roles(actor: Actor, blocs: Iterable[BlocSeason], on: date) -> dict[int, frozenset[str]]:
    """Parts in each season; what one is towards a unit comes beside them in `Own`."""
    seasons = {bloc.season_id for bloc in blocs}
    held = parts_held(actor, seasons, on=on)
    return {season: frozenset(held.get(season, ())) for season in seasons}


def _own(
    actor: Actor, blocs: Mapping[int, BlocSeason], roles: Mapping[int, frozenset[str]], on: date
) -> dict[int, Own]:
    """The units in which the actor has a post or for which a letter lets the actor sign."""
    towards: dict[int, set[str]] = defaultdict(set)
    for post in actor.posts:
        towards[post.unit].add(POST_ROLES[post.kind])
    for unit, scopes in scopes_by_letter(actor, on=on).items():
        if "leader" not in towards[unit]:
            towards[unit] |= roles_by_letters(scopes)
    members = Membership.objects.filter(bloc_season__in=blocs, unit__in=towards, left_on=None)
    return {
        member.pk: Own(
            member,
            blocs[member.bloc_season_id],
            roles[blocs[member.bloc_season_id].season_id] | towards[member.unit_id],
        )
        for member in members.select_related("unit").order_by("bloc_season", "position")
    }
