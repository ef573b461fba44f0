"""A visit: findings from a phone, minutes signed by both sides, points mended with evidence and closed."""

from datetime import date, timedelta

import pytest

from tests.factories.files import a_png
from tests.factories.inspections import (
    DUE,
    LATER,
    MAY,
    ON_THE_DAY,
    a_finding,
    a_reported_visit,
    a_season_inspected,
    an_agreed_visit,
)
from tests.factories.seasons import a_key
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.inspecting import Outcome, PointState, VisitState
from thidua.records.desk.queries import entry_on_behalf_of, notices_for
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.files.steps import keep_file
from thidua.records.journal.queries import events_about
from thidua.records.papers.steps import Shown
from thidua.records.results.actions.points import (
    answer_point,
    answer_point_on_behalf,
    close_point,
    send_back_point,
)
from thidua.records.results.actions.visits import (
    add_photographs,
    answer_minutes,
    answer_minutes_on_behalf,
    report_visit,
    withdraw_finding,
)
from thidua.records.results.models import Visit
from thidua.records.results.queries.inspections import findings_of, with_figures

pytestmark = [pytest.mark.django_db, pytest.mark.both]

SHOWN = Shown("Báo cáo khắc phục", "45/BC-STP", date(2016, 5, 30))
MENDED_AT = LATER + timedelta(days=20)
A_LETTER = SourcePaper("Báo cáo khắc phục", "45/BC-STP", date(2016, 5, 30), "Nguyễn Thị Thắm", "Giám đốc")
INK = SourcePaper("Biên bản kiểm tra", "01/BB", date(2016, 5, 12), "Nguyễn Thị Thắm", "Giám đốc")


@pytest.fixture
def inspected():
    return a_season_inspected()


def keys(refused):
    return [sentence.key for sentence in refused.value]


def reported(world, visit, by=None, seen=2, conclusion="Đơn vị thực hiện tốt."):
    return report_visit(
        visit, conclusion=conclusion, seen_findings=seen, by=by or world.leaders[1], at=LATER, key=a_key()
    )


def answered(world, point, by=None, text="Đã bổ sung ba biên bản.", shown=SHOWN):
    return answer_point(point, text=text, shown=shown, by=by or world.officers[2], at=MENDED_AT, key=a_key())


def test_a_finding_keeps_its_photograph(inspected):
    world, visit = inspected
    photograph = keep_file(name="anh.png", content=a_png(), at=ON_THE_DAY)
    finding = a_finding(world, visit, files=[photograph])
    add_photographs(
        finding, files=[keep_file(name="so.png", content=a_png(5, 5), at=ON_THE_DAY)], by=world.leaders[1],
        at=ON_THE_DAY, key=a_key(),
    )  # fmt: skip
    [found] = findings_of(visit)
    assert [one.file.name for one in found.files.all()] == ["anh.png", "so.png"]
    assert found.noted_by["name"] == "Cán Bộ Một"


def test_a_finding_sent_twice_because_the_line_dropped_counts_once(inspected):
    world, visit = inspected
    key = a_key()
    first = a_finding(world, visit, key=key)
    assert a_finding(world, visit, key=key, at=LATER) == first
    assert visit.findings.count() == 1


def test_what_is_to_be_mended_needs_a_day_after_the_visit(inspected):
    world, visit = inspected
    for due_on in (None, visit.on):
        with pytest.raises(NotPossible) as refused:
            a_finding(world, visit, outcome=Outcome.MEND, due_on=due_on)
        assert keys(refused) == ["inspection.needs_due_day"]
    assert a_finding(world, visit, outcome=Outcome.MEND).point is PointState.OPEN
    assert a_finding(world, visit, outcome=Outcome.NOTED, due_on=DUE).due_on is None


def test_nobody_but_the_team_notes_and_nobody_before_the_day(inspected):
    world, visit = inspected
    for actor in (world.secretary, world.leaders[2]):
        with pytest.raises(NotPossible) as refused:
            a_finding(world, visit, by=actor)
        assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        a_finding(world, visit, by=world.officers[3])
    with pytest.raises(NotPossible) as refused:
        a_finding(world, visit, at=MAY)
    assert keys(refused) == ["inspection.not_yet"]


def test_minutes_name_the_contents_to_which_nothing_was_said(inspected):
    world, visit = inspected
    a_finding(world, visit)
    with pytest.raises(NotPossible) as refused:
        reported(world, visit, seen=1, conclusion="")
    assert keys(refused) == ["inspection.nothing_said", "inspection.needs_conclusion"]
    assert refused.value.sentences[0].values["content"] == "Minh chứng của kết quả quý I"


def test_only_the_leader_of_the_team_signs_what_the_page_showed(inspected):
    world, visit = inspected
    for content in (0, 1):
        a_finding(world, visit, content)
    with pytest.raises(NotPossible) as refused:
        reported(world, visit, by=world.officers[1])
    assert keys(refused) == ["inspection.only_leader"]
    with pytest.raises(NotPossible) as refused:
        reported(world, visit, seen=1)
    assert keys(refused) == ["inspection.findings_changed"]
    reported(world, visit)
    with pytest.raises(NotPossible) as refused:
        a_finding(world, visit)
    assert keys(refused) == ["inspection.visit_is_reported"]


