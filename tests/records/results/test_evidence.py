from datetime import date

import pytest

from tests.factories.files import a_stored_file
from tests.factories.results import (
    APRIL,
    a_report_on_behalf,
    a_saved_report,
    a_season_of_results,
    a_signed_report,
    the_line,
    the_report,
)
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.papers.models import Paper
from thidua.records.results.actions import add_evidence, withdraw_evidence
from thidua.records.results.queries import lines_of

pytestmark = pytest.mark.both

A_PAPER = {"title": "Báo cáo tuyên truyền", "number": "12/BC-STP", "dated_on": date(2016, 4, 1), "file": None}


def added(world, line, by=None, **other):
    return add_evidence(line, **A_PAPER | other, by=by or world.officers[1], at=APRIL, key=a_key())


def shown(report, code="cuoc"):
    [line] = [line for line in lines_of(report) if line.indicator.code == code]
    return [(str(one.paper), one.withdrawn_at is None) for one in line.evidence.all()]


def keys(refused):
    return [sentence.key for sentence in refused.value]


@pytest.mark.parametrize("report_at", [a_saved_report, a_signed_report])
def test_a_unit_adds_evidence_before_and_after_the_signature(db, report_at):
    world = a_season_of_results()
    report = report_at(world)
    evidence = added(world, the_line(report, "cuoc"))
    assert shown(report) == [("12/BC-STP Báo cáo tuyên truyền", True)]
    assert events_about(evidence) == ["evidence.added"]
    assert "on_behalf_of" not in body_of(lines_about(evidence).get())["by"]


def test_withdrawn_evidence_stays_readable(db):
    world = a_season_of_results()
    report = a_signed_report(world)
    evidence = added(world, the_line(report, "cuoc"))
    withdraw_evidence(evidence, by=world.officers[1], at=APRIL, key=a_key())
    assert shown(report) == [("12/BC-STP Báo cáo tuyên truyền", False)]
    with pytest.raises(NotPossible) as refused:
        withdraw_evidence(evidence, by=world.officers[1], at=APRIL, key=a_key())
    assert keys(refused) == ["evidence.withdrawn_already"]
    added(world, the_line(report, "cuoc"))
    assert [stands for _, stands in shown(report)] == [False, True]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"number": ""}, "Minh chứng cần số và ngày văn bản, hoặc tệp. Thêm một trong hai rồi gửi lại."),
        ({"dated_on": None}, "Minh chứng cần số và ngày văn bản, hoặc tệp. Thêm một trong hai rồi gửi lại."),
        (
            {"dated_on": date(2016, 4, 6)},
            "Ngày 6/4/2016 của minh chứng sau hôm nay. Ghi đúng ngày trên văn bản.",
        ),
    ],
)
def test_evidence_that_shows_nothing_is_refused_in_words(db, given, sentence):
    world = a_season_of_results()
    with pytest.raises(NotPossible) as refused:
        added(world, the_line(the_report(world), "cuoc"), **given)
    assert [say(one) for one in refused.value] == [sentence]


def test_a_file_alone_is_evidence(db):
    world = a_season_of_results()
    file = a_stored_file()
    evidence = added(world, the_line(the_report(world), "cuoc"), number="", dated_on=None, file=file)
    assert evidence.paper.file == file


def test_the_same_paper_stands_once_at_a_line_and_may_stand_at_another(db):
    world = a_season_of_results()
    report = the_report(world)
    first = added(world, the_line(report, "cuoc"))
    with pytest.raises(NotPossible) as refused:
        added(world, the_line(report, "cuoc"))
    assert keys(refused) == ["evidence.there_already"]
    assert added(world, the_line(report, "ty-le")).paper == first.paper


def test_papers_of_two_units_with_one_number_are_two_papers(db):
    world = a_season_of_results()
    added(world, the_line(the_report(world, 1), "cuoc"))
    added(world, the_line(the_report(world, 2), "cuoc"), by=world.officers[2], title="Báo cáo khác")
    assert sorted(Paper.objects.values_list("title", flat=True)) == ["Báo cáo khác", "Báo cáo tuyên truyền"]


def test_who_may_add_and_withdraw_has_three_answers(db):
    world = a_season_of_results()
    line = the_line(the_report(world, 1), "cuoc")
    evidence = added(world, line)
    with pytest.raises(NotPossible) as refused:
        added(world, line, by=world.officers[2])
    assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        withdraw_evidence(evidence, by=world.outsider, at=APRIL, key=a_key())


def test_the_secretariat_adds_evidence_only_to_what_it_has_entered(db):
    world = a_season_of_results()
    entered = a_report_on_behalf(world, 2)
    evidence = added(world, the_line(entered, "cuoc"), by=world.secretary)
    assert body_of(lines_about(evidence).get())["by"]["on_behalf_of"] == world.units[2].token
    with pytest.raises(NotPossible) as refused:
        added(world, the_line(a_signed_report(world, 1), "cuoc"), by=world.secretary)
    assert keys(refused) == ["evidence.units_own"]
