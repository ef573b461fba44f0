"""A season run by one secretary with no other account, from its plan to the hand-over.

22 units send papers and nobody signs in for them; the head signs on paper too. All goes through the pages, each form
sent as the page gave it with what the secretary fills in.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.forms import forms_on
from thidua.cli.founding import directory
from thidua.cli.founding.files import BUILDER, Cast
from thidua.core.workflow.handing_over import ItemKind
from thidua.records.accounts.actions import open_account
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import actor_of
from thidua.records.conduct.models import Handover
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.scores.models import Ranking

pytestmark = pytest.mark.apart

SEASON, BLOC = "/dong-bang/nam-2016", "/dong-bang/nam-2016/khoi-chung"
PLANNING, REGISTERING, SIGNING, REPORTING, SCORING, RANKING = (
    date(2016, 1, 18), date(2016, 2, 15), date(2016, 3, 4), date(2016, 11, 3), date(2016, 11, 14), date(2016, 12, 2),
)  # fmt: skip
SHEET = """\
code: "KHOI"
name: {vi: "Bảng điểm của khối", en: "Score sheet of the bloc"}
year: 2016
maximum: 20
groups:
  - code: "A"
    name: {vi: "Nhiệm vụ", en: "Tasks"}
    maximum: 20
    criteria:
      - code: "A.1"
        name: {vi: "Phổ biến pháp luật so với đăng ký", en: "Legal meetings against the registered figure"}
        maximum: 10
        from: {indicator: pho-bien-pl, take: achievement}
        formula: {kind: proportional, cap: 100}
      - code: "A.2"
        name: {vi: "Chất lượng tham mưu", en: "Quality of advice"}
        maximum: 10
        from: entry
        formula:
          kind: judged
          step: 0.5
          bands:
            - {from: 7, to: 10, name: {vi: "Tốt", en: "Good"}}
            - {from: 0, to: 6.5, name: {vi: "Còn lại", en: "The rest"}}
"""


@dataclass
class Desk:
    """The secretary's browser, and the day on which she works."""

    client: Client
    settings: Settings
    on: date = PLANNING

    def come(self, on: date) -> None:
        self.on = self.settings.DEMO_DAY = on

    def sees(self, address: str) -> str:
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    def sends(self, address: str, to: str = "", **filled: str) -> None:
        """One form of a page: that which goes `to` the end of its address, else to the page itself.

        A field of the form's only row may be named without the row's number.
        """
        forms = forms_on(self.sees(address).encode())
        action = next(one for one in forms if one.endswith(to)) if to else ""
        form = forms[action]
        named = {name: next(field for field in form if field in (name, f"{name}-{_row(field)}")) for name in filled}
        answer = self.client.post(action or address, form | {named[name]: typed for name, typed in filled.items()})
        assert answer.status_code == 303, f"{address} {to}: {refusal(answer.content.decode())}"

    def enters_from_a_paper(self, address: str, source: str, **filled: str) -> None:
        self.sends(
            address, "/nhap-thay", paper_source=source, paper_number="12/STP-VP", paper_title="Giám đốc",
            paper_dated_on=f"{self.on.day}/{self.on.month}/{self.on.year}", paper_signer="Vũ Đình Khang", **filled,
        )  # fmt: skip

    def moves_on(self, stage: str) -> None:
        self.sends(f"{BLOC}/", "/giai-doan")
        assert stage in self.sees(f"{BLOC}/")


def _row(field: str) -> str:
    return field.rpartition("-")[2]


def refusal(page: str) -> str:
    return page.partition(" data-refusal>")[2].partition("</div>")[0]


@pytest.fixture
def cast(db) -> Cast:
    cast = Cast()
    directory.build(cast, datetime(2016, 1, 15, 2, tzinfo=UTC))
    return cast


@pytest.fixture
def desk(cast, settings) -> Desk:
    """Her account opens the house too: nobody else has one."""
    person = cast.people["STP-QN:S1"]
    told = {"by": BUILDER, "at": datetime(2016, 1, 15, 3, tzinfo=UTC), "key": a_key()}
    account = open_account(person=person, email=person.email, is_administrator=True, **told)
    desk = Desk(client_of(actor_of(account, on=PLANNING)), settings)
    desk.come(PLANNING)
    return desk


def test_one_secretary_runs_a_season_of_twenty_two_units_from_papers(desk, cast):
    codes = [code for code in cast.units if code.startswith(("STP-", "THADS-")) and "." not in code]
    units = [cast.units[code].slug for code in codes]
    plan(desk, codes)
    desk.come(REGISTERING)
    for place, unit in enumerate(units):
        desk.enters_from_a_paper(f"{BLOC}/dang-ky/{unit}", "Bản đăng ký thi đua", registered=str(40 + place))
    desk.come(SIGNING)
    sign(desk, units)
    desk.moves_on("thực hiện")
    desk.come(REPORTING)
    for unit in units:
        desk.enters_from_a_paper(f"{BLOC}/ket-qua/ca-nam/{unit}", "Báo cáo kết quả năm", value="40")
    desk.come(SCORING)
    score(desk, units)
    desk.come(RANKING)
    rank(desk, units)
    assert Account.objects.count() == 1
    ranking = Ranking.objects.get()
    assert ranking.places.count() == 22
    assert ranking.locked_by["name"] == "Vũ Đình Khang"
    assert "Biên bản họp khối" in desk.sees(f"{BLOC}/xep-hang")
    # What each unit owes came from a paper, and is marked so.
    assert {EntryOnBehalf.objects.filter(unit=cast.units[code]).count() for code in codes} == {3}
    desk.moves_on("bình xét")
    hand_over(desk)
    assert Handover.objects.get().received_by["name"] == "Trần Thị Bích Liên"


