"""The text that a new secretariat puts into the chat group: what is out, what is due, how to come in."""

from collections.abc import Iterator
from datetime import date, datetime

from thidua.base.days import written
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.workflow.papers import PaperState
from thidua.records.papers.queries import last_of
from thidua.records.seasons.models import Milestone, Season
from thidua.records.seasons.queries.invitations import members_to_invite, open_invitations

PLAN, NAMED_AT_MOST = "ke-hoach", 40


def first_reminder(season: Season, *, on: date, at: datetime, address: str) -> str:
    """In Vietnamese whoever writes it; it names the units in which nobody has come in yet."""
    motto = [f"Phương châm: “{season.motto}”."] if season.motto else []
    return "\n".join([*_about(season), *_due(season), *_coming_in(season, on, at, address), *motto])


def _about(season: Season) -> list[str]:
    paper = last_of(season.public_id, PLAN, season.public_id)
    lines = [f"Kính gửi các đồng chí đầu mối thi đua của {season.cluster.name},"]
    if paper is not None and paper.at_state is PaperState.ISSUED and paper.dated_on:
        lines.append(f"Kế hoạch tổ chức phong trào thi đua số {paper.number} ngày {written(paper.dated_on)} đã gửi.")
    return lines


def _due(season: Season) -> list[str]:
    """The first two milestones, each with its bloc where the blocs differ."""
    days: dict[tuple[str, date], list[str]] = {}
    kinds = (Milestone.Kind.REGISTRATION, Milestone.Kind.SIGNING)
    for bloc in season.blocs.select_related("bloc").prefetch_related("milestones"):
        for one in bloc.milestones.all():
            if one.kind in kinds:
                days.setdefault((one.kind, one.due_on), []).append(bloc.bloc.name)
    count = season.blocs.count()
    return [
        f"- {say(Sentence(f'milestone.{kind}'))}: {written(due)}" + (f" ({', '.join(of)})" if len(of) < count else "")
        for (kind, due), of in sorted(days.items(), key=lambda one: one[0][1])
    ]


def _coming_in(season: Season, on: date, at: datetime, address: str) -> Iterator[str]:
    """Units whose code opens are told where to type it; the others where to get one."""
    out = members_to_invite(season, on=on).filter(is_in=False)
    needed = out.filter(is_on_paper=False)
    coded = open_invitations(season, at=at).order_by().values("unit")
    if with_code := list(out.filter(unit__in=coded).values_list("short_name", flat=True)):
        yield f"Vào phần mềm tại {address}, gõ mã trong giấy mời của đơn vị."
        yield f"Các đơn vị chưa vào: {_named(with_code)}."
    if without := list(needed.exclude(unit__in=coded).values_list("short_name", flat=True)):
        yield f"Chưa có mã, hỏi bộ phận thường trực để nhận giấy mời: {_named(without)}."
    if with_code or without:
        yield "Đơn vị chưa vào được vẫn gửi văn bản, biểu Excel như trước; bộ phận thường trực nhập thay."


def _named(names: list[str]) -> str:
    more = f" và {len(names) - NAMED_AT_MOST} đơn vị khác" if len(names) > NAMED_AT_MOST else ""
    return ", ".join(names[:NAMED_AT_MOST]) + more
