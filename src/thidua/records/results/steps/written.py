"""Takes the lock under which a unit's report in words changes, and writes its texts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from thidua.core.answer import NotPossible, Sentence
from thidua.core.papers import PaperKind
from thidua.core.texts import composed
from thidua.records.journal.models import HasToken
from thidua.records.results.models import LaterDay, WrittenReport
from thidua.records.results.queries.written import WITH
from thidua.records.results.topics import Topic
from thidua.records.seasons.models import BlocSeason, Membership

FRAME = ("unit", "bloc_season__season__cluster", "bloc_season__bloc")
Texts = Mapping[str, Sequence[str]]


def held_report(member: Membership, topic: Topic) -> WrittenReport:
    """A unit's report under lock, a new row where there is none: the unit's own row is the lock of the first."""
    Membership.objects.select_for_update().get(pk=member.pk)
    found = WrittenReport.objects.filter(membership=member, period=topic.period, campaign=topic.campaign).first()
    report = found or topic.blank(member.pk)
    report.membership = Membership.objects.select_related(*FRAME).get(pk=member.pk)
    return report


def held_reports(reports: Sequence[WrittenReport]) -> list[WrittenReport]:
    """Rows as they are now, under lock, in the order of their keys."""
    keys = sorted(report.pk for report in reports)
    members = {report.membership_id for report in reports}
    list(Membership.objects.select_for_update().filter(pk__in=members).order_by("pk").values_list("pk"))
    return list(WrittenReport.objects.select_related(*WITH).filter(pk__in=keys).order_by("pk"))


def write_texts(report: WrittenReport, kind: PaperKind, texts: Texts) -> None:
    """What is typed under each heading of the outline that holds now; the caller saves."""
    report.code = kind.code
    known = {field.name for field in kind.typed}
    report.typed = {name: [composed(line) for line in lines] for name, lines in texts.items() if name in known}


def fill(report: WrittenReport, filled: Mapping[str, Any], at: Any) -> None:
    """The figures stand from now on as they are; the caller saves."""
    report.filled, report.filled_at = dict(filled), at


def require_texts(report: WrittenReport, kind: PaperKind) -> None:
    """Raises NotPossible naming the headings under which nothing stands."""
    empty = tuple(field.label for field in kind.typed if not report.typed.get(field.name))
    if empty:
        raise NotPossible(Sentence("written.nothing_said", headings=empty))


def subjects_of(report: WrittenReport) -> list[HasToken]:
    return [report, report.membership.unit]


def move_written_day(bloc: BlocSeason, topic: Topic, *, until_on: date, reason: str) -> None:
    """Every unit of the bloc owes it by a later day."""
    told = {"until_on": until_on, "because": reason}
    LaterDay.objects.update_or_create(
        bloc_season=bloc, membership=None, period=topic.period, campaign=topic.campaign, defaults=told
    )


def extend_written(bloc: BlocSeason, topic: Topic, members: Iterable[int], *, until_on: date, reason: str) -> None:
    """These members, by key, owe it later than the others."""
    asked, told = list(members), {"until_on": until_on, "because": reason}
    about = {"period": topic.period, "campaign": topic.campaign}
    given = LaterDay.objects.filter(membership__in=asked, **about)
    known = set(given.values_list("membership", flat=True))
    given.filter(until_on__lt=until_on).update(**told)  # nobody is given less than before
    new = [LaterDay(bloc_season=bloc, membership_id=one, **about, **told) for one in asked if one not in known]
    LaterDay.objects.bulk_create(new, batch_size=500)
