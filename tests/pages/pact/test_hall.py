import re

from tests.factories.seasons import a_key, a_pact_open_for_signing, a_season_registering
from tests.pages.clients import client_of
from thidua.records.directory.models import Post
from thidua.records.seasons.models import Rehearsal, Signature
from thidua.records.seasons.queries.hall import standing_in


def of(world, what=""):
    base = f"/{world.season.cluster.slug}/{world.season.slug}"
    return f"{base}/bang-ky" if what == "board" else f"{base}/{world.bloc.bloc.slug}/giao-uoc{what}"


def press(client, world, what, **fields):
    return client.post(of(world, f"/goi-ky/{what}"), {"key": a_key(), **fields})


def shown(client, world, what="/goi-ky"):
    return client.get(of(world, what)).content.decode()


def test_a_group_is_called_lit_with_one_press_and_taken_back(db):
    world = a_pact_open_for_signing(members=7)
    secretary = client_of(world.secretary)
    assert "Chưa mời lượt nào" in shown(secretary, world)
    assert press(secretary, world, "goi", group="1").status_code == 303
    assert world.leaders[0].name in shown(secretary, world)
    board = shown(secretary, world, "board")
    assert world.units[0].name.replace("Sở Tư pháp tỉnh", "STP") in board.split("Mời ký:")[1]

    assert press(secretary, world, "da-ky", unit=world.units[0].slug).status_code == 303
    [signature] = Signature.objects.all()
    assert (signature.kind, signature.capacity, signature.signer_name) == ("on_paper", "leader", world.leaders[0].name)
    assert "Hoàn tác" in shown(secretary, world)
    assert press(secretary, world, "hoan-tac", unit=world.units[0].slug).status_code == 303
    assert not Signature.objects.filter(voided_at=None).exists()


def test_the_same_presses_on_the_same_devices_in_a_rehearsal_sign_nothing(db):
    world = a_season_registering(members=3)
    secretary, leader = client_of(world.secretary), client_of(world.leaders[0])
    assert "TẬP DƯỢT" not in shown(leader, world, "board")
    assert press(secretary, world, "tap-duot").status_code == 303
    for client, what in ((leader, "board"), (leader, ""), (secretary, "/goi-ky")):
        assert "TẬP DƯỢT" in shown(client, world, what)
    press(secretary, world, "goi", group="1")
    press(secretary, world, "da-ky", unit=world.units[1].slug)
    leader.post(of(world, "/ky"), {"key": a_key(), "unit": world.units[0].slug})
    assert len(standing_in(Rehearsal.objects.get()).signed) == 2
    assert re.search(r"<b>2</b>/3", shown(leader, world, "board"))
    assert not Signature.objects.exists()
    assert press(secretary, world, "het-tap-duot").status_code == 303
    assert "TẬP DƯỢT" not in shown(leader, world, "board")
    assert re.search(r"<b>0</b>/3", shown(leader, world, "board"))


def test_the_front_page_never_shows_a_rehearsal(db, client):
    world = a_season_registering(members=3)
    secretary = client_of(world.secretary)
    press(secretary, world, "tap-duot")
    press(secretary, world, "da-ky", unit=world.units[1].slug)
    assert "TẬP DƯỢT" not in client.get("/").content.decode()


def test_groups_typed_by_hand_are_saved_and_a_word_is_refused_with_what_was_typed(db):
    world = a_season_registering(members=3)
    secretary = client_of(world.secretary)
    page = shown(secretary, world, "/goi-ky/luot")
    fields = dict(re.findall(r'name="(group-\d+)" value="(\d+)"', page))
    version = re.search(r'name="version" value="(\d+)"', page).group(1)
    first = min(fields)
    answer = press(secretary, world, "luot/luu", version=version, **(fields | {first: "hai"}))
    assert answer.status_code == 422
    assert 'value="hai"' in answer.content.decode()
    assert press(secretary, world, "luot/luu", version=version, **(fields | {first: "2"})).status_code == 303
    assert dict(re.findall(r'name="(group-\d+)" value="(\d+)"', shown(secretary, world, "/goi-ky/luot")))[first] == "2"


def test_a_unit_whose_leader_nobody_knows_is_typed_on_the_pacts_page(db):
    world = a_pact_open_for_signing(members=2)
    Post.objects.filter(unit=world.units[1]).update(until_on="2016-01-01")
    answer = press(client_of(world.secretary), world, "da-ky", unit=world.units[1].slug)
    assert answer.status_code == 422
    assert "danh bạ chưa có lãnh đạo" in answer.content.decode()
