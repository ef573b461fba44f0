"""Units, people, posts and letters of delegation, kept by page; a refusal keeps what was typed."""

from datetime import date

import pytest

from tests.factories.people import a_person, a_unit_named, an_administrator
from tests.factories.seasons import a_key, an_actor
from tests.pages.clients import client_of
from thidua.core.actor import PostKind
from thidua.records.accounts.models import Delegation
from thidua.records.directory.models import Person, Post, Reorganisation, Unit
from thidua.records.journal.queries import events_about


@pytest.fixture
def keeper(db):
    return client_of(an_administrator())


def posted(client, address, **typed):
    return client.post(address, {"key": a_key(), **typed})


def kept_page(answer):
    assert answer.status_code == 422
    return answer.content.decode()


def test_a_unit_is_entered_below_another_and_its_address_made_of_its_short_name(keeper):
    above = a_unit_named("Bộ Tư pháp", "btp")
    typed = {
        "name": "Sở Tư pháp tỉnh Nam Định", "short_name": "STP Nam Định", "code": "STP-ND", "kind": "so_tu_phap",
        "parent": "bộ tư pháp", "from_on": "15/2/2016",
    }  # fmt: skip
    answer = posted(keeper, "/quan-tri/don-vi-moi", **typed)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/don-vi/stp-nam-dinh")
    unit = Unit.objects.get(code="STP-ND")
    assert (unit.parent, unit.parents.get().from_on) == (above, date(2016, 2, 15))
    page = kept_page(posted(keeper, "/quan-tri/don-vi-moi", **typed | {"name": "Sở khác"}))
    assert "Mã đơn vị “STP-ND” đã dùng" in page
    assert 'value="Sở khác"' in page


def test_the_form_below_a_unit_names_that_unit(keeper):
    a_unit_named("Bộ Tư pháp", "btp")
    assert 'value="BTP · Bộ Tư pháp"' in keeper.get("/quan-tri/don-vi-moi?duoi=btp").content.decode()


def test_a_unit_is_renamed_from_a_day(keeper):
    unit = a_unit_named("Sở Tư pháp", "so")
    typed = {
        "name": "Sở Tư pháp tỉnh A", "short_name": "STP A", "from_on": "1/3/2016", "version": unit.version,
        "title": "Quyết định đổi tên", "number": "15/QĐ-UBND", "dated_on": "12/2/2016", "issuer": "UBND tỉnh A",
    }  # fmt: skip
    page = kept_page(posted(keeper, "/don-vi/so/doi-ten", **typed | {"number": ""}))
    assert "Thiếu “Số văn bản”" in page
    page = kept_page(posted(keeper, "/don-vi/so/doi-ten", **typed | {"from_on": "hôm qua"}))
    assert "hôm qua" in page
    assert 'value="Sở Tư pháp tỉnh A"' in page
    assert posted(keeper, "/don-vi/so/doi-ten", **typed).status_code == 303
    shown = keeper.get("/don-vi/so").content.decode()
    for text in ("Sở Tư pháp tỉnh A", "29/2/2016", "ghi tên mới", "15/QĐ-UBND"):
        assert text in shown
    order = Reorganisation.objects.get()
    page = keeper.get(f"/sap-xep/{order.public_id}").content.decode()
    for text in ("Đổi tên", "UBND tỉnh A", "Sở Tư pháp tỉnh A"):
        assert text in page
    assert f"/sap-xep/{order.public_id}/huy" not in page
    label = {"name": "Sở Tư pháp tỉnh A", "short_name": "STP A", "label": "A", "from_on": "2/3/2016", "version": 2}
    assert posted(keeper, "/don-vi/so/doi-ten", **label).status_code == 303
    assert "Người khác vừa lưu" in kept_page(posted(keeper, "/don-vi/so/doi-ten", **typed | {"name": "Sở B"}))


def test_a_unit_is_moved_from_a_day(keeper):
    a_unit_named("Bộ Tư pháp", "btp")
    unit = a_unit_named("Sở Tư pháp", "so")
    typed = {"parent": "BTP", "from_on": "1/3/2016", "version": unit.version}
    page = kept_page(posted(keeper, "/don-vi/so/chuyen", **typed | {"parent": "Bộ Công an"}))
    assert "Danh bạ không có đơn vị “Bộ Công an”" in page
    assert 'value="Bộ Công an"' in page
    assert posted(keeper, "/don-vi/so/chuyen", **typed).status_code == 303
    assert Unit.objects.get(slug="so").parent.slug == "btp"


def test_a_person_is_entered_then_given_a_post_then_leaves_it(keeper):
    a_unit_named("Sở Tư pháp", "so")
    answer = posted(keeper, "/quan-tri/nguoi-moi", full_name="Trần Văn Bách", email="Bach@example.vn", unit="so")
    person = Person.objects.get(full_name="Trần Văn Bách")
    at = f"/nguoi/{person.public_id}/chuc-vu"
    assert answer.headers["Location"] == f"{at}?don-vi=so"
    assert 'value="SO · Sở Tư pháp"' in keeper.get(answer.headers["Location"]).content.decode()
    typed = {"unit": "SO · Sở Tư pháp", "kind": "leader", "title": "Giám đốc", "from_on": "1/3/2016"}
    assert 'value="Giám đốc"' in kept_page(posted(keeper, at, **typed | {"unit": "Sở nào"}))
    assert posted(keeper, at, **typed).status_code == 303
    post = Post.objects.get(person=person)
    away = f"{at}/{post.public_id}/thoi"
    page = kept_page(posted(keeper, away, until_on="29/2/2016"))
    assert "29/2/2016" in page
    assert posted(keeper, away, until_on="4/3/2016").status_code == 303
    post.refresh_from_db()
    assert post.until_on == date(2016, 3, 4)


