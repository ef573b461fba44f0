"""The score sheet that comes along into the next season: from the library, or as it was adopted."""

from datetime import date

import pytest

from tests.factories.people import an_administrator
from tests.factories.scores import DECEMBER, MAY, a_season_running, a_text, adopted
from tests.factories.seasons import a_key
from thidua.core.answer import NotPossible
from thidua.core.scoring import parse
from thidua.core.workflow.copying import Part
from thidua.records.conduct import next_sheets
from thidua.records.conduct.actions import copy_season
from thidua.records.conduct.next_season import BlocWish, Wish, prepared
from thidua.records.directory.models import Person
from thidua.records.journal.queries import body_of, lines_about
from thidua.records.papers.steps import Shown
from thidua.records.scores.actions import adopt_sheet
from thidua.records.scores.models import AdoptedSheet
from thidua.records.scores.queries import LibrarySheet, adopted_sheet
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import SeasonRole

OTHER = a_text().replace("indicator: ty-le", "indicator: khong-co")
NEWER = a_text("tie_breaks: [T]")


def a_wish(world, parts=frozenset(Part), slug="nam-2017"):
    blocs = {world.bloc.bloc.slug: BlocWish(date(2017, 1, 1), date(2017, 12, 31))}
    return Wish(slug, "Năm thi đua 2017", 2017, "", blocs, frozenset(parts), frozenset())


def ahead(world):
    return prepared(world.season, a_wish(world), on=DECEMBER.date())


def copied(world, *, by=None, head=None, **wished):
    wish = a_wish(world, **wished)
    seen = prepared(world.season, wish, on=DECEMBER.date()).seal
    return copy_season(world.season, wish=wish, head=head, seen=seen, by=by or world.head, at=DECEMBER, key=a_key())


def sheet_after(season):
    return adopted_sheet(season.blocs.get())


@pytest.fixture
def library(monkeypatch):
    """Puts texts on the library's shelf for the time of a test."""

    def holds(*texts):
        sheets = tuple(LibrarySheet(one.code, one.name, one.year, text) for text in texts if (one := parse(text)))
        monkeypatch.setattr(next_sheets, "library_sheets", lambda: sheets)

    return holds


@pytest.mark.both
@pytest.mark.parametrize(
    ("shelf", "taken", "text"),
    [
        ((a_text(),), "library", a_text()),
        ((NEWER,), "newer", NEWER),
        ((), "body", a_text()),
        ((OTHER,), "body", a_text()),
    ],
    ids=["still there", "changed since", "gone", "asking for an indicator that the bloc has not"],
)
def test_the_sheet_is_adopted_anew_and_told_beforehand_from_where(db, library, shelf, taken, text):
    library(*shelf)
    world = a_season_running()
    adopted(world)
    assert [(one.bloc_name, one.taken.value) for one in ahead(world).sheets] == [(world.bloc.bloc.name, taken)]
    season = copied(world)
    row = sheet_after(season)
    assert (row.number, row.text, row.issued_by, row.adopted_at) == (1, text, None, DECEMBER)
    assert adopted_sheet(world.bloc).text == a_text()
    [line] = lines_about(row)
    assert (line.kind, body_of(line)["sheets"]) == ("season.copied", {world.bloc.bloc.slug: row.text_hash})


def test_of_several_adopted_sheets_the_newest_comes_along(db, library):
    library()
    world = a_season_running()
    for text in (a_text(), NEWER):
        adopt_sheet(world.bloc, text=text, issued=None, by=world.secretary, at=MAY, key=a_key())
    assert sheet_after(copied(world)).text == NEWER


def test_a_bloc_without_a_sheet_and_a_sheet_not_chosen_bring_none(db):
    world = a_season_running()
    assert ahead(world).sheets == []
    adopted(world)
    season = copied(world, parts=frozenset(Part) - {Part.SHEETS})
    assert not AdoptedSheet.objects.filter(bloc_season__season=season).exists()


def test_a_sheet_comes_along_only_with_the_indicators_it_takes_figures_from(db):
    world = a_season_running()
    adopted(world)
    parts = frozenset(Part) - {Part.INDICATORS, Part.BASELINES}
    with pytest.raises(NotPossible) as refused:
        copied(world, parts=parts)
    assert [sentence.key for sentence in refused.value] == ["next_season.needs"]


def test_a_sheet_replaced_since_it_was_told_is_told_anew(db, library):
    library()
    world = a_season_running()
    adopted(world)
    seen = ahead(world).seal
    adopted(world, "tie_breaks: [T]")
    with pytest.raises(NotPossible) as refused:
        copy_season(world.season, wish=a_wish(world), seen=seen, by=world.head, at=DECEMBER, key=a_key())
    assert [sentence.key for sentence in refused.value] == ["next_season.told_otherwise"]


def test_an_administrator_copies_a_season_without_its_sheets(db):
    world = a_season_running()
    adopted(world)
    keeper = an_administrator()
    with pytest.raises(NotPossible) as refused:
        copied(world, by=keeper)
    assert [sentence.key for sentence in refused.value] == ["rights.not_yours"]
    season = copied(world, by=keeper, parts=frozenset(Part) - {Part.SHEETS})
    assert sheet_after(season) is None


def test_who_leads_a_later_year_copies_an_earlier_one_with_its_sheet(db, library):
    library()
    world = a_season_running()
    adopted(world)
    person = Person.objects.get(pk=world.leaders[1].person)
    heading = Heading(person, world.units[1], Shown("Quyết định phân công", "15/QĐ-BTP", date(2016, 11, 30)))
    copied(world, head=heading)
    assert not SeasonRole.objects.filter(season=world.season, person=person).exists()
    assert sheet_after(copied(world, by=world.leaders[1], slug="nam-2018")).text == a_text()
