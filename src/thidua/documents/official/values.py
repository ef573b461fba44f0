"""What a paper's fields hold: frozen when it was drafted, typed by its writers, its number, day and signature."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from thidua.base.days import month_in_papers
from thidua.core.papers import PaperKind, cited, filled, issuers_in, unbroken
from thidua.core.workflow.papers import Under
from thidua.core.workflow.signatures import Capacity, signature_lines
from thidua.records.papers.models import Letterhead, OfficialPaper
from thidua.records.seasons.models import Season

NOT_YET = "\u00a0" * 6  # room for what the clerk writes in


def frame_of(season: Season, letterhead: Letterhead, *, chief: str) -> dict[str, str]:
    """The fields of every paper of a season; those with a line before them are no field of a template."""
    return {
        **letterhead.as_fields,
        "nam": str(season.emulation_year),
        "khu_vuc": season.cluster.name,
        "truong": season.cluster.head_word,
        "_chief": chief,
        "_body": season.cluster.short_name,
    }


def values_of(kind: PaperKind, paper: OfficialPaper) -> dict[str, Any]:
    """All fields of a paper as it stands."""
    values = {**paper.filled, **paper.typed}
    values |= {name: cited(values.get(name) or ()) for name in kind.grounds}
    lines = _over_signature(kind, paper, values)
    return {
        **{name: value for name, value in values.items() if not name.startswith("_")},
        "co_quan_cap_tren": unbroken(values.get("co_quan_cap_tren", "")),
        "so_ky_hieu": paper.number or _room(kind, values),
        "dia_danh_ngay": f"{values.get('_place', '')}, {day_in_words(paper.dated_on)}",
        "ngay_van_ban": day_in_words(paper.dated_on),
        "trich_yeu": filled(kind.subject, values),
        "dong_ky": lines,
        "quyen_han": "\n".join(lines[:-1]),
        "chuc_vu_ky": lines[-1],
        "nguoi_ky": paper.signer,
    }


def _over_signature(kind: PaperKind, paper: OfficialPaper, values: Mapping[str, Any]) -> list[str]:
    if kind.two:
        return [line.upper() for line in (kind.two.right, paper.signer_title)]
    issuers = issuers_in(kind, values, under=Under(paper.under))
    return signature_lines(Capacity(paper.capacity), title=paper.signer_title, issuers=issuers)


def day_in_words(on: date | None) -> str:
    """Room for day, month and year while nobody knows them: a plan is often signed in the year before its own.

    >>> day_in_words(date(2016, 3, 4))
    'ngày 04 tháng 3 năm 2016'
    """
    if on is None:
        return f"ngày {NOT_YET} tháng {NOT_YET} năm {NOT_YET}"
    return f"ngày {on.day:02d} tháng {month_in_papers(on)} năm {on.year}"


def _room(kind: PaperKind, values: Mapping[str, Any]) -> str:
    return f"{NOT_YET}/" + "-".join(part for part in (kind.symbol, values.get("_symbol", "")) if part)
