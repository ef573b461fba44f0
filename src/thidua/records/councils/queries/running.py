"""Questions about the running order: which item of the programme a line belongs to."""

from collections.abc import Sequence

from thidua.records.councils.models import ProgrammeItem, ScriptLine


def item_of(line: ScriptLine, items: Sequence[ProgrammeItem]) -> ProgrammeItem | None:
    """The item whose hours hold the line's minute; the one that begins there before the one that ends there."""
    return next((one for one in reversed(items) if one.starts_at <= line.at <= one.ends_at), None)
