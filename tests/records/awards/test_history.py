from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.awards import (
    BY_REGISTER,
    a_discipline,
    a_fact,
    a_form,
    a_leave,
    a_profile,
    a_rating,
    a_title,
    a_work,
    entered,
    someone_in,
)
from tests.factories.evaluations import a_ranked_season
from tests.factories.people import a_unit_named
from tests.factories.seasons import BUILDER, NOON, a_key
from thidua.base.days import local_day
from thidua.core.law.history import (
    Asked,
    AwardType,
    Conferred,
    History,
    Kind,
    Level,
    Members,
    Period,
    Recognition,
    Service,
    row_of,
)
from thidua.core.law.history import Discipline as Disciplined
from thidua.core.law.history import Work as Worked
from thidua.core.law.years import only, years
from thidua.records.awards.actions import withdraw
from thidua.records.awards.models import Discipline
from thidua.records.awards.queries.history import (
    histories_of_people,
    histories_of_units,
    history_of_person,
    history_of_unit,
)
from thidua.records.awards.told import Decision, DisciplineTold
from thidua.records.conduct.actions import reorganise_units
from thidua.records.directory.queries import leader_of
from thidua.records.directory.reorganising import Ground, NewLeader, NewUnit, dissolving, merging
from thidua.records.scores.models import Place

pytestmark = [pytest.mark.both, pytest.mark.django_db]
NEW_YEAR = datetime(2017, 1, 3, 5, tzinfo=UTC)
SINCE = date(2016, 2, 20)
GROUND = Ground("Nghị quyết sắp xếp", "202/NQ", date(2016, 2, 12), "Quốc hội")


def test_a_persons_history_is_what_stands_in_the_record():
    person = someone_in(a_unit_named("Sở Tư pháp", "so"), title="Vụ trưởng", from_on=date(2010, 1, 4))
    [work] = entered(person, a_work())
    pending = DisciplineTold(Discipline.Degree.PENDING, date(2016, 2, 1), decision=BY_REGISTER)
    entered(
        person, a_rating(2014, Level.HTT), a_rating(2015), a_title("LDTT", 2014), a_title(works=(work,)),
        a_title(year=2014), a_form(), a_discipline(), a_leave(), pending,
        a_fact(), a_fact(year=2014, is_so=False), a_profile(),
    )  # fmt: skip
    assert history_of_person(person) == History(
        ratings={2014: Level.HTT, 2015: Level.HTXS},
        titles={"LDTT": only(2014), "CSTDCS": years([2014, 2015])},
        forms=(Conferred("BK_BO", date(2014, 12, 20), AwardType.MERIT, years([2013, 2014]), "345/QĐ-BTP"),),
        initiatives=(Worked(2014, Recognition.BASE, ("CSTDCS",), "Sổ minh chứng điện tử"),),
        disciplines=(Disciplined(date(2013, 5, 1), date(2014, 4, 30), "warning"),),
        pending=(Period(date(2016, 2, 1)),),
        excused=only(2012),
        stated={"feat_BK_BO": only(2015)},
        denied={"feat_BK_BO": only(2014)},
        service=(Service("vu_truong", date(2010, 1, 4)),),
        joined_on=date(2010, 1, 4),
        group="worker",
        female=True,
    )


def test_an_empty_record_is_a_history_too_and_what_was_withdrawn_is_in_none():
    person = someone_in(a_unit_named("Sở Tư pháp", "so"))
    [rating, work, honour] = [*entered(person, a_rating(), a_work()), *entered(person, a_title())]
    for row in (rating, work, honour):
        withdraw(row, because="Nhập nhầm", by=BUILDER, at=NOON, key=a_key())
    assert history_of_person(person) == History()


def test_many_histories_take_as_many_queries_as_one(django_assert_num_queries):
    unit = a_unit_named("Sở Tư pháp", "so")
    people = [someone_in(unit, name) for name in ("Lê Một", "Lê Hai", "Lê Ba")]
    for person in people:
        [work] = entered(person, a_work())
        entered(person, a_rating(), a_title(works=(work,)))
    for some in (people[:1], people):
        with django_assert_num_queries(10):
            found = histories_of_people([one.pk for one in some])
        assert len(found) == len(some)


