"""A unit's report in words, brought as far as a test needs, by the ordinary acts."""

from datetime import date, datetime
from typing import Any

from tests.factories.results import JULY
from tests.factories.seasons import World, a_key
from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.documents.reports.unit_paper import unit_fields
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.files.models import StoredFile
from thidua.records.results.actions.written import enter_written_on_behalf, save_written, sign_written, submit_written
from thidua.records.results.models import WrittenReport
from thidua.records.results.queries.written import topic_at
from thidua.records.results.topics import Topic
from thidua.records.seasons.models import Membership

HALF_YEAR = "quy-2"
A_WRITTEN_PAPER = SourcePaper("Báo cáo sơ kết", "66/BC-STP", date(2016, 7, 4), "Nguyễn Thị Thắm", "Giám đốc")


def the_member(world: World, place: int = 1) -> Membership:
    members = Membership.objects.filter(bloc_season=world.bloc, unit=world.units[place])
    return members.select_related("unit", "bloc_season__season__cluster", "bloc_season__bloc").get()


def the_topic(world: World, slug: str = HALF_YEAR) -> Topic:
    return topic_at(the_member(world).bloc_season, slug)


def texts_for(topic: Topic, **other: list[str]) -> dict[str, list[str]]:
    """Words under every heading; `other` by the field's name."""
    return {field.name: [f"Phần {field.label.vi}"] for field in topic.kind.typed} | other


def a_written(
    world: World, place: int = 1, slug: str = HALF_YEAR, *, by: Actor | None = None, at: datetime = JULY,
    version: int = 0, **other: list[str],
) -> WrittenReport:  # fmt: skip
    topic = the_topic(world, slug)
    return save_written(
        the_member(world, place), topic, texts=texts_for(topic, **other), seen_version=version,
        by=by or world.officers[place], at=at, key=a_key(),
    )  # fmt: skip


def a_submitted_written(
    world: World, place: int = 1, slug: str = HALF_YEAR, at: datetime = JULY, **other: list[str]
) -> WrittenReport:
    report = a_written(world, place, slug, at=at, **other)
    return submit_written(
        report, filled=the_fields(world, place, slug, at), seen_version=report.version, by=world.officers[place], at=at,
        key=a_key(),
    )  # fmt: skip


def a_signed_written(
    world: World, place: int = 1, slug: str = HALF_YEAR, at: datetime = JULY, **other: list[str]
) -> WrittenReport:
    report = a_submitted_written(world, place, slug, at, **other)
    [signed] = sign_written([report], by=world.leaders[place], at=at, key=a_key())
    return signed


def a_written_on_behalf(
    world: World, place: int = 2, slug: str = HALF_YEAR, file: StoredFile | None = None, **texts: list[str]
) -> WrittenReport:
    paper = SourcePaper(**(vars(A_WRITTEN_PAPER) | {"file": file}))
    return enter_written_on_behalf(
        the_member(world, place), the_topic(world, slug), texts=texts or {"chi_dao": ["Đã triển khai"]},
        filled=the_fields(world, place, slug), paper=paper, by=world.secretary, at=JULY, key=a_key(),
    )  # fmt: skip


def the_fields(world: World, place: int = 1, slug: str = HALF_YEAR, at: datetime = JULY) -> dict[str, Any]:
    return unit_fields(the_member(world, place), the_topic(world, slug), on=local_day(at))
