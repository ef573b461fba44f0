"""Who sees youth chapters of a season, who keeps them, and who notes what they do."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from thidua.core.actor import Actor
from thidua.core.answer import Answer, Unknown, not_possible
from thidua.records.directory.models import Unit, YouthChapter
from thidua.records.directory.queries.chapters import all_chapters_in, secretary_of
from thidua.records.results.access.participation import may
from thidua.records.results.models import ChapterActivity
from thidua.records.results.queries.chapters import WITH
from thidua.records.seasons import access
from thidua.records.seasons.models import Membership, Season


def may_note(by: Actor, chapter: YouthChapter, member: Membership, *, on: date) -> Answer:
    """The chapter's secretary, and whoever keeps the unit's chapters."""
    held = secretary_of(chapter, on=on)
    if held is not None and by.person == held.pk:
        return may(by, "participation.enter", member, on=on)
    return may(by, "chapters.keep", member, on=on)


def may_change(by: Actor, chapter: YouthChapter, member: Membership, *, on: date) -> Answer:
    """Whoever keeps the unit's chapters, until it ends."""
    answer = may(by, "chapters.keep", member, on=on)
    if not answer.is_yes or chapter.ended_on is None:
        return answer
    return not_possible("chapter.has_ended", name=chapter.name, on=chapter.ended_on)


def chapters_of(season: Season, *, on: date) -> QuerySet[YouthChapter]:
    """Chapters of the member units and of what lies below them, in the members' protocol order.

    One that has ended stays readable in the seasons that it has seen.
    """
    staying = Membership.objects.filter(bloc_season__season=season, left_on=None)
    above = Q(unit=OuterRef("unit")) | Q(unit=OuterRef("unit__parent")) | Q(unit=OuterRef("unit__parent__parent"))
    of = staying.filter(above).order_by("bloc_season__bloc__position", "position")
    begun = season.blocs.order_by("starts_on").values("starts_on")[:1]
    found = all_chapters_in(Unit.objects.filter(pk__in=staying.values("unit")), on=on)
    found = found.filter(Q(ended_on=None) | Q(ended_on__gt=Subquery(begun)))
    places = found.alias(
        bloc=Subquery(of.values("bloc_season__bloc__position")[:1]), place=Subquery(of.values("position")[:1])
    )
    return places.order_by("bloc", "place", "pk")


def chapter_for(
    actor: Actor, cluster: str, season: str, public_id: str, *, on: date
) -> tuple[YouthChapter, Membership]:
    """A chapter at an address, with its unit's place in the season. Raises as `season_for`."""
    found = access.season_for(actor, cluster, season, to="chapters.read", on=on)
    chapter = chapters_of(found, on=on).filter(public_id=public_id).first()
    if chapter is None:
        raise Unknown
    return chapter, member_of(chapter, found)


def member_of(chapter: YouthChapter, season: Season) -> Membership:
    above = [int(part) for part in chapter.unit.path.strip("/").split("/")]
    members = Membership.objects.filter(bloc_season__season=season, unit__in=above, left_on=None)
    ways = ("unit", "bloc_season__season__cluster", "bloc_season__bloc")
    return members.select_related(*ways).order_by("-unit__path", "pk")[0]


def activity_for(actor: Actor, cluster: str, season: str, public_id: str, *, on: date) -> ChapterActivity:
    """An activity at an address. Raises as `season_for`."""
    found = access.season_for(actor, cluster, season, to="chapters.read", on=on)
    activity = ChapterActivity.objects.filter(membership__bloc_season__season=found, public_id=public_id)
    one = activity.select_related(*WITH).first()
    if one is None:
        raise Unknown
    return one
