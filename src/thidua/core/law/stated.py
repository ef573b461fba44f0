"""The register of facts that people state: every word that a condition asks for, with its name and its awards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from thidua.core.law.conditions import Condition
from thidua.core.law.conditions.groups import leaves_of
from thidua.core.law.conditions.words import Confirmed, Judged, OnRecord
from thidua.core.law.history import Kind
from thidua.core.law.library import Library
from thidua.core.names import Name


@dataclass(frozen=True)
class Statement:
    """A fact that no other entry of a record tells; its name as the latest text has it, whose standards ask for it."""

    word: str
    name: Name
    awards: tuple[str, ...]


@lru_cache(maxsize=16)
def statements(library: Library, to: Kind) -> Mapping[str, Statement]:
    """By word, in the order in which the texts came."""
    found: dict[str, Statement] = {}
    for award, word, name in _asked(library, to):
        awards = found[word].awards if word in found else ()
        found[word] = Statement(word, name, tuple(dict.fromkeys((*awards, award))))
    return found


def _asked(library: Library, to: Kind) -> Iterator[tuple[str, str, Name]]:
    for standard in sorted(library.standards, key=lambda one: one.start):
        if standard.to is to:
            for branch in standard.branches:
                for leaf in leaves_of(branch.condition):
                    if named := named_word(leaf):
                        yield standard.award, *named


def named_word(condition: Condition) -> tuple[str, Name] | None:
    """The word by which a record states what a condition asks, and what it is called there."""
    if isinstance(condition, Confirmed | Judged | OnRecord):
        return condition.word, condition.says
    return None
