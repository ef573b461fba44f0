import json
from dataclasses import replace
from datetime import date

import pytest

from tests.factories.awards import (
    BY_REGISTER,
    a_discipline,
    a_fact,
    a_form,
    a_leave,
    a_profile,
    a_rating,
    a_tenure,
    a_title,
    a_work,
    entered,
    someone_in,
)
from tests.factories.seasons import BUILDER, NOON, a_key, a_season
from thidua.core.answer import NotPossible
from thidua.core.law.history import AwardType, Level
from thidua.records.awards.access import may_keep, may_read
from thidua.records.awards.actions import bring_entries, enter, mend, withdraw
from thidua.records.awards.models import Honour, Rating, Work
from thidua.records.awards.queries.entries import record_of
from thidua.records.awards.queries.works import warnings_about
from thidua.records.awards.told import Decision, HonourTold, Line, RatingTold
from thidua.records.directory.models import Person
from thidua.records.journal.models import Entry as JournalLine
from thidua.records.journal.queries import events_about

pytestmark = [pytest.mark.both, pytest.mark.django_db]
DAY = date(2016, 3, 4)


@pytest.fixture
def world():
    return a_season()


@pytest.fixture
def person(world):
    return someone_in(world.units[1])


def refusal(act, *args, **given):
    with pytest.raises(NotPossible) as refused:
        act(*args, **{"by": BUILDER, "at": NOON, "key": a_key()} | given)
    return [sentence.key for sentence in refused.value]


def test_what_is_entered_stands_in_the_record_and_in_the_journal(person):
    rows = entered(person, a_rating(), a_title(), a_form(), a_work(), a_discipline(), a_leave(), a_fact())
    record = record_of(person)
    assert [*record.ratings, *record.honours, *record.works, *record.disciplines, *record.leaves, *record.facts] == rows
    assert events_about(rows[0]) == ["honours.entered"]
    assert events_about(person).count("honours.entered") == 7


def test_a_record_of_a_unit_holds_ratings_titles_forms_and_facts_only(world):
    unit = world.units[1]
    entered(unit, a_rating(), a_title("TTLDXS"), a_form(), a_fact("exceeds"))
    for told in (a_leave(), a_profile()):
        with pytest.raises(NotPossible) as refused:
            entered(unit, told)
        assert [sentence.key for sentence in refused.value] == ["honours.of_people_only"]


def test_a_fact_is_one_that_some_standard_asks_for_and_what_is_asked_of_a_person_stands_once(world, person):
    for whose, word in ((person, "exceeds"), (world.units[1], "worker_BK_BO"), (person, "leads")):
        with pytest.raises(NotPossible) as refused:
            entered(whose, a_fact(word))
        assert [sentence.key for sentence in refused.value] == ["honours.no_such_fact"]
    [profile] = entered(person, a_profile())
    assert record_of(person).profile == profile
    with pytest.raises(NotPossible) as refused:
        entered(person, a_profile(group="civil"))
    assert [sentence.key for sentence in refused.value] == ["honours.stands_already.profile"]
    mended = mend(profile, told=a_profile(group="armed"), seen_version=1, by=BUILDER, at=NOON, key=a_key())
    assert mended.of_group == "armed"


def test_everything_that_is_wrong_is_said_at_once(person):
    told = HonourTold("TTLDXS", rewarded=(1900,), decision=Decision(number="1/QĐ", on=date(2016, 5, 1)))
    with pytest.raises(NotPossible) as refused:
        entered(person, told)
    keys = [sentence.key for sentence in refused.value]
    assert keys == [
        "honours.not_for_them", "honours.title_needs_year", "honours.no_such_year", "honours.decided_later"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "key"),
    [
        (a_rating(2017), "honours.no_such_year"),
        (RatingTold(2015, Level.HT), "honours.needs_decision"),
        (HonourTold("KHONG_CO", year=2015, decision=BY_REGISTER), "honours.no_such_award"),
        (HonourTold("BK_BO", decision=BY_REGISTER), "honours.form_needs_day_and_type"),
        (replace(a_form(), year=2014), "honours.form_has_no_year"),
        (replace(a_title(), type=AwardType.MERIT), "honours.title_has_no_type"),
        (a_work("  "), "honours.work_needs_name"),
        (a_discipline(date(2015, 1, 2), date(2015, 1, 1)), "honours.ends_before"),
        (replace(a_title(year=2015), decision=Decision("1/QĐ", date(2014, 12, 31))), "honours.decided_before"),
        (replace(a_form(on=date(2014, 1, 5)), rewarded=(2014, 2015)), "honours.decided_before"),
        (RatingTold(2015, Level.HT, decision=Decision("1/QĐ", date(2014, 12, 31))), "honours.decided_before"),
    ],
)
def test_an_entry_that_cannot_be_is_refused(person, told, key):
    with pytest.raises(NotPossible) as refused:
        entered(person, told)
    assert [sentence.key for sentence in refused.value] == [key]


