"""A youth chapter gets another name, and ends: from a day, with the reason, and what was before stays readable."""

from datetime import date, timedelta

import pytest

from tests.factories.chapters import a_chapter, a_secretary, an_activity
from tests.factories.participation import the_unit
from tests.factories.results import a_season_of_results
from tests.factories.seasons import NOON, TODAY, a_key
from tests.together import queued
from thidua.core.answer import NotPossible
from thidua.records.directory.models import Unit, YouthChapter
from thidua.records.directory.queries.chapters import chapters_in, secretary_of
from thidua.records.journal.queries import body_of, lines_about
from thidua.records.results.access.chapters import chapters_of
from thidua.records.results.actions import chapters as acts
from thidua.records.results.actions.activities import withdraw_activity
from thidua.records.results.models import ChapterActivity
from thidua.records.seasons.actions.campaigns import draft_campaign, withdraw_campaign
from thidua.records.seasons.campaign_told import CampaignTold

pytestmark = pytest.mark.django_db
NEXT_WEEK, LATER = TODAY + timedelta(days=7), NOON + timedelta(days=20)


@pytest.fixture
def world():
    return a_season_of_results(members=3)


@pytest.fixture
def secretary(world):
    return a_secretary(world)


@pytest.fixture
def chapter(world, secretary):
    return a_chapter(world, secretary)


def renamed(world, chapter, name="Chi đoàn Hai", on=NEXT_WEEK, because="Sáp nhập phòng", by=None):
    return acts.rename_chapter(
        chapter, member=the_unit(world), name=name, on=on, because=because, by=by or world.officers[1], at=LATER,
        key=a_key(),
    )  # fmt: skip


def ended(world, chapter, on=NEXT_WEEK, because="Nhập vào chi đoàn cơ quan", by=None):
    return acts.end_chapter(
        chapter, member=the_unit(world), on=on, because=because, by=by or world.officers[1], at=LATER, key=a_key()
    )


def refused(make) -> list[str]:
    with pytest.raises(NotPossible) as said:
        make()
    return [sentence.key for sentence in said.value]


@pytest.mark.both
def test_the_name_before_stays_readable_with_its_last_day_and_why(world, chapter):
    renamed(world, chapter)
    chapter.refresh_from_db()
    assert chapter.name == "Chi đoàn Hai"
    assert list(chapter.former_names.values_list("name", "until_on", "because")) == [
        ("Chi đoàn Một", NEXT_WEEK - timedelta(days=1), "Sáp nhập phòng")
    ]
    line = next(line for line in lines_about(chapter) if line.kind == "chapter.renamed")
    told = body_of(line)
    assert (told["before"], told["after"], told["why"]) == ("Chi đoàn Một", "Chi đoàn Hai", "Sáp nhập phòng")
    a_chapter(world, a_secretary(world), name="Chi đoàn Một")  # the old name is free


def test_a_name_is_new_and_the_days_of_names_follow_each_other(world, chapter, secretary):
    a_chapter(world, secretary, name="Chi đoàn Ba")
    assert refused(lambda: renamed(world, chapter, name="Chi đoàn Ba")) == ["chapter.there_already"]
    assert refused(lambda: renamed(world, chapter, name=chapter.name)) == ["chapter.there_already"]
    assert refused(lambda: renamed(world, chapter, on=TODAY)) == ["chapter.name_backwards"]
    assert refused(lambda: renamed(world, chapter, because=" ")) == ["participation.needs_reason"]
    assert refused(lambda: renamed(world, chapter, on=date(2017, 1, 1))) == ["participation.day_to_come"]
    renamed(world, chapter)
    assert refused(lambda: renamed(world, chapter, name="Chi đoàn Tư")) == ["chapter.name_backwards"]
    renamed(world, chapter, name="Chi đoàn Tư", on=NEXT_WEEK + timedelta(days=1))
    assert chapter.former_names.count() == 2


@pytest.mark.both
def test_one_that_has_ended_is_led_by_nobody_and_stays_readable_in_its_season(world, chapter):
    ended(world, chapter)
    chapter.refresh_from_db()
    assert (chapter.ended_on, chapter.ended_because) == (NEXT_WEEK, "Nhập vào chi đoàn cơ quan")
    assert secretary_of(chapter, on=NEXT_WEEK) is None
    assert secretary_of(chapter, on=NEXT_WEEK - timedelta(days=1)) is not None
    assert list(chapters_of(world.season, on=NEXT_WEEK)) == [chapter]
    own = Unit.objects.filter(pk=world.units[1].pk)
    assert (list(chapters_in(own, on=NEXT_WEEK)), list(chapters_in(own, on=TODAY))) == ([], [chapter])
    assert next(line.kind for line in lines_about(chapter)) == "chapter.ended"


