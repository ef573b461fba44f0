"""Reminding units of reports that are still with them."""

from collections.abc import Iterable
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, refuse, require
from thidua.records.desk.steps.notices import Told, notify_each
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.results.models import Report
from thidua.records.results.queries import reports_owed
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason


@act
def remind_of_reports(bloc: BlocSeason, reports: Iterable[str], *, by: Actor, at: datetime, key: str) -> list[Report]:
    """Whoever runs the bloc reminds of reports (public ids): each unit's people get a notice for each of theirs.

    Those that have been handed in meanwhile are left out. Raises NotPossible where none is left.
    """
    on = local_day(at)
    require(access.may(by, "results.remind", season=bloc.season, bloc=bloc, on=on))
    owed = list(reports_owed(bloc, on=on).filter(public_id__in=list(reports)))
    if not owed:
        raise refuse("reminder.nothing_owed")
    notify_each([_told(bloc, report) for report in owed], at=at, place="report")
    record("report.reminded", by=by, at=at, subjects=[bloc, *owed], body={"reports": len(owed)})
    return owed


def _told(bloc: BlocSeason, report: Report) -> Told:
    period, unit, due = report.period, report.membership.unit, report.period.due_on
    words = Sentence("notice.report_owed", period=period.name, due_on=f"{due.day}/{due.month}/{due.year}")
    return Told(unit, words, (bloc.season.cluster.slug, bloc.season.slug, bloc.bloc.slug, period.slug, unit.slug))
