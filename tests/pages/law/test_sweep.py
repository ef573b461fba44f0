"""Rà soát: of a unit's people who is within reach of what, for those who may read their records."""

import io
from datetime import date
from random import Random

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.awards import a_rating, a_title, a_work, entered, someone_in
from tests.factories.people import a_unit_named, an_administrator
from tests.factories.records import people_with_records, units_with_records
from tests.factories.seasons import BUILDER, NOON, a_key, a_season_registering
from tests.pages.clients import client_of
from tests.turning import commit
from thidua.base.law import law
from thidua.core.actor import PostKind
from thidua.core.law.history import Asked, Kind, Level, Recognition, row_of
from thidua.core.law.shelf import WITHIN_REACH
from thidua.core.law.sweep.shelves import is_of_the_record, sweep_of
from thidua.records.awards.queries.history import histories_of_people
from thidua.records.directory.actions import appoint
from thidua.records.directory.models import Post
from thidua.records.directory.queries import in_force
from thidua.records.journal.models import AccessLine

ASKED = "?nam=2015&ngay=2016-03-04"
KINDS = {"ca-nhan": Kind.INDIVIDUAL, "tap-the": Kind.COLLECTIVE}


@pytest.fixture
def world(db):
    return a_season_registering()


@pytest.fixture
def client(world):
    return client_of(world.officers[1])


def with_base_titles(unit, *years):
    person = someone_in(unit)
    entered(person, *(a_rating(year) for year in years), *(a_title(year=year) for year in years))
    return person


def at(world, place, more=""):
    return reverse("unit_sweep", args=(world.units[place].slug,)) + ASKED + more


def rows_of(answer):
    return {row.who.pk: {one.award.code: one.shelf for one in row.found} for row in answer.context["rows"]}


def test_who_meets_a_standard_and_who_is_one_condition_short_stand_in_it(world, client):
    ready, short = (
        with_base_titles(world.units[1], 2013, 2014, 2015),
        with_base_titles(world.units[1], 2012, 2013, 2015),
    )
    for person in (ready, short):
        entered(person, a_work("Cổng tra cứu hồ sơ", 2014, Recognition.MINISTRY))
    found = rows_of(client.get(at(world, 1)))
    assert (found[ready.pk]["CSTD_BO"], found[short.pk]["CSTD_BO"]) == ("eligible", "near")


def test_an_award_is_counted_and_asked_for_alone(world, client):
    person = with_base_titles(world.units[1], 2013, 2014, 2015)
    answer = client.get(at(world, 1))
    [tally] = [one for one in answer.context["tallies"] if one.award.code == "LDTT"]
    assert tally.tally.eligible == 1
    alone = rows_of(client.get(at(world, 1, "&danh-hieu=LDTT")))
    assert alone == {person.pk: {"LDTT": "eligible"}}


def test_people_of_another_unit_do_not_stand_in_it(world, client):
    other = with_base_titles(world.units[2], 2013, 2014, 2015)
    assert other.pk not in rows_of(client.get(at(world, 1)))


def test_the_officer_of_another_unit_is_refused_and_the_reading_is_noted(world, client):
    assert client.get(at(world, 2)).status_code == 422
    client.get(at(world, 1))
    assert AccessLine.objects.filter(kind="read_people").count() == 1


def test_an_empty_record_leads_to_where_it_is_written(world, client):
    assert "Ghi xếp loại, danh hiệu" in client.get(at(world, 1)).content.decode()


def test_it_takes_as_many_queries_for_many_people_as_for_one(world, client, django_assert_num_queries):
    with_base_titles(world.units[1], 2015)
    with CaptureQueriesContext(connection) as one:
        client.get(at(world, 1))
    for _ in range(5):
        entered(someone_in(world.units[1]), a_rating(2015, Level.HTXS))
    with django_assert_num_queries(len(one)):
        client.get(at(world, 1))


def test_who_lacks_years_and_times_besides_is_not_nearly_there(world, client):
    person = with_base_titles(world.units[1], 2013, 2014, 2015)
    assert "BK_TTG" not in rows_of(client.get(at(world, 1)))[person.pk]


