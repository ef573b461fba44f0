"""The frame of the founding season says what the article says, and every reference in it resolves."""

import unicodedata
from collections import Counter
from itertools import pairwise

import pytest

from tests.demo.founding import BLOCS, FOLDER, bloc_of, day, people, rows, table

FILES = sorted(FOLDER.iterdir())
OFFICIALS_OF_THE_ARTICLE = {"Dương Thái Sơn", "Trần Tiến Dũng", "Chẩu Văn Lâm", "Lê Thanh Hùng"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_composed_utf8_with_plain_line_ends(path):
    text = path.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".yaml"], ids=lambda path: path.name)
def test_every_yaml_file_says_whether_it_is_made_up(path):
    assert table(path.name)["made_up"] in (True, False)


def test_every_csv_file_and_column_is_explained():
    explained = {file["name"]: list(file["columns"]) for file in table("files.yaml")["files"]}
    heads = {path.name: list(rows(path.name)[0]) for path in FILES if path.suffix == ".csv"}
    assert explained == heads


def test_twenty_two_units_are_eleven_provinces_twice():
    units = rows("units.csv")
    assert Counter(unit["bloc"] for unit in units) == {"so-tu-phap": 11, "thads": 11}
    for bloc in BLOCS:
        assert len({unit["province"] for unit in units if unit["bloc"] == bloc}) == 11
    assert {u["province"] for u in units if u["bloc"] == "so-tu-phap"} == {
        u["province"] for u in units if u["bloc"] == "thads"
    }


def test_no_unit_is_in_both_blocs():
    units = rows("units.csv")
    assert len({unit["code"] for unit in units}) == len({unit["slug"] for unit in units}) == len(units) == 22


def test_every_part_of_the_tree_hangs_on_something_above():
    authority = table("authority.yaml")
    above = {"BTP"} | {unit["code"] for unit in authority["above"]} | {unit["code"] for unit in authority["provinces"]}
    units = {unit["code"] for unit in rows("units.csv")}
    parts = rows("subunits.csv")
    known = units | {part["code"] for part in parts}
    assert {unit["parent"] for unit in rows("units.csv")} <= above
    assert {part["parent"] for part in parts} <= known
    assert {part["unit"] for part in parts} == units
    assert len({part["code"] for part in parts}) == len({part["slug"] for part in parts}) == len(parts)
    assert Counter(part["unit"] for part in parts).most_common()[-1][1] >= 3


def test_each_unit_has_a_leader_deputies_an_officer_and_grassroots_people():
    held = Counter((person["unit"], person["role"]) for person in rows("people.csv"))
    for unit in bloc_of():
        assert held[unit, "leader"] == 1
        assert held[unit, "deputy_leader"] in (1, 2)
        assert held[unit, "officer"] == 1
        assert held[unit, "grassroots"] in (2, 3, 4)
    assert held["STP-QN", "secretariat"] == 3
    assert held["STP-QN", "administrator"] == held["VU-TDKT", "observer"] == 1


def test_people_are_made_up_distinct_and_reachable_nowhere():
    listed = rows("people.csv")
    parts = {part["code"]: part["unit"] for part in rows("subunits.csv")}
    assert len({p["code"] for p in listed}) == len({p["name"] for p in listed}) == len(listed)
    assert len({p["email"] for p in listed}) == len(listed)
    assert all(p["email"].endswith("@example.vn") and p["email"].isascii() for p in listed)
    assert {p["made_up"] for p in listed} == {"true"}
    assert not OFFICIALS_OF_THE_ARTICLE & {p["name"] for p in listed}
    assert all(parts[p["subunit"]] == p["unit"] for p in listed if p["subunit"])


def test_the_head_is_quang_ninh_and_the_two_deputies_come_from_both_blocs():
    roles = table("season.yaml")["roles"]
    assert roles["head"] == "STP-QN:L1"
    assert [bloc_of()[people()[code]["unit"]] for code in roles["deputies"]] == ["so-tu-phap", "thads"]
    assert {people()[code]["unit"] for code in roles["secretariat"]} == {"STP-QN"}
    named = [roles["head"], *roles["deputies"], *roles["secretariat"], *roles["observers"], *roles["administrators"]]
    assert set(named) <= set(people())


def test_motto_and_movements_are_the_articles_words():
    assert table("season.yaml")["season"]["motto"]["vi"] == (
        "Toàn ngành Tư pháp đoàn kết, sáng tạo, kỷ cương, thi đua hoàn thành xuất sắc nhiệm vụ chính trị được giao "
        "năm 2016"
    )
    assert [movement["name"]["vi"] for movement in table("movements.yaml")["movements"]] == [
        "Cán bộ tư pháp tiếp tục đẩy mạnh mẽ việc học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
        (
            "Thanh niên các cơ quan tư pháp Khu vực thi đua Đồng bằng Bắc bộ tham gia xây dựng, phát triển kinh tế - "
            "xã hội địa phương và hội nhập kinh tế quốc tế"
        ),
    ]


