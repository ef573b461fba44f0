"""Acts of youth chapters: founded, led by another secretary, counted anew, renamed, ended."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.campaigning import WRITABLE
from thidua.records.directory.models import Person, Unit, YouthChapter
from thidua.records.directory.steps import chapters as steps
from thidua.records.directory.steps.standing import held_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.results.access import chapters as access
from thidua.records.results.access.participation import may
from thidua.records.results.actions.exemplars import FRAME
from thidua.records.results.models import ChapterActivity
from thidua.records.results.queries.participation import works_in
from thidua.records.seasons.models import Campaign, Membership


@act
def keep_chapter(
    member: Membership, *, unit: Unit, name: str, secretary: Person, members: int, founded_on: date, by: Actor,
    at: datetime, key: str,
) -> YouthChapter:  # fmt: skip
    """A chapter of the unit or of a part of it. Raises NotPossible for a secretary who works elsewhere."""
    unit = held_units([unit])[unit.pk]
    member = Membership.objects.select_related(*FRAME).get(pk=member.pk)
    require(may(by, "chapters.keep", member, on=local_day(at)))
    if not unit.path.startswith(member.unit.path):
        raise refuse("participation.other_unit", unit=unit.name)
    _require_fit(member, secretary, founded_on, at=at)
    chapter = steps.found_chapter(unit, name=name, secretary=secretary, members=members, on=founded_on)
    body = {"name": chapter.name, "secretary": secretary.full_name, "members": members}
    record("chapter.kept", by=by, at=at, subjects=[chapter, unit, secretary], body=body)
    return chapter


@act
def amend_chapter(
    chapter: YouthChapter, *, member: Membership, secretary: Person, members: int, on: date, by: Actor, at: datetime,
    key: str,
) -> YouthChapter:  # fmt: skip
    """From a day on somebody else leads it, or it has more or fewer members; what was before stays readable."""
    chapter = _locked(chapter)
    require(access.may_change(by, chapter, member, on=local_day(at)))
    _require_fit(member, secretary, on, at=at)
    steps.lead_chapter(chapter, secretary=secretary, on=on)
    steps.count_members(chapter, members=members, on=on)
    body = {"secretary": secretary.full_name, "members": members, "on": on.isoformat()}
    record("chapter.amended", by=by, at=at, subjects=[chapter, chapter.unit, secretary], body=body)
    return chapter


@act
def rename_chapter(
    chapter: YouthChapter, *, member: Membership, name: str, on: date, because: str, by: Actor, at: datetime, key: str
) -> YouthChapter:
    """Another name from a day on, with the reason; the name before stays readable.

    Raises NotPossible without a reason, for a name that the unit has already, or a day to come.
    """
    held_units([chapter.unit])
    chapter = _locked(chapter)
    require(access.may_change(by, chapter, member, on=local_day(at)))
    before, why = chapter.name, _reason(because)
    _require_gone(on, at=at)
    steps.rename_chapter(chapter, name=name, on=on, because=why)
    body = {"before": before, "after": chapter.name, "on": on.isoformat(), "why": why}
    record("chapter.renamed", by=by, at=at, subjects=[chapter, chapter.unit], body=body)
    return chapter


@act
def end_chapter(
    chapter: YouthChapter, *, member: Membership, on: date, because: str, by: Actor, at: datetime, key: str
) -> YouthChapter:
    """From a day on there is no such chapter, with the reason; what it did stays readable.

    Raises NotPossible without a reason, for a day to come, for one on or after which it did something, or while a
    campaign of its own is open.
    """
    chapter = _locked(chapter)
    require(access.may_change(by, chapter, member, on=local_day(at)))
    why = _reason(because)
    _require_gone(on, at=at)
    _require_done(chapter, on)
    steps.end_chapter(chapter, on=on, because=why)
    record("chapter.ended", by=by, at=at, subjects=[chapter, chapter.unit], body={"on": on.isoformat(), "why": why})
    return chapter


def _locked(chapter: YouthChapter) -> YouthChapter:
    return YouthChapter.objects.select_for_update(of=("self",)).select_related("unit").get(pk=chapter.pk)


def _reason(because: str) -> str:
    if not because.strip():
        raise refuse("participation.needs_reason")
    return composed(because.strip())


def _require_gone(on: date, *, at: datetime) -> None:
    if on > local_day(at):
        raise refuse("participation.day_to_come", on=on)


def _require_done(chapter: YouthChapter, on: date) -> None:
    """Nothing was noted for a day on which the chapter would be no more, and no campaign of it waits."""
    faults = []
    last = ChapterActivity.objects.filter(chapter=chapter, withdrawn_at=None, on__gte=on).order_by("-on").first()
    if last is not None:
        faults.append(Sentence("chapter.active_since", title=last.title, on=last.on))
    waiting = Campaign.objects.filter(chapter=chapter, state__in=[state.value for state in WRITABLE])
    if names := tuple(waiting.order_by("pk").values_list("name", flat=True)):
        faults.append(Sentence("chapter.campaigns_open", names=names))
    if faults:
        raise NotPossible(*faults)


def _require_fit(member: Membership, secretary: Person, on: date, *, at: datetime) -> None:
    _require_gone(on, at=at)
    if not works_in(member, secretary):
        raise refuse("participation.person_elsewhere", name=secretary.full_name, unit=member.short_name)
