"""Answers that carry their reason: what eligibility, permission and transition all give back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from thidua.core.names import Name


class Sentence:
    """A reason as a key with values; the reader's language is chosen where it is shown.

    >>> Sentence("consecutive.missing", need=3, have=2)
    Sentence('consecutive.missing', have=2, need=3)
    """

    __slots__ = ("_values", "key")

    key: str
    _values: tuple[tuple[str, Any], ...]

    def __init__(self, key: str, /, **values: Any) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "_values", tuple(sorted(values.items())))

    @property
    def values(self) -> Mapping[str, Any]:
        return dict(self._values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a sentence does not change")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentence) and (self.key, self._values) == (other.key, other._values)

    def __hash__(self) -> int:
        return hash((self.key, repr(self._values)))

    def __repr__(self) -> str:
        return f"Sentence({', '.join([repr(self.key), *(f'{name}={value!r}' for name, value in self._values)])})"

    def as_written(self) -> dict[str, Any]:
        """As the journal keeps it: figures stand as strings, a sentence inside as its own key with values.

        A name stands in both languages.
        """
        return {
            "key": self.key,
            "values": {
                name: value.as_written() if isinstance(value, Sentence | Name) else str(value)
                for name, value in self._values
            },
        }

    @classmethod
    def from_written(cls, key: str, values: Mapping[str, Any]) -> "Sentence":
        """The sentence that was written so; its figures stay strings."""
        return cls(key, **{name: cls._value(value) for name, value in values.items()})

    @classmethod
    def _value(cls, written: Any) -> Any:
        if not isinstance(written, dict):
            return written
        return cls.from_written(written["key"], written["values"]) if "key" in written else Name(**written)


class Outcome(StrEnum):
    """Of a condition: met, not_met, warn. Of a permission or transition: yes, not_possible, unknown."""

    MET = "met"
    NOT_MET = "not_met"
    WARN = "warn"
    YES = "yes"
    NOT_POSSIBLE = "not_possible"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """One outcome with its reason and, for a rule, the article it rests on."""

    outcome: Outcome
    because: Sentence | None = None
    source: str = ""

    @property
    def is_yes(self) -> bool:
        return self.outcome in (Outcome.YES, Outcome.MET)


YES = Answer(Outcome.YES)
UNKNOWN = Answer(Outcome.UNKNOWN)


def not_possible(key: str, /, **values: Any) -> Answer:
    """The asker may know that the thing exists, and reads why the act is refused."""
    return Answer(Outcome.NOT_POSSIBLE, Sentence(key, **values))


class NotPossible(Exception):
    """An act was refused; `sentences` say what is wrong, where, and how to mend it, each once.

    >>> len(list(NotPossible(Sentence("period.ends_later"), Sentence("period.ends_later"))))
    1
    """

    def __init__(self, *sentences: Sentence) -> None:
        self.sentences = tuple(dict.fromkeys(sentences))
        super().__init__(*self.sentences)

    def __iter__(self) -> Iterator[Sentence]:
        return iter(self.sentences)


class Unknown(Exception):
    """The asker may not know whether the thing exists: the same answer as for nothing."""


def refuse(key: str, /, **values: Any) -> NotPossible:
    """`raise refuse("pact.already_signed", unit=…)`."""
    return NotPossible(Sentence(key, **values))


def require(answer: Answer) -> None:
    """Pass only a yes.

    Raises NotPossible with the answer's reason, or Unknown.
    """
    if answer.is_yes:
        return
    if answer.outcome is Outcome.UNKNOWN:
        raise Unknown
    assert answer.because is not None, "a refusal says why"
    raise NotPossible(answer.because)
