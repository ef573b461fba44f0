"""The records of honours of both demos: what is in them for a visitor to find."""

from datetime import date

import pytest
from django.db.models import Min

from tests.demo import founding
from tests.demo.test_y2026_data import rows as rows_of_2026
from tests.played import AFTER_THE_MERGERS, LAST_DAY
from thidua.base.law import register
from thidua.core.law.years import listed
from thidua.records.awards.models import Honour, Rating, Work
from thidua.records.awards.queries.history import history_of_person, history_of_unit
from thidua.records.directory.models import Person, Unit

TWELVE = 12


def person(email: str) -> Person:
    return Person.objects.get(email=f"{email}@example.vn")


@pytest.mark.parametrize("rows", [founding.rows("honours.csv"), rows_of_2026("honours.csv")], ids=["2016", "2026"])
def test_every_award_is_in_the_register_and_the_rows_of_a_unit_stand_together(rows):
    assert {row["code"] for row in rows if row["what"] in ("title", "form")} <= register().keys()
    units = [row["who"].split(":")[0] for row in rows]
    changes = [unit for before, unit in zip(["", *units], units, strict=False) if unit != before]
    assert len(changes) == len(set(changes))


def without_some_of(years: range) -> dict[str, list[int]]:
    """Who held a post at the end of one of those years, from the first whole one on, and has no rating of it."""
    rated = set(Rating.objects.filter(person__isnull=False, withdrawn_at=None).values_list("person", "year"))
    missing = {}
    for person in Person.objects.filter(withdrawn_at=None).prefetch_related("posts"):
        posts = [post for post in person.posts.all() if post.withdrawn_at is None]
        since = min(post.from_on for post in posts if post.from_on)
        whole = (year for year in years if since <= date(year, 1, 1))
        held = [year for year in whole if any(not post.until_on or post.until_on.year > year for post in posts)]
        if lacks := [year for year in held if (person.pk, year) not in rated]:
            missing[person.full_name] = lacks
    return missing


def test_everybody_of_the_founding_season_has_a_record_of_the_ten_years_before(stand_on):
    stand_on(LAST_DAY)
    assert without_some_of(range(2006, 2016)) == {}
    assert set(Rating.objects.values_list("year", flat=True)) == set(range(2006, 2016))
    assert Rating.objects.filter(unit__isnull=False).values("unit").distinct().count() == 22


def test_everybody_of_2026_has_a_record_of_the_ten_years_before(stand_on):
    stand_on(AFTER_THE_MERGERS)
    assert without_some_of(range(2016, 2026)) == {}


def test_each_agency_of_2026_rated_everybody_for_the_last_year(stand_on):
    """Only then can its people count for the title of a collective."""
    stand_on(AFTER_THE_MERGERS)
    agencies = [Unit.objects.get(code=row["code"]) for row in rows_of_2026("units.csv")]
    members = {unit.code: history_of_unit(unit).members[2025] for unit in agencies}
    assert {code for code, of in members.items() if of.count != of.complete} == set()


def test_everybody_joined_before_the_first_rating(stand_on):
    stand_on(AFTER_THE_MERGERS)
    rated = Rating.objects.filter(person__isnull=False).values_list("person").annotate(first=Min("year"))
    people = Person.objects.in_bulk(pk for pk, _ in rated)
    joined = {pk: history_of_person(people[pk]).joined_on for pk, _ in rated}
    assert joined
    assert [people[pk].full_name for pk, first in rated if not joined[pk] or joined[pk].year > first] == []


def test_the_records_of_2016_hold_what_a_visitor_is_told_to_look_for(stand_on):
    stand_on(LAST_DAY)
    whole = history_of_person(person("tra.le.stp-nd"))
    assert listed(whole.titles["CSTDCS"]) == (2012, 2013, 2014, 2015)
    assert [work.recognised_by for work in whole.initiatives if not work.used_for] == ["ministry"]
    broken = history_of_person(person("kiet.pham.stp-nd"))
    assert listed(broken.titles["CSTDCS"]) == (2012, 2013, 2015)
    assert [one.degree for one in history_of_person(person("lan.tong.stp-nd")).disciplines] == ["reprimand"]
    assert listed(history_of_person(person("thoa.hoang.stp-nd")).excused) == (2013,)
    assert [form.type for form in history_of_person(person("hung.cao.stp-qn")).forms] == ["PHONG_TRAO"]
    assert Work.objects.filter(kind="research").count() == 1


def test_the_twelve_certificates_of_2016_stand_as_past_honours_in_2026(stand_on):
    stand_on(AFTER_THE_MERGERS)
    given = Honour.objects.filter(award="BK_BO", number="104/QĐ-BTP")
    assert (given.count(), given.filter(unit__isnull=False).count()) == (TWELVE, TWELVE // 2)
    assert {one.rewarded[0] for one in given} == {2016}


def test_in_2026_a_unit_has_inherited_the_years_of_those_that_were_merged_into_it(stand_on):
    stand_on(AFTER_THE_MERGERS)
    history = history_of_unit(Unit.objects.get(code="THA-BN"))
    assert listed(history.inherited) == tuple(range(2006, 2025))
    assert set(listed(history.titles["TTLDTT"])) <= set(range(2006, 2025))
    assert history.members[2025].count > 1
