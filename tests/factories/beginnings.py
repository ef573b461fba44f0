"""An office on its first morning: an empty installation, a list of units, a region begun from it."""

import io
from collections.abc import Sequence

from openpyxl import Workbook

from tests.factories.people import an_account
from tests.factories.seasons import NOON, TODAY, a_key
from thidua.core.actor import Actor
from thidua.gateways.returned.running import read_run
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import actor_of
from thidua.records.directory.actions.lists import apply_list, drop_list
from thidua.records.directory.models import Unit
from thidua.records.files.accepting import accept
from thidua.records.files.steps import keep_file
from thidua.records.runs.models import Run
from thidua.records.runs.told import Dropped
from thidua.records.seasons.actions.beginning import begin_region
from thidua.records.seasons.beginning import Beginning
from thidua.records.seasons.models import Season
from thidua.records.seasons.plan import ClusterPlan

HEADS = (
    "STT", "Tên đơn vị", "Mã đơn vị", "Khối", "Lãnh đạo", "Chức vụ lãnh đạo", "Cán bộ đầu mối", "Thư điện tử",
)  # fmt: skip
NORTH = ("Sở Tư pháp tỉnh Nam Định", "STP-ND", "Khối Sở", "Vũ Đình Khang", "Giám đốc", "Lê Thị Hoa", "hoa@example.vn")
EAST = ("Sở Tư pháp tỉnh Quảng Ninh", "", "Khối Sở", "Đỗ Văn Bình", "", "Trần Thu Hà", "")
COURT = ("Cục Thi hành án dân sự tỉnh Nam Định", "", "Khối Thi hành án", "", "", "", "")
ROWS = (NORTH, EAST, COURT)


def a_list(rows: Sequence[Sequence[object]] = ROWS, heads: Sequence[str] = HEADS) -> bytes:
    """As an office has it: a title over the heads, numbered rows."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["DANH SÁCH CÁC ĐƠN VỊ"])
    sheet.append([])
    sheet.append(list(heads))
    for number, row in enumerate(rows, 1):
        sheet.append([number, *row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_beginner(email: str = "thu.ky@example.vn") -> Actor:
    """Whoever came first into the empty house."""
    return actor_of(an_account(email, "Phạm Thị Thư", is_administrator=True), on=TODAY)


def a_read_list(by: Actor, content: bytes | None = None, name: str = "don-vi.xlsx") -> Run:
    """Dropped and read, not taken over."""
    stored = keep_file(name=name, content=accept(name, content or a_list()), at=NOON)
    run = drop_list(dropped=[Dropped(name, stored)], by=by, at=NOON, key=a_key())
    read_run(run.token)
    run.refresh_from_db()
    return run


def an_applied_list(by: Actor, content: bytes | None = None) -> Run:
    return apply_list(a_read_list(by, content), by=by, at=NOON, key=a_key())


def a_begun_region(by: Actor, head: str = "STP-ND", slug: str = "khu-vuc") -> Season:
    """A region of two blocs out of the list above."""
    units = {unit.code: unit for unit in Unit.objects.all()}
    cluster = ClusterPlan(
        slug, "Khu vực thi đua thử", "Khu vực thử", "Trưởng Khu vực", "Phó Trưởng Khu vực",
        (("khoi-so", "Khối Sở"), ("khoi-tha", "Khối Thi hành án")),
    )  # fmt: skip
    members = {"khoi-so": [units["STP-ND"], units["STP-QN"]], "khoi-tha": [units["CTHADS-ND"]]}
    beginning = Beginning(cluster, members, 2016, "Đoàn kết, sáng tạo", units[head])
    return begin_region(beginning=beginning, by=by, at=NOON, key=a_key())


def again(by: Actor) -> Actor:
    """The same person with the posts of by now."""
    return actor_of(Account.objects.get(pk=by.account), on=TODAY)
