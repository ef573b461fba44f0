"""Small drawings of figures: a line through the periods, a bar of a share. The figures stand beside them as text."""

from collections.abc import Sequence
from fractions import Fraction

from django.utils.safestring import SafeString, mark_safe

WIDE, HIGH = 100.0, 30.0


def spark(values: Sequence[Fraction | int | None], even: Fraction | int | None = None) -> SafeString:
    """A line through `values`, broken where one is missing; `even` is the level drawn dashed, such as 100 %."""
    known = [float(v) for v in [*values, even] if v is not None]
    if not known:
        return SafeString("")
    low, high = min(known), max(known)
    span = (high - low) or 1.0

    def y(value: float) -> float:
        return 2 + (HIGH - 4) * (1 - (value - low) / span) if high > low else HIGH / 2

    step = WIDE / max(len(values) - 1, 1)
    runs: list[list[str]] = [[]]
    for i, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{i * step:.1f},{y(float(value)):.1f}")
    lines = "".join(f'<polyline points="{" ".join(run)}"/>' for run in runs if run)
    level = f'<path class="even" d="M0 {y(float(even)):.1f}H{WIDE:.0f}"/>' if even is not None else ""
    box = f"-2 0 {WIDE + 4:.0f} {HIGH:.0f}"
    return mark_safe(  # noqa: S308  figures are our own
        f'<svg viewBox="{box}" preserveAspectRatio="none" aria-hidden="true">{level}{lines}</svg>'
    )


def share_bar(part: int, whole: int, gold: bool = False) -> SafeString:
    """A bar filled by `part` of `whole`; gold only where signatures or honours are counted."""
    share = 96 * min(part, whole) / whole if whole else 0
    return mark_safe(  # noqa: S308  figures are our own
        '<svg class="share" viewBox="0 0 96 8" aria-hidden="true"><rect class="all" width="96" height="8" rx="4"/>'
        f'<rect class="part{" gold" if gold else ""}" width="{share:.1f}" height="8" rx="4"/></svg>'
    )
