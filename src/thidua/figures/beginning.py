"""The text that a new secretariat puts into the chat group: what is out, what is due, how to come in."""

from datetime import date

from thidua.base.days import written
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.workflow.papers import PaperState
from thidua.records.papers.queries import last_of
from thidua.records.seasons.models import Milestone, Season
from thidua.records.seasons.queries.invitations import members_to_invite

PLAN, NAMED_AT_MOST = "ke-hoach", 40


def first_reminder(season: Season, *, on: date, address: str) -> str:
    """In Vietnamese whoever writes it; it names the units in which nobody has come in yet."""
    return "\n".join([*_about(season), *_due(season), *_coming_in(season, on, address)])


def _about(season: Season) -> list[str]:
    paper = last_of(season.public_id, PLAN, season.public_id)
    lines = [f"Kính gửi các đồng chí đầu mối thi đua của {season.cluster.name},"]
    if paper is not None and paper.at_state is PaperState.ISSUED and paper.dated_on:
        lines.append(f"Kế hoạch tổ chức phong trào thi đua số {paper.number} ngày {written(paper.dated_on)} đã gửi.")
    if season.motto:
        lines.append(f"Phương châm: “{season.motto}”.")
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


def _coming_in(season: Season, on: date, address: str) -> list[str]:
    members = members_to_invite(season, on=on)
    waiting = list(members.filter(is_in=False).values_list("short_name", flat=True))
    lines = [f"Vào phần mềm tại {address}, gõ mã trong giấy mời của đơn vị."]
    if waiting:
        named = ", ".join(waiting[:NAMED_AT_MOST])
        more = f" và {len(waiting) - NAMED_AT_MOST} đơn vị khác" if len(waiting) > NAMED_AT_MOST else ""
        lines.append(f"Các đơn vị chưa vào: {named}{more}.")
    return [*lines, "Đơn vị chưa vào được vẫn gửi văn bản, biểu Excel như trước; bộ phận thường trực nhập thay."]
