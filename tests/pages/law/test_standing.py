"""Vì sao đủ / chưa đủ điều kiện: of people and units with a record, as those see it who may."""

import html
import json
import re
from datetime import date

import pytest
from django.urls import reverse

from tests.factories.awards import (
    a_discipline,
    a_fact,
    a_form,
    a_profile,
    a_rating,
    a_title,
    a_work,
    entered,
    someone_in,
)
from tests.factories.seasons import a_season_registering, an_actor
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.core.actor import PostKind
from thidua.core.law.history import Level, Recognition
from thidua.pages.law.sight import Stretch, joined
from thidua.records.directory.models import Descent, Unit
from thidua.records.journal.models import AccessLine

ON = "ngay=2016-03-04"


@pytest.fixture
def world(db):
    return a_season_registering()


@pytest.fixture
def client(world):
    return client_of(world.officers[1])


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"(?s)<[^>]*>", " ", answer.content.decode()))


def fighter_in(unit, *, years=(2013, 2014, 2015)):
    """Somebody with base titles and an initiative that the ministry has recognised."""
    person = someone_in(unit)
    entered(person, *(a_rating(year) for year in years), *(a_title(year=year) for year in years))
    entered(person, a_work("Cổng tra cứu hồ sơ", 2014, Recognition.MINISTRY))
    return person


def shelf_of(page, award):
    """The heading under which an award stands in the list."""
    parts = re.split(r"<h2>", page)
    return next(
        re.sub(r"<[^>]*>", "", part.partition("</h2>")[0]).split(" (")[0] for part in parts if f"/{award}?" in part
    )


def test_three_base_titles_running_and_a_free_initiative_are_enough(world, client):
    person = fighter_in(world.units[1])
    page = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO?nam=2015&{ON}"))
    assert "Đủ điều kiện" in page
    assert "Có danh hiệu “Chiến sĩ thi đua cơ sở” các năm 2013–2015" in page
    assert "Luật 15/2003/QH11" in page


def test_a_broken_year_is_named_and_stands_under_what_is_missing(world, client):
    person = fighter_in(world.units[1], years=(2012, 2013, 2015))
    page = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO?nam=2015&{ON}"))
    assert "Chưa đủ điều kiện" in page
    assert "thiếu năm 2014" in page.partition("Còn thiếu")[2]


def test_the_list_puts_what_can_be_proposed_first_and_what_is_nearly_there_apart(world, client):
    person = fighter_in(world.units[1], years=(2012, 2013, 2015))
    page = client.get(f"/nguoi/{person.public_id}/dieu-kien?nam=2015&{ON}").content.decode()
    assert shelf_of(page, "LDTT") == "Đủ điều kiện"
    assert shelf_of(page, "CSTD_BO") == "Gần đủ: thiếu một điều kiện"
    assert shelf_of(page, "CSTDTQ") == "Chưa đủ điều kiện"


def test_five_years_short_is_not_nearly_there(world, client):
    person = fighter_in(world.units[1])
    page = client.get(f"/nguoi/{person.public_id}/dieu-kien?nam=2015&{ON}").content.decode()
    assert shelf_of(page, "HCLD_NHAT") == "Chưa đủ điều kiện"


def test_what_is_for_the_armed_forces_is_not_listed_for_civil_servants(world, client):
    person = fighter_in(world.units[1])
    page = client.get(f"/nguoi/{person.public_id}/dieu-kien?nam=2015&{ON}").content.decode()
    assert "/CSTT?" not in page


def test_what_somebody_must_look_at_is_named(world, client):
    """An initiative that a base title has used, recognised by the ministry, serves in one reading."""
    person = someone_in(world.units[1])
    [work] = entered(person, a_work("Cổng tra cứu hồ sơ", 2014, Recognition.MINISTRY))
    entered(person, *(a_rating(year) for year in (2013, 2014, 2015)))
    entered(person, a_title(year=2013), a_title(year=2014, works=(work,)), a_title(year=2015))
    page = client.get(f"/nguoi/{person.public_id}/dieu-kien?nam=2015&{ON}").content.decode()
    assert shelf_of(page, "CSTD_BO") == "Cần người xem"
    why = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO?nam=2015&{ON}"))
    assert "chỉ theo một cách hiểu" in why.partition("Cần xem")[2]


