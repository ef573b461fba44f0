from fractions import Fraction

from tests.factories.scores import TOTAL, a_season_scoring, a_signed_card, the_card, the_member, the_row
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.scores.addresses import PAPER, at, card_at, evidence_beside, typed
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.results.models import Result


def test_an_officer_scores_with_evidence_and_submits_and_the_leader_signs_the_total(db):
    world = a_season_scoring()
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    form = typed(world) | evidence_beside(world, "A.4")
    assert officer.post(card_at(world, 1, "trinh"), form).status_code == 303
    assert the_card(world).handing is Handing.SUBMITTED
    assert "Ký bảng chấm 62,50 điểm" in leader.get(card_at(world)).content.decode()
    assert leader.post(card_at(world, 1, "ky"), {"key": a_key()}).status_code == 303
    assert the_card(world).self_total == TOTAL
    shown = leader.get(card_at(world)).content.decode()
    assert 'name="given-' not in shown
    assert "52/BC-STP, 3/10/2016" in shown
    assert world.leaders[1].name in shown


def test_what_came_from_results_stands_with_a_link_to_its_report_and_has_no_field(db):
    world = a_season_scoring()
    shown = client_of(world.officers[1]).get(card_at(world)).content.decode()
    line = shown.split(f'id="line-{the_row(the_card(world), "A.1").public_id}"')[1].split("</tr>")[0]
    assert "97,5" in line
    assert "từ kết quả" in line
    assert f'href="{at(world, "ket-qua", "quy-1", world.units[1].slug)}"' in line
    assert 'name="given-A.1"' not in shown
    assert 'name="given-A.4"' in shown


def test_a_typed_figure_cannot_replace_a_result(db):
    world = a_season_scoring()
    client_of(world.officers[1]).post(card_at(world, 1, "luu"), typed(world, **{"given-A.1": "100"}))
    assert the_row(the_card(world), "A.1").given == "195/2"


def test_every_wrong_figure_is_told_beside_its_line_and_nothing_typed_is_lost(db):
    world = a_season_scoring()
    wrong = typed(world, **{"given-A.4": "9,3", "given-B.1": "hai", "given-B.3": "1"}) | evidence_beside(world, "B.1")
    answer = client_of(world.officers[1]).post(card_at(world, 1, "luu"), wrong)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert shown.count('role="alert"') == 1
    beside = shown.split(f'id="line-{the_row(the_card(world), "B.1").public_id}"')[1].split("</tr>")[0]
    assert "“hai” không phải là số" in beside
    assert 'value="hai"' in beside
    assert 'aria-invalid="true"' in beside
    assert 'value="52/BC-STP"' in beside
    assert 'name="given-A.4" id="given-A.4" value="9,3"' in shown
    assert "Hòa giải thành cao hơn năm trước" in shown
    assert the_row(the_card(world), "B.3").given == ""


def test_points_outside_the_steps_are_refused_by_the_reckoning_with_its_sentence(db):
    world = a_season_scoring()
    answer = client_of(world.officers[1]).post(card_at(world, 1, "luu"), typed(world, **{"given-A.4": "9,3"}))
    assert answer.status_code == 422
    assert "không theo bước 0,5 điểm" in answer.content.decode()


def test_submitting_too_early_keeps_what_was_saved_and_names_what_is_missing(db):
    world = a_season_scoring()
    answer = client_of(world.officers[1]).post(card_at(world, 1, "trinh"), typed(world, **{"given-B.2": ""}))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Tiêu chí B.2, Mức: chưa nhập" in shown
    assert "Tiêu chí A.4, Chất lượng: cần minh chứng" in shown
    assert the_row(the_card(world), "A.4").given == "9/1"
    assert the_card(world).handing is Handing.DRAFT


