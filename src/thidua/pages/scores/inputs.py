"""Reads a card's form: one input a criterion, every fault told beside its line and named by its criterion."""

from collections.abc import Iterable

from thidua.core.answer import Sentence
from thidua.core.scoring import Criterion, Given, InputKind
from thidua.core.scoring.formulas import Levels
from thidua.core.scoring.values import Value
from thidua.pages.scores.methods import named
from thidua.pages.shared.request import Typed

FLAGS = {"yes": True, "no": False}
LONGEST_REASON = 1000


def typed_inputs(typed: Typed, criteria: Iterable[Criterion]) -> dict[str, Given]:
    """What was typed for each criterion, by its code; an empty field is a missing input, faults stay in `typed`."""
    return {criterion.code: typed_input(typed, criterion) for criterion in criteria}


def typed_input(typed: Typed, criterion: Criterion, prefix: str = "") -> Given:
    """One line: `given-CODE`, `reason-CODE`, `none-CODE` ("không phát sinh"), each after `prefix`."""
    before = len(typed.faults)
    code, name = criterion.code, named(criterion.name)
    value = _value(typed, criterion, f"{prefix}given-{code}")
    reason = typed.text(f"{prefix}reason-{code}", label=name, most=LONGEST_REASON, required=False)
    nothing = typed.values.get(f"{prefix}none-{code}") == "1"
    typed.faults[before:] = named_by_line(typed.faults[before:], criterion)
    return Given(value, reason, nothing)


def named_by_line(faults: Iterable[Sentence], criterion: Criterion) -> list[Sentence]:
    """The same faults, each saying in which line it is; those that say so already stay as they are."""
    place = {"code": criterion.code, "name": named(criterion.name)}
    return [one if "code" in one.values else Sentence("scores.line_fault", **place, fault=one) for one in faults]


def _value(typed: Typed, criterion: Criterion, field: str) -> Value | None:
    if not (written := typed.values.get(field, "").strip()):
        return None
    label = named(criterion.name)
    match criterion.formula.asks:
        case InputKind.YES_NO:
            return FLAGS.get(typed.choice(field, FLAGS, label=label))
        case InputKind.LEVEL:
            assert isinstance(criterion.formula, Levels)
            typed.choice(field, {level.code for level in criterion.formula.levels}, label=label)
            return written
        case _:
            return typed.figure(field, label=label)


def faults_by_line(refused: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    """Refusals by the code of the criterion that they name."""
    found: dict[str, list[Sentence]] = {}
    for sentence in refused:
        if code := sentence.values.get("code"):
            found.setdefault(str(code), []).append(sentence)
    return found