def test_blocs_have_their_own_years_and_leave_cross_scoring_out():
    blocs = {bloc["slug"]: bloc for bloc in table("season.yaml")["blocs"]}
    assert (blocs["so-tu-phap"]["from"], blocs["so-tu-phap"]["until"]) == ("2016-01-01", "2016-12-31")
    assert (blocs["thads"]["from"], blocs["thads"]["until"]) == ("2015-10-01", "2016-09-30")
    assert all(bloc["stages_left_out"] == ["cross_scoring"] for bloc in blocs.values())


def test_ten_contents_and_two_peaks():
    contents = table("contents.yaml")["contents"]
    campaigns = table("movements.yaml")["campaigns"]
    peaks = [c["slug"] for c in campaigns if c["kind"] == "peak"]
    assert [content["number"] for content in contents] == list(range(1, 11))
    assert len(peaks) == 2
    assert {content["belongs_to"] for content in contents} == {"year", *peaks}
    assert {c["kind"] for c in campaigns} == {"regular", "peak", "thematic", "ad_hoc"}


def test_campaigns_lie_in_the_year_after_the_launch():
    movements = {movement["slug"] for movement in table("movements.yaml")["movements"]}
    for campaign in table("movements.yaml")["campaigns"]:
        assert day("2016-01-28") < day(campaign["from"]) < day(campaign["until"]) <= day("2016-12-31")
        assert campaign.get("movement", "hoc-tap-lam-theo-bac") in movements
        assert set(campaign["blocs"]) <= set(BLOCS)


def test_each_bloc_has_one_indicator_for_each_content_it_takes():
    taken = {(bloc, c["number"]) for c in table("contents.yaml")["contents"] for bloc in c["blocs"]}
    indicators = table("indicators.yaml")["indicators"]
    measured = [(indicator["bloc"], indicator["content"]) for indicator in indicators]
    assert sorted(measured) == sorted(taken)
    assert Counter(bloc for bloc, _ in measured) == {"so-tu-phap": 8, "thads": 5}


def test_only_ratios_have_numerator_and_denominator():
    for indicator in table("indicators.yaml")["indicators"]:
        is_ratio = indicator["aggregation"] == "ratio"
        assert ("numerator" in indicator, "denominator" in indicator) == (is_ratio, is_ratio)


def test_periods_follow_each_other_inside_the_blocs_year():
    years = {bloc["slug"]: bloc for bloc in table("season.yaml")["blocs"]}
    for bloc in BLOCS:
        own = [period for period in table("periods.yaml")["periods"] if period["bloc"] == bloc]
        assert own[0]["from"] == years[bloc]["from"]
        assert day(own[-1]["until"]) <= day(years[bloc]["until"])
        for before, after in pairwise(own):
            assert (day(after["from"]) - day(before["until"])).days == 1
        assert all(day(period["until"]) < day(period["due"]) for period in own)


def test_each_bloc_walks_its_stages_in_order():
    for way in table("stages.yaml")["stages"].values():
        days = [day(on) for on in way.values()]
        assert days == sorted(days)
        assert list(way)[-1] == "reviewing"
        assert way["signed"] == "2016-03-04"
        assert way["reviewing"] == "2016-12-02"


def test_the_signing_is_held_in_vinh_phuc_and_the_ranking_in_december():
    days = {entry["slug"]: entry for entry in table("calendar.yaml")["days"]}
    assert (days["ky-giao-uoc"]["on"], days["ky-giao-uoc"]["host"]) == ("2016-03-04", "STP-VP")
    assert days["xep-hang"]["on"] == "2016-12-02"
    assert day(days["tu-cham-thads"]["opens"]) < day(days["tu-cham-stp"]["opens"])


def test_five_units_enter_for_themselves_and_the_secretariat_for_seventeen():
    entry = {account["unit"]: account["entry"] for account in rows("accounts.csv")}
    assert set(entry) == set(bloc_of())
    assert {unit for unit, how in entry.items() if how == "own"} == {
        "STP-QN",
        "STP-ND",
        "STP-HP",
        "THADS-HN",
        "THADS-QN",
    }
    assert Counter(entry.values()) == {"own": 5, "on_behalf": 17}


def test_chapters_succession_and_sign_in_name_units_and_people_that_exist():
    assert [chapter["unit"] for chapter in rows("chapters.csv")] == list(bloc_of())
    assert all(people()[c["secretary"]]["unit"] == c["unit"] for c in rows("chapters.csv"))
    named = {(chapter["unit"], chapter["name"]) for chapter in rows("chapters.csv")}
    assert {(change["unit"], change["chapter"]) for change in rows("chapter_changes.csv")} <= named
    assert [step["unit"] for step in rows("succession_2025.csv")] == list(bloc_of())
    assert {role["person"] for role in table("sign_in.yaml")["roles"]} <= set(people())


def test_the_front_page_gives_the_articles_figures():
    figures = {figure["slug"]: figure["value"] for figure in table("portal.yaml")["figures"]}
    assert figures == {"don-vi": 22, "chi-doan": 22, "cao-diem": 2, "noi-dung": 10, "dien-hinh": 22, "bang-khen": 12}
    for text in table("portal.yaml")["sentence"].values():
        assert all(number in text for number in ("2016", "22", "11", "12"))
