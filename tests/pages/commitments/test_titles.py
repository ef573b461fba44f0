import json

from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing, a_season_registering
from tests.pages.clients import client_of
from tests.pages.commitments.test_commitments import address, typed
from thidua.records.journal.models import Body
from thidua.records.seasons.actions.pacts import open_signing, write_pact
from thidua.records.seasons.models import RegisteredTitle

FLAG, PEOPLE = "title-CO_BO-collective", "title-CSTDCS-individual"


def a_table(world, who, query=""):
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/danh-hieu-dang-ky"
    return client_of(who).get(base + query)


def test_titles_are_saved_signed_and_stand_in_the_blocs_table(db):
    world = a_season_registering()
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    officer.post(address(world, 1, "luu"), typed(world, **{FLAG: "1", PEOPLE: "14"}))
    assert "CO_BO" not in a_table(world, world.secretary).content.decode()
    assert "Chưa có danh hiệu nào được đăng ký" in a_table(world, world.secretary).content.decode()
    officer.post(address(world, 1, "trinh"), {"key": a_key(), "version": world.sheet(1).version})
    leader.post(address(world, 1, "ky"), {"key": a_key()})
    shown = a_table(world, world.secretary).content.decode()
    assert "Chiến sĩ thi đua cơ sở" in shown
    [line] = [
        line for line in a_table(world, world.secretary, "?tep=csv").content.decode().splitlines() if "Cả" in line
    ]
    assert line.split(";")[1:] == ["1", "14"]


def test_what_is_emptied_is_registered_no_more_and_the_journal_keeps_both(db):
    world = a_season_registering()
    officer = client_of(world.officers[1])
    officer.post(address(world, 1, "luu"), typed(world, **{FLAG: "1", PEOPLE: "14"}))
    officer.post(address(world, 1, "luu"), typed(world, **{FLAG: "", PEOPLE: "15"}))
    assert list(RegisteredTitle.objects.values_list("code", "count")) == [("CSTDCS", 15)]
    told = json.loads(Body.objects.order_by("-entry__seq").first().text)["titles"]
    assert told == {
        "CO_BO-collective": {"before": "1", "after": "0"},
        "CSTDCS-individual": {"before": "14", "after": "15"},
    }


def test_half_a_flag_is_refused_by_name_and_nothing_typed_is_lost(db):
    world = a_season_registering()
    answer = client_of(world.officers[1]).post(address(world, 1, "luu"), typed(world, **{FLAG: "1,5", PEOPLE: "14"}))
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Cờ thi đua của bộ, ban, ngành, tỉnh: số lượng đăng ký phải là số nguyên" in shown
    assert 'value="1,5"' in shown
    assert 'value="14"' in shown
    assert not RegisteredTitle.objects.exists()


def test_a_form_without_the_fields_leaves_titles_as_they_stand(db):
    world = a_season_registering()
    officer = client_of(world.officers[1])
    officer.post(address(world, 1, "luu"), typed(world, **{FLAG: "1"}))
    officer.post(address(world, 1, "luu"), typed(world))
    assert RegisteredTitle.objects.get().count == 1


def test_signed_titles_are_lines_of_the_pacts_text(db):
    world = a_season_registering()
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    officer.post(address(world, 1, "luu"), typed(world, **{FLAG: "1", PEOPLE: "14"}))
    officer.post(address(world, 1, "trinh"), {"key": a_key(), "version": world.sheet(1).version})
    leader.post(address(world, 1, "ky"), {"key": a_key()})
    pact = write_pact(
        world.bloc, preamble="GIAO ƯỚC", place="", seen_version=1, by=world.secretary, at=NOON, key=a_key()
    )
    pact = open_signing(pact, by=world.secretary, at=NOON, key=a_key())
    lines = [line for line in pact.text.splitlines() if "khen thưởng đăng ký" in line]
    assert lines == [
        "- Danh hiệu, hình thức khen thưởng đăng ký cho tập thể: Cờ thi đua của bộ, ban, ngành, tỉnh (1)",
        "- Danh hiệu, hình thức khen thưởng đăng ký cho cá nhân: Chiến sĩ thi đua cơ sở (14)",
    ]


def test_a_pact_without_titles_reads_as_before(db):
    world = a_pact_open_for_signing(members=2)
    assert "khen thưởng đăng ký" not in world.pact().text
