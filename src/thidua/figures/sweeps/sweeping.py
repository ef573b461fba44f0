"""A sweep in parts of some thousand people, each done within a second and kept until the journal goes on."""

import hashlib
import shutil
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import thidua
from thidua.base import places
from thidua.base.law import law
from thidua.core.law.history import Asked, Kind
from thidua.figures.sweeps.reckoning import keys_in, reckoned
from thidua.figures.sweeps.scope import Scope
from thidua.figures.sweeps.swept import Array, Swept
from thidua.records.journal.queries import newest_hash

PART = 20_000  # people
ANSWERS_KEPT = 8


@dataclass(frozen=True)
class Sweeping:
    """Of a scope, as the journal stands: whatever is written after it makes another one.

    `road`: by whose own texts, "" by the nation's alone; None, and for who has no such road, by the own first.
    """

    scope: Scope
    kind: Kind
    asked: Asked
    journal: str
    road: str | None = None

    @classmethod
    def now(cls, scope: Scope, kind: Kind, asked: Asked, road: str | None = None) -> "Sweeping":
        return cls(scope, kind, asked, newest_hash(), road)

    @property
    def everybody(self) -> int:
        return len(_keys(self))

    @property
    def parts(self) -> int:
        return max(1, -(-self.everybody // PART)) if self.kind is Kind.INDIVIDUAL else 1

    @property
    def done(self) -> int:
        """How many parts are there: of a sweep of one part nothing has to be waited for."""
        return self.parts if self.parts == 1 else sum(self._file(part).exists() for part in range(self.parts))

    @property
    def is_done(self) -> bool:
        return self.done == self.parts

    def go_on(self) -> None:
        """The next part, unless all are done."""
        missing = [] if self.parts == 1 else [part for part in range(self.parts) if not self._file(part).exists()]
        for part in missing[:1]:
            _make_room(self._folder)
            self._reckoned(part).keep(self._file(part))

    def swept(self) -> Swept:
        """The whole answer, once all parts are done."""
        return _answer(self)

    def parts_kept(self) -> list[Swept]:
        return [Swept.kept(self._file(part)) for part in range(self.parts)]

    def _reckoned(self, part: int) -> Swept:
        keys = _keys(self) if self.parts == 1 else _keys(self)[part * PART : (part + 1) * PART]
        return reckoned(keys, self.scope, self.kind, self.asked, self.road)

    @cached_property
    def _folder(self) -> Path:
        texts = "".join(text.hash for text in law().texts.values())
        asked = f"{thidua.__version__} {texts} {self.journal} {self.scope} {self.kind} {self.asked} {self.road}"
        return places.sweeps_folder() / hashlib.sha256(asked.encode()).hexdigest()[:32]

    def _file(self, part: int) -> Path:
        return self._folder / f"{part}.npz"


@lru_cache(maxsize=ANSWERS_KEPT)
def _keys(sweeping: Sweeping) -> Array:
    return keys_in(sweeping.scope, sweeping.kind, sweeping.asked)


@lru_cache(maxsize=ANSWERS_KEPT)
def _answer(sweeping: Sweeping) -> Swept:
    if sweeping.parts == 1:
        return sweeping._reckoned(0)
    return Swept.joined(sweeping.parts_kept())


def _make_room(folder: Path) -> None:
    """For one answer more; of the others the newest stay."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in sorted(folder.parent.iterdir(), key=_written_at, reverse=True)[ANSWERS_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _written_at(folder: Path) -> float:
    """When something was put into it last; nought where another process has made room of it meanwhile."""
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:
        return 0
