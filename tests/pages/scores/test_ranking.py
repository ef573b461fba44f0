from fractions import Fraction
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from tests.factories.scores import (
    TOTAL,
    a_finding,
    a_season_scoring,
    a_season_verifying,
    verified,
)
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.scores.addresses import at, card_at
from thidua.core.scoring import Given
from thidua.records.scores.models import Exclusion, Ranking


def test_the_provisional_ranking_is_for_whoever_runs_the_bloc_and_says_so(db):
    world = a_season_verifying()
    shown = client_of(world.secretary).get(at(world, "xep-hang")).content.decode()
    assert "Tạm tính, còn 3 đơn vị chưa thẩm định xong" in shown
    assert "đồng hạng" in shown
    assert "62,50" in shown
    assert shown.count("đã ký, chưa thẩm định xong") == 3
    assert '<abbr title="Nhóm A">A</abbr>' in shown
    member = client_of(world.leaders[1])
    hidden = member.get(at(world, "xep-hang")).content.decode()
    assert "Tổng điểm các đơn vị hiện ra khi xếp hạng được chốt." in hidden
    assert "62,50" not in hidden
    assert member.get(at(world, "xep-hang.csv")).status_code == 404
    assert client_of(world.outsider).get(at(world, "xep-hang")).status_code == 404


def test_the_head_locks_and_from_then_on_every_unit_reads_all_totals_but_opens_its_own_card_only(db):
    world = a_season_verifying()
    a_finding(world, 2)
    verified(world)
    head, member = client_of(world.head), client_of(world.leaders[1])
    shown = head.get(at(world, "xep-hang")).content.decode()
    assert "không sửa được nữa" in shown.split("<dialog")[1]
    assert head.post(at(world, "xep-hang", "chot"), {"key": a_key()}).status_code == 303
    locked = member.get(at(world, "xep-hang")).content.decode()
    assert Ranking.objects.get().seal in locked
    assert "61,50" in locked
    assert f'href="{card_at(world, 1)}"' in locked
    assert f'href="{card_at(world, 2)}"' not in locked
    assert "Tạm tính" not in locked
    assert "<dialog" not in head.get(at(world, "xep-hang")).content.decode()


def test_a_lock_too_early_is_refused_naming_every_unit(db):
    world = a_season_verifying()
    verified(world, 1)
    answer = client_of(world.head).post(at(world, "xep-hang", "chot"), {"key": a_key()})
    refusal = answer.content.decode().split('role="alert"')[1].split("</div></div>")[0]
    assert answer.status_code == 422
    assert refusal.count("chưa thẩm định xong") == 2
    assert not Ranking.objects.exists()


def test_only_the_head_locks(db):
    world = a_season_verifying()
    verified(world)
    for actor, status in ((world.secretary, 422), (world.leaders[1], 422), (world.outsider, 404)):
        assert client_of(actor).post(at(world, "xep-hang", "chot"), {"key": a_key()}).status_code == status
    assert not Ranking.objects.exists()


def test_a_total_unfolds_from_group_and_criterion_to_input_result_and_evidence(db):
    world = a_season_verifying()
    a_finding(world)
    shown = client_of(world.officers[1]).get(card_at(world, 1, "tung-dong")).content.decode()
    assert "<html" not in shown
    for words in ("Nhóm A", "A.1", "97,5", "ket-qua/quy-1", "52/BC-STP", "Đơn vị tự chấm 9", "Thiếu một vụ"):
        assert words in shown, words


def test_a_unit_is_left_out_with_its_reason_and_ranked_again(db):
    world = a_season_verifying()
    secretary = client_of(world.secretary)
    form = {
        "key": a_key(), "unit": world.units[1].slug, "reason": "Có tập thể bị kỷ luật",
        "paper_number": "77/QĐ-STP", "paper_dated_on": "3/11/2016", "paper_title": "Quyết định kỷ luật",
    }  # fmt: skip
    nothing = secretary.post(at(world, "xep-hang", "khong-xep"), form | {"unit": "", "reason": ""})
    assert "Chưa chọn “Đơn vị”. Chọn rồi gửi lại." in nothing.content.decode()
    assert '<details class="unfold no-print" open>' in nothing.content.decode()
    refused = secretary.post(at(world, "xep-hang", "khong-xep"), form | {"reason": ""})
    assert refused.status_code == 422
    assert 'value="77/QĐ-STP"' in refused.content.decode()
    assert f'value="{world.units[1].slug}" selected' in refused.content.decode()
    assert secretary.post(at(world, "xep-hang", "khong-xep"), form).status_code == 303
    shown = secretary.get(at(world, "xep-hang")).content.decode()
    assert "Có tập thể bị kỷ luật" in shown
    assert "77/QĐ-STP, 3/11/2016: Quyết định kỷ luật" in shown
    assert "không xếp hạng" in secretary.get(at(world, "cham-diem")).content.decode()
    assert "Có tập thể bị kỷ luật" in client_of(world.leaders[1]).get(card_at(world)).content.decode()
    lift = {"key": a_key(), "exclusion": Exclusion.objects.get().public_id, "reason": "Đã hết thời hạn"}
    assert secretary.post(at(world, "xep-hang", "xep-lai"), lift | {"reason": " "}).status_code == 422
    assert secretary.post(at(world, "xep-hang", "xep-lai"), lift).status_code == 303
    assert "Đã hết thời hạn" in secretary.get(at(world, "xep-hang")).content.decode()
    assert client_of(world.leaders[1]).post(at(world, "xep-hang", "khong-xep"), form).status_code == 422
    assert secretary.post(at(world, "xep-hang", "xep-lai"), lift | {"exclusion": "x"}).status_code == 404


def test_the_ranking_is_taken_away_with_exact_totals_and_points_by_group(db):
    world = a_season_verifying()
    a_finding(world, 2, "A.2", Given(Fraction(100, 3)))
    secretary = client_of(world.secretary)
    book = CalamineWorkbook.from_filelike(BytesIO(secretary.get(at(world, "xep-hang.xlsx")).content))
    rows = book.get_sheet_by_index(0).to_python()
    heads = next(row for row in rows if row[0] == "Hạng")
    assert heads[:7] == ["Hạng", "Đơn vị", "Tổng điểm", "Tổng điểm chính xác", "Cơ bản", "Thưởng", "Trừ"]
    assert rows[rows.index(heads) + 3][3] == "99/2"
    assert rows[rows.index(heads) + 1][2] == pytest.approx(float(TOTAL))
    csv = secretary.get(at(world, "xep-hang.csv")).content.decode("utf-8-sig")
    assert csv.splitlines()[0].startswith("Hạng;Đơn vị;Tổng điểm")
    assert "đồng hạng" in csv


def test_before_cards_are_open_there_is_an_empty_state_and_nothing_to_take(db):
    world = a_season_scoring()
    hidden = client_of(world.leaders[2]).get(at(world, "xep-hang"))
    assert "Chưa có xếp hạng" in hidden.content.decode()
    assert client_of(world.leaders[2]).get(at(world, "xep-hang.xlsx")).status_code == 404
