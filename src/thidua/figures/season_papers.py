"""Văn bản của năm thi đua: every paper of the list with its subjects; which are needed, in hand, issued."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.base.library import listed_papers
from thidua.core.papers import Listed, PaperKind, Per
from thidua.core.texts import folded
from thidua.core.workflow.papers import PaperState
from thidua.records.councils.models import Conference, ConferencePaper
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import papers_in
from thidua.records.seasons.models import BlocSeason, Season

Subject = Season | BlocSeason | Conference
OWN_PAGE, LATER, NEEDED, AT_NEED = "own_page", "later", "needed", "at_need"
ISSUED_THERE = {"thong-bao-ket-luan": ConferencePaper.Kind.CONCLUSIONS}


@dataclass(frozen=True)
class Row:
    """A line of the list. `state` is that of its paper, or needed, at_need, own_page, later.

    `number` and `dated_on` may come from the page on which the paper is kept.
    """

    listed: Listed
    subject: Subject | None
    state: str
    paper: OfficialPaper | None = None
    number: str = ""
    dated_on: date | None = None

    @property
    def about(self) -> str:
        """What it is about, as data write it; nothing of the season itself."""
        if isinstance(self.subject, BlocSeason):
            return self.subject.bloc.name
        return self.subject.name if isinstance(self.subject, Conference) else ""

    @property
    def place(self) -> tuple[str, tuple[str, ...]]:
        """The name and words of the address where it stands."""
        assert self.subject is not None
        return self.listed.page, slugs_of(self.subject)

    @property
    def is_issued(self) -> bool:
        return bool(self.number)


def slugs_of(subject: Subject) -> tuple[str, ...]:
    if isinstance(subject, BlocSeason):
        return subject.slugs
    return (subject.cluster.slug, subject.slug)


def subjects_of(season: Season, conferences: Iterable[Conference]) -> dict[Per, list[Subject]]:
    """What papers may be about; one query for the blocs."""
    blocs: list[Subject] = list(season.blocs.select_related("bloc", "season__cluster"))
    return {Per.SEASON: [season], Per.BLOC: blocs, Per.CONFERENCE: list(conferences)}


def rows_of(season: Season, conferences: Sequence[Conference], *, with_drafts: bool) -> list[Row]:
    """The list in its order; `conferences` come with their papers. Who reads no drafts sees what was issued."""
    subjects, made = subjects_of(season, conferences), _by_subject(papers_in(season.public_id))
    rows = [row for listed in listed_papers() for row in _rows(listed, subjects[listed.per], made)]
    return rows if with_drafts else [row for row in rows if row.is_issued or row.state in (OWN_PAGE, LATER)]


def narrowed(rows: Iterable[Row], *, state: str = "", search: str = "") -> list[Row]:
    """Rows in a state, "in_hand" for drafts, submitted and signed ones; and with words in name, subject, number."""
    states = {"in_hand": ("draft", "submitted", "signed"), "needed": (NEEDED, AT_NEED)}.get(state, (state,))
    words = folded(search.strip())
    return [
        row
        for row in rows
        if (not state or row.state in states) and words in folded(f"{row.listed.name.vi} {row.about} {row.number}")
    ]


def _by_subject(papers: Iterable[OfficialPaper]) -> Mapping[tuple[str, str], list[OfficialPaper]]:
    found: dict[tuple[str, str], list[OfficialPaper]] = {}
    for paper in papers:
        found.setdefault((paper.code, paper.subject), []).append(paper)
    return found


def _rows(
    listed: Listed, subjects: Iterable[Subject], made: Mapping[tuple[str, str], list[OfficialPaper]]
) -> Iterator[Row]:
    if listed.until is not None:
        yield Row(listed, None, LATER)
        return
    for subject in subjects:
        if listed.kind is None:
            yield _kept_elsewhere(listed, subject)
        else:
            yield from _made_here(listed, listed.kind, subject, made.get((listed.kind.code, subject.public_id), []))


def _kept_elsewhere(listed: Listed, subject: Subject) -> Row:
    if isinstance(subject, Conference) and listed.page == "conclusions":
        kept = _paper_of(subject, ConferencePaper.Kind.MINUTES)
        return Row(listed, subject, OWN_PAGE, None, kept.number if kept else "", kept.dated_on if kept else None)
    return Row(listed, subject, OWN_PAGE)


def _made_here(listed: Listed, kind: PaperKind, subject: Subject, papers: Sequence[OfficialPaper]) -> Iterator[Row]:
    for paper in papers:
        yield Row(listed, subject, paper.state, paper, paper.number if paper.is_issued else "", paper.dated_on)
    last = papers[-1] if papers else None
    if last is not None and last.at_state is not PaperState.WITHDRAWN and not (kind.is_often and last.is_issued):
        return
    if isinstance(subject, Conference) and kind.code in ISSUED_THERE:
        kept = _paper_of(subject, ISSUED_THERE[kind.code])
        if kept and kept.is_issued:
            yield Row(listed, subject, OWN_PAGE, None, kept.number, kept.dated_on)
            return
        if subject.held_at is None:
            yield Row(listed, subject, AT_NEED)
            return
    yield Row(listed, subject, AT_NEED if kind.is_often else NEEDED)


def _paper_of(conference: Conference, kind: ConferencePaper.Kind) -> ConferencePaper | None:
    found = next((one for one in conference.papers.all() if one.kind == kind), None)
    return found if found and found.is_issued else None
