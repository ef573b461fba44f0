"""The layers of the program as import-linter knows them, shown on a small planted package."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from thidua.base.places import PACKAGE, REPOSITORY

CONTRACTS = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"]
LINTER = Path(sys.executable).parent / "lint-imports"
FILES = (
    "base/clock.py",
    *(f"{layer}/a.py" for layer in ("core", "figures", "gateways", "documents", "verify")),
    *(f"{layer}/a.py" for layer in ("cli", "pages", "jobs", "site")),
    *(
        f"records/{record}/{part}.py"
        for record in ("journal", "directory", "seasons")
        for part in ("models", "queries", "access", "steps", "actions")
    ),
)


def broken(folder: Path, importer: str, imported: str) -> list[str]:
    """The contracts that one import breaks in an otherwise empty program of the same shape."""
    for name in FILES:
        file = folder / "thidua" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    for parent in {file.parent for file in (folder / "thidua").rglob("*.py")} | {folder / "thidua/records"}:
        (parent / "__init__.py").touch()
    (folder / "thidua/__init__.py").touch()
    (folder / "thidua" / importer).write_text(f"import {imported}\n")
    (folder / "pyproject.toml").write_text((REPOSITORY / "pyproject.toml").read_text())
    ran = subprocess.run(
        [LINTER, "--no-logo", "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": ""},
        capture_output=True,
        text=True,
    )
    lines = ran.stdout.splitlines()
    assert any(line.startswith("Contracts: ") for line in lines), ran.stdout + ran.stderr
    return [line.removesuffix(" BROKEN") for line in lines if line.endswith(" BROKEN")]


@pytest.mark.parametrize(
    ("importer", "imported", "contract"),
    [
        ("core/a.py", "thidua.base.clock", "Imports go downwards"),
        ("records/seasons/actions.py", "thidua.pages.a", "Imports go downwards"),
        ("pages/a.py", "thidua.jobs.a", "Imports go downwards"),
        ("records/directory/actions.py", "thidua.records.seasons.queries", "A record imports lower records only"),
        ("records/seasons/access.py", "thidua.records.seasons.steps", "In a record: actions, then steps and access, …"),
        (
            "records/seasons/queries.py",
            "thidua.records.seasons.access",
            "In a record: actions, then steps and access, …",
        ),
        ("records/seasons/actions.py", "thidua.base.clock", "No record reads the clock"),
        ("verify/a.py", "thidua.base.clock", "The offline checkers import core only"),
        ("pages/a.py", "thidua.verify.a", "The command alone imports the offline checkers"),
    ],
)
def test_an_import_against_the_layers_is_found(tmp_path, importer, imported, contract):
    assert any(name.startswith(contract.rstrip("…")) for name in broken(tmp_path, importer, imported))


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("pages/a.py", "thidua.records.seasons.actions"),
        ("pages/a.py", "thidua.base.clock"),
        ("records/seasons/actions.py", "thidua.records.directory.steps"),
        ("records/seasons/steps.py", "thidua.records.seasons.queries"),
        ("cli/a.py", "thidua.verify.a"),
        ("verify/a.py", "thidua.core.a"),
    ],
)
def test_an_import_downwards_is_welcome(tmp_path, importer, imported):
    assert broken(tmp_path, importer, imported) == []


def test_every_record_and_every_layer_of_the_program_is_named_in_the_contracts():
    layers, records, _, _, of_verify, _ = CONTRACTS["contracts"]
    named = {word.strip("()") for line in layers["layers"] for word in line.split(" | ")}
    places = {f"thidua.{folder.parent.name}" for folder in PACKAGE.glob("*/__init__.py")}
    assert places - {"thidua.verify"} <= named
    assert places - {"thidua.verify", "thidua.core"} == set(of_verify["forbidden_modules"])
    assert {folder.parent.name for folder in PACKAGE.glob("records/*/__init__.py")} <= {
        record.strip("()") for record in records["layers"]
    }
