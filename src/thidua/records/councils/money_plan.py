"""What is told of a conference's money, as the page and the demo give it to the acts."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua.records.files.models import StoredFile


@dataclass(frozen=True)
class LinePlan:
    """A line of an estimate; `line` is the public id of the one that it was, "" for a new one."""

    group: str
    item: str
    unit: str
    quantity: Fraction
    price_dong: int
    note: str = ""
    line: str = ""


@dataclass(frozen=True)
class ReceiptTold:
    number: str
    received_on: date
    dong: int


@dataclass(frozen=True)
class SpendingTold:
    """`line` is the public id of the line of the estimate on which it was spent."""

    line: str
    spent_on: date
    dong: int
    what: str
    number: str
    payee: str = ""
    file: StoredFile | None = None
