"""Two observers who save the first draft of an evaluation at one instant: none of what either typed is lost."""

import pytest

from tests.factories.evaluations import a_ranked_season, an_observer
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from tests.together import queued
from thidua.core.workflow.evaluating import Section
from thidua.records.conduct.models import Evaluation
from thidua.records.seasons.models import Season

pytestmark = pytest.mark.both

PAGE, SAVE = "/cum-thu/nam-2016/danh-gia", "/cum-thu/nam-2016/danh-gia/luu"
TYPED = (
    {"rating": "HTT", "new": "Mười nội dung trọng tâm", "number": "112/NX-BTP"},
    {"rating": "HTXS", "new": "Không khoán chỉ tiêu", "left": "Báo cáo quý gửi muộn"},
)


def test_of_two_first_savers_the_second_sees_both_versions_field_by_field(own_database):
    world = a_ranked_season()
    clients = [client_of(an_observer(world, place)) for place in (1, 2)]
    forms = [form_on(client.get(PAGE).content, SAVE) | typed for client, typed in zip(clients, TYPED, strict=True)]

    def saves(place):
        return lambda: clients[place].post(SAVE, forms[place] | {"key": a_key()})

    answers = queued(Season.objects.all(), saves(0), saves(1))
    assert sorted(answer.status_code for answer in answers) == [303, 422]
    late = next(place for place in (0, 1) if answers[place].status_code == 422)
    shown, first, second = answers[late].content.decode(), TYPED[1 - late], TYPED[late]
    for text in (first["new"], second["new"]):
        assert text in shown
    one = Evaluation.objects.get()
    assert [point.text for point in one.points.filter(section=Section.NEW)] == [first["new"]]

    # What only one of them has filled in stands already; where both did, the second chooses.
    again = form_on(answers[late].content, SAVE)
    assert {name: again[name] for name in first if name != "new" and name not in second} == {
        name: text for name, text in first.items() if name != "new" and name not in second
    }
    chosen = {"choose-new": "mine", "choose-rating": "theirs", "key": a_key()}
    assert clients[late].post(SAVE, again | chosen).status_code == 303
    one.refresh_from_db()
    assert one.rating == first["rating"]
    assert [point.text for point in one.points.filter(section=Section.NEW)] == [second["new"]]
    assert one.number == "112/NX-BTP"
    assert [point.text for point in one.points.filter(section=Section.LEFT)] == ["Báo cáo quý gửi muộn"]
