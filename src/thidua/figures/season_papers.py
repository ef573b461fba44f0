"""Văn bản của năm thi đua: every paper of the list with its subjects; which are needed, in hand, issued."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.base.library import listed_papers
from thidua.core.papers import Listed, PaperKind, Per
from thidua.core.texts import folded
from thidua.core.workflow.papers import PaperState
from thidua.core.workflow.reporting import Occasion, occasions
from thidua.core.workflow.stages import is_before
from thidua.records.councils.models import Conference, ConferencePaper
from thidua.records.papers.models import OfficialPaper, Paper
from thidua.records.papers.queries import papers_in
from thidua.records.results.models import Inspection
from thidua.records.seasons.models import BlocSeason, Campaign, Membership, Period, Season

Subject = Season | BlocSeason | Conference | Campaign | Inspection | Membership | Period
OWN_PAGE, LATER, NOT_YET, NEEDED, AT_NEED = "own_page", "later", "not_yet", "needed", "at_need"
Subjects = Mapping[Per, Sequence[Subject]]  # what papers may be about, as far as the reader sees it
ISSUED_THERE = {
    "bien-ban-hoi-nghi": ConferencePaper.Kind.MINUTES,
    "thong-bao-ket-luan": ConferencePaper.Kind.CONCLUSIONS,
}


@dataclass(frozen=True)
class Row:
    """A line of the list. `state` is that of its paper, or needed, at_need, not_yet, own_page, later.

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
        return "" if self.subject is None or isinstance(self.subject, Season) else name_of(self.subject)

    @property
    def conference(self) -> Conference | None:
        return self.subject if isinstance(self.subject, Conference) else None

    @property
    def place(self) -> tuple[str, tuple[str, ...]]:
        """The name and words of the address where it stands."""
        assert self.subject is not None
        return self.listed.page, slugs_of(self.subject)

    @property
    def is_issued(self) -> bool:
        return bool(self.number)


def name_of(subject: Subject) -> str:
    if isinstance(subject, Period):
        return f"{subject.name}, {subject.bloc_season.bloc.name}"
    return subject.bloc.name if isinstance(subject, BlocSeason) else subject.name


def quarters_of(season: Season) -> list[Period]:
    """Periods about which a bloc reports as of a quarter, not of the half-year nor of the year; one query."""
    found = Period.objects.filter(bloc_season__season=season)
    found = found.select_related("bloc_season__bloc", "bloc_season__season__cluster")
    by_bloc: dict[int, list[Period]] = {}
    for period in found.order_by("bloc_season__bloc__position", "position", "pk"):
        by_bloc.setdefault(period.bloc_season_id, []).append(period)
    return [
        period
        for periods in by_bloc.values()
        for period, occasion in zip(
            periods, occasions([one.until_on for one in periods], year=season.emulation_year), strict=True
        )
        if occasion is Occasion.QUARTER
    ]


def slugs_of(subject: Subject) -> tuple[str, ...]:
    match subject:
        case BlocSeason():
            return subject.slugs
        case Period():
            return subject.bloc_season.slugs
        case Inspection():
            return (*subject.bloc_season.slugs, subject.public_id)
        case Membership():
            return (*subject.bloc_season.slugs, subject.unit.slug)
        case Campaign():
            return (subject.season.cluster.slug, subject.season.slug, subject.public_id)
        case _:
            return (subject.cluster.slug, subject.slug)


def rows_of(season: Season, subjects: Subjects, *, with_drafts: bool) -> list[Row]:
    """The list by stages; in each the papers of a conference stand together, after the others.

    Conferences come with their papers. Who reads no drafts sees what was issued.
    """
    made = _by_subject(papers_in(season.public_id))
    rows = _by_conference(row for listed in listed_papers() for row in _rows(listed, subjects[listed.per], made))
    return rows if with_drafts else [row for row in rows if row.is_issued or row.state in (OWN_PAGE, LATER)]


def _by_conference(rows: Iterable[Row]) -> list[Row]:
    """Stages stay in their order, and so do the papers of a conference and the others."""
    rows = list(rows)
    stages = list(dict.fromkeys(row.listed.stage for row in rows))
    conferences = list(dict.fromkeys(row.conference.pk for row in rows if row.conference))
    places = {pk: place for place, pk in enumerate(conferences, 1)}
    return sorted(
        rows, key=lambda row: (stages.index(row.listed.stage), places[row.conference.pk] if row.conference else 0)
    )


def narrowed(rows: Iterable[Row], *, state: str = "", search: str = "") -> list[Row]:
    """Rows in a state, "in_hand" for drafts, submitted and signed ones; and with words in name, subject, number."""
    states = {"in_hand": ("draft", "submitted", "signed")}.get(state, (state,))
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
            yield Row(listed, subject, OWN_PAGE)
        else:
            yield from _made_here(listed, listed.kind, subject, made.get((listed.kind.code, subject.public_id), []))


def _made_here(listed: Listed, kind: PaperKind, subject: Subject, papers: Sequence[OfficialPaper]) -> Iterator[Row]:
    for paper in papers:
        yield Row(listed, subject, paper.state, paper, paper.number if paper.is_issued else "", paper.dated_on)
    last = papers[-1] if papers else None
    if last is not None and last.at_state is not PaperState.WITHDRAWN and not (kind.is_often and last.is_issued):
        return
    if (kept := _kept_there(kind, subject)) is not None:
        yield Row(listed, subject, OWN_PAGE, None, kept.number, kept.dated_on)
    else:
        yield Row(listed, subject, _wanted(kind, subject))


def _wanted(kind: PaperKind, subject: Subject) -> str:
    """Whether a paper that nobody has begun is asked for."""
    if kind.is_often or kind.is_optional:
        return AT_NEED
    if kind.since is not None and any(is_before(bloc.at_stage, kind.since) for bloc in _blocs_of(subject)):
        return NOT_YET
    if isinstance(subject, Conference) and kind.code in ISSUED_THERE:
        return NEEDED if subject.held_at is not None else NOT_YET
    if isinstance(subject, Conference) and subject.held_at is not None:
        return AT_NEED  # it was held without this letter
    return NEEDED


def _blocs_of(subject: Subject) -> list[BlocSeason]:
    if isinstance(subject, Season):
        return list(subject.blocs.all())
    return [subject] if isinstance(subject, BlocSeason) else []


def _kept_there(kind: PaperKind, subject: Subject) -> ConferencePaper | Paper | None:
    """What was numbered on its own page: minutes, conclusions, the papers that launched and summed up a campaign."""
    if isinstance(subject, Campaign):
        return subject.result_paper if kind.merges else subject.launch_paper
    if not isinstance(subject, Conference) or kind.code not in ISSUED_THERE:
        return None
    found = next((one for one in subject.papers.all() if one.kind == ISSUED_THERE[kind.code]), None)
    return found if found and found.is_issued else None
