"""Campaigns launched by their papers and summed up; and those that units run for themselves, from the draft on."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, named, table
from thidua.core.actor import Actor, PostKind
from thidua.records.accounts.queries import actor_as_person
from thidua.records.directory.models import YouthChapter
from thidua.records.directory.queries import in_force
from thidua.records.papers.steps import Shown
from thidua.records.seasons.actions import campaigns as acts
from thidua.records.seasons.campaign_told import CampaignTold, GoalTold
from thidua.records.seasons.models import BlocSeason, Campaign, Membership, Season

Told = dict[str, Any]
BEFORE = timedelta(hours=-1)


def events(cast: Cast, season: Season) -> list[Event]:
    happening: list[Event] = []
    names = {one["slug"]: one["name"]["vi"] for one in table("movements")["campaigns"]}
    for one in table("campaigns")["cluster"]:
        happening += _Run(cast, season, one, names[one["slug"]]).of_cluster()
    for one in table("campaigns")["units"]:
        happening += _Run(cast, season, one, one["name"]).of_unit()
    return happening


class _Run:
    """One campaign of the files, played by whoever acts in it."""

    def __init__(self, cast: Cast, season: Season, told: Told, name: str) -> None:
        self.cast, self.season, self.told, self.name = cast, season, told, name
        self.unit = told.get("unit")

    def of_cluster(self) -> list[Event]:
        """The plan of the year has the rows; what a launch fixes is written an hour before it."""
        written = moment(self.told["launched"]["on"]) + BEFORE
        return [(written, self._amended(written)), *self._launched(), *self._summed_up()]

    def of_unit(self) -> list[Event]:
        drafted = moment(self.told["drafted"])
        happening: list[Event] = [(drafted, self._drafted(drafted))]
        if "submitted" in self.told:
            submitted = moment(self.told["submitted"])
            happening.append((submitted, self._submitted(submitted)))
        return [*happening, *self._launched(), *self._summed_up()]

    def _actor(self, kind: PostKind, at: datetime) -> Actor:
        """Who holds that post in the unit on the day; the secretariat for what the cluster runs."""
        on = local_day(at)
        if self.unit is None:
            return self.cast.actor(table("season")["roles"]["secretariat"][0], on)
        post = self.cast.units[self.unit].posts.filter(in_force(on), kind=kind.value).select_related("person").first()
        assert post is not None
        return actor_as_person(post.person, on=on)

    def _chapter(self) -> YouthChapter | None:
        """The unit's chapter, for what it runs; the unit runs it where the season knows no chapter."""
        if not self.told.get("by_chapter"):
            return None
        return YouthChapter.objects.filter(unit=self.cast.units[str(self.unit)], ended_on=None).first()

    def _row(self) -> Campaign:
        if self.unit:
            return Campaign.objects.get(season=self.season, membership__unit=self.cast.units[self.unit], name=self.name)
        return Campaign.objects.get(season=self.season, membership=None, name=self.name)

    def _key(self, act: str) -> str:
        return named(f"campaign:{act}:{self.unit or ''}:{self.told.get('slug') or self.told['from']}")

    def _fixed(self) -> Told:
        """What the files say beyond name, kind and days."""
        words = ("span", "scope", "method", "audience", "audience_note", "fund")
        return {word: self.told[word] for word in words if word in self.told} | {
            "above": self.season.guidance.get(number=self.told["guidance"]) if "guidance" in self.told else None,
            "above_told": self.told.get("above", ""),
            "proposes": tuple(self.told.get("proposes", ())),
            "decider": self.cast.units[self.told["decider"]] if "decider" in self.told else None,
            "waves": tuple(day(on) for on in self.told.get("waves", ())),
            "goals": tuple(self._goal(one) for one in self.told.get("goals", ())),
        }

    def _goal(self, told: str | Told) -> GoalTold:
        """In words, or as {text, bloc, indicator} for what an indicator measures."""
        if isinstance(told, str):
            return GoalTold(told)
        bloc = BlocSeason.objects.get(season=self.season, bloc__slug=told["bloc"])
        return GoalTold(told["text"], bloc.indicators.get(code=told["indicator"]))

    def _amended(self, at: datetime) -> Callable[[], object]:
        def happens() -> object:
            row = self._row()
            told = CampaignTold(**{**vars(CampaignTold.of(row)), **self._fixed()})
            return acts.amend_campaign(
                row,
                told=told,
                seen_version=row.version,
                by=self._actor(PostKind.OFFICER, at),
                at=at,
                key=self._key("amend"),
            )

        return happens

    def _drafted(self, at: datetime) -> Callable[[], object]:
        def happens() -> object:
            told = CampaignTold(
                self.told["kind"], self.name, day(self.told["from"]), day(self.told["until"]), **self._fixed()
            )
            member = Membership.objects.get(bloc_season__season=self.season, unit=self.cast.units[str(self.unit)])
            return acts.draft_campaign(
                self.season,
                told=told,
                member=member,
                chapter=self._chapter(),
                by=self._actor(PostKind.OFFICER, at),
                at=at,
                key=self._key("draft"),
            )

        return happens

    def _submitted(self, at: datetime) -> Callable[[], object]:
        return lambda: acts.submit_campaign(
            self._row(), by=self._actor(PostKind.OFFICER, at), at=at, key=self._key("submit")
        )  # fmt: skip

    def _launched(self) -> list[Event]:
        if "launched" not in self.told:
            return []
        paper, at = self.told["launched"], moment(self.told["launched"]["on"])
        shown = Shown(paper["title"], paper["number"], day(paper["on"]))

        def happens() -> object:
            return acts.launch_campaign(
                self._row(), shown=shown, by=self._actor(PostKind.LEADER, at), at=at, key=self._key("launch")
            )  # fmt: skip

        return [(at, happens)]

    def _summed_up(self) -> list[Event]:
        if "summed_up" not in self.told:
            return []
        told, at = self.told["summed_up"], moment(self.told["summed_up"]["on"])

        def happens() -> object:
            by = self._actor(PostKind.OFFICER, at)
            return acts.sum_up_campaign(
                self._row(), result=told["result"], reached=told["reached"], shown=None, by=by, at=at,
                key=self._key("sum-up"),
            )  # fmt: skip

        return [(at, happens)]
