"""Addresses of a season's results, and what a browser sends to them."""

from tests.factories.seasons import World, a_key
from thidua.records.results.models import Report

A_SOURCE = {
    "paper_source": "Báo cáo quý I", "paper_number": "38/BC-STP", "paper_dated_on": "4/4/2016",
    "paper_signer": "Nguyễn Thị Thắm", "paper_title": "Giám đốc",
}  # fmt: skip


def address(world: World, place: int | None = None, act: str = "", period: str = "quy-1") -> str:
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/ket-qua"
    report = "" if place is None else f"/{period}/{world.units[place].slug}"
    return f"{base}{report}{f'/{act}' if act else ''}"


def typed(report: Report, **other: str) -> dict[str, str]:
    """A whole form of good figures; `other` by column and the indicator's code, with _ for -."""
    told = {
        "numerator_ty_le": "39", "denominator_ty_le": "40", "value_cuoc": "12", "value_luy_ke": "5",
        "value_ton_dong": "8", "met_hoc_tap": "met", "note_cuoc": "Gồm ba cuộc ở vùng cao",
    } | other  # fmt: skip
    lines = {line.indicator.code: line.pk for line in report.lines.select_related("indicator")}
    form = {"key": a_key(), "version": str(report.version), "note-report": "Số liệu đến 31/3"}
    for name, value in told.items():
        for code, pk in lines.items():
            column = name.removesuffix(f"_{code.replace('-', '_')}")
            if column != name:
                form[f"{column.replace('_', '-')}-{pk}"] = value
    return form
