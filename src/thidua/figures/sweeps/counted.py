"""What a draft changes for some of those asked about, kept in a file until the other parts are there."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from thidua.core.law.sweep.whatif import Change, Changed
from thidua.core.law.verdicts import Verdict


@dataclass(frozen=True)
class Counted:
    awards: Mapping[str, Changed]

    @classmethod
    def joined(cls, parts: Iterable["Counted"], *, named: int) -> "Counted":
        """Of each award at most `named` who gain and as many who lose stay known by key."""
        found: dict[str, Changed] = {}
        for part in parts:
            for award, changed in part.awards.items():
                if award in found:
                    found[award].join(changed, named=named)
                else:
                    found[award] = changed
        return cls(found)

    def keep(self, file: Path) -> None:
        """Whole or not at all, and under a name of its own until it is whole, as `Swept.keep`."""
        with NamedTemporaryFile("w", dir=file.parent, prefix=file.stem, suffix=".part", delete=False) as out:
            json.dump([_written(one) for one in self.awards.values()], out)
        Path(out.name).replace(file)

    @classmethod
    def kept(cls, file: Path) -> "Counted":
        return cls({row["award"]: _read(row) for row in json.loads(file.read_text(encoding="utf-8"))})


def _written(one: Changed) -> dict[str, Any]:
    return vars(one) | {
        "changes": [[*change, number] for change, number in one.changes.items()],
        "gainers": [[key, *change] for key, change in one.gainers.items()],
        "losers": [[key, *change] for key, change in one.losers.items()],
    }


def _read(row: dict[str, Any]) -> Changed:
    changes = Counter({_change(then, now): number for then, now, number in row["changes"]})
    known = {name: {key: _change(then, now) for key, then, now in row[name]} for name in ("gainers", "losers")}
    return Changed(**row | {"changes": changes} | known)


def _change(then: str, now: str) -> Change:
    return Verdict(then), Verdict(now)
