"""Mergers, splits and dissolutions by page: every consequence is told before anything is done; old names lead on."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.people import a_person, a_unit_named, an_administrator
from tests.factories.seasons import BUILDER, NOON, a_key, an_actor
from tests.pages.clients import client_of
from tests.records.conduct.test_succession import DAY, a_led_unit, a_merger, give
from thidua.core.actor import PostKind
from thidua.records.conduct.actions import reorganise_units
from thidua.records.directory.models import Reorganisation, Unit
from thidua.records.directory.queries import leader_of, posts_in
from thidua.records.directory.queries.descent import heirs_of

ORDER = {
    "title": "Nghị quyết về sắp xếp", "number": "202/NQ", "dated_on": "12/2/2016", "issuer": "Quốc hội",
    "on": "1/3/2016",
}  # fmt: skip
MERGE, SPLIT = "/don-vi/nd/sap-nhap", "/don-vi/nd/chia-tach"


@pytest.fixture
def keeper(db):
    return client_of(an_administrator())


@pytest.fixture
def two(keeper):
    first, _ = a_led_unit("Sở Tư pháp tỉnh Nam Định", "nd", "Lê Văn Một")
    second, _ = a_led_unit("Sở Tư pháp tỉnh Ninh Bình", "nb", "Lê Văn Hai")
    give(a_person("Trần Văn Thư"), first)
    return first, second


def sent(client, address, **typed):
    return client.post(address, {"key": a_key(), "step": "tell", **ORDER, **typed})


def told(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def seal_in(page):
    return page.split('name="seen" value="')[1].split('"')[0]


def merger(**typed):
    return {"units": "ND", "how": "existing", "into": "NB", "former_title": "Phó Giám đốc"} | typed


def test_a_merger_is_told_first_and_done_as_it_was_told(keeper, two):
    first, second = two
    page = told(sent(keeper, MERGE, **merger()))
    for text in ("thôi hoạt động từ 1/3/2016", "2 chức vụ chuyển sang", "1 lãnh đạo cũ thành cấp phó", "Trần Văn Thư"):
        assert text in page
    assert not Reorganisation.objects.exists()
    answer = sent(keeper, MERGE, **merger(), step="do", seen=seal_in(page))
    row = Reorganisation.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/sap-xep/{row.public_id}")
    assert list(heirs_of(first)) == [second]
    page = told(keeper.get(f"/sap-xep/{row.public_id}"))
    for text in ("202/NQ", "12/2/2016", "Quốc hội", "Sở Tư pháp tỉnh Nam Định", "hợp nhất, sáp nhập đơn vị"):
        assert text in page
    assert "202/NQ" in told(keeper.get("/sap-xep"))


def test_who_is_chosen_to_leave_changes_what_was_told(keeper, two):
    first, second = two
    seen = seal_in(told(sent(keeper, MERGE, **merger())))
    clerk = first.posts.get(kind="staff")
    leaving = {f"post-{clerk.public_id}": "leaves"}
    page = told(sent(keeper, MERGE, **merger(), **leaving, step="do", seen=seen), 422)
    assert "Hệ quả đã khác so với lúc xem" in page
    assert "1 chức vụ kết thúc" in page
    assert 'value="leaves" selected' in page
    assert not Reorganisation.objects.exists()
    assert sent(keeper, MERGE, **merger(), **leaving, step="do", seen=seal_in(page)).status_code == 303
    assert [post.person.full_name for post in posts_in(second, on=DAY)] == ["Lê Văn Hai", "Lê Văn Một"]


def test_a_refusal_keeps_what_was_typed_and_names_every_fault(keeper, two):
    page = told(sent(keeper, MERGE, **merger(units="ND\nkhông có", into="", number="")), 422)
    for text in ("không có đơn vị “không có”", "Thiếu “Đơn vị kế tục”", "Thiếu “Số văn bản”", "Nghị quyết về sắp xếp"):
        assert text in page
    page = told(sent(keeper, MERGE, **merger(into="ND")), 422)
    assert "Không có đơn vị nào thôi hoạt động" in page
    page = told(sent(keeper, MERGE, **merger(), step="edit"))
    assert 'value="202/NQ"' in page


def test_the_file_of_the_decision_is_kept_from_the_form_to_the_page(keeper, two):
    scan = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
    page = told(sent(keeper, MERGE, **merger(), file=SimpleUploadedFile("nq202.pdf", scan)))
    mark = page.split('name="file_kept" value="')[1].split('"')[0]
    sent(keeper, MERGE, **merger(), step="do", seen=seal_in(page), file_kept=mark)
    row = Reorganisation.objects.get()
    assert row.file.name == "nq202.pdf"
    assert b"".join(keeper.get(f"/sap-xep/{row.public_id}/quyet-dinh").streaming_content) == scan


def test_units_pass_into_a_new_one_under_the_same_parent(keeper, two):
    typed = merger(
        units="ND\nNB", how="new", new_name="Sở Tư pháp tỉnh Hoa Lư", new_code="STP-HL", new_short_name="STP Hoa Lư",
        leader="Lê Văn Hai", leader_title="Giám đốc",
    )  # fmt: skip
    page = told(sent(keeper, MERGE, **typed))
    assert "Lập Sở Tư pháp tỉnh Hoa Lư, mã STP-HL" in page
    assert sent(keeper, MERGE, **typed, step="do", seen=seal_in(page)).status_code == 303
    new = Unit.objects.get(slug="stp-hoa-lu")
    assert leader_of(new, on=DAY).person.full_name == "Lê Văn Hai"


def test_a_unit_is_split_by_page(keeper, two):
    first, _ = two
    clerk = first.posts.get(kind="staff")
    division = a_unit_named("Phòng Hộ tịch", "ho-tich", first)
    typed = {
        "how": "ends", "rows": "3", "name-0": "Sở Một", "code-0": "S1", "leader-0": "Lê Văn Một",
        "leader_title-0": "Giám đốc", "name-1": "Sở Hai", "code-1": "S2", "leader-1": "Trần Văn Thư",
        "leader_title-1": "Giám đốc",
        f"unit-{division.slug}": "1",
    }  # fmt: skip
    page = told(sent(keeper, SPLIT, **typed))
    assert "Phòng Hộ tịch" in page
    assert "Thêm đơn vị mới" in told(sent(keeper, SPLIT, **typed, more="1"))
    assert sent(keeper, SPLIT, **typed, step="do", seen=seal_in(page)).status_code == 303
    division.refresh_from_db()
    assert division.parent.code == "S2"
    assert leader_of(Unit.objects.get(code="S2"), on=DAY).person == clerk.person
    assert [heir.code for heir in heirs_of(first)] == ["S1", "S2"]


def test_a_unit_is_dissolved_by_page_and_the_order_annulled(keeper, two):
    first, _ = two
    page = told(sent(keeper, "/don-vi/nd/giai-the"))
    assert "2 chức vụ kết thúc" in page
    answer = sent(keeper, "/don-vi/nd/giai-the", step="do", seen=seal_in(page))
    assert "Thôi hoạt động từ 1/3/2016" in told(keeper.get("/don-vi/nd"))
    there = answer.headers["Location"]
    assert "Thiếu “Lý do hủy”" in told(keeper.post(f"{there}/huy", {"key": a_key()}), 422)
    assert keeper.post(f"{there}/huy", {"key": a_key(), "because": "Ghi nhầm"}).status_code == 303
    page = told(keeper.get(there))
    assert "Ghi nhầm" in page
    assert "đã hủy" in told(keeper.get("/sap-xep"))
    first.refresh_from_db()
    assert first.dissolved_on is None


def merged(first, second, **given):
    return reorganise_units(a_merger(first, into=second), by=BUILDER, at=NOON, key=a_key(), **given)


def test_a_units_page_shows_its_line_of_descent_with_the_decision(keeper, two):
    first, second = two
    row = merged(first, second)
    for slug in ("nd", "nb"):
        page = told(keeper.get(f"/don-vi/{slug}"))
        assert "Dòng kế tục" in page
        assert f"/sap-xep/{row.public_id}" in page
    assert "/don-vi/nb/sap-nhap" in told(keeper.get("/don-vi/nb"))
    assert "/don-vi/nd/sap-nhap" not in told(keeper.get("/don-vi/nd"))


@pytest.mark.parametrize("address", ["/tim?q=nam dinh", "/don-vi?q=nam dinh"])
def test_the_search_finds_the_old_name_and_leads_to_the_unit_of_today(keeper, two, address):
    merged(*two)
    page = told(keeper.get(address))
    assert "thôi hoạt động 1/3/2016" in page
    assert 'nay là <a href="/don-vi/nb">' in page


def test_a_reader_sees_the_order_and_may_not_reorganise(db):
    first, second = a_led_unit("Sở Một", "nd", "Lê Văn Một")[0], a_led_unit("Sở Hai", "nb", "Lê Văn Hai")[0]
    row = merged(first, second)
    reader = client_of(an_actor("Người Đọc", second, PostKind.STAFF))
    page = told(reader.get(f"/sap-xep/{row.public_id}"))
    assert "202/NQ" in page
    assert f"/sap-xep/{row.public_id}/huy" not in page
    assert told(reader.get("/don-vi/nb/sap-nhap"), 422)
    assert told(sent(reader, "/don-vi/nb/giai-the"), 422)
    assert reader.post(f"/sap-xep/{row.public_id}/huy", {"key": a_key(), "because": "x"}).status_code == 422
    row.refresh_from_db()
    assert row.annulled_at is None
    assert reader.get("/sap-xep/khong-co").status_code == 404
    assert reader.get(f"/sap-xep/{row.public_id}/quyet-dinh").status_code == 404
    assert date(2016, 3, 1) == row.on
