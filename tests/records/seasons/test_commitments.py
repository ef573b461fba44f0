from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.factories.seasons import (
    A_PAPER,
    NOON,
    a_key,
    a_pact_open_for_signing,
    a_season_registering,
    figures_for,
)
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf, Notice
from thidua.records.journal.queries import events_about, first_faulty_line
from thidua.records.seasons.actions.commitments import (
    Decided,
    assign_targets,
    correct_commitments,
    enter_commitments_on_behalf,
    return_commitments,
    save_commitments,
    sign_commitments,
    submit_commitments,
    take_back_commitments,
)
from thidua.records.seasons.actions.pacts import open_signing, reopen_text, write_pact

pytestmark = pytest.mark.both


def saved(world, place=1, registered=95):
    sheet = world.sheet(place)
    return save_commitments(
        sheet,
        figures=figures_for(sheet, registered),
        seen_version=sheet.version,
        by=world.officers[place],
        at=NOON,
        key=a_key(),
    )


def submitted(world, place=1):
    sheet = saved(world, place)
    return submit_commitments(sheet, seen_version=sheet.version, by=world.officers[place], at=NOON, key=a_key())


def test_an_officer_submits_and_the_leader_signs(db):
    world = a_season_registering()
    sheet = submitted(world)
    [signed] = sign_commitments([sheet], by=world.leaders[1], at=NOON, key=a_key())
    assert signed.handing is Handing.SIGNED
    assert signed.signed_by["name"] == world.leaders[1].name
    assert events_about(signed) == ["commitments.saved", "commitments.submitted", "commitments.signed"]
    assert first_faulty_line() is None


