"""The JSON schema and the reader agree on what a sheet may hold."""

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.factories.sheets import EVERY_KIND
from thidua.base.places import library
from thidua.core.read import ReadError, read
from thidua.core.scoring import parse
from thidua.core.scoring.formulas import KINDS

LIBRARY = sorted(library("scoresheets").glob("*.yaml"))
# What stands in EVERY_KIND, and what no sheet may hold instead.
WRONG = {
    "a name that nobody knows": ("year: 2016", "year: 2016\nyaer: 2016"),
    "a sheet without a code": ("code: EVERY\n", ""),
    "a name in one language": ("{vi: Nhóm A, en: Group A}", "{vi: Nhóm A}"),
    "an empty name": ("vi: Nhóm A", "vi: ''"),
    "a code with a blank": ("code: A.4", "code: A 4"),
    "half a year": ("year: 2016", "year: 2016.5"),
    "an unknown kind of group": ("kind: bonus", "kind: gift"),
    "a base group without an end": ("    maximum: 40", "    maximum: none"),
    "a criterion from nowhere": ("from: entry", "from: somewhere"),
    "an unknown take": ("take: met", "take: best"),
    "an unknown formula": ("kind: yes_no", "kind: lottery"),
    "a formula's entry in another": ("{kind: yes_no}", "{kind: yes_no, cap: 100}"),
    "a step that is no edge": ('">95": 10', '"=95": 10'),
    "steps without the rest": (", else: 1}", "}"),
    "points below nought": ("else: 1}", "else: -1}"),
    "a cap below the standard": ("cap: 120", "cap: 90"),
    "no bands": (
        EVERY_KIND[EVERY_KIND.index("bands:") : EVERY_KIND.index("        evidence")],
        "bands: []\n",
    ),
    "days in words": ("2: 3, 10: 1", "soon: 3"),
    "a level without points": ("code: part, points: 2.5", "code: part"),
    "cases that count for nothing": ("each: 1.5", "each: 0"),
    "an unknown rule where there was no case": ("not_applicable: full", "not_applicable: double"),
    "a text for a number": ("maximum: 15", "maximum: mười lăm"),
    "rounding to nothing": ("groups:", "round: {to: 0, at: item}\ngroups:"),
    "rounding nowhere named": ("groups:", "round: {to: 0.1, at: line}\ngroups:"),
    "a tie-break twice": ("groups:", "tie_breaks: [A, A]\ngroups:"),
}


@cache
def schema() -> dict[str, Any]:
    return json.loads((library("scoresheets") / "schema.json").read_text(encoding="utf-8"))


def as_json(value: Any) -> Any:
    """What the reader gives, as an editor that knows only JSON sees it."""
    match value:
        case dict():
            return {str(name): as_json(one) for name, one in value.items()}
        case list():
            return [as_json(one) for one in value]
        case Fraction():
            return float(value)
    return value


def faults(text: str) -> list[str]:
    return [fault.message for fault in Draft202012Validator(schema()).iter_errors(as_json(read(text)))]


def objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from objects(one)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", LIBRARY, ids=lambda file: file.stem)
def test_every_sheet_of_the_library_fits_the_schema(file: Path) -> None:
    assert faults(file.read_text(encoding="utf-8")) == []


def test_a_sheet_with_every_formula_and_setting_fits_the_schema_and_is_read() -> None:
    settings = [
        "source: 1/QĐ",
        "made_up: true",
        "round: {to: 0.5, at: item, mode: down}",
        "tie_breaks: [A, fewer_penalties]",
    ]
    text = "\n".join([*settings, EVERY_KIND])

    assert faults(text) == []
    assert parse(text).tie_breaks == ("A", "fewer_penalties")


@pytest.mark.parametrize("what", sorted(WRONG))
def test_what_the_schema_refuses_the_reader_refuses_too(what: str) -> None:
    right, wrong = WRONG[what]
    assert right in EVERY_KIND
    text = EVERY_KIND.replace(right, wrong, 1)

    assert faults(text) != []
    with pytest.raises(ReadError):
        parse(text)


def test_the_schema_knows_the_formulas_of_the_program_and_no_others() -> None:
    kinds = [one["properties"]["kind"] for one in schema()["$defs"]["formula"]["oneOf"]]

    assert {kind for one in kinds for kind in one.get("enum", [one.get("const")])} == set(KINDS)


def test_every_table_of_the_schema_is_closed() -> None:
    with_entries = [one for one in objects(schema()) if "properties" in one and "if" not in one]
    closed = [one for one in with_entries if one.get("additionalProperties") is False]

    # The two that stand open are the condition of a group's maximum and its consequence.
    assert len(with_entries) - len(closed) == 2


def test_the_example_of_the_guide_fits_the_schema_and_is_read() -> None:
    guide = (library("scoresheets") / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)

    assert faults(example) == []
    assert parse(example).maximum == 40


def test_the_guide_shows_every_formula() -> None:
    guide = (library("scoresheets") / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| `\{kind: (\w+)", guide, re.MULTILINE) == [
        "steps",
        "proportional",
        "yes_no",
        "judged",
        "level",
        "late_days",
        "per_event",
        "deduct_per_event",
    ]
    assert set(re.findall(r"\{kind: (\w+)", guide)) == set(KINDS)
