"""Xem như: pages answer as they would the role, everything else is refused, and no table changes.

`make test` asks at a share of the pages that turns with every commit, `make prove` all.
"""

import re

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.urls import reverse

from tests.factories.people import a_merger_of_strangers, an_administrator
from tests.factories.scores import a_season_scoring
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing, a_season, a_season_registering
from tests.pages.clients import client_of
from tests.pages.walk.addresses import addresses
from tests.pages.walk.people import FAR_SECRETARY
from tests.pages.walk.rules import RULES
from tests.turning import turning
from thidua.core.answer import NotPossible
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.desk.models import Notice
from thidua.records.journal.models import AccessLine
from thidua.records.seasons.actions.pacts import open_signing
from thidua.records.seasons.looking import Look, actor_seen_through
from thidua.records.seasons.models import BlocSeason, Membership, Pact

SHARE = 80  # addresses of `make test`
ALLOWED = {"end_looking", "sign_out", "choose"}
OWN_HONOURS = re.compile(r'(?s)<a [^>]*href="/nguoi/[\w-]+/(?:khen-thuong|dieu-kien)"[^>]*>.*?</a>\s*')


def base(world) -> str:
    return f"/{world.season.cluster.slug}/{world.season.slug}"


def looking(world, role: str, unit: int | None = 1, stage: str = "", viewer=None, language: str = "vi"):
    """A browser of the secretary, or of `viewer`, that looks through a role's eyes."""
    client = client_of(viewer or world.secretary, language)
    typed = {"key": a_key(), "role": role, "stage": stage, "unit": "" if unit is None else world.units[unit].slug}
    assert client.post(f"{base(world)}/xem-nhu", typed).status_code == 303
    return client


def everything() -> dict[str, list]:
    """Every row of every table but sign-ins, as it is stored."""
    models = [model for model in apps.get_models() if model is not Session and model._meta.managed]
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values_list())
        for model in models
        if model._meta.label not in ("contenttypes.ContentType", "auth.Permission")
    }


def main_of(answer) -> str:
    """What stands in the page's main part, without keys and tokens that every answer makes anew."""
    found = re.search(r"(?s)<main.*</main>", answer.content.decode())
    text = found.group() if found else ""
    return re.sub(r'name="(csrfmiddlewaretoken|key)" value="[^"]*"', "", text)


def without_own(page: str) -> str:
    """But for the ways to one's own honours: a role that is looked through is nobody's."""
    return OWN_HONOURS.sub("", page)


@pytest.fixture
def walked(db):
    """A world in which every address of the walk leads somewhere."""
    world = a_pact_open_for_signing(members=2)
    a_merger_of_strangers()
    return world


@pytest.mark.parametrize("pages", [SHARE, pytest.param(None, marks=pytest.mark.long)])
def test_every_post_of_the_walk_is_refused_and_no_table_changes(walked, pages):
    world = walked
    client = looking(world, "leader")
    before = everything()
    for name, address in turning(addresses(world).items(), pages):
        if name in ALLOWED:
            continue
        answer = client.post(address, {"key": a_key(), "unit": world.units[1].slug})
        assert answer.status_code == 422, address
        assert "Đang xem như lãnh đạo đơn vị, không ghi gì" in answer.content.decode(), address
    assert everything() == before


ROLES = [("leader", "leaders"), ("officer", "officers")]


@pytest.mark.parametrize("pages", [SHARE, pytest.param(None, marks=pytest.mark.long)])
@pytest.mark.parametrize(("role", "people"), ROLES)
def test_every_page_of_the_season_answers_as_it_would_the_role_itself(walked, role, people, pages):
    world = walked
    through, real = looking(world, role), client_of(getattr(world, people)[1])
    for name, address in turning(addresses(world).items(), pages):
        if RULES[name].gives and FAR_SECRETARY not in RULES[name].reads:  # of this season, or for few
            seen, own = through.get(address), real.get(address)
            assert seen.status_code == own.status_code, address
            if seen.status_code == 200 and "html" in seen["Content-Type"]:
                assert main_of(seen) == main_of(own), address
    assert main_of(through.get("/hom-nay")) == without_own(main_of(real.get("/hom-nay")))


