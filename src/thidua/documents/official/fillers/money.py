"""The estimate of a conference as a paper."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua.base.days import in_papers
from thidua.base.numbers import figure
from thidua.core.dong import in_words, written_dong
from thidua.documents.official.fillers.conferences import held_at
from thidua.documents.official.fillers.told import Fields, Filler
from thidua.figures.season_papers import Subject
from thidua.records.councils.models import Budget, Conference, EstimateLine
from thidua.records.councils.queries.money import budget_of, estimated_dong, grouped, lines_of
from thidua.records.seasons.models import Season


def estimate(season: Season, subject: Subject, on: date) -> Fields:
    """Each group with its sum, then its lines; nothing while there is no estimate."""
    assert isinstance(subject, Conference)
    budget = budget_of(subject)
    lines = lines_of(budget) if budget else []
    total = estimated_dong(lines)
    return {
        **held_at(subject),
        "tong": written_dong(total),
        "bang_chu": in_words(total),
        "dieu_chinh": _amendment(budget) if budget else [],
        "dong_gop": _asked(budget) if budget else [],
        "khoan": list(_rows(lines)),
    }


def _rows(lines: list[EstimateLine]) -> Iterator[Fields]:
    for place, (name, found, sum_dong) in enumerate(grouped(lines), 1):
        yield {"stt": str(place), "noi_dung": name.upper(), "thanh_tien": written_dong(sum_dong)}
        for at, one in enumerate(found, 1):
            yield {
                "stt": f"{place}.{at}", "noi_dung": one.item, "don_vi_tinh": one.unit,
                "so_luong": figure(one.quantity, 4), "don_gia": written_dong(one.price_dong),
                "thanh_tien": written_dong(one.dong), "ghi_chu": one.note,
            }  # fmt: skip


def _amendment(budget: Budget) -> list[str]:
    return [f"Điều chỉnh lần {budget.amendment}: {budget.amended_because}"] if budget.amendment else []


def _asked(budget: Budget) -> list[str]:
    """What units are asked for, by how many of them; until when."""
    units: dict[int, int] = {}
    for dong in budget.contributions.values_list("asked_dong", flat=True):
        units[dong] = units.get(dong, 0) + 1
    until = f" Hạn đóng góp: {in_papers(budget.contribute_by)}." if budget.contribute_by and units else ""
    said = [f"{count:02d} đơn vị, mỗi đơn vị {written_dong(dong)} đồng" for dong, count in sorted(units.items())]
    return [f"Mức đóng góp: {'; '.join(said)}.{until}"] if said else []


FILLERS: Mapping[str, Filler] = {"du-toan": estimate}