def test_units_below_are_counted_each_with_all_below_it(world, client):
    above = world.units[1]
    below = a_unit_named("Phòng Hộ tịch", "phong-ho-tich", above)
    with_base_titles(above, 2015)
    with_base_titles(a_unit_named("Tổ Một cửa", "to-mot-cua", below), 2015)
    with_base_titles(below, 2014)
    answer = client.get(at(world, 1))
    [counts] = answer.context["below"]
    assert (counts.unit, counts.people, counts.tally.eligible) == (below, 2, 1)
    [alone] = client.get(at(world, 1, "&danh-hieu=CSTDCS")).context["below"]
    assert (alone.tally.eligible, alone.tally.near) == (0, 1)


def test_who_holds_posts_in_two_units_counts_in_each_and_once_in_all(world, client):
    above = world.units[1]
    parts = [a_unit_named(f"Phòng {n}", f"phong-{n}", above) for n in (1, 2)]
    person = with_base_titles(parts[0], 2015)
    appoint(
        person, unit=parts[1], kind=PostKind.STAFF, title="Chuyên viên", from_on=None, until_on=None, by=BUILDER,
        at=NOON, key=a_key(),
    )  # fmt: skip
    answer = client.get(at(world, 1))
    assert [counts.people for counts in answer.context["below"]] == [1, 1]
    [tally] = [one for one in answer.context["tallies"] if one.award.code == "LDTT"]
    assert tally.tally.eligible == 1


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr("thidua.figures.sweeps.parts.PART", 3)


def test_a_large_sweep_goes_on_part_by_part_and_comes_out_the_same(world, client, small_parts):
    people = [with_base_titles(world.units[1], 2015).pk for _ in range(6)]
    assert "Đã tính 1/3 phần" in client.get(at(world, 1)).content.decode()
    bar = {"hx-request": "true"}
    second, third = client.get(at(world, 1), headers=bar), client.get(at(world, 1), headers=bar)
    assert ("2/3" in second.content.decode(), "HX-Refresh" in second) == (True, False)
    assert "HX-Refresh" in third, "the whole is there"
    assert not AccessLine.objects.filter(kind="read_people").exists(), "nobody has read anything yet"
    found = rows_of(client.get(at(world, 1)))
    assert {key for key, standing in found.items() if "LDTT" in standing} == set(people)
    assert AccessLine.objects.filter(kind="read_people").count() == 1


@pytest.mark.parametrize("name", ["unit_sweep_xlsx", "sweep_all_xlsx"])
def test_the_workbook_of_a_large_sweep_waits_behind_a_bar(world, small_parts, name):
    for _ in range(4):
        with_base_titles(world.units[1], 2015)
    client = client_of(world.secretary)
    there = reverse(name, args=(world.units[1].slug,) if name == "unit_sweep_xlsx" else ()) + ASKED
    first = client.get(there).content.decode()
    assert "Đã tính 1/" in first
    assert f'hx-get="{there.replace("&", "&amp;")}"' in first
    bar, ready = {"hx-request": "true"}, ""
    while "Tệp đang tải về" not in ready:
        answer = client.get(there, headers=bar)
        assert not ({"HX-Refresh", "HX-Redirect"} & set(answer.headers)), "the page stays while the file comes"
        ready = answer.content.decode()
    assert there.replace(".xlsx", "").replace("&", "&amp;") in ready
    assert client.get(there, headers=bar)["HX-Redirect"] == there
    assert not AccessLine.objects.filter(kind="read_people").exists()
    assert client.get(there).content.startswith(b"PK")
    assert AccessLine.objects.filter(kind="read_people").count() == 1


def test_what_is_written_meanwhile_makes_it_another_sweep(world, client, small_parts):
    for _ in range(4):
        with_base_titles(world.units[1], 2015)
    client.get(at(world, 1))
    late = with_base_titles(world.units[1], 2015)
    while (answer := client.get(at(world, 1))).context.get("work"):
        pass
    assert late.pk in rows_of(answer)


def test_a_secretary_sweeps_all_units_of_the_season_and_is_noted(world):
    people = [with_base_titles(unit, 2015) for unit in world.units[:2]]
    answer = client_of(world.secretary).get(reverse("sweep_all") + ASKED)
    counts = {one.unit: one.tally.eligible for one in answer.context["below"]}
    assert [counts[unit] for unit in world.units[:3]] == [1, 1, 0]
    [tally] = [one for one in answer.context["tallies"] if one.award.code == "LDTT"]
    assert tally.tally.eligible == len(people)
    assert AccessLine.objects.filter(kind="read_people").count() == 1


