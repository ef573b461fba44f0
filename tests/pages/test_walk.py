"""Every address × every role: the object, a refusal with its reason, or the same answer as for nothing."""

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from tests.factories.people import a_merger_of_strangers
from tests.factories.seasons import BUILDER, NOON, a_key, a_pact_open_for_signing
from thidua.records.accounts.actions import open_account
from thidua.records.accounts.models import Account
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.directory.models import Reorganisation

# What a GET of each address answers to whom. "door": everybody; "own": who has a part in the season;
# "post": no page of its own, only acts; "dead": a single link that nobody was given; "demo": there in the demo only;
# "script": asked by a script of an open page, to be told by the status; those of SOME: only for some who have a part.
RULES = {
    "drafts": "script", "notices": "signed_in", "read_notices": "post", "open_notice": "post",
    "entries_on_behalf": "signed_in", "entry_on_behalf": "own", "entry_scan": "locked", "confirm_entry": "post",
    "dispute_entry": "post", "answer_entry": "post",
    "front": "door", "sign_in": "door", "sign_out": "post", "try_out": "post", "choose": "post",
    "today": "signed_in", "season": "signed_in", "rights": "signed_in",
    "units": "signed_in", "unit": "signed_in", "person": "signed_in", "find": "signed_in",
    "accounts": "administrator", "outbox": "administrator", "open_account": "administrator", "invite_account": "post",
    "own_account": "signed_in", "second_factor": "signed_in", "set_up_codes": "signed_in", "remove_codes": "post",
    "add_passkey": "signed_in", "ask_new_passkey": "post", "rename_passkey": "post", "remove_passkey": "post",
    "recovery_codes": "signed_in", "reset_second_factor": "administrator",
    "sign_in_by_passkey": "post", "ask_passkey": "post",
    "keep_unit": "keeper", "rename_unit": "keeper", "move_unit": "keeper", "keep_person": "keeper",
    "merge_units": "keeper", "split_unit": "keeper", "dissolve_unit": "keeper", "reorganisations": "signed_in",
    "reorganisation": "signed_in", "reorganisation_decision": "locked", "annul_reorganisation": "post",
    "change_officer": "changer",
    "give_post": "keeper", "end_post": "post", "delegations": "signed_in", "withdraw_delegation": "post",
    "delegation_letter": "locked", "attach_letter": "post",
    "close_account": "post", "reopen_account": "post", "change_password": "signed_in", "forgot_password": "door",
    "accept_invitation": "dead", "reset_password": "dead",
    "look_as": "keepers", "end_looking": "post",
    "one_season": "own", "bloc": "own", "amend_season": "post", "move_stage": "post",
    "plan_where": "signed_in", "found_cluster": "administrator", "plan_season": "planner",
    "plan_contents": "plan", "plan_campaigns": "plan", "season_roles": "own", "end_role": "post",
    "guidance": "own", "new_guidance": "plan", "one_guidance": "locked", "withdraw_guidance": "post",
    "guidance_file": "locked",
    "plan_members": "plan", "plan_indicators": "plan", "plan_calendar": "plan",
    "commitments": "own", "commitment_sheet": "own", "save_commitments": "post", "submit_commitments": "post",
    "sign_commitments": "post", "return_commitments": "post", "correct_commitments": "post",
    "take_back_commitments": "post", "take_back_report": "post", "take_back_card": "post",
    "enter_commitments_on_behalf": "post", "period_targets": "own", "save_period_targets": "post",
    "signing_board": "own", "pact": "own", "pact_file": "locked", "write_pact": "post", "open_signing": "post",
    "reopen_text": "post", "sign_pact": "post", "sign_on_paper": "post", "close_signing": "post",
    "lock_signing_list": "post",
    "commitment_scan": "locked", "signature": "locked", "signature_scan": "locked", "attach_scan": "post",
    "annexes": "own", "annex_form": "own", "propose_annex": "post", "enter_annex_on_behalf": "post",
    "sign_annex": "post", "sign_annex_as_head": "post", "sign_annex_on_paper": "post",
    "withdraw_annex": "post",
    "tracking": "keepers", "tracking_xlsx": "keepers", "remind": "post", "extend_deadline": "plan",
    "results": "own", "results_xlsx": "own",
    "report": "own", "save_report": "post", "submit_report": "post", "sign_report": "post",
    "return_report": "post", "enter_report_on_behalf": "post", "add_evidence": "post", "withdraw_evidence": "post",
    "evidence": "locked", "report_scan": "locked", "correction": "own",
    "correct_result": "post", "correct_on_behalf": "post", "sign_correction": "post",
    "return_correction": "post",
    "sign_many": "signed_in", "sign_what_waits": "post", "return_what_waits": "post",
    "progress": "own", "progress_xlsx": "own", "progress_csv": "own",
    "scores": "signed_in", "score_sheet": "own", "score_sheet_file": "locked", "library_sheet": "locked",
    "adopt_sheet": "post", "score_cards": "own", "score_card": "card", "reckon_card": "post", "save_card": "post",
    "submit_card": "post", "sign_card": "post", "return_card": "post", "correct_card": "post", "refill_card": "post",
    "enter_card_on_behalf": "post", "withdraw_line_evidence": "post", "line_evidence": "card",
    "card_scan": "card", "sheet_paper": "locked", "exclusion_paper": "locked", "verify_card": "card",
    "verify_line": "post", "finish_verification": "post", "reopen_verification": "post", "unfolded_card": "card",
    "ranking": "own", "ranking_workbook": "locked", "ranking_csv": "locked", "ranking_file": "locked",
    "lock_ranking": "post",
    "exclude_unit": "post", "lift_exclusion": "post",
}  # fmt: skip
# Where not all of the house get the same: what most get, and who gets something else.
SOME = {
    "administrator": (404, {"administrator": 200}),
    "keeper": (422, {"administrator": 200}),
    "changer": (422, {"administrator": 200, "leader": 200}),
    "planner": (422, {"head": 200, "secretary": 200, "administrator": 200}),
    "card": (404, {"officer": 422}),  # not open yet; another unit's card is refused with its reason
    "plan": (422, {"head": 200, "secretary": 200}),
    "keepers": (422, {"head": 200, "secretary": 200, "administrator": 200}),
}
OTHERS = {"samples", "sample_room", "sample_paper"}


