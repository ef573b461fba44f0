"""Reports in words: typed by the officer, submitted with figures that stand still, signed, opened again, entered."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.factories.results import JULY, a_season_of_results, a_signed_report
from tests.factories.seasons import World, a_key
from tests.factories.written import (
    A_WRITTEN_PAPER,
    HALF_YEAR,
    a_signed_written,
    a_submitted_written,
    a_written,
    a_written_on_behalf,
    texts_for,
    the_fields,
    the_member,
    the_topic,
)
from thidua.core.answer import NotPossible
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.journal.queries import events_about
from thidua.records.results.access.written import reads_text
from thidua.records.results.actions.written import (
    enter_written_on_behalf,
    number_written,
    reopen_written,
    return_written,
    save_written,
    sign_written,
    submit_written,
    take_back_written,
)
from thidua.records.results.models import WrittenReport
from thidua.records.results.queries.written import topics_of
from thidua.records.results.topics import under_its_outline

pytestmark = [pytest.mark.django_db, pytest.mark.both]
TODAY = date(2016, 7, 5)


@pytest.fixture
def world() -> World:
    return a_season_of_results()


def refusals(act) -> list[str]:
    with pytest.raises(NotPossible) as refused:
        act()
    return [sentence.key for sentence in refused.value]


def test_every_period_has_its_report_and_the_half_year_tells_since_the_year_began(world):
    found = topics_of(the_member(world).bloc_season)
    assert [(topic.slug, topic.kind.code, topic.is_asked_for) for topic in found] == [
        ("quy-1", "quy", False), ("quy-2", "so-ket", True), ("quy-3", "quy", False), ("quy-4", "tong-ket", True),
    ]  # fmt: skip
    assert (found[1].from_on, found[1].until_on, found[1].due_on) == (
        date(2016, 1, 1), date(2016, 6, 30), date(2016, 7, 8),
    )  # fmt: skip


def test_the_officer_submits_and_the_leader_signs(world):
    report = a_signed_written(world)
    assert (report.handing, report.handed_in_on) == (Handing.SIGNED, TODAY)
    assert report.signed_by["title"] == "Giám đốc"
    assert events_about(report) == ["written.saved", "written.submitted", "written.signed"]


def test_figures_stand_still_from_the_day_on_which_it_is_submitted(world):
    report = a_submitted_written(world)
    a_signed_report(world, period=HALF_YEAR, at=JULY)
    report.refresh_from_db()
    assert [row["thuc_hien"] for row in report.filled["chi_tieu"][:2]] == ["chưa có", "chưa có"]
    assert the_fields(world)["chi_tieu"][0]["thuc_hien"] == "97,5"


def test_a_report_has_the_outline_of_its_occasion_until_it_leaves_the_officer(world):
    a_written(world)
    sent = a_signed_written(world, 2)
    world.bloc.periods.filter(slug="quy-2").update(until_on=date(2016, 5, 1))
    world.bloc.periods.filter(slug="quy-3").update(until_on=date(2016, 7, 4))
    assert the_topic(world).kind.code == "quy"
    assert a_written(world, version=1).code == "quy"
    assert under_its_outline(sent, the_topic(world)).kind.code == "so-ket"


def test_a_second_saver_is_told(world):
    a_written(world)
    assert refusals(lambda: a_written(world, by=world.leaders[1])) == ["shared.changed_since"]
    assert a_written(world, version=1).version == 2


def test_headings_without_words_are_named_when_it_is_submitted(world):
    report = a_written(world, ton_tai=[], khen_thuong=[])

    def submit() -> object:
        return submit_written(report, filled={}, seen_version=1, by=world.officers[1], at=JULY, key=a_key())

    with pytest.raises(NotPossible) as refused:
        submit()
    [sentence] = refused.value
    assert sentence.key == "written.nothing_said"
    assert [name.vi for name in sentence.values["headings"]] == ["Khen thưởng", "Hạn chế, nguyên nhân"]


def test_nobody_submits_before_the_last_fortnight(world):
    early = datetime(2016, 6, 15, 3, tzinfo=UTC)
    report = a_written(world, at=early)
    told = {"filled": {}, "seen_version": 1, "by": world.officers[1]}
    assert refusals(lambda: submit_written(report, at=early, key=a_key(), **told)) == ["written.too_early"]
    later = datetime(2016, 6, 16, 3, tzinfo=UTC)
    assert submit_written(report, at=later, key=a_key(), **told).handing is Handing.SUBMITTED


def test_what_is_submitted_can_be_taken_back_or_returned_and_not_typed_in(world):
    report = a_submitted_written(world)
    assert refusals(lambda: a_written(world, version=report.version)) == ["handing.not_open"]
    returned = return_written(report, remark="Thiếu số liệu", by=world.leaders[1], at=JULY, key=a_key())
    assert (returned.handing, returned.remark) == (Handing.RETURNED, "Thiếu số liệu")
    other = a_submitted_written(world, 2)
    assert take_back_written(other, by=world.officers[2], at=JULY, key=a_key()).handing is Handing.DRAFT


def test_who_signs_has_seen_the_text_that_is_signed(world):
    seen = a_submitted_written(world)
    report = take_back_written(seen, by=world.officers[1], at=JULY, key=a_key())
    report = a_written(world, version=report.version, ton_tai=["Khác hẳn"])
    submit_written(
        report, filled=the_fields(world), seen_version=report.version, by=world.officers[1], at=JULY, key=a_key()
    )
    assert refusals(lambda: sign_written([seen], by=world.leaders[1], at=JULY, key=a_key())) == [
        "handing.changed_since"
    ]


def test_a_signed_report_is_numbered_and_opened_again_with_a_reason(world):
    report = a_signed_written(world)
    told = {"by": world.officers[1], "at": JULY}
    numbered = number_written(report, number="101/BC-STP", dated_on=TODAY, key=a_key(), **told)
    assert (numbered.number, numbered.dated_on) == ("101/BC-STP", TODAY)
    assert refusals(lambda: reopen_written(report, reason=" ", key=a_key(), **told)) == ["written.needs_reason"]
    opened = reopen_written(report, reason="Sai số liệu", key=a_key(), **told)
    assert (opened.handing, opened.number, opened.handed_in_on) == (Handing.DRAFT, "", TODAY)
    assert refusals(lambda: number_written(opened, number="1/BC", dated_on=TODAY, key=a_key(), **told)) == [
        "written.not_signed"
    ]


def test_a_day_to_come_is_no_day_of_a_paper(world):
    report = a_signed_written(world)
    tomorrow = date(2016, 7, 6)
    assert refusals(
        lambda: number_written(report, number="1/BC", dated_on=tomorrow, by=world.officers[1], at=JULY, key=a_key())
    ) == ["paper.from_later"]


def test_the_secretariat_enters_from_the_units_paper(world):
    report = a_written_on_behalf(world)
    assert (report.handing, report.number, report.handed_in_on) == (Handing.SIGNED, "66/BC-STP", date(2016, 7, 4))
    assert report.signed_by["name"] == "Nguyễn Thị Thắm"
    assert entry_on_behalf_of(report) is not None
    assert refusals(lambda: reopen_written(report, reason="Sai", by=world.officers[2], at=JULY, key=a_key())) == [
        "written.entered_from_paper"
    ]


def test_nothing_is_entered_before_it_may_be_submitted(world):
    told = {"filled": {}, "by": world.secretary, "at": datetime(2016, 6, 15, 3, tzinfo=UTC)}
    paper = replace(A_WRITTEN_PAPER, dated_on=date(2016, 6, 14))
    member, topic = the_member(world), the_topic(world)
    assert refusals(
        lambda: enter_written_on_behalf(member, topic, texts=texts_for(topic), paper=paper, key=a_key(), **told)
    ) == ["written.too_early"]


def test_nothing_is_entered_over_what_the_unit_writes_nor_without_words_nor_from_a_paper_to_come(world):
    a_written(world, 2)
    assert refusals(lambda: a_written_on_behalf(world)) == ["written.unit_is_writing"]
    told = {"filled": {}, "by": world.secretary, "at": JULY}
    member, topic = the_member(world), the_topic(world)
    assert refusals(
        lambda: enter_written_on_behalf(member, topic, texts={}, paper=A_WRITTEN_PAPER, key=a_key(), **told)
    ) == ["written.nothing_entered"]
    later = replace(A_WRITTEN_PAPER, dated_on=date(2016, 7, 6))
    texts = texts_for(topic)
    assert refusals(lambda: enter_written_on_behalf(member, topic, texts=texts, paper=later, key=a_key(), **told)) == [
        "entry.paper_from_later"
    ]


def test_a_draft_is_read_by_the_unit_alone_and_what_is_signed_by_who_leads_the_season_too(world):
    draft, signed = a_written(world), a_signed_written(world, 2)

    def readers(report: WrittenReport, *actors) -> list[bool]:
        return [reads_text(actor, report, on=TODAY) for actor in actors]

    assert readers(draft, world.officers[1], world.leaders[1], world.secretary, world.head, world.officers[2]) == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert readers(signed, world.officers[2], world.secretary, world.head, world.officers[1], world.outsider) == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_only_the_unit_writes_and_only_its_leader_signs(world):
    assert refusals(lambda: a_written(world, by=world.officers[2])) == ["rights.not_yours"]
    report = a_submitted_written(world)
    assert refusals(lambda: sign_written([report], by=world.officers[1], at=JULY, key=a_key())) == ["rights.not_yours"]


def test_texts_under_headings_that_the_outline_has_not_are_left_out(world):
    topic = the_topic(world)
    report = save_written(
        the_member(world), topic, texts={"chi_dao": ["A"], "khac": ["B"]}, seen_version=0, by=world.officers[1],
        at=JULY, key=a_key(),
    )  # fmt: skip
    assert report.typed == {"chi_dao": ["A"]}
