"""Samples that turn: other cases with every commit, the same for one commit."""

import hashlib
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

Case = TypeVar("Case")


def turning(cases: Iterable[Case], share: int | None, called: Callable[[Case], object] = str) -> list[Case]:
    """So many of the cases, chosen by what they are called; all for None."""
    return sorted(cases, key=lambda case: hashlib.sha256(f"{commit()}{called(case)}".encode()).digest())[:share]


@cache
def commit() -> str:
    """The hash of what is checked out."""
    return subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False).stdout
