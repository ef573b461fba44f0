"""The page *Ai được làm gì*: every act in words, every cell what the grid itself answers."""

import re

import pytest
from django.utils import translation

from tests.factories.seasons import TODAY, a_season_registering
from tests.pages.clients import client_of
from thidua.base.library import rights
from thidua.base.wording import all_words, say
from thidua.core.answer import Sentence
from thidua.core.rights import held_with
from thidua.core.rights.grid import ROLES
from thidua.core.workflow.stages import Stage
from thidua.pages.rights.rows import COLUMNS, cell_for, cell_of
from thidua.records.seasons.access import may
from thidua.records.seasons.queries.frame import roles_of

VIETNAMESE = re.compile(r"[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]", re.I)


@pytest.mark.parametrize("act", rights().rules)
def test_every_act_of_the_grid_has_words_in_both_languages(act):
    about = rights().rules[act].about
    for key in (f"act.{act}", f"act_about.{about}"):
        assert key in all_words(), "an act without words: add it to base/wording/rights_grid"
        with translation.override("en"):
            english = say(Sentence(key))
        assert english
        assert not VIETNAMESE.search(english), english


def test_no_words_are_left_of_an_act_that_the_grid_does_not_have():
    named = {key.removeprefix("act.") for key in all_words() if key.startswith("act.")}
    about = {key.removeprefix("act_about.") for key in all_words() if key.startswith("act_about.")}
    assert named == set(rights().rules)
    assert about == {rule.about for rule in rights().rules.values()}


def test_every_role_has_a_column():
    assert set(COLUMNS) == ROLES


def test_the_roles_that_a_column_stands_for_are_those_that_its_holder_has(db):
    world = a_season_registering()

    def held(actor, unit=None):
        return roles_of(actor, world.season, on=TODAY, unit=unit)

    leader, officer = world.leaders[1], world.officers[1]
    assert held(leader, world.units[1]) == held_with("leader")
    assert held(officer, world.units[1]) == held_with("officer")
    assert held(officer, world.units[2]) == held_with("member")
    assert held(world.outsider) == held_with("signed_in")
    assert held(world.head) >= held_with("head")
    assert held(world.secretary, world.units[1]) >= held_with("secretariat")


def test_what_the_page_says_is_what_the_acts_answer(db):
    """For every act of the grid, asked for real: a leader, an officer of the unit and one of another unit."""
    world = a_season_registering()
    people = {"leader": (world.leaders[1], 1), "officer": (world.officers[1], 1), "member": (world.officers[2], 1)}
    for rule in rights().rules.values():
        for role, (actor, unit) in people.items():
            real = may(actor, rule.act, season=world.season, bloc=world.bloc, unit=world.units[unit], on=TODAY)
            assert cell_for(rule, real) is cell_of(rights(), rule, role, Stage.REGISTERING), (rule.act, role)


def cells(page: str, act: str) -> dict[str, str]:
    """What a row of the page says, by the label of its column."""
    row = next(row for row in re.findall(r"(?s)<tr>.*?</tr>", page) if f">{act}</th>" in row)
    found = re.findall(r'(?s)<td[^>]* data-label="([^"]*)">(.*?)</td>', row)
    return {label: re.sub(r"(?s)<[^>]*>", "", cell).strip() for label, cell in found}


def test_a_row_says_who_does_who_sees_and_when(db):
    page = client_of(a_season_registering().officers[1]).get("/ai-duoc-lam-gi").content.decode()
    assert cells(page, "Đóng ký") == {
        "Trưởng": "được làm",
        "Thường trực": "được làm",
        **dict.fromkeys(
            ("Phó trưởng", "Cấp trên theo dõi", "Lãnh đạo", "Được ủy quyền", "Cán bộ TĐKT", "Người của đơn vị"),
            "được xem",
        ),
        "Đơn vị khác trong năm": "được xem",
        "Quản trị": "được xem",
        "Giai đoạn": "đăng ký",
    }
    assert cells(page, "Xem bảng chấm của đơn vị")["Đơn vị khác trong năm"] == "biết có"
    assert cells(page, "Xem bảng chấm của đơn vị")["Quản trị"] == "biết có"
    assert "Đơn vị khác trong năm" not in cells(page, "Mở, khóa tài khoản, mời người dùng")
    plan = cells(page, "Sửa kế hoạch năm: phương châm, nội dung, đợt thi đua, đơn vị, chỉ số, lịch")
    assert plan["Giai đoạn"] == "từ lập kế hoạch đến thực hiện"


def test_one_role_at_one_stage(db):
    client = client_of(a_season_registering().officers[1])
    page = client.get("/ai-duoc-lam-gi?vai=officer&giai-doan=running").content.decode()
    assert cells(page, "Nhập và sửa bản đăng ký của đơn vị mình")["Cán bộ TĐKT"] == "lúc khác"
    assert cells(page, "Nhập kết quả, minh chứng, đề nghị đính chính của đơn vị mình")["Cán bộ TĐKT"] == "được làm"
    assert "Xem nhật ký hệ thống" not in page, "what the role may not even know of is left out"
    assert client.get("/ai-duoc-lam-gi?vai=vua&giai-doan=trua").status_code == 200


def test_the_season_and_the_bloc_lead_to_it(db):
    world = a_season_registering()
    client = client_of(world.officers[1])
    season = f"/{world.season.cluster.slug}/{world.season.slug}/"
    assert 'href="/ai-duoc-lam-gi"' in client.get(season).content.decode()
    assert "/ai-duoc-lam-gi?giai-doan=registering" in client.get(f"{season}{world.bloc.bloc.slug}/").content.decode()