def patterns(resolver=None, before=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield entry.name, before + str(entry.pattern)
        else:
            yield from patterns(entry, before + str(entry.pattern))


def test_no_address_is_without_a_rule():
    names = {name for name, _ in patterns()}
    assert names - OTHERS - set(RULES) == set()
    assert set(RULES) - names == set()


@pytest.fixture
def world(db):
    built = a_pact_open_for_signing(members=2)
    a_merger_of_strangers()
    return built


def browser(actor=None) -> Client:
    client = Client(headers={"host": "localhost"})
    if actor is not None:
        client.force_login(Account.objects.get(pk=actor.account), backend="django.contrib.auth.backends.ModelBackend")
    return client


def addresses(world):
    season, bloc = world.season, world.bloc
    filled = {
        "<slug:cluster>": season.cluster.slug,
        "<slug:season>": season.slug,
        "<slug:bloc>": bloc.bloc.slug,
        "<slug:unit>": world.units[1].slug,
        "<int:number>": "1",
        "<slug:period>": "quy-1",
        "<slug:code>": "ty-le",
        "<str:evidence>": "khong-co-gi",
        "<str:signature>": "khong-co-gi",
        "<str:role>": "truong-khu-vuc",
        "<str:post>": "khong-co-gi",
        "<str:letter>": "khong-co-gi",
        "<str:notice>": "khong-co-gi",
        "<str:entry>": entry_on_behalf_of(world.sheet(1)).public_id,
        "<str:given>": "khong-co-gi",
        "<str:reorganisation>": Reorganisation.objects.latest("pk").public_id,
        "<str:account>": Account.objects.get(pk=world.secretary.account).public_id,
        "<str:person>": Account.objects.get(pk=world.head.account).person.public_id,
    }
    for name, pattern in patterns():
        for word, value in filled.items():
            pattern = pattern.replace(word, value)
        if name in RULES:
            yield name, "/" + pattern


def test_who_has_a_part_sees_the_season_and_a_stranger_the_same_as_for_nothing(world):
    administrator = open_account(
        person=None, email="qt@example.vn", is_administrator=True, by=BUILDER, at=NOON, key=a_key()
    )
    inside = {
        "head": world.head,
        "secretary": world.secretary,
        "leader": world.leaders[1],
        "officer": world.officers[0],
    }
    clients = {name: browser(actor) for name, actor in inside.items()}
    clients["administrator"] = browser()
    clients["administrator"].force_login(administrator, backend="django.contrib.auth.backends.ModelBackend")
    stranger, nobody = browser(world.outsider), browser()
    nothing = stranger.get("/khong-co/nam-nao/").content
    for name, address in addresses(world):
        rule = RULES[name]
        seen = {who: client.get(address).status_code for who, client in clients.items()}
        most, some = SOME.get(rule, ({"post": 405, "locked": 404, "dead": 404, "script": 204}.get(rule, 200), {}))
        assert seen == dict.fromkeys(seen, most) | some, address
        answer = stranger.get(address)
        if rule in ("own", "locked", "card", "administrator", "planner", "plan", "keepers"):
            assert answer.status_code == 404, address
            assert same_page(answer.content) == same_page(nothing), address
        signed_out = nobody.get(address)
        assert signed_out.status_code == {"door": 200, "post": 405, "dead": 404, "script": 401}.get(rule, 302), address


def same_page(body: bytes) -> bytes:
    """The page without what differs by its own address: the form's token and the way back."""
    lines = body.split(b"\n")
    return b"\n".join(line for line in lines if b"csrfmiddlewaretoken" not in line and b'name="next"' not in line)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_answer_in_the_readers_language_for_every_part(world, language):
    client = browser(world.secretary)
    client.cookies["language"] = language
    for name, address in addresses(world):
        if RULES[name] in ("own", "door", "signed_in") and not address.endswith((".xlsx", ".csv")):
            assert f'<html lang="{language}"'.encode() in client.get(address).content, address


def test_a_stranger_may_not_act_and_learns_nothing(world):
    stranger = browser(world.outsider)
    for name, address in addresses(world):
        if RULES[name] == "post" and "<" not in address and address.startswith(f"/{world.season.cluster.slug}"):
            assert stranger.post(address, {"key": a_key()}).status_code == 404, address


def test_a_refused_act_answers_422_with_its_sentence_and_what_was_typed(world):
    client = browser(world.secretary)
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/giao-uoc"
    answer = client.post(
        f"{base}/ky-giay",
        {"key": a_key(), "unit": world.units[1].slug, "signer": "Trần Huy Bách", "title": "", "capacity": "leader"},
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Thiếu “Chức vụ người ký”" in page
    assert 'value="Trần Huy Bách"' in page
