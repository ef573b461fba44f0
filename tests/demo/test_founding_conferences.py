"""The conferences of the founding season: files that agree with the signing, and the days on which they were played."""

from tests.demo.founding import bloc_of, people, table
from tests.played import MID_YEAR
from thidua.core.workflow.conferences import ConferenceState
from thidua.records.councils.models import Conference, Delegate
from thidua.records.councils.queries.conferences import replies_to

SIGNING, _SUMMARY = table("conferences.yaml")["conferences"]


def test_who_stays_away_signs_later_and_who_brings_a_letter_signs_by_it():
    signed = table("signing.yaml")
    later = {one["unit"] for one in signed["signatures"] if one["group"] is None}
    assert {one["unit"] for one in SIGNING["away"]} == later
    letters = {one["unit"]: one["delegate"] for one in signed["letters"]}
    assert {unit: one["person"] for unit, one in SIGNING["by_letter"].items()} == letters
    assert SIGNING["host"] == signed["conference"]["host"]


def test_every_unit_of_the_files_is_a_member_and_its_officer_its_own():
    for told in (SIGNING, _SUMMARY):
        assert {one["unit"] for one in told["away"]} | set(told["own"]) <= set(bloc_of())
        assert all(people()[code]["unit"] == unit for unit, code in told["own"].items())


def test_in_june_one_was_held_and_the_letters_of_the_next_are_out(stand_on):
    stand_on(MID_YEAR)
    states = dict(Conference.objects.values_list("slug", "state"))
    assert states == {
        SIGNING["slug"]: ConferenceState.CONCLUDED.value, "so-ket-6-thang-2016": ConferenceState.INVITED.value,
    }  # fmt: skip
    signing = replies_to(Conference.objects.get(slug=SIGNING["slug"]))
    assert (signing.asked, signing.come, signing.away, signing.waiting) == (26, 23, 3, 0)
    assert Delegate.objects.filter(signs="letter").count() == 2
