"""Whom the next head writes to in each unit, and whose parts end."""

from collections.abc import Iterable, Iterator
from datetime import date

from thidua.core.actor import PostKind
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_over import ItemKind
from thidua.records.conduct.gathering.found import Found
from thidua.records.directory.models import Post
from thidua.records.directory.queries import by_kind, in_force
from thidua.records.seasons.models import BlocSeason, Season
from thidua.records.seasons.queries.roles import parts_of

ANSWERS = (PostKind.LEADER.value, PostKind.OFFICER.value)


def found(season: Season, blocs: Iterable[BlocSeason], *, on: date) -> Iterator[Found]:
    """Two queries for each bloc, and one."""
    for bloc in blocs:
        if lines := _contacts(bloc, on):
            told = Sentence("handover.item.contacts", bloc=bloc.bloc.name, count=len(lines))
            yield Found(ItemKind.CONTACTS, told, bloc, "bloc", bloc.slugs, tuple(lines))
    slugs = (season.cluster.slug, season.slug)
    words = {"head": season.cluster.head_word, "deputy": season.cluster.deputy_word}  # a cluster has its own
    for one in parts_of(season):
        if one.until_on is not None and one.until_on < on:
            continue
        part = words.get(one.role) or Sentence(f"role.{one.role}")
        told = Sentence("handover.item.part", part=part, name=one.person.full_name, unit=one.unit.short_name)
        yield Found(ItemKind.PARTS, told, one, "season_roles", slugs)


def _contacts(bloc: BlocSeason, on: date) -> list[str]:
    """A line for each unit in protocol order: its leader, and its officer with the address."""
    units = bloc.members.filter(left_on=None).order_by("position", "pk")
    posts: dict[int, list[str]] = {}
    held = Post.objects.filter(in_force(on), unit__in=units.values("unit"), kind__in=ANSWERS)
    for post in held.select_related("person").order_by(by_kind(), "person__name_key"):
        who = f"{post.person.full_name}, {post.title}"
        posts.setdefault(post.unit_id, []).append(f"{who}, {post.person.email}" if post.person.email else who)
    return [f"{unit.short_name}: {'; '.join(posts.get(unit.unit_id, ()))}" for unit in units]
