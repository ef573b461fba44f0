"""What is reckoned of everybody in parts of some thousand, each done soon and kept until the journal goes on."""

import hashlib
import shutil
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import ClassVar, Protocol

import thidua
from thidua.base import places
from thidua.base.law import law
from thidua.core.law.history import Asked, Kind
from thidua.core.law.texts import Text
from thidua.figures.sweeps.reckoning import keys_in
from thidua.figures.sweeps.scope import Scope
from thidua.figures.sweeps.swept import Array

PART = 20_000  # people
ANSWERS_KEPT = 8


class Keeps(Protocol):
    def keep(self, file: Path) -> None: ...


@dataclass(frozen=True)
class InParts:
    """Of a scope, as the journal stands: whatever is written after it makes another one.

    `road`: by whose own texts, "" by the nation's alone; None, and for who has no such road, by the own first.
    """

    ending: ClassVar[str] = ".npz"

    scope: Scope
    kind: Kind
    asked: Asked
    journal: str
    road: str | None = None

    @property
    def everybody(self) -> int:
        return len(self.keys)

    @property
    def parts(self) -> int:
        return max(1, -(-self.everybody // PART)) if self.kind is Kind.INDIVIDUAL else 1

    @property
    def done(self) -> int:
        """How many parts are there: of what has one part nothing has to be waited for."""
        return self.parts if self.parts == 1 else sum(file.exists() for file in self.files)

    @property
    def is_done(self) -> bool:
        return self.done == self.parts

    def go_on(self) -> None:
        """The next part, unless all are done."""
        missing = [] if self.parts == 1 else [part for part, file in enumerate(self.files) if not file.exists()]
        for part in missing[:1]:
            _make_room(self._folder)
            self.reckoned(self.split[part]).keep(self.files[part])

    @property
    def split(self) -> Sequence[Array]:
        """The keys of each part, in ascending order."""
        return [self.keys] if self.parts == 1 else [self.keys[part * PART :][:PART] for part in range(self.parts)]

    @property
    def files(self) -> Sequence[Path]:
        """Where each part is kept."""
        return [self._folder / f"{part}{self.ending}" for part in range(self.parts)]

    @abstractmethod
    def reckoned(self, keys: Array) -> Keeps:
        """Of some, whose keys stand in ascending order."""

    @property
    def besides(self) -> str:
        """What else makes it another one."""
        return ""

    @property
    def keys(self) -> Array:
        return _keys_in(self.scope, self.kind, self.asked, self.journal)

    @cached_property
    def _folder(self) -> Path:
        asked = f"{self.journal} {self.scope} {self.kind} {self.asked} {self.road} {type(self).__name__} {self.besides}"
        whole = f"{thidua.__version__} {hashes(law().texts.values())} {asked}"
        return places.sweeps_folder() / hashlib.sha256(whole.encode()).hexdigest()[:32]


def hashes(texts: Iterable[Text]) -> str:
    return "".join(text.hash for text in texts)


@lru_cache(maxsize=ANSWERS_KEPT)
def _keys_in(scope: Scope, kind: Kind, asked: Asked, journal: str) -> Array:
    """`journal` only says for how long they hold."""
    return keys_in(scope, kind, asked)


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
