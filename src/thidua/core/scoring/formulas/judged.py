"""Judged: an expert chooses points inside named bands and says why (pattern F12)."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from thidua.core.answer import Sentence, refuse
from thidua.core.names import Name
from thidua.core.points import Points
from thidua.core.read import Table, fault
from thidua.core.scoring.formulas.base import name_of
from thidua.core.scoring.values import Given, InputKind, Reckoned, figure_of

QUARTER = Fraction(1, 4)


@dataclass(frozen=True)
class Band:
    """A level from `lowest` to `highest` points, both of them in it."""

    name: Name
    lowest: Points
    highest: Points


@dataclass(frozen=True)
class Judged:
    """Points in whole `step`s, inside one of the `bands`; the best band comes first, one step lies between two."""

    bands: tuple[Band, ...]
    step: Points
    kind: str = "judged"
    asks: InputKind = InputKind.POINTS

    @property
    def lowest(self) -> Points:
        return self.bands[-1].lowest

    @property
    def highest(self) -> Points:
        return self.bands[0].highest

    def points(self, given: Given) -> Reckoned:
        chosen = figure_of(given)
        if not self.lowest <= chosen <= self.highest:
            raise refuse("scoring.input.outside_range", given=chosen, lowest=self.lowest, highest=self.highest)
        if (chosen / self.step).denominator != 1:
            raise refuse("scoring.input.between_steps", given=chosen, step=self.step)
        if not given.reason.strip():
            raise refuse("scoring.input.reason_needed")
        band = next(band for band in self.bands if chosen >= band.lowest)
        said = Sentence("scoring.judged", band=band.name, points=chosen, lowest=band.lowest, highest=band.highest)
        return Reckoned(chosen, said)


def read_judged(table: Table, maximum: Points) -> Judged:
    """`{kind: judged, step: 0.25, bands: [{from: 4, to: 5, name: {vi: Tốt, en: Good}}, …]}`, the best band first.

    Raises ReadError if a bound is no whole number of steps, if bands overlap or leave a
    gap of more than one step, or if the best does not end at `maximum`.
    """
    table.only("kind", "step", "bands")
    step = table.number("step", QUARTER)
    if step <= 0:
        raise fault("scoring.sheet.not_above_nought", line=table.line_of("step"), name="step")
    listed = table.rows("bands").tables()
    if not listed:
        raise fault("scoring.sheet.no_bands", line=table.line_of("bands"))
    bands = [_band(one, step) for one in listed]
    for (better, _), (worse, row) in pairwise(zip(bands, listed, strict=True)):
        if worse.highest + step != better.lowest:
            raise fault(
                "scoring.sheet.bands_do_not_join", line=row.line_of("to"), given=worse.highest, due=better.lowest - step
            )
    if bands[0].highest != maximum:
        line = listed[0].line_of("to")
        raise fault("scoring.sheet.best_is_not_maximum", line=line, best=bands[0].highest, maximum=maximum)
    return Judged(tuple(bands), step)


def _band(row: Table, step: Points) -> Band:
    row.only("from", "to", "name")
    lowest, highest = row.number("from"), row.number("to")
    for name, bound in (("from", lowest), ("to", highest)):
        if bound < 0 or (bound / step).denominator != 1:
            raise fault("scoring.sheet.bound_between_steps", line=row.line_of(name), given=bound, step=step)
    if lowest > highest:
        raise fault("scoring.sheet.band_upside_down", line=row.line_of("to"), lowest=lowest, highest=highest)
    return Band(name_of(row), lowest, highest)
