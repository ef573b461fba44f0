"""Who reads a unit's report in words, and who writes and signs it."""

from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import Answer
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.models import WrittenReport
from thidua.records.seasons import access
from thidua.records.seasons.models import Membership


def may(by: Actor, what: str, member: Membership, *, on: date) -> Answer:
    """The grid's answer towards the unit: `what` as reports.enter, reports.sign."""
    bloc = member.bloc_season
    return access.may(by, what, season=bloc.season, bloc=bloc, unit=member.unit, on=on)


def reads_text(by: Actor, report: WrittenReport, *, on: date) -> bool:
    """What is signed is read by every member; what is not, by the unit itself."""
    if report.handing is Handing.SIGNED:
        return may(by, "reports.read", report.membership, on=on).is_yes
    return reads_drafts_of(by, report, on=on)


def reads_drafts_of(by: Actor, report: WrittenReport, *, on: date) -> bool:
    """What it said before it was signed, and why it was returned, is the unit's own."""
    return may(by, "reports.read_drafts", report.membership, on=on).is_yes
