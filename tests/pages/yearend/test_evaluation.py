import re

from tests.factories.evaluations import POINTS, SAID, a_draft, a_ranked_season, an_observer, next_year
from tests.factories.scores import DECEMBER
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from thidua.core.workflow.evaluating import Section
from thidua.records.conduct.actions import sign_evaluation
from thidua.records.conduct.models import CarriedPoint, Evaluation


def of(season, what=""):
    return f"/{season.cluster.slug}/{season.slug}/{what or 'danh-gia'}"


def fields(**changed):
    said = {section.value: "\n".join(f"- {point}" for point in points) for section, points in POINTS.items()}
    return {"key": a_key(), "version": "0", "rating": "HTT", "number": "", "dated_on": "", **said, **changed}


def test_an_observer_types_a_line_for_each_point_and_signs(db):
    world = a_ranked_season()
    observer = client_of(an_observer(world))
    assert observer.post(of(world.season, "danh-gia/luu"), fields()).status_code == 303
    units = client_of(world.leaders[1])
    assert POINTS[Section.LEFT][0] not in units.get(of(world.season)).content.decode()
    version = str(Evaluation.objects.get().version)
    assert observer.post(of(world.season, "danh-gia/ky"), {"key": a_key(), "version": version}).status_code == 303
    shown = units.get(of(world.season)).content.decode()
    assert POINTS[Section.LEFT][0] in shown
    assert "Hoàn thành tốt nhiệm vụ" in shown


def test_a_line_too_long_is_named_and_nothing_typed_is_lost(db):
    world = a_ranked_season()
    answer = client_of(an_observer(world)).post(of(world.season, "danh-gia/luu"), fields(new="a" * 501))
    assert answer.status_code == 422
    assert "Điểm mới, dòng 1: dài quá 500 chữ" in answer.content.decode()
    assert "a" * 501 in answer.content.decode()


def test_the_next_plan_answers_what_was_left_line_by_line(db):
    world = a_ranked_season()
    observer = an_observer(world)
    draft = a_draft(world, observer, SAID)
    sign_evaluation(draft, seen_version=draft.version, by=observer, at=DECEMBER, key=a_key())
    season = next_year(world)
    head, leader = client_of(world.head), client_of(world.leaders[1])
    page = head.get(of(season, "con-lai")).content.decode()
    address = re.search(r'action="([^"]*/con-lai/[^"]+)"', page).group(1)
    told = {"version": "0", "uptake": "planned", "text": "Nhắc trước hạn ba ngày"}
    assert leader.post(address, {"key": a_key(), **told}).status_code == 422
    assert head.post(address, {"key": a_key(), **told, "text": ""}).status_code == 422
    assert head.post(address, {"key": a_key(), **told}).status_code == 303
    assert CarriedPoint.objects.get().text == "Nhắc trước hạn ba ngày"
    assert "Đã trả lời 1 trên 2 việc" in head.get(of(season, "con-lai")).content.decode()
