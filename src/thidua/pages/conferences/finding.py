"""What addresses of conferences lead to, the way there, and the tabs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.base.days import local_day
from thidua.core.answer import require
from thidua.core.workflow.conferences import ConferenceMove, may_move
from thidua.pages.shared.request import page
from thidua.records.councils.access import conference_for, may_each
from thidua.records.councils.models import Conference

Trail = list[tuple[str, ...]]
ACTS = ("conference.plan", "conference.read_script", "conference.answer_on_behalf")


def found_at(request: Any, cluster: str, conference: str, *, to: str = "conference.read") -> Conference:
    return conference_for(request.actor, cluster, conference, on=today(), to=to)


def planned_at(request: Any, cluster: str, conference: str) -> Conference:
    """A conference that is being planned. Raises NotPossible once it was held or called off."""
    found = found_at(request, cluster, conference, to="conference.plan")
    require(may_move(found.at_state, ConferenceMove.PLAN))
    return found


def address(conference: Conference, name: str = "conference", *more: str) -> str:
    return reverse(name, args=(conference.cluster.slug, conference.slug, *more))


def trail_to_list(conference: Conference) -> Trail:
    season = conference.season
    return [
        (season.name, reverse("one_season", args=(season.cluster.slug, season.slug)), "vi"),
        (_("Hội nghị"), reverse("conferences", args=(conference.cluster.slug,))),
    ]


def trail_to(conference: Conference) -> Trail:
    return [*trail_to_list(conference), (conference.name, address(conference), "vi")]


def tabs(conference: Conference, *, reads_script: bool) -> list[tuple[str, str, str]]:
    """Key, label and address of each part."""
    script = [("script", _("Kịch bản"), address(conference, "script"))] if reads_script else []
    return [
        ("conference", _("Chung"), address(conference)),
        ("programme", _("Chương trình"), address(conference, "programme")),
        *script,
        ("delegates", _("Đại biểu"), address(conference, "delegates")),
        ("talks", _("Tham luận"), address(conference, "talks")),
        ("seats", _("Sơ đồ chỗ ngồi"), address(conference, "seats")),
        ("conclusions", _("Kết luận"), address(conference, "conclusions")),
        ("money", _("Kinh phí"), address(conference, "money")),
    ]


def conference_page(
    request: HttpRequest, conference: Conference, template: str, /, *, tab: str, **context: Any
) -> HttpResponse:
    """A page of a conference under its tabs, with what the reader may do."""
    answers = may_each(request.actor, ACTS, conference, on=today())  # type: ignore[attr-defined]
    may = {name.partition(".")[2]: answer.is_yes for name, answer in answers.items()}
    context.setdefault("trail", trail_to_list(conference) if tab == "conference" else trail_to(conference))
    return page(
        request,
        template,
        conference=conference,
        tab=tab,
        tabs=tabs(conference, reads_script=may["read_script"]),
        may=may,
        first_day=local_day(conference.starts_at),
        one_day=local_day(conference.starts_at) == local_day(conference.ends_at),
        is_open=conference.state in ("planned", "invited"),
        here="season",
        **context,
    )
