"""Units merged, split, dissolved: both sides keep their history, and what hangs on them passes on."""

from datetime import date

import pytest

from tests.factories.people import a_person, a_unit_named
from tests.factories.seasons import BUILDER, NOON, TODAY, a_key, an_actor
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible
from thidua.records.conduct.actions import annul_reorganisation, reorganise_units
from thidua.records.conduct.succession import consequences_of, found_for, seal_of
from thidua.records.directory.actions import appoint, keep_unit, rename_unit
from thidua.records.directory.models import Descent, Reorganisation, Unit
from thidua.records.directory.naming import unit_named
from thidua.records.directory.queries import leader_of, posts_in, units, units_above
from thidua.records.directory.queries.descent import heirs_of, history_of, line_of_descent
from thidua.records.directory.reorganising import (
    SPLIT,
    Ground,
    NewLeader,
    NewUnit,
    Reorganising,
    dissolving,
    merging,
)  # fmt: skip
from thidua.records.journal.queries import events_about, first_faulty_line

pytestmark = pytest.mark.both
EVE, DAY, NEXT = date(2016, 2, 29), date(2016, 3, 1), date(2016, 3, 2)
GROUND = Ground("Nghị quyết sắp xếp đơn vị hành chính", "202/NQ", date(2016, 2, 12), "Quốc hội")


def a_merger(*ending, into, **given):
    asked = {"on": DAY, "ground": GROUND, "former_leaders_title": "Phó Giám đốc"} | given
    return merging(tuple(ending), into, **asked)


def done(plan, **given):
    return reorganise_units(plan, **{"by": BUILDER, "at": NOON, "key": a_key()} | given)


def refusal_of(act, *given, **named):
    with pytest.raises(NotPossible) as refused:
        act(*given, **named)
    return [sentence.key for sentence in refused.value]


def a_led_unit(name, slug, leader, parent=None):
    unit = a_unit_named(name, slug, parent)
    person = a_person(leader)
    give(person, unit, PostKind.LEADER, "Giám đốc")
    return unit, person


def give(person, unit, kind=PostKind.STAFF, title="Chuyên viên", from_on=None):
    return appoint(
        person, unit=unit, kind=kind, title=title, from_on=from_on, until_on=None, by=BUILDER, at=NOON, key=a_key()
    )


def a_new(name="Sở Tư pháp tỉnh Mới", code="STP-MOI", **given):
    asked = {"code": code, "slug": code.lower(), "kind": "so_tu_phap", "name": name, "short_name": name, "label": "Mới"}
    return NewUnit(**asked | given)


@pytest.fixture
def three(db):
    """Two that pass and one that takes them, each with its leader; the first has a clerk and a division."""
    first, second, third = (
        a_led_unit(f"Sở Tư pháp tỉnh {name}", slug, leader)
        for name, slug, leader in (
            ("Nam Định", "nd", "Lê Một"),
            ("Hà Nam", "hna", "Lê Hai"),
            ("Ninh Bình", "nb", "Lê Ba"),
        )
    )
    give(a_person("Trần Văn Thư"), first[0])
    a_unit_named("Phòng Hộ tịch", "ho-tich", first[0])
    return [unit for unit, _ in (first, second, third)], [person for _, person in (first, second, third)]


def test_units_pass_into_one_that_goes_on_and_both_sides_keep_their_history(three):
    (first, second, third), people = three
    row = done(a_merger(first, second, third, into=third))
    for unit in (first, second, third):
        unit.refresh_from_db()
    assert [unit.dissolved_on for unit in (first, second, third)] == [DAY, DAY, None]
    assert list(heirs_of(first)) == [third]
    assert set(history_of(third)) == {first, second, third}
    assert set(history_of(first)) == {first}
    assert [(step.line.predecessor, step.distance) for step in line_of_descent(third).before] == [
        (first, 1),
        (second, 1),
    ]
    assert [step.line.successor for step in line_of_descent(second).after] == [third]
    assert list(first.names.values_list("name", "until_on")) == [("Sở Tư pháp tỉnh Nam Định", EVE)]
    assert list(row.lines.values_list("predecessor_name", "successor_name")) == [
        ("Sở Tư pháp tỉnh Nam Định", "Sở Tư pháp tỉnh Ninh Bình"),
        ("Sở Tư pháp tỉnh Hà Nam", "Sở Tư pháp tỉnh Ninh Bình"),
    ]
    assert events_about(first) == ["unit.kept", "post.given", "post.given", "unit.merged"]
    assert events_about(people[0])[-1] == "unit.merged"
    assert first_faulty_line() is None