@pytest.mark.parametrize(
    ("role", "unit", "page", "status"),
    [
        ("staff", 1, "khoi/dang-ky/{unit}", 200),
        ("delegate", 1, "khoi/giao-uoc", 200),
        ("deputy", None, "phan-viec", 200),
        ("observer", None, "khoi/dang-ky/{unit}", 200),
        ("observer", None, "noi-dung", 422),
    ],
)
def test_roles_that_nobody_holds_yet_can_be_looked_through(db, role, unit, page, status):
    world = a_pact_open_for_signing(members=2)
    address = f"{base(world)}/{page.format(unit=world.units[1].slug)}"
    assert looking(world, role, unit).get(address).status_code == status


def test_who_signs_by_letter_sees_the_button_to_sign(db):
    world = a_pact_open_for_signing(members=2)
    address = f"{base(world)}/khoi/giao-uoc"
    assert "Xác nhận ký cho đơn vị" in looking(world, "delegate").get(address).content.decode()
    assert "Xác nhận ký cho đơn vị" not in looking(world, "staff").get(address).content.decode()


def test_a_banner_says_through_whose_eyes_and_one_button_ends_it(db):
    world = a_season_registering()
    client = looking(world, "officer", stage="running")
    board = reverse("signing_board", args=(world.season.cluster.slug, world.season.slug))
    for address, status in (("/hom-nay", 200), (f"{base(world)}/", 200), (board, 200), ("/khong-co/trang-nao/", 404)):
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == status, address
        assert "Đang xem như cán bộ thi đua, khen thưởng của đơn vị" in page, address
        assert world.units[1].name in page, address
        assert "chưa đến giai đoạn thực hiện hiện như đã đến" in page, address
        assert 'action="/xem-nhu/thoi"' in page, address
    ended = client.post("/xem-nhu/thoi")
    assert (ended.status_code, ended.headers["Location"]) == (303, f"{base(world)}/xem-nhu")
    assert "Đang xem như" not in client.get("/hom-nay").content.decode()
    assert client.get(f"{base(world)}/noi-dung").status_code == 200, "she plans again"


def test_english_is_complete(db):
    world = a_season_registering()
    page = looking(world, "officer", stage="running", language="en").get("/hom-nay").content.decode()
    banner = re.search(r'(?s)<aside class="looking".*?</aside>', page).group()
    assert "Looking as" in banner
    assert "End it" in banner
    assert "Xem" not in banner


def test_a_stage_that_lies_ahead_gives_its_rights_and_changes_no_row(db):
    world = a_season_registering()
    report = f"{base(world)}/khoi/"
    now, later = looking(world, "officer"), looking(world, "officer", stage="running")
    sheet = f"{base(world)}/khoi/dang-ky/{world.units[1].slug}"
    assert 'name="version"' in now.get(sheet).content.decode(), "registering: the officer types"
    before = everything()
    assert 'name="version"' not in later.get(sheet).content.decode(), "running: registration is over"
    assert "đang ở giai đoạn thực hiện" in later.get(report).content.decode()
    assert "đang ở giai đoạn đăng ký" in now.get(report).content.decode()
    assert everything() == before
    assert BlocSeason.objects.get().stage == Stage.REGISTERING.value


def test_hom_nay_is_the_roles_own_and_the_stage_is_the_one_asked_for(db):
    world = a_season(members=2)
    move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key())
    now, later = looking(world, "leader"), looking(world, "leader", stage="registering")
    assert main_of(now.get("/hom-nay")) == without_own(main_of(client_of(world.leaders[1]).get("/hom-nay")))
    assert BlocSeason.objects.get().stage == Stage.LAUNCHED.value
    assert "đang ở giai đoạn đăng ký" in later.get(f"{base(world)}/khoi/").content.decode()


def test_only_a_member_unit_and_a_stage_ahead_can_be_chosen(db):
    world = a_season_registering()
    client = client_of(world.secretary)

    def refused(**typed) -> str:
        answer = client.post(f"{base(world)}/xem-nhu", {"key": a_key(), "unit": "", "stage": ""} | typed)
        assert answer.status_code == 422
        return answer.content.decode()

    assert "Chọn đơn vị để xem như lãnh đạo đơn vị" in refused(role="leader")
    assert "Chọn đơn vị" in refused(role="officer", unit="khong-co")
    assert "không ở phía trước" in refused(role="deputy", stage="launched")
    assert "không có trong danh sách" in refused(role="head")
    assert "không có trong danh sách" in refused(role="deputy", stage="trua")


