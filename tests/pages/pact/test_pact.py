import json
from datetime import timedelta

from tests.factories.conferences import a_prepared_conference
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing, a_season_registering
from tests.pages.clients import client_of
from thidua.core.pact import first_fault
from thidua.core.workflow.signing import PactStage
from thidua.core.workflow.stages import Stage
from thidua.pages.pact import views
from thidua.records.councils.actions.conferences import call_conference_off
from thidua.records.councils.actions.delegates import send_invitations
from thidua.records.seasons.actions.pacts import PaperSignature, sign_on_paper, sign_pact
from thidua.records.seasons.models import Milestone, Pact, Signature


def address(world, act="", name="giao-uoc"):
    bloc = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}"
    return f"{bloc}/{name}{f'/{act}' if act else ''}"


def in_ink(world, place, **more):
    return {
        "key": a_key(), "unit": world.units[place].slug, "signer": "Trần Huy Bách", "title": "Giám đốc",
        "capacity": "leader", "letter": "", **more,
    }  # fmt: skip


def test_the_secretariat_writes_and_opens_and_the_code_of_the_text_is_shown(db):
    world = a_season_registering()
    secretary = client_of(world.secretary)
    written = {"key": a_key(), "version": 1, "preamble": "GIAO ƯỚC THI ĐUA NĂM 2016", "place": "Vĩnh Phúc"}
    assert secretary.post(address(world, "viet"), written).status_code == 303
    assert secretary.post(address(world, "mo"), {"key": a_key()}).status_code == 303
    pact = world.pact()
    assert pact.at_stage is PactStage.OPEN
    shown = client_of(world.officers[2]).get(address(world)).content.decode()
    assert pact.text_hash[:4] in shown
    assert "GIAO ƯỚC THI ĐUA NĂM 2016" in shown


def test_nothing_is_opened_before_it_is_written(db):
    world = a_season_registering()
    answer = client_of(world.secretary).post(address(world, "mo"), {"key": a_key()})
    assert answer.status_code == 422
    assert "Giao ước chưa có phần mở đầu" in answer.content.decode()
    assert not Pact.objects.exists()


def test_leaders_confirm_ink_is_entered_and_the_last_signature_gives_the_file(db):
    world = a_pact_open_for_signing(members=2)
    leader, secretary = client_of(world.leaders[1]), client_of(world.secretary)
    assert leader.get(address(world, name="giao-uoc.json")).status_code == 404
    confirmed = {"key": a_key(), "unit": world.units[1].slug}
    assert [leader.post(address(world, "ky"), confirmed).status_code for _ in range(2)] == [303, 303]
    assert secretary.post(address(world, "ky-giay"), in_ink(world, 0)).status_code == 303
    assert world.pact().at_stage is PactStage.LOCKED
    answer = leader.get(address(world, name="giao-uoc.json"))
    assert "attachment" in answer["Content-Disposition"]
    assert first_fault(json.loads(answer.content)) is None
    shown = leader.get(address(world)).content.decode()
    assert "xác nhận trên hệ thống" in shown
    assert "ký giấy tại hội nghị" in shown


def test_a_leader_cannot_sign_for_another_unit(db):
    world = a_pact_open_for_signing()
    leader = client_of(world.leaders[1])
    answer = leader.post(address(world, "ky"), {"key": a_key(), "unit": world.units[2].slug})
    assert answer.status_code == 422
    unknown = leader.post(address(world, "ky"), {"key": a_key(), "unit": "khong-co"})
    assert unknown.status_code == 422
    assert not Signature.objects.exists()


def test_a_signature_by_letter_without_the_letter_is_refused_and_the_form_keeps_what_was_typed(db):
    world = a_pact_open_for_signing()
    form = in_ink(world, 2, capacity="by_letter")
    answer = client_of(world.secretary).post(address(world, "ky-giay"), form)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "cần số và ngày giấy ủy quyền" in shown
    assert 'value="Trần Huy Bách"' in shown
    assert f'value="{world.units[2].slug}" selected' in shown
    assert '<option value="by_letter" selected>' in shown


def test_the_head_closes_with_whoever_has_signed_and_later_ends_the_waiting(db):
    world = a_pact_open_for_signing()
    head = client_of(world.head)
    assert head.post(address(world, "dong"), {"key": a_key()}).status_code == 422
    client_of(world.secretary).post(address(world, "ky-giay"), in_ink(world, 1))
    assert head.post(address(world, "dong"), {"key": a_key()}).status_code == 303
    world.bloc.refresh_from_db()
    assert world.bloc.at_stage is Stage.SIGNED
    assert client_of(world.secretary).post(address(world, "chot"), {"key": a_key()}).status_code == 422
    assert head.post(address(world, "chot"), {"key": a_key()}).status_code == 303
    assert world.pact().at_stage is PactStage.LOCKED


def test_reopening_the_text_asks_for_a_reason(db):
    world = a_pact_open_for_signing()
    secretary = client_of(world.secretary)
    assert secretary.post(address(world, "mo-lai"), {"key": a_key(), "reason": ""}).status_code == 422
    assert secretary.post(address(world, "mo-lai"), {"key": a_key(), "reason": "Sai tên"}).status_code == 303
    assert world.pact().at_stage is PactStage.DRAFT


