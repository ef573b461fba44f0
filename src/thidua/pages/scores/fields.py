"""The fields of a card's form as the card fills them now, for a second saver to compare."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thidua.core.scoring import Criterion, InputKind
from thidua.core.scoring.formulas import Judged, Levels
from thidua.pages.scores.methods import named, no_case
from thidua.pages.scores.rows import written
from thidua.pages.shared.clash import Field
from thidua.records.scores.queries import Unfolded


def fields_of(unfolded: Unfolded) -> Iterator[Field]:
    """Input, "không phát sinh" and reason of every criterion that a person fills in."""
    for line in unfolded.lines.values():
        if line.row.from_results:
            continue
        criterion, given = line.criterion, line.own.given
        code, about = criterion.code, f"{criterion.code}. {named(criterion.name)}"
        yield Field(f"given-{code}", _("Số liệu"), written(given.value), _words(criterion), about)
        if no_case(criterion):
            ticked = "1" if given.not_applicable else ""
            yield Field(f"none-{code}", _("không phát sinh"), ticked, {"1": _("có đánh dấu")}, about)
        if isinstance(criterion.formula, Judged):
            yield Field(f"reason-{code}", _("Lý do"), line.row.reason, about=about)


def _words(criterion: Criterion) -> dict[str, str]:
    """How the codes of a choice read; none for a figure."""
    if criterion.formula.asks is InputKind.YES_NO:
        return {"yes": _("có, hoặc đạt"), "no": _("không, hoặc chưa đạt")}
    if isinstance(criterion.formula, Levels):
        return {level.code: named(level.name) for level in criterion.formula.levels}
    return {}
