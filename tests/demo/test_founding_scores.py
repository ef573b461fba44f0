"""The cards of the founding season: complete, backed by papers, verified, and ranked as a spreadsheet ranks them."""

from collections import Counter
from functools import cache

import pytest

from tests.demo.founding import BLOCS, bloc_of, day, rows
from tests.demo.scoring import NO_CASE, by_spreadsheet, founding_inputs, founding_sheets, given_of, units_of
from tests.oracle.spreadsheet import rounded
from thidua.core.scoring import Card, Criterion, InputKind, Place, line_of, rank, score

EVIDENCE = ("evidence_number", "evidence_date", "evidence_title")
FINDING = ("verified_given", "verified_reason", "verified_paper_number", "verified_paper_date", "verified_paper_title")
TYPED, FOUND = (
    [row for row in rows("scores.csv") if row["given"]],
    [row for row in rows("scores.csv") if row["verified_given"]],
)


def criterion_of(row: dict[str, str]) -> Criterion:
    return founding_sheets()[bloc_of()[row["unit"]]].criterion(row["criterion"])


def card_dates() -> dict[str, dict[str, str]]:
    return {row["unit"]: row for row in rows("score_cards.csv")}


@cache
def cards(bloc: str, *, verified: bool = True) -> dict[str, Card]:
    inputs = founding_inputs(verified=verified)[bloc]
    return {unit: score(founding_sheets()[bloc], given) for unit, given in inputs.items()}


def ranking(bloc: str, *, verified: bool = True) -> list[Place[str]]:
    standings = {unit: card.standing for unit, card in cards(bloc, verified=verified).items()}
    return rank(standings, tie_breaks=founding_sheets()[bloc].tie_breaks)


def test_each_unit_answers_every_criterion_that_is_not_filled_in_from_results() -> None:
    asked = [
        (unit, one.code)
        for bloc, sheet in founding_sheets().items()
        for unit in units_of(bloc)
        for one in sheet.criteria()
        if one.source is None
    ]

    assert sorted((row["unit"], row["criterion"]) for row in TYPED) == sorted(asked)
    assert len(asked) == 22 * 15


def test_no_criterion_of_a_unit_stands_twice_and_the_rest_was_filled_in_and_changed() -> None:
    listed = [(row["unit"], row["criterion"]) for row in rows("scores.csv")]
    others = [row for row in rows("scores.csv") if not row["given"]]

    assert len(set(listed)) == len(listed)
    assert others
    for row in others:
        assert criterion_of(row).source is not None
        assert row["verified_given"]
        assert not any(row[column] for column in ("reason", *EVIDENCE))


@pytest.mark.parametrize("bloc", BLOCS)
@pytest.mark.parametrize("verified", [False, True])
def test_every_card_is_whole_and_between_176_and_198_points(bloc: str, verified: bool) -> None:
    for unit, card in cards(bloc, verified=verified).items():
        assert card.missing == (), unit
        assert 176 <= card.total <= 198, unit


def test_whoever_gives_less_than_all_points_says_why() -> None:
    for row in TYPED:
        criterion = criterion_of(row)
        given = given_of(criterion, row["given"], row["reason"])
        points = line_of(founding_sheets()[bloc_of()[row["unit"]]], criterion, given).points
        if points < criterion.maximum or criterion.formula.asks is InputKind.POINTS:
            assert row["reason"].endswith("."), row


def test_what_was_typed_has_evidence_from_before_it_was_handed_in() -> None:
    for row in TYPED:
        assert all(row[column] for column in EVIDENCE), row
        assert "2016-01-04" <= row["evidence_date"] <= card_dates()[row["unit"]]["submitted_on"], row
        assert day(row["evidence_date"]).weekday() < 5, row