def test_points_are_reckoned_while_one_types_and_nothing_is_saved(db):
    world = a_season_scoring()
    officer = client_of(world.officers[1])
    answer = officer.post(card_at(world, 1, "tinh"), typed(world, **{"given-B.3": "2", "given-B.1": "x"}))
    shown = answer.content.decode()
    assert answer.status_code == 200
    beside = shown.split(f'id="points-{the_row(the_card(world), "B.3").public_id}"')[1].split("</div>")[0]
    assert ">1</b>" in beside
    assert "“x” không phải là số" in shown
    assert "11/12 dòng" not in shown
    assert "10/11 dòng" in shown
    assert the_row(the_card(world), "B.3").given == ""
    assert the_card(world).version == 1


def test_the_second_saver_is_told_and_keeps_what_was_typed(db):
    world = a_season_scoring()
    late = typed(world, **{"given-B.3": "3"})
    client_of(world.officers[1]).post(card_at(world, 1, "luu"), typed(world))
    answer = client_of(world.leaders[1]).post(card_at(world, 1, "luu"), late)
    assert answer.status_code == 422
    assert "Có người đã lưu thay đổi" in answer.content.decode()
    assert 'name="given-B.3" id="given-B.3" value="3"' in answer.content.decode()
    assert the_row(the_card(world), "B.3").given == "0/1"


def test_a_form_sent_twice_is_saved_once(db):
    world = a_season_scoring()
    officer, form = client_of(world.officers[1]), typed(world)
    assert [officer.post(card_at(world, 1, "luu"), form).status_code for _ in range(2)] == [303, 303]
    assert the_card(world).version == 2


def test_a_leader_returns_the_card_with_a_reason_and_the_officer_reads_it(db):
    world = a_season_scoring()
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    officer.post(card_at(world, 1, "trinh"), typed(world) | evidence_beside(world, "A.4"))
    assert leader.post(card_at(world, 1, "tra-lai"), {"key": a_key(), "remark": " "}).status_code == 422
    assert leader.post(card_at(world, 1, "tra-lai"), {"key": a_key(), "remark": "Xem lại B.1"}).status_code == 303
    assert "Xem lại B.1" in officer.get(card_at(world)).content.decode()


def test_a_signed_card_is_opened_again_while_the_bloc_scores_itself(db):
    world = a_season_scoring()
    a_signed_card(world)
    officer = client_of(world.officers[1])
    assert 'name="given-A.4"' not in officer.get(card_at(world)).content.decode()
    assert officer.post(card_at(world, 1, "mo-sua"), {"key": a_key()}).status_code == 303
    assert 'name="given-A.4"' in officer.get(card_at(world)).content.decode()


def test_evidence_is_withdrawn_and_stays_readable(db):
    world = a_season_scoring()
    officer = client_of(world.officers[1])
    officer.post(card_at(world, 1, "luu"), typed(world) | evidence_beside(world, "A.4"))
    one = the_row(the_card(world), "A.4").evidence.get()
    address = card_at(world, 1, "minh-chung", "rut")
    assert officer.post(address, {"key": a_key(), "evidence": one.public_id}).status_code == 303
    assert "đã rút" in officer.get(card_at(world)).content.decode()
    again = officer.post(address, {"key": a_key(), "evidence": one.public_id})
    assert again.status_code == 422
    assert "đã được rút" in again.content.decode()
    assert officer.post(address, {"key": a_key(), "evidence": "khong-co"}).status_code == 404


def test_evidence_without_its_day_is_refused_beside_its_line(db):
    world = a_season_scoring()
    line = the_row(the_card(world), "A.4").public_id
    form = typed(world) | evidence_beside(world, "A.4") | {f"paper-date-{line}": ""}
    answer = client_of(world.officers[1]).post(card_at(world, 1, "luu"), form)
    assert answer.status_code == 422
    beside = answer.content.decode().split(f'id="line-{line}"')[1].split("</tr>")[0]
    assert "Minh chứng cần số và ngày văn bản" in beside
    assert 'value="52/BC-STP"' in beside
    assert '<details class="add no-print" open>' in beside