def test_people_pass_and_nobody_leads_beside_the_leader(three):
    (first, second, third), people = three
    done(a_merger(first, second, into=third))
    assert not posts_in(first, on=DAY).exists()
    assert posts_in(first, on=EVE).count() == 2
    assert leader_of(third, on=DAY).person == people[2]
    assert [(post.person.full_name, post.kind, post.title) for post in posts_in(third, on=DAY)] == [
        ("Lê Ba", "leader", "Giám đốc"),
        ("Lê Hai", "deputy", "Phó Giám đốc"),
        ("Lê Một", "deputy", "Phó Giám đốc"),
        ("Trần Văn Thư", "staff", "Chuyên viên"),
    ]


def test_the_leader_may_come_from_a_unit_that_passes_and_the_old_one_steps_back(three):
    (first, _, third), people = three
    done(a_merger(first, into=third, leader=NewLeader(people[0], "Giám đốc")))
    assert leader_of(third, on=DAY).person == people[0]
    assert leader_of(third, on=EVE).person == people[2]
    held = {post.person.full_name: post.kind for post in posts_in(third, on=DAY)}
    assert held == {"Lê Một": "leader", "Lê Ba": "deputy", "Trần Văn Thư": "staff"}


def test_who_is_named_leaves_and_the_others_pass(three):
    (first, _, third), people = three
    leaving = frozenset(first.posts.filter(person=people[0]).values_list("pk", flat=True))
    done(a_merger(first, into=third, leaving=leaving, former_leaders_title=""))
    assert [post.person.full_name for post in posts_in(third, on=DAY)] == ["Lê Ba", "Trần Văn Thư"]


def test_units_below_move_along_with_their_dated_parents(three):
    (first, _, third), _ = three
    division = Unit.objects.get(slug="ho-tich")
    done(a_merger(first, into=third))
    division.refresh_from_db()
    assert units_above(division) == [third]
    assert list(division.parents.order_by("pk").values_list("parent", "from_on", "until_on")) == [
        (first.pk, None, EVE), (third.pk, DAY, None),
    ]  # fmt: skip


def test_units_pass_into_a_new_one(three):
    (first, second, _), people = three
    done(a_merger(first, second, into=a_new(), leader=NewLeader(people[1], "Giám đốc")))
    new = Unit.objects.get(code="STP-MOI")
    assert set(history_of(new)) == {first, second, new}
    assert list(new.names.values_list("from_on", flat=True)) == [DAY]
    assert leader_of(new, on=DAY).person == people[1]


def test_old_names_are_found_and_lead_to_the_unit_of_today(three):
    (first, _, third), _ = three
    done(a_merger(first, into=third))
    third.refresh_from_db()
    rename_unit(
        third, name="Sở Tư pháp tỉnh Hoa Lư", short_name="STP Hoa Lư", label="Hoa Lư", from_on=TODAY,
        seen_version=third.version, by=BUILDER, at=NOON, key=a_key(),
    )  # fmt: skip
    assert list(units("nam dinh")) == [first]
    assert list(units("ninh binh")) == [third]
    assert unit_named("Sở Tư pháp tỉnh Ninh Bình") == third
    first.refresh_from_db()
    assert refusal_of(give, a_person("Vũ Văn Mới"), first) == ["unit.has_passed"]
    assert give(a_person("Vũ Văn Cũ"), third).unit == third


def test_a_new_name_names_its_decision_and_is_no_step_of_descent(three):
    (first, _, third), _ = three
    row = done(a_merger(first, into=third))
    third.refresh_from_db()
    rename_unit(
        third, name="Sở Tư pháp tỉnh Hoa Lư", short_name="STP Hoa Lư", label="Hoa Lư", from_on=TODAY, ground=GROUND,
        seen_version=third.version, by=BUILDER, at=NOON, key=a_key(),
    )  # fmt: skip
    order = third.names.get(until_on=None).reorganisation
    assert (order.kind, order.number, order.from_names, order.into_names) == (
        "renamed", "202/NQ", ["Sở Tư pháp tỉnh Ninh Bình"], ["Sở Tư pháp tỉnh Hoa Lư"],
    )  # fmt: skip
    assert [step.line.predecessor for step in line_of_descent(third).before] == [first]
    assert not line_of_descent(third).after
    assert refusal_of(annulled, order) == ["succession.only_noted"]
    annulled(row)
    assert set(history_of(third)) == {third}


def test_a_line_of_descent_reaches_through_several_mergers(three):
    (first, second, third), _ = three
    done(a_merger(first, into=second))
    done(a_merger(second, into=third, on=TODAY))
    assert set(history_of(third)) == {first, second, third}
    assert list(heirs_of(first)) == [third]
    assert [(step.line.predecessor, step.distance) for step in line_of_descent(third).before] == [
        (first, 2), (second, 1),
    ]  # fmt: skip


