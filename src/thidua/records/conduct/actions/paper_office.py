"""Acts on what stands behind a season's papers: the letterhead of the head's unit, those that the cluster may use
beside it, templates that it has changed."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.workflow.papers import Under
from thidua.records.conduct.official import kind_named, unit_kind_named
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.models import AdoptedTemplate, AllowedLetterhead, Letterhead
from thidua.records.papers.steps.official import (
    Head,
    adopt,
    letterhead_told,
    write_allowed_letterhead,
    write_letterhead,
)
from thidua.records.seasons import access
from thidua.records.seasons.models import Cluster, Membership, Season
from thidua.records.seasons.queries.roles import head_of


@act
def keep_letterhead(season: Season, *, head: Head, seen_version: int, by: Actor, at: datetime, key: str) -> Letterhead:
    """How papers of the head's unit begin and who counts them.

    Raises NotPossible while nobody heads the season, or if someone has saved since.
    """
    require(access.may(by, "papers.keep", season=season, on=local_day(at)))
    if (held := head_of(season)) is None:
        raise refuse("paper.needs_head")
    row = write_letterhead(held.unit, head, seen_version=seen_version)
    record("paper.letterhead_kept", by=by, at=at, subjects=[row, held.unit, season], body=letterhead_told(row))
    return row


@act
def keep_allowed_letterhead(
    season: Season, under: Under, *, head: Head, allowed_by: str, seen_version: int, by: Actor, at: datetime, key: str
) -> AllowedLetterhead:
    """How papers begin that go out in the name of the cluster, or of the agency above, by leave of the authority.

    Raises NotPossible without the paper that allows it, or if someone has saved since.
    """
    require(access.may(by, "papers.keep", season=season, on=local_day(at)))
    cluster = season.cluster
    row = write_allowed_letterhead(cluster.public_id, under, head, allowed_by=allowed_by, seen_version=seen_version)
    body = {"over": row.over, "agency": row.agency, "symbol": row.symbol, "allowed_by": row.allowed_by}
    record(f"paper.{under}_letterhead_kept", by=by, at=at, subjects=[row, cluster, season], body=body)
    return row


@act
def adopt_template(
    season: Season, *, code: str, file: StoredFile | None, by: Actor, at: datetime, key: str
) -> AdoptedTemplate:
    """The cluster's Word template of a paper from now on; None brings back the program's own.

    The file has been read by documents/official/templates.py and holds known fields alone.
    """
    require(access.may(by, "papers.keep", season=season, on=local_day(at)))
    kind, cluster = kind_named(code), Cluster.objects.select_for_update().get(pk=season.cluster_id)
    row = adopt(cluster.public_id, kind.code, file, by=by.as_written(), at=at)
    body = {"paper": code, "file": file.sha256 if file else ""}
    record("paper.template_adopted", by=by, at=at, subjects=[row, season], body=body)
    return row


@act
def adopt_unit_template(
    member: Membership, *, code: str, file: StoredFile | None, by: Actor, at: datetime, key: str
) -> AdoptedTemplate:
    """A unit's own Word template of a paper or report that it makes itself; None brings back what it had before."""
    bloc = member.bloc_season
    require(access.may(by, "unit_papers.keep", season=bloc.season, bloc=bloc, unit=member.unit, on=local_day(at)))
    kind, unit = unit_kind_named(code), Unit.objects.select_for_update().get(pk=member.unit_id)
    row = adopt(unit.public_id, kind.code, file, by=by.as_written(), at=at)
    body = {"paper": code, "file": file.sha256 if file else ""}
    record("paper.unit_template_adopted", by=by, at=at, subjects=[row, unit], body=body)
    return row