@pytest.mark.parametrize("told", [a_rating(), a_title(), a_form(), a_discipline(), a_leave(), a_fact()])
def test_what_stands_already_is_not_entered_again_unless_it_was_withdrawn(person, told):
    [row] = entered(person, told)
    with pytest.raises(NotPossible) as refused:
        entered(person, told)
    assert [sentence.key for sentence in refused.value] == [f"honours.stands_already.{row._meta.model_name}"]
    withdraw(row, because="Nhập nhầm", by=BUILDER, at=NOON, key=a_key())
    [again] = entered(person, told)
    assert type(row)._default_manager.get() == again


def test_an_entry_is_mended_once_by_each_who_has_seen_it(person):
    [row] = entered(person, a_rating(level=Level.HTT))
    mend(row, told=a_rating(level=Level.HT), seen_version=1, by=BUILDER, at=NOON, key=a_key())
    assert Rating.objects.get().level == "HT"
    assert refusal(mend, row, told=a_rating(), seen_version=1) == ["shared.changed_since"]
    assert refusal(mend, row, told=a_leave(), seen_version=2) == ["honours.another_kind"]
    assert events_about(row) == ["honours.entered", "honours.mended"]


def test_a_withdrawal_has_a_reason_and_comes_once(person):
    [row] = entered(person, a_title())
    assert refusal(withdraw, row, because=" ") == ["honours.needs_reason"]
    withdraw(row, because="Quyết định bị hủy", by=BUILDER, at=NOON, key=a_key())
    assert record_of(person).is_empty
    assert refusal(withdraw, row, because="Lần nữa") == ["honours.withdrawn_already"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (replace(a_rating(), decision=Decision("1" * 101, date(2016, 1, 15))), "field.number"),
        (replace(a_rating(), decision=Decision(source="s" * 301)), "field.source"),
        (replace(a_rating(), basis="b" * 33), "field.basis"),
        (replace(a_title(), signer="k" * 121), "field.signer"),
        (a_work("n" * 301), "field.name"),
    ],
)
def test_a_text_that_is_longer_than_there_is_room_for_is_refused_by_its_name_on_either_database(person, told, field):
    with pytest.raises(NotPossible) as refused:
        entered(person, told)
    [sentence] = refused.value
    assert (sentence.key, sentence.values["name"].key) == ("honours.too_long", field)
    [row] = entered(person, a_leave())
    because = "r" * 501
    assert refusal(withdraw, row, because=because) == ["honours.too_long"]


def test_the_works_of_an_honour_are_told_as_they_were_and_as_they_are(person):
    [one, other] = entered(person, a_work("Sổ hẹn"), a_work("Cổng tra cứu"))
    [row] = entered(person, a_title(works=(one,)))
    mend(row, told=a_title(works=(other,)), seen_version=1, by=BUILDER, at=NOON, key=a_key())
    [change] = json.loads(JournalLine.objects.latest("seq").body.text)["changes"]
    assert (change["was"], change["now"]) == ({"works": ["Sổ hẹn"]}, {"works": ["Cổng tra cứu"]})


def test_of_many_brought_at_once_those_of_other_units_alone_are_on_behalf(world, person):
    own = Person.objects.get(pk=world.officers[0].person)
    secretary_and_officer = replace(world.secretary, posts=(*world.secretary.posts, *world.officers[0].posts))
    rows = bring_entries(
        [Line(person, a_rating()), Line(own, a_rating())], source="Sổ", by=secretary_and_officer, at=NOON, key=a_key()
    )
    assert [row.on_behalf for row in rows] == [True, False]


def test_an_initiative_serves_one_decision(person):
    [work] = entered(person, a_work())
    entered(person, a_form(works=(work,)))
    for told in (a_title(works=(work,)), a_form("GK", works=(work,))):
        with pytest.raises(NotPossible) as refused:
            entered(person, told)
        assert [sentence.key for sentence in refused.value] == ["honours.work_used"]
    assert Honour.objects.count() == 1


