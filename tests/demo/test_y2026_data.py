"""The files of the season of 2026 name units and people that exist, and its days lie before the demo's day or after."""

import csv
import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.demo import founding
from tests.demo.founding import BLOCS, day
from thidua.core.read import read_table

FOLDER = Path(__file__).parents[2] / "demo" / "y2026"
FILES = sorted(FOLDER.iterdir())
PROVINCES = {"Bắc Ninh", "Hà Nội", "Hải Phòng", "Hưng Yên", "Ninh Bình", "Quảng Ninh"}
OWN_FILES = {"newcomers.csv", "people.csv", "units.csv"}


@cache
def table(name: str) -> dict[str, Any]:
    return read_table((FOLDER / name).read_text("utf-8"))


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_composed_utf8_and_says_whether_it_is_made_up(path):
    text = path.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    if path.suffix == ".yaml":
        assert table(path.name)["made_up"] is True


def test_every_column_is_explained_here_or_in_the_founding_season():
    own = {file["name"]: list(file["columns"]) for file in table("files.yaml")["files"]}
    before = {file["name"]: list(file["columns"]) for file in founding.table("files.yaml")["files"]}
    heads = {path.name: list(rows(path.name)[0]) for path in FILES if path.suffix == ".csv"}
    assert set(own) == OWN_FILES
    assert {name: (own | {k: v for k, v in before.items() if k not in own})[name] for name in heads} == heads


def test_six_provinces_have_one_member_in_each_bloc():
    for bloc in BLOCS:
        assert {unit["province"] for unit in rows("units.csv") if unit["bloc"] == bloc} == PROVINCES
    assert len(rows("units.csv")) == 12


def test_newcomers_are_made_up_and_nobody_of_the_founding_season():
    newcomers, before = rows("newcomers.csv"), founding.people()
    assert {row["made_up"] for row in newcomers} == {"true"}
    assert all(row["email"].endswith("@example.vn") and row["email"].isascii() for row in newcomers)
    assert not {row["name"] for row in newcomers} & {person["name"] for person in before.values()}
    assert not {row["email"] for row in newcomers} & {person["email"] for person in before.values()}
    assert len({row["name"] for row in newcomers}) == len(newcomers)


def test_whoever_acts_is_known_and_each_member_has_a_leader_and_an_officer():
    known = {row["code"] for row in rows("newcomers.csv")} | set(founding.people())
    people = rows("people.csv")
    assert {row["code"] for row in people} <= known
    roles = table("season.yaml")["roles"]
    named = [roles["head"], *(code for part in ("deputies", "secretariat", "observers") for code in roles[part])]
    assert {*named, *(role["person"] for role in table("sign_in.yaml")["roles"])} <= {row["code"] for row in people}
    held = Counter((row["unit"], row["kind"]) for row in people)
    for unit in rows("units.csv"):
        assert (held[unit["code"], "leader"], held[unit["code"], "officer"]) == (1, 1)


def test_the_one_click_roles_are_those_of_the_founding_season():
    slugs = [role["slug"] for role in founding.table("sign_in.yaml")["roles"]]
    assert [role["slug"] for role in table("sign_in.yaml")["roles"]] == slugs


def test_each_member_registers_every_indicator_and_signs_once():
    indicators = {
        bloc: [one["code"] for one in table("indicators.yaml")["indicators"] if one["bloc"] == bloc] for bloc in BLOCS
    }
    for unit in rows("units.csv"):
        told = [row["indicator"] for row in rows("commitments.csv") if row["unit"] == unit["code"]]
        assert told == indicators[unit["bloc"]]
    assert sorted(one["unit"] for one in table("signing.yaml")["signatures"]) == sorted(
        unit["code"] for unit in rows("units.csv")
    )


def test_periods_follow_each_other_and_every_report_has_all_its_results():
    for bloc in BLOCS:
        own = [period for period in table("periods.yaml")["periods"] if period["bloc"] == bloc]
        for before, after in pairwise(own):
            assert (day(after["from"]) - day(before["until"])).days == 1
    given = Counter((row["unit"], row["period"]) for row in rows("results.csv"))
    bloc_of = {unit["code"]: unit["bloc"] for unit in rows("units.csv")}
    wanted = {"so-tu-phap": 8, "thads": 5}
    assert given == {(row["unit"], row["period"]): wanted[bloc_of[row["unit"]]] for row in rows("reports.csv")}
