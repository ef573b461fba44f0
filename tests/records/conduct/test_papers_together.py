"""Two acts at once on a season's papers: a number is given once, a paper begun once."""

import pytest

from tests.documents.official.test_templates import a_template
from tests.factories.papers import PLAN, a_draft, a_letterhead, a_signed, issued_as, the_fields
from tests.factories.seasons import NOON, World, a_key, a_season
from tests.together import queued, together
from thidua.records.conduct.actions import adopt_template, ask_pdf, ask_unit_pdf, draft_paper, issue_paper, submit_paper
from thidua.records.files.steps import keep_file
from thidua.records.journal.queries import events_about
from thidua.records.papers.models import Letterhead, MadePdf, NumberTaken, OfficialPaper, UnitPdf
from thidua.records.papers.steps.official import Drafted

pytestmark = pytest.mark.both


def two_signed(world: World) -> list[OfficialPaper]:
    """Two papers of one symbol, the second as a later turn would be."""
    first = a_signed(world)
    second = OfficialPaper.objects.get(pk=first.pk)
    second.pk, second.public_id, second.nth = None, "anotherone1", 2
    second.save()
    return [first, second]


def issuing(world: World, papers: list[OfficialPaper], number: str):
    return [
        lambda one=one: issue_paper(
            one, issued=issued_as(number, of=one), seen_version=one.version, by=world.secretary, at=NOON, key=a_key()
        )
        for one in papers
    ]


def test_two_papers_at_once_get_two_numbers_of_the_offices_own_count(own_database):
    world = a_season()
    a_letterhead(world, own_numbers=True)
    together(*issuing(world, two_signed(world), ""))
    assert sorted(NumberTaken.objects.values_list("number", flat=True)) == ["01/KH-STP", "02/KH-STP"]


def test_two_who_wait_for_the_letterhead_get_two_numbers(own_database):
    world = a_season()
    a_letterhead(world, own_numbers=True)
    queued(Letterhead.objects.all(), *issuing(world, two_signed(world), ""))
    assert sorted(NumberTaken.objects.values_list("serial", flat=True)) == [1, 2]


def test_one_number_typed_for_two_papers_at_once_is_given_to_one(own_database):
    world = a_season()
    answers = together(*issuing(world, two_signed(world), "05/KH-STP"))
    assert answers.count(["paper.number_taken"]) == 1
    assert OfficialPaper.objects.filter(number="05/KH-STP").count() == 1


def test_a_paper_that_two_begin_at_once_is_begun_once(own_database):
    world = a_season()
    fields = the_fields(world)
    told = {"code": PLAN, "subject": world.season.public_id, "filled": fields, "at": NOON}
    together(
        *(lambda by=by: draft_paper(world.season, by=by, key=a_key(), **told) for by in (world.secretary, world.head))
    )
    assert OfficialPaper.objects.values_list("nth", flat=True).get() == 1


def test_a_draft_that_two_submit_at_once_is_submitted_once(own_database):
    world = a_season()
    paper = a_draft(world)
    answers = together(
        *(
            lambda by=by: submit_paper(paper, seen_version=paper.version, by=by, at=NOON, key=a_key())
            for by in (world.secretary, world.head)
        )
    )
    assert answers.count(["paper.is_submitted"]) == 1


def test_a_pdf_that_two_ask_for_at_once_is_asked_for_once(own_database):
    world = a_season()
    file = keep_file(name="mau.docx", content=a_template("{{ nam }}"), at=NOON)
    adopt_template(world.season, code=PLAN, file=file, by=world.secretary, at=NOON, key=a_key())
    paper = a_draft(world)
    together(*(lambda who=who: ask_pdf(paper, by=who, at=NOON, key=a_key()) for who in (world.secretary, world.head)))
    assert MadePdf.objects.count() == 1
    assert events_about(paper).count("paper.pdf_asked") == 1


def test_a_units_pdf_that_two_ask_for_at_once_is_asked_for_once(own_database):
    world = a_season()
    member = world.bloc.members.get(unit=world.units[1])
    word = keep_file(name="giay.docx", content=a_template("{{ nam }}"), at=NOON)
    drafted = Drafted(member.token, "giay-uy-quyen", "0" * 64, word)
    people = (world.officers[1], world.leaders[1])
    together(*(lambda who=who: ask_unit_pdf(member, drafted=drafted, by=who, at=NOON, key=a_key()) for who in people))
    assert events_about(UnitPdf.objects.get()) == ["paper.unit_pdf_asked"]
