"""Questions about youth chapters: those of a unit and below it, who leads one, how many it has."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from thidua.records.directory.models import ChapterSecretary, ChapterSize, Person, Unit, YouthChapter
from thidua.records.directory.queries import in_force


def all_chapters_in(units: QuerySet[Unit], *, on: date) -> QuerySet[YouthChapter]:
    """Chapters of these units or up to two levels below, those that have ended too, with `members` and `led_by`."""
    inside = Q(unit__in=units) | Q(unit__parent__in=units) | Q(unit__parent__parent__in=units)
    return with_people(YouthChapter.objects.filter(inside), on=on)


def chapters_in(units: QuerySet[Unit], *, on: date) -> QuerySet[YouthChapter]:
    """Those that stand on a day."""
    return all_chapters_in(units, on=on).filter(Q(ended_on=None) | Q(ended_on__gt=on))


def with_people(found: QuerySet[YouthChapter], *, on: date) -> QuerySet[YouthChapter]:
    sizes = ChapterSize.objects.filter(chapter=OuterRef("pk"), on__lte=on).order_by("-on")
    leads = ChapterSecretary.objects.filter(in_force(on), chapter=OuterRef("pk"))
    return found.select_related("unit").annotate(
        members=Subquery(sizes.values("members")[:1]),
        counted_on=Subquery(sizes.values("on")[:1]),
        led_by=Subquery(leads.values("person__full_name")[:1]),
        led_by_id=Subquery(leads.values("person__public_id")[:1]),
    )


def chapters_led(person: int, *, on: date) -> QuerySet[YouthChapter]:
    """Chapters that a person leads on a day."""
    held = ChapterSecretary.objects.filter(in_force(on), person=person).values("chapter")
    return YouthChapter.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), pk__in=held).select_related("unit")


def secretary_of(chapter: YouthChapter, *, on: date) -> Person | None:
    held = ChapterSecretary.objects.filter(in_force(on), chapter=chapter).select_related("person").first()
    return held.person if held else None
