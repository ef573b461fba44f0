"""Youth chapters are founded, get another name or secretary, count their members anew, end."""

from datetime import date, timedelta

from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.records.directory.models import (
    ChapterSecretary,
    ChapterSize,
    FormerChapterName,
    Person,
    Unit,
    YouthChapter,
)
from thidua.records.directory.steps.standing import require_standing

MOST_MEMBERS = 5_000
A_DAY = timedelta(days=1)


def found_chapter(unit: Unit, *, name: str, secretary: Person, members: int, on: date) -> YouthChapter:
    """A chapter of a unit; the caller holds the unit's lock. Raises NotPossible for a name that is there already."""
    require_standing(unit)
    called = _free_name(unit, name)
    chapter = YouthChapter.objects.create(unit=unit, name=called, founded_on=on)
    ChapterSecretary.objects.create(chapter=chapter, person=secretary, from_on=on)
    count_members(chapter, members=members, on=on)
    return chapter


def _free_name(unit: Unit, name: str) -> str:
    called = composed(name.strip())
    if YouthChapter.objects.filter(unit=unit, name=called, ended_on=None).exists():
        raise refuse("chapter.there_already", name=called)
    return called


def rename_chapter(chapter: YouthChapter, *, name: str, on: date, because: str) -> None:
    """Another name from a day on; the caller holds the locks of unit and chapter.

    Raises NotPossible for a name that is there already, or a day that is not after the first under the present one.
    """
    called, last = _free_name(chapter.unit, name), chapter.former_names.last()
    since = last.until_on + A_DAY if last else chapter.founded_on
    if on <= since:
        raise refuse("chapter.name_backwards", on=on, since=since)
    FormerChapterName.objects.create(chapter=chapter, name=chapter.name, until_on=on - A_DAY, because=because)
    chapter.name = called
    chapter.save(update_fields=["name"])


def end_chapter(chapter: YouthChapter, *, on: date, because: str) -> None:
    """From a day on it is no more, and nobody leads it; the caller holds the chapter's lock."""
    last = chapter.former_names.last()
    since = max(chapter.founded_on, last.until_on) if last else chapter.founded_on
    if on <= since:
        raise refuse("chapter.ends_backwards", on=on, since=since)
    held = chapter.secretaries.filter(until_on=None).first()
    if held is not None:
        _until(held, on)
    chapter.ended_on, chapter.ended_because = on, because
    chapter.save(update_fields=["ended_on", "ended_because"])


def _until(held: ChapterSecretary, on: date) -> None:
    """The secretary's last day is the one before. Raises NotPossible where that lies before the first."""
    if on <= held.from_on:
        raise refuse("chapter.backwards", on=on, since=held.from_on)
    held.until_on = on - A_DAY
    held.save(update_fields=["until_on"])


def lead_chapter(chapter: YouthChapter, *, secretary: Person, on: date) -> None:
    """Another secretary from a day on; whoever leads it already goes on. The caller holds the chapter's lock."""
    held = chapter.secretaries.filter(until_on=None).first()
    if held is not None and held.person_id == secretary.pk:
        return
    if held is not None:
        _until(held, on)
    ChapterSecretary.objects.create(chapter=chapter, person=secretary, from_on=on)


def count_members(chapter: YouthChapter, *, members: int, on: date) -> None:
    """How many it has on a day; the same day counted again is put right."""
    if not 1 <= members <= MOST_MEMBERS:
        raise refuse("chapter.members", most=MOST_MEMBERS)
    ChapterSize.objects.update_or_create(chapter=chapter, on=on, defaults={"members": members})