def test_looking_signs_nothing(db):
    world = a_pact_open_for_signing()
    head = client_of(world.head)
    for act in ("viet", "mo", "mo-lai", "ky", "ky-giay", "dong", "chot"):
        assert head.get(address(world, act)).status_code == 405
    assert not Signature.objects.exists()


def test_the_board_names_the_newest_and_its_part_comes_alone_to_a_live_page(db, settings):
    settings.DEMO_DAY = TODAY
    world = a_pact_open_for_signing()
    signed = PaperSignature("Trần Huy Bách", "Giám đốc", Signature.Capacity.LEADER)
    sign_on_paper(world.pact(), unit=world.units[2], signed=signed, by=world.secretary, at=NOON, key=a_key())
    board = f"/{world.season.cluster.slug}/{world.season.slug}/bang-ky"
    viewer = client_of(world.officers[1])
    whole = viewer.get(board).content.decode()
    part = viewer.get(board, headers={"hx-request": "true"}).content.decode()
    assert f'data-live="/live/{world.season.cluster.slug}/{world.season.slug}"' in whole
    assert f'<div class="now"><p>Vừa ký giao ước</p><b>{world.units[2].name}</b>' in whole
    assert part.count("<html") == 0
    assert "<b>1</b>/3" in part
    assert part.count('class="unit signed latest') == 1


def test_the_english_board_is_english_round_vietnamese_names(db):
    world = a_pact_open_for_signing()
    board = f"/{world.season.cluster.slug}/{world.season.slug}/bang-ky"
    shown = client_of(world.officers[1], "en").get(board).content.decode()
    assert '<span lang="vi">Cụm thử</span>' in shown
    assert "đơn vị đã ký" not in shown


def test_a_page_of_the_list_holds_a_hundred_units_and_any_unit_can_be_chosen(db, monkeypatch):
    monkeypatch.setattr(views, "ROWS_A_PAGE", 2)
    monkeypatch.setattr(views, "OFFERED_AT_MOST", 1)
    world = a_pact_open_for_signing(members=4)
    sign_pact(world.pact(), unit=world.units[3], by=world.leaders[3], at=NOON, key=a_key())
    secretary = client_of(world.secretary)
    first = secretary.get(address(world)).content.decode()
    assert first.count('<th scope="row">') == 2
    assert "Đã ký: 1, chưa ký: 3" in " ".join(first.split())
    chosen = secretary.get(address(world), {"trang": "2", "don-vi": world.units[2].slug}).content.decode()
    assert f'<input type="hidden" name="unit" value="{world.units[2].slug}">' in chosen
    assert chosen.count("<option lang") == 0


def test_for_a_chosen_unit_the_leader_of_the_directory_stands_in_the_form(db, settings):
    settings.DEMO_DAY = TODAY
    world = a_pact_open_for_signing()
    page = client_of(world.secretary).get(address(world), {"don-vi": world.units[1].slug}).content.decode()
    assert f'value="{world.leaders[1].name}"' in page
    assert 'value="Giám đốc"' in page
    assert world.leaders[1].name not in client_of(world.secretary).get(address(world)).content.decode()


def test_the_board_says_place_and_day_of_the_signing_and_that_nobody_has_signed(db, settings):
    settings.DEMO_DAY = TODAY
    world = a_pact_open_for_signing()
    board = f"/{world.season.cluster.slug}/{world.season.slug}/bang-ky"
    viewer = client_of(world.officers[1])
    assert 'class="place"' not in viewer.get(board).content.decode()
    Milestone.objects.create(bloc_season=world.bloc, kind="signing", due_on=TODAY)
    shown = " ".join(viewer.get(board).content.decode().split())
    assert '<p class="place">Vĩnh Phúc, ngày 4 tháng 3 năm 2016</p>' in shown
    assert '<div class="now"><p>Chưa có đơn vị nào ký</p></div>' in shown
    sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key=a_key())
    settings.DEMO_DAY = TODAY + timedelta(days=1)
    assert "Ký giao ước sau cùng" in viewer.get(board).content.decode()


def test_the_board_takes_day_and_place_from_the_conference_once_the_units_know_of_it(db):
    world = a_pact_open_for_signing()
    Milestone.objects.create(bloc_season=world.bloc, kind="signing", due_on=TODAY)
    viewer, board = client_of(world.officers[1]), f"/{world.season.cluster.slug}/{world.season.slug}/bang-ky"
    conference = a_prepared_conference(world, town="Hạ Long")
    assert "ngày 4 tháng 3 năm 2016" in viewer.get(board).content.decode()
    send_invitations(conference, by=world.secretary, at=NOON, key=a_key())
    assert '<p class="place">Hạ Long, ngày 11 tháng 3 năm 2016</p>' in " ".join(
        viewer.get(board).content.decode().split()
    )
    call_conference_off(conference, because="Bão", by=world.secretary, at=NOON, key=a_key())
    assert "ngày 4 tháng 3 năm 2016" in viewer.get(board).content.decode()


def test_a_pact_begins_with_the_usual_words_until_it_is_written(db):
    world = a_season_registering()
    page = client_of(world.secretary).get(address(world)).content.decode()
    assert "GIAO ƯỚC THI ĐUA NĂM 2016\nKhối thử\nCụm thử" in page
    assert "Phương châm: “Đoàn kết, sáng tạo”." in page
