"""The parts that fill themselves in a unit's report, each under the name of the field that it fills."""

from fractions import Fraction
from typing import Any

from thidua.base.days import in_papers
from thidua.base.numbers import figure
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.workflow.exemplars import Level
from thidua.core.workflow.inspecting import Outcome
from thidua.documents.official.fillers.seasons import grounds_of
from thidua.documents.official.fillers.told import numbered, points
from thidua.documents.reports.said import Parts, Said
from thidua.documents.reports.unit_facts import UnitFacts
from thidua.documents.reports.words import at_level, goals_of
from thidua.figures.progress import Cell
from thidua.records.results.models import Exemplar
from thidua.records.scores.queries.unfolding import unfold
from thidua.records.seasons.models import Signature

SHARE = 100
NOT_YET = "chưa có"
SAID_TO = {"collective": "Tập thể", "individual": "Cá nhân"}


def grounds(facts: UnitFacts) -> Said:
    return Said(grounds_of(facts.season), "Sổ văn bản chỉ đạo", "guidance", _season(facts))


def undertaken(facts: UnitFacts) -> Said:
    """What was registered, and how the pact was signed."""
    member, sheet = facts.member, facts.sheet
    told = []
    if sheet is not None:
        titles = ", ".join(f"{row.name} ({row.count})" for row in sheet.titles.all())
        count = f"Đơn vị đã đăng ký {sheet.lines.count():02d} chỉ tiêu thi đua năm {facts.season.emulation_year}"
        told.append(f"{count}; danh hiệu, hình thức khen thưởng: {titles}." if titles else f"{count}.")
    signature = Signature.objects.filter(membership=member, annex=None, voided_at=None).first()
    if signature is not None:
        told.append(f"Giao ước thi đua do {signature.signer_name}, {signature.signer_title} ký.")
    source = "Bản đăng ký, giao ước đã ký" if told else ""
    return Said(told, source, "commitment_sheet", (*member.bloc_season.slugs, member.unit.slug))


def at_a_glance(facts: UnitFacts) -> Said:
    """How many indicators are reached, by which signed report, and which are not."""
    row, period = facts.progress, facts.topic.period
    behind = [cell.indicator.short_name for cell in row.cells if cell.is_reached is False]
    begins = _by_which_report(facts)
    reached = f"đơn vị đạt {row.reached}/{row.known} chỉ tiêu có số liệu so với mức đến kỳ"
    told = f"{begins}, {reached}" + (f"; chưa đạt: {', '.join(behind)}." if behind else ".")
    if period is None or facts.report is None:
        return Said(told)
    slugs = (*facts.member.bloc_season.slugs, period.slug, facts.member.unit.slug)
    return Said(told, begins.replace("Theo b", "B", 1), "report", slugs)


def _by_which_report(facts: UnitFacts) -> str:
    period, report = facts.topic.period, facts.report
    if report is None or report.handed_in_on is None:
        return "Theo các báo cáo kết quả đã ký"
    assert period is not None
    return f"Theo báo cáo kết quả {period.name} đã ký ngày {in_papers(report.handed_in_on)}"


def indicators(facts: UnitFacts) -> Said:
    rows = numbered(_indicator(facts, cell) for cell in facts.progress.cells)
    glance = at_a_glance(facts)
    source = glance.source or "Các báo cáo kết quả đã ký"
    place = ("report", glance.slugs) if glance.slugs else ("progress", facts.member.bloc_season.slugs)
    return Said(rows, f"{source}, đăng ký đã ký", *place)


def _indicator(facts: UnitFacts, cell: Cell) -> dict[str, Any]:
    one = cell.indicator
    if cell.is_met is not None:
        return {"ten": one.name, "thuc_hien": "đạt" if cell.is_met else "chưa đạt"}
    return {
        "ten": f"{one.name} ({one.unit_of_measure})",
        "dang_ky": _number(cell.registered),
        "thuc_hien": _number(cell.figure) or NOT_YET,
        "dat": f"{figure(cell.share * SHARE, 1)} %" if cell.share is not None else "",
        "nam_truoc": _before(facts, one.pk),
    }


def _before(facts: UnitFacts, indicator: int) -> str:
    """The same period of the year before; where that season is not kept here, the whole of last year."""
    if (same := facts.before.get((facts.member.unit_id, indicator))) is not None:
        return figure(same)
    whole = facts.last_year.get(indicator)
    return f"cả năm {figure(whole)}" if whole is not None else ""


def _number(value: Fraction | None) -> str:
    return "" if value is None else figure(value)


def taken_part(facts: UnitFacts) -> Said:
    taken, declared = facts.taken, facts.declared
    counted = f"{figure(taken.people)} người của {figure(taken.units)} bộ phận, {figure(taken.all_acts)} lượt việc"
    told = [f"Sổ tham gia ghi {counted}." if taken.people else "Sổ tham gia chưa ghi lượt việc nào của từng người."]
    if declared is not None:
        told.append(f"Đơn vị tự kê khai {figure(declared.people)} người tham gia (ngày {in_papers(declared.on)}).")
    return Said(" ".join(told), "Sổ tham gia", "participation", _season(facts))


