"""The record of honours: year by year, entered, mended by two at once, withdrawn, taken away."""

import io
from datetime import date

import openpyxl
import pytest

from tests.factories.awards import (
    BY_REGISTER,
    a_discipline,
    a_fact,
    a_form,
    a_leave,
    a_profile,
    a_rating,
    a_title,
    a_work,
    entered,
    someone_in,
)
from tests.factories.seasons import BUILDER, NOON, a_key, an_actor
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.core.actor import PostKind
from thidua.core.law.history import AwardType, Level
from thidua.records.awards.actions import mend
from thidua.records.awards.models import Discipline, Fact, Honour, Leave, Profile, Rating, Tenure, Work
from thidua.records.awards.told import Decision, HonourTold
from thidua.records.directory.models import Person
from thidua.records.journal.models import AccessLine

pytestmark = pytest.mark.django_db
DECIDED = {"number": "12/QĐ-BTP", "decided_on": "15/1/2016", "decided_by": "Bộ trưởng Bộ Tư pháp"}


@pytest.fixture
def person(world):
    return someone_in(world.units[1])


def at(whose, more=""):
    word = f"nguoi/{whose.public_id}" if hasattr(whose, "full_name") else f"don-vi/{whose.slug}"
    return f"/{word}/khen-thuong{more}"


def sent(client, address, **form):
    return client.post(address, {"key": a_key()} | form, follow=True).content.decode()


def test_an_empty_record_says_what_to_do_first_to_whoever_keeps_it(world, person, officer):
    page = officer.get(at(person)).content.decode()
    assert "Chưa ghi mục nào" in page
    assert "Bắt đầu từ năm gần nhất" in page
    assert f'href="{at(person, "/ghi/danh-hieu")}"' in page
    other = client_of(world.head).get(at(person)).content.decode()
    assert "Cán bộ thi đua của đơn vị hoặc bộ phận thường trực ghi ở đây." in other
    assert at(person, "/ghi/danh-hieu") not in other


def test_each_year_has_a_row_with_what_was_decided_in_it(person, officer):
    entered(person, a_rating(2014, Level.HTT), a_rating(2015), a_title(), a_form(), a_work(), a_discipline(), a_leave())
    page = officer.get(at(person)).content.decode()
    rows = page.partition("<tbody>")[2].split("<tr>")[1:]
    assert [row.partition("</th>")[0][-4:] for row in rows] == ["2015", "2014", "2013", "2012"]
    for text in ("Hoàn thành xuất sắc nhiệm vụ", "Chiến sĩ thi đua cơ sở", "12/QĐ-STP", "15/1/2016"):
        assert text in rows[0]
    for text in ("Bằng khen của bộ, ban, ngành, tỉnh", "Theo công trạng, 2013–2014", "345/QĐ-BTP", "cấp cơ sở"):
        assert text in rows[1]
    assert "Cảnh cáo" in rows[2]
    assert "1/5/2013 – 30/4/2014" in rows[2]
    assert "Nghỉ thai sản" in rows[3]


@pytest.mark.parametrize(
    ("kind", "form", "model"),
    [
        ("xep-loai", {"year": "2015", "level": "HTXS", "basis": "NĐ 56/2015"}, Rating),
        ("danh-hieu", {"award": "CSTDCS", "year": "2015", "signer": "Vũ Đình Khang"}, Honour),
        ("khen-thuong", {"award": "BK_BO", "type": "CONG_TRANG", "rewarded": "2013-2014, 2011"}, Honour),
        ("sang-kien", {"name": "Sổ hẹn", "work": "initiative", "year": "2015", "rank": "ministry"}, Work),
        ("ky-luat", {"degree": "reprimand", "from_on": "1/2/2015", "until_on": "31/1/2016"}, Discipline),
        ("nghi", {"year": "2012", "reason": "maternity"}, Leave),
        ("su-viec", {"word": "feat_BK_BO", "year": "2015", "is_so": "yes"}, Fact),
        ("doi-tuong", {"sex": "female", "group": "worker"}, Profile),
        ("chuc-vu", {"post": "vu_truong", "held_at": "Vụ Thi đua", "from_on": "1/2/2009", "until_on": ""}, Tenure),
    ],
)
def test_each_kind_of_entry_has_a_form_of_its_own(person, officer, kind, form, model):
    assert officer.get(at(person, f"/ghi/{kind}")).status_code == 200
    page = sent(officer, at(person, f"/ghi/{kind}"), **form, **DECIDED)
    assert ("Đã ghi giới tính, đối tượng." if kind == "doi-tuong" else "Đã ghi “") in page
    row = model.objects.get(person=person)
    assert (row.number, row.decided_on, row.on_behalf) == ("12/QĐ-BTP", date(2016, 1, 15), False)
    assert getattr(row, "rewarded", []) == ([2011, 2013, 2014] if kind == "khen-thuong" else [])


