"""The act that asks for the PDF of a paper by the office's own Word template; the jobs process makes it."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.conduct.official import template_under
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.steps.official import ask_for_pdf, held_paper
from thidua.records.seasons import access
from thidua.records.seasons.models import Season


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
