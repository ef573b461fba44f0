"""A paper of a season, brought as far as a test needs, by the ordinary acts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.factories.seasons import NOON, TODAY, World, a_key
from thidua.core.workflow.papers import Under
from thidua.core.workflow.signatures import Capacity
from thidua.documents.official.filling import fields_of
from thidua.records.conduct.actions import (
    draft_paper,
    issue_paper,
    keep_allowed_letterhead,
    keep_letterhead,
    sign_paper,
    submit_paper,
)
from thidua.records.conduct.actions.papers import Issued
from thidua.records.files.models import StoredFile
from thidua.records.papers.models import AllowedLetterhead, Letterhead, OfficialPaper
from thidua.records.papers.steps import Shown
from thidua.records.papers.steps.official import Head
from thidua.records.seasons.actions.campaigns import draft_campaign, launch_campaign
from thidua.records.seasons.campaign_told import CampaignTold, GoalTold
from thidua.records.seasons.models import Campaign
from thidua.records.seasons.queries.roles import head_of

PLAN = "ke-hoach"
HEAD = Head("Ủy ban nhân dân tỉnh Quảng Ninh", "Sở Tư pháp", "STP", "Quảng Ninh", False)


def a_letterhead(world: World, **other: Any) -> Letterhead:
    head = Head(**(vars(HEAD) | other))
    return keep_letterhead(world.season, head=head, seen_version=0, by=world.secretary, at=NOON, key=a_key())


def a_cluster_letterhead(world: World, **other: Any) -> AllowedLetterhead:
    head = Head("Bộ Tư pháp", "Khu vực thi đua Đồng bằng Bắc bộ", "KV", "Quảng Ninh", False)
    return _allowed(world, Under.CLUSTER, head, other)


def an_agencys_letterhead(world: World, **other: Any) -> AllowedLetterhead:
    head = Head("", "Ủy ban nhân dân tỉnh Quảng Ninh", "UBND", "Quảng Ninh", False, chief="Chủ tịch")
    return _allowed(world, Under.AGENCY, head, other)


def _allowed(world: World, under: Under, head: Head, other: Mapping[str, Any]) -> AllowedLetterhead:
    given = {"allowed_by": "2267/QĐ-BTP", "seen_version": 0, "by": world.secretary, "at": NOON} | dict(other)
    return keep_allowed_letterhead(world.season, under, head=head, key=a_key(), **given)


def the_fields(world: World, code: str = PLAN, subject: Any = None) -> Mapping[str, Any]:
    head = head_of(world.season)
    assert head is not None
    return fields_of(code, world.season, subject or world.season, head=head, on=TODAY)


def a_draft(world: World, code: str = PLAN, subject: Any = None) -> OfficialPaper:
    subject = subject or world.season
    return draft_paper(
        world.season, code=code, subject=subject.public_id, filled=the_fields(world, code, subject),
        by=world.secretary, at=NOON, key=a_key(),
    )  # fmt: skip


def a_submitted(world: World, *about: Any) -> OfficialPaper:
    paper = a_draft(world, *about)
    return submit_paper(paper, seen_version=paper.version, by=world.secretary, at=NOON, key=a_key())


def a_signed(world: World, *about: Any) -> OfficialPaper:
    paper = a_submitted(world, *about)
    return sign_paper(paper, seen_version=paper.version, by=world.head, at=NOON, key=a_key())


def issued_as(number: str, file: StoredFile | None = None, *, of: OfficialPaper | None = None) -> Issued:
    """By who has signed `of` here; in ink by somebody else."""
    signed = (Capacity(of.capacity), of.signer, of.signer_title) if of else None
    return Issued(TODAY, number, *(signed or (Capacity.FOR_BODY, "Vũ Đình Khang", "Trưởng Khu vực")), file)


def an_issued(world: World, *about: Any, number: str = "05/KH-STP", file: StoredFile | None = None) -> OfficialPaper:
    paper = a_signed(world, *about)
    return issue_paper(
        paper,
        issued=issued_as(number, file, of=paper),
        seen_version=paper.version,
        by=world.secretary,
        at=NOON,
        key=a_key(),
    )


def a_campaign(world: World) -> Campaign:
    told = CampaignTold("peak", "Cao điểm", TODAY, date(2016, 6, 30), method="Làm dứt điểm", goals=(GoalTold("Đủ"),))
    one = draft_campaign(world.season, told=told, by=world.secretary, at=NOON, key=a_key())
    shown = Shown("Kế hoạch", "12/KH", TODAY)
    return launch_campaign(one, shown=shown, by=world.secretary, at=NOON, key=a_key())
