"""The ranking that the played season has locked: its rows against another program, its cards against the files."""

import pytest

from tests.demo.founding import BLOCS, table
from tests.demo.scoring import by_spreadsheet, founding_inputs, founding_sheets
from tests.oracle.spreadsheet import rounded
from tests.played import LAST_DAY
from thidua.base.days import instant
from thidua.core.points import to_stored
from thidua.core.workflow.stages import Stage
from thidua.records.journal.queries import first_faulty_line
from thidua.records.scores.models import Finding, Place, ScoreCard
from thidua.records.scores.queries import given_of, inputs_of, ranking_of, sheet_of, standings_of, unfold
from thidua.records.scores.steps.ranking import sealed
from thidua.records.seasons.models import BlocSeason


@pytest.fixture(autouse=True)
def on_the_last_day(stand_on):
    stand_on(LAST_DAY)


def bloc_at(slug):
    return BlocSeason.objects.get(bloc__slug=slug, season__emulation_year=2016)


def cards_of(slug):
    cards = ScoreCard.objects.filter(membership__bloc_season=bloc_at(slug))
    return {card.membership.unit.code: card for card in cards.select_related("membership__unit", "sheet")}


@pytest.mark.parametrize("slug", BLOCS)
def test_places_and_totals_of_the_rows_equal_those_of_a_spreadsheet(slug):
    rows = {row.membership.unit.code: (row.total, row.place) for row in ranking_of(bloc_at(slug)).places.all()}
    assert len(rows) == 11
    assert rounded(rows) == rounded(by_spreadsheet()[slug])


@pytest.mark.parametrize("slug", BLOCS)
def test_every_card_holds_what_the_files_say_before_and_after_verification(slug):
    own, verified = founding_inputs(verified=False)[slug], founding_inputs()[slug]
    for unit, card in cards_of(slug).items():
        sheet, lines = sheet_of(card.sheet), list(card.lines.all())
        assert sheet == founding_sheets()[slug]
        findings = Finding.objects.filter(line__card=card)
        typed = {line.criterion: given_of(sheet, line.criterion, line) for line in lines}
        assert typed == own[unit], unit
        counted = inputs_of(sheet, lines, findings)
        assert {code: (one.value, one.not_applicable) for code, one in counted.items()} == {
            code: (one.value, one.not_applicable) for code, one in verified[unit].items()
        }, unit


@pytest.mark.parametrize("slug", BLOCS)
def test_totals_on_cards_and_places_are_what_unfolds_from_them(slug):
    standings = standings_of(bloc_at(slug))
    for card in cards_of(slug).values():
        unfolded = unfold(card)
        assert card.self_total == unfolded.own.total
        assert card.verified_total == unfolded.counted.total == standings[card.membership_id].total
        assert (card.self_total_parts, card.verified_total_parts) == (
            to_stored(unfolded.own.total)[0], to_stored(unfolded.counted.total)[0],
        )  # fmt: skip
        place = Place.objects.get(membership=card.membership_id)
        assert (place.total, place.base, place.bonus, place.penalty) == (
            card.verified_total, unfolded.counted.base, unfolded.counted.bonus, unfolded.counted.penalty,
        )  # fmt: skip
        assert all(line.evidence for line in unfolded.lines.values() if line.criterion.evidence_required)


@pytest.mark.parametrize("slug", BLOCS)
def test_the_ranking_is_locked_and_sealed_before_the_morning_of_the_review(slug):
    bloc, told = bloc_at(slug), table("scoring.yaml")["blocs"][slug]
    ranking = ranking_of(bloc)
    assert bloc.at_stage is Stage.VERIFYING
    assert ranking.locked_at < instant(LAST_DAY, 7, 30)
    assert ranking.seal == sealed(ranking)
    assert ranking.sheet.code == told["sheet"]
    assert str(ranking.sheet.issued_by.number) == told["issued"]["number"]


def test_the_journal_of_the_whole_season_holds():
    assert first_faulty_line() is None