def test_what_was_known_stands_below_the_answer_with_the_texts_and_their_hashes(world, client):
    person = fighter_in(world.units[1])
    entered(person, a_form())
    page = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO?nam=2015&{ON}")).partition("Đã biết")[2]
    assert "công trạng, quyết định ngày 20/12/2014, ghi nhận năm 2013–2014" in page
    assert "Sáng kiến bộ, tỉnh công nhận năm 2014, chưa dùng" in page
    assert re.search(r"[0-9a-f]{64}", page)


def test_a_fact_that_nobody_has_written_down_is_entered_from_the_page_that_lacks_it(world, client):
    person = fighter_in(world.units[1])
    here = f"/nguoi/{person.public_id}/dieu-kien/BK_BO?nam=2015&{ON}"
    page = client.get(here).content.decode()
    assert "phải do người có thẩm quyền đánh giá" in text_of(client.get(here))
    note = html.unescape(re.search(r'href="([^"]+viec=feat_BK_BO)"', page)[1])
    form = client.get(note)
    assert form.context["asked"].own[0].value == "feat_BK_BO"
    sent = form_on(form.content, "") | {"is_so": "yes", "source": "Biên bản họp xét"}
    answer = client.post(note, sent)
    assert (answer.status_code, answer["Location"]) == (303, here)
    page = client.get(here)
    assert "viec=feat_BK_BO" not in page.content.decode()
    assert "Đủ điều kiện" in text_of(page)
    assert "viec=" not in client_of(world.head).get(here).content.decode()
    profile = f"/nguoi/{person.public_id}/khen-thuong/ghi/doi-tuong"
    armed = here.replace("BK_BO", "CSTT")
    assert profile in client.get(armed).content.decode()
    entered(person, a_profile())
    assert profile not in client.get(armed).content.decode()


def test_of_a_past_day_what_was_decided_later_does_not_count_and_the_page_says_so(world, client):
    person = fighter_in(world.units[1])
    here = f"/nguoi/{person.public_id}/dieu-kien/CSTDCS?nam=2014&ngay="
    early, late = (text_of(client.get(here + day)) for day in ("2015-01-14", "2015-01-15"))
    assert "quyết định ký sau ngày đó không tính" in early
    known = [page.partition("Đã biết những gì")[2].partition("Tính theo")[0] for page in (early, late)]
    assert ["năm 2013–2014" in one.partition("cơ sở")[2] for one in known] == [False, True]


def test_a_denied_fact_is_not_met_and_who_does_not_keep_the_record_is_not_told_the_group(world, client):
    person = fighter_in(world.units[1])
    entered(person, a_fact("movement_BK_BO", is_so=False), a_profile())
    here = f"/nguoi/{person.public_id}/dieu-kien/BK_BO?nam=2015&{ON}"
    assert "Đối tượng" in text_of(client.get(here)).partition("Đã biết những gì")[2]
    of_the_head = client_of(world.head)
    assert "Đối tượng" not in text_of(of_the_head.get(here)).partition("Đã biết những gì")[2]
    for reader, knows in ((client, True), (of_the_head, False)):
        facts = json.loads(reader.get(here.replace("BK_BO?", "BK_BO/tep?")).content)["facts"]
        assert (facts["denied.movement_BK_BO"], "group.worker" in facts) == ([2015], knows)


def test_where_merit_is_not_met_and_others_may_judge_one_sentence_says_so(world, client):
    person = someone_in(world.units[1])
    page = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien/BK_BO?nam=2015&{ON}"))
    assert "Chưa đủ theo công trạng. Các trường hợp khác" in page


def test_an_empty_record_says_that_nothing_is_on_record_and_leads_to_where_it_is_kept(world, client):
    person = someone_in(world.units[1])
    answer = client.get(f"/nguoi/{person.public_id}/dieu-kien/LDTT?nam=2015&{ON}")
    assert "Chưa ghi nhận gì" in text_of(answer)
    assert f'href="{reverse("person_honours", args=(person.public_id,))}"' in answer.content.decode()


