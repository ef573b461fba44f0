"""Evidence kept once, as the browser puts it beside many lines of a report."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.results import a_saved_report, a_season_of_results, the_report
from tests.factories.seasons import World, a_key
from tests.pages.clients import client_of
from tests.pages.results.addresses import address
from thidua.records.papers.models import Paper
from thidua.records.results.models import Evidence

PAGE = "gan-minh-chung"
TYPED = {"number": "12/BC", "dated_on": "1/4/2016", "issuer": "Sở Tư pháp", "title": "Báo cáo quý I"}


@pytest.fixture(autouse=True)
def in_april(settings):
    settings.DEMO_DAY = date(2016, 4, 5)


@pytest.fixture
def world(db) -> World:
    world = a_season_of_results()
    a_saved_report(world)
    return world


def sent(world: World, place: int = 1, **form):
    return client_of(world.officers[1]).post(address(world, place, PAGE), {"key": a_key(), **form})


def test_a_new_paper_and_one_that_is_there_go_beside_all_chosen_lines(world):
    answer = sent(world, line=["cuoc", "ty-le"], **TYPED)
    assert (answer.status_code, answer["Location"]) == (303, address(world, 1))
    paper = Paper.objects.get(number="12/BC")
    assert (paper.issuer, paper.evidence.count()) == ("Sở Tư pháp", 2)
    sent(world, line=["luy-ke"], paper=[paper.public_id])
    assert (Paper.objects.filter(number="12/BC").count(), paper.evidence.count()) == (1, 3)
    page = client_of(world.officers[1]).get(address(world, 1, PAGE)).content.decode()
    assert "đang dùng cho 3 dòng" in page


def test_a_refused_form_keeps_what_was_ticked_and_typed(world):
    answer = sent(world, **TYPED)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Chưa chọn dòng nào" in page
    assert 'value="12/BC"' in page
    answer = sent(world, line=["cuoc"])
    assert "Chưa chọn minh chứng nào" in answer.content.decode()
    assert 'value="cuoc" checked' in answer.content.decode()


def test_a_paper_of_another_unit_is_not_offered_and_not_taken(world):
    sent(world, line=["cuoc"], **TYPED)
    other = Paper.objects.create(unit=world.units[2], title="Của đơn vị khác", number="1/X", dated_on=date(2016, 4, 1))
    assert "Của đơn vị khác" not in client_of(world.officers[1]).get(address(world, 1, PAGE)).content.decode()
    assert sent(world, line=["luy-ke"], paper=[other.public_id]).status_code == 422
    assert not Evidence.objects.filter(paper=other).exists()


def test_papers_are_found_by_number_name_and_issuer(world):
    sent(world, line=["cuoc"], **TYPED)
    for wanted, is_there in {"12/BC": True, "quý I": True, "Sở Tư pháp": True, "99/QĐ": False}.items():
        page = client_of(world.officers[1]).get(address(world, 1, PAGE), {"tim": wanted}).content.decode()
        assert ('name="paper"' in page) is is_there


def test_who_only_reads_the_report_is_told_why_not(world):
    report = the_report(world, 1)
    answer = client_of(world.secretary).get(address(world, 1, PAGE))
    assert answer.status_code == 422
    assert "nên tự thêm hoặc rút minh chứng" in answer.content.decode()
    at_report = reverse("report", args=(*world.bloc.slugs, report.period.slug, world.units[1].slug))
    assert PAGE not in client_of(world.secretary).get(at_report).content.decode()
    assert PAGE in client_of(world.officers[1]).get(at_report).content.decode()


def test_three_papers_take_as_many_queries_as_one(world, django_assert_max_num_queries):
    client, counts = client_of(world.officers[1]), []
    for number in ("1/BC", "2/BC", "3/BC"):
        sent(world, line=["cuoc", "luy-ke"], **(TYPED | {"number": number}))
        with django_assert_max_num_queries(40) as asked:
            client.get(address(world, 1, PAGE))
        counts.append(len(asked))
    assert len(set(counts)) == 1
