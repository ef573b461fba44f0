"""The other program: any score sheet written as spreadsheet formulas and recalculated by LibreOffice.

Nothing here reckons points: the formulas are written from the sheet's data alone, and the
figures come back from the spreadsheet program, in floating point: `rounded` makes them comparable.
"""

import subprocess
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from thidua.core.points import RoundAt, Rounding, RoundMode, round_to
from thidua.core.scoring import FEWER_PENALTIES, Criterion, Given, Group, GroupKind, NotApplicable, Sheet
from thidua.core.scoring.formulas import (
    DeductPerEvent,
    Judged,
    LateDays,
    Levels,
    PerEvent,
    Proportional,
    Steps,
    YesNo,
)

NO_CASE = "na"
FOUR_PLACES = Fraction(1, 10_000)
NOISE = Fraction(1, 10**9)
RECALCULATION_SECONDS = 180
ROUND_NAMES = {RoundMode.HALF_UP: "ROUND", RoundMode.DOWN: "ROUNDDOWN", RoundMode.UP: "ROUNDUP"}


@dataclass(frozen=True)
class Case:
    """A sheet with the inputs of each unit, and the units that may not be ranked."""

    sheet: Sheet
    inputs: Mapping[str, Mapping[str, Given]]
    excluded: Collection[str] = ()


Found = dict[str, tuple[Fraction, int | None]]


def recalculate(
    sheet: Sheet, inputs_by_unit: Mapping[str, Mapping[str, Given]], *, excluded: Collection[str] = ()
) -> Found:
    """Total and place of each unit as the spreadsheet program finds them; excluded units have no place.

    Raises as `recalculate_all` does.
    """
    return recalculate_all([Case(sheet, inputs_by_unit, excluded)])[0]


def recalculate_all(cases: Sequence[Case]) -> list[Found]:
    """What `recalculate` finds for each case, with a single start of the program, which takes most of the time.

    Raises CalledProcessError if the program fails, ValueError if a cell came back without a figure.
    """
    with TemporaryDirectory(prefix="thidua-oracle-") as name:
        folder = Path(name)
        books = [folder / f"{number}.xlsx" for number in range(len(cases))]
        columns = [write(book, one.sheet, one.inputs, one.excluded) for book, one in zip(books, cases, strict=True)]
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
                "--convert-to", "xlsx", "--outdir", str(folder / "done"), *map(str, books),
            ],
            check=True, capture_output=True, timeout=RECALCULATION_SECONDS,
        )  # fmt: skip
        done = [folder / "done" / book.name for book in books]
        return [_found(book, one, there) for book, one, there in zip(done, cases, columns, strict=True)]


def rounded(found: Mapping[str, tuple[Fraction, int | None]]) -> Found:
    """Totals to four places, beside their places."""
    return {unit: (round_to(total, FOUR_PLACES), place) for unit, (total, place) in found.items()}


def _found(book: Path, case: Case, columns: Mapping[str, int]) -> Found:
    page = load_workbook(book, data_only=True).active
    assert page is not None
    rows = enumerate(case.inputs, start=2)
    return {unit: _read(page, row, columns, unit in case.excluded) for row, unit in rows}


def _read(page: Worksheet, row: int, columns: Mapping[str, int], is_excluded: bool) -> tuple[Fraction, int | None]:
    total, place = page.cell(row, columns["total"]).value, page.cell(row, columns["place"]).value
    if not isinstance(total, int | float) or not (is_excluded or isinstance(place, int | float)):
        raise ValueError(f"row {row} came back without a figure: {total!r}, {place!r}")
    # 114.08125 comes back as 114.08124999999998: its half at the fourth place must not go down for that.
    exact = round_to(Fraction(total), NOISE)
    return exact, None if is_excluded else int(place)  # type: ignore[arg-type]


def write(
    path: Path, sheet: Sheet, inputs_by_unit: Mapping[str, Mapping[str, Given]], excluded: Collection[str] = ()
) -> dict[str, int]:
    """Writes the workbook, a unit in each row; gives the columns named total and place."""
    book = Workbook()
    page = book.active
    assert page is not None
    names = [f"in {one.code}" for one in sheet.criteria()] + [f"points {one.code}" for one in sheet.criteria()]
    names += [f"group {group.code}" for group in sheet.groups]
    names += ["applicable", "base", "bonus", "penalty", "total", "ranked", "place"]
    columns = {name: index for index, name in enumerate(["unit", *names], start=1)}
    page.append(list(columns))
    last = len(inputs_by_unit) + 1
    for row, (unit, inputs) in enumerate(inputs_by_unit.items(), start=2):

        def at(name: str, row: int = row) -> str:
            return f"{get_column_letter(columns[name])}{row}"

        page[at("unit")] = unit
        for criterion in sheet.criteria():
            page[at(f"in {criterion.code}")] = cell_of(inputs.get(criterion.code, Given()))
            page[at(f"points {criterion.code}")] = "=" + points_of(
                criterion, at(f"in {criterion.code}"), sheet.rounding
            )
        for group in sheet.groups:
            page[at(f"group {group.code}")] = "=" + group_of(group, at)
        for name, formula in sums_of(sheet, at).items():
            page[at(name)] = "=" + formula
        # Excluded units are kept out of the ranked column; float noise must not part equal totals.
        page[at("ranked")] = '=""' if unit in excluded else f"=ROUND({at('total')},9)"
        page[at("place")] = '=""' if unit in excluded else "=" + place_of(sheet, at, columns, last)
    book.save(path)
    return columns