def test_an_initiative_of_a_title_serves_another_title_with_a_warning_but_no_form_and_not_the_same_title(person):
    [work] = entered(person, a_work())
    [first, second] = entered(person, a_title(works=(work,)), a_title("CSTD_BO", works=(work,)))
    assert [len(warnings_about(one)) for one in (first, second)] == [1, 1]
    for told in (a_title(year=2014, works=(work,)), a_form(works=(work,))):
        with pytest.raises(NotPossible) as refused:
            entered(person, told)
        assert [sentence.key for sentence in refused.value] == ["honours.work_used"]


def test_an_initiative_that_was_used_stays_until_the_honour_goes_and_is_free_then(person):
    [work] = entered(person, a_work())
    [honour] = entered(person, a_form(works=(work,)))
    assert refusal(withdraw, work, because="Nhầm") == ["honours.work_is_used"]
    withdraw(honour, because="Nhầm", by=BUILDER, at=NOON, key=a_key())
    entered(person, a_form("GK", works=(work,)))


def test_an_honour_rests_on_ones_own_initiatives_and_on_those_that_it_names_now(world, person):
    [own, more] = entered(person, a_work(), a_work("Bảng tự kiểm tra"))
    [others] = entered(someone_in(world.units[1], "Trần Văn Nam"), a_work())
    with pytest.raises(NotPossible) as refused:
        entered(person, a_title(works=(others,)))
    assert [sentence.key for sentence in refused.value] == ["honours.work_of_another"]
    [honour] = entered(person, a_title(works=(own,)))
    mend(honour, told=a_title(works=(more,)), seen_version=1, by=BUILDER, at=NOON, key=a_key())
    assert list(honour.works.all()) == [more]
    withdraw(own, because="Chưa công nhận", by=BUILDER, at=NOON, key=a_key())
    assert list(Work.objects.filter(person=person)) == [more]


def test_many_are_brought_by_one_line_or_none_at_all(world, person):
    other = someone_in(world.units[1], "Trần Văn Nam")
    lines = [Line(whose, a_rating(year)) for whose in (person, other) for year in range(2007, 2016)]
    given = {"source": "Sổ khen thưởng 2007–2015", "by": BUILDER, "at": NOON}
    before = JournalLine.objects.count()
    assert len(bring_entries(lines, **given, key=a_key())) == 18
    assert JournalLine.objects.count() == before + 1
    assert refusal(bring_entries, [Line(person, a_rating(2006)), lines[0]], **given) == [
        "honours.stands_already.rating"
    ]
    assert refusal(bring_entries, [Line(person, a_leave())] * 2, **given) == ["honours.stands_already.leave"]
    assert refusal(bring_entries, lines * 28, **given) == ["honours.too_many"]
    assert Rating.objects.count() == 18


def test_a_persons_record_is_read_by_the_person_and_by_who_works_with_it(world, person):
    readers = [world.leaders[1], world.officers[1], world.secretary, world.head, BUILDER]
    assert [may_read(one, person, on=DAY).is_yes for one in readers] == [True] * 5
    own = someone_in(world.units[2], "Người Khác")
    assert [may_read(one, own, on=DAY).is_yes for one in (world.officers[1], world.leaders[1])] == [False, False]
    assert may_read(world.officers[1], world.units[2], on=DAY).is_yes


def test_a_record_is_kept_by_the_units_own_and_by_the_secretariat_on_behalf(world, person):
    assert [may_keep(one, person, on=DAY).is_yes for one in (world.officers[1], world.secretary)] == [True, True]
    assert not may_keep(world.officers[2], person, on=DAY).is_yes
    [own, others] = [
        *entered(person, a_rating(), by=world.officers[1]),
        *entered(person, a_leave(), by=world.secretary),
    ]
    assert [own.on_behalf, others.on_behalf] == [False, True]
    assert refusal(withdraw, own, because="x", by=world.officers[2]) == ["rights.not_yours"]


def test_time_in_a_post_is_of_the_laws_table_and_stands_once(person):
    wrong = a_tenure("nguoi_gac_cong", from_on=date(2030, 1, 1), until_on=date(2029, 1, 1))
    assert refusal(enter, person, told=wrong) == [
        "honours.no_such_post",
        "honours.decided_later",
        "honours.ends_before",
    ]
    [row] = entered(person, a_tenure())
    assert record_of(person).tenures == [row]
    assert refusal(enter, person, told=a_tenure()) == ["honours.stands_already.tenure"]
