"""Pages of campaigns: opened from a template, looked at in the year, launched, summed up, narrowed, taken away."""

import io
from datetime import date

import openpyxl
import pytest

from tests.factories.chapters import a_chapter
from tests.factories.seasons import NOON, a_key, a_season, an_actor
from tests.pages.clients import client_of
from thidua.base.library import campaign_templates, commendations
from thidua.core.actor import PostKind
from thidua.records.papers.steps import Shown
from thidua.records.seasons.actions import campaigns as acts
from thidua.records.seasons.campaign_told import CampaignTold
from thidua.records.seasons.models import Campaign, Membership

pytestmark = pytest.mark.django_db
ROOM = "/cum-thu/nam-2016/phong-trao"


@pytest.fixture(autouse=True)
def march_2016(settings):
    settings.DEMO_DAY = date(2016, 3, 4)


@pytest.fixture
def world():
    return a_season()


def a_form(**other):
    return {
        "key": a_key(), "runner": "cum", "kind": "peak", "name": "Cao điểm 1", "starts_on": "26/3/2016",
        "ends_on": "30/6/2016", "audience": "all", "span": "short", "method": "Báo cáo hằng tuần",
        "goal-0": "200 cuộc về cơ sở", "indicator-0": "", "content-1": "1",
    } | other  # fmt: skip


def drafted(world, name="Cao điểm 1", place=None, **other):
    told = CampaignTold("peak", name, date(2016, 3, 1), date(2016, 6, 30), method="Báo cáo", **other)
    member = None if place is None else Membership.objects.get(unit=world.units[place])
    by = world.secretary if place is None else world.officers[place]
    return acts.draft_campaign(world.season, told=told, member=member, by=by, at=NOON, key=a_key())


def at(one, more=""):
    return f"{ROOM}/{one.public_id}{more}"


def page_of(actor, address):
    answer = client_of(actor).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def refused(answer):
    assert answer.status_code == 422
    return answer.content.decode()


def test_a_template_fills_the_form_and_one_sending_opens_the_campaign(world):
    assert "Ngày Pháp luật 9/11" in page_of(world.secretary, f"{ROOM}/mau")
    form = page_of(world.secretary, f"{ROOM}/moi?mau=ngay-phap-luat")
    assert 'value="Thi đua hưởng ứng Ngày Pháp luật Việt Nam 2016"' in form
    assert 'value="15/10/2016"' in form
    client = client_of(world.secretary)
    page = client.post(f"{ROOM}/moi", a_form(), follow=True).content.decode()
    one = Campaign.objects.get()
    assert "Đã lưu dự thảo." in page
    assert [goal.text for goal in one.goals.all()] == ["200 cuộc về cơ sở"]
    assert [content.number for content in one.contents.all()] == [1]


def test_every_template_opens_a_form_that_can_be_looked_at_in_the_year(world):
    for code, template in campaign_templates().items():
        assert template.title in page_of(world.secretary, f"{ROOM}/moi?mau={code}")
        assert template.kind in Campaign.Kind
        assert template.audience in Campaign.Audience
        assert template.method
    assert {kind for one in commendations().values() for kind in one.decided_by} >= {"ministry", "so_tu_phap"}