def test_a_unit_is_split_and_each_person_and_part_goes_where_it_is_told(three):
    (first, _, _), people = three
    clerk = first.posts.get(kind="staff")
    division = Unit.objects.get(slug="ho-tich")
    plan = Reorganising(
        SPLIT, (first,), (a_new("Sở Một", "S1"), a_new("Sở Hai", "S2")), DAY, GROUND,
        leaders={0: NewLeader(people[0], "Giám đốc"), 1: NewLeader(a_person("Ngô Hai"), "Giám đốc")},
        posts={clerk.pk: 1}, children={division.pk: 1},
    )  # fmt: skip
    done(plan)
    one, two = Unit.objects.get(code="S1"), Unit.objects.get(code="S2")
    division.refresh_from_db()
    assert division.parent == two
    assert [post.person.full_name for post in posts_in(two, on=DAY)] == ["Ngô Hai", "Trần Văn Thư"]
    assert [post.person.full_name for post in posts_in(one, on=DAY)] == ["Lê Một"]
    assert set(history_of(two)) == {first, two}
    assert list(heirs_of(first)) == [one, two]


def test_a_part_is_split_off_and_the_unit_goes_on(three):
    (first, _, _), people = three
    clerk = first.posts.get(kind="staff")
    plan = Reorganising(
        SPLIT, (first,), (a_new("Trung tâm Mới", "TT"),), DAY, GROUND, units_end=False,
        leaders={0: NewLeader(clerk.person, "Giám đốc")},
    )  # fmt: skip
    done(plan)
    new = Unit.objects.get(code="TT")
    first.refresh_from_db()
    assert first.dissolved_on is None
    assert leader_of(first, on=DAY).person == people[0]
    assert [post.kind for post in posts_in(first, on=DAY)] == ["leader"]
    assert leader_of(new, on=DAY).person == clerk.person
    assert set(history_of(new)) == {first, new}


def test_a_unit_is_dissolved_once_nothing_is_below_it(three):
    (first, _, _), _ = three
    assert refusal_of(done, dissolving(first, on=DAY, ground=GROUND)) == ["succession.has_children"]
    division = Unit.objects.get(slug="ho-tich")
    done(dissolving(division, on=DAY, ground=GROUND))
    done(dissolving(first, on=DAY, ground=GROUND))
    first.refresh_from_db()
    assert first.dissolved_on == DAY
    assert not posts_in(first, on=DAY).exists()
    assert list(Reorganisation.objects.values_list("lines__successor", flat=True)) == [None, None]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda first, third: {"ending": (third,)}, ["succession.nothing_ends"]),
        (lambda first, third: {"on": date(2016, 3, 5)}, ["unit.day_to_come"]),
        (lambda first, third: {"ending": (first, first)}, ["succession.twice"]),
        (
            lambda first, third: {"ground": Ground("Quyết định", "1/QĐ", date(2016, 4, 1), "Bộ")},
            ["succession.decision_from_later"],
        ),
        (lambda first, third: {"former_leaders_title": ""}, ["succession.needs_former_title"]),
        (lambda first, third: {"into": a_new()}, ["succession.needs_leader"]),
        (
            lambda first, third: {"into": a_new(code=third.code, slug="khac")},
            ["unit.code_taken", "succession.needs_leader"],
        ),
        (
            lambda first, third: {"into": a_new(parent=first)},
            ["succession.into_below", "succession.needs_leader"],
        ),
        (
            lambda first, third: {"into": Unit.objects.get(slug="ho-tich")},
            ["succession.into_below", "succession.needs_leader"],
        ),
    ],
)  # fmt: skip
def test_what_stands_against_a_merger_is_told_in_sentences(three, change, told):
    (first, _, third), _ = three
    changed = change(first, third)
    plan = a_merger(*changed.pop("ending", (first,)), into=changed.pop("into", third), **changed)
    assert refusal_of(done, plan) == told
    assert not Reorganisation.objects.exists()


def test_a_unit_ends_once_and_no_circle_closes(three):
    (first, second, third), _ = three
    done(a_merger(first, into=third))
    assert refusal_of(done, a_merger(first, into=second)) == ["unit.has_passed"]
    assert refusal_of(done, a_merger(third, into=first, on=TODAY)) == ["succession.successor_ended"]


