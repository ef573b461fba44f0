"""The steps of the first morning: what stands already, where each is done, which one is next."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.workflow.papers import PaperState
from thidua.records.directory.models import Unit
from thidua.records.papers.queries import last_of
from thidua.records.seasons.models import Season, UnitInvitation
from thidua.records.seasons.queries.beginning import season_in_hand
from thidua.records.seasons.queries.frame import planned_parts

PLAN = "ke-hoach"  # the code of the paper


@dataclass(frozen=True)
class Step:
    """`href` is empty while an earlier step has to be done first."""

    key: str
    name: str
    about: str
    href: str
    is_done: bool


def in_hand(request: Any) -> Season | None:
    return season_in_hand(request.actor, on=today())


def steps_of(season: Season | None) -> list[Step]:
    """The steps in their order; five queries."""
    done = _done(season)
    told = {
        "units": (_("Đơn vị và người"), _("Danh sách Excel vào danh bạ, xem trước từng dòng."), "begin_units"),
        "region": (_("Cụm, khu vực"), _("Tên, năm, các khối lấy từ danh sách, đơn vị trưởng."), "begin_region"),
        "calendar": (_("Lịch"), _("Kỳ báo cáo, hạn đăng ký, ký, chấm; đề xuất sẵn theo ngày làm việc."),
                     "begin_calendar"),
        "plan": (_("Kế hoạch"), _("Bản Word trên đầu văn bản của cơ quan bạn."), "begin_plan"),
        "invitations": (_("Mời đơn vị"),
                        _("Mỗi đơn vị một mã để vào phần mềm, in hoặc gửi thư. Xong khi đã lập mã."), ""),
        "reminder": (_("Lời nhắc"), _("Một đoạn để dán vào nhóm trao đổi. Xong khi đã chép."), "begin_reminder"),
    }  # fmt: skip
    return [Step(key, name, about, _href(key, place, season), done[key]) for key, (name, about, place) in told.items()]


def _href(key: str, place: str, season: Season | None) -> str:
    if season is None and key not in ("units", "region"):
        return ""
    if place or season is None:
        return reverse(place)
    return reverse("unit_invitations", args=(season.cluster.slug, season.slug))


def _done(season: Season | None) -> dict[str, bool]:
    done = dict.fromkeys(("units", "region", "calendar", "plan", "invitations", "reminder"), False)
    done["units"] = Unit.objects.exists()
    if season is not None:
        parts = planned_parts(season).values()
        paper = last_of(season.public_id, PLAN, season.public_id)
        invited = UnitInvitation.objects.filter(season=season, revoked_at=None).exists()
        done |= {
            "region": True,
            "calendar": all(one.periods and one.milestones for one in parts),
            "plan": paper is not None and paper.at_state is not PaperState.WITHDRAWN,
            "invitations": invited,
            "reminder": season.reminder_taken_at is not None,
        }
    return done


def next_of(steps: list[Step]) -> Step | None:
    """The first step that is not done and can be."""
    return next((step for step in steps if not step.is_done and step.href), None)


def step_in_hand(request: Any) -> Step | None:
    """The next step of a region that the reader has begun and not finished."""
    season = in_hand(request)
    return next_of([step for step in steps_of(season) if step.key != "reminder"]) if season else None


def first_steps() -> tuple[Step, int] | None:
    """The step that comes next where no region is begun, with its number."""
    steps = steps_of(None)
    found = next_of(steps)
    return (found, steps.index(found) + 1) if found else None


def trail() -> list[tuple[str, str]]:
    """The way back to the overview of the steps."""
    return [(_("Bắt đầu một cụm, khu vực"), reverse("begin"))]


def frame(here: str, season: Season | None) -> dict[str, Any]:
    """What every page of a step shows round it."""
    steps = steps_of(season)
    keys = [step.key for step in steps]
    return {
        "steps": steps,
        "step": here,
        "number": keys.index(here) + 1,
        "after": next((step for step in steps[keys.index(here) + 1 :] if step.href), None),
        "season": season,
        "trail": trail(),
        "here": "season",
    }
