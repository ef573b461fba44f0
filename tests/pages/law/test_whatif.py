"""Thử đổi tiêu chuẩn: a standard with other figures or words, and who gains or loses by it."""

import pytest
from django.urls import reverse

from tests.factories.awards import a_rating, a_title, a_work, entered, someone_in
from tests.factories.seasons import a_season_registering
from tests.pages.clients import client_of
from thidua.base.law import library_drafted
from thidua.core.law.history import Level, Recognition
from thidua.pages.law.drafting import ADDED
from thidua.records.journal.models import AccessLine
from thidua.records.journal.queries import last_seq

HERE = "?nam=2015&ngay=2016-03-04&danh-hieu=CSTD_BO"


@pytest.fixture
def world(db):
    return a_season_registering()


@pytest.fixture
def client(world):
    return client_of(world.secretary)


def at(more=HERE):
    return reverse("law_whatif") + more


def fighter(unit, *years):
    person = someone_in(unit)
    entered(
        person, *(a_rating(year) for year in years), *(a_title(year=year) for year in years),
        a_work("Cổng tra cứu hồ sơ", years[-1], Recognition.MINISTRY),
    )  # fmt: skip
    return person


def rows_of(answer):
    """By award who gains and who loses, by name, with the verdicts."""
    return {
        one.changed.award: {row.touched.who.pk: (row.before.verdict, row.after.verdict) for row in one.rows}
        for one in answer.context["found"]
    }


def test_a_standard_shows_its_figures(client):
    answer = client.get(at())
    figures = answer.context["figures"]
    assert [(one.word, one.value) for one in figures[:2]] == [("consecutive", "3"), ("recognised_by", "ministry")]
    assert ("base", "cấp cơ sở") in figures[1].options
    assert answer.context["found"] is None
    assert "cases:" not in answer.context["rule"]


def test_a_figure_that_is_changed_tells_who_gains_and_why(world, client):
    new = fighter(world.units[1], 2014, 2015)
    fighter(world.units[2], 2013, 2014, 2015)
    before = last_seq()
    answer = client.post(at(), {"so-0": "2"})
    assert rows_of(answer) == {"CSTD_BO": {new.pk: ("not_eligible", "eligible")}}
    assert "Hiện hành đòi mà chưa có" in answer.content.decode()
    assert "thiếu năm 2013" in answer.content.decode()
    assert last_seq() == before, "nothing is written"
    assert AccessLine.objects.filter(kind="read_people").count() == 1, "who reads is noted, who only types is not"


def test_a_harder_figure_tells_who_loses(world, client):
    person = fighter(world.units[1], 2013, 2014, 2015)
    answer = client.post(at(), {"so-0": "4"})
    assert rows_of(answer) == {"CSTD_BO": {person.pk: ("eligible", "not_eligible")}}
    assert "Bản thảo đòi mà chưa có" in answer.content.decode()


def test_a_pasted_standard_is_compared_and_kept_on_the_page(world, client):
    person = fighter(world.units[1], 2015)
    rule = "title: CSTD_BO\nsource: '1'\nall:\n  - titled: {title: CSTDCS, consecutive: 1}\n"
    answer = client.post(at(), {"rule": rule})
    assert person.pk in rows_of(answer)["CSTD_BO"]
    assert answer.context["rule"] == rule


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"so-0": "ba"}, "Dòng"),
        ({"rule": "title: CSTD_BO\nsource: '1'\nall:\n  - titeld: {title: CSTDCS}\n"}, "Dòng 4"),
        ({"rule": ""}, "bảng"),
    ],
)
def test_a_wrong_draft_is_told_with_its_line_and_nothing_typed_is_lost(client, sent, told):
    answer = client.post(at(), sent)
    assert answer.context["found"] is None
    assert any(told in fault for fault in answer.context["faults"])
    assert answer.context["rule"] == sent["rule"] if "rule" in sent else "consecutive: ba" in answer.context["rule"]


def test_a_draft_that_changes_nothing_says_so(world, client):
    fighter(world.units[1], 2013, 2014, 2015)
    assert "Không ai đổi kết quả." in client.post(at(), {"so-0": "3"}).content.decode()


def test_a_unit_is_refused_it(world):
    assert client_of(world.officers[1]).get(at("")).status_code == 422


def test_collectives_are_compared_too(world, client):
    unit = world.units[1]
    entered(unit, a_rating(2015), a_title("TTLDTT", 2015))
    rule = "form: BK_BO\nto: collective\nsource: '1'\nall:\n  - rated: {at_least: HTXS}\n"
    answer = client.post(at("?nam=2015&ngay=2016-03-04&cho=tap-the&danh-hieu=BK_BO"), {"rule": rule})
    assert unit.pk in rows_of(answer)["BK_BO"]


def test_a_large_draft_is_compared_part_by_part_and_comes_out_the_same(world, client, monkeypatch):
    people = [fighter(world.units[1], 2014, 2015) for _ in range(5)]
    whole = rows_of(client.post(at(), {"so-0": "2"}))
    AccessLine.objects.all().delete()
    monkeypatch.setattr("thidua.figures.sweeps.parts.PART", 3)
    first = client.post(at(), {"so-0": "2"})
    assert "Đã tính 1/" in first.content.decode()
    sent, bar = first.context["sent"], {"hx-request": "true"}
    for _ in range(first.context["work"].parts):
        assert not AccessLine.objects.filter(kind="read_people").exists(), "nobody has read anything yet"
        answer = client.post(at(), sent, headers=bar)
    assert answer["HX-Reselect"] == answer["HX-Retarget"] == "#main"
    assert rows_of(answer) == whole
    assert set(whole["CSTD_BO"]) == {one.pk for one in people}
    assert AccessLine.objects.filter(kind="read_people").count() == 1


def test_a_level_is_chosen_from_those_there_are(world, client):
    person = someone_in(world.units[1])
    entered(person, a_rating(2015, Level.HT))
    here = "?nam=2015&ngay=2016-03-04&danh-hieu=LDTT"
    [level] = [one for one in client.get(at(here)).context["figures"] if one.word == "at_least"]
    assert (level.value, [value for value, _ in level.options]) == ("HTT", ["HTXS", "HTT", "HT", "KHT"])
    assert rows_of(client.post(at(here), {level.name: "HT"}))["LDTT"] == {person.pk: ("not_eligible", "eligible")}


JUDGED = "?nam=2025&ngay=2026-03-04&danh-hieu=GK"


def test_where_there_is_nothing_to_change_the_page_says_what_can_be_tried(client):
    answer = client.get(at(JUDGED))
    assert not answer.context["figures"]
    page = answer.content.decode()
    assert "không có số nào để đổi" in page
    assert "thidua law whatif ban-thao --on 2026-03-04 --year 2025" in page
    assert "ban-thao/DT1/GK.yaml" in page


def test_the_lines_that_can_be_added_are_read(client):
    rule = "\n".join(["form: GK", "to: individual", "source: '75'", "all:", *ADDED])
    assert client.post(at(JUDGED), {"rule": rule}).context["faults"] == []


@pytest.mark.parametrize(("code", "more"), [("LDTT", "&van-ban=TT11-2023-BTP"), ("GK", "")])
def test_the_folder_that_the_page_describes_is_read_by_the_command(client, code, more):
    told = client.get(at(f"?nam=2025&ngay=2026-03-04&danh-hieu={code}{more}")).context
    draft = library_drafted({"DT1/text.yaml": told["text_file"], f"DT1/{told['file']}": told["rule"]})
    assert "DT1" in draft.texts