def test_an_officer_cannot_sign_and_a_stranger_learns_nothing(db):
    world = a_season_registering()
    sheet = submitted(world)
    with pytest.raises(NotPossible) as refused:
        sign_commitments([sheet], by=world.officers[1], at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "rights.not_yours"
    with pytest.raises(Unknown):
        sign_commitments([sheet], by=world.outsider, at=NOON, key=a_key())


def test_a_figure_below_the_assigned_one_is_refused_naming_the_decision(db):
    world = a_season_registering()
    line = world.sheet(1).lines.get(indicator__code="ty-le")
    decided = Decided("Quyết định giao chỉ tiêu", "2167/QĐ-BTP", date(2015, 12, 9))
    assign_targets(world.sheet(1), targets={line.pk: (Fraction(96), decided)}, by=world.secretary, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        saved(world, registered=95)
    [sentence] = refused.value.sentences
    assert sentence.key == "commitments.below_assigned"
    assert sentence.values["decision"] == "2167/QĐ-BTP Quyết định giao chỉ tiêu"
    assert saved(world, registered=96).lines.get(pk=line.pk).registered == 96


def test_the_second_saver_is_told_and_overwrites_nothing(db):
    world = a_season_registering()
    first = saved(world, registered=95)
    with pytest.raises(NotPossible) as refused:
        save_commitments(
            first, figures=figures_for(first, 99), seen_version=1, by=world.leaders[1], at=NOON, key=a_key()
        )
    assert refused.value.sentences[0].key == "shared.changed_since"
    assert first.lines.get(indicator__code="ty-le").registered == 95


def test_a_sheet_with_an_empty_line_is_not_submitted(db):
    world = a_season_registering()
    with pytest.raises(NotPossible) as refused:
        submit_commitments(world.sheet(1), seen_version=1, by=world.officers[1], at=NOON, key=a_key())
    assert [sentence.key for sentence in refused.value] == ["commitments.no_figure"] * 2


def test_the_officer_takes_a_submitted_sheet_back_and_the_leader_signs_only_what_was_read(db):
    world = a_season_registering()
    as_read = submitted(world)
    back = take_back_commitments(as_read, by=world.officers[1], at=NOON, key=a_key())
    assert (back.handing, back.submitted_at, back.submitted_by) == (Handing.DRAFT, None, None)
    saved(world, registered=91)
    newer = submitted(world)
    with pytest.raises(NotPossible) as refused:
        sign_commitments([as_read], by=world.leaders[1], at=NOON, key=a_key())
    assert [sentence.key for sentence in refused.value] == ["handing.changed_since"]
    sign_commitments([newer], by=world.leaders[1], at=NOON, key=a_key())
    assert "commitments.taken_back" in events_about(newer)
    with pytest.raises(NotPossible) as refused:
        take_back_commitments(newer, by=world.officers[1], at=NOON, key=a_key())
    assert [sentence.key for sentence in refused.value] == ["handing.not_take_back"]


def test_only_the_unit_takes_its_sheet_back(db):
    world = a_season_registering()
    sheet = submitted(world)
    for other in (world.secretary, world.officers[2]):
        with pytest.raises(NotPossible) as refused:
            take_back_commitments(sheet, by=other, at=NOON, key=a_key())
        assert [sentence.key for sentence in refused.value] == ["rights.not_yours"]
    with pytest.raises(Unknown):
        take_back_commitments(sheet, by=world.outsider, at=NOON, key=a_key())


def test_two_units_decisions_of_one_number_and_day_are_two_papers(db):
    world = a_season_registering()
    decided = Decided("Quyết định giao chỉ tiêu", "27/QĐ-UBND", date(2016, 1, 6))
    for place in (1, 2):
        line = world.sheet(place).lines.get(indicator__code="ty-le")
        targets = {line.pk: (Fraction(96), decided)}
        assign_targets(world.sheet(place), targets=targets, by=world.secretary, at=NOON, key=a_key())
    first, second = (world.sheet(place).lines.get(indicator__code="ty-le").assigned_by for place in (1, 2))
    assert first != second
    assert (first.unit, second.unit) == (world.units[1], world.units[2])


def test_a_leader_returns_with_a_remark_and_the_officer_submits_again(db):
    world = a_season_registering()
    sheet = submitted(world)
    with pytest.raises(NotPossible):
        return_commitments(sheet, remark=" ", by=world.leaders[1], at=NOON, key=a_key())
    back = return_commitments(sheet, remark="Thiếu lý do", by=world.leaders[1], at=NOON, key=a_key())
    assert (back.handing, back.remark) == (Handing.RETURNED, "Thiếu lý do")
    again = submit_commitments(back, seen_version=back.version, by=world.officers[1], at=NOON, key=a_key())
    assert (again.handing, again.remark) == (Handing.SUBMITTED, "")


def test_a_signed_sheet_is_opened_again_before_it_changes(db):
    world = a_season_registering()
    sign_commitments([submitted(world)], by=world.leaders[1], at=NOON, key=a_key())
    with pytest.raises(NotPossible):
        saved(world)
    correct_commitments(world.sheet(1), by=world.officers[1], at=NOON, key=a_key())
    assert saved(world).handing is Handing.DRAFT


def test_a_signed_sheet_stays_as_it_is_once_the_pacts_text_is_fixed(db):
    world = a_pact_open_for_signing()
    with pytest.raises(NotPossible) as refused:
        correct_commitments(world.sheet(1), by=world.officers[1], at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "commitments.text_is_fixed"
    reopen_text(world.pact(), reason="Sai số liệu", by=world.secretary, at=NOON, key=a_key())
    correct_commitments(world.sheet(1), by=world.officers[1], at=NOON, key=a_key())
    assert world.sheet(1).handing is Handing.DRAFT


def test_a_sheet_that_does_not_stand_in_the_fixed_text_is_not_signed_until_the_text_is_opened_again(db):
    world = a_season_registering()
    sheet = submitted(world)
    pact = write_pact(world.bloc, preamble="G", place="", seen_version=1, by=world.secretary, at=NOON, key=a_key())
    open_signing(pact, by=world.secretary, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        sign_commitments([sheet], by=world.leaders[1], at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "commitments.text_is_open"
    other = world.sheet(2)
    with pytest.raises(NotPossible) as refused:
        enter_commitments_on_behalf(
            other, figures=figures_for(other), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
        )
    assert refused.value.sentences[0].key == "commitments.text_is_open"
    reopen_text(pact, reason="Thiếu hai đơn vị", by=world.secretary, at=NOON, key=a_key())
    [signed] = sign_commitments([sheet], by=world.leaders[1], at=NOON, key=a_key())
    assert signed.handing is Handing.SIGNED


def test_an_entry_on_behalf_counts_as_signed_by_the_leader_named_on_the_paper_and_the_unit_is_told(db):
    world = a_season_registering()
    sheet = world.sheet(2)
    entered = enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )
    assert entered.handing is Handing.SIGNED
    assert entered.signed_by == {"name": "Nguyễn Thị Thắm", "title": "Giám đốc"}
    assert EntryOnBehalf.objects.get(subject=entered.token).number == "12/STP-VP"
    assert Notice.objects.get(unit=world.units[2]).key == "notice.entered_on_behalf"


def test_nothing_is_entered_from_a_paper_of_a_later_day(db):
    world = a_season_registering(members=1)
    sheet, later = world.sheet(0), replace(A_PAPER, dated_on=date(2016, 3, 5))
    with pytest.raises(NotPossible) as refused:
        enter_commitments_on_behalf(
            sheet, figures=figures_for(sheet), paper=later, by=world.secretary, at=NOON, key=a_key()
        )
    assert [sentence.key for sentence in refused.value] == ["entry.paper_from_later"]
    sheet.refresh_from_db()
    assert sheet.handing is Handing.DRAFT


def test_many_sheets_are_signed_all_or_none(db):
    world = a_season_registering()
    mine, theirs = submitted(world, 1), submitted(world, 2)
    with pytest.raises(NotPossible):
        sign_commitments([mine, theirs], by=world.leaders[1], at=NOON, key=a_key())
    assert world.sheet(1).handing is Handing.SUBMITTED
