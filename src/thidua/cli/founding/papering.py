"""Papers of the season: the letterhead, then each paper drafted, submitted, signed and numbered on its day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from thidua.base.days import local_day
from thidua.base.library import paper_kinds
from thidua.cli.founding.files import Cast, Event, day, moment, named, table
from thidua.core.actor import Actor
from thidua.core.papers import Per
from thidua.core.workflow.papers import Under
from thidua.core.workflow.signatures import Capacity
from thidua.documents.official.filling import fields_of
from thidua.figures.season_papers import Subject
from thidua.records.conduct.actions import (
    draft_paper,
    issue_paper,
    keep_letterhead,
    sign_paper,
    submit_paper,
    write_paper,
)
from thidua.records.conduct.actions.papers import Issued, Written
from thidua.records.councils.models import Conference
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import last_of
from thidua.records.papers.steps.official import Head
from thidua.records.results.models import Inspection
from thidua.records.seasons.models import Period, Season
from thidua.records.seasons.queries.roles import head_of

Told = Mapping[str, Any]


def events(cast: Cast, season: Season) -> list[Event]:
    """What comes after the demo's morning is left to the visitor."""
    told = table("papers")
    at = moment(told["letterhead"]["at"])
    return [
        (at, lambda: _letterhead(cast, season, told["letterhead"], at)),
        *(event for one in told["papers"] for event in _Played(cast, season, one).events()),
    ]


def _letterhead(cast: Cast, season: Season, told: Told, at: datetime) -> object:
    head = Head(told["over"], told["agency"], told["symbol"], told["place"], told["own_numbers"])
    by = _secretary(cast, at)
    return keep_letterhead(season, head=head, seen_version=0, by=by, at=at, key=named("letterhead"))


def _secretary(cast: Cast, at: datetime) -> Actor:
    return cast.actor(table("season")["roles"]["secretariat"][0], local_day(at))


class _Played:
    """One paper of the files."""

    def __init__(self, cast: Cast, season: Season, told: Told) -> None:
        self.cast, self.season, self.told, self.code = cast, season, told, told["code"]

    def events(self) -> Iterable[Event]:
        steps: tuple[tuple[str, Callable[[datetime], object]], ...] = (
            ("drafted", self._draft), ("written", self._write), ("submitted", self._submit), ("signed", self._sign),
            ("issued", self._issue),
        )  # fmt: skip
        for name, do in steps:
            if name in self.told:
                yield self._event(moment(self.told[name]), do)

    def _event(self, at: datetime, do: Callable[[datetime], object]) -> Event:
        return at, lambda: do(at)

    def _key(self, what: str) -> str:
        return named(f"paper:{self.code}:{self.told['drafted']}:{what}")

    def _subject(self) -> Subject:
        match paper_kinds()[self.code].per:
            case Per.SEASON:
                return self.season
            case Per.BLOC:
                blocs = self.season.blocs.select_related("bloc", "season__cluster")
                return blocs.get(bloc__slug=self.told["about"])
            case Per.CONFERENCE:
                conferences = Conference.objects.filter(cluster=self.season.cluster).select_related("cluster")
                return conferences.get(slug=self.told["about"])
            case Per.CAMPAIGN:
                return self.season.campaigns.get(name=self.told["about"])
            case Per.INSPECTION:
                rounds = Inspection.objects.select_related("bloc_season__bloc", "bloc_season__season__cluster")
                return rounds.get(bloc_season__season=self.season, name=self.told["about"])
            case Per.UNIT:
                raise ValueError(f"{self.code} is a unit's own paper")
            case Per.PERIOD:
                bloc, slug = self.told["about"].split("/")
                periods = Period.objects.filter(bloc_season__season=self.season, bloc_season__bloc__slug=bloc)
                return periods.select_related("bloc_season__bloc", "bloc_season__season__cluster").get(slug=slug)

    def _paper(self) -> OfficialPaper:
        found = last_of(self.season.public_id, self.code, self._subject().public_id)
        assert found is not None
        return found

    def _draft(self, at: datetime) -> object:
        head, subject = head_of(self.season), self._subject()
        assert head is not None
        fields = fields_of(self.code, self.season, subject, head=head, on=local_day(at))
        return draft_paper(
            self.season, code=self.code, subject=subject.public_id, filled=fields, by=_secretary(self.cast, at), at=at,
            key=self._key("draft"),
        )  # fmt: skip

    def _write(self, at: datetime) -> object:
        paper, by = self._paper(), _secretary(self.cast, at)
        typed = {**paper.typed, **self.told["texts"]}
        written = Written(typed, Capacity(paper.capacity), paper.signer, paper.signer_title, Under(paper.under))
        return write_paper(paper, written=written, seen_version=paper.version, by=by, at=at, key=self._key("write"))

    def _submit(self, at: datetime) -> object:
        paper, by = self._paper(), _secretary(self.cast, at)
        return submit_paper(paper, seen_version=paper.version, by=by, at=at, key=self._key("submit"))

    def _sign(self, at: datetime) -> object:
        paper, by = self._paper(), self.cast.actor(table("season")["roles"]["head"], local_day(at))
        return sign_paper(paper, seen_version=paper.version, by=by, at=at, key=self._key("sign"))

    def _issue(self, at: datetime) -> object:
        paper = self._paper()
        issued = Issued(
            day(self.told["date"]), self.told["number"], Capacity(paper.capacity), paper.signer, paper.signer_title
        )
        by = _secretary(self.cast, at)
        return issue_paper(paper, issued=issued, seen_version=paper.version, by=by, at=at, key=self._key("issue"))
