"""One thing that was found."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.workflow.handing_over import ItemKind
from thidua.records.journal.models import HasToken


@dataclass(frozen=True)
class Found:
    """`row` is what it was gathered from; `place` and `slugs` name its page, as in tasks; `lines` stand under it."""

    kind: ItemKind
    what: Sentence
    row: HasToken
    place: str
    slugs: tuple[str, ...]
    lines: tuple[str, ...] = ()

    @property
    def source(self) -> tuple[str, str]:
        """What tells whether it was gathered before, whatever it counts by now."""
        return self.what.key, self.row.token
