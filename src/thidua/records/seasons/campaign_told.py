"""A campaign as it was typed: plain values, before any row exists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.records.directory.models import Unit
from thidua.records.seasons.models import BlocSeason, Campaign, Guidance, Indicator, KeyContent, Movement


@dataclass(frozen=True)
class GoalTold:
    text: str
    indicator: Indicator | None = None


@dataclass(frozen=True)
class CampaignTold:
    """`bloc` None: for all blocs, or a unit's own; `above` a paper received, else `above_told` names one in words."""

    kind: str
    name: str
    starts_on: date
    ends_on: date
    bloc: BlocSeason | None = None
    movement: Movement | None = None
    run_by_youth: bool = False
    contents: Sequence[KeyContent] = ()
    audience: str = Campaign.Audience.ALL.value
    audience_note: str = ""
    span: str = Campaign.Span.SHORT.value
    scope: str = ""
    method: str = ""
    above: Guidance | None = None
    above_told: str = ""
    proposes: Sequence[str] = ()
    decider: Unit | None = None
    fund: str = ""
    waves: Sequence[date] = ()
    goals: Sequence[GoalTold] = ()

    @classmethod
    def of(cls, kept: Campaign) -> "CampaignTold":
        """The campaign as it stands."""
        return cls(
            kind=kept.kind,
            name=kept.name,
            starts_on=kept.starts_on,
            ends_on=kept.ends_on,
            bloc=kept.bloc_season,
            movement=kept.movement,
            run_by_youth=kept.run_by_youth,
            contents=tuple(kept.contents.all()),
            audience=kept.audience,
            audience_note=kept.audience_note,
            span=kept.span,
            scope=kept.scope,
            method=kept.method,
            above=kept.above,
            above_told=kept.above_told,
            proposes=tuple(kept.proposes),
            decider=kept.decider,
            fund=kept.fund,
            waves=tuple(date.fromisoformat(day) for day in kept.waves),
            goals=tuple(GoalTold(goal.text, goal.indicator) for goal in kept.goals.select_related("indicator")),
        )

    def written(self) -> dict[str, Any]:
        """As the journal keeps it."""
        return {
            "kind": self.kind,
            "name": self.name,
            "days": [self.starts_on.isoformat(), self.ends_on.isoformat()],
            "bloc": self.bloc.bloc.name if self.bloc else "",
            "movement": self.movement.name if self.movement else "",
            "run_by_youth": self.run_by_youth,
            "contents": [one.number for one in self.contents],
            "audience": [self.audience, self.audience_note],
            "span": self.span,
            "scope": self.scope,
            "method": self.method,
            "above": str(self.above.number) if self.above else self.above_told,
            "proposes": list(self.proposes),
            "decider": self.decider.code if self.decider else "",
            "fund": self.fund,
            "waves": [day.isoformat() for day in self.waves],
            "goals": [[one.text, one.indicator.code if one.indicator else ""] for one in self.goals],
        }
