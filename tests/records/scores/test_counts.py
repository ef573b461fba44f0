"""The same number of queries for 22 units and for 700, and for one card whatever hangs on it."""

import pytest

from tests.factories.scores import (
    AN_EVIDENCE,
    DECEMBER,
    TOTAL,
    a_finding,
    a_season_scoring,
    a_season_verifying,
    a_signed_card,
    a_wide_bloc_verified,
    the_card,
    the_member,
    the_row,
    verified,
)
from tests.factories.seasons import a_key
from thidua.core.scoring import Given
from thidua.records.scores.actions import add_line_evidence, lock_ranking
from thidua.records.scores.models import Place
from thidua.records.scores.queries import card_of, cards_of, provisional_ranking, ranking_of, standings_of, unfold

pytestmark = pytest.mark.both


@pytest.mark.parametrize("members", [22, 700])
def test_cards_and_rankings_take_as_many_queries_for_700_units_as_for_22(db, django_assert_num_queries, members):
    world = a_wide_bloc_verified(members)
    with django_assert_num_queries(1):
        assert len({card.membership.unit.name for card in cards_of(world.bloc)}) == members
    with django_assert_num_queries(4):
        assert len(standings_of(world.bloc)) == members
    with django_assert_num_queries(8):
        now = provisional_ranking(world.bloc)
        assert {now.members[one.unit].unit.name for one in now.places if one.place}
    assert not now.waiting
    ranking = lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())
    assert Place.objects.filter(ranking=ranking).count() == members
    with django_assert_num_queries(2):
        rows = list(ranking_of(world.bloc).places.all())
        assert len({row.membership.unit.name for row in rows}) == members
    found = -(-members // 10)
    assert [row.place for row in rows] == [1] * (members - found) + [members - found + 1] * found


def read_whole(card):
    """The unfolded card, every paper and period on it read, as a page would."""
    shown = unfold(card)
    for line in shown.lines.values():
        assert all(str(one.paper) for one in (*line.evidence, *(found.finding for found in line.found)))
        assert all(result.report.period.name and list(result.evidence.all()) == [] for result in line.results)
    return shown


def test_a_card_unfolds_in_six_queries(db, django_assert_num_queries):
    bare = a_season_scoring(2)
    a_signed_card(bare)
    card = card_of(the_member(bare))
    with django_assert_num_queries(6):
        assert read_whole(card).counted.total == TOTAL


def test_findings_on_a_card_cost_no_query_more(db, django_assert_num_queries):
    world = a_season_verifying(2)
    for points in (8, 7):
        a_finding(world, given=Given(points))
    a_finding(world, criterion="T.1", given=Given(True))
    verified(world)
    card = card_of(the_member(world))
    with django_assert_num_queries(6):
        assert read_whole(card).counted.total == TOTAL + 5 - 2


def test_evidence_beside_every_line_costs_no_query_more(db, django_assert_num_queries):
    world = a_season_scoring(2)
    for row in the_card(world).lines.all():
        add_line_evidence(
            the_row(the_card(world), row.criterion), shown=AN_EVIDENCE, by=world.officers[1], at=DECEMBER, key=a_key()
        )
    card = card_of(the_member(world))
    with django_assert_num_queries(6):
        assert all(line.evidence for line in read_whole(card).lines.values())