def test_whoever_is_under_discipline_is_not_eligible_and_reads_why(world, client):
    person = fighter_in(world.units[1])
    entered(person, a_discipline(date(2016, 1, 1), None))
    page = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO?nam=2015&{ON}"))
    assert "Chưa đủ điều kiện" in page


def test_what_is_in_sight_names_the_earliest_year_and_the_least_that_must_happen(world, client):
    person = someone_in(world.units[1])
    entered(person, a_rating(2014), a_rating(2015), a_title(year=2014), a_title(year=2015))
    page = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien?nam=2015&{ON}"))
    sight = page.partition("Có thể đạt trong năm năm tới")[2]
    assert (
        "Chiến sĩ thi đua bộ, ban, ngành, tỉnh 2016 2016 : thêm 1 sáng kiến được bộ, ban, ngành, tỉnh công nhận có "
        "hiệu quả, nhân rộng được, chưa dùng; danh hiệu “Chiến sĩ thi đua cơ sở”"
    ) in sight
    assert "thêm 2 sáng kiến được cơ sở công nhận, chưa dùng" in sight
    why = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO?nam=2015&{ON}"))
    assert "Sớm nhất đạt được cho năm 2016" in why


def test_what_rests_on_judgement_alone_is_said_in_one_line_and_not_foreseen(world, client):
    unit = world.units[1]
    entered(unit, a_rating(2014), a_rating(2015))
    there = f"/don-vi/{unit.slug}/dieu-kien"
    sight, _, judged = text_of(client.get(f"{there}?nam=2025&ngay=2026-03-04")).partition("Không dự báo, vì chỉ do")
    assert "Cờ thi đua của Chính phủ" in judged
    assert "Cờ thi đua của Chính phủ" not in sight.partition("Có thể đạt trong năm năm tới")[2]
    assert "Sớm nhất đạt được" not in text_of(client.get(f"{there}/CO_CP?nam=2025&ngay=2026-03-04"))


def test_years_in_a_row_that_must_bring_the_same_are_one_line():
    said = [Stretch(year, year, (step,)) for year, step in ((2016, "a"), (2017, "b"), (2018, "b"), (2020, "b"))]
    assert list(joined(said)) == [Stretch(2016, 2016, ("a",)), Stretch(2017, 2018, ("b",)), Stretch(2020, 2020, ("b",))]