def test_a_refused_form_says_every_fault_and_keeps_what_was_typed(person, officer):
    form = {"key": a_key(), "award": "CSTDCS", "year": "hai nghìn", "number": "12/QĐ", "decided_on": "32/1/2016"}
    answer = officer.post(at(person, "/ghi/danh-hieu"), form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“hai nghìn” ở ô “Năm xét” không phải một năm. Ghi như 2015." in page
    assert "32/1/2016" in page
    assert 'value="hai nghìn"' in page
    page = sent(officer, at(person, "/ghi/danh-hieu"), award="CSTDCS", year="2015")
    assert "Ghi số và ngày quyết định." in page


def test_an_honour_names_the_initiatives_it_was_built_upon_and_a_second_title_warns(person, officer):
    [work] = entered(person, a_work())
    used = {f"work-{work.public_id}": "1", **DECIDED}
    sent(officer, at(person, "/ghi/danh-hieu"), award="CSTDCS", year="2015", **used)
    assert list(Honour.objects.get().works.all()) == [work]
    assert "Đã dùng cho Chiến sĩ thi đua cơ sở." in officer.get(at(person, "/ghi/danh-hieu")).content.decode()
    page = sent(officer, at(person, "/ghi/danh-hieu"), award="CSTD_BO", year="2015", **used)
    assert "Có cách hiểu không cho dùng lại" in page
    page = sent(officer, at(person, "/ghi/khen-thuong"), award="BK_BO", type="CONG_TRANG", **used)
    assert "Mỗi sáng kiến chỉ dùng một lần; chọn sáng kiến khác." in page
    assert Honour.objects.count() == 2


def test_two_who_mend_one_entry_are_shown_both_versions(world, person, officer):
    [row] = entered(person, a_title())
    form = form_on(client_of(world.secretary).get(at(person, f"/muc/{row.public_id}")).content, "")
    mend(row, told=a_title(year=2014), seen_version=1, by=BUILDER, at=NOON, key=a_key())
    answer = officer.post(at(person, f"/muc/{row.public_id}"), form | {"year": "2013", "signer": "Vũ Đình Khang"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "2014" in page
    assert "2013" in page
    assert Honour.objects.get().year == 2014


def test_an_entry_is_withdrawn_with_a_reason_and_the_history_tells_it(person, officer):
    [row] = entered(person, a_title())
    address = at(person, f"/muc/{row.public_id}")
    assert "Rút mục này" in officer.get(address).content.decode()
    assert officer.post(f"{address}/rut", {"key": a_key(), "because": ""}).status_code == 422
    assert "Đã rút “Chiến sĩ thi đua cơ sở”." in sent(officer, f"{address}/rut", because="Quyết định bị hủy")
    assert officer.get(address).status_code == 404
    told = officer.get(at(person, "/lich-su")).content.decode()
    assert "rút một mục khỏi quá trình khen thưởng" in told
    assert "Quyết định bị hủy" in told


def test_what_was_confirmed_or_denied_stands_in_its_year_and_in_the_workbook(world, person, officer):
    entered(person, a_fact(), a_fact("conduct", 2014, is_so=False))
    rows = officer.get(at(person)).content.decode().partition("<tbody>")[2].split("<tr>")[1:]
    assert "thành tích đột xuất" in rows[0]
    assert "Có</span>" in rows[0]
    assert "Không</span>" in rows[1]
    [row] = entered(world.units[1], a_fact("exceeds"))
    mended = sent(officer, at(world.units[1], f"/muc/{row.public_id}"), word="exceeds", year="2015", is_so="no",
                  version="1", source="Báo cáo năm")  # fmt: skip
    assert "Đã sửa “Hoàn thành vượt mức các chỉ tiêu" in mended
    told = officer.get(at(world.units[1], "/lich-su")).content.decode()
    assert "Có hay không" in told


def test_what_is_asked_of_the_person_as_such_is_seen_by_who_keeps_the_record_and_by_the_person(world, person, officer):
    [row] = entered(person, a_profile())
    page = officer.get(at(person)).content.decode()
    assert "Nữ; Công nhân, nông dân, người lao động trực tiếp" in page
    assert at(person, f"/muc/{row.public_id}") in page
    of_the_head = client_of(world.head)
    assert "Công nhân" not in of_the_head.get(at(person)).content.decode()
    refused = of_the_head.get(at(person, f"/muc/{row.public_id}"))
    assert refused.status_code == 422
    assert "Công nhân" not in refused.content.decode()
    staff = an_actor("Người Trong", world.units[1], PostKind.STAFF)
    own = Person.objects.get(pk=staff.person)
    entered(own, a_profile())
    assert "Nữ; Công nhân" in client_of(staff).get(at(own)).content.decode()
    told = client_of(world.officers[1]).get(at(person, "/lich-su")).content.decode()
    assert "ghi vào quá trình khen thưởng" in told
    assert "Công nhân" not in told
    assert "worker" not in told


def test_the_secretariat_enters_on_behalf_and_the_entry_says_so(world, person):
    client = client_of(world.secretary)
    sent(client, at(person, "/ghi/xep-loai"), year="2015", level="HTT", source="Sổ theo dõi")
    [row] = Rating.objects.all()
    assert row.on_behalf
    assert "Nhập thay đơn vị:" in client.get(at(person, f"/muc/{row.public_id}")).content.decode()


def test_a_unit_has_no_entries_of_people_and_shows_those_of_units_before_it(world, officer):
    unit = world.units[1]
    assert officer.get(at(unit, "/ghi/nghi")).status_code == 404
    sent(officer, at(unit, "/ghi/danh-hieu"), award="TTLDXS", year="2015", **DECIDED)
    assert "Tập thể lao động xuất sắc" in officer.get(at(unit)).content.decode()


def test_a_form_of_unknown_type_is_pointed_at(person, officer):
    decision = Decision("1/QĐ", date(2015, 1, 5), "Bộ trưởng")
    entered(person, HonourTold("BK_BO", type=AwardType.UNKNOWN, decision=decision))
    assert "Có hình thức khen thưởng chưa rõ loại hình." in officer.get(at(person)).content.decode()


def test_a_record_is_taken_away_as_a_workbook(person, officer):
    entered(person, a_rating(), a_title(), a_work())
    answer = officer.get(at(person, ".xlsx"))
    assert "qua-trinh-khen-thuong-le-thi-hoa.xlsx" in answer["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert ["2015", "Xếp loại chất lượng", "Hoàn thành xuất sắc nhiệm vụ", BY_REGISTER.source] in rows
    assert ["2014", "Sáng kiến, đề tài", "Sổ minh chứng điện tử", "cấp cơ sở", BY_REGISTER.source] in rows


def test_the_pages_of_a_person_and_a_unit_lead_to_their_records(world, person, officer):
    assert at(person) in officer.get(f"/nguoi/{person.public_id}").content.decode()
    assert at(world.units[1]) in officer.get(f"/don-vi/{world.units[1].slug}").content.decode()


def test_english_readers_read_english(world, person):
    entered(person, a_rating(), a_title(), a_leave())
    page = client_of(world.officers[1], "en").get(at(person)).content.decode()
    for text in ("Record of honours", "Tasks completed excellently", "Base-level emulation fighter", "Maternity leave"):
        assert text in page


def test_whoever_reads_a_persons_record_or_takes_it_away_is_noted_and_a_units_is_for_all(world, person, officer):
    for whose in (person, world.units[1]):
        for more in ("", ".xlsx"):
            officer.get(at(whose, more))
    noted = list(AccessLine.objects.order_by("pk").values_list("kind", "address"))
    assert noted == [("read_person", at(person)), ("read_person", at(person, ".xlsx"))]