def plan(desk: Desk, codes: list[str]) -> None:
    desk.sends(
        "/nam-thi-dua/cum-moi", name="Khu vực thi đua Đồng bằng Bắc bộ", short_name="Đồng bằng", slug="dong-bang",
        head_word="Trưởng Khu vực", deputy_word="Phó Trưởng Khu vực", blocs="Khối chung",
    )  # fmt: skip
    desk.sends(
        "/nam-thi-dua/lap/dong-bang", name="Năm thi đua 2016", year="2016", slug="nam-2016", motto="Đoàn kết, sáng tạo"
    )  # fmt: skip
    desk.sends(f"{SEASON}/phan-viec", "/phan-viec", role="secretariat", person="Phạm Hồng Minh")
    desk.sends(
        f"{SEASON}/phan-viec", "/truong", head="Vũ Đình Khang", ground_number="9/QĐ-BTP", ground_dated_on="15/1/2016"
    )
    desk.sends(f"{SEASON}/noi-dung", **{"text-0": "Hoàn thành nhiệm vụ chính trị", "short_name-0": "Nhiệm vụ"})
    desk.sends(f"{BLOC}/thanh-vien", units="\n".join(codes))
    indicator = {
        "content": "1", "name": "Số cuộc phổ biến pháp luật", "short_name": "Phổ biến PL", "code": "pho-bien-pl",
        "unit_of_measure": "cuộc", "kind": "number", "better": "higher", "aggregation": "sum", "source": "reported",
    }  # fmt: skip
    desk.sends(f"{BLOC}/chi-so", **{f"{name}-0": typed for name, typed in indicator.items()})
    year = {"name": "Cả năm", "from_on": "1/1/2016", "until_on": "31/10/2016", "due_on": "10/11/2016"}
    desk.sends(f"{BLOC}/lich", **{f"{name}-0": typed for name, typed in year.items()})
    desk.moves_on("phát động")
    desk.moves_on("đăng ký")


def sign(desk: Desk, units: list[str]) -> None:
    """In ink, in the hall; she writes down who signed."""
    desk.sends(f"{BLOC}/giao-uoc", "/viet", place="Vĩnh Phúc")
    desk.sends(f"{BLOC}/giao-uoc", "/mo")
    signed = {"signer": "Vũ Đình Khang", "title": "Giám đốc", "capacity": "leader"}
    for unit in units:
        desk.sends(f"{BLOC}/giao-uoc", "/ky-giay", unit=unit, **signed)
    desk.sends(f"{BLOC}/giao-uoc", "/dong")


def score(desk: Desk, units: list[str]) -> None:
    desk.sends(f"{BLOC}/bang-diem", "/ban-hanh", text=SHEET)
    desk.moves_on("tự chấm điểm")
    judged = {"given-A.2": "9", "reason-A.2": "Tham mưu kịp thời"}
    for unit in units:
        desk.enters_from_a_paper(f"{BLOC}/cham-diem/{unit}", "Bảng tự chấm điểm", **judged)


def rank(desk: Desk, units: list[str]) -> None:
    desk.moves_on("thẩm định điểm")
    for unit in units:
        desk.sends(f"{BLOC}/cham-diem/{unit}/tham-dinh", "/xong")
    desk.sends(
        f"{BLOC}/xep-hang", "/chot-theo-van-ban", lock_source="Biên bản họp khối", lock_number="9/BB-KV",
        lock_dated_on="1/12/2016", lock_signer="Vũ Đình Khang", lock_title="Trưởng Khu vực",
    )  # fmt: skip


def hand_over(desk: Desk) -> None:
    """To the head of the next year, who signs on paper as well; the paper says that all has come."""
    desk.sends(
        f"{SEASON}/ban-giao", "/lap", head="Trần Thị Bích Liên", ground_number="25/QĐ-BTP",
        ground_dated_on="28/11/2016",
    )  # fmt: skip
    for kind in ItemKind:
        if f'name="nhom" value="{kind}"' in desk.sees(f"{SEASON}/ban-giao"):
            given = desk.client.post(f"{SEASON}/ban-giao/giao", {"key": a_key(), "nhom": kind.value})
            assert given.status_code == 303
    desk.sends(
        f"{SEASON}/ban-giao", "/nhap-thay", minutes_number="3/BB-BG", minutes_dated_on="2/12/2016",
        giver_title="Giám đốc", receiver_title="Giám đốc",
    )  # fmt: skip
