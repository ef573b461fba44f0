"""The JSON schema of the law's files and the reader agree on what they may hold."""

import json
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.factories.law import ABOUT, REGISTER
from thidua.base.places import library
from thidua.core.law.assembly import LawError, library_of
from thidua.core.law.conditions.reading import KINDS
from thidua.core.law.provisions import TABLES
from thidua.core.read import read

FILES = sorted(library("law").glob("*/*.yaml"))
RULE = """\
title: CSTD_BO
source: '22'
all:
  - titled: {title: CSTDCS, consecutive: 3}
  - run: {of: [HTT], years: 5, after: BK_TTG, having: [{title: CSTDCS, times: 3}]}
    doubt: check
cases:
  - name: A case
    facts: {rating: {2020-2024: HTT}}
    asks: {year: 2024}
    answer: not_eligible
"""
# What stands in RULE, and what no rule may hold instead.
WRONG = {
    "a name that nobody knows": ("source: '22'", "source: '22'\nsourc: '1'"),
    "no article": ("source: '22'\n", ""),
    "a kind that is none": ("titled:", "title_held:"),
    "two kinds in one condition": ("    doubt: check", "    doubt: check\n    rated: {at_least: HTT}"),
    "a doubt that is none": ("doubt: check", "doubt: maybe"),
    "no years": ("years: 5", "years: 0"),
    "a run of nothing": ("of: [HTT]", "of: []"),
    "a need without a number": (", times: 3}", "}"),
    "a level that is none": ("2020-2024: HTT", "2020-2024: GOOD"),
    "a year that is none": ("2020-2024: HTT", "soon: HTT"),
    "a verdict that is none": ("answer: not_eligible", "answer: maybe"),
    "a case without a question": ("    asks: {year: 2024}\n", ""),
}


@cache
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((library("law") / "schema.json").read_text(encoding="utf-8"))
    return found


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


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
    return [fault.message for fault in validator().iter_errors(as_json(read(text)))]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_file_of_the_law_fits_the_schema(file: Path):
    assert faults(file.read_text(encoding="utf-8")) == []


def test_the_schema_knows_every_kind_of_condition_and_every_table():
    told = schema()["$defs"]
    assert set(told["condition"]["properties"]) - {"source", "doubt"} == set(KINDS)
    assert [one["properties"]["table"]["const"] for one in told["table"]["oneOf"]] == list(TABLES)


def test_a_right_rule_fits_the_schema_and_is_read():
    assert faults(RULE) == []
    assert library_of({"L22/text.yaml": ABOUT, "L22/CSTD_BO.yaml": RULE}, REGISTER).standards


@pytest.mark.parametrize("what", sorted(WRONG))
def test_what_the_schema_refuses_the_reader_refuses_too(what):
    right, wrong = WRONG[what]
    assert right in RULE
    text = RULE.replace(right, wrong, 1)
    assert faults(text) != []
    with pytest.raises(LawError):
        library_of({"L22/text.yaml": ABOUT, "L22/CSTD_BO.yaml": text}, REGISTER)