def test_what_is_met_is_not_in_sight_any_more(world, client):
    person = fighter_in(world.units[1])
    why = text_of(client.get(f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO?nam=2015&{ON}"))
    assert "Sớm nhất đạt được" not in why


def test_every_article_of_the_standard_leads_to_the_awards_page_on_that_day(world, client):
    person = fighter_in(world.units[1])
    page = client.get(f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO?nam=2015&{ON}").content.decode()
    assert 'href="/luat/CSTD_BO?ngay=2016-03-04#tieu-chuan"' in page


def test_the_answer_is_taken_away_as_a_file_that_the_same_history_gives_again(world, client):
    person = fighter_in(world.units[1])
    address = f"/nguoi/{person.public_id}/dieu-kien/CSTD_BO/tep?nam=2015&{ON}"
    first, again = (json.loads(client.get(address).content) for _ in range(2))
    assert first == again
    assert (first["award"], first["year"], first["on"], first["verdict"]) == ("CSTD_BO", 2015, "2016-03-04", "eligible")
    assert first["facts"]["title.CSTDCS"] == [2013, 2014, 2015]
    assert all(len(text["hash"]) == 64 for text in first["texts"])
    assert client.get(address.replace("CSTD_BO", "KHONG_CO")).status_code == 404


def test_a_unit_stands_towards_what_collectives_may_have(world, client):
    unit = world.units[1]
    entered(unit, a_rating(2015, Level.HTXS), a_title("TTLDXS", 2015))
    page = client.get(f"/don-vi/{unit.slug}/dieu-kien?nam=2015&{ON}").content.decode()
    assert "Tập thể lao động xuất sắc" in page
    assert "Chiến sĩ thi đua cơ sở</a>" not in page
    assert "Thôn, tổ dân phố văn hóa" not in page  # an agency is no village
    why = text_of(client.get(f"/don-vi/{unit.slug}/dieu-kien/TTLDXS?nam=2015&{ON}"))
    assert "Năm 2015: hoàn thành xuất sắc nhiệm vụ" in why


def test_figures_that_nobody_wrote_down_are_said_to_be_missing_and_who_is_to_be_rated_is_named(world, client):
    unit = world.units[1]
    entered(unit, a_rating(2015, Level.HTXS))
    rated, left = (someone_in(unit, name, from_on=date(2010, 1, 4)) for name in ("Trần Văn Bảo", "Lê Thị Hoa"))
    entered(rated, a_rating(2015, Level.HTT))
    address = f"/don-vi/{unit.slug}/dieu-kien/TTLDXS?nam=2015&{ON}"
    why = text_of(client.get(address))
    assert "Người hoàn thành nhiệm vụ trở lên: chưa ghi số người; cần từ 100 % trở lên" in why
    assert re.search(r"(\d+) trong (\d+) người chưa ghi xếp loại năm 2015", why)
    page = client.get(address).content.decode()
    assert f"/nguoi/{left.public_id}/khen-thuong/ghi/xep-loai?nam=2015&amp;next=" in page
    assert f"/nguoi/{rated.public_id}/khen-thuong/ghi" not in page
    assert "chưa ghi xếp loại" not in text_of(client.get(address.replace("TTLDXS", "CO_BO")))


def test_of_a_unit_that_has_ended_the_page_leads_to_who_took_over(world, client):
    unit, heir = world.units[1], world.units[2]
    Unit.objects.filter(pk=unit.pk).update(dissolved_on=date(2016, 1, 1))
    Descent.objects.create(ancestor=unit, heir=heir)
    for page in ("dieu-kien", "dieu-kien/TTLDXS", "ra-soat"):
        said = client.get(f"/don-vi/{unit.slug}/{page}").content.decode()
        assert "Đơn vị thôi hoạt động từ 1/1/2016." in said, page
        assert f'href="/don-vi/{heir.slug}/' in said, page


def test_without_a_year_the_last_one_that_is_over_is_asked_about(world, client):
    person = fighter_in(world.units[1])
    page = client.get(f"/nguoi/{person.public_id}/dieu-kien?{ON}").content.decode()
    assert re.search(r'<option value="2015"[^>]* selected', page)
    assert client.get(f"/nguoi/{person.public_id}/dieu-kien?nam=3000&{ON}").status_code == 200


def test_what_is_no_award_for_such_as_these_is_unknown(world, client):
    person = someone_in(world.units[1])
    for award in ("KHONG_CO", "TTLDXS"):
        assert client.get(f"/nguoi/{person.public_id}/dieu-kien/{award}").status_code == 404


def test_another_units_staff_read_that_it_is_not_theirs_and_the_person_reads_the_own(world):
    person = fighter_in(world.units[1])
    stranger = an_actor("Người Khác", world.units[2], PostKind.STAFF)
    answer = client_of(stranger).get(f"/nguoi/{person.public_id}/dieu-kien")
    assert answer.status_code != 200
    assert "Chiến sĩ thi đua" not in answer.content.decode()


def test_reading_a_persons_standing_is_noted(world, client):
    person = someone_in(world.units[1])
    client.get(f"/nguoi/{person.public_id}/dieu-kien")
    assert AccessLine.objects.filter(address=f"/nguoi/{person.public_id}/dieu-kien").count() == 1


def test_the_persons_and_the_units_page_lead_to_it(world, client):
    person = someone_in(world.units[1])
    assert f'/nguoi/{person.public_id}/dieu-kien"' in client.get(f"/nguoi/{person.public_id}").content.decode()
    assert f'/don-vi/{world.units[1].slug}/dieu-kien"' in client.get(f"/don-vi/{world.units[1].slug}").content.decode()
