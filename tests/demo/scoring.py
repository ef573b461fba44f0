"""Reckons the founding season's cards from its files with core alone: no database, no acts."""

from fractions import Fraction
from functools import cache

from tests.demo.founding import BLOCS, bloc_of, rows, table
from tests.oracle.spreadsheet import Case, Found, recalculate_all
from thidua.base.places import library
from thidua.core.scoring import Criterion, Fact, Given, Sheet, from_written, parse, prefill

SHEETS = {"so-tu-phap": "dong-bang-2016-so-tu-phap.yaml", "thads": "dong-bang-2016-thads.yaml"}
NO_CASE = "no_case"

Inputs = dict[str, dict[str, dict[str, Given]]]


@cache
def founding_sheets() -> dict[str, Sheet]:
    """The sheet of each bloc."""
    return {bloc: parse((library("scoresheets") / name).read_text(encoding="utf-8")) for bloc, name in SHEETS.items()}


def founding_inputs(*, verified: bool = True) -> Inputs:
    """What stands on each card: by bloc, unit and criterion; as the unit gave it, or as verification left it."""
    inputs = {
        bloc: {unit: prefill(sheet, facts_of(unit)) for unit, own in bloc_of().items() if own == bloc}
        for bloc, sheet in founding_sheets().items()
    }
    for row in rows("scores.csv"):
        bloc = bloc_of()[row["unit"]]
        criterion = founding_sheets()[bloc].criterion(row["criterion"])
        on_card = inputs[bloc][row["unit"]]
        if row["given"]:
            on_card[criterion.code] = given_of(criterion, row["given"], row["reason"])
        if verified and row["verified_given"]:
            on_card[criterion.code] = given_of(criterion, row["verified_given"], row["verified_reason"])
    return inputs


def given_of(criterion: Criterion, written: str, reason: str) -> Given:
    """An input as scores.csv has it."""
    if written == NO_CASE:
        return Given(reason=reason, not_applicable=True)
    return Given(from_written(criterion.formula.asks, written), reason)


def facts_of(unit: str) -> dict[str, Fact]:
    """The unit's year in each indicator of its bloc, from all periods as they stand at the end."""
    pledged = {row["indicator"]: row["registered"] for row in rows("commitments.csv") if row["unit"] == unit}
    return {
        indicator["code"]: _fact(indicator, _periods(unit, indicator["code"]), pledged[indicator["code"]])
        for indicator in table("indicators.yaml")["indicators"]
        if indicator["bloc"] == bloc_of()[unit]
    }


def _periods(unit: str, code: str) -> list[dict[str, str]]:
    found = {row["period"]: row for row in rows("results.csv") if (row["unit"], row["indicator"]) == (unit, code)}
    in_order = [one["slug"] for one in table("periods.yaml")["periods"] if one["bloc"] == bloc_of()[unit]]
    return [found[slug] for slug in in_order]


def _fact(indicator: dict[str, str], periods: list[dict[str, str]], registered: str) -> Fact:
    if indicator["kind"] == "judged":
        return Fact(is_met=periods[-1]["word"] == table("indicators.yaml")["words"]["met"])
    match indicator["aggregation"]:
        case "ratio":
            done, due = (sum(int(one[column]) for one in periods) for column in ("numerator", "denominator"))
            figure = Fraction(done, due) * 100
        case "sum":
            figure = Fraction(sum(int(one["value"]) for one in periods))
        case "last":
            figure = Fraction(periods[-1]["value"])
    return Fact(figure, Fraction(registered))


@cache
def by_spreadsheet() -> dict[str, Found]:
    """Total and place of each unit of each bloc, from the files alone and by another program."""
    inputs = founding_inputs()
    return dict(
        zip(BLOCS, recalculate_all([Case(founding_sheets()[bloc], inputs[bloc]) for bloc in BLOCS]), strict=True)
    )


def units_of(bloc: str) -> list[str]:
    assert bloc in BLOCS
    return [unit for unit, own in bloc_of().items() if own == bloc]
