"""Acts on guidance received: entered, mended, withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.texts import composed
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Guidance, GuidanceDay, GuidanceQuota, Season


@dataclass(frozen=True)
class Quota:
    """At most `most` in number, or `percent` of those who could be; one of the two."""

    what: str
    most: int | None = None
    percent: int | None = None


@dataclass(frozen=True)
class Received:
    """A paper as it was typed: its days are (what, due day)."""

    number: str
    dated_on: date
    issuer: str
    title: str
    received_on: date | None = None
    days: Sequence[tuple[str, date]] = ()
    quotas: Sequence[Quota] = ()
    file: StoredFile | None = None

    @classmethod
    def of(cls, kept: Guidance) -> "Received":
        """The paper as it stands."""
        return cls(
            number=kept.number,
            dated_on=kept.dated_on,
            issuer=kept.issuer,
            title=kept.title,
            received_on=kept.received_on,
            days=[(day.what, day.due_on) for day in kept.days.all()],
            quotas=[Quota(one.what, one.most, one.percent) for one in kept.quotas.all()],
            file=kept.file,
        )

    def told(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "dated_on": self.dated_on.isoformat(),
            "issuer": self.issuer,
            "title": self.title,
            "received_on": self.received_on.isoformat() if self.received_on else "",
            "days": [[what, on.isoformat()] for what, on in self.days],
            "quotas": [[one.what, one.most, one.percent] for one in self.quotas],
            "file": self.file.sha256 if self.file else "",
        }


@act
def keep_guidance(season: Season, *, received: Received, by: Actor, at: datetime, key: str) -> Guidance:
    """A paper of the level above is entered; its days stand in the calendar from now on.

    Raises NotPossible if the same number of the same issuer is there, or for a day before the paper's own.
    """
    season = _locked(season, by, at)
    _check(season, received, None)
    kept = Guidance(season=season)
    _write(kept, received)
    record("guidance.kept", by=by, at=at, subjects=[kept, season], body=received.told())
    return kept


@act
def mend_guidance(
    guidance: Guidance, *, received: Received, seen_version: int, by: Actor, at: datetime, key: str
) -> Guidance:
    """What was entered is mended; without a new file the old one stays.

    Raises NotPossible as `keep_guidance`, if someone has saved since, or if it was withdrawn.
    """
    season = _locked(guidance.season, by, at)
    kept = Guidance.objects.select_for_update().get(pk=guidance.pk)
    if kept.withdrawn_at is not None:
        raise refuse("guidance.is_withdrawn", number=kept.number)
    kept.expect(seen_version)
    _check(season, received, kept)
    before = Received.of(kept).told()
    kept.turn()
    _write(kept, received)
    body = {"before": before, "after": Received.of(kept).told()}
    record("guidance.mended", by=by, at=at, subjects=[kept, season], body=body)
    return kept


@act
def withdraw_guidance(guidance: Guidance, *, reason: str, by: Actor, at: datetime, key: str) -> Guidance:
    """It counts no more: replaced by another paper, or entered by mistake. Raises NotPossible without a reason."""
    season = _locked(guidance.season, by, at)
    kept = Guidance.objects.select_for_update().get(pk=guidance.pk)
    if not reason.strip():
        raise refuse("guidance.needs_reason")
    if kept.withdrawn_at is not None:
        raise refuse("guidance.is_withdrawn", number=kept.number)
    kept.withdrawn_at = at
    kept.save(update_fields=["withdrawn_at"])
    record("guidance.withdrawn", by=by, at=at, subjects=[kept, season], body={"reason": composed(reason.strip())})
    return kept


def _locked(season: Season, by: Actor, at: datetime) -> Season:
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "guidance.keep", season=season, on=local_day(at)))
    return season


def _check(season: Season, received: Received, kept: Guidance | None) -> None:
    same = season.guidance.filter(number=received.number, issuer=received.issuer, withdrawn_at=None)
    if (same.exclude(pk=kept.pk) if kept else same).exists():
        raise refuse("guidance.there_already", number=received.number)
    for what, on in received.days:
        if on < received.dated_on:
            raise refuse("guidance.day_before", what=what, on=on, dated_on=received.dated_on)


def _write(kept: Guidance, received: Received) -> None:
    kept.number, kept.dated_on = composed(received.number), received.dated_on
    kept.issuer, kept.title = composed(received.issuer), composed(received.title)
    kept.received_on, kept.file = received.received_on, received.file or kept.file
    kept.save()
    kept.days.all().delete()
    kept.quotas.all().delete()
    GuidanceDay.objects.bulk_create(
        GuidanceDay(guidance=kept, what=composed(what), due_on=on) for what, on in received.days
    )
    GuidanceQuota.objects.bulk_create(
        GuidanceQuota(guidance=kept, what=composed(one.what), most=one.most, percent=one.percent)
        for one in received.quotas
    )
