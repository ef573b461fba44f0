"""The report, the line and the paper behind an address; and what the actor may do there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from thidua.base.clock import today
from thidua.core.answer import Unknown
from thidua.records.results.models import Report, Result
from thidua.records.results.queries import lines_of, report_of
from thidua.records.seasons.access import may_each, member_for
from thidua.records.seasons.models import Membership

ASKED = ("results.enter", "results.submit", "results.sign", "results.enter_on_behalf")


@dataclass(frozen=True)
class Address:
    """The words of a report's address."""

    cluster: str
    season: str
    bloc: str
    period: str
    unit: str

    @property
    def words(self) -> tuple[str, ...]:
        return (self.cluster, self.season, self.bloc, self.period, self.unit)

    @property
    def report(self) -> str:
        return reverse("report", args=self.words)

    def correction(self, code: str) -> str:
        return reverse("correction", args=(*self.words, code))


def found_report(actor: Any, address: Address, *, to: str) -> Report:
    """The report at an address. Raises Unknown or NotPossible as `member_for` does for `to`."""
    member = member_for(actor, address.cluster, address.season, address.bloc, address.unit, to=to, on=today())
    return report_of(member, address.period)


def found_line(report: Report, code: str) -> Result:
    """A line of the report with its evidence and corrections. Raises Unknown for another indicator."""
    line = lines_of(report).filter(indicator__code=code).first()
    if line is None:
        raise Unknown
    line.report = report
    return line


def may_here(actor: Any, member: Membership, *, on: date) -> dict[str, bool]:
    """What the actor may do with this unit's reports, by the act's last word."""
    bloc = member.bloc_season
    answers = may_each(actor, ASKED, season=bloc.season, bloc=bloc, unit=member.unit, on=on)
    return {act.partition(".")[2]: answer for act, answer in answers.items()}