def test_a_unit_has_inherited_the_years_in_which_it_has_nothing_of_its_own():
    old, new = a_unit_named("Sở Cũ", "so-cu"), a_unit_named("Sở Nay", "so-nay")
    entered(old, a_rating(2013, Level.HTT), a_rating(2014), a_title("TTLDXS", 2014), a_title("CO_BO", 2013))
    entered(new, a_rating(2014, Level.HT))
    reorganise_units(merging((old,), new, on=date(2016, 3, 1), ground=GROUND), by=BUILDER, at=NOON, key=a_key())
    history = history_of_unit(new)
    assert history.kind is Kind.COLLECTIVE
    assert history.ratings == {2013: Level.HTT, 2014: Level.HT}
    assert history.titles == {"CO_BO": only(2013)}
    assert (history.inherited, history.founded_on) == (only(2013), None)
    old.refresh_from_db()
    assert (history_of_unit(old).dissolved_on, history_of_unit(old).succeeded) == (date(2016, 3, 1), True)


def test_a_unit_that_nobody_took_over_from_is_shut_out_and_one_that_passed_into_another_is_not():
    old, gone, new = (a_unit_named(f"Sở {name}", f"so-{name}".lower()) for name in ("Mot", "Hai", "Ba"))
    reorganise_units(merging((old,), new, on=date(2016, 3, 1), ground=GROUND), by=BUILDER, at=NOON, key=a_key())
    reorganise_units(dissolving(gone, on=date(2016, 3, 1), ground=GROUND), by=BUILDER, at=NOON, key=a_key())
    asked = Asked(2015, date(2016, 3, 4))
    for unit in (old, gone, new):
        unit.refresh_from_db()
    many = histories_of_units([old, gone, new], asked)
    for unit, shut_out in ((old, False), (gone, True), (new, False)):
        assert many[unit.pk] == history_of_unit(unit, on=asked.on)
        assert ("dissolved" in row_of(many[unit.pk], asked)) is shut_out


def test_a_unit_that_came_out_of_two_has_the_lower_of_their_ratings():
    pair = tuple(a_unit_named(name, slug) for name, slug in (("Sở Một", "so-mot"), ("Sở Hai", "so-hai")))
    for unit, level in zip(pair, (Level.HTXS, Level.HT), strict=True):
        entered(unit, a_rating(2014, level))
    into = NewUnit("SO-BA", "so-ba", "phong", "Sở Ba", "Sở Ba", "", None)
    reorganise_units(merging(pair, into, on=date(2016, 3, 1), ground=GROUND), by=BUILDER, at=NOON, key=a_key())
    found = pair[0].successions.get().successor
    history = history_of_unit(found)
    assert (history.ratings, history.inherited) == ({2014: Level.HT}, only(2014))
    assert history.founded_on == date(2016, 3, 1)


def test_what_was_said_of_a_unit_counts_beside_what_was_said_of_those_before():
    old, new = a_unit_named("Sở Cũ", "so-cu"), a_unit_named("Sở Nay", "so-nay")
    entered(old, a_fact("exceeds", 2013), a_fact("exceeds", 2014), a_fact("leads", 2013), a_fact("united", 2014))
    entered(new, a_fact("leads", 2015), a_fact("united", 2014, is_so=False))
    reorganise_units(merging((old,), new, on=date(2016, 3, 1), ground=GROUND), by=BUILDER, at=NOON, key=a_key())
    history = history_of_unit(new)
    assert (history.leads, history.inherited) == (years([2013, 2015]), only(2013))
    assert (history.stated, history.denied) == ({"exceeds": only(2013)}, {"united": only(2014)})


def test_a_first_place_is_inherited_where_a_unit_has_nothing_of_its_own():
    a_ranked_season()
    first = Place.objects.filter(place=1)[0].membership.unit
    assert (history_of_unit(first).leads, history_of_unit(first).inherited) == (only(2016), 0)
    new = a_unit_named("Sở Nay", "so-nay")
    leader = NewLeader(leader_of(first, on=NEW_YEAR.date()).person, "Giám đốc")
    plan = merging((first,), new, on=date(2017, 1, 2), ground=GROUND, leader=leader)
    reorganise_units(plan, by=BUILDER, at=NEW_YEAR, key=a_key())
    assert (history_of_unit(new).leads, history_of_unit(new).inherited) == (only(2016), only(2016))
    entered(new, a_rating(2016))
    assert (history_of_unit(new).leads, history_of_unit(new).inherited) == (0, 0)


