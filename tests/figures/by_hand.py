"""What the progress board must say about the founding season, reckoned from its files without the program."""

from datetime import date
from fractions import Fraction

from tests.demo.founding import bloc_of, day, rows, table


def stood(unit: str, indicator: str, period: str, on: date) -> dict[str, str] | None:
    """The result as it stood on the morning of a day, or None before its report was signed."""
    key = (unit, indicator, period)
    report = next(r for r in rows("reports.csv") if (r["unit"], r["period"]) == (unit, period))
    if day(report["signed_on"]) >= on:
        return None
    final = next(r for r in rows("results.csv") if (r["unit"], r["indicator"], r["period"]) == key)
    for mended in rows("corrections.csv"):
        if (mended["unit"], mended["indicator"], mended["period"]) == key and day(mended["mended_on"]) >= on:
            return {name: mended[f"first_{name}"] for name in ("numerator", "denominator", "value", "word")}
    return final


def figure(unit: str, indicator: str, on: date) -> Fraction | str | None:
    """The figure to date, for words the newest word, None where nothing is known."""
    told = next(
        i for i in table("indicators.yaml")["indicators"] if (i["bloc"], i["code"]) == (bloc_of()[unit], indicator)
    )
    known = [
        one for period in periods(unit) if (one := stood(unit, indicator, period["slug"], on)) and any(one.values())
    ]
    match told["kind"], told["aggregation"]:
        case "judged", _:
            words = [one["word"] for one in known if one["word"]]
            return words[-1] if words else None
        case _, "ratio":
            top = sum(int(one["numerator"]) for one in known if one["numerator"])
            bottom = sum(int(one["denominator"]) for one in known if one["denominator"])
            return Fraction(100 * top, bottom) if bottom else None
        case _, "last":
            values = [int(one["value"]) for one in known if one["value"]]
            return Fraction(values[-1]) if values else None
    return Fraction(sum(int(one["value"]) for one in known)) if known else None


def target(unit: str, indicator: str, period: str) -> Fraction | None:
    """What was to be reached by the end of a period."""
    registered = next(
        r["registered"] for r in rows("commitments.csv") if (r["unit"], r["indicator"]) == (unit, indicator)
    )
    told = next(
        i for i in table("indicators.yaml")["indicators"] if (i["bloc"], i["code"]) == (bloc_of()[unit], indicator)
    )
    if told["kind"] == "judged":
        return None
    for own in rows("period_targets.csv"):
        if (own["unit"], own["indicator"], own["period"]) == (unit, indicator, period):
            return Fraction(own["target"])
    if told["aggregation"] != "sum":
        return Fraction(registered)
    all_periods = periods(unit)
    if period == all_periods[-1]["slug"]:
        return Fraction(registered)
    year = next(b for b in table("season.yaml")["blocs"] if b["slug"] == bloc_of()[unit])
    until = next(p["until"] for p in all_periods if p["slug"] == period)
    gone = (day(until) - day(year["from"])).days + 1
    return Fraction(registered) * gone / ((day(year["until"]) - day(year["from"])).days + 1)


def periods(unit: str) -> list[dict[str, str]]:
    return [period for period in table("periods.yaml")["periods"] if period["bloc"] == bloc_of()[unit]]
