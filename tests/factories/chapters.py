"""Youth chapters and what they do, by the ordinary acts."""

from tests.factories.inspections import the_person
from tests.factories.participation import OWN, the_unit
from tests.factories.seasons import NOON, TODAY, World, a_key, an_actor
from thidua.core.actor import Actor, PostKind
from thidua.records.directory.models import ChapterSecretary, ChapterSize, YouthChapter
from thidua.records.results.actions.activities import note_activity
from thidua.records.results.actions.chapters import keep_chapter
from thidua.records.results.models import ChapterActivity
from thidua.records.results.told import ActivityTold
from thidua.records.seasons.models import Membership


def a_secretary(world: World, place: int = OWN) -> Actor:
    return an_actor("Bí Thư Một", world.units[place], PostKind.STAFF)


def a_chapter(world: World, secretary: Actor, place: int = OWN, name: str = "Chi đoàn Một") -> YouthChapter:
    member = the_unit(world, place)
    return keep_chapter(
        member, unit=member.unit, name=name, secretary=the_person(secretary), members=24, founded_on=TODAY,
        by=world.officers[place], at=NOON, key=a_key(),
    )  # fmt: skip


def an_activity(
    world: World, chapter: YouthChapter, by: Actor, place: int = OWN, **other: object
) -> ChapterActivity:  # fmt: skip
    told = {"title": "Ra quân ngày chủ nhật xanh", "on": TODAY, "place": "Xã Số 1", "people": 30} | other
    return note_activity(chapter, member=the_unit(world, place), told=ActivityTold(**told), by=by, at=NOON, key=a_key())


def wide_chapters(world: World) -> None:
    """Every unit with a chapter of one activity; as many activities of the looked-at unit's own."""
    members = list(Membership.objects.filter(bloc_season=world.bloc).select_related("unit"))
    chapters = YouthChapter.objects.bulk_create(
        YouthChapter(unit=member.unit, name="Chi đoàn", founded_on=TODAY) for member in members
    )
    person = world.officers[0].person
    ChapterSecretary.objects.bulk_create(
        ChapterSecretary(chapter=one, person_id=person, from_on=TODAY) for one in chapters
    )
    ChapterSize.objects.bulk_create(ChapterSize(chapter=one, on=TODAY, members=20) for one in chapters)
    own = next(place for place, one in enumerate(members) if one.unit_id == world.units[OWN].pk)
    pairs = [*zip(chapters, members, strict=True), *[(chapters[own], members[own])] * len(members)]
    ChapterActivity.objects.bulk_create(
        ChapterActivity(
            chapter=chapter, membership=member, title="Ra quân", on=TODAY, place="Xã Số 1", told=30, noted_at=NOON,
            noted_by={},
        )
        for chapter, member in pairs
    )  # fmt: skip