def test_a_unit_does_not_end_before_it_was_founded_nor_people_before_they_came(db):
    young = keep_unit(
        code="TRE", slug="tre", kind="phong", name="Phòng Trẻ", short_name="Phòng Trẻ", label="", parent=None,
        from_on=DAY, by=BUILDER, at=NOON, key=a_key(),
    )  # fmt: skip
    old = a_unit_named("Phòng Già", "gia")
    assert refusal_of(done, a_merger(young, into=old)) == ["succession.before_founding"]
    assert refusal_of(done, a_merger(old, into=young, on=EVE)) == ["succession.successor_later"]
    give(a_person("Lê Văn Sau"), old, from_on=TODAY)
    assert refusal_of(done, a_merger(old, into=young, on=TODAY)) == ["succession.post_after"]


def test_only_an_administrator_reorganises(three):
    (first, _, third), _ = three
    leader = an_actor("Lê Văn Bốn", a_unit_named("Sở khác", "khac"), PostKind.LEADER)
    assert refusal_of(done, a_merger(first, into=third), by=leader) == ["rights.not_yours"]


def told_of(plan):
    return [(one.key, one.values.get("count")) for one in consequences_of(plan, found_for(plan))]


def test_every_consequence_is_counted_and_what_changed_since_is_told_anew(three):
    (first, _, third), _ = three
    plan = a_merger(first, into=third)
    assert told_of(plan) == [
        ("consequence.ends", None), ("consequence.goes_on", None), ("consequence.posts_pass", 2),
        ("consequence.former_leaders", 1), ("consequence.children", 1),
    ]  # fmt: skip
    seen = seal_of(consequences_of(plan, found_for(plan)))
    give(a_person("Vũ Văn Đến"), first)
    assert refusal_of(done, plan, seen=seen) == ["succession.told_otherwise"]
    done(plan, seen=seal_of(consequences_of(plan, found_for(plan))))


def as_it_stands():
    """Everything in the directory that a reorganisation touches."""
    units = list(
        Unit.objects.exclude(code__contains="-huy-")
        .order_by("pk")
        .values_list("code", "parent", "path", "dissolved_on")
    )
    held = [
        (post.person.full_name, post.unit.code, post.kind)
        for unit in Unit.objects.all()
        for post in posts_in(unit, on=TODAY)
    ]
    return units, sorted(held)


def annulled(row, **given):
    return annul_reorganisation(row, **{"because": "Ghi nhầm tỉnh", "by": BUILDER, "at": NOON, "key": a_key()} | given)


def test_a_reorganisation_noted_by_mistake_is_undone(three):
    (first, second, _), people = three
    before = as_it_stands()
    row = done(a_merger(first, second, into=a_new(), leader=NewLeader(people[0], "Giám đốc")))
    assert as_it_stands() != before
    assert refusal_of(annulled, row, because=" ") == ["succession.needs_reason"]
    annulled(row)
    assert as_it_stands() == before
    assert set(history_of(Unit.objects.get(name="Sở Tư pháp tỉnh Mới"))) == {
        Unit.objects.get(name="Sở Tư pháp tỉnh Mới")
    }
    assert list(first.names.values_list("until_on", flat=True)) == [None]
    assert refusal_of(annulled, row) == ["succession.annulled_before"]
    assert events_about(first)[-2:] == ["unit.merged", "unit.reorganisation_annulled"]
    done(a_merger(first, second, into=a_new(), leader=NewLeader(people[1], "Giám đốc")))
    assert leader_of(Unit.objects.get(code="STP-MOI"), on=DAY).person == people[1]


def test_what_was_built_upon_it_keeps_a_reorganisation_standing(three):
    (first, second, third), people = three
    row = done(a_merger(first, into=second))
    later = done(a_merger(second, into=third, on=TODAY))
    told = ["succession.later_order", *["succession.post_changed"] * 2, "succession.child_moved"]
    assert refusal_of(annulled, row) == told
    annulled(later)
    annulled(row)
    row = done(a_merger(first, into=a_new(), leader=NewLeader(people[0], "Giám đốc")))
    give(a_person("Vũ Văn Mới"), Unit.objects.get(code="STP-MOI"))
    assert refusal_of(annulled, row) == ["succession.used"]


def test_descent_drawn_anew_is_what_was_drawn_step_by_step(three):
    (first, second, third), _ = three
    done(a_merger(first, into=second))
    kept = done(a_merger(second, into=third, on=NEXT))
    drawn = set(Descent.objects.values_list("ancestor", "heir"))
    other = done(a_merger(third, into=a_new(), on=TODAY, leader=NewLeader(a_person("Ngô Mới"), "Giám đốc")))
    annulled(other)
    assert set(Descent.objects.values_list("ancestor", "heir")) == drawn
    assert kept.annulled_at is None