def campaigns(facts: UnitFacts) -> Said:
    rows = numbered(
        {
            "ten": one.name, "thoi_gian": f"{in_papers(one.starts_on)} - {in_papers(one.ends_on)}",
            "nguoi": figure(taken.people) if taken else "0", "luot": figure(taken.all_acts) if taken else "0",
        }
        for one, taken in facts.campaigns
    )  # fmt: skip
    return Said(rows, "Lịch thi đua, sổ tham gia", "campaigns", _season(facts))


def goals(facts: UnitFacts) -> Said:
    campaign = facts.topic.campaign
    if campaign is None:
        return Said([])
    slugs = (*_season(facts), campaign.public_id)
    return Said(goals_of(campaign), f"Kế hoạch {campaign.name}", "campaign", slugs)


def inspected(facts: UnitFacts) -> Said:
    told = []
    for visit in facts.visits:
        standing = [one for one in visit.findings.all() if one.withdrawn_at is None]
        mend = [one for one in standing if one.outcome == Outcome.MEND.value]
        closed = sum(one.closed_at is not None for one in mend)
        ends = f"; {len(mend):02d} nội dung phải khắc phục, đã xong {closed:02d}" if mend else ""
        told.append(
            f"- {visit.inspection.name}, ngày {in_papers(visit.on)}: {len(standing):02d} nội dung được xem{ends}."
        )
    source = "Biên bản kiểm tra" if told else ""
    return Said(told or ["Trong kỳ chưa có đoàn kiểm tra đến đơn vị."], source, "inspections", _season(facts))


def count_exemplars(facts: UnitFacts) -> Said:
    named = facts.exemplars
    if not named:
        return Said("Đơn vị chưa giới thiệu điển hình nào.")
    recognised = sum(one.level != "" for one in named)
    ends = f", {recognised:02d} được công nhận" if recognised else ""
    return Said(f"Đã giới thiệu {len(named):02d} điển hình tiên tiến{ends}.")


def exemplars(facts: UnitFacts) -> Said:
    rows = numbered(
        {"ten": one.name, "linh_vuc": one.field.short_name, "viec": one.did, "muc": _level(facts, one)}
        for one in facts.exemplars
    )
    return Said(rows, "Sổ điển hình tiên tiến", "exemplars", _season(facts))


def _level(facts: UnitFacts, one: Exemplar) -> str:
    if one.level:
        return at_level(Level(one.level), facts.season.cluster)
    return say(Sentence(f"exemplar.state.{one.state}"))


def count_initiatives(facts: UnitFacts) -> Said:
    found = facts.initiatives
    if not found:
        return Said("Chưa có sáng kiến nộp về bộ phận thường trực.")
    received = sum(one.number is not None for one in found)
    told = f"Đã nộp {len(found):02d} sáng kiến, {received:02d} đã vào sổ của bộ phận thường trực."
    return Said(told, "Sổ sáng kiến", "initiatives", _season(facts))


def initiatives(facts: UnitFacts) -> Said:
    rows = numbered(
        {
            "ten": one.title, "tac_gia": "; ".join(f"{who.name} {who.share_percent} %" for who in one.authors.all()),
            "tu_ngay": in_papers(one.applied_on) if one.applied_on else "",
        }
        for one in facts.initiatives
    )  # fmt: skip
    return Said(rows, "Sổ sáng kiến", "initiatives", _season(facts))


def titles(facts: UnitFacts) -> Said:
    rows = [
        {"ten": row.name, "cho": SAID_TO[row.to], "so": str(row.count)}
        for row in (facts.sheet.titles.all() if facts.sheet else ())
    ]
    slugs = (*facts.member.bloc_season.slugs, facts.member.unit.slug)
    return Said(numbered(rows), "Bản đăng ký danh hiệu đã ký", "commitment_sheet", slugs)


def scored(facts: UnitFacts) -> Said:
    """By group of the sheet; verified points stand beside once the verification is finished."""
    card = facts.card
    if card is None:
        return Said([])
    done = card.verified_at is not None
    rows = [
        {
            "stt": one.group.code, "ten": one.group.name.vi, "tu_cham": points(one.own),
            "tham_dinh": points(one.counted) if done else "",
        }
        for one in unfold(card).groups
    ]  # fmt: skip
    total = {"ten": "Tổng điểm", "tu_cham": points(card.self_total), "tham_dinh": points(card.verified_total)}
    slugs = (*facts.member.bloc_season.slugs, facts.member.unit.slug)
    return Said([*rows, total], "Bảng chấm điểm đã ký của đơn vị", "score_card", slugs)


def _season(facts: UnitFacts) -> tuple[str, ...]:
    return facts.member.bloc_season.slugs[:2]


PARTS: Parts[UnitFacts] = {
    "don_vi": lambda facts: Said(facts.member.name),
    "ky": lambda facts: Said(facts.topic.name),
    "tu_ngay": lambda facts: Said(in_papers(facts.topic.from_on)),
    "den_ngay": lambda facts: Said(in_papers(facts.topic.until_on)),
    "can_cu": grounds, "dang_ky": undertaken,
    "theo_bao_cao": at_a_glance, "chi_tieu": indicators, "tham_gia": taken_part, "phong_trao": campaigns,
    "muc_tieu": goals, "kiem_tra": inspected, "dem_dien_hinh": count_exemplars, "dien_hinh": exemplars,
    "dem_sang_kien": count_initiatives, "sang_kien": initiatives, "danh_hieu": titles, "diem": scored,
}  # fmt: skip
