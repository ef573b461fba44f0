"""Somebody else in a post, by one form on the unit's page."""

import pytest

from tests.factories.people import a_person, an_administrator
from tests.factories.seasons import TODAY, World, a_key, a_season_registering, an_actor
from tests.pages.clients import client_of
from thidua.core.actor import PostKind
from thidua.records.accounts.models import Account
from thidua.records.desk.models import OutMail
from thidua.records.directory.models import Post
from thidua.records.directory.queries import in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings) -> World:
    settings.DEMO_DAY = TODAY
    return a_season_registering()


def here(world: World) -> str:
    return f"/don-vi/{world.units[1].slug}/doi-nguoi"


def form(world: World, **given: str) -> dict[str, str]:
    post = Post.objects.get(person=world.officers[1].person)
    return {
        "key": a_key(), "post": post.public_id, "who": "new", "name": "Đỗ Thị Mới", "email": "moi@example.vn",
        "title": "Chuyên viên", "on": f"{TODAY:%d/%m/%Y}",
    } | given  # fmt: skip


def test_the_leader_puts_somebody_new_in_the_officers_post(world):
    leader = client_of(world.leaders[1])
    assert f'href="{here(world)}"' in leader.get(f"/don-vi/{world.units[1].slug}").content.decode()
    page = leader.get(here(world)).content.decode()
    assert world.officers[1].name in page
    assert world.leaders[1].name not in page.split("<select")[1].split("</select>")[0], "that is an administrator's"
    page = leader.post(here(world), form(world), follow=True).content.decode()
    assert "Đỗ Thị Mới giữ chức Chuyên viên thay" in page
    assert "Thư mời moi@example.vn nằm trong hộp thư đi." in page
    assert "đổi người giữ chức vụ" in page
    assert "/moi/" in OutMail.objects.get().text


def test_a_refusal_keeps_what_was_typed(world):
    page = client_of(world.leaders[1]).post(here(world), form(world, name="Đỗ 3", on="1/1/2099"))
    assert page.status_code == 422
    assert 'value="Đỗ 3"' in page.content.decode()
    assert 'value="moi@example.vn"' in page.content.decode()


def test_somebody_of_the_directory_without_an_account_needs_an_address(world):
    a_person("Lê Không Thư")
    leader, sent = client_of(world.leaders[1]), form(world, who="known", name="Lê Không Thư", email="")
    assert "Lê Không Thư chưa có tài khoản." in leader.post(here(world), sent).content.decode()
    assert leader.post(here(world), sent | {"email": "le@example.vn"}).status_code == 303
    assert Account.objects.get(email="le@example.vn").person.full_name == "Lê Không Thư"


def test_the_address_of_an_account_that_waits_is_not_told(world):
    other = an_actor("Trần Đã Có", world.units[1], PostKind.STAFF)
    sent = form(world, who="known", name="Trần Đã Có", email="")
    page = client_of(world.leaders[1]).post(here(world), sent, follow=True).content.decode()
    assert "Trần Đã Có giữ chức Chuyên viên thay" in page
    assert Account.objects.get(pk=other.account).email not in page


def test_an_administrator_changes_the_leader_as_well(world):
    post = Post.objects.get(person=world.leaders[1].person)
    browser = client_of(an_administrator())
    assert browser.post(here(world), form(world, post=post.public_id, title="Giám đốc")).status_code == 303
    held = Post.objects.get(in_force(TODAY), unit=world.units[1], kind=PostKind.LEADER.value)
    assert held.person.full_name == "Đỗ Thị Mới"


def test_others_read_who_may(world):
    answer = client_of(world.officers[1]).post(here(world), form(world))
    assert answer.status_code == 422
    assert "lãnh đạo đơn vị" in answer.content.decode()
    assert "Đổi người" not in client_of(world.officers[1]).get(f"/don-vi/{world.units[1].slug}").content.decode()


def test_the_page_speaks_english(world):
    page = client_of(world.leaders[1], "en").get(here(world)).content.decode()
    assert "Who leaves the post" in page
    assert "Người thay" not in page
