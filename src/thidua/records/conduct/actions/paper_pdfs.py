"""Acts that ask for the PDF of a paper by an office's own Word template; the jobs process makes it."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Unknown, refuse, require
from thidua.records.conduct.official import template_under
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.models import OfficialPaper, UnitPdf
from thidua.records.papers.steps.official import Drafted, ask_for_pdf, ask_for_unit_pdf, held_paper
from thidua.records.results.access.written import reads_text
from thidua.records.results.models import WrittenReport
from thidua.records.seasons import access
from thidua.records.seasons.models import Membership, Season


@act
def ask_pdf(paper: OfficialPaper, *, by: Actor, at: datetime, key: str) -> OfficialPaper:
    """Once for each version of the paper; again only where it could not be made.

    Raises NotPossible for a paper that is set by the program's own layout: that PDF is there at once.
    """
    paper = held_paper(paper)
    season = Season.objects.select_related("cluster").get(public_id=paper.frame)
    reads = "papers.read" if paper.is_issued else "papers.read_drafts"
    require(access.may(by, reads, season=season, on=local_day(at)))
    if (template := template_under(paper)) is None:
        raise refuse("paper.pdf_is_ours")
    if ask_for_pdf(paper, template, at=at):
        record("paper.pdf_asked", by=by, at=at, subjects=[paper, season], body={"version": str(paper.version)})
    return paper


@act
def ask_unit_pdf(member: Membership, *, drafted: Drafted, by: Actor, at: datetime, key: str) -> UnitPdf:
    """Of a paper that a unit makes itself, as it reads now; once for each text, as `ask_pdf`."""
    bloc = member.bloc_season
    require(access.may(by, "unit_papers.read", season=bloc.season, bloc=bloc, unit=member.unit, on=local_day(at)))
    return _asked(member, drafted, by=by, at=at)


@act
def ask_report_pdf(report: WrittenReport, *, drafted: Drafted, by: Actor, at: datetime, key: str) -> UnitPdf:
    """Of a unit's report before it is signed, for who may read it then. Raises Unknown for others."""
    report = WrittenReport.objects.select_related("membership__unit", "membership__bloc_season__season").get(
        pk=report.pk
    )
    if not reads_text(by, report, on=local_day(at)):
        raise Unknown
    return _asked(report.membership, drafted, by=by, at=at)


def _asked(member: Membership, drafted: Drafted, *, by: Actor, at: datetime) -> UnitPdf:
    row, is_new = ask_for_unit_pdf(drafted, at=at)
    if is_new:
        record("paper.unit_pdf_asked", by=by, at=at, subjects=[row, member.unit], body={"paper": drafted.code})
    return row
