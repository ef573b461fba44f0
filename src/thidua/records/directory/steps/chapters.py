"""Youth chapters are founded, get another secretary, count their members anew."""

from datetime import date, timedelta

from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.records.directory.models import ChapterSecretary, ChapterSize, Person, Unit, YouthChapter
from thidua.records.directory.steps.standing import require_standing

MOST_MEMBERS = 5_000


def found_chapter(unit: Unit, *, name: str, secretary: Person, members: int, on: date) -> YouthChapter:
    """A chapter of a unit; the caller holds the unit's lock. Raises NotPossible for a name that is there already."""
    require_standing(unit)
    called = composed(name.strip())
    if YouthChapter.objects.filter(unit=unit, name=called, ended_on=None).exists():
        raise refuse("chapter.there_already", name=called)
    chapter = YouthChapter.objects.create(unit=unit, name=called, founded_on=on)
    ChapterSecretary.objects.create(chapter=chapter, person=secretary, from_on=on)
    count_members(chapter, members=members, on=on)
    return chapter


def lead_chapter(chapter: YouthChapter, *, secretary: Person, on: date) -> None:
    """Another secretary from a day on; whoever leads it already goes on. The caller holds the chapter's lock."""
    held = chapter.secretaries.filter(until_on=None).first()
    if held is not None and held.person_id == secretary.pk:
        return
    if held is not None and on <= held.from_on:
        raise refuse("chapter.backwards", on=on, since=held.from_on)
    if held is not None:
        held.until_on = on - timedelta(days=1)
        held.save(update_fields=["until_on"])
    ChapterSecretary.objects.create(chapter=chapter, person=secretary, from_on=on)


def count_members(chapter: YouthChapter, *, members: int, on: date) -> None:
    """How many it has on a day; the same day counted again is put right."""
    if not 1 <= members <= MOST_MEMBERS:
        raise refuse("chapter.members", most=MOST_MEMBERS)
    ChapterSize.objects.update_or_create(chapter=chapter, on=on, defaults={"members": members})