def test_who_keeps_no_season_may_not_look(db):
    world = a_season_registering()
    typed = {"key": a_key(), "role": "leader", "unit": world.units[2].slug}
    assert client_of(world.officers[1]).post(f"{base(world)}/xem-nhu", typed).status_code == 422
    assert client_of(world.outsider).post(f"{base(world)}/xem-nhu", typed).status_code == 404


def test_another_units_score_card_is_refused_with_the_roles_own_reason(db):
    world = a_season_scoring()
    client = looking(world, "officer", 1)
    own, other = (f"{base(world)}/khoi/cham-diem/{world.units[place].slug}" for place in (1, 2))
    assert client.get(own).status_code == 200
    assert client.get(other).status_code == 422
    assert client_of(world.secretary).get(other).status_code == 200, "she herself may"


def test_an_administrator_reads_no_card_through_anybodys_eyes(db):
    world = a_season_scoring()
    client = looking(world, "leader", 1, viewer=an_administrator())
    assert client.get(f"{base(world)}/khoi/cham-diem/{world.units[1].slug}").status_code == 422
    cards = client.get(reverse("score_cards", args=(world.season.cluster.slug, world.season.slug, "khoi")))
    assert cards.status_code == 200
    assert f'{world.units[1].slug}"' not in main_of(cards)
    assert client.get(reverse("accounts")).status_code == 404, "an officer keeps no accounts"


def test_another_season_of_the_unit_stays_closed(db):
    world = a_season_registering()
    other = a_season(members=1, slug="cum-khac")
    unit = world.units[1]
    Membership.objects.create(
        bloc_season=other.bloc, unit=unit, position=9, name=unit.name, short_name=unit.short_name, label=unit.label
    )
    assert client_of(world.officers[1]).get(f"{base(other)}/").status_code == 200
    through = looking(world, "officer", 1)
    assert through.get(f"{base(other)}/").status_code == 404
    assert base(other) not in through.get("/nam-thi-dua").content.decode()


def test_notices_and_drafts_are_nobodys_to_look_at(db):
    world = a_pact_open_for_signing(members=2)
    sheet = f"{base(world)}/khoi/dang-ky/{world.units[1].slug}"
    secretary = client_of(world.secretary)
    secretary.post("/nhap-luu", {"key": sheet, "values": '{"a": ["b"]}', "version": "", "page": "p"})
    assert secretary.get("/nhap-luu", {"key": sheet}).status_code == 200
    through = looking(world, "officer", 1)
    assert through.get("/nhap-luu", {"key": sheet}).status_code == 204
    assert "drafts.js" not in through.get(sheet).content.decode()
    opens = reverse("open_notice", args=(Notice.objects.filter(unit=world.units[1]).get().public_id,))
    assert opens not in main_of(through.get("/thong-bao/"))
    assert opens in main_of(client_of(world.officers[1]).get("/thong-bao/")), "the unit itself is told"


def test_the_access_log_says_who_looked_as_whom(db):
    world = a_season_registering()
    client = looking(world, "officer", 1, stage="running")
    unit = world.units[1].slug
    line = AccessLine.objects.get(kind="look.begun")
    assert (line.actor, line.because) == (world.secretary.token, f"as officer {unit} running")
    client.get("/khong-co/trang-nao/")
    assert AccessLine.objects.get(kind="unknown").because == f"as officer {unit} running"


def test_the_end_of_her_part_ends_the_look(db):
    world = a_season_registering()
    client = looking(world, "officer")
    world.season.roles.filter(role="secretariat").update(until_on="2016-01-01")
    assert "Đang xem như" not in client.get("/hom-nay").content.decode()


def test_an_act_refuses_who_looks_even_without_a_page_between(db):
    world = a_pact_open_for_signing(members=2)
    look = Look(world.season.cluster.slug, world.season.slug, "leader", world.units[1].slug)
    eyes = actor_seen_through(world.secretary, look, on=TODAY)
    with pytest.raises(NotPossible) as refused:
        open_signing(Pact.objects.get(), by=eyes, at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "looking.writes_nothing"
