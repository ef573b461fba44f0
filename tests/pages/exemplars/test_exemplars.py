"""Pages of exemplars: spotted from a phone, registered, consented, introduced, adopted; lists by state, unit, field."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import PDF, a_png
from tests.factories.results import a_season_of_results
from tests.factories.seasons import a_key, an_actor
from tests.factories.stories import (
    a_nurtured_exemplar,
    a_recognised_exemplar,
    a_spotted_exemplar,
    an_introduced_exemplar,
)
from tests.pages.clients import client_of
from thidua.core.actor import PostKind
from thidua.core.workflow.exemplars import ExemplarState
from thidua.records.results.models import Exemplar

pytestmark = pytest.mark.django_db
DID = "Đưa trợ giúp pháp lý về 12 xã."


@pytest.fixture(autouse=True)
def june_2016(settings):
    settings.DEMO_DAY = date(2016, 6, 20)


@pytest.fixture
def world():
    return a_season_of_results(4)


def room(world):
    return f"/{world.season.cluster.slug}/{world.season.slug}/dien-hinh"


def at(world, exemplar, more=""):
    return f"{room(world)}/{exemplar.public_id}{more}"


def a_form(world, **other):
    return {
        "key": a_key(), "unit": world.units[1].slug, "kind": "person", "name": "Trần Thị Lan", "field": "1",
        "post": "Trung tâm Trợ giúp pháp lý", "did": DID,
    } | other  # fmt: skip


def sent(client, address, **form):
    return client.post(address, {"key": a_key()} | form, follow=True).content.decode()


def test_a_colleague_spots_somebody_with_a_photograph(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    form = a_form(world, name="Cán Bộ Một", shown_file=SimpleUploadedFile("anh.png", a_png(), "image/png"))
    page = client_of(colleague).post(f"{room(world)}/moi", form, follow=True).content.decode()
    assert "Đã ghi phát hiện. Lãnh đạo đơn vị xem và đăng ký xây dựng." in page
    assert "Chưa có sự đồng ý: chỉ đơn vị và bộ phận thường trực đọc được trang này." in page
    exemplar = Exemplar.objects.get()
    assert exemplar.person_id == world.officers[1].person  # the only one of that name in the unit
    paper = exemplar.notes.get().paper
    assert client_of(colleague).get(at(world, exemplar, f"/tep/{paper.public_id}")).status_code == 200


def test_the_leader_registers_the_officer_writes_the_book_and_the_leader_introduces(world):
    exemplar = a_spotted_exemplar(world)
    leader, officer = client_of(world.leaders[1]), client_of(world.officers[1])
    sent(leader, at(world, exemplar, "/dang-ky"), goal="Nhân ra 20 xã", mentor="Phó Giám đốc", version="1")
    sent(officer, at(world, exemplar, "/ghi"), note_kind="support", note_text="Tập huấn", note_on="1/6/2016")
    slip = SimpleUploadedFile("phieu.pdf", PDF, "application/pdf")
    page = sent(
        officer, at(world, exemplar, "/dong-y"), consent_name="Trần Thị Lan", consent_on="2/6/2016", consent_file=slip
    )
    assert "đồng ý ngày 2/6/2016" in page
    page = sent(leader, at(world, exemplar, "/gioi-thieu"), because="21/23 phiếu", on="3/6/2016")
    assert "Đã giới thiệu." in page
    assert client_of(world.leaders[2]).get(at(world, exemplar)).status_code == 200
    assert officer.get(at(world, exemplar, "/phieu-dong-y")).status_code == 200
    assert client_of(world.leaders[2]).get(at(world, exemplar, "/phieu-dong-y")).status_code == 404


def test_without_consent_no_page_of_the_season_names_the_person_to_another_unit(world):
    exemplar = a_nurtured_exemplar(world)
    for actor in (world.leaders[2], world.head):
        client = client_of(actor)
        assert client.get(at(world, exemplar)).status_code == 404
        for address in (room(world), f"{room(world)}?theo-don-vi", f"{room(world)}?trang-thai=nurtured"):
            assert "Trần Thị Lan" not in client.get(address).content.decode()
    assert "Trần Thị Lan" in client_of(world.secretary).get(room(world)).content.decode()


def test_an_introduction_without_consent_is_refused_in_words(world):
    exemplar = a_nurtured_exemplar(world)
    answer = client_of(world.leaders[1]).post(
        at(world, exemplar, "/gioi-thieu"), {"key": a_key(), "because": "21/23 phiếu", "on": "3/6/2016"}
    )
    assert answer.status_code == 422
    assert "Trần Thị Lan chưa đồng ý cho giới thiệu ra ngoài đơn vị." in answer.content.decode()


def test_the_person_agrees_in_person_and_takes_it_back(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    exemplar = a_nurtured_exemplar(world, person=colleague)
    client = client_of(colleague)
    assert "Bạn đồng ý thì các đơn vị" in client.get(at(world, exemplar)).content.decode()
    page = sent(client, at(world, exemplar, "/dong-y"), consent_name="Người Cơ Sở", consent_on="2/6/2016")
    assert "Đã ghi sự đồng ý." in page
    page = sent(client, at(world, exemplar, "/rut-dong-y"))
    assert "không ai thấy nữa" in page


def test_another_unit_says_that_it_adopted_the_model(world):
    exemplar = a_recognised_exemplar(world)
    client = client_of(world.officers[2])
    assert "Đơn vị tôi làm theo mô hình này" in client.get(at(world, exemplar)).content.decode()
    form = {
        "adopter": world.units[2].slug, "adopted_on": "12/6/2016", "result": "Bốn xã đã làm theo",
        "shown_number": "12/BC", "shown_dated_on": "15/6/2016",
    }  # fmt: skip
    page = sent(client, at(world, exemplar, "/nhan-rong"), **form)
    assert "Bốn xã đã làm theo" in page
    exemplar.refresh_from_db()
    assert exemplar.at_state is ExemplarState.REPLICATED
    strange = client.post(at(world, exemplar, "/nhan-rong"), {"key": a_key()} | form | {"adopter": world.units[3].slug})
    assert strange.status_code == 422


def test_the_secretariat_recognises_checks_and_enters_for_a_unit_on_paper(world):
    exemplar = an_introduced_exemplar(world)
    client = client_of(world.secretary)
    page = sent(
        client, at(world, exemplar, "/cong-nhan"), level="province", decision_title="Quyết định công nhận",
        decision_number="88/QĐ", decision_dated_on="10/6/2016",
    )  # fmt: skip
    assert "Đã ghi công nhận." in page
    form = a_form(
        world, whose="other", other_unit=world.units[2].code, name="Lê Văn Tám", goal="Giữ vững",
        paper_source="Danh sách", paper_number="31/STP", paper_dated_on="2/5/2016", paper_signer="Nguyễn Thị Thắm",
        paper_title="Giám đốc",
    )  # fmt: skip
    page = client.post(f"{room(world)}/moi", form, follow=True).content.decode()
    assert "Đã nhập thay." in page
    assert Exemplar.objects.get(name="Lê Văn Tám").membership.unit == world.units[2]


def test_lists_are_narrowed_by_state_unit_and_field_and_count_by_unit(world):
    an_introduced_exemplar(world)
    a_spotted_exemplar(world, place=2, name="Lê Văn Tám")
    client = client_of(world.secretary)

    def shown(query):
        page = client.get(f"{room(world)}{query}").content.decode()
        return {name for name in ("Trần Thị Lan", "Lê Văn Tám") if name in page}

    assert shown("") == {"Trần Thị Lan", "Lê Văn Tám"}
    assert shown("?trang-thai=spotted") == {"Lê Văn Tám"}
    assert shown(f"?don-vi={world.units[1].short_name}") == {"Trần Thị Lan"}
    assert shown("?noi-dung=2") == set()
    assert shown("?trang-thai=khong-co&noi-dung=x") == {"Trần Thị Lan", "Lê Văn Tám"}
    page = client.get(f"{room(world)}?theo-don-vi").content.decode()
    assert all(unit.short_name in page for unit in world.units)


def test_what_is_told_is_changed_before_it_is_introduced_and_never_after(world):
    exemplar = a_spotted_exemplar(world)
    client = client_of(world.officers[1])
    assert DID not in client.get(at(world, exemplar, "/sua")).content.decode()
    page = client.post(at(world, exemplar, "/sua"), a_form(world, version="1"), follow=True).content.decode()
    assert DID in page
    introduced = an_introduced_exemplar(world)
    assert client.get(at(world, introduced, "/sua")).status_code == 422


def test_the_unit_drops_one_with_a_reason(world):
    exemplar = a_spotted_exemplar(world)
    page = sent(client_of(world.leaders[1]), at(world, exemplar, "/rut"), withdraw_because="Đã chuyển công tác")
    assert "Đã rút: Đã chuyển công tác" in " ".join(page.split())