def test_looking_ahead_saves_nothing_and_tells_what_it_meets(world):
    drafted(world, name="Án tồn")
    answer = client_of(world.secretary).post(f"{ROOM}/moi", a_form(preview="1"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "26/3/2016 đến 30/6/2016 (97 ngày) hai đợt cùng đối tượng: Án tồn; Cao điểm 1." in page
    assert 'value="200 cuộc về cơ sở"' in page
    assert Campaign.objects.count() == 1
    page = client_of(world.secretary).post(f"{ROOM}/moi", a_form(preview="1", audience="youth")).content.decode()
    assert "Không trùng đợt cao điểm" in page


def test_a_cluster_that_is_named_as_deciding_reads_who_can(world):
    typed = a_form(**{"propose-BK_BO": "1", "decider": "Cụm thử"})
    page = refused(client_of(world.secretary).post(f"{ROOM}/moi", typed))
    assert "Cụm thử không có tư cách pháp nhân" in page
    assert "Bộ trưởng, Chủ tịch Ủy ban nhân dân tỉnh" in page
    assert 'value="Cụm thử"' in page


def test_what_is_typed_wrong_is_told_at_once(world):
    page = refused(client_of(world.secretary).post(f"{ROOM}/moi", a_form(name="", waves="mai", starts_on="x")))
    assert "Thiếu “Tên đợt”" in page
    assert "“mai” không phải ngày" in page


def test_an_officer_opens_one_for_the_unit_and_its_leader_launches_it(world):
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    unit = world.units[1]
    assert "khoi:" not in page_of(world.officers[1], f"{ROOM}/moi")
    officer.post(f"{ROOM}/moi", a_form(runner=f"don-vi:{unit.slug}"))
    one = Campaign.objects.get()
    assert one.membership.unit == unit
    assert "Trình lãnh đạo" in page_of(world.officers[1], at(one))
    assert "Đã trình." in officer.post(at(one, "/trinh"), {"key": a_key()}, follow=True).content.decode()
    assert "Ghi văn bản phát động" in page_of(world.leaders[1], at(one))
    assert "Phát động cần văn bản" in refused(leader.post(at(one, "/phat-dong"), {"key": a_key(), "number": "7/KH"}))
    page = leader.post(
        at(one, "/phat-dong"), {"key": a_key(), "number": "7/KH", "dated_on": "4/3/2016"}, follow=True
    ).content.decode()
    assert "7/KH, 4/3/2016" in page
    assert client_of(world.officers[2]).get(at(one)).status_code == 200


def test_a_draft_of_a_unit_is_nothing_for_another(world):
    one = drafted(world, place=1)
    assert client_of(world.officers[2]).get(at(one)).status_code == 404
    assert one.name in page_of(world.secretary, ROOM)
    assert one.name not in page_of(world.officers[2], ROOM)


def test_it_is_summed_up_goal_by_goal_and_opened_again(world, settings):
    client = client_of(world.secretary)
    client.post(f"{ROOM}/moi", a_form())
    one = Campaign.objects.get()
    client.post(at(one, "/phat-dong"), {"key": a_key(), "number": "12/KH", "dated_on": "4/3/2016"})
    settings.DEMO_DAY = date(2016, 7, 4)
    assert "hết thời gian, chờ tổng kết" in page_of(world.secretary, ROOM)
    refused(client.post(at(one, "/tong-ket"), {"key": a_key(), "reached-0": "214 cuộc"}))
    page = client.post(
        at(one, "/tong-ket"), {"key": a_key(), "result": "Đủ", "reached-0": "214 cuộc"}, follow=True
    ).content.decode()
    assert "214 cuộc" in page
    assert "Tổng kết ngày 4/7/2016" in page
    page = client.post(at(one, "/lui"), {"key": a_key(), "reason": "Thiếu số"}, follow=True).content.decode()
    assert "Thiếu số" in page
    assert "hết thời gian, chờ tổng kết" in page


def test_a_second_saver_chooses_between_both(world):
    one = drafted(world)
    client = client_of(world.secretary)
    form = client.get(at(one, "/sua"))
    begun = form.context["begun"]
    kept = {"version": begun.version, "seen": begun.seen}
    first = client_of(world.head).post(
        at(one, "/sua"), a_form(name="Cao điểm của trưởng", starts_on="1/3/2016", **kept)
    )
    assert first.status_code == 303
    page = refused(client.post(at(one, "/sua"), a_form(name="Cao điểm của tôi", starts_on="1/3/2016", **kept)))
    assert "Hai bản khác nhau ở những ô này" in page
    assert "Cao điểm của trưởng" in page


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", {"Cụm", "Khối", "Đơn vị"}),
        ("?loai=contest", set()),
        ("?ai=cum", {"Cụm"}),
        ("?ai=khoi", {"Khối"}),
        ("?ai=don-vi", {"Đơn vị"}),
        ("?trang-thai=draft", {"Cụm", "Khối", "Đơn vị"}),
        ("?trang-thai=running", set()),
        ("?tim=don+vi", {"Đơn vị"}),
    ],
)
def test_the_list_is_narrowed(world, asked, names):
    drafted(world, name="Cụm")
    drafted(world, name="Khối", bloc=world.bloc)
    drafted(world, name="Đơn vị", place=1)
    shown = client_of(world.secretary).get(ROOM + asked).context["rows"]
    assert {one.name for one, _runner, _phase in shown} == names


