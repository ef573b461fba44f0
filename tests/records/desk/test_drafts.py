"""Drafts: kept for whoever types, never over what the same person typed elsewhere."""

from datetime import timedelta

import pytest

from tests.factories.people import an_account
from tests.factories.seasons import NOON
from thidua.core.answer import NotPossible
from thidua.records.desk.models import Draft
from thidua.records.desk.queries import draft_of
from thidua.records.desk.steps.drafts import MOST_DRAFTS, keep_draft, let_go_of_draft

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def kept(account, values, *, seen=None, page="máy A", at=NOON):
    return keep_draft(account, address="/bang", values=values, seen_version=seen, page=page, at=at)


def test_what_is_typed_is_kept_with_each_saving_counted():
    account = an_account()

    first = kept(account, {"ly-do": ["Bão"]})
    second = kept(account, {"ly-do": ["Bão số 1"]}, seen=first.version, at=NOON + timedelta(minutes=1))

    assert (first.version, second.version) == (1, 2)
    assert draft_of(account, "/bang").values == {"ly-do": ["Bão số 1"]}


def test_a_second_window_is_told_and_takes_nothing_away():
    account = an_account()
    kept(account, {"ly-do": ["Bão"]})

    with pytest.raises(NotPossible) as refused:
        kept(account, {"ly-do": ["Lũ"]}, page="máy B")

    assert [one.key for one in refused.value] == ["draft.typed_elsewhere"]
    assert draft_of(account, "/bang").values == {"ly-do": ["Bão"]}


def test_a_window_that_has_read_the_draft_of_another_goes_on_with_it():
    account = an_account()
    first = kept(account, {"ly-do": ["Bão"]})

    assert kept(account, {"ly-do": ["Lũ"]}, seen=first.version, page="máy B").version == 2


def test_one_page_that_saves_again_before_its_answer_came_is_no_stranger():
    account = an_account()
    kept(account, {"ly-do": ["Bão"]})

    assert kept(account, {"ly-do": ["Bão số 1"]}).values == {"ly-do": ["Bão số 1"]}


def test_the_same_words_from_two_windows_are_no_conflict():
    account = an_account()
    kept(account, {"ly-do": ["Bão"]})

    assert kept(account, {"ly-do": ["Bão"]}, page="máy B").values == {"ly-do": ["Bão"]}


def test_a_draft_is_its_owners_alone():
    hers, his = an_account(), an_account("hai@example.vn", "Trần Văn Hai")
    kept(hers, {"ly-do": ["Bão"]})

    assert draft_of(his, "/bang") is None
    let_go_of_draft(his, "/bang")
    assert draft_of(hers, "/bang") is not None


def test_the_oldest_draft_makes_room_once_there_are_very_many():
    account = an_account()
    Draft.objects.bulk_create(
        Draft(account=account, address=f"/bang/{n}", values={}, saved_at=NOON + timedelta(minutes=n))
        for n in range(MOST_DRAFTS)
    )

    kept(account, {}, at=NOON + timedelta(days=1))

    assert Draft.objects.filter(account=account).count() == MOST_DRAFTS
    assert draft_of(account, "/bang/0") is None
    assert draft_of(account, "/bang/1") is not None