def test_a_result_that_is_there_already_shows_a_line_once(db):
    world = a_season_scoring()
    officer, line = client_of(world.officers[1]), the_row(the_card(world), "A.4")
    result = Result.objects.get(report__membership=the_member(world), indicator__code="hoc-tap", report__state="signed")
    field = f"paper-result-{line.public_id}"
    assert f'<option value="{result.public_id}" lang="vi">' in officer.get(card_at(world)).content.decode()
    wrong = typed(world, **{field: result.public_id, "given-B.1": "x"})
    assert (
        f'value="{result.public_id}" lang="vi" selected'
        in officer.post(card_at(world, 1, "luu"), wrong).content.decode()
    )
    for _ in range(2):
        assert officer.post(card_at(world, 1, "luu"), typed(world, **{field: result.public_id})).status_code == 303
    assert line.evidence.get().result == result
    assert "ket-qua/quy-1" in officer.get(card_at(world)).content.decode().split(f'id="line-{line.public_id}"')[1]
    foreign = Result.objects.filter(report__membership=the_member(world, 2)).first()
    answer = officer.post(card_at(world, 1, "luu"), typed(world, **{field: foreign.public_id}))
    assert answer.status_code == 422


def test_figures_of_results_are_taken_anew_and_what_was_typed_is_saved_with_it(db):
    world = a_season_scoring()
    answer = client_of(world.officers[1]).post(card_at(world, 1, "lay-ket-qua"), typed(world))
    assert answer.status_code == 303
    assert the_row(the_card(world), "A.4").given == "9/1"


def test_the_secretariat_enters_a_card_from_its_paper_and_it_is_marked(db):
    world = a_season_scoring()
    secretary = client_of(world.secretary)
    form = typed(world) | evidence_beside(world, "A.4") | PAPER
    refused = secretary.post(card_at(world, 1, "nhap-thay"), form | {"paper_number": ""})
    assert refused.status_code == 422
    assert "Nguyễn Thị Thắm" in refused.content.decode()
    assert 'value="52/BC-STP"' in refused.content.decode()
    assert secretary.post(card_at(world, 1, "nhap-thay"), form).status_code == 303
    assert the_card(world).handing is Handing.SIGNED
    assert EntryOnBehalf.objects.filter(subject=the_card(world).token).count() == 1
    shown = client_of(world.leaders[1]).get(card_at(world)).content.decode()
    assert "Nhập thay theo" in shown
    assert "61/BC-STP" in shown


def test_another_units_card_is_refused_with_its_reason_and_a_stranger_learns_nothing(db):
    world = a_season_scoring()
    other, stranger = client_of(world.leaders[2]), client_of(world.outsider)
    for words in ((), ("tham-dinh",), ("tung-dong",)):
        assert other.get(card_at(world, 1, *words)).status_code == 422
        assert stranger.get(card_at(world, 1, *words)).status_code == 404
    for act in ("luu", "tinh"):
        assert other.post(card_at(world, 1, act), typed(world)).status_code == 422
    assert stranger.post(card_at(world, 1, "luu"), typed(world)).status_code == 404
    assert the_card(world).version == 1


def test_looking_changes_nothing_and_the_head_sees_no_fields(db):
    world = a_season_scoring()
    shown = client_of(world.head).get(card_at(world)).content.decode()
    assert 'name="given-' not in shown
    assert the_card(world).version == 1
    assert client_of(world.head).get(card_at(world, 1, "luu")).status_code == 405


def test_the_english_card_is_english_round_vietnamese_data(db):
    world = a_season_scoring()
    shown = client_of(world.officers[1], "en").get(card_at(world)).content.decode()
    assert "How it is scored" in shown
    assert "Quality" in shown
    assert "Choose points inside a band, in steps of 0.5" in shown
    assert "Đã có số liệu" not in shown


def test_exact_points_stand_on_the_card_and_two_places_are_shown(db):
    world = a_season_scoring()
    a_signed_card(world)
    assert the_card(world).self_total == Fraction("62.5")
    assert "62,50" in client_of(world.officers[1]).get(card_at(world)).content.decode()