def test_the_list_is_taken_away_as_it_is_narrowed_and_sorted(world):
    drafted(world, name="B")
    drafted(world, name="A", place=1)
    answer = client_of(world.secretary).get(f"{ROOM}/bang.xlsx?xep=ten")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    cells = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=4)]
    assert [["A", "Cao điểm", Membership.objects.get(unit=world.units[1]).name], ["B", "Cao điểm", "Cụm thử"]] == [
        row for row in cells if row[0] in ("A", "B")
    ]


def test_who_may_open_none_is_told_so_and_offered_nothing(world):
    staff = an_actor("Người Trong Đơn Vị", world.units[1], PostKind.STAFF)
    assert "Lập đợt thi đua" not in page_of(staff, ROOM)
    assert client_of(staff).get(f"{ROOM}/moi").status_code == 422
    assert client_of(world.outsider).get(ROOM).status_code == 404


def test_the_calendar_tells_gaps_and_overlaps_in_words_beneath_the_strip(world):
    drafted(world)
    drafted(world, name="Án tồn")
    drafted(world, name="Của đơn vị", place=1)
    for address in (f"{ROOM}/lich", "/cum-thu/nam-2016/"):
        page = page_of(world.officers[1], address)
        assert "Khối thử: 1/1/2016 đến 29/2/2016 không có phong trào nào (60 ngày)." in page
        assert "1/3/2016 đến 30/6/2016 (122 ngày) hai đợt cùng đối tượng: Cao điểm 1; Án tồn." in page
        assert "Của đơn vị" not in page


def test_a_year_without_gap_and_overlap_says_so(world):
    told = CampaignTold("regular", "Thường xuyên", date(2016, 1, 1), date(2016, 12, 31))
    acts.draft_campaign(world.season, told=told, by=world.secretary, at=NOON, key=a_key())
    assert "Không có chỗ trống" in page_of(world.secretary, f"{ROOM}/lich")
    assert "Chưa có đợt thi đua" in page_of(a_season(slug="cum-khac").secretary, "/cum-khac/nam-2016/phong-trao/lich")


def test_a_units_page_shows_its_campaigns_and_lets_its_own_people_open_one(world):
    one = drafted(world, place=1)
    address = f"/don-vi/{world.units[1].slug}"
    for actor, sees, opens in (
        (world.officers[1], True, True),
        (world.leaders[1], True, True),
        (world.secretary, True, False),
        (world.officers[2], False, False),
    ):
        page = page_of(actor, address)
        assert (at(one) in page, f"{ROOM}/mau" in page) == (sees, opens)


PAPER = {
    "paper_source": "Kế hoạch", "paper_number": "21/KH-STP", "paper_dated_on": "3/3/2016",
    "paper_signer": "Trần Huy Bách", "paper_title": "Giám đốc",
}  # fmt: skip