def test_a_units_people_are_counted_on_31_december():
    unit = a_unit_named("Sở Tư pháp", "so")
    room = a_unit_named("Phòng Một", "phong-mot", unit)
    first, second = someone_in(unit, "Lê Một"), someone_in(room, "Lê Hai", from_on=date(2015, 1, 1))
    entered(first, a_rating(2014), a_rating(2015), a_title("LDTT"), a_title("CSTDCS"))
    entered(second, a_rating(2015, Level.KHT), a_discipline(date(2015, 3, 1), None))
    assert history_of_unit(unit).members == {
        2014: Members(1, complete=1, advanced=0, fighters=0, warned=0),
        2015: Members(2, complete=1, advanced=1, fighters=1, warned=1),
    }


def test_a_units_people_are_asked_for_together_as_there_may_be_more_than_a_query_can_name():
    unit, sizes = a_unit_named("Sở Tư pháp", "so"), []
    for names in (("Lê Một",), ("Lê Hai", "Lê Ba", "Lê Tư")):
        for name in names:
            entered(someone_in(unit, name), a_rating(2015), a_title("LDTT"))
        with CaptureQueriesContext(connection) as asked:
            history_of_unit(unit)
        sizes.append([len(one["sql"]) for one in asked])
    assert sizes[0] == sizes[1]


def test_of_a_past_day_nothing_counts_that_was_decided_later():
    unit = a_unit_named("Sở Tư pháp", "so")
    person = someone_in(unit)
    later = Decision("20/QĐ-STP", date(2016, 2, 20), "Giám đốc Sở Tư pháp")
    [work] = entered(person, a_work())
    entered(person, a_rating(2014), a_title(year=2014))
    entered(
        person, replace(a_rating(), decision=later), replace(a_title(works=(work,)), decision=later),
        replace(a_discipline(date(2016, 1, 4), None), decision=later), replace(a_fact(), decision=later),
        replace(a_leave(), decision=later), replace(a_work("Sổ hẹn", 2015), decision=later),
    )  # fmt: skip
    before, after = (history_of_person(person, on=date(2016, 2, day)) for day in (19, 20))
    assert (before.ratings, before.titles) == ({2014: Level.HTXS}, {"CSTDCS": only(2014)})
    assert [one.used_for for one in before.initiatives] == [()]
    assert (before.disciplines, before.stated, before.excused) == ((), {}, 0)
    assert after == history_of_person(person)
    assert after.ratings == {2014: Level.HTXS, 2015: Level.HTXS}
    assert [one.used_for for one in after.initiatives] == [("CSTDCS",), ()]


def test_of_a_past_day_a_unit_has_neither_what_was_decided_nor_who_came_later():
    first, old, new = (a_unit_named(f"Sở {name}", f"so-{name}".lower()) for name in ("Mot", "Hai", "Ba"))
    later = Decision("20/QĐ-UBND", date(2016, 2, 20), "Chủ tịch")
    entered(first, a_rating(2012))
    entered(old, a_rating(2013))
    entered(new, a_rating(2014), replace(a_rating(2015), decision=later))
    member = someone_in(new)
    entered(member, a_rating(2014), replace(a_rating(2015), decision=later))
    for units, into, on in (((first,), old, date(2016, 1, 4)), ((old,), new, date(2016, 3, 1))):
        reorganise_units(merging(units, into, on=on, ground=GROUND), by=BUILDER, at=NOON, key=a_key())
    before, between, after = (history_of_unit(new, on=day) for day in (date(2016, 2, 19), SINCE, date(2016, 3, 1)))
    assert (before.ratings.keys(), before.members.keys()) == ({2014}, {2014})
    assert (between.ratings.keys(), between.members.keys()) == ({2014, 2015}, {2014, 2015})
    assert after == history_of_unit(new)
    assert after.ratings.keys() == {2012, 2013, 2014, 2015}


def test_a_first_place_counts_from_the_day_on_which_the_ranking_was_locked():
    a_ranked_season()
    place = Place.objects.filter(place=1)[0]
    locked = local_day(place.ranking.locked_at)
    led = [history_of_unit(place.membership.unit, on=day).leads for day in (locked - timedelta(days=1), locked)]
    assert led == [0, only(2016)]


def test_what_people_were_is_unknown_of_a_year_in_which_one_of_them_was_not_looked_at():
    unit = a_unit_named("Sở Tư pháp", "so")
    someone_in(unit, "Lê Hai")
    entered(someone_in(unit, "Lê Một"), a_rating(2015))
    assert history_of_unit(unit).members == {2015: Members(2)}
