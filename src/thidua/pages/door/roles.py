"""The demo's one-click roles: what each is called, who holds it, what there is to try with it today."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.records.accounts.queries import actor_of, demo_accounts
from thidua.records.conduct.tasks import tasks_of
from thidua.records.journal.queries import newest_hash


@dataclass(frozen=True)
class Role:
    """`place` is where the person works; `tasks` is empty where nothing waits today."""

    slug: str
    person: str
    title: str
    place: str
    tasks: tuple[Sentence, ...]

    @property
    def name(self) -> str:
        return role_names().get(self.slug, "")

    @property
    def today(self) -> str:
        """The first thing that waits for the role today, else what it is good for on any day."""
        return say(self.tasks[0]) if self.tasks else on_any_day().get(self.slug, "")

    @property
    def more(self) -> int:
        return max(0, len(self.tasks) - 1)


def role_names() -> dict[str, str]:
    """Slug of a role → its name in the reader's language."""
    return {
        "truong-khu-vuc": _("Trưởng Khu vực"),
        "pho-truong-khu-vuc": _("Phó Trưởng Khu vực"),
        "thuong-truc": _("Bộ phận thường trực"),
        "lanh-dao-don-vi": _("Lãnh đạo đơn vị"),
        "can-bo-don-vi": _("Cán bộ thi đua của đơn vị"),
        "can-bo-thi-hanh-an": _("Cán bộ thi đua của cơ quan thi hành án dân sự"),
        "co-so": _("Người ở cơ sở"),
        "quan-sat-vien": _("Người theo dõi của cấp trên"),
        "quan-tri": _("Người quản trị hệ thống"),
    }


def on_any_day() -> dict[str, str]:
    """Slug of a role → what a visitor can look at with it when nothing waits."""
    return {
        "truong-khu-vuc": _("Xem bảng ký, bảng tiến độ và xếp hạng của các khối"),
        "pho-truong-khu-vuc": _("Xem đơn vị mình và cả khối đang ở đâu"),
        "thuong-truc": _("Theo dõi báo cáo từng đơn vị, sao chép lời nhắc, nhập thay"),
        "lanh-dao-don-vi": _("Xem đơn vị đạt đến đâu so với mức đã đăng ký"),
        "can-bo-don-vi": _("Xem nội dung đăng ký, báo cáo và bảng chấm của đơn vị"),
        "can-bo-thi-hanh-an": _("Xem nội dung đăng ký, báo cáo và bảng chấm của đơn vị"),
        "co-so": _("Xem phong trào, giao ước và kết quả của đơn vị mình"),
        "quan-sat-vien": _("So các đơn vị với nhau, mở một con số ra đến minh chứng"),
        "quan-tri": _("Mở tài khoản, soạn thư mời, ghi danh bạ"),
    }


def roles_today(*, on: date) -> tuple[Role, ...]:
    """Reckoned once for each state of the journal: the tasks of nine people are not asked for at every visit."""
    return _roles(newest_hash(), on)


@lru_cache(maxsize=2)
def _roles(state: str, on: date) -> tuple[Role, ...]:
    found = []
    for account in demo_accounts():
        actor = actor_of(account, on=on)
        tasks = tuple(task.title for task in tasks_of(actor, on=on))
        found.append(Role(account.demo_role, actor.name, actor.title, actor.place, tasks))
    return tuple(found)
