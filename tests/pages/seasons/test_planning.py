"""A year planned by page, from a cluster that did not exist to its launch; a refusal loses nothing."""

import re
from datetime import date

import pytest

from tests.factories.people import a_unit_named, an_administrator
from tests.factories.seasons import NOON, a_key, a_season, an_actor
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.core.actor import PostKind
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.seasons.models import Cluster, Season, SeasonRole

BASE = "/cum-thu/nam-2016"


def posted(client, address, **typed):
    return client.post(address, {"key": a_key(), **{name.replace("__", "-"): value for name, value in typed.items()}})


def kept_page(answer):
    assert answer.status_code == 422
    return answer.content.decode()


def shown(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def rows(fields, *lines):
    """A form of many rows: the fields by number, and how many rows there are."""
    typed = {f"{field}-{n}": value for n, line in enumerate(lines) for field, value in zip(fields, line, strict=True)}
    return typed | {"rows": str(len(lines))}


CONTENT = ("number", "text", "short_name")
CONTENTS = rows(CONTENT, ("1", "Trợ giúp pháp lý lưu động", "Trợ giúp"), ("2", "Sáng kiến", "Sáng kiến"))
CAMPAIGNS = rows(
    ("kind", "name", "starts_on", "ends_on", "contents", "movement"),
    ("regular", "Thi đua thường xuyên", "1/3/2016", "31/12/2016", "", "1"),
    ("peak", "Cao điểm 1", "26/3/2016", "30/6/2016", "1, 2", ""),
)
INDICATOR = ("code", "content", "name", "short_name", "unit_of_measure", "kind", "better", "aggregation", "source")
INDICATORS = rows(
    INDICATOR,
    ("", "1", "Số đợt trợ giúp pháp lý lưu động", "Trợ giúp lưu động", "đợt", "number", "higher", "sum", "Báo cáo"),
)
A_STRANGER = {"role": "deputy", "person": "Ai Đó", "bloc": ""}
PERIOD = ("name", "from_on", "until_on", "due_on")
CALENDAR = {
    "starts_on": "1/1/2016", "ends_on": "31/12/2016", "due_on-registration": "19/2/2016", "due_on-signing": "4/3/2016",
    "place-signing": "Vĩnh Phúc",
    **rows(PERIOD, ("6 tháng", "1/1/2016", "30/6/2016", "8/7/2016"), ("Cả năm", "1/7/2016", "31/12/2016", "10/1/2017")),
}  # fmt: skip


def test_a_year_is_planned_by_page_from_nothing_to_its_launch(db):
    units = [a_unit_named(f"Sở Tư pháp tỉnh {name}", f"stp-{name.lower()}") for name in "AB"]
    head, secretary = (
        an_actor("Lê Văn Một", units[0], PostKind.LEADER),
        an_actor("Trần Thị Hai", units[0], PostKind.OFFICER),
    )
    keeper = client_of(an_administrator())
    founded = posted(
        keeper, "/nam-thi-dua/cum-moi", name="Cụm thi đua số 1", short_name="Cụm số 1", head_word="", deputy_word="",
        head_selection="elected", blocs="Khối Sở Tư pháp\n",
    )  # fmt: skip
    assert founded.headers["Location"] == "/nam-thi-dua/lap/cum-so-1"
    cluster = Cluster.objects.get(slug="cum-so-1")
    assert (cluster.head_word, cluster.deputy_word) == ("Cụm trưởng", "Cụm phó")
    bloc = cluster.blocs.get()
    planned = posted(
        keeper, "/nam-thi-dua/lap/cum-so-1", name="Năm thi đua 2016", year="2016", motto="Đoàn kết", copy="",
        **{f"takes_part-{bloc.pk}": "1", f"from-{bloc.pk}": "1/1/2016", f"until-{bloc.pk}": "31/12/2016"},
    )  # fmt: skip
    at = planned.headers["Location"]
    assert at == "/cum-so-1/nam-thi-dua-2016/"
    minutes = {"ground_title": "Biên bản bầu Cụm trưởng", "ground_dated_on": "20/1/2016"}
    named = posted(
        keeper, f"{at}phan-viec/truong", head="lê văn một", head_from_on="", votes_for="2", votes_given="2", **minutes
    )
    given = posted(keeper, f"{at}phan-viec", role="secretariat", person="Trần Thị Hai, tỉnh A", bloc="")
    assert (named.status_code, given.status_code) == (303, 303)
    working = client_of(secretary)
    season = Season.objects.get()
    done = [posted(working, f"{at}noi-dung", **CONTENTS, version=season.version)]
    season.refresh_from_db()
    done.append(
        posted(working, f"{at}dot-thi-dua", **CAMPAIGNS, version=season.version, movements="Học tập\n\nThanh niên")
    )
    row = season.blocs.get()
    in_bloc = f"{at}{row.bloc.slug}/"
    for page, typed in (
        ("thanh-vien", {"units": "Sở Tư pháp tỉnh B\nSTP-A · Sở Tư pháp tỉnh A"}),
        ("chi-so", INDICATORS),
        ("lich", CALENDAR),
    ):
        done.append(posted(working, in_bloc + page, **typed, version=row.version))
        row.refresh_from_db()
    assert [answer.status_code for answer in done] == [303] * 5
    assert [member.unit for member in row.members.all()] == units[::-1]
    assert [(one.code, one.content.number) for one in row.indicators.all()] == [("tro-giup-luu-dong", 1)]
    assert [(one.slug, one.due_on) for one in row.periods.all()] == [
        ("6-thang", date(2016, 7, 8)),
        ("ca-nam", date(2017, 1, 10)),
    ]
    assert [(one.kind, one.place) for one in row.milestones.all()] == [("registration", ""), ("signing", "Vĩnh Phúc")]
    first, second = season.campaigns.order_by("starts_on")
    assert (first.movement.name, [one.number for one in second.contents.all()]) == ("Học tập", [1, 2])
    assert posted(client_of(head), f"{in_bloc}giai-doan", to="launched").status_code == 303
    row.refresh_from_db()
    assert row.at_stage is Stage.LAUNCHED


def test_a_new_year_afresh_is_offered_beside_the_copy_of_the_last_one(db):
    world = a_season()
    secretary = client_of(world.secretary)
    where = shown(secretary, "/nam-thi-dua/lap")
    assert 'href="/cum-thu/nam-2016/nam-sau"' in where
    form = shown(secretary, "/nam-thi-dua/lap/cum-thu")
    for value in ("Năm thi đua 2017", "nam-2017", "1/1/2017", "31/12/2017"):
        assert f'value="{value}"' in form
    bloc = world.bloc.bloc.pk
    typed = {
        "name": "Năm thi đua 2017", "year": "2017", f"takes_part-{bloc}": "1", f"from-{bloc}": "1/1/2017",
        f"until-{bloc}": "31/12/2017",
    }  # fmt: skip
    assert posted(secretary, "/nam-thi-dua/lap/cum-thu", **typed, slug="nam-2017").status_code == 303
    season = Season.objects.get(slug="nam-2017")
    assert season.blocs.get().members.count() == 0
    assert [part.role for part in SeasonRole.objects.filter(season=season)] == ["secretariat"]
    again = kept_page(posted(secretary, "/nam-thi-dua/lap/cum-thu", **typed, slug="nam-2017"))
    assert "đã có năm thi đua “nam-2017”" in again
    assert 'value="Năm thi đua 2017"' in again


def test_a_wrong_year_is_told_field_by_field_and_kept(db):
    world = a_season()
    bloc = world.bloc.bloc.pk
    page = kept_page(
        posted(
            client_of(world.secretary),
            "/nam-thi-dua/lap/cum-thu",
            name="Năm mới",
            year="hai nghìn",
            copy="",
            motto="Mới",
            **{f"takes_part-{bloc}": "1", f"from-{bloc}": "31/12/2017", f"until-{bloc}": "1/1/2017"},
        )
    )
    assert "hai nghìn" in page
    assert "không sau ngày đầu" in page
    assert 'value="Mới"' in page
    assert 'value="31/12/2017"' in page


def test_a_cluster_whose_blocs_share_a_name_is_refused_and_kept(db):
    keeper = client_of(an_administrator())
    typed = {"name": "Cụm", "short_name": "Cụm", "head_word": "A", "deputy_word": "B", "blocs": "Khối Một\nkhối một"}
    typed["head_selection"] = "appointed"
    page = kept_page(posted(keeper, "/nam-thi-dua/cum-moi", **typed))
    assert "Khối “khối một” ghi hai lần" in page
    assert "Khối Một\nkhối một" in page
    reserved = kept_page(posted(keeper, "/nam-thi-dua/cum-moi", **typed | {"blocs": "Khối", "slug": "tim"}))
    assert "là từ mà hệ thống dùng" in reserved
    assert not Cluster.objects.exists()


@pytest.mark.parametrize(
    ("address", "typed", "sentence", "kept"),
    [
        (f"{BASE}/noi-dung", rows(CONTENT, ("1", "Trợ giúp", "")), "Dòng 1, Tên gọn", "Trợ giúp"),
        (f"{BASE}/noi-dung", rows(CONTENT, ("1", "A", "A"), ("1", "B", "B")), "Số 1 ghi cho hai", ">B<"),
        (f"{BASE}/noi-dung", rows(CONTENT, ("99999", "Trợ giúp", "Trợ giúp")), "“99.999” không có", "Trợ giúp"),
        (f"{BASE}/khoi/lich", CALENDAR | {"name-0": "★", "slug-0": ""}, "“★” không có chữ cái", 'value="★"'),
        (f"{BASE}/dot-thi-dua", CAMPAIGNS | {"starts_on-1": "mai"}, "“mai” không phải là ngày", 'value="mai"'),
        (f"{BASE}/dot-thi-dua", CAMPAIGNS | {"ends_on-1": "1/3/2016"}, "trước ngày bắt đầu", 'value="1, 2"'),
        (f"{BASE}/phan-viec", A_STRANGER, "không có người “Ai Đó”", 'value="Ai Đó"'),
        (f"{BASE}/khoi/thanh-vien", {"units": "Sở Nào"}, "không có đơn vị “Sở Nào”", "Sở Nào"),
        (f"{BASE}/khoi/chi-so", INDICATORS | {"content-0": "7"}, "không có nội dung 7", 'value="7"'),
        (f"{BASE}/khoi/chi-so", INDICATORS | {"kind-0": "khác"}, "khác", "Trợ giúp lưu động"),
        (f"{BASE}/khoi/lich", CALENDAR | {"until_on-0": "1/1/2015"}, "trước ngày đầu", 'value="1/1/2015"'),
    ],
)  # fmt: skip
def test_a_refused_part_of_the_plan_is_shown_again_as_it_was_typed(db, address, typed, sentence, kept):
    world = a_season()
    version = {"version": world.season.version if "khoi" not in address else world.bloc.version}
    page = kept_page(posted(client_of(world.head), address, **typed, **version))
    assert sentence in page
    assert kept in page


def test_the_second_saver_of_a_part_is_told_and_keeps_the_typing(db):
    world = a_season()
    secretary = client_of(world.secretary)
    assert posted(secretary, f"{BASE}/noi-dung", **CONTENTS, version=world.season.version).status_code == 303
    page = kept_page(posted(client_of(world.head), f"{BASE}/noi-dung", **CONTENTS, version=world.season.version))
    assert "Người khác vừa lưu" in page
    assert "Trợ giúp pháp lý lưu động" in page


def test_more_rows_are_given_without_saving_or_losing_anything(db):
    world = a_season()
    answer = posted(client_of(world.secretary), f"{BASE}/noi-dung", **CONTENTS, version=world.season.version, more="1")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Trợ giúp pháp lý lưu động" in page
    assert 'name="rows" value="12"' in page
    assert world.season.contents.get().text == "Hoàn thành nhiệm vụ"


def test_all_units_of_a_kind_are_added_below_the_lines_that_there_are(db):
    world = a_season()
    a_unit_named("Phòng Tổ chức", "phong-tc")
    answer = posted(
        client_of(world.secretary), f"{BASE}/khoi/thanh-vien", units="phong-tc", kind="so_tu_phap", more="1"
    )
    text = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", answer.content.decode(), re.S)[1]
    assert text.splitlines()[0] == "phong-tc"
    assert len(text.splitlines()) == 5
    assert world.bloc.members.count() == 3


def test_after_the_launch_due_days_move_by_page_and_the_rest_is_shown_only(db):
    world = a_season()
    move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key())
    secretary = client_of(world.secretary)
    for page in ("thanh-vien", "chi-so"):
        assert 'name="version"' not in shown(secretary, f"{BASE}/khoi/{page}")
    form = shown(secretary, f"{BASE}/khoi/lich")
    typed = dict(re.findall(r'<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"', form))
    typed |= {"due_on-0": "15/4/2016", "key": a_key()}
    assert secretary.post(f"{BASE}/khoi/lich", typed).status_code == 303
    assert world.bloc.periods.get().due_on == date(2016, 4, 15)


