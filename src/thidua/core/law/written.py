"""An explanation as it is kept and printed again: sentences, texts with their hashes, facts, version."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from thidua.core.answer import Sentence
from thidua.core.law.conditions import Found
from thidua.core.law.explain import BranchFound, Explanation
from thidua.core.law.history import Row, is_years
from thidua.core.law.library import Library
from thidua.core.law.years import listed, written

Say = Callable[[Sentence], Any]


def as_written(explanation: Explanation, library: Library, row: Row, *, version: str, say: Say) -> dict[str, Any]:
    """Everything that the same answer takes to be given again; `say` makes words of a sentence, or keeps its key.

    `row` are the columns of the history that was asked, so that nobody has to believe what was found in it.
    """
    standard, asked = explanation.standard, explanation.asked
    return {
        "award": standard.award,
        "to": standard.to.value,
        "year": asked.year,
        "on": asked.on.isoformat(),
        "verdict": explanation.verdict.value,
        "branches": [_branch(branch, say) for branch in explanation.branches],
        "excludes": [_part(found, say) for found in explanation.excludes],
        "suspends": [_part(found, say) for found in explanation.suspends],
        "texts": [{"code": code, "hash": library.texts[code].hash} for code in texts_in(explanation)],
        "facts": {name: list(listed(value)) if is_years(name) else value for name, value in row.items()},
        "version": version,
    }


def texts_in(explanation: Explanation) -> tuple[str, ...]:
    """The codes of the texts that an answer rests on, that of the standard first."""
    return tuple(dict.fromkeys((explanation.standard.text, *(text_of(source) for source in _sources(explanation)))))


def text_of(source: str) -> str:
    """
    >>> text_of("L22 Đ23(2)"), text_of("QD311, phụ lục")
    ('L22', 'QD311')
    """
    return source.split(" ")[0].rstrip(",")


def _branch(branch: BranchFound, say: Say) -> dict[str, Any]:
    return {"branch": branch.branch.code, "verdict": branch.verdict.value, "found": _part(branch.found, say)}


def _part(found: Found, say: Say) -> dict[str, Any]:
    told: dict[str, Any] = {
        "met": found.met.name.lower(),
        "source": found.condition.source,
        "because": say(found.because),
    }
    more: Mapping[str, Any] = {
        "years": written(found.years),
        "missing": written(found.missing),
        "parts": [_part(part, say) for part in found.parts],
    }
    return told | {name: value for name, value in more.items() if value}


def _sources(explanation: Explanation) -> Iterator[str]:
    left = [*explanation.excludes, *explanation.suspends, *(branch.found for branch in explanation.branches)]
    while left:
        found = left.pop()
        yield found.condition.source
        left += found.parts
