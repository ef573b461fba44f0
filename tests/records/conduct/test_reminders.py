"""Units are reminded in the program and, where asked for, by letter."""

import pytest

from tests.factories.results import APRIL, a_season_of_results
from tests.factories.seasons import a_key
from thidua.core.answer import NotPossible
from thidua.records.conduct.actions import remind
from thidua.records.desk.models import Notice, OutMail
from thidua.records.journal.queries import events_about
from thidua.records.seasons.models import Membership

TEXT = "Kính gửi các đồng chí, còn thiếu báo cáo quý I."


def reminded(world, *places, text=TEXT, by_mail=False, by=None, key=None):
    members = Membership.objects.filter(unit__in=[world.units[place] for place in places]).select_related("unit")
    return remind(
        world.bloc, members=list(members), text=text, by_mail=by_mail, by=by or world.secretary, at=APRIL,
        key=key or a_key(),
    )  # fmt: skip


def test_the_ticked_units_and_no_others_get_the_text(db):
    world = a_season_of_results()
    reminded(world, 1)
    [notice] = Notice.objects.filter(key="notice.reminded")
    assert (notice.unit, notice.values["text"]) == (world.units[1], TEXT)
    assert OutMail.objects.count() == 0
    assert events_about(world.units[1])[-1] == "units.reminded"


def test_by_mail_leaders_and_officers_get_a_letter_each(db):
    world = a_season_of_results()
    reminded(world, 1, by_mail=True)
    assert {letter.text for letter in OutMail.objects.all()} == {TEXT}
    to = {post.person.email for post in world.units[1].posts.all()}
    assert {letter.to for letter in OutMail.objects.all()} == to


def test_a_double_click_reminds_once(db):
    world = a_season_of_results()
    for _ in range(2):
        reminded(world, 1, by_mail=True, key="one-key-for-two-clicks")
    assert Notice.objects.filter(key="notice.reminded").count() == 1


@pytest.mark.parametrize(("places", "text", "key"), [((), TEXT, "reminder.no_unit"), ((1,), " ", "reminder.no_text")])
def test_an_empty_reminder_is_refused(db, places, text, key):
    world = a_season_of_results()
    with pytest.raises(NotPossible) as refused:
        reminded(world, *places, text=text)
    assert [sentence.key for sentence in refused.value.sentences] == [key]


def test_members_may_not_remind_each_other(db):
    world = a_season_of_results()
    with pytest.raises(NotPossible):
        reminded(world, 1, by=world.officers[2])
    assert not Notice.objects.filter(key="notice.reminded").exists()
