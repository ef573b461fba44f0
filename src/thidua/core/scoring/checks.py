"""What must agree inside a sheet: sums, codes, inputs, tie-breaks."""

from collections.abc import Iterator

from thidua.core.answer import Sentence
from thidua.core.points import Points
from thidua.core.read import Table
from thidua.core.scoring.ranking import FEWER_PENALTIES
from thidua.core.scoring.sheet import Criterion, Group, GroupKind, NotApplicable, Sheet, Take
from thidua.core.scoring.values import InputKind

FIGURES = (InputKind.PERCENT, InputKind.NUMBER, InputKind.COUNT, InputKind.DAYS)
FITS = {Take.FIGURE: FIGURES, Take.ACHIEVEMENT: (InputKind.PERCENT,), Take.MET: (InputKind.YES_NO,)}


def faults_of(sheet: Sheet, table: Table) -> list[Sentence]:
    """Everything that does not agree, each with its line; `table` is what `sheet` was read from."""
    return [
        *_wrong_sheet(sheet, table),
        *_codes_twice(sheet, table),
        *(fault for group, row in _rows(sheet, table) for fault in _wrong_group(group, row)),
        *_wrong_tie_breaks(sheet, table),
    ]


def _rows(sheet: Sheet, table: Table) -> Iterator[tuple[Group, Table]]:
    return zip(sheet.groups, table.rows("groups").tables(), strict=True)


def _lines(group: Group, row: Table) -> Iterator[tuple[Criterion, Table]]:
    return zip(group.criteria, row.rows("criteria").tables(), strict=True)


def _wrong_sheet(sheet: Sheet, table: Table) -> Iterator[Sentence]:
    base = sum((group.maximum or Points(0) for group in sheet.groups if group.kind is GroupKind.BASE), Points(0))
    if base != sheet.maximum:
        yield Sentence("scoring.sheet.total_differs", line=table.line_of("maximum"), total=base, maximum=sheet.maximum)
    if sheet.maximum <= 0:
        yield Sentence("scoring.sheet.not_above_nought", line=table.line_of("maximum"), name="maximum")
    if sheet.rounding.to <= 0:
        yield Sentence("scoring.sheet.not_above_nought", line=table.line_of("round"), name="to")


def _codes_twice(sheet: Sheet, table: Table) -> Iterator[Sentence]:
    """Groups and criteria share one space of codes: a sentence names either by its code alone."""
    seen: set[str] = set()
    for group, row in _rows(sheet, table):
        listed = [(group.code, row), *((criterion.code, one) for criterion, one in _lines(group, row))]
        for code, place in listed:
            if code in seen:
                yield Sentence("scoring.sheet.code_twice", line=place.line_of("code"), code=code)
            seen.add(code)


def _wrong_group(group: Group, row: Table) -> Iterator[Sentence]:
    total = sum((criterion.maximum for criterion in group.criteria), Points(0))
    if group.kind is GroupKind.BASE and total != group.maximum:
        line = row.line_of("maximum")
        yield Sentence("scoring.sheet.group_differs", line=line, code=group.code, total=total, maximum=group.maximum)
    if group.maximum is not None and group.maximum < 0:
        yield Sentence("scoring.sheet.below_nought", line=row.line_of("maximum"), name="maximum")
    for criterion, one in _lines(group, row):
        yield from _wrong_criterion(criterion, one, group.kind)


def _wrong_criterion(criterion: Criterion, row: Table, kind: GroupKind) -> Iterator[Sentence]:
    source = criterion.source
    if criterion.maximum <= 0:
        yield Sentence("scoring.sheet.not_above_nought", line=row.line_of("maximum"), name="maximum")
    if source is not None and criterion.formula.asks not in FITS[source.take]:
        yield Sentence(
            "scoring.sheet.take_does_not_fit",
            line=row.line_of("from"), code=criterion.code, take=source.take.value, kind=criterion.formula.kind,
        )  # fmt: skip
    # Whoever does twice what was registered has 200 %: a limit would refuse a true figure.
    limit = getattr(criterion.formula, "at_most", None)
    if source is not None and source.take is Take.ACHIEVEMENT and limit is not None:
        line = row.table("formula").line_of("at_most")
        yield Sentence("scoring.sheet.achievement_has_no_limit", line=line, code=criterion.code)
    # Outside the base there is no maximum from which a line could be left out.
    if criterion.not_applicable is NotApplicable.EXCLUDED and kind is not GroupKind.BASE:
        line = row.line_of("not_applicable")
        yield Sentence("scoring.sheet.only_base_excludes", line=line, code=criterion.code)


def _wrong_tie_breaks(sheet: Sheet, table: Table) -> Iterator[Sentence]:
    known = {group.code for group in sheet.groups} | {FEWER_PENALTIES}
    for index, code in enumerate(sheet.tie_breaks):
        if code not in known or code in sheet.tie_breaks[:index]:
            line = table.rows("tie_breaks").line_of(index)
            yield Sentence("scoring.sheet.unknown_tie_break", line=line, code=code)