def test_a_name_with_figures_is_refused_and_kept(keeper):
    assert 'value="Trần 2"' in kept_page(posted(keeper, "/quan-tri/nguoi-moi", full_name="Trần 2"))
    assert not Person.objects.filter(full_name="Trần 2").exists()


@pytest.mark.parametrize(
    "address", ["/quan-tri/don-vi-moi", "/quan-tri/nguoi-moi", "/don-vi/so/doi-ten", "/don-vi/so/chuyen"]
)
def test_whoever_does_not_keep_the_directory_reads_who_does(db, address):
    reader = client_of(an_actor("Lê Văn Một", a_unit_named("Sở Tư pháp", "so"), PostKind.LEADER))
    assert reader.get(address).status_code == 422
    page = kept_page(posted(reader, address, name="Khác", short_name="Khác", full_name="Khác", from_on="1/3/2016"))
    assert "người quản trị" in page
    assert Unit.objects.count() == 1


def an_office():
    unit = a_unit_named("Sở Tư pháp", "so")
    return unit, an_actor("Lê Văn Một", unit, PostKind.LEADER), an_actor("Lê Văn Hai", unit, PostKind.DEPUTY)


def a_letter(deputy, **given):
    person = Person.objects.get(pk=deputy.person)
    return {
        "delegate": person.public_id, "letter_number": "07/GUQ-STP", "letter_dated_on": "1/3/2016",
        "from_on": "1/3/2016", "until_on": "31/12/2099", "scopes": ["pact", "reports", "cards"],
    } | given  # fmt: skip


def test_a_leader_delegates_by_letter_and_takes_it_back(db):
    _, leader, deputy = an_office()
    client = client_of(leader)
    page = kept_page(posted(client, "/don-vi/so/uy-quyen", **a_letter(deputy, until_on="1/2/2016")))
    assert "trước ngày bắt đầu" in page
    assert 'value="07/GUQ-STP"' in page
    assert posted(client, "/don-vi/so/uy-quyen", **a_letter(deputy)).status_code == 303
    row = Delegation.objects.get()
    assert (row.leader.full_name, row.delegate.full_name) == ("Lê Văn Một", "Lê Văn Hai")
    assert "07/GUQ-STP" in client_of(deputy).get("/tai-khoan").content.decode()
    assert posted(client, f"/don-vi/so/uy-quyen/{row.public_id}/rut").status_code == 303
    assert "đã rút" in client.get("/don-vi/so/uy-quyen").content.decode()
    assert "07/GUQ-STP" not in client_of(deputy).get("/tai-khoan").content.decode()


def test_a_letter_needs_a_leader_who_gives_it(keeper):
    a_unit_named("Sở Tư pháp", "so")
    deputy = an_actor("Lê Văn Hai", Unit.objects.get(slug="so"), PostKind.DEPUTY)
    page = kept_page(posted(keeper, "/don-vi/so/uy-quyen", **a_letter(deputy)))
    assert "chưa ghi lãnh đạo" in page


def test_others_read_the_letters_and_do_not_write_them(db):
    _, _, deputy = an_office()
    client = client_of(deputy)
    page = client.get("/don-vi/so/uy-quyen").content.decode()
    assert 'name="letter_number"' not in page
    assert posted(client, "/don-vi/so/uy-quyen", **a_letter(deputy)).status_code == 422
    assert not Delegation.objects.exists()


def test_the_register_filters_by_kind(db):
    _, leader, _ = an_office()
    a_unit_named("Phòng Tổ chức", "phong")
    Unit.objects.filter(slug="so").update(kind="so_tu_phap")
    page = client_of(leader).get("/don-vi", {"loai": "so_tu_phap"}).content.decode()
    assert 'href="/don-vi/so"' in page
    assert 'href="/don-vi/phong"' not in page


def test_an_account_is_opened_for_a_person_named_by_hand(keeper):
    a_person("Trần Văn Bách")
    typed = {"name": "trần văn bách", "email": "bach"}
    page = kept_page(posted(keeper, "/quan-tri/tai-khoan/mo", **typed))
    assert "“bach” không phải là địa chỉ thư" in page
    assert 'value="trần văn bách"' in page
    assert posted(keeper, "/quan-tri/tai-khoan/mo", **typed | {"email": "bach@example.vn"}).status_code == 303
    assert Person.objects.get(full_name="Trần Văn Bách").account.email == "bach@example.vn"


def test_the_mail_address_of_a_person_is_mended_on_the_persons_page(keeper):
    person, other = a_person("Lê Thị Hoa"), a_person("Trần Thu Hà")
    Person.objects.filter(pk=other.pk).update(email="ha@example.vn")
    address = f"/nguoi/{person.public_id}/thu"
    assert address in keeper.get(f"/nguoi/{person.public_id}").content.decode()

    for typed, told in (("hoa", "không phải là địa chỉ thư"), ("HA@example.vn", "là của Trần Thu Hà")):
        page = kept_page(posted(keeper, address, email=typed, version=1))
        assert told in page
        assert f'value="{typed}"' in page
    assert posted(keeper, address, email="Hoa@example.vn", version=1).status_code == 303
    person.refresh_from_db()
    assert (person.email, person.version) == ("hoa@example.vn", 2)
    kept_page(posted(keeper, address, email="khac@example.vn", version=1))
    assert events_about(person) == ["person.kept", "person.email_changed"]