def test_the_workbook_of_all_asks_once_however_many_awards_lie_within_reach(world):
    client, counts = client_of(world.secretary), []
    for titles in (("LDTT",), ("CSTDCS", "CSTT")):
        person = someone_in(world.units[1])
        entered(person, *(a_title(title, year) for title in titles for year in (2013, 2014, 2015)), a_rating())
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(reverse("sweep_all_xlsx") + ASKED)
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        counts.append((len(list(sheet.rows)), len(asked)))
    (few, asked_for_few), (more, asked_for_more) = counts
    assert few < more
    assert asked_for_few == asked_for_more


def test_an_administrator_sweeps_everybody(world):
    elsewhere = a_unit_named("Trường Cao đẳng Luật", "truong-luat")
    with_base_titles(elsewhere, 2015)
    answer = client_of(an_administrator()).get(reverse("sweep_all") + ASKED)
    assert {one.unit: one.tally.eligible for one in answer.context["below"]}[elsewhere] == 1


def test_a_unit_is_refused_the_sweep_of_all(world, client):
    assert client.get(reverse("sweep_all")).status_code == 422


def test_units_are_swept_as_people_are(world, client):
    above = world.units[1]
    part = a_unit_named("Phòng Hộ tịch", "phong-ho-tich", above)
    for unit in (above, part):
        entered(unit, *(a_rating(year) for year in (2014, 2015)), *(a_title("TTLDTT", year) for year in (2014, 2015)))
    answer = client.get(at(world, 1, "&cho=tap-the"))
    assert set(rows_of(answer)) == {above.pk, part.pk}
    assert [(one.unit, one.people) for one in answer.context["below"]] == [(part, 1)]
    assert reverse("unit_standing", args=(part.slug,)) in answer.content.decode()
    everywhere = client_of(world.secretary).get(reverse("sweep_all") + ASKED + "&cho=tap-the")
    assert {one.unit: one.people for one in everywhere.context["below"]}[above] == 2


def people_now(people, on):
    """Those with a post on the day of whom something is on record."""
    held = set(Post.objects.filter(in_force(on), person__in=people).values_list("person", flat=True))
    histories = histories_of_people([one.pk for one in people], on=on)
    return [
        one
        for one in people
        if one.pk in held and any(map(is_of_the_record, row_of(histories[one.pk], Asked(on.year - 1, on))))
    ]


@pytest.mark.parametrize("cho", KINDS)
def test_a_page_of_a_sweep_says_what_each_ones_own_page_says(world, client, cho):
    chance, unit = Random(f"{commit()} {cho}"), world.units[1]
    parts = [a_unit_named(f"Phòng {n}", f"phong-{n}", unit) for n in range(3)]
    people = people_with_records([unit, *parts], 12, chance)
    units_with_records([unit, *parts], chance)
    shown = rows_of(client.get(at(world, 1, f"&cho={cho}")))
    asked = Asked(2015, date(2016, 3, 4))
    reckoned = {one.award for one in sweep_of(law(), KINDS[cho], asked).awards}
    working = people_now(people, asked.on)
    assert working
    for one in working if cho == "ca-nhan" else [unit, *parts]:
        name, key = ("person_standing", one.public_id) if cho == "ca-nhan" else ("unit_standing", one.slug)
        own = client.get(reverse(name, args=(key,)) + ASKED).context["shelves"]
        told = {standing.award.code: shelf for shelf, _, held in own for standing in held if shelf in WITHIN_REACH}
        assert shown.get(one.pk, {}) == {award: shelf for award, shelf in told.items() if award in reckoned}


def test_the_workbook_says_its_day_and_of_several_conditions_which_one_of_them_is_enough(world, client):
    person = someone_in(world.units[1])
    entered(person, a_rating(2015, Level.HTT), a_title("LDTT", 2015))
    answer = client.get(f"/don-vi/{world.units[1].slug}/ra-soat.xlsx{ASKED}")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert "xét ngày 4/3/2016" in sheet["A1"].value
    told = [row[4] or "" for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert any("Trong năm xét có sáng kiến" in one and " / " in one for one in told)
    assert not any(one.endswith(":") or ":;" in one for one in told)
