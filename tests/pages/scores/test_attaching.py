"""Evidence kept once, as the browser puts it beside many criteria of a card."""

import pytest
from django.urls import reverse

from tests.factories.results import the_line, the_report
from tests.factories.scores import OCTOBER, a_season_scoring, the_card
from tests.factories.seasons import World, a_key
from tests.pages.clients import client_of
from thidua.records.papers.models import Paper

TYPED = {"number": "12/BC", "dated_on": "1/4/2016", "issuer": "Sở Tư pháp", "title": "Báo cáo quý I"}


@pytest.fixture(autouse=True)
def in_october(settings):
    settings.DEMO_DAY = OCTOBER.date()


@pytest.fixture
def world(db) -> World:
    return a_season_scoring(3)


def page_of(world: World, name: str = "attach_line_evidence") -> str:
    return reverse(name, args=(*world.bloc.slugs, world.units[1].slug))


def test_a_paper_goes_beside_all_chosen_criteria_and_the_card_leads_there(world):
    client = client_of(world.officers[1])
    assert page_of(world) in client.get(page_of(world, "score_card")).content.decode()
    answer = client.post(page_of(world), {"key": a_key(), "line": ["A.1", "A.4"], **TYPED})
    assert (answer.status_code, answer["Location"]) == (303, page_of(world, "score_card"))
    paper = Paper.objects.get(number="12/BC")
    assert the_card(world, 1).lines.filter(evidence__paper=paper).count() == 2


def test_a_signed_result_goes_beside_many_criteria(world):
    result = the_line(the_report(world), "cuoc")
    client = client_of(world.officers[1])
    assert f'name="result" value="{result.public_id}"' in client.get(page_of(world)).content.decode()
    answer = client.post(page_of(world), {"key": a_key(), "line": ["A.1", "A.4"], "result": [result.public_id]})
    assert answer.status_code == 303
    assert the_card(world, 1).lines.filter(evidence__result=result).count() == 2


def test_a_refused_form_keeps_what_was_ticked(world):
    answer = client_of(world.officers[1]).post(page_of(world), {"key": a_key(), "line": ["A.4"]})
    assert answer.status_code == 422
    assert 'value="A.4" checked' in answer.content.decode()


def test_another_unit_reads_neither_card_nor_papers(world):
    answer = client_of(world.officers[2]).get(page_of(world))
    assert answer.status_code == 422
    assert 'name="paper"' not in answer.content.decode()
