"""Two savers of one form: the second reads what the first has left, field by field, and chooses."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from tests.factories.results import a_season_of_results, the_line, the_report
from tests.factories.scores import a_season_scoring
from tests.factories.seasons import World, a_season, a_season_registering
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.records.seasons.models import Campaign, Cluster, KeyContent, Pact, Season


@dataclass
class Form:
    """One form with two people at it. `first`, `second` and `both` are fields that hold what is typed."""

    page: str
    action: str
    two: tuple[Client, Client]
    first: str
    second: str
    both: str
    kept: Callable[[str], str]
    texts: tuple[str, str, str, str] = ("11", "22", "33", "44")


def the_base(world: World) -> str:
    return f"/{world.season.cluster.slug}/{world.season.slug}"


def commitments(db) -> Form:
    world = a_season_registering()
    page = f"{the_base(world)}/khoi/dang-ky/{world.units[1].slug}"
    pk = world.sheet(1).lines.get(indicator__code="ty-le").pk

    def kept(name: str) -> str:
        line = world.sheet(1).lines.get(pk=pk)
        return str({"last": line.last_year, "registered": line.registered, "reason": line.reason}[name.split("-")[0]])

    two = (client_of(world.leaders[1]), client_of(world.officers[1]))
    return Form(page, f"{page}/luu", two, f"last-{pk}", f"reason-{pk}", f"registered-{pk}", kept)


def report(db) -> Form:
    world = a_season_of_results()
    page = f"{the_base(world)}/khoi/ket-qua/quy-1/{world.units[1].slug}"
    line = {code: the_line(the_report(world), code).pk for code in ("cuoc", "luy-ke", "ton-dong")}

    def kept(name: str) -> str:
        return str(the_report(world).lines.get(pk=name.split("-")[1]).value)

    two = (client_of(world.leaders[1]), client_of(world.officers[1]))
    fields = [f"value-{line[code]}" for code in ("cuoc", "luy-ke", "ton-dong")]
    return Form(page, f"{page}/luu", two, *fields, kept)


def pact(db) -> Form:
    world = a_season_registering()
    page = f"{the_base(world)}/khoi/giao-uoc"
    two = (client_of(world.head), client_of(world.secretary))

    def kept(name: str) -> str:
        return str(getattr(Pact.objects.get(), name))

    form = Form(page, f"{page}/viet", two, "place", "place", "preamble", kept)
    form.two[0].post(form.action, form_on(two[0].get(page).content, form.action) | {"preamble": "GIAO ƯỚC"})
    return form


def contents(db) -> Form:
    world = a_season()
    page = f"{the_base(world)}/noi-dung"

    def kept(name: str) -> str:
        column, n = name.split("-")
        return str(getattr(KeyContent.objects.order_by("number")[int(n)], column))

    two = (client_of(world.head), client_of(world.secretary))
    return Form(page, "", two, "short_name-0", "text-1", "text-0", kept)


def cluster(db) -> Form:
    world = a_season()
    page = f"/nam-thi-dua/cum/{world.season.cluster.slug}"

    def kept(name: str) -> str:
        return str(getattr(Cluster.objects.get(), name))

    two = (client_of(world.head), client_of(world.secretary))
    return Form(page, "", two, "head_word", "short_name", "name", kept)


FORMS = [commitments, report]


def sent(client: Client, form: Form, fields: dict[str, str]):
    return client.post(form.action or form.page, fields)


def clash_of(form: Form):
    """Both open the page; the first saves; the second types too and is refused. Gives the refused answer."""
    one, two = (form_on(client.get(form.page).content, form.action) for client in form.two)
    mine, theirs, by_both, by_me = form.texts
    assert sent(form.two[0], form, one | {form.first: theirs, form.both: by_both}).status_code == 303
    return sent(form.two[1], form, two | {form.second: mine, form.both: by_me})


@pytest.mark.parametrize("build", FORMS)
def test_the_second_saver_reads_both_versions_and_is_asked_where_both_changed(db, build):
    form = build(db)
    answer = clash_of(form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "So từng ô bên dưới" in page
    assert re.search(r'<span lang="vi">Lãnh Đạo B</span> đã lưu lúc \d', page)
    fields = form_on(answer.content, form.action)
    assert (fields[f"choose-{form.first}"], fields[f"choose-{form.second}"]) == ("theirs", "mine")
    assert f"choose-{form.both}" not in fields
    assert page.count("cả hai cùng sửa") == 1
    assert (fields[form.first], fields[form.second], fields[form.both]) == ("22", "11", "44")


@pytest.mark.parametrize("build", FORMS)
@pytest.mark.parametrize(("choice", "left"), [("mine", "44"), ("theirs", "33")])
def test_what_was_chosen_is_saved_with_what_only_one_changed(db, build, choice, left):
    form = build(db)
    fields = form_on(clash_of(form).content, form.action)
    assert sent(form.two[1], form, fields | {f"choose-{form.both}": choice}).status_code == 303
    assert [form.kept(name) for name in (form.first, form.second, form.both)] == ["22", "11", left]


@pytest.mark.parametrize("build", FORMS)
def test_the_choice_can_be_turned_round_and_what_is_typed_over_counts(db, build):
    form = build(db)
    fields = form_on(clash_of(form).content, form.action)
    turned = {f"choose-{form.first}": "mine", f"choose-{form.second}": "theirs", form.both: "55"}
    before = form_on(form.two[1].get(form.page).content, form.action)
    assert sent(form.two[1], form, fields | turned).status_code == 303
    after = form_on(form.two[1].get(form.page).content, form.action)
    assert after[form.both] == "55", "what is typed over in the form needs no choice"
    assert after[form.first] == "", "mine: as the second found it"
    assert after[form.second] == before[form.second], "theirs: as the first left it"


@pytest.mark.parametrize("build", FORMS)
def test_without_a_choice_the_question_comes_again_and_nothing_is_saved(db, build):
    form = build(db)
    fields = form_on(clash_of(form).content, form.action)
    again = sent(form.two[1], form, fields)
    assert again.status_code == 422
    assert "Chọn giữ hay lấy cho:" in again.content.decode()
    assert form.kept(form.both) == "33"
    fields = form_on(again.content, form.action)
    assert sent(form.two[1], form, fields | {f"choose-{form.both}": "mine"}).status_code == 303
    assert [form.kept(name) for name in (form.first, form.second, form.both)] == ["22", "11", "44"]


@pytest.mark.parametrize("build", FORMS)
def test_a_third_save_in_between_is_met_as_well(db, build):
    form = build(db)
    fields = form_on(clash_of(form).content, form.action) | {f"choose-{form.both}": "mine"}
    third = form_on(form.two[0].get(form.page).content, form.action) | {form.both: "66"}
    assert sent(form.two[0], form, third).status_code == 303
    answer = sent(form.two[1], form, fields)
    assert answer.status_code == 422
    asked = form_on(answer.content, form.action)
    assert f"choose-{form.both}" not in asked
    assert sent(form.two[1], form, asked | {f"choose-{form.both}": "theirs"}).status_code == 303
    assert [form.kept(name) for name in (form.first, form.second, form.both)] == ["22", "11", "66"]


def test_the_pacts_preamble(db):
    form = pact(db)
    one, two = (form_on(client.get(form.page).content, form.action) for client in form.two)
    sent(form.two[0], form, one | {"preamble": "GIAO ƯỚC CHUNG", "place": "Vĩnh Phúc"})
    answer = sent(form.two[1], form, two | {"preamble": "GIAO ƯỚC NĂM 2016"})
    fields = form_on(answer.content, form.action)
    assert (fields["place"], fields["choose-place"]) == ("Vĩnh Phúc", "theirs")
    assert sent(form.two[1], form, fields | {"choose-preamble": "mine"}).status_code == 303
    assert (Pact.objects.get().preamble, Pact.objects.get().place) == ("GIAO ƯỚC NĂM 2016", "Vĩnh Phúc")


def test_a_score_card(db):
    world = a_season_scoring()
    page = f"{the_base(world)}/khoi/cham-diem/{world.units[1].slug}"
    two = (client_of(world.leaders[1]), client_of(world.officers[1]))
    one, other = (form_on(client.get(page).content, f"{page}/luu") for client in two)
    assert two[0].post(f"{page}/luu", one | {"given-B.1": "2", "given-B.2": "all"}).status_code == 303
    answer = two[1].post(f"{page}/luu", other | {"given-B.3": "1", "given-B.2": "none"})
    assert answer.status_code == 422
    assert "Lấy: <b>" in answer.content.decode()
    fields = form_on(answer.content, f"{page}/luu")
    assert (fields["choose-given-B.1"], fields["choose-given-B.3"]) == ("theirs", "mine")
    assert two[1].post(f"{page}/luu", fields | {"choose-given-B.2": "theirs"}).status_code == 303
    saved = form_on(two[1].get(page).content, f"{page}/luu")
    assert [saved[f"given-B.{n}"] for n in (1, 2, 3)] == ["2", "all", "1"]


def test_contents_of_the_plan_are_met_by_their_number_wherever_they_stand(db):
    form = contents(db)
    one, two = (form_on(client.get(form.page).content, "") for client in form.two)
    theirs = {"text-0": "Hoàn thành vượt mức", "text-1": "Chuyển đổi số", "short_name-1": "Số hóa"}
    assert sent(form.two[0], form, one | theirs).status_code == 303
    answer = sent(form.two[1], form, two | {"short_name-0": "Việc chính", "text-2": "Học tập", "short_name-2": "Học"})
    assert answer.status_code == 422
    fields = form_on(answer.content, "")
    chosen = {name: value for name, value in fields.items() if name.startswith("choose-")}
    assert chosen == {
        "choose-text-0": "theirs", "choose-short_name-0": "mine", "choose-text-1": "theirs",
        "choose-short_name-1": "theirs", "choose-text-2": "mine", "choose-short_name-2": "mine",
    }  # fmt: skip
    assert sent(form.two[1], form, fields).status_code == 303
    assert list(KeyContent.objects.order_by("number").values_list("number", "text", "short_name")) == [
        (1, "Hoàn thành vượt mức", "Việc chính"), (2, "Chuyển đổi số", "Số hóa"), (3, "Học tập", "Học"),
    ]  # fmt: skip


def test_a_campaign_that_another_has_added_comes_after_ones_own(db):
    world = a_season()
    page = f"{the_base(world)}/dot-thi-dua"
    two = (client_of(world.head), client_of(world.secretary))
    one, other = (form_on(client.get(page).content, "") for client in two)

    def campaign(name: str) -> dict[str, str]:
        return {"name-0": name, "kind-0": "peak", "starts_on-0": "1/3/2016", "ends_on-0": "31/3/2016"}

    assert two[0].post(page, one | campaign("Đợt của Trưởng")).status_code == 303
    answer = two[1].post(page, other | campaign("Đợt của Thư ký"))
    assert answer.status_code == 422
    fields = form_on(answer.content, "")
    assert (fields["name-0"], fields["name-3"], fields["rows"]) == ("Đợt của Thư ký", "Đợt của Trưởng", "4")
    assert two[1].post(page, fields).status_code == 303
    assert list(Campaign.objects.order_by("pk").values_list("name", "starts_on")) == [
        ("Đợt của Trưởng", date(2016, 3, 1)), ("Đợt của Thư ký", date(2016, 3, 1)),
    ]  # fmt: skip


def test_the_motto(db):
    world = a_season()
    page, action = f"{the_base(world)}/", f"{the_base(world)}/phuong-cham"
    two = (client_of(world.head), client_of(world.secretary, "en"))
    one, other = (form_on(client.get(page).content, action) for client in two)
    assert two[0].post(action, one | {"motto": "Kỷ cương"}).status_code == 303
    answer = two[1].post(action, other | {"motto": "Sáng tạo"})
    assert answer.status_code == 422
    assert "both changed it" in answer.content.decode()
    fields = form_on(answer.content, action)
    assert two[1].post(action, fields | {"choose-motto": "theirs"}).status_code == 303
    assert Season.objects.get().motto == "Kỷ cương"


def test_another_fault_shows_the_form_with_the_version_and_values_it_began_with(db):
    form = report(db)
    fields = form_on(form.two[1].get(form.page).content, form.action)
    answer = sent(form.two[1], form, fields | {form.both: "chín"})
    assert answer.status_code == 422
    again = form_on(answer.content, form.action)
    assert (again["version"], again["seen"]) == (fields["version"], fields["seen"])
    assert not [name for name in again if name.startswith("choose-")]


def test_a_broken_note_of_what_the_form_began_with_is_no_fault(db):
    form = report(db)
    fields = form_on(form.two[1].get(form.page).content, form.action)
    one = form_on(form.two[0].get(form.page).content, form.action)
    sent(form.two[0], form, one | {form.both: "7"})
    half = '{"a": ["\\ud800", "\\ud800"]}'
    for seen, clash in (("[1", "[1"), ("[]", '{"a": 1}'), ("{}", "[]"), (half, half)):
        answer = sent(form.two[1], form, fields | {"seen": seen, "clash": clash, form.both: "8"})
        assert answer.status_code == 422
        assert f"choose-{form.both}" not in form_on(answer.content, form.action), (
            "without it every field is asked about"
        )


def test_the_names_of_a_cluster(db):
    form = cluster(db)
    one, two = (form_on(client.get(form.page).content, "") for client in form.two)
    assert sent(form.two[0], form, one | {"head_word": "Trưởng Cụm", "name": "Cụm một"}).status_code == 303
    answer = sent(form.two[1], form, two | {"short_name": "Cụm hai", "name": "Cụm số hai"})
    assert answer.status_code == 422
    fields = form_on(answer.content, "")
    assert (fields["choose-head_word"], fields["choose-short_name"]) == ("theirs", "mine")
    assert sent(form.two[1], form, fields | {"choose-name": "mine"}).status_code == 303
    assert [form.kept(name) for name in ("head_word", "short_name", "name")] == ["Trưởng Cụm", "Cụm hai", "Cụm số hai"]
