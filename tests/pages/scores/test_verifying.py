from fractions import Fraction

from tests.factories.scores import a_finding, a_season_scoring, a_season_verifying, the_card, the_row, verified
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.scores.addresses import card_at

CHECK = {"paper_number": "04/BB-KV", "paper_dated_on": "14/11/2016", "paper_title": "Biên bản thẩm định"}


def finding(world, criterion="A.4", place=1, **more):
    card = the_card(world, place)
    line = the_row(card, criterion).public_id
    return {"key": a_key(), "version": str(card.version), "line": line, "why": "Thiếu một vụ", **CHECK, **more}


def test_a_finding_changes_the_total_and_both_figures_stand_side_by_side(db):
    world = a_season_verifying()
    secretary, officer = client_of(world.secretary), client_of(world.officers[1])
    answer = secretary.post(card_at(world, 1, "tham-dinh", "dong"), finding(world, **{"given-A.4": "8"}))
    line = the_row(the_card(world), "A.4").public_id
    assert answer.status_code == 303
    assert answer["Location"].endswith(f"#line-{line}")
    for shown in (secretary.get(card_at(world, 1, "tham-dinh")), officer.get(card_at(world))):
        row = shown.content.decode().split(f'id="line-{line}"')[1].split("</tr>")[0]
        for words in ("9", "8 điểm", "Thiếu một vụ", "04/BB-KV, 14/11/2016: Biên bản", world.secretary.name):
            assert words in row, words
    assert "61,50" in officer.get(card_at(world)).content.decode()


def test_a_result_may_be_found_otherwise_with_the_same_care(db):
    world = a_season_verifying()
    form = finding(world, "A.1", **{"given-A.1": "94"})
    assert client_of(world.secretary).post(card_at(world, 1, "tham-dinh", "dong"), form).status_code == 303
    assert the_row(the_card(world), "A.1").findings.get().points == 5


def test_a_refused_finding_keeps_its_figure_reason_and_paper_open_before_the_eyes(db):
    world = a_season_verifying()
    form = finding(world, **{"given-A.4": "11", "why": "Thiếu hồ sơ"})
    answer = client_of(world.secretary).post(card_at(world, 1, "tham-dinh", "dong"), form)
    shown = answer.content.decode()
    assert answer.status_code == 422
    row = shown.split(f'id="line-{form["line"]}"')[1].split("</tr>")[0]
    assert '<details class="add no-print" open>' in row
    for words in ('value="11"', "Thiếu hồ sơ", 'value="04/BB-KV"', "nằm ngoài khung"):
        assert words in row, words
    without = client_of(world.secretary).post(
        card_at(world, 1, "tham-dinh", "dong"), finding(world, **{"given-A.4": "8", "why": "", "paper_number": ""})
    )
    beside = without.content.decode().split(f'id="line-{form["line"]}"')[1].split("</tr>")[0]
    assert "Thiếu “Lý do”" in beside
    assert "Thiếu “Số văn bản”" in beside
    assert not the_row(the_card(world), "A.4").findings.exists()


def test_a_finding_that_changes_nothing_or_no_line_is_refused(db):
    world = a_season_verifying()
    secretary = client_of(world.secretary)
    same = secretary.post(card_at(world, 1, "tham-dinh", "dong"), finding(world, **{"given-A.4": "9"}))
    assert same.status_code == 422
    assert "không có gì thay đổi" in same.content.decode()
    nowhere = finding(world, **{"given-A.4": "8"}) | {"line": "khong-co"}
    assert secretary.post(card_at(world, 1, "tham-dinh", "dong"), nowhere).status_code == 404


def test_a_finished_card_leads_to_the_next_one_and_is_opened_again_with_a_reason(db):
    world = a_season_verifying()
    secretary = client_of(world.secretary)
    a_finding(world)
    done = {"key": a_key(), "version": str(the_card(world).version)}
    answer = secretary.post(card_at(world, 1, "tham-dinh", "xong"), done)
    assert answer["Location"] == card_at(world, 2, "tham-dinh")
    assert the_card(world).verified_total == Fraction("61.5")
    shown = secretary.get(card_at(world, 1, "tham-dinh")).content.decode()
    assert "Ghi kết luận" not in shown
    refused = secretary.post(card_at(world, 1, "tham-dinh", "dong"), finding(world, **{"given-A.4": "7"}))
    assert refused.status_code == 422
    assert secretary.post(card_at(world, 1, "tham-dinh", "mo-lai"), {"key": a_key()}).status_code == 422
    again = {"key": a_key(), "reopen_reason": "Có văn bản mới"}
    assert secretary.post(card_at(world, 1, "tham-dinh", "mo-lai"), again).status_code == 303
    assert the_card(world).verified_at is None


def test_the_last_card_leads_back_to_the_list(db):
    world = a_season_verifying(2)
    verified(world, 0)
    done = {"key": a_key(), "version": str(the_card(world).version)}
    answer = client_of(world.secretary).post(card_at(world, 1, "tham-dinh", "xong"), done)
    assert answer["Location"].endswith("/cham-diem")


def test_the_unit_reads_its_verification_and_may_not_change_it(db):
    world = a_season_verifying()
    leader, other = client_of(world.leaders[1]), client_of(world.leaders[2])
    shown = leader.get(card_at(world, 1, "tham-dinh"))
    assert shown.status_code == 200
    assert "Ghi kết luận" not in shown.content.decode()
    form = finding(world, **{"given-A.4": "10"})
    assert leader.post(card_at(world, 1, "tham-dinh", "dong"), form).status_code == 422
    assert other.get(card_at(world, 1, "tham-dinh")).status_code == 422
    assert client_of(world.outsider).post(card_at(world, 1, "tham-dinh", "dong"), form).status_code == 404


def test_before_verification_the_page_says_why_nothing_can_be_found_yet(db):
    world = a_season_scoring()
    shown = client_of(world.secretary).get(card_at(world, 1, "tham-dinh")).content.decode()
    assert "Ghi kết luận" not in shown
    assert 'class="note plain' in shown
