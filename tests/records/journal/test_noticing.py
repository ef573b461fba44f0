"""Whatever way an act writes a row, its line tells what stood before and after."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.seasons import World, a_key, a_season_registering
from thidua.core.actor import command
from thidua.core.answer import NotPossible, refuse
from thidua.records.directory.models import Person
from thidua.records.journal.actions import act
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import body_of
from thidua.records.journal.steps import record
from thidua.records.seasons.models import Campaign, CampaignGoal, KeyContent, Season, SeasonRole

pytestmark = pytest.mark.both
NOON = datetime(2016, 3, 4, 5, 0, tzinfo=UTC)
CLERK = command("test")


@pytest.fixture
def world(db) -> World:
    return a_season_registering(2)


def told_by(world: World, change) -> list[dict]:
    """What the one line of an act tells that does no more than `change`."""

    @act
    def changing(*, by, at, key):
        change()
        record("season.amended", by=by, at=at, subjects=[world.season])

    changing(by=CLERK, at=NOON, key=a_key())
    return body_of(Entry.objects.select_related("body").latest("seq"))["changes"]


def before_and_after(changes: list[dict], name: str) -> list[tuple[object, object]]:
    return [(one["was"].get(name), one["now"].get(name)) for one in changes]


def a_motto_saved(world: World, motto: str):
    season = Season.objects.get(pk=world.season.pk)
    season.motto = motto
    season.save(update_fields=["motto"])


def test_a_row_that_is_saved_is_told_field_by_field(world):
    before = world.season.motto
    [change] = told_by(world, lambda: a_motto_saved(world, "Đoàn kết"))
    assert (change["was"], change["now"]) == ({"motto": before}, {"motto": "Đoàn kết"})
    assert (change["row"], change["of"]) == ("seasons.season", [world.season.token])


def test_a_row_that_is_at_hand_is_not_asked_for_to_be_called_by_its_name(world):
    role = SeasonRole.objects.select_related("person").filter(season=world.season).first()
    role.from_on = date(2016, 1, 2)
    with CaptureQueriesContext(connection) as queries:
        [change] = told_by(world, role.save)
    assert change["about"] == role.person.full_name
    assert not [one for one in queries if f'FROM "{Person._meta.db_table}"' in one["sql"]]


def test_a_row_saved_twice_is_told_once_from_first_to_last(world):
    before = world.season.motto
    changes = told_by(world, lambda: [a_motto_saved(world, motto) for motto in ("Một", "Hai")])
    assert before_and_after(changes, "motto") == [(before, "Hai")]


def test_what_was_changed_and_changed_back_is_not_told(world):
    assert told_by(world, lambda: [a_motto_saved(world, motto) for motto in ("Một", world.season.motto)]) == []


def test_rows_changed_by_one_statement_are_told_each(world):
    day = date(2016, 5, 5)
    changes = told_by(world, lambda: world.bloc.members.update(left_on=day))
    assert [one["about"] for one in changes] == [unit.short_name for unit in world.units]
    assert before_and_after(changes, "left_on") == [(None, "2016-05-05")] * 2


def test_rows_changed_in_bulk_are_told_each_and_once(world):
    rows = list(world.bloc.members.all())

    def renamed():
        for row in rows:
            row.name = f"{row.name} mới"
        type(rows[0]).objects.bulk_update(rows, ["name"])

    changes = told_by(world, renamed)
    assert [(one["about"], one["now"]) for one in changes] == [(row.short_name, {"name": row.name}) for row in rows]


def test_new_rows_and_rows_that_went_are_told(world):
    campaign = _a_campaign(world)
    goal = CampaignGoal.objects.create(campaign=campaign, position=1, text="Mười cuộc")
    [gone] = told_by(world, lambda: CampaignGoal.objects.filter(pk=goal.pk).delete())
    assert (gone["was"], gone["now"], gone["gone"]) == ({"text": "Mười cuộc"}, {}, True)
    new = [CampaignGoal(campaign=campaign, position=place, text=str(place)) for place in (1, 2)]
    assert [one["now"] for one in told_by(world, lambda: CampaignGoal.objects.bulk_create(new))] == [
        {"text": "1"},
        {"text": "2"},
    ]


def test_rows_written_anew_tell_only_what_differs(world):
    campaign = _a_campaign(world)
    kept = [CampaignGoal(campaign=campaign, position=place, text=f"Mục {place}") for place in (1, 2)]
    CampaignGoal.objects.bulk_create(kept)

    def anew():
        campaign.goals.all().delete()
        rows = [("Mục 1", ""), ("Mục 2", "đạt")]
        CampaignGoal.objects.bulk_create(
            CampaignGoal(campaign=campaign, position=place, text=text, reached=reached)
            for place, (text, reached) in enumerate(rows, 1)
        )

    [change] = told_by(world, anew)
    assert (change["about"], change["was"], change["now"]) == ("Mục 2", {"reached": None}, {"reached": "đạt"})


def test_what_a_refused_act_has_changed_is_in_no_later_line(world):
    @act
    def refused(*, by, at, key):
        a_motto_saved(world, "Không")
        raise refuse("form.no_key")

    with pytest.raises(NotPossible):
        refused(by=CLERK, at=NOON, key=a_key())
    assert told_by(world, lambda: None) == []


def test_a_body_never_covers_who_acts(world):
    @act
    def covering(*, by, at, key):
        record("season.amended", by=by, at=at, subjects=[world.season], body={"by": "email"})

    with pytest.raises(ValueError, match="never names by"):
        covering(by=CLERK, at=NOON, key=a_key())


def test_outside_an_act_nothing_is_noticed(world):
    a_motto_saved(world, "Một")
    assert told_by(world, lambda: None) == []


def _a_campaign(world: World) -> Campaign:
    return Campaign.objects.create(
        season=world.season, kind="peak", name="Đợt 1", starts_on=date(2016, 3, 1), ends_on=date(2016, 4, 1)
    )


def a_campaign_about_two_contents(world: World) -> tuple[Campaign, list[KeyContent]]:
    contents = [
        KeyContent.objects.create(season=world.season, number=90 + n, text=name, short_name=name)
        for n, name in enumerate(("Hòa giải", "Trợ giúp"))
    ]
    campaign = _a_campaign(world)
    campaign.contents.set(contents)
    return campaign, contents


def test_rows_that_are_linked_to_many_others_are_told_by_their_names(world):
    campaign, contents = a_campaign_about_two_contents(world)
    changes = told_by(world, lambda: campaign.contents.set(contents[1:]))
    assert before_and_after(changes, "contents") == [(["Hòa giải", "Trợ giúp"], ["Trợ giúp"])]
    changes = told_by(world, lambda: campaign.contents.clear())
    assert before_and_after(changes, "contents") == [(["Trợ giúp"], [])]


def test_a_link_taken_from_its_other_side_is_told_of_the_row_that_had_it_by_the_name_that_went(world):
    _campaign, [gone, _] = a_campaign_about_two_contents(world)

    def taking():
        gone.campaigns.clear()
        gone.delete()

    changes = told_by(world, taking)
    told = [one for one in changes if one["row"] == "seasons.campaign"]
    assert before_and_after(told, "contents") == [(["Hòa giải", "Trợ giúp"], ["Trợ giúp"])]


def test_a_link_set_as_it_was_tells_nothing(world):
    campaign, contents = a_campaign_about_two_contents(world)
    assert told_by(world, lambda: campaign.contents.set(contents)) == []