def test_what_a_unit_sent_on_paper_is_entered_for_it_and_says_so(world, settings):
    client, unit = client_of(world.secretary), world.units[1]
    assert "Nhập thay" in page_of(world.secretary, ROOM)
    assert "Nhập thay" not in page_of(world.head, ROOM)
    page = refused(client.post(f"{ROOM}/nhap-thay", a_form(other_unit="Không có", **PAPER)))
    assert 'value="21/KH-STP"' in page
    page = client.post(f"{ROOM}/nhap-thay", a_form(other_unit=unit.name, **PAPER), follow=True).content.decode()
    assert "Nhập thay theo" in page
    one = Campaign.objects.get()
    assert (one.membership.unit, one.state) == (unit, "launched")
    settings.DEMO_DAY = date(2016, 7, 4)
    assert "Nhập thay tổng kết" in page_of(world.secretary, at(one))
    typed = {"key": a_key(), "result": "Đủ", "reached-0": "200 cuộc", **PAPER}
    page = client.post(at(one, "/tong-ket-thay"), typed, follow=True).content.decode()
    assert "đã tổng kết" in page
    assert "200 cuộc" in page


def test_one_takes_part_in_what_is_launched_and_reads_no_draft_of_another_unit(world):
    one = drafted(world, name="Của đơn vị Một", place=1)
    room = "/cum-thu/nam-2016/tham-gia"
    own, other = (f"{room}/don-vi/{world.units[place].slug}/ma" for place in (1, 2))

    def shown():
        first, second = world.officers[1:3]
        pages = {"own": (first, own), "other": (second, other), "board": (second, room)}
        return {name for name, (actor, address) in pages.items() if one.name in page_of(actor, address)}

    assert shown() == set()
    acts.submit_campaign(one, by=world.officers[1], at=NOON, key=a_key())
    paper = Shown("Kế hoạch", "7/KH", date(2016, 3, 4))
    acts.launch_campaign(one, shown=paper, by=world.leaders[1], at=NOON, key=a_key())
    assert shown() == {"own", "board"}
    assert f'href="{room}?dot={one.public_id}"' in page_of(world.officers[2], at(one))


def test_a_chapters_secretary_opens_one_for_the_chapter_alone(world):
    secretary = an_actor("Bí thư", world.units[1], PostKind.STAFF)
    chapter = a_chapter(world, secretary)
    form = page_of(secretary, f"{ROOM}/moi")
    assert f'value="chi-doan:{chapter.public_id}"' in form
    assert "don-vi:" not in form
    client_of(secretary).post(f"{ROOM}/moi", a_form(runner=f"chi-doan:{chapter.public_id}"))
    one = Campaign.objects.get()
    assert (one.chapter, one.membership.unit) == (chapter, world.units[1])
    assert chapter.name in page_of(secretary, at(one))
    assert [row[0] for row in client_of(secretary).get(f"{ROOM}?ai=chi-doan").context["rows"]] == [one]
    assert f'value="chi-doan:{chapter.public_id}"' in page_of(world.officers[1], f"{ROOM}/moi")
    assert f'value="chi-doan:{chapter.public_id}"' not in page_of(world.officers[2], f"{ROOM}/moi")


def test_a_draft_whose_days_are_past_asks_to_be_moved_or_withdrawn(world, settings):
    one, other = drafted(world), drafted(world, name="Cao điểm 2")
    paper = Shown("Kế hoạch", "7/KH", date(2016, 3, 4))
    acts.launch_campaign(other, shown=paper, by=world.secretary, at=NOON, key=a_key())
    words = "Thời gian của đợt đã qua mà chưa phát động"
    assert words not in page_of(world.secretary, at(one))
    settings.DEMO_DAY = date(2016, 7, 1)
    page = page_of(world.secretary, at(one))
    assert words in page
    assert '<details class="unfold after" id="back" open>' in page
    assert f'href="{at(one)}/sua"' in page
    assert "Rút hoặc dời, vì đã qua mà chưa phát động" in page_of(world.secretary, "/hom-nay")
    assert words not in page_of(world.secretary, at(other))
