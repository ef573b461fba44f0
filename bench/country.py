"""All rules of the law put to a country, beside OpenFisca and Spark, which are programs of their own."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bench.ground import ROOT, asked
from bench.page import Table, figure
from bench.people import asked_of_a_country, columns_of_a_country
from thidua.core.law.columns import Node
from thidua.core.law.history import Asked
from thidua.core.law.sweep.program import program_of
from thidua.core.law.sweep.sql import SPARK, column_name, query

PEOPLE, SOME = 2_500_000, 100_000
ASKED = Asked(2025, date(2026, 3, 1))
BESIDE = ROOT / "bench" / "beside"
TRUTHS = ("AtLeast", "Both", "Either", "Not", "Always")
HEADINGS = ("what", "people", "s", "ratio")


def measure(people: int = PEOPLE, some: int = SOME) -> Table:
    """Each engine in a process of its own, on the same columns; all must let in the same number of people."""
    nodes = asked_of_a_country(ASKED)
    with tempfile.TemporaryDirectory(prefix="thidua-bench-", dir=_roomy()) as name:
        folder = Path(name)
        _lay_out(folder, nodes, people)
        day = (str(ASKED.year), str(ASKED.on))
        ours = asked({}, "bench.sweeping", "ours", name, *day)
        fisca = _beside("openfisca", name)
        _agree(ours["counts"], fisca["counts"])
        lite = asked({}, "bench.sweeping", "sqlite", name, *day, str(some))
        spark = _beside("spark", name, str(some)) if shutil.which("java") else None
        if spark:
            _agree(lite["counts"], {question: spark["counts"][question] for question in nodes})
    rows = [
        ("every plane read once", people, ours["read planes"], None),
        ("planes: sixty-four people a word", people, ours["planes"], ours["planes"] / ours["read planes"]),
        ("every mask read once", people, ours["read masks"], None),
        ("masks: a word a person", people, ours["masks"], ours["masks"] / ours["read masks"]),
        ("OpenFisca", people, fisca["seconds"], fisca["seconds"] / ours["planes"]),
        ("SQLite, one query", some, lite["seconds"], None),
        *([("Spark, local, one query", some, spark["seconds"], None)] if spark else []),
        ("one person explained, one award", 1, ours["explained"], None),
    ]
    return Table(
        f"{ours['questions']} questions of the law, {ours['columns']} columns",
        HEADINGS,
        tuple((what, f"{of:,}", figure(s), figure(ratio) if ratio else "") for what, of, s, ratio in rows),
        "Every award that a person can be proposed for on that day: met for sure, met in one reading, put off. The "
        "ratio of planes and masks is to reading their own columns once, that of OpenFisca to the planes. Medians; all "
        "engines let in the same people. Planes take "
        f"{ours['megabytes of planes']:.0f} MB, our process {ours['peak']:.0f} MB at its peak. Columns are made up at "
        "random; OpenFisca has every question, and what several ask, as a variable."
        + ("" if spark else " Spark was not measured: no Java was found."),
    )


def _roomy() -> str | None:
    """In memory where there is room for it: gigabytes of columns are read again and again."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > 8 * 1024**3 else None


def _lay_out(folder: Path, nodes: Mapping[str, Node], people: int) -> None:
    """The columns, and the questions as each of the others understands them."""
    columns = columns_of_a_country(dict(nodes), people)
    for name, column in columns.items():
        np.save(folder / f"{name}.npy", column)
    (folder / "names.json").write_text(json.dumps({name: column_name(name) for name in columns}))
    answers = query(nodes, table="people", key="id", columns=columns, dialect=SPARK)
    sums = ", ".join(f"sum(CAST({name} AS INT)) AS {name}" for name in nodes)
    (folder / "spark.sql").write_text(f"SELECT {sums} FROM ({answers})")
    (folder / "program.json").write_text(json.dumps(_as_data(nodes)))


def _as_data(nodes: Mapping[str, Node]) -> dict[str, Any]:
    program = program_of(list(nodes.values()))
    uses = [0] * len(program.steps)
    for step in program.steps:
        for part in step.parts:
            uses[part] += 1
    return {
        "steps": [
            {
                "kind": type(step.node).__name__,
                "parts": step.parts,
                "own": [value for name, value in vars(step.node).items() if isinstance(value, str | int)],
                "truth": type(step.node).__name__ in TRUTHS,
            }
            for step in program.steps
        ],
        "asked by": uses,
        "answers": dict(zip(nodes, program.answers, strict=True)),
    }


def _beside(name: str, *arguments: str) -> dict[str, Any]:
    """What a program prints that runs in an environment of its own, which is made if it is not there."""
    python = _environment(name)
    command = [str(python), str(BESIDE / f"{name}_country.py"), *arguments]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    told: dict[str, Any] = json.loads(said.strip().splitlines()[-1])
    return told


def _environment(name: str) -> Path:
    home, pins = ROOT / ".cache" / name, ROOT / "requirements" / f"{name}.txt"
    python, stamp = home / "bin" / "python", home / "stamp"
    if not stamp.is_file() or stamp.read_text() != pins.read_text():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True, stdout=sys.stderr)
        install = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(pins)]
        subprocess.run([str(python), *install], check=True, stdout=sys.stderr)
        stamp.write_text(pins.read_text())
    return python


def _agree(ours: Mapping[str, int], theirs: Mapping[str, int]) -> None:
    differing = {name: (count, theirs[name]) for name, count in ours.items() if count != theirs[name]}
    if differing:
        raise AssertionError(f"the engines let in different numbers of people: {differing}")
