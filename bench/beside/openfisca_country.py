"""The same questions as variables of OpenFisca: what several ask is a variable of its own, which OpenFisca keeps.

Stand-alone: `python openfisca_country.py FOLDER` with `program.json` and the columns beside it; prints JSON.
"""

import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np
from openfisca_core import variables as of_variables
from openfisca_core.entities import Entity, GroupEntity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

ROUNDS = 7
# Sets of years need 64 bits; OpenFisca's whole numbers have 32.
of_variables.config.VALUE_TYPES[int]["dtype"] = np.int64

OPERATIONS = {
    "Common": lambda a, b: a & b,
    "Joined": lambda a, b: a | b,
    "Without": lambda a, b: a & ~b,
    "Foot": lambda a: a & ~(a + 1),
    "Count": lambda a: np.bitwise_count(a).astype(np.int16),
    "Sum": lambda a, b: a + b,
    "AtLeast": lambda a, b: a >= b,
    "Both": lambda a, b: a & b,
    "Either": lambda a, b: a | b,
    "Not": lambda a: ~a,
}


def main(folder: Path) -> dict[str, object]:
    program = json.loads((folder / "program.json").read_text())
    columns = {file.stem: np.load(file).astype(np.int64) for file in sorted(folder.glob("*.npy"))}
    people = len(next(iter(columns.values())))
    person, household = (
        Entity("person", "people", "", ""),
        GroupEntity("household", "households", "", "", [{"key": "one"}]),
    )
    system = TaxBenefitSystem([person, household])
    for name in columns:
        system.add_variable(_variable(_called(name), person, int))
    kept = {step for step, uses in enumerate(program["asked by"]) if uses > 1 and program["steps"][step]["truth"]}
    kept |= set(program["answers"].values())
    for step in sorted(kept):
        system.add_variable(_variable(f"step_{step}", person, bool, _formula(program["steps"], step, kept)))
    seconds, counts = [], {}
    for _ in range(ROUNDS):
        simulation = SimulationBuilder().build_default_simulation(system, people)
        for name, column in columns.items():
            simulation.set_input(_called(name), "2025", column)
        begun = time.perf_counter()
        found = {name: simulation.calculate(f"step_{step}", "2025") for name, step in program["answers"].items()}
        seconds.append(time.perf_counter() - begun)
        counts = {name: int(answer.sum()) for name, answer in found.items()}
    return {"seconds": statistics.median(seconds), "counts": counts}


def _called(column: str) -> str:
    return "column_" + "".join(letter if letter.isalnum() else "_" for letter in column)


def _variable(name, entity, kind, formula=None):
    body = {"value_type": kind, "entity": entity, "definition_period": DateUnit.YEAR, "label": name}
    return type(name, (Variable,), body | ({"formula": formula} if formula else {}))


def _formula(steps, asked, kept):
    def formula(person, period):
        values = {}

        def value(step):
            if step in values:
                return values[step]
            one = steps[step]
            if step != asked and step in kept:
                found = person(f"step_{step}", period)
            elif one["kind"] == "Column":
                found = person(_called(one["own"][0]), period)
            elif one["kind"] in ("Whole", "Always"):
                found = one["own"][0]
            elif one["kind"] == "Later":
                found = value(one["parts"][0]) >> one["own"][0]
            elif one["kind"] == "Earlier":
                found = value(one["parts"][0]) << one["own"][0]
            elif one["kind"] == "Times":
                found = value(one["parts"][0]) * one["own"][0]
            else:
                found = OPERATIONS[one["kind"]](*(value(part) for part in one["parts"]))
            values[step] = found
            return found

        return value(asked)

    return formula


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
