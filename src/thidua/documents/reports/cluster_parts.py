"""The parts that fill themselves in a report of the cluster, each under the name of the field that it fills."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from thidua.base.days import in_papers
from thidua.base.numbers import figure
from thidua.core.workflow.exemplars import Level
from thidua.documents.official.fillers.seasons import grounds_of
from thidua.documents.official.fillers.told import lines, numbered, points
from thidua.documents.reports.cluster_facts import ClusterFacts
from thidua.documents.reports.said import Parts, Said
from thidua.documents.reports.words import at_level, goals_of
from thidua.figures.progress import Total
from thidua.records.seasons.models import BlocSeason, Indicator

SHARE = 100


def grounds(facts: ClusterFacts) -> Said:
    return Said(grounds_of(facts.season), "Sổ văn bản chỉ đạo", "guidance", _season(facts))


def sent(facts: ClusterFacts) -> Said:
    """How many units have sent their reports; who has not is named."""
    count, missing = len(facts.signed), facts.silent
    told = f"{count}/{len(facts.members)} đơn vị đã gửi báo cáo."
    names = ", ".join(member.name for member in missing)
    return Said(f"{told} Chưa gửi: {names}." if missing else told, "Báo cáo đã ký của các đơn vị", *_reports(facts))


def indicators(facts: ClusterFacts) -> Said:
    rows = [
        _indicator(facts, one.bloc, total)
        for one, board in facts.boards
        for total in board.totals
    ]  # fmt: skip
    place = ("progress", facts.parts[0].bloc.slugs) if facts.parts else ("", ())
    return Said(numbered(rows), "Bảng tiến độ từ kết quả đã ký", *place)


def _indicator(facts: ClusterFacts, bloc: BlocSeason, total: Total) -> dict[str, Any]:
    one = total.indicator
    return {
        "khoi": bloc.bloc.name,
        "ten": f"{one.name} ({one.unit_of_measure})" if one.kind == Indicator.Kind.NUMBER else one.name,
        "thuc_hien": figure(total.figure) if total.figure is not None else "",
        "dat": f"{figure(total.share * SHARE, 1)} %" if total.share is not None else "",
        "don_vi_dat": f"{total.reached}/{total.known}",
        "nam_truoc": _before(facts, one),
    }


def _before(facts: ClusterFacts, indicator: Indicator) -> str:
    """The sum of all units in the same period of the year before, else in the whole of it; never of ratios."""
    if indicator.aggregation == Indicator.Aggregation.RATIO:
        return ""
    units = [member.unit_id for member in facts.members if member.bloc_season_id == indicator.bloc_season_id]
    same = [facts.before.get((unit, indicator.pk)) for unit in units]
    if (known := [value for value in same if value is not None]) and len(known) == len(units):
        return figure(sum(known, Fraction(0)))
    whole = facts.last_year.get(indicator.pk, [])
    if (known := [value for value in whole if value is not None]) and len(known) == len(whole):
        return f"cả năm {figure(sum(known, Fraction(0)))}"
    return ""


def at_a_glance(facts: ClusterFacts) -> Said:
    told = []
    for one, board in facts.boards:
        reached, known = sum(row.reached for row in board.rows), sum(row.known for row in board.rows)
        all_reached = sum(1 for row in board.rows if row.known and row.reached == row.known)
        told.append(
            f"{one.bloc.bloc.name}: {reached}/{known} chỉ tiêu có số liệu đạt mức đăng ký đến kỳ, "
            f"{all_reached}/{len(board.rows)} đơn vị đạt mọi chỉ tiêu."
        )
    return Said(" ".join(told))


def taken_part(facts: ClusterFacts) -> Said:
    taken = facts.taken
    told = f"Sổ tham gia ghi {figure(taken.people)} người, {figure(taken.all_acts)} lượt việc."
    return Said(told, "Sổ tham gia", "participation", _season(facts))


def campaigns(facts: ClusterFacts) -> Said:
    rows = []
    for one in facts.campaigns:
        people, acts = facts.taken_in_campaigns.get(one.pk, (0, 0))
        days = f"{in_papers(one.starts_on)} - {in_papers(one.ends_on)}"
        rows.append({"ten": one.name, "thoi_gian": days, "nguoi": figure(people), "luot": figure(acts)})
    return Said(numbered(rows), "Lịch thi đua, sổ tham gia", "campaigns", _season(facts))


def inspected(facts: ClusterFacts) -> Said:
    told = [
        f"- {one.name}: {one.done} đơn vị có biên bản."  # type: ignore[attr-defined]
        for one in facts.inspections
    ]
    return Said(
        told or ["Trong kỳ chưa tổ chức kiểm tra."], "Sổ kiểm tra" if told else "", "inspections", _season(facts)
    )


def count_exemplars(facts: ClusterFacts) -> Said:
    introduced = sum(facts.exemplars.values())
    levels = ", ".join(
        f"{facts.recognised[level]} {at_level(level, facts.season.cluster)}"
        for level in Level
        if level in facts.recognised
    )
    told = f"{len(facts.exemplars)} đơn vị đã giới thiệu {introduced} điển hình tiên tiến"
    return Said(
        f"{told}; được công nhận: {levels}." if levels else f"{told}.", "Sổ điển hình", "exemplars", _season(facts)
    )


def count_initiatives(facts: ClusterFacts) -> Said:
    told = f"{len(facts.initiatives)} đơn vị đã nộp {sum(facts.initiatives.values())} sáng kiến."
    return Said(told, "Sổ sáng kiến", "initiatives", _season(facts))


def each_unit(facts: ClusterFacts) -> Said:
    reached = {row.member.pk: f"{row.reached}/{row.known}" for _one, board in facts.boards for row in board.rows}
    rows = [
        {
            "khoi": member.bloc_season.bloc.name, "don_vi": member.name, "dat": reached.get(member.pk, ""),
            "nguoi": figure(facts.people_by_member.get(member.pk, 0)),
            "dien_hinh": str(facts.exemplars.get(member.pk, 0)),
            "sang_kien": str(facts.initiatives.get(member.pk, 0)),
            "gui": _sent_on(facts, member.pk),
        }
        for member in facts.members
    ]  # fmt: skip
    return Said(numbered(rows), "Kết quả đã ký, báo cáo của đơn vị", *_reports(facts))


def _sent_on(facts: ClusterFacts, member: int) -> str:
    report = facts.signed.get(member)
    return in_papers(report.handed_in_on) if report and report.handed_in_on else "chưa gửi"


def ranking(facts: ClusterFacts) -> Said:
    """With what units gave themselves and what was found; nothing before a ranking is locked."""
    rows = []
    for place in facts.places:
        card = facts.cards.get(place.membership_id)
        own = card.self_total if card else None
        differs = points(place.total - own) if own is not None and not place.excluded_because else ""
        rows.append({
            "khoi": place.ranking.bloc_season.bloc.name, "hang": str(place.place or "–"), "don_vi": place.member_name,
            "tu_cham": points(own), "tham_dinh": points(place.total), "chenh": differs,
        })  # fmt: skip
    place_of = ("ranking", facts.parts[0].bloc.slugs) if facts.parts else ("", ())
    return Said(rows, "Bảng xếp hạng đã chốt" if rows else "", *place_of)


def goals(facts: ClusterFacts) -> Said:
    campaign = facts.campaign
    if campaign is None:
        return Said([])
    return Said(goals_of(campaign), "Kế hoạch của đợt", "campaign", (*_season(facts), campaign.public_id))


def told_of_campaign(facts: ClusterFacts) -> Said:
    campaign = facts.campaign
    return Said(lines(campaign.result if campaign else ""))


def _names(facts: ClusterFacts) -> Iterator[str]:
    yield from dict.fromkeys(one.topic.name for one in facts.parts)


def _season(facts: ClusterFacts) -> tuple[str, ...]:
    return facts.season.cluster.slug, facts.season.slug


def _reports(facts: ClusterFacts) -> tuple[str, tuple[str, ...]]:
    return ("written_reports", facts.parts[0].bloc.slugs) if facts.parts else ("papers", _season(facts))


PARTS: Parts[ClusterFacts] = {
    "ky": lambda facts: Said(", ".join(_names(facts))),
    "khoi": lambda facts: Said(", ".join(dict.fromkeys(one.bloc.bloc.name for one in facts.parts))),
    "tu_ngay": lambda facts: Said(in_papers(facts.from_on)),
    "den_ngay": lambda facts: Said(in_papers(facts.until_on)),
    "can_cu": grounds, "so_gui": sent, "chi_tieu_chung": indicators, "dat_chung": at_a_glance, "tham_gia": taken_part,
    "phong_trao": campaigns, "kiem_tra": inspected, "dem_dien_hinh": count_exemplars,
    "dem_sang_kien": count_initiatives, "tung_don_vi": each_unit, "xep_hang": ranking, "muc_tieu": goals,
    "ket_qua_chung": told_of_campaign,
}  # fmt: skip
