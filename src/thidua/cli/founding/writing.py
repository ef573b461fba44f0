"""Reports in words: five units write for themselves, of some others the secretariat enters what came on paper."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, named, rows, table
from thidua.core.actor import Actor, PostKind
from thidua.documents.reports.unit_paper import unit_fields
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.results.actions import written as acts
from thidua.records.results.models import WrittenReport
from thidua.records.results.queries.written import topics_of, written_of
from thidua.records.results.topics import Topic
from thidua.records.seasons.models import Membership, Season

Told = Mapping[str, Any]


def events(cast: Cast, season: Season) -> list[Event]:
    told = table("written")
    own = [event for one in told["own"] for event in _Played(cast, season, one).events()]
    return own + [_Played(cast, season, one).entered() for one in told["on_behalf"]]


class _Played:
    """One report of the files."""

    def __init__(self, cast: Cast, season: Season, told: Told) -> None:
        self.cast, self.season, self.told, self.unit = cast, season, told, told["unit"]

    def events(self) -> Iterable[Event]:
        steps: tuple[tuple[str, Callable[[datetime], object]], ...] = (
            ("saved", self._save), ("submitted", self._submit), ("signed", self._sign),
        )  # fmt: skip
        for name, do in steps:
            if name in self.told:
                yield self._event(moment(self.told[name]), do)

    def entered(self) -> Event:
        return self._event(moment(self.told["entered"]), self._enter)

    def _event(self, at: datetime, do: Callable[[datetime], object]) -> Event:
        return at, lambda: do(at)

    def _key(self, what: str) -> str:
        return named(f"written:{self.unit}:{self.told['about']}:{what}")

    def _member(self) -> Membership:
        members = Membership.objects.filter(bloc_season__season=self.season, unit=self.cast.units[self.unit])
        return members.select_related("unit", "bloc_season__season__cluster", "bloc_season__bloc").get()

    def _topic(self, member: Membership) -> Topic:
        names = {one["slug"]: one["name"]["vi"] for one in table("movements")["campaigns"]}
        about, campaign = self.told["about"], names.get(self.told["about"])
        return next(
            one for one in topics_of(member.bloc_season) if one.slug == about or (campaign and one.name == campaign)
        )

    def _report(self) -> WrittenReport:
        member = self._member()
        return written_of(member, self._topic(member))

    def _person(self, kind: PostKind, at: datetime) -> Actor:
        code = next(row["code"] for row in rows("people") if row["unit"] == self.unit and row["kind"] == kind)
        return self.cast.actor(code, local_day(at))

    def _save(self, at: datetime) -> object:
        member = self._member()
        by = self._person(PostKind.OFFICER, at)
        return acts.save_written(
            member, self._topic(member), texts=self.told["texts"], seen_version=0, by=by, at=at, key=self._key("save")
        )

    def _submit(self, at: datetime) -> object:
        report, by = self._report(), self._person(PostKind.OFFICER, at)
        member = report.membership
        fields = unit_fields(member, self._topic(member), on=local_day(at))
        return acts.submit_written(
            report, filled=fields, seen_version=report.version, by=by, at=at, key=self._key("submit")
        )

    def _sign(self, at: datetime) -> object:
        """And the office's number at once."""
        leader, officer = self._person(PostKind.LEADER, at), self._person(PostKind.OFFICER, at)
        [signed] = acts.sign_written([self._report()], by=leader, at=at, key=self._key("sign"))
        return acts.number_written(
            signed, number=self.told["number"], dated_on=day(self.told["date"]), by=officer, at=at,
            key=self._key("number"),
        )  # fmt: skip

    def _enter(self, at: datetime) -> object:
        member = self._member()
        topic, secretary = self._topic(member), table("season")["roles"]["secretariat"][0]
        leader = next(row for row in rows("people") if row["unit"] == self.unit and row["kind"] == PostKind.LEADER)
        title, signer = topic.kind.name.vi, self.cast.people[leader["code"]].full_name
        paper = SourcePaper(title, self.told["number"], day(self.told["date"]), signer, leader["post"])
        return acts.enter_written_on_behalf(
            member, topic, texts=self.told["texts"], filled=unit_fields(member, topic, on=local_day(at)), paper=paper,
            by=self.cast.actor(secretary, local_day(at)), at=at, key=self._key("on_behalf"),
        )  # fmt: skip
