"""What an issued paper changes elsewhere: minutes and conclusions are numbered on the conference's own page too."""

from thidua.core.workflow.conferences import ConferenceMove, may_move
from thidua.records.councils.models import Conference, ConferencePaper
from thidua.records.councils.plan import PaperTold
from thidua.records.councils.steps.running import write_paper
from thidua.records.papers.models import OfficialPaper

KINDS = {
    "bien-ban-hoi-nghi": ConferencePaper.Kind.MINUTES,
    "thong-bao-ket-luan": ConferencePaper.Kind.CONCLUSIONS,
}


def tell_conference(paper: OfficialPaper) -> None:
    conference = Conference.objects.select_for_update().filter(public_id=paper.subject).first()
    kind = KINDS.get(paper.code)
    if kind is None or conference is None:
        return
    if may_move(conference.at_state, ConferenceMove.WRITE).is_yes:
        row = conference.papers.filter(kind=kind).first() or ConferencePaper(
            conference=conference, kind=kind, version=0
        )
        row.turn()
        write_paper(row, PaperTold(row.text, paper.number, paper.dated_on, paper.file))