def test_a_paper_of_a_unit_has_one_date_and_one_title() -> None:
    papers: dict[tuple[str, str], set[tuple[str, str]]] = {}
    columns = {
        "scores.csv": "evidence",
        "results.csv": "evidence",
        "reports.csv": "paper",
        "registrations.csv": "paper",
        "score_cards.csv": "paper",
    }
    for name, kind in columns.items():
        for row in rows(name):
            if number := row[f"{kind}_number"]:
                about = (row[f"{kind}_date"], row[f"{kind}_title"])
                papers.setdefault((row["unit"], number), set()).add(about)

    assert {paper: about for paper, about in papers.items() if len(about) > 1} == {}


def test_papers_of_one_kind_are_numbered_in_the_order_of_their_days() -> None:
    kinds: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for row in TYPED:
        number, _, symbol = row["evidence_number"].partition("/")
        kinds.setdefault((row["unit"], symbol), set()).add((row["evidence_date"], int(number)))

    for listed in kinds.values():
        numbers = [number for _, number in sorted(listed)]
        assert numbers == sorted(set(numbers))


def test_a_change_by_verification_has_reason_and_paper_of_a_day_before_it_ended() -> None:
    for row in FOUND:
        assert all(row[column] for column in FINDING), row
        assert row["verified_paper_date"] <= card_dates()[row["unit"]]["verified_on"], row
    assert {row["unit"] for row in rows("scores.csv") if any(row[column] for column in FINDING)} == {
        row["unit"] for row in FOUND
    }


@pytest.mark.parametrize("bloc", BLOCS)
def test_verification_lowers_some_lines_raises_others_and_changes_one_from_results(bloc: str) -> None:
    before, after = cards(bloc, verified=False), cards(bloc)
    changes = Counter(
        (new.points > old.points) - (new.points < old.points)
        for unit in before
        for old, new in zip(before[unit].lines, after[unit].lines, strict=True)
    )

    assert changes[-1] >= 2
    assert changes[1] >= 1
    assert changes[1] + changes[-1] == len([row for row in FOUND if bloc_of()[row["unit"]] == bloc])
    assert any(criterion_of(row).source for row in FOUND if bloc_of()[row["unit"]] == bloc)


def test_both_ways_of_having_no_case_occur() -> None:
    ways = {criterion_of(row).not_applicable.value for row in TYPED if row["given"] == NO_CASE}

    assert ways == {"full", "excluded"}


def test_exactly_on_a_strict_edge_nam_dinh_first_had_the_lower_step() -> None:
    (row,) = [row for row in FOUND if (row["unit"], row["criterion"]) == ("STP-ND", "A.VIII.2")]
    before, after = (
        next(line.points for line in card["STP-ND"].lines if line.criterion.code == "A.VIII.2")
        for card in (cards("so-tu-phap", verified=False), cards("so-tu-phap"))
    )

    assert (row["given"], before, after) == ("95", 7, 10)


def test_two_departments_of_justice_share_the_second_place() -> None:
    places = [(one.unit, one.place, one.shares) for one in ranking("so-tu-phap")]

    assert places[:4] == [
        ("STP-HP", 1, False),
        ("STP-ND", 2, True),
        ("STP-QN", 2, True),
        ("STP-NB", 4, False),
    ]
    assert cards("so-tu-phap")["STP-ND"].total == cards("so-tu-phap")["STP-QN"].total == 195
    assert [place for _, place, _ in places] == [1, 2, 2, 4, 5, 6, 7, 8, 9, 10, 11]


def test_verification_moves_the_first_place_of_enforcement() -> None:
    by_themselves, verified = ranking("thads", verified=False), ranking("thads")

    assert (by_themselves[0].unit, verified[0].unit) == ("THADS-TB", "THADS-VP")
    assert [one.place for one in verified] == list(range(1, 12))


def test_totals_and_places_equal_those_of_a_spreadsheet() -> None:
    for bloc in BLOCS:
        by_core = {one.unit: (one.total, one.place) for one in ranking(bloc)}
        assert rounded(by_core) == rounded(by_spreadsheet()[bloc])
