"""Questions about scores: the sheet, the cards and what stands on them, the ranking."""

from thidua.records.scores.queries.cards import (
    card_of,
    cards_of,
    cards_waiting,
    evidence_by_criterion,
    given_of,
    inputs_of,
    line_of_card,
)
from thidua.records.scores.queries.ranking import (
    Provisional,
    memberships_of,
    provisional_ranking,
    ranking_of,
    standings_of,
)
from thidua.records.scores.queries.record import record_of
from thidua.records.scores.queries.sheets import (
    LibrarySheet,
    adopted_sheet,
    indicator_faults,
    library_sheets,
    read_sheet,
    sheet_of,
)
from thidua.records.scores.queries.unfolding import Found, Unfolded, UnfoldedGroup, UnfoldedLine, unfold

__all__ = [
    "Found", "LibrarySheet", "Provisional", "Unfolded", "UnfoldedGroup", "UnfoldedLine", "adopted_sheet", "card_of",
    "cards_of", "cards_waiting", "evidence_by_criterion", "given_of", "indicator_faults", "inputs_of",
    "library_sheets", "line_of_card", "memberships_of", "provisional_ranking", "ranking_of", "read_sheet",
    "record_of", "sheet_of", "standings_of", "unfold",
]  # fmt: skip
