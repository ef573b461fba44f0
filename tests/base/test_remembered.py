from tests.factories.seasons import NOON, TODAY, a_key, a_season
from thidua.base.remembered import remembered, remembering
from thidua.records.seasons.actions.planning import give_role
from thidua.records.seasons.queries.frame import roles_of


def test_a_request_asks_once_for_the_same_and_again_for_another():
    asked = []

    @remembered
    def question(what, *, on):
        asked.append((what, on))
        return len(asked)

    with remembering():
        assert (question("a", on=1), question("a", on=1), question("b", on=1), question("a", on=2)) == (1, 1, 2, 3)
    with remembering():
        assert question("a", on=1) == 4


def test_outside_a_request_nothing_is_remembered():
    asked = []
    question = remembered(lambda: asked.append(None))
    question()
    question()
    assert len(asked) == 2


def test_what_an_act_changed_is_asked_anew_after_it(db, django_assert_num_queries):
    world = a_season()
    leader = world.leaders[1]
    with remembering():
        before = roles_of(leader, world.season, on=TODAY)
        with django_assert_num_queries(0):
            assert roles_of(leader, world.season, on=TODAY) == before
        give_role(
            world.season, role="deputy", person=world.units[1].posts.get(person=leader.person).person,
            unit=world.units[1], from_on=None, by=world.head, at=NOON, key=a_key(),
        )  # fmt: skip
        assert roles_of(leader, world.season, on=TODAY) == before | {"deputy"}
