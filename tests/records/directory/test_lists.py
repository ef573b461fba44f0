"""A list of units and people comes into the directory as a whole, says its faults by cell, and is withdrawn again."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from tests.factories.beginnings import (
    COURT,
    EAST,
    HEADS,
    NORTH,
    a_beginner,
    a_begun_region,
    a_list,
    a_read_list,
    again,
    an_applied_list,
)
from tests.factories.people import a_unit_named
from tests.factories.returned import saved
from tests.factories.seasons import BUILDER, NOON, a_key
from thidua.core.answer import NotPossible
from thidua.core.returned.grid import Fault
from thidua.records.accounts.actions import open_account
from thidua.records.directory.actions import keep_unit
from thidua.records.directory.actions.lists import apply_list, undo_list
from thidua.records.directory.models import Person, Post, Unit, UnitParent
from thidua.records.directory.queries import leader_of
from thidua.records.journal.queries import last_seq

pytestmark = pytest.mark.django_db


def faults_in(run) -> list[tuple[str, str]]:
    return [(fault.cell, fault.sentence.key) for file in run.files.all() for fault in file.told_faults]


def notes_in(run) -> list[tuple[str, str]]:
    told = [Fault.from_written(kept) for file in run.files.all() for kept in file.told.get("notes", [])]
    return [(note.cell, note.sentence.key) for note in told]


def outcomes_of(run) -> list[tuple[str, str]]:
    return [(row.key, row.outcome) for file in run.files.all() for row in file.rows.all()]


def test_reading_changes_nothing_and_says_what_would_come():
    run = a_read_list(a_beginner())

    assert outcomes_of(run) == [("STP-ND", "new"), ("STP-QN", "new"), ("CTHADS-ND", "new")]
    assert (Unit.objects.count(), faults_in(run)) == (0, [])


def test_applied_it_brings_units_with_their_leaders_and_officers():
    by = a_beginner()
    an_applied_list(by)

    unit = Unit.objects.get(code="STP-ND")
    assert (unit.slug, unit.short_name, unit.label, unit.kind) == (
        "stp-nam-dinh",
        "STP Nam Định",
        "Nam Định",
        "so_tu_phap",
    )
    assert unit.path == f"/{unit.pk}/"
    leader = leader_of(unit, on=NOON.date())
    assert leader is not None
    assert (leader.person.full_name, leader.title) == ("Vũ Đình Khang", "Giám đốc")
    assert Person.objects.get(email="hoa@example.vn").full_name == "Lê Thị Hoa"


def test_who_writes_herself_into_the_list_by_her_address_stays_one_person():
    by = a_beginner()
    herself = (*NORTH[:5], "Phạm Thị Thư", "thu.ky@example.vn")
    Person.objects.filter(pk=by.person).update(email="thu.ky@example.vn")
    an_applied_list(by, a_list([herself]))

    assert Person.objects.filter(full_name="Phạm Thị Thư").count() == 1
    assert [post.unit for post in again(by).posts] == [Unit.objects.get(code="STP-ND").pk]


def test_a_second_time_everything_is_the_same_and_a_new_officer_is_added():
    by = a_beginner()
    an_applied_list(by)
    changed = (*EAST[:5], "Ngô Văn Sáu", "")
    run = a_read_list(by, a_list([NORTH, changed]))

    assert outcomes_of(run) == [("STP-ND", "same"), ("STP-QN", "changed")]
    apply_list(run, by=by, at=NOON, key=a_key())
    assert Post.objects.filter(unit__code="STP-QN", kind="officer").count() == 2


def test_a_corrected_list_shows_what_it_changes_and_writes_it():
    by = a_beginner()
    an_applied_list(by)
    rows = [(*NORTH[:6], "Hoa.Moi@example.vn"), (*EAST[:6], "ha@example.vn"), (*COURT[:2], "Khối Sở", *COURT[3:])]
    run = a_read_list(by, a_list(rows))

    staged = [(row.outcome, row.before.get("email"), row.before.get("bloc")) for row in run.files.get().rows.all()]
    assert staged == [("changed", "hoa@example.vn", None), ("changed", "", None), ("changed", None, "Khối Thi hành án")]
    apply_list(run, by=by, at=NOON, key=a_key())
    assert Person.objects.get(full_name="Lê Thị Hoa").email == "hoa.moi@example.vn"
    assert Person.objects.get(full_name="Trần Thu Hà").email == "ha@example.vn"


def test_withdrawn_a_corrected_list_puts_the_values_of_before_back():
    by = a_beginner()
    first = an_applied_list(by)
    second = an_applied_list(by, a_list([(*NORTH[:6], "moi@example.vn")]))
    with pytest.raises(NotPossible):
        undo_list(first, by=by, at=NOON, key=a_key())

    undo_list(second, by=by, at=NOON, key=a_key())
    assert Person.objects.get(full_name="Lê Thị Hoa").email == "hoa@example.vn"
    undo_list(first, by=by, at=NOON, key=a_key())
    assert not Unit.objects.exists()


def test_an_address_with_which_somebody_signs_in_by_now_is_not_put_back():
    by = a_beginner()
    an_applied_list(by)
    run = an_applied_list(by, a_list([(*NORTH[:6], "moi@example.vn")]))
    person = Person.objects.get(full_name="Lê Thị Hoa")
    open_account(person=person, email="moi@example.vn", by=BUILDER, at=NOON, key=a_key())

    with pytest.raises(NotPossible) as refused:
        undo_list(run, by=by, at=NOON, key=a_key())
    assert [one.values["what"].key for one in refused.value.sentences[1:]] == ["list.built.account"]


def test_somebody_changed_since_the_list_was_read_keeps_the_list_out():
    by = a_beginner()
    an_applied_list(by)
    run = a_read_list(by, a_list([(*NORTH[:6], "moi@example.vn")]))
    Person.objects.filter(full_name="Lê Thị Hoa").update(email="khac@example.vn")

    with pytest.raises(NotPossible) as refused:
        apply_list(run, by=by, at=NOON, key=a_key())
    assert [one.key for one in refused.value] == ["list.person_changed_since"]


def test_what_a_list_does_not_write_is_said():
    by = a_beginner()
    an_applied_list(by)
    a_begun_region(again(by))
    moved = (*NORTH[:2], "Khối Thi hành án", *NORTH[3:4], "Phó Giám đốc", *NORTH[5:])
    run = a_read_list(by, a_list([moved]))

    assert notes_in(run) == [("D4", "list.bloc_not_written"), ("F4", "list.title_not_written")]
    assert outcomes_of(run) == [("STP-ND", "same")]


def test_faults_are_told_by_cell_and_keep_the_whole_list_out():
    a_unit_named("Sở Khác", "so-khac")
    rows = [
        NORTH,
        NORTH,
        ("", "X", "", "", "", "", ""),
        ("Sở Mới", "SO-KHAC", "", "Nguyễn 2", "", "", "khong-phai-thu"),
        ("Sở Nữa", "", "", "", "", "Lê Ba", "hoa@example.vn"),
    ]
    by = a_beginner()
    run = a_read_list(by, a_list(rows))

    assert faults_in(run) == [
        ("B5", "list.twice"),
        ("B6", "list.no_name"),
        ("E7", "person.no_name"),
        ("H7", "account.not_an_address"),
        ("B7", "list.other_name"),
        ("H8", "list.address_of_another"),
    ]
    with pytest.raises(NotPossible) as refused:
        apply_list(run, by=by, at=NOON, key=a_key())
    assert [one.key for one in refused.value] == ["list.has_faults"]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (a_list(heads=("STT", "Cơ sở", "Mã", "x", "y", "z", "u", "v")), "list.no_table"),
        (a_list(rows=()), "list.is_empty"),
    ],
)
def test_a_list_without_its_column_or_without_rows_is_told(content, key):
    run = a_read_list(a_beginner(), content)
    assert [one for _, one in faults_in(run)] == [key]


def test_an_own_list_with_names_alone_is_enough():
    rows = [("Sở Tư pháp tỉnh Hà Nam",), ("Sở Tư pháp thành phố Hà Nội",)]
    an_applied_list(a_beginner(), a_list(rows, HEADS[:2]))
    assert list(Unit.objects.values_list("code", "short_name")) == [("STP-HN", "STP Hà Nam"), ("STP-HN2", "STP Hà Nội")]


def test_blocs_that_stand_as_headings_or_in_merged_cells_are_read():
    rows = [("I. Khối các Sở Tư pháp",), ("Sở Tư pháp tỉnh Hà Nam",), ("II. Khối Cục",), ("Cục thi hành án Hà Nam",)]
    run = a_read_list(a_beginner(), a_list(rows, HEADS[:2]))
    named = [(row.name, row.values["bloc"]) for row in run.files.get().rows.all()]
    assert named == [("Sở Tư pháp tỉnh Hà Nam", "Khối các Sở Tư pháp"), ("Cục thi hành án Hà Nam", "Khối Cục")]

    book = load_workbook(io.BytesIO(a_list([NORTH, (*EAST[:2], "", *EAST[3:])])))
    book.worksheets[0].merge_cells("D4:D5")
    run = a_read_list(a_beginner("khac@example.vn"), saved(book))
    assert [row.values["bloc"] for row in run.files.get().rows.all()] == ["Khối Sở", "Khối Sở"]


def test_columns_under_an_offices_own_heads_are_read_and_those_left_aside_are_named():
    heads = (*HEADS[:4], "Lãnh đạo phụ trách", "Chức vụ", "Cán bộ phụ trách", "Thư", "Di động")
    run = a_read_list(a_beginner(), a_list([(*NORTH, "0912")], heads))

    file = run.files.get()
    assert file.told["heads"] == {"read": list(heads[1:8]), "aside": ["“Di động” (I)"]}
    assert (file.rows.get().values["leader"], file.rows.get().values["officer"]) == (NORTH[3], NORTH[5])


def test_addresses_without_a_column_of_names_are_one_fault():
    heads = (*HEADS[:6], "Người nào", HEADS[7])
    run = a_read_list(a_beginner(), a_list([NORTH, (*EAST[:6], "ha@example.vn")], heads))
    assert faults_in(run) == [("H3", "list.no_officer_column")]


def test_what_had_better_be_looked_at_is_said_and_keeps_nothing():
    rows = [
        ("Sở Nội vụ tỉnh Hà Tĩnh", "", "Khối I", "", "", "Lê Một", "mot@example.vn"),
        ("Sở Nội vụ Hà Tĩnh", "", "Khối 1", "", "", "Lê Một", "mot@example.vn"),
        ("Sở Y tế", "", "", "", "", "Lê Hai", ""),
    ]
    by = a_beginner()
    run = a_read_list(by, a_list(rows))

    assert notes_in(run) == [
        ("", "list.without_address"),
        ("", "list.without_bloc"),
        ("B5", "list.blocs_alike"),
        ("B5", "list.units_alike"),
    ]
    apply_list(run, by=by, at=NOON, key=a_key())
    assert Unit.objects.count() == 3


def test_a_row_with_the_sum_is_passed_over():
    run = a_read_list(a_beginner(), a_list([NORTH, ("Tổng cộng: 22 đơn vị",), ("Tổng cục Thuế",)]))
    assert [row.name for row in run.files.get().rows.all()] == [NORTH[0], "Tổng cục Thuế"]


def test_a_name_by_a_formula_without_its_value_is_one_fault():
    run = a_read_list(a_beginner(), a_list([NORTH, ('=CONCATENATE("Sở", " Y tế")', *EAST[1:])]))
    assert faults_in(run) == [("B5", "import.formula_without_value")]


def test_undone_nothing_of_it_is_left_and_the_mended_list_comes_in_again():
    by = a_beginner()
    run = an_applied_list(by)
    undo_list(run, by=by, at=NOON, key=a_key())

    assert (Unit.objects.count(), Post.objects.count(), Person.objects.count()) == (0, 0, 1)
    an_applied_list(by)
    assert Unit.objects.get(code="STP-ND").name == NORTH[0]


def test_an_address_is_the_same_in_whatever_case_it_was_typed():
    by = a_beginner()
    Person.objects.filter(pk=by.person).update(email="Thu.Ky@Example.vn")
    an_applied_list(by, a_list([(*NORTH[:5], "Phạm Thị Thư", "thu.KY@example.vn")]))
    assert Person.objects.filter(full_name="Phạm Thị Thư").count() == 1


def test_a_leader_whose_last_day_is_to_come_is_the_leader_still(settings):
    settings.DEMO_DAY = NOON.date()
    by = a_beginner()
    an_applied_list(by)
    Post.objects.filter(kind="leader", unit__code="STP-ND").update(until_on=date(2016, 12, 31))
    run = a_read_list(by, a_list([(*NORTH[:3], "Người Khác", *NORTH[4:])]), "lai.xlsx")
    assert [key for _, key in faults_in(run)] == ["list.other_leader"]
    an_applied_list(by, a_list([(*NORTH[:6], "")]))
    assert Post.objects.filter(kind="leader", unit__code="STP-ND").count() == 1


def test_what_was_built_upon_it_is_named_and_keeps_it():
    by = a_beginner()
    run = an_applied_list(by)
    above = Unit.objects.get(code="STP-ND")
    a_unit_named("Phòng Một", "phong-mot", parent=above)
    person = Person.objects.get(full_name="Trần Thu Hà")
    open_account(person=person, email="ha@example.vn", by=BUILDER, at=NOON, key=a_key())

    with pytest.raises(NotPossible) as refused:
        undo_list(run, by=by, at=NOON, key=a_key())
    told = [(one.values["what"].key, one.values["names"]) for one in refused.value.sentences[1:]]
    assert told == [("list.built.unit", (above.name,)), ("list.built.account", ("Trần Thu Hà",))]


def test_of_many_that_were_built_upon_some_are_named_and_the_others_counted():
    by = a_beginner()
    run = an_applied_list(by, a_list([(f"Sở số {number}",) for number in range(1, 8)], HEADS[:2]))
    for unit in Unit.objects.all():
        a_unit_named(f"Phòng của {unit.code}", f"phong-{unit.slug}", parent=unit)

    with pytest.raises(NotPossible) as refused:
        undo_list(run, by=by, at=NOON, key=a_key())
    told = refused.value.sentences[1]
    assert (told.key, len(told.values["names"]), told.values["more"]) == ("list.built_on_and_more", 5, 2)


def test_the_people_that_come_are_counted():
    by = a_beginner()
    assert an_applied_list(by).files.get().told["people"] == 4
    assert a_read_list(by, a_list([(*EAST[:5], "Ngô Văn Sáu", "")])).files.get().told["people"] == 1


def test_what_points_at_it_without_a_way_back_keeps_it_too():
    by = a_beginner()
    run = an_applied_list(by)
    above = Unit.objects.get(code="STP-ND")
    moved = a_unit_named("Phòng Hai", "phong-hai")
    UnitParent.objects.create(unit=moved, parent=above, until_on=NOON.date())

    with pytest.raises(NotPossible) as refused:
        undo_list(run, by=by, at=NOON, key=a_key())
    told = [(one.values["what"].key, one.values["names"]) for one in refused.value.sentences[1:]]
    assert told == [("list.built.other", (above.name,))]


def test_a_unit_that_came_in_meanwhile_is_named_and_nothing_is_written():
    by = a_beginner()
    run = a_read_list(by)
    keep_unit(
        code="STP-QN", slug="khac", kind="agency", name="Sở Khác", short_name="Sở Khác", label="", parent=None,
        from_on=None, by=BUILDER, at=NOON, key=a_key(),
    )  # fmt: skip
    before = last_seq()

    with pytest.raises(NotPossible) as refused:
        apply_list(run, by=by, at=NOON, key=a_key())
    assert [one.key for one in refused.value] == ["list.changed_since"]
    assert (Unit.objects.count(), last_seq()) == (1, before)
    assert COURT[0] not in Unit.objects.values_list("name", flat=True)
