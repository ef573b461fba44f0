"""A question written once says what the same question says that is written anew each time."""

import itertools
from datetime import UTC, date, datetime
from typing import get_args, get_type_hints

import pytest
from django.db import connection, transaction
from django.db.models import Count, Model, Q, QuerySet
from django.urls import get_resolver

from tests.factories.seasons import a_season
from thidua.base.prepared import MOST, QUESTIONS, prepared
from thidua.records.directory.models import Unit
from thidua.records.directory.queries import in_force
from thidua.records.journal.models import Entry
from thidua.records.seasons.models import SeasonRole

pytestmark = pytest.mark.both
ON, BEFORE = date(2016, 3, 1), date(1990, 1, 1)


def parts_as_written(*, people: list[int], role: str, on: date) -> QuerySet:
    return (
        SeasonRole.objects.filter(in_force(on), person__in=people, role=role).order_by("pk").values_list("pk", "role")
    )


@pytest.fixture
def roles(db) -> list[SeasonRole]:
    a_season()
    return list(SeasonRole.objects.order_by("pk"))


def test_it_answers_as_the_query_does_for_every_value(roles):
    parts = prepared(parts_as_written)
    people = [one.person_id for one in roles]
    asked = [
        (found, role, on)
        for found in (people, people[:1], people[-1:], [0], [])
        for role in ("head", "secretariat", "x")
        for on in (ON, BEFORE)
    ]
    answers = [parts(people=found, role=role, on=on) for found, role, on in asked]
    assert answers == [list(parts_as_written(people=found, role=role, on=on)) for found, role, on in asked]
    assert any(answers)
    assert not all(answers)


def test_its_statement_is_written_once_for_each_number_of_values(roles):
    written: list[int] = []

    def noted(*, people: list[int], role: str, on: date) -> QuerySet:
        written.append(len(people))
        return parts_as_written(people=people, role=role, on=on)

    parts = prepared(noted)
    for people in ([1], [2], [1, 2], [3, 4], [5]):
        parts(people=people, role="head", on=ON)
    assert written == [1, 2]


def test_a_long_list_is_asked_without_being_kept(roles):
    parts, people = prepared(parts_as_written), [one.person_id for one in roles] * MOST
    assert parts(people=people, role="head", on=ON) == list(parts_as_written(people=people, role="head", on=ON)) != []


def test_one_question_is_one_query(roles, django_assert_num_queries):
    parts = prepared(parts_as_written)
    for _ in range(2):
        with django_assert_num_queries(1):
            parts(people=[roles[0].person_id], role=roles[0].role, on=ON)


def test_rows_of_a_model_come_as_ever_with_what_hangs_on_them(roles, django_assert_num_queries):
    def held(*, role: str, on: date) -> QuerySet[SeasonRole]:
        found = SeasonRole.objects.filter(in_force(on), role=role).select_related("person", "season__cluster")
        return found.annotate(others=Count("season__roles")).order_by("pk")

    asked = prepared(held)
    for _ in range(2):
        with django_assert_num_queries(1):
            [one, *more] = asked(role="head", on=ON)
            assert all((one.person.full_name, one.season.cluster.slug))
        [same, *as_many] = held(role="head", on=ON)
        assert len(more) == len(as_many)
        assert [vars_of(each) for each in (one, one.person, one.season.cluster)] == [
            vars_of(each) for each in (same, same.person, same.season.cluster)
        ]
    one.save()  # as any other row


def vars_of(row: Model) -> dict[str, object]:
    return {name: value for name, value in vars(row).items() if name != "_state"}


def test_tuples_hold_what_the_fields_make_of_it(roles):
    def lines(*, kind: str) -> QuerySet:
        return Entry.objects.filter(kind=kind).values_list("at", "subjects", "seq")

    kind = Entry.objects.latest("seq").kind
    assert prepared(lines)(kind=kind) == list(lines(kind=kind)) != []


def test_in_whatever_order_it_is_asked(roles):
    parts = prepared(parts_as_written)
    people = [one.person_id for one in roles]
    first = parts(people=people, role="head", on=ON)
    assert parts(on=ON, role="head", people=people) == first != []


def test_a_value_that_the_database_would_not_get_as_given_is_refused(db):
    @prepared
    def named(*, part: str) -> QuerySet:
        return Unit.objects.filter(name__contains=part).values_list("pk")

    with pytest.raises(RuntimeError, match="named: the values"):
        named(part="Sở")


@pytest.mark.parametrize("value", [True, None, datetime(2016, 3, 1, 9, tzinfo=UTC), 1.5])
def test_a_value_of_another_kind_is_refused_whatever_was_asked_before(db, value):
    @prepared
    def some(*, value: int) -> QuerySet:
        return Unit.objects.filter(Q(pk=value)).values_list("pk")

    some(value=1)
    with pytest.raises(TypeError):
        some(value=value)


@pytest.mark.parametrize("named", [{}, {"value": 1, "other": 2}, {"other": 1}])
def test_it_is_asked_with_its_own_names_only(db, named):
    @prepared
    def some(*, value: int) -> QuerySet:
        return Unit.objects.filter(pk=value)

    with pytest.raises(TypeError, match="asked with value"):
        some(**named)


def test_a_query_that_fetches_more_than_its_rows_is_refused(db):
    @prepared
    def with_posts(*, unit: int) -> QuerySet:
        return Unit.objects.filter(pk=unit).prefetch_related("posts")

    with pytest.raises(RuntimeError, match="more is fetched"):
        with_posts(unit=1)


def test_rows_are_locked_in_a_transaction_only(own_database):
    @prepared
    def held(*, keys: list[int]) -> QuerySet:
        return Unit.objects.select_for_update().filter(pk__in=keys)

    with transaction.atomic():
        held(keys=[1])
    if connection.features.has_select_for_update:
        with pytest.raises(transaction.TransactionManagementError):
            held(keys=[1])


def test_every_question_of_the_program_is_answered_as_its_query_is(roles):
    """With values that may be there and with some that are not, in lists of one and of three."""
    get_resolver().url_patterns  # noqa: B018  # all of the program is loaded
    asked = [(build, ask) for build, ask in QUESTIONS if build.__module__.startswith("thidua.")]
    assert len(asked) > 50
    for build, ask in asked:
        for length, number in itertools.product((1, 3), (1, 999_999)):
            values = {name: a_value(kind, length, number) for name, kind in get_type_hints(build).items()}
            values.pop("return")
            assert ask(**values) == list(build(**values)), (build.__module__, build.__qualname__, values)


def a_value(kind: object, length: int, number: int) -> object:
    """Such as a question of this kind may be asked with."""
    of = {int: number, str: f"x{number}", date: ON}
    return [of[get_args(kind)[0]]] * length if get_args(kind) else of.get(kind)