def test_a_finding_noted_by_mistake_stays_readable_and_does_not_count(inspected):
    world, visit = inspected
    wrong = a_finding(world, visit, 1, Outcome.MEND)
    withdraw_finding(wrong, by=world.officers[1], at=ON_THE_DAY, key=a_key())
    figures = with_figures(Visit.objects.filter(pk=visit.pk), on=LATER.date()).get()
    assert (figures.mend, figures.still_open, len(findings_of(visit))) == (0, 0, 1)
    with pytest.raises(NotPossible) as refused:
        withdraw_finding(wrong, by=world.officers[1], at=ON_THE_DAY, key=a_key())
    assert keys(refused) == ["inspection.withdrawn_already"]


def test_the_unit_signs_or_says_why_not(inspected):
    world, visit = inspected
    a_reported_visit(world, visit)
    assert notices_for(world.leaders[2]).filter(key="notice.minutes_to_sign").count() == 1
    with pytest.raises(NotPossible) as refused:
        answer_minutes(visit, agrees=True, remark="", by=world.officers[2], at=LATER, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(NotPossible) as refused:
        answer_minutes(visit, agrees=False, remark=" ", by=world.leaders[2], at=LATER, key=a_key())
    assert keys(refused) == ["inspection.needs_remark"]

    answer_minutes(visit, agrees=False, remark="Số cuộc ghi thiếu.", by=world.leaders[2], at=LATER, key=a_key())

    visit.refresh_from_db()
    assert (visit.at_state, visit.remark) == (VisitState.REMARKED, "Số cuộc ghi thiếu.")
    assert events_about(visit)[-2:] == ["inspection.reported", "inspection.answered"]


def test_a_word_on_paper_is_entered_for_the_unit_and_marked(inspected):
    world, visit = inspected
    a_reported_visit(world, visit)
    answer_minutes_on_behalf(visit, agrees=True, remark="", paper=INK, by=world.secretary, at=LATER, key=a_key())
    visit.refresh_from_db()
    assert (visit.at_state, visit.answered_by["name"]) == (VisitState.AGREED, "Nguyễn Thị Thắm")
    assert entry_on_behalf_of(visit).number == "01/BB"


def test_a_point_is_answered_with_evidence_sent_back_answered_again_and_closed(inspected):
    world, visit = inspected
    point = an_agreed_visit(world, visit)
    with pytest.raises(NotPossible) as refused:
        answered(world, point, shown=None)
    assert keys(refused) == ["evidence.needs_number_or_file"]
    answered(world, point)
    assert notices_for(world.officers[1]).filter(key="notice.point_answered").count() == 1
    with pytest.raises(NotPossible) as refused:
        answered(world, point)
    assert keys(refused) == ["inspection.point_is_answered"]
    send_back_point(point, reply="Biên bản thứ ba chưa có chữ ký.", by=world.officers[1], at=MENDED_AT, key=a_key())
    answered(world, point, text="Đã bổ sung chữ ký.")
    close_point(point, reply="", by=world.secretary, at=MENDED_AT, key=a_key())

    point.refresh_from_db()
    assert (point.point, point.closed_at) == (PointState.CLOSED, MENDED_AT)
    assert [one.accepted for one in point.mendings.all()] == [False, True]
    assert events_about(point) == [
        "inspection.noted", "inspection.point_answered", "inspection.point_sent_back", "inspection.point_answered",
        "inspection.point_closed",
    ]  # fmt: skip


def test_the_team_closes_what_it_has_seen_itself_and_says_what(inspected):
    world, visit = inspected
    point = an_agreed_visit(world, visit)
    with pytest.raises(NotPossible) as refused:
        close_point(point, reply="", by=world.leaders[1], at=MENDED_AT, key=a_key())
    assert keys(refused) == ["inspection.needs_what_was_seen"]
    with pytest.raises(NotPossible) as refused:
        close_point(point, reply="Đã xem", by=world.leaders[2], at=MENDED_AT, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    close_point(point, reply="Đã xem ba biên bản tại đơn vị.", by=world.leaders[1], at=MENDED_AT, key=a_key())
    assert point.mendings.get().reply == "Đã xem ba biên bản tại đơn vị."


def test_nothing_is_mended_before_the_minutes_are_signed(inspected):
    world, visit = inspected
    point = a_finding(world, visit, 1, Outcome.MEND)
    with pytest.raises(NotPossible) as refused:
        answered(world, point)
    assert keys(refused) == ["inspection.minutes_first"]


def test_a_letter_of_a_unit_without_account_answers_a_point(inspected):
    world, visit = inspected
    point = an_agreed_visit(world, visit)
    answer_point_on_behalf(
        point, text="Đã bổ sung.", paper=A_LETTER, by=world.secretary, at=MENDED_AT, key=a_key()
    )  # fmt: skip
    point.refresh_from_db()
    assert point.point is PointState.ANSWERED
    assert point.mendings.get().paper.number == "45/BC-STP"
    assert entry_on_behalf_of(point).signer_name == "Nguyễn Thị Thắm"


def test_a_point_is_overdue_the_day_after_its_day_until_it_is_answered(inspected):
    world, visit = inspected
    point = an_agreed_visit(world, visit)

    def overdue(on):
        return with_figures(Visit.objects.filter(pk=visit.pk), on=on).get().overdue

    assert (overdue(DUE), overdue(DUE + timedelta(days=1))) == (0, 1)
    assert not point.is_overdue(DUE)
    answered(world, point)
    assert overdue(DUE + timedelta(days=1)) == 0
