"""Reads the files of the founding season for the tests beside."""

import csv
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from thidua.core.read import read_table

FOLDER = Path(__file__).parents[2] / "demo" / "founding"
BLOCS = ("so-tu-phap", "thads")


@cache
def table(name: str) -> dict[str, Any]:
    return read_table((FOLDER / name).read_text("utf-8"))


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date:
    return date.fromisoformat(text)


@cache
def bloc_of() -> dict[str, str]:
    return {unit["code"]: unit["bloc"] for unit in rows("units.csv")}


@cache
def people() -> dict[str, dict[str, str]]:
    return {person["code"]: person for person in rows("people.csv")}
