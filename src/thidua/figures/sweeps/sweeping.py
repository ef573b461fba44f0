"""A sweep in parts: on which shelf each award lies for everybody."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from thidua.core.law.history import Asked, Kind
from thidua.figures.sweeps.parts import ANSWERS_KEPT, InParts
from thidua.figures.sweeps.reckoning import reckoned
from thidua.figures.sweeps.scope import Scope
from thidua.figures.sweeps.swept import Array, Swept
from thidua.records.journal.queries import newest_hash


@dataclass(frozen=True)
class Sweeping(InParts):
    @classmethod
    def now(cls, scope: Scope, kind: Kind, asked: Asked, road: str | None = None) -> Self:
        return cls(scope, kind, asked, newest_hash(), road)

    def reckoned(self, keys: Array) -> Swept:
        return reckoned(keys, self.scope, self.kind, self.asked, self.road)

    def swept(self) -> Swept:
        """The whole answer, once all parts are done."""
        return _answer(self)


@lru_cache(maxsize=ANSWERS_KEPT)
def _answer(sweeping: Sweeping) -> Swept:
    if sweeping.parts == 1:
        return sweeping.reckoned(sweeping.keys)
    return Swept.joined(map(Swept.kept, sweeping.files))
