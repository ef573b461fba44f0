"""Who has sent which report in words: the units of a bloc beside what they wrote about one period or campaign."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, QuerySet

from thidua.base.days import written
from thidua.core.texts import folded
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.figures.tracking import NAMED_AT_MOST
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import entries_of
from thidua.records.results.models import WrittenReport
from thidua.records.results.queries.written import later_about, later_days_of, signed_about, written_about
from thidua.records.results.topics import Topic
from thidua.records.seasons.models import BlocSeason, Membership


class Show(StrEnum):
    """What the list may be narrowed to."""

    SIGNED = "da-ky"
    WAITING = "cho-ky"
    OPEN = "chua-gui"


@dataclass(frozen=True)
class Row:
    """A unit; `report` None where nobody has begun it; `days_late` counts to today while it is not signed."""

    member: Membership
    report: WrittenReport | None
    entry: EntryOnBehalf | None
    days_late: int

    @property
    def state(self) -> str:
        """That of its report, "none" where nobody has begun it."""
        return self.report.state if self.report else "none"


@dataclass(frozen=True)
class Tally:
    members: int
    signed: int


def members_asked(
    bloc: BlocSeason, topic: Topic, *, show: Show | None = None, search: str = ""
) -> QuerySet[Membership]:
    """The units that the list shows, in protocol order, to be paged."""
    members = bloc.members.filter(left_on=None).select_related("unit").order_by("position", "pk")
    mine = written_about(topic).filter(membership=OuterRef("pk")).order_by()
    if show is Show.OPEN:
        begun_only = mine.exclude(state__in=[state.value for state in OPEN_FOR_ENTRY])
        members = members.filter(~Exists(begun_only))
    elif show is not None:
        state = Handing.SIGNED if show is Show.SIGNED else Handing.SUBMITTED
        members = members.filter(Exists(mine.filter(state=state.value)))
    return members.filter(unit__folded__contains=folded(search.strip())) if search.strip() else members


def rows_of(members: Iterable[Membership], topic: Topic, *, on: date) -> list[Row]:
    """The rows of one page, in three queries whatever its length."""
    shown = list(members)
    reports = {one.membership_id: one for one in written_about(topic).filter(membership__in=shown)}
    entries, later = entries_of(reports.values()), later_days_of(shown, [topic])
    return [
        _row(one, reports.get(one.pk), entries, topic.moved_to(later.get((one.pk, *topic.keys))), on) for one in shown
    ]


def tally_of(bloc: BlocSeason, topic: Topic) -> Tally:
    """How many of the bloc's units have signed theirs; two queries."""
    members = bloc.members.filter(left_on=None)
    return Tally(members.count(), signed_about(topic).filter(membership__in=members).count())


def reminder_text(bloc: BlocSeason, topic: Topic, *, on: date, until: date) -> str:
    """What is sent to the units that owe it, in Vietnamese whoever writes it; empty if nobody does. Two queries.

    `until` is the day by which it is asked for; who was given more time is not named.
    """
    has_time = later_about(topic).filter(membership=OuterRef("pk"), until_on__gte=on)
    silent = members_asked(bloc, topic, show=Show.OPEN).exclude(Exists(has_time))
    named, count = [member.short_name for member in silent[:NAMED_AT_MOST]], silent.count()
    if not named:
        return ""
    more = f" và {count - NAMED_AT_MOST} đơn vị khác" if count > NAMED_AT_MOST else ""
    return (
        f"Kính gửi các đồng chí, đến ngày {written(on)} bộ phận thường trực chưa nhận được {topic.paper_name} của: "
        f"{', '.join(named)}{more}. Hạn gửi là {written(topic.due_on)}; đề nghị gửi trong ngày {written(until)}."
    )


def _row(
    member: Membership, report: WrittenReport | None, entries: dict[str, EntryOnBehalf], topic: Topic, on: date
) -> Row:
    until = (report.handed_in_on if report else None) or on
    late = (until - topic.due_on).days if topic.is_asked_for else 0
    return Row(member, report, entries.get(report.token) if report else None, max(0, late))