def test_one_that_ended_before_a_season_is_not_of_it(world, chapter):
    YouthChapter.objects.filter(pk=chapter.pk).update(ended_on=world.bloc.starts_on)
    assert list(chapters_of(world.season, on=TODAY)) == []


def test_nothing_more_is_changed_or_done_in_one_that_has_ended(world, chapter, secretary):
    ended(world, chapter)
    assert refused(lambda: renamed(world, chapter, on=NEXT_WEEK + timedelta(days=2))) == ["chapter.has_ended"]
    assert refused(lambda: ended(world, chapter)) == ["chapter.has_ended"]
    assert an_activity(world, chapter, world.officers[1]).on == TODAY  # while it was there
    YouthChapter.objects.filter(pk=chapter.pk).update(ended_on=TODAY)
    assert refused(lambda: an_activity(world, chapter, world.officers[1])) == ["chapter.has_ended"]
    told = CampaignTold("thematic", "Của chi đoàn", date(2016, 3, 26), date(2016, 6, 30))
    draft = lambda: draft_campaign(  # noqa: E731
        world.season, told=told, member=the_unit(world), chapter=chapter, by=world.officers[1], at=NOON, key=a_key()
    )
    assert refused(draft) == ["chapter.has_ended"]


def test_what_was_done_later_and_a_campaign_that_waits_stand_against_the_end(world, chapter, secretary):
    activity = an_activity(world, chapter, secretary)
    told = CampaignTold("thematic", "Của chi đoàn", date(2016, 3, 26), date(2016, 6, 30))
    by = {"by": world.officers[1], "at": NOON}
    campaign = draft_campaign(world.season, told=told, member=the_unit(world), chapter=chapter, key=a_key(), **by)
    YouthChapter.objects.filter(pk=chapter.pk).update(founded_on=date(2016, 1, 1))
    chapter.secretaries.update(from_on=date(2016, 1, 1))
    assert refused(lambda: ended(world, chapter, on=TODAY)) == ["chapter.active_since", "chapter.campaigns_open"]
    withdraw_activity(activity, because="Nhầm ngày", key=a_key(), **by)
    withdraw_campaign(campaign, reason="Chi đoàn kết thúc", key=a_key(), **by)
    assert ended(world, chapter, on=TODAY).ended_on == TODAY


def test_an_end_lies_after_the_beginning_of_chapter_and_secretary_and_has_a_reason(world, chapter):
    assert refused(lambda: ended(world, chapter, on=TODAY)) == ["chapter.ends_backwards"]
    assert refused(lambda: ended(world, chapter, because="")) == ["participation.needs_reason"]
    chapter.secretaries.update(from_on=NEXT_WEEK)
    assert refused(lambda: ended(world, chapter)) == ["chapter.backwards"]


def test_only_who_keeps_the_units_chapters_renames_and_ends_them(world, chapter, secretary):
    for by in (secretary, world.officers[2], world.secretary):
        assert refused(lambda by=by: renamed(world, chapter, by=by)) == ["rights.not_yours"]
        assert refused(lambda by=by: ended(world, chapter, by=by)) == ["rights.not_yours"]
    renamed(world, chapter, by=world.leaders[1])


@pytest.mark.both
def test_two_chapters_of_a_unit_never_get_one_name_at_once(own_database):
    world = a_season_of_results(members=2)
    first, second = (a_chapter(world, a_secretary(world), name=name) for name in ("Chi đoàn Một", "Chi đoàn Hai"))
    answers = queued(
        Unit.objects.all(), *(lambda one=one: renamed(world, one, name="Chi đoàn Chung") for one in (first, second))
    )
    assert answers.count(["chapter.there_already"]) == 1
    assert YouthChapter.objects.filter(name="Chi đoàn Chung").count() == 1


@pytest.mark.both
def test_no_activity_is_noted_for_a_chapter_that_ends_at_that_instant(own_database):
    world = a_season_of_results(members=2)
    secretary = a_secretary(world)
    chapter = a_chapter(world, secretary)
    YouthChapter.objects.filter(pk=chapter.pk).update(founded_on=date(2016, 1, 1))
    chapter.secretaries.update(from_on=date(2016, 1, 1))
    answers = queued(
        YouthChapter.objects.all(),
        lambda: ended(world, chapter, on=TODAY),
        lambda: an_activity(world, chapter, world.officers[1]),
    )
    assert (["chapter.has_ended"] in answers) is not (["chapter.active_since"] in answers)
    assert ChapterActivity.objects.exists() is (["chapter.active_since"] in answers)
