"""A unit's report in words as a paper: its fields, live until it is submitted, and who signs it."""

from datetime import date
from typing import Any

from django.utils.translation import override

from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.core.workflow.signatures import Capacity
from thidua.documents.official.values import frame_of
from thidua.documents.reports.said import fields_by
from thidua.documents.reports.unit_facts import UnitFacts
from thidua.documents.reports.unit_parts import PARTS
from thidua.records.accounts.queries import Capacity as SignedAs
from thidua.records.directory.models import Post
from thidua.records.directory.queries import leader_of
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import letterhead_of
from thidua.records.results.models import WrittenReport
from thidua.records.results.topics import Topic
from thidua.records.seasons.models import Membership

SIGNED_AS = {
    SignedAs.LEADER: Capacity.BY_POST,
    SignedAs.SIGNING_FOR: Capacity.FOR_CHIEF,
    SignedAs.BY_LETTER: Capacity.BY_LETTER,
}


def unit_fields(member: Membership, topic: Topic, *, on: date) -> dict[str, Any]:
    """Every field that the records fill, with letterhead and sources; data, so in Vietnamese."""
    unit, leader = member.unit, leader_of(member.unit, on=on)
    frame = frame_of(member.bloc_season.season, letterhead_of(unit), chief=leader.title if leader else "")
    with override("vi"):
        return frame | fields_by(PARTS, topic.kind, UnitFacts(member, topic, on))


def paper_of(report: WrittenReport, topic: Topic, *, on: date) -> OfficialPaper:
    """The report as papers are shown and set, kept nowhere; with the figures of today while it is being written."""
    is_open = report.handing in OPEN_FOR_ENTRY
    filled = unit_fields(report.membership, topic, on=on) if is_open else report.filled
    capacity, signer, title = _signature(report, leader_of(report.membership.unit, on=on))
    return OfficialPaper(
        code=topic.kind.code, filled=filled, typed=report.typed, capacity=capacity.value, signer=signer,
        signer_title=title, number=report.number, dated_on=report.dated_on,
    )  # fmt: skip


def _signature(report: WrittenReport, leader: Post | None) -> tuple[Capacity, str, str]:
    """Who has signed; before, the leader who shall."""
    if (signed := report.signed_by) and report.handing is Handing.SIGNED:
        return SIGNED_AS[signed.get("capacity", SignedAs.LEADER)], signed["name"], signed["title"]
    if leader is None:
        return Capacity.BY_POST, "", ""
    return Capacity.BY_POST, leader.person.full_name, leader.title
