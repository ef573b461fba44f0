"""Marks of state secrets and unmasked personal numbers in the text of a file, by the words of law/marks.yaml."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua.core.names import Name
from thidua.core.tables import Rows, Table
from thidua.core.texts import composed

NUMBER = re.compile(r"(?<![\w/.,-])\d(?:[ .]?\d){7,18}(?![\w/]|[.,-]\d)")
AROUND = " \t.:*()[]|"


@dataclass(frozen=True)
class Personal:
    """A kind of number that belongs to a person: how its digits run, from how many on it counts, near which words."""

    code: str
    name: Name
    digits: re.Pattern[str]
    at_least: int
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Marks:
    stamps: frozenset[str]
    labels: tuple[str, ...]
    personal: tuple[Personal, ...]


@dataclass(frozen=True)
class Seen:
    """How many different numbers of a kind a file shows, and the first of them with its middle hidden."""

    kind: Personal
    count: int
    first: str


def marks_of(table: Table) -> Marks:
    """The marks of a file. Raises ReadError with the line."""
    secret = table.only("secret", "personal").table("secret").only("stamps", "labels")
    return Marks(
        frozenset(secret.rows("stamps").texts()),
        tuple(label.lower() for label in secret.rows("labels").texts()),
        tuple(_personal(row) for row in table.rows("personal").tables()),
    )


def _personal(row: Table) -> Personal:
    row.only("code", "name", "digits", "at_least", "near")
    name = row.table("name").only("vi", "en")
    near = row.rows("near", Rows([], [], row.line)).texts()
    return Personal(
        row.text("code"),
        Name(name.text("vi"), name.text("en")),
        re.compile(row.text("digits")),
        row.whole("at_least"),
        tuple(word.lower() for word in near),
    )


def secret_mark(lines: Iterable[str], marks: Marks) -> str:
    """The stamp of a state secret that stands alone in a line, or after "Độ mật:"; "" for none."""
    for line in lines:
        text = composed(line).strip(AROUND)
        label, colon, after = text.partition(":")
        if colon and label.strip().lower() in marks.labels:
            text = after.strip(AROUND).upper()
        if text in marks.stamps:
            return text
    return ""


def personal_numbers(lines: Sequence[str], marks: Marks) -> list[Seen]:
    """The kinds of personal numbers that stand open in a text; a number counts for the first kind that it fits."""
    text = composed("\n".join(lines))
    lowered = text.lower()
    kinds = [kind for kind in marks.personal if not kind.near or any(word in lowered for word in kind.near)]
    found: dict[str, list[str]] = {kind.code: [] for kind in kinds}
    for number in dict.fromkeys(re.sub(r"[ .]", "", one) for one in NUMBER.findall(text)):
        if kind := next((one for one in kinds if one.digits.fullmatch(number)), None):
            found[kind.code].append(number)
    return [
        Seen(kind, len(numbers), hidden(numbers[0]))
        for kind in kinds
        if len(numbers := found[kind.code]) >= kind.at_least
    ]


def hidden(number: str) -> str:
    """A number that the reader finds again in the file, and that nobody learns from here.

    >>> hidden("022085001234")
    '022…34'
    """
    return f"{number[:3]}…{number[-2:]}"
