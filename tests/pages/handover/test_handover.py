"""The hand-over by page: prepared, ticked in groups, replied to, signed by both, printed."""

import pytest

from tests.factories.evaluations import a_ranked_season, next_year
from tests.factories.handovers import IN_JANUARY, NEXT, a_heading, a_prepared_handover, missing, signed, ticked, told
from tests.factories.scores import DECEMBER
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.forms import forms_on
from thidua.core.workflow.handing_over import ItemKind, ItemState, Side
from thidua.records.conduct.models import Handover
from thidua.records.seasons.actions.heads import name_head

HERE = "/cum-thu/nam-2016/ban-giao"


@pytest.fixture(autouse=True)
def december(settings):
    settings.DEMO_DAY = DECEMBER.date()


def sent(client, to, **fields):
    return client.post(f"{HERE}/{to}", {"key": a_key(), **fields})


def text_of(client, to=""):
    answer = client.get(f"{HERE}{to}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_head_names_who_follows_and_the_list_is_there(db):
    world = a_ranked_season()
    head = client_of(world.head)
    form = forms_on(head.get(HERE).content)[f"{HERE}/lap"]
    named = {"head": world.leaders[NEXT].name, "ground_number": "25/QĐ-BTP", "ground_dated_on": "25/11/2016"}
    assert head.post(f"{HERE}/lap", form | named | {"due_on": "hôm nào"}).status_code == 422
    assert head.post(f"{HERE}/lap", form | named | {"key": a_key(), "due_on": "20/12/2016"}).status_code == 303
    page = text_of(head)
    assert "Bảng chấm Khối thử: 3/3 đơn vị đã ký" in page
    assert "Xong trước hết ngày 20/12/2016." in page
    assert f'href="{HERE}"' in head.get("/cum-thu/nam-2016/").content.decode()


def test_the_secretariat_is_told_who_begins(db):
    world = a_ranked_season()
    page = text_of(client_of(world.secretary))
    assert "Chưa có danh mục bàn giao" in page
    assert "/ban-giao/lap" not in page


def test_a_whole_group_goes_at_once_and_single_items_by_their_boxes(db):
    world, handover = a_prepared_handover()
    secretary = client_of(world.secretary)
    assert sent(secretary, "giao").status_code == 422
    assert sent(secretary, "giao", nhom=ItemKind.SCORES.value).status_code == 303
    given = {item.kind for item in handover.items.all() if item.state is ItemState.GIVEN}
    assert given == {ItemKind.SCORES.value}
    one = handover.items.get(kind=ItemKind.CONTACTS.value)
    assert sent(secretary, "giao", chon=[one.public_id]).status_code == 303
    assert sent(client_of(world.officers[NEXT]), "nhan", nhom=ItemKind.SCORES.value).status_code == 303
    assert sent(client_of(world.officers[2]), "nhan", nhom=ItemKind.CONTACTS.value).status_code == 422
    one.refresh_from_db()
    assert one.state is ItemState.GIVEN
    assert sent(secretary, "giao/bo", chon=[one.public_id]).status_code == 303


def test_each_side_is_offered_its_own_buttons_and_nobody_else_any(db):
    world, handover = a_prepared_handover()
    ticked(world, handover, Side.GIVER)
    giver, receiver, other = (
        text_of(client_of(actor)) for actor in (world.secretary, world.officers[NEXT], world.officers[2])
    )
    assert "Nhận tất cả mục trong nhóm" in receiver
    assert "Nhận tất cả mục trong nhóm" not in giver
    assert 'name="chon"' not in other
    assert "ghi thiếu" not in other


def test_what_is_missing_is_noted_with_its_day_and_closed_after_both_have_signed(db):
    world, handover = a_prepared_handover()
    item = handover.items.first()
    officer, secretary = client_of(world.officers[NEXT]), client_of(world.secretary)
    address = f"muc/{item.public_id}"
    form = forms_on(officer.get(f"{HERE}/{address}/nhan").content)[""]
    assert sent(officer, f"{address}/nhan", **form | {"key": a_key(), "reply": "missing"}).status_code == 422
    told = {"reply": "missing", "remark": "Thiếu bản gốc", "due_on": "15/1/2017", "key": a_key()}
    assert sent(officer, f"{address}/nhan", **form | told).status_code == 303
    assert "trả trước 15/1/2017" in text_of(secretary)
    handover = ticked(world, handover)
    signed(world, handover)
    assert "Bên giao còn nợ 1 mục." in text_of(secretary)
    assert 'href="/cum-thu/nam-2016/ban-giao?loc=con-thieu"' in secretary.get("/hom-nay").content.decode()
    assert item.public_id in text_of(secretary, "?loc=con-thieu")
    assert "Không có mục nào như vậy" in text_of(secretary, "?loc=cho-giao")
    assert f"{HERE}/{address}/xong" not in text_of(secretary, f"/{address}")
    assert sent(officer, f"{address}/xong", settled_remark="Đủ").status_code == 303
    item.refresh_from_db()
    assert item.state is ItemState.SETTLED


def test_the_second_of_two_receivers_reads_what_the_first_has_noted(db):
    world, handover = a_prepared_handover()
    item = missing(world, handover.items.first())
    officer = client_of(world.officers[NEXT])
    address = f"{HERE}/muc/{item.public_id}/nhan"
    form = forms_on(officer.get(address).content)[""]
    missing(world, item, remark="Thiếu cả hai bản")
    refused = officer.post(address, form | {"remark": "Thiếu bản gốc"})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Thiếu cả hai bản" in page
    assert "Thiếu bản gốc" in page
    chosen = forms_on(refused.content)[""] | {"choose-remark": "mine", "key": a_key()}
    assert officer.post(address, chosen).status_code == 303
    item.refresh_from_db()
    assert item.reply_remark == "Thiếu bản gốc"


def test_a_thing_is_written_down_and_remarked(db):
    world, handover = a_prepared_handover()
    secretary = client_of(world.secretary)
    assert sent(secretary, "them", text="").status_code == 422
    assert sent(secretary, "them", text="02 hộp hồ sơ").status_code == 303
    thing = handover.items.get(kind=ItemKind.THINGS.value)
    address = f"{HERE}/muc/{thing.public_id}"
    form = forms_on(secretary.get(address).content)[f"{address}/ghi-chu"]
    told = {"text": "03 hộp hồ sơ", "remark": "Ở kho"}
    assert secretary.post(f"{address}/ghi-chu", form | told).status_code == 303
    assert "03 hộp hồ sơ" in text_of(secretary)


def test_both_sign_what_they_see_and_then_it_stands(db):
    world, handover = a_prepared_handover()
    head, leader = client_of(world.head), client_of(world.leaders[NEXT])
    assert f"{HERE}/ky-giao" not in text_of(head)
    ticked(world, handover)
    form = forms_on(head.get(HERE).content)[f"{HERE}/ky-giao"]
    assert sent(head, "ky-giao", version="1").status_code == 422
    assert sent(head, "ky-giao", version=form["version"]).status_code == 303
    form = forms_on(leader.get(HERE).content)[f"{HERE}/ky-nhan"]
    assert sent(leader, "ky-nhan", version=form["version"]).status_code == 303
    handover.refresh_from_db()
    assert handover.is_signed
    page = text_of(leader)
    assert "Hai bên đã ký. Danh mục giữ nguyên từ nay." in page
    assert "mo-lai" not in page


def test_the_receiver_opens_it_again_with_a_reason(db):
    world, handover = a_prepared_handover()
    signed(world, ticked(world, handover), Side.GIVER)
    leader = client_of(world.leaders[NEXT])
    assert sent(leader, "mo-lai", reason="").status_code == 422
    assert sent(leader, "mo-lai", reason="Thiếu con dấu").status_code == 303


def test_minutes_signed_on_paper_are_entered_with_every_fault_told(db):
    world, handover = a_prepared_handover()
    ticked(world, handover, Side.GIVER)
    secretary = client_of(world.secretary)
    form = forms_on(secretary.get(HERE).content)[f"{HERE}/nhap-thay"]
    refused = sent(secretary, "nhap-thay", **form | {"minutes_dated_on": "hôm nào"})
    assert refused.status_code == 422
    assert "hôm nào" in refused.content.decode()
    told = {
        "minutes_number": "3/BB-BG", "minutes_dated_on": "30/11/2016", "giver_title": "Giám đốc",
        "receiver_title": "Giám đốc", "key": a_key(),
    }  # fmt: skip
    assert sent(secretary, "nhap-thay", **form | told).status_code == 303
    assert "Số: 3/BB-BG" in text_of(secretary, "/bien-ban")
    assert Handover.objects.get().received_by["name"] == world.leaders[NEXT].name


def test_the_minutes_hold_every_item_both_signers_and_the_contacts_in_the_language_of_the_paper(db):
    world, handover = a_prepared_handover()
    missing(world, handover.items.first())
    client = client_of(world.leaders[NEXT])
    client.cookies["language"] = "en"
    blank = text_of(client, "/bien-ban")
    assert "(đã ký" not in blank
    handover.refresh_from_db()
    signed(world, ticked(world, handover))
    paper = text_of(client, "/bien-ban").partition('<article class="a4"')[2].partition("</article>")[0]
    assert paper.count("(đã ký)") == 2
    assert paper.count("<tr>") == handover.items.count() + len(set(handover.items.values_list("kind", flat=True)))
    assert "bên giao trả trước ngày 15/1/2017" in paper
    assert "Đầu mối của 3 đơn vị, Khối thử" in paper
    assert world.officers[2].name in paper


def test_the_next_season_offers_the_head_whom_the_hand_over_names(db):
    world, _ = a_prepared_handover()
    page = client_of(world.secretary).get("/cum-thu/nam-2016/nam-sau").content.decode()
    assert f'Bàn giao đã ghi trưởng năm sau: <b lang="vi">{world.leaders[NEXT].name}</b>' in page


def test_where_the_next_season_has_its_head_the_secretariat_is_asked_for_none(db):
    world = a_ranked_season()
    name_head(next_year(world), heading=a_heading(world), from_on=IN_JANUARY, **told(world.head))
    secretary = client_of(world.secretary)
    form = forms_on(secretary.get(HERE).content)[f"{HERE}/lap"]
    assert "head" not in form
    assert world.leaders[NEXT].name in text_of(secretary)
    assert secretary.post(f"{HERE}/lap", form).status_code == 303
