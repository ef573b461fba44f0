"""What every kind of condition offers; a kind is one file beside this one."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol, runtime_checkable

from thidua.core.answer import Sentence
from thidua.core.law.columns import TRUE, Pair, Truth
from thidua.core.law.history import Asked, Row
from thidua.core.law.years import Years, written


class Met(IntEnum):
    """Of a condition, worst first, so that `all` is the least of its parts and `any` the greatest."""

    NOT_MET = 0
    WARN = 1
    MET = 2


class Case(NamedTuple):
    """One row and what is asked about it."""

    row: Row
    asked: Asked


class Found(NamedTuple):
    """The answer of one condition: with the years that count for it, those that lack, and a figure where it counts."""

    condition: "Reason"
    met: Met
    years: Years = 0
    missing: Years = 0
    have: int = 0
    of: int = 0
    parts: tuple["Found", ...] = ()

    @property
    def because(self) -> Sentence:
        """Made when somebody reads it: most answers are only counted."""
        return self.condition.because(self)


class Reason(Protocol):
    """What a part of an answer rests on."""

    @property
    def source(self) -> str:
        """Text and article, as in `L22 Đ23(2)`."""

    @property
    def wanted(self) -> Sentence:
        """What is asked, of nobody in particular."""

    def because(self, found: Found) -> Sentence:
        """What was found, and what is missing."""


@runtime_checkable
class Condition(Reason, Protocol):
    """One requirement of a standard; frozen, and whole in itself."""

    def answer(self, case: Case) -> Found:
        """For one history, with what was found."""

    def asks(self, asked: Asked) -> Pair:
        """The same for any number of rows."""

    def nearly(self, asked: Asked) -> Truth:
        """Of rows that do not meet it: whether they are short by one year, or once, at most (`shortfall`)."""


@dataclass(frozen=True)
class Cited:
    """A condition with the article it stands in; one in which nothing is counted is never short by more than once."""

    source: str

    def nearly(self, asked: Asked) -> Truth:
        return TRUE


def says(key: str, found: Found, **values: object) -> Sentence:
    """The sentence of a key for one of the three answers."""
    return Sentence(f"law.{key}.{found.met.name.lower()}", **values)


def wants(key: str, **values: object) -> Sentence:
    """The sentence of a key for what is asked."""
    return Sentence(f"law.{key}.wanted", **values)


def said(of: Years) -> str | Sentence:
    """Years for a reader, who is also told where there are none."""
    return written(of) or Sentence("law.no_year")


def met(truth: bool) -> Met:
    return Met.MET if truth else Met.NOT_MET


def graded(sure: bool, possible: bool) -> Met:
    """Met for sure; met in one reading; met in none."""
    return Met.MET if sure else Met.WARN if possible else Met.NOT_MET


def certain(truth: Truth) -> Pair:
    """There is one reading only."""
    return Pair(truth, truth)
