"""Youth chapters: of a unit, led by one secretary at a time; who was there counts by name, never by a figure."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.chapters import a_chapter, a_secretary, an_activity
from tests.factories.files import a_png
from tests.factories.inspections import the_person
from tests.factories.participation import the_unit
from tests.factories.people import a_unit_named
from tests.factories.results import a_season_of_results
from tests.factories.seasons import NOON, TODAY, a_key, an_actor
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible
from thidua.core.workflow.participation import ActKind, ActState, ActWay
from thidua.figures.participating import taken_by
from thidua.records.directory.models import ChapterSecretary
from thidua.records.directory.queries.chapters import secretary_of
from thidua.records.files.steps import keep_file
from thidua.records.journal.queries import lines_about
from thidua.records.results.access.chapters import chapters_of
from thidua.records.results.actions import activities
from thidua.records.results.actions import chapters as acts
from thidua.records.results.actions.participation import attribute_acts, make_code
from thidua.records.results.models import Participation
from thidua.records.results.told import Claim, CodeAsked

pytestmark = pytest.mark.django_db
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def world():
    return a_season_of_results(members=3)


@pytest.fixture
def secretary(world):
    return a_secretary(world)


@pytest.fixture
def chapter(world, secretary):
    return a_chapter(world, secretary)


def refused(make) -> set[str]:
    with pytest.raises(NotPossible) as said:
        make()
    return {sentence.key for sentence in said.value}


def present(activity, by, *names):
    return activities.note_attendance(activity, names=names, by=by, at=NOON, key=a_key())


def test_a_chapter_has_its_secretary_and_its_members_of_a_day(world, chapter, secretary):
    [found] = chapters_of(world.season, on=TODAY)
    assert (found, found.members, found.led_by) == (chapter, 24, "Bí Thư Một")
    assert secretary_of(chapter, on=TODAY) == the_person(secretary)
    assert [line.kind for line in lines_about(chapter)] == ["chapter.kept"]
    assert refused(lambda: a_chapter(world, secretary)) == {"chapter.there_already"}


def test_a_chapter_of_a_part_belongs_to_the_member_above(world, secretary):
    room = a_unit_named("Phòng Một", "phong-mot", parent=world.units[1])
    acts.keep_chapter(
        the_unit(world), unit=room, name="Chi đoàn Phòng Một", secretary=the_person(secretary), members=5,
        founded_on=TODAY, by=world.officers[1], at=NOON, key=a_key(),
    )  # fmt: skip
    assert [one.unit for one in chapters_of(world.season, on=TODAY)] == [room]


def test_another_secretary_takes_over_from_a_day_on(world, chapter, secretary):
    other = the_person(an_actor("Bí Thư Hai", world.units[1], PostKind.STAFF))
    change = {"member": the_unit(world), "members": 26, "by": world.officers[1]}
    again = lambda: acts.amend_chapter(chapter, secretary=other, on=TODAY, at=NOON, key=a_key(), **change)  # noqa: E731
    assert refused(again) == {"chapter.backwards"}
    acts.amend_chapter(
        chapter, secretary=other, on=NEXT_WEEK, at=NOON + timedelta(days=8), key=a_key(), **change
    )  # fmt: skip
    assert secretary_of(chapter, on=TODAY) == the_person(secretary)
    assert secretary_of(chapter, on=NEXT_WEEK) == other
    with pytest.raises(IntegrityError), transaction.atomic():
        ChapterSecretary.objects.create(chapter=chapter, person=other, from_on=TODAY)


def test_a_secretary_works_in_the_unit(world):
    assert refused(lambda: a_chapter(world, world.officers[2])) == {"participation.person_elsewhere"}


def test_the_secretary_notes_what_the_chapter_did_and_a_colleague_does_not(world, chapter, secretary):
    colleague = an_actor("Đồng Nghiệp", world.units[1], PostKind.STAFF)
    assert refused(lambda: an_activity(world, chapter, colleague)) == {"rights.not_yours"}
    assert an_activity(world, chapter, secretary).told == 30
    assert an_activity(world, chapter, world.officers[1]).chapter == chapter
    assert refused(lambda: an_activity(world, chapter, secretary, on=NEXT_WEEK)) == {"participation.day_to_come"}


def test_who_is_known_counts_and_who_is_not_waits(world, chapter, secretary):
    activity = an_activity(world, chapter, secretary)
    noted = present(activity, secretary, "Cán Bộ Một", "  Người   Mới ", "", "cán bộ một")
    assert [(one.name, one.at_state, one.way) for one in noted] == [
        ("Cán Bộ Một", ActState.COUNTED, ActWay.OFFICER), ("Người Mới", ActState.UNCLAIMED, ActWay.OFFICER),
    ]  # fmt: skip
    assert present(activity, secretary, "Cán Bộ Một", "Người Mới") == []
    assert taken_by(the_unit(world)).people == 1  # thirty came, as the chapter says


def test_a_name_that_two_share_is_told(world, chapter, secretary):
    for _ in range(2):
        an_actor("Trùng Tên", world.units[1], PostKind.STAFF)
    activity = an_activity(world, chapter, secretary)
    assert refused(lambda: present(activity, secretary, "Trùng Tên")) == {"activity.name_shared"}


def test_a_person_is_present_once_by_name_or_by_code(world, chapter, secretary):
    activity = an_activity(world, chapter, secretary)
    asked = CodeAsked(activity.title, ActKind.ATTENDANCE, NEXT_WEEK, None, activity)
    code = make_code(the_unit(world), asked=asked, by=world.officers[1], at=NOON, key=a_key())
    present(activity, secretary, "Cán Bộ Một", "Người Mới")
    assert code.activity == activity
    waiting = Participation.objects.get(state="unclaimed")
    claim = [Claim(waiting, the_person(world.officers[1]))]
    again = lambda: attribute_acts(claim, by=world.officers[1], at=NOON, key=a_key())  # noqa: E731
    assert refused(again) == {"participation.there_already"}


def test_a_withdrawn_activity_takes_its_people_along(world, chapter, secretary):
    activity = an_activity(world, chapter, secretary)
    present(activity, secretary, "Cán Bộ Một", "Người Mới")
    activities.withdraw_activity(activity, because="Hoãn vì mưa", by=secretary, at=NOON, key=a_key())
    assert set(Participation.objects.values_list("state", "reason")) == {("withdrawn", "Hoãn vì mưa")}
    assert refused(lambda: present(activity, secretary, "Cán Bộ Một")) == {"activity.withdrawn"}


def test_a_photograph_says_what_it_shows(world, chapter, secretary):
    activity = an_activity(world, chapter, secretary)
    file = keep_file(name="anh.png", content=a_png(), at=NOON)
    add = {"file": file, "by": secretary, "at": NOON}
    assert refused(lambda: activities.add_activity_photo(activity, alt=" ", key=a_key(), **add)) == {
        "activity.needs_alt"
    }
    photo = activities.add_activity_photo(activity, alt="Đoàn viên dọn kênh", key=a_key(), **add)
    assert (photo.alt, activity.photos.get()) == ("Đoàn viên dọn kênh", photo)
