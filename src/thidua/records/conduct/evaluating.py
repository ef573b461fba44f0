"""An evaluation as it was typed, and the ratings as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from thidua.base import places
from thidua.core.read import read_table
from thidua.core.scoring import Name
from thidua.core.workflow.evaluating import Section
from thidua.records.files.models import StoredFile


@dataclass(frozen=True)
class Said:
    """`points` by section, each in its order; number and day where the paper has them."""

    rating: str
    points: Mapping[Section, tuple[str, ...]]
    number: str = ""
    dated_on: date | None = None
    file: StoredFile | None = None


@cache
def ratings() -> dict[str, Name]:
    """The ratings by code, the best first: papers/evaluation.yaml."""
    told = read_table((places.library("papers") / "evaluation.yaml").read_text(encoding="utf-8"))
    return {one["code"]: Name(one["name"]["vi"], one["name"]["en"]) for one in told["ratings"]}