def test_the_cells_of_a_plan_in_which_a_fault_was_found_are_marked(db):
    world = a_season()
    secretary = client_of(world.secretary)
    typed = form_on(secretary.get(f"{BASE}/khoi/lich").content, "") | {"due_on-signing": "31/2/2016", "name-0": ""}
    page = secretary.post(f"{BASE}/khoi/lich", typed).content.decode()
    assert re.findall(r'<input[^>]* name="([^"]+)" aria-invalid="true"', page) == ["name-0", "due_on-signing"]


def test_a_blocs_calendar_with_a_doubtful_day_is_saved_and_shown_again_with_what_to_look_at(db):
    world = a_season()
    secretary = client_of(world.secretary)
    typed = form_on(secretary.get(f"{BASE}/khoi/lich").content, "") | {"due_on-signing": "17/4/2016"}
    kept = secretary.post(f"{BASE}/khoi/lich", typed)
    assert (kept.status_code, kept["Location"]) == (303, f"{BASE}/khoi/lich")
    assert "Ký giao ước: ngày 17/4/2016 là Chủ nhật." in shown(secretary, f"{BASE}/khoi/lich")
    assert world.bloc.milestones.get(kind="signing").due_on == date(2016, 4, 17)


def test_a_part_is_given_to_a_namesake_by_unit_and_ended_by_page(db):
    world = a_season()
    head = client_of(world.head)
    page = kept_page(posted(head, f"{BASE}/phan-viec", role="deputy", person="Cán Bộ Một", bloc=""))
    assert "có thể là 3 người" in page
    name = f"Cán Bộ Một, {world.units[1].name}"
    assert posted(head, f"{BASE}/phan-viec", role="deputy", person=name, bloc="khoi").status_code == 303
    part = SeasonRole.objects.get(role="deputy")
    assert (part.unit, part.bloc_season) == (world.units[1], world.bloc)
    ended = f"{BASE}/phan-viec/{part.public_id}/thoi"
    assert "hôm kia" in kept_page(posted(head, ended, until_on="hôm kia"))
    assert posted(head, ended, until_on="31/12/2016").status_code == 303
    assert "31/12/2016" in shown(head, f"{BASE}/phan-viec")