def cell_of(given: Given) -> str | int | None:
    """An input as it is typed into a cell; a fraction as a division that the program does itself."""
    if given.not_applicable:
        return NO_CASE
    if isinstance(given.value, bool):
        return int(given.value)
    if given.value is None or isinstance(given.value, str):
        return given.value
    return "=" + _number(Fraction(given.value))


def points_of(criterion: Criterion, cell: str, rounding: Rounding) -> str:
    """Points of one criterion: nought for an empty cell, the sheet's rule where there was no case."""
    without = criterion.maximum if criterion.not_applicable is NotApplicable.FULL else Fraction(0)
    points = f'IF({cell}="{NO_CASE}",{_number(without)},{formula_of(criterion, cell)})'
    return f"IF(ISBLANK({cell}),0,{_rounded(points, rounding, RoundAt.ITEM)})"


def formula_of(criterion: Criterion, cell: str) -> str:
    formula = criterion.formula
    match formula:
        case Steps():
            pairs = [(f"{cell}{step.sign}{_number(step.edge)}", step.points) for step in formula.steps]
            return _choice(pairs, formula.otherwise)
        case Proportional():
            reached = cell if formula.cap is None else f"MIN({cell},{_number(formula.cap)})"
            return f"{_number(formula.standard)}*{reached}/100"
        case YesNo():
            return _choice([(f"{cell}=1", formula.full)], Fraction(0))
        case Judged():
            return cell
        case LateDays():
            return _choice([(f"{cell}<={day}", points) for day, points in formula.until], Fraction(0))
        case Levels():
            return _choice([(f'{cell}="{one.code}"', one.points) for one in formula.levels], Fraction(0))
        case PerEvent():
            return f"MIN({cell}*{_number(formula.each)},{_number(formula.most)})"
        case DeductPerEvent():
            return f"MAX({_number(formula.full)}-{cell}*{_number(formula.each)},0)"
    raise ValueError(f"no spreadsheet formula for {formula.kind}")


def group_of(group: Group, at: Callable[[str], str]) -> str:
    total = "SUM(" + ",".join(at(f"points {one.code}") for one in group.criteria) + ")"
    if group.kind is GroupKind.BASE or group.maximum is None:
        return total
    return f"MIN({total},{_number(group.maximum)})"


def sums_of(sheet: Sheet, at: Callable[[str], str]) -> dict[str, str]:
    """Applicable maximum, base, bonus, penalty and total of one row."""
    left_out = [one for one in sheet.criteria() if one.not_applicable is NotApplicable.EXCLUDED]
    taken = "".join(f'-IF({at(f"in {one.code}")}="{NO_CASE}",{_number(one.maximum)},0)' for one in left_out)
    by_kind = {
        kind: "+".join(["0", *(at(f"group {group.code}") for group in sheet.groups if group.kind is kind)])
        for kind in GroupKind
    }
    base = f"IF({at('applicable')}=0,0,({by_kind[GroupKind.BASE]})*{_number(sheet.maximum)}/{at('applicable')})"
    total = f"{at('base')}+{at('bonus')}-{at('penalty')}"
    return {
        "applicable": _number(sheet.maximum) + taken,
        "base": base,
        "bonus": by_kind[GroupKind.BONUS],
        "penalty": by_kind[GroupKind.PENALTY],
        "total": _rounded(f"({total})", sheet.rounding, RoundAt.TOTAL),
    }


def place_of(sheet: Sheet, at: Callable[[str], str], columns: Mapping[str, int], last: int) -> str:
    """RANK, or with tie-breaks one more than the units that stand before this one."""

    def column(name: str) -> str:
        letter = get_column_letter(columns[name])
        return f"${letter}$2:${letter}${last}"

    if not sheet.tie_breaks:
        return f"RANK({at('ranked')},{column('ranked')})"
    before = "0"
    for code in reversed(sheet.tie_breaks):
        name, sign = ("penalty", "<") if code == FEWER_PENALTIES else (f"group {code}", ">")
        mine, theirs = f"ROUND({at(name)},9)", f"ROUND({column(name)},9)"
        before = f"(({theirs}{sign}{mine})+({theirs}={mine})*{before})"
    mine, theirs = at("ranked"), column("ranked")
    return f"1+SUMPRODUCT(ISNUMBER({theirs})*(({theirs}>{mine})+({theirs}={mine})*{before}))"


def _rounded(formula: str, rounding: Rounding, at: RoundAt) -> str:
    if rounding.at is not at:
        return formula
    unit = _number(rounding.to)
    return f"{ROUND_NAMES[rounding.mode]}({formula}/{unit},0)*{unit}"


def _choice(pairs: list[tuple[str, Fraction]], otherwise: Fraction) -> str:
    text = _number(otherwise)
    for condition, points in reversed(pairs):
        text = f"IF({condition},{_number(points)},{text})"
    return text


def _number(value: Fraction) -> str:
    return f"({value.numerator}/{value.denominator})"
