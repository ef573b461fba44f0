"""Scoring: sheets as data, cards reckoned exactly, places by total.

sheet = parse(text)
card = score(sheet, prefill(sheet, facts) | entered)
places = rank({unit: card.standing for unit, card in cards.items()}, tie_breaks=sheet.tie_breaks)
"""

from thidua.core.names import Name
from thidua.core.scoring.card import Card, GroupSum, Line, line_of, score
from thidua.core.scoring.parse import parse
from thidua.core.scoring.prefill import Fact, prefill
from thidua.core.scoring.ranking import FEWER_PENALTIES, Place, Standing, rank
from thidua.core.scoring.sheet import Criterion, FromIndicator, Group, GroupKind, NotApplicable, Sheet, Take
from thidua.core.scoring.values import Given, InputKind, Precise, as_written, from_written

__all__ = [
    "FEWER_PENALTIES", "Card", "Criterion", "Fact", "FromIndicator", "Given", "Group", "GroupKind", "GroupSum",
    "InputKind", "Line", "Name", "NotApplicable", "Place", "Precise", "Sheet", "Standing", "Take", "as_written",
    "from_written", "line_of", "parse", "prefill", "rank", "score",
]  # fmt: skip