def test_the_form_without_a_paper_gives_no_head_and_leads_to_the_one_with_it(db):
    world = a_season()
    page, head = f"{BASE}/phan-viec", client_of(world.head)
    offered = shown(head, page)
    assert 'value="deputy"' in offered
    assert 'value="head"' not in offered
    assert 'href="#head"' in offered
    assert 'id="head"' in offered
    name = f"Lãnh Đạo C, {world.units[2].name}"
    refused = kept_page(posted(head, page, role="head", person=name, bloc=""))
    assert "“head” không có trong danh sách" in refused
    assert SeasonRole.objects.get(season=world.season, role="head").person_id == world.head.person


def test_a_person_without_a_post_gets_no_part(db):
    world = a_season()
    SeasonRole.objects.filter(person=world.leaders[2].person).delete()
    world.units[2].posts.all().delete()
    typed = {"role": "observer", "person": world.leaders[2].name, "bloc": ""}
    assert "chưa giữ chức vụ nào" in kept_page(posted(client_of(world.head), f"{BASE}/phan-viec", **typed))


def test_members_see_the_parts_and_are_offered_no_planning(db):
    world = a_season()
    officer = client_of(world.officers[1])
    assert 'name="person"' not in shown(officer, f"{BASE}/phan-viec")
    assert "Kế hoạch của năm" not in shown(officer, f"{BASE}/")
    assert "Bạn không lập năm thi đua" in shown(officer, "/nam-thi-dua/lap")
    assert posted(officer, f"{BASE}/noi-dung", **CONTENTS).status_code == 422
    assert client_of(world.outsider).get(f"{BASE}/phan-viec").status_code == 404


@pytest.mark.parametrize("members", [2, 20])
@pytest.mark.parametrize(
    ("address", "queries"), [(f"{BASE}/", 20), (f"{BASE}/phan-viec", 10), (f"{BASE}/khoi/thanh-vien", 8)]
)
def test_pages_of_the_plan_take_as_many_queries_for_twenty_units_as_for_two(
    db, django_assert_num_queries, members, address, queries
):
    client = client_of(a_season(members).head)
    with django_assert_num_queries(queries):
        shown(client, address)


@pytest.mark.parametrize(
    "page", ["noi-dung", "dot-thi-dua", "phan-viec", "khoi/thanh-vien", "khoi/chi-so", "khoi/lich"]
)
def test_pages_of_the_plan_speak_english_to_who_reads_english(db, page):
    text = shown(client_of(a_season().head, "en"), f"{BASE}/{page}").split("<main")[1].split("</main>")[0]
    text = re.sub(r"<(\w+)[^>]*lang=\"vi\"[^>]*>.*?</\1>", "", text, flags=re.S)
    text = re.sub(r"<input[^>]*lang=\"vi\"[^>]*>", "", text)
    assert not re.search(r"[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệ]", re.sub(r'value="[^"]*"', "", text))
