"""Who may do what with a unit's reports: the grid's answer at the bloc's stage."""

from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import Answer, not_possible
from thidua.core.rights import either
from thidua.records.results.models import Report
from thidua.records.results.queries import is_on_behalf
from thidua.records.seasons import access


def may(by: Actor, what: str, report: Report, *, on: date) -> Answer:
    """The grid's answer towards the report's unit: `what` as results.enter, results.sign."""
    member = report.membership
    bloc = member.bloc_season
    return access.may(by, what, season=bloc.season, bloc=bloc, unit=member.unit, on=on)


def reads_drafts_of(by: Actor, report: Report, *, on: date) -> bool:
    """What it held before it was signed, and why it was returned, is the unit's own."""
    return may(by, "results.read_drafts", report, on=on).is_yes


def may_support(by: Actor, report: Report, *, on: date) -> Answer:
    """Whether `by` may add and withdraw evidence: the unit itself, or the secretariat where it entered the report."""
    own, on_behalf = may(by, "results.enter", report, on=on), may(by, "results.enter_on_behalf", report, on=on)
    if on_behalf.is_yes and not own.is_yes and not is_on_behalf(report):
        return not_possible("evidence.units_own")
    return either(own, on_behalf)


def may_correct_on_behalf(by: Actor, report: Report, *, on: date) -> Answer:
    """The secretariat corrects only what it has entered itself; a unit that reports itself signs its corrections."""
    answer = may(by, "results.enter_on_behalf", report, on=on)
    return answer if not answer.is_yes or is_on_behalf(report) else not_possible("correction.units_own")
