"""The ranking of a bloc: provisional until the head locks it; exclusions; a workbook and a CSV to take away."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.rows import as_text
from thidua.core.answer import Sentence, Unknown
from thidua.pages.scores.finding import trail_to
from thidua.pages.scores.papers import typed_paper
from thidua.pages.scores.standing import Board, Row, board_of
from thidua.pages.shared.downloads import Table, Value, as_csv
from thidua.pages.shared.figures import moment, number
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.scores import actions as acts
from thidua.records.scores.access import may_exclude, may_lock, may_lock_on_paper
from thidua.records.scores.models import Exclusion
from thidua.records.scores.queries import ranking_of, record_of
from thidua.records.seasons.access import bloc_for
from thidua.records.seasons.models import BlocSeason
from thidua.records.seasons.queries.frame import members_of


@login_required
def ranking_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.read", on=on)
    board = board_of(request.actor, found)
    may = may_exclude(request.actor, found, on=on).is_yes
    exclusions = list(
        Exclusion.objects.filter(membership__bloc_season=found).select_related("membership__unit", "paper")
    )
    out = {one.membership_id for one in exclusions if one.lifted_at is None}
    return page(
        request,
        "scores/ranking.html",
        bloc=found,
        board=board,
        rows=board.rows,
        opens_any=any(row.href for row in board.rows),
        exclusions=exclusions,
        may_exclude=may,
        may_be_excluded=[one for one in members_of(found) if one.pk not in out] if may else [],
        may_lock=may_lock(request.actor, found, on=on).is_yes,
        may_lock_on_paper=may_lock_on_paper(request.actor, found, on=on).is_yes,
        head_word=found.season.cluster.head_word,
        base=reverse("ranking", args=(cluster, season, bloc)),
        trail=trail_to(found),
        here="scores",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    return as_xlsx(_table(request, cluster, season, bloc))


@require_safe
@login_required
def csv_file(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    return as_csv(_table(request, cluster, season, bloc))


@require_safe
@login_required
def record_file(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """The locked ranking as a file that `thidua verify ranking` checks without a database."""
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.read", on=today())
    if (ranking := ranking_of(found)) is None:
        raise Unknown
    ranking.bloc_season = found
    answer = JsonResponse(record_of(ranking), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="xep-hang-{season}-{bloc}.json"'
    return answer


def _table(request: Any, cluster: str, season: str, bloc: str) -> Table:
    """The ranking as the reader may see it. Raises Unknown where there is nothing to take away yet."""
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.read", on=today())
    board = board_of(request.actor, found)
    if not board.rows:
        raise Unknown
    heads = [_("Hạng"), _("Đơn vị"), _("Tổng điểm"), _("Tổng điểm chính xác")]
    heads += [_("Cơ bản"), _("Thưởng"), _("Trừ")] if board.has_extras else []
    heads += [*(f"{group.code}. {group.name}" for group in board.groups), _("Ghi chú")]
    return Table(
        name=f"xep-hang-{season}-{bloc}",
        title=f"{_('Xếp hạng')}: {found.bloc.name}, {found.season.name}",
        heads=heads,
        rows=[_figures(row, has_extras=board.has_extras) for row in board.rows],
        lines=[_state(board)],
        notes=[_("Mã khóa: {seal}").format(seal=board.ranking.seal)] if board.ranking else [],
        frozen=2,
    )


def _figures(row: Row, *, has_extras: bool) -> list[Value]:
    """Place, unit, total, the exact total, its parts, the points of each group."""
    extras = [row.base, row.bonus, row.penalty] if has_extras else []
    return [row.place, row.member.name, row.total, as_text(row.total), *extras, *row.groups, row.remark]


def _state(board: Board) -> str:
    most = _("Tổng điểm tối đa {most}.").format(most=number(board.maximum))
    if board.ranking:
        return most + " " + _("Đã chốt lúc {at}.").format(at=moment(board.ranking.locked_at))
    return most + " " + _("Tạm tính lúc {at}, chưa chốt.").format(at=moment(now()))


@require_POST
@login_required
@or_show(ranking_page)
def lock(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.lock", on=today())
    acts.lock_ranking(found, by=request.actor, at=now(), key=Typed(request).key)
    return done(request, reverse("ranking", args=found.slugs), Sentence("scores.ranking_locked"))


@require_POST
@login_required
@or_show(ranking_page)
def lock_on_paper(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.lock_on_paper", on=today())
    typed = Typed(request)
    paper = typed_source(typed, "lock")
    acts.lock_ranking_on_paper(found, paper=paper, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("ranking", args=found.slugs), Sentence("scores.ranking_locked"))


@require_POST
@login_required
@or_show(ranking_page)
def exclude(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.exclude", on=today())
    typed = Typed(request)
    members = {one.unit.slug: one for one in members_of(found)}
    slug = typed.choice("unit", members, label=_("Đơn vị"))
    reason = typed.text("reason", label=_("Lý do"), most=1000)
    shown = typed_paper(typed)
    typed.check()
    member = _in(members[slug], found)
    acts.exclude_unit(member, reason=reason, shown=shown, by=request.actor, at=now(), key=typed.key)
    told = Sentence("scores.unit_excluded", unit=member.short_name)
    return done(request, reverse("ranking", args=found.slugs), told)


@require_POST
@login_required
@or_show(ranking_page)
def lift(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.exclude", on=today())
    typed = Typed(request)
    one = Exclusion.objects.filter(membership__bloc_season=found, public_id=typed.values.get("exclusion", ""))
    if (exclusion := one.select_related("membership").first()) is None:
        raise Unknown
    reason = typed.text("reason", label=_("Lý do"), most=1000)
    typed.check()
    acts.lift_exclusion(exclusion, reason=reason, by=request.actor, at=now(), key=typed.key)
    told = Sentence("scores.exclusion_lifted", unit=exclusion.membership.short_name)
    return done(request, reverse("ranking", args=found.slugs), told)


def _in(member: Any, bloc: BlocSeason) -> Any:
    member.bloc_season = bloc
    return member
