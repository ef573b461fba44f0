"""A season in which every address leads to something, and the ranking is locked; the addresses name its second unit."""

from datetime import date
from fractions import Fraction

from tests.factories.awards import a_title, entered
from tests.factories.beginnings import a_read_list
from tests.factories.chapters import a_chapter, an_activity
from tests.factories.conferences import (
    a_held_conference,
    a_paper_of,
    a_received_talk,
    an_invited_conference,
    with_a_script,
)
from tests.factories.files import PDF, a_png, an_excel_file
from tests.factories.kept import kept
from tests.factories.money import a_receipt, a_spending, an_approved_estimate, asked
from tests.factories.papers import a_draft, an_issued
from tests.factories.participation import A_PHONE, a_code, somebody
from tests.factories.people import a_unit_named
from tests.factories.registers import a_read_register, a_register
from tests.factories.results import A_REPORT_ON_PAPER, APRIL, a_season_of_results, figures_of, the_line, the_report
from tests.factories.returned import a_good_form, a_read_drop
from tests.factories.scores import (
    A_CARD_ON_PAPER,
    DECEMBER,
    MAY,
    OCTOBER,
    a_text,
    inputs,
    moved,
    the_card,
    the_member,
    verified,
)
from tests.factories.seasons import A_PAPER, BUILDER, NOON, TODAY, World, a_key, figures_for
from tests.factories.written import a_written_on_behalf
from tests.pages.walk.addresses import OWN
from tests.pages.walk.field import a_field
from tests.pages.walk.people import FOR_EVER
from thidua.base.clock import now
from thidua.core.law.history import Level
from thidua.core.workflow.conferences import Hall
from thidua.core.workflow.evaluating import Section
from thidua.core.workflow.handing_over import Reply as Said
from thidua.core.workflow.handing_over import Side
from thidua.core.workflow.participation import ActKind
from thidua.core.workflow.stages import Stage
from thidua.records.awards.told import Decision, RatingTold
from thidua.records.conduct.actions import (
    add_thing,
    enter_signed_minutes,
    prepare_handover,
    reorganise_units,
    reply_to_item,
    tick_items,
)
from thidua.records.conduct.handing_over import SignedMinutes, Signer
from thidua.records.conduct.models import Evaluation
from thidua.records.councils.actions.delegates import answer_invitation_on_behalf
from thidua.records.councils.actions.seats import arrange_seats
from thidua.records.councils.plan import Person as Coming
from thidua.records.councils.plan import Reply
from thidua.records.desk.actions import write_house_address
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.directory.models import Person
from thidua.records.directory.reorganising import Ground, merging
from thidua.records.files.models import StoredFile
from thidua.records.files.steps import keep_file
from thidua.records.papers.steps import Shown
from thidua.records.results.actions import Reached, correct_result, enter_report_on_behalf
from thidua.records.results.actions.activities import add_activity_photo
from thidua.records.results.actions.participation import enter_by_code
from thidua.records.results.models import JoinCode
from thidua.records.results.told import ActTold
from thidua.records.scores.actions import adopt_sheet, enter_card_on_behalf, exclude_unit, lock_ranking_on_paper
from thidua.records.seasons.actions.annexes import propose_annex
from thidua.records.seasons.actions.campaigns import draft_campaign, launch_campaign
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.actions.guidance import Received, keep_guidance
from thidua.records.seasons.actions.heads import name_head
from thidua.records.seasons.actions.invitations import invite_units
from thidua.records.seasons.actions.pacts import (
    PaperSignature,
    close_signing,
    lock_signing_list,
    open_signing,
    sign_on_paper,
    write_pact,
)
from thidua.records.seasons.actions.signed_files import hand_out_paper
from thidua.records.seasons.campaign_told import CampaignTold, GoalTold
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import BlocSeason, SeasonRole

SECRET = "Chuyện chỉ đơn vị và khối được biết"  # stands in what is entered; nobody else may read it anywhere


@kept
def a_season_with_everything() -> World:
    """All of the second unit was entered from papers with scans, and shown by files; the third is not ranked."""
    world = a_season_of_results(members=3)
    _opened()
    _guided(world)
    _headed(world)
    _launched(world)
    _invited(world)
    _signed(world)
    _reported(world)
    _scored(world)
    _taken_part(world)
    _evaluated(world)
    _handed_over(world)
    _issued(world)
    _begun(world)
    _honoured(world)
    return world


def _honoured(world: World) -> None:
    """The officer has a record, and so has the unit; a register of it was read and not taken over."""
    officer = Person.objects.get(pk=world.officers[1].person)
    entered(officer, RatingTold(2015, Level.HTXS, decision=Decision(source=SECRET)))
    entered(world.units[1], a_title("TTLDXS"))
    book = a_register([(world.units[1].name, "Tập thể LĐTT", 2014, "12/QĐ-STP", "15/1/2015")])
    a_read_register(world.units[1], book, by=BUILDER)


def at_stage(world: World, stage: Stage) -> None:
    """The bloc as if it stood there still; what it has stays."""
    if world.bloc.stage == stage:
        return
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=stage.value)
    world.bloc.refresh_from_db()


def a_scan() -> StoredFile:
    return keep_file(name="ban-quet.pdf", content=PDF, at=NOON)


def _scanned(paper: SourcePaper) -> SourcePaper:
    return SourcePaper(SECRET, paper.number, paper.dated_on, paper.signer_name, paper.signer_title, a_scan())


def _shown() -> Shown:
    return Shown(SECRET, "52/BC-STP", date(2016, 3, 3), a_scan())


def _opened() -> None:
    """To the units, by an address that was written."""
    write_house_address(address="http://localhost:8000", seen_version=1, by=BUILDER, at=NOON, key=a_key())


def _guided(world: World) -> None:
    """A paper from above with its file; and two units in no season, one of which passed into the other."""
    received = Received("15/BTP-TĐKT", TODAY, "Bộ Tư pháp", SECRET, file=a_scan())
    keep_guidance(world.season, received=received, by=world.secretary, at=NOON, key=a_key())
    first, second = a_unit_named("Sở Cũ", "so-cu"), a_unit_named("Sở Nay", "so-nay")
    ground = Ground("Nghị quyết sắp xếp", "202/NQ", TODAY, "Quốc hội", a_scan())
    reorganise_units(merging((first,), second, on=TODAY, ground=ground), by=BUILDER, at=NOON, key=a_key())


def _headed(world: World) -> None:
    """The head by a decision with its scan."""
    head = SeasonRole.objects.get(season=world.season, role="head")
    heading = Heading(head.person, head.unit, Shown(SECRET, "15/QĐ-BTP", TODAY, a_scan()))
    name_head(world.season, heading=heading, from_on=None, by=world.head, at=NOON, key=a_key())


def _launched(world: World) -> None:
    """A campaign of the cluster, launched by a paper with its scan."""
    told = CampaignTold("peak", "Cao điểm", TODAY, date(2016, 6, 30), method=SECRET, goals=(GoalTold(SECRET),))
    one = draft_campaign(world.season, told=told, by=world.secretary, at=NOON, key=a_key())
    paper = Shown(SECRET, "12/KH", TODAY, a_scan())
    launch_campaign(one, shown=paper, by=world.secretary, at=NOON, key=a_key())
    world.season.refresh_from_db()


def _evaluated(world: World) -> None:
    """What the level above has signed, with its scan; the season itself walks on as if it were not ranked."""
    row = Evaluation.objects.create(season=world.season, rating="HTT", file=a_scan(), signed_at=NOON)
    row.points.create(section=Section.LEFT.value, position=1, text=SECRET)


def _handed_over(world: World) -> None:
    """To the second unit, with a thing that was missing when both had signed on paper, and the scan of that."""
    leader = Person.objects.get(pk=world.leaders[OWN].person)
    heading = Heading(leader, world.units[OWN], Shown(SECRET, "25/QĐ-BTP", TODAY, a_scan()))
    one = prepare_handover(world.season, heading=heading, due_on=None, by=world.head, at=DECEMBER, key=a_key())
    by = {"by": world.secretary, "at": DECEMBER}
    thing = add_thing(one, text=SECRET, key=a_key(), **by)
    reply_to_item(
        thing, reply=Said.MISSING, remark=SECRET, due_on=FOR_EVER, seen_version=thing.version, key=a_key(), **by
    )
    picked = [item.public_id for item in one.items.all()]
    one = tick_items(one, side=Side.GIVER, picked=picked, key=a_key(), **by)
    signers = Signer("Trần Huy Bách", "Giám đốc"), Signer("Trần Thị Lan", "Giám đốc")
    minutes = SignedMinutes("3/BB", DECEMBER.date(), *signers, a_scan())
    enter_signed_minutes(one, minutes=minutes, seen_version=one.version, key=a_key(), **by)


def _issued(world: World) -> None:
    """The plan, with its number and signed file; the half-year's report of the cluster is being written."""
    an_issued(world, file=a_scan())
    a_draft(world, "bao-cao-so-ket")


def _begun(world: World) -> None:
    """A list of units that was read and not taken over, and a code by which somebody of the second unit may come in."""
    a_read_list(BUILDER)
    invite_units(world.season, units=[world.units[OWN]], by=world.secretary, at=now(), key=a_key())


def _invited(world: World) -> None:
    """A conference with a guest, to which the second unit has answered on paper and paid; and one that was held."""
    conference = with_a_script(an_invited_conference(world, matter=SECRET), world)
    a_paper_of(a_held_conference(world, matter=SECRET, slug="hn-cu"), world, file=a_scan())
    invitation = conference.invitations.get(membership__unit=world.units[OWN])
    answer_invitation_on_behalf(
        invitation, reply=Reply(True, [Coming("Trần Huy Bách")], SECRET), paper=_scanned(A_PAPER), by=world.secretary,
        at=NOON, key=a_key(),
    )  # fmt: skip
    a_received_talk(conference, world, OWN, file=a_scan(), title=SECRET)
    arrange_seats(conference, hall=Hall(2, 3), by=world.secretary, at=NOON, key=a_key())
    budget = asked(world, an_approved_estimate(world, conference))
    a_receipt(world, budget, OWN)
    a_spending(world, budget, file=a_scan(), what=SECRET)


def _signed(world: World) -> None:
    """The pact is locked with one signature in ink, and an annex to it waits."""
    by = {"by": world.secretary, "at": NOON}
    for place in range(len(world.units)):
        sheet = world.sheet(place)
        enter_commitments_on_behalf(sheet, figures=figures_for(sheet, 10), paper=_scanned(A_PAPER), key=a_key(), **by)
    pact = write_pact(world.bloc, preamble="GIAO ƯỚC", place="Vĩnh Phúc", seen_version=1, key=a_key(), **by)
    pact = open_signing(pact, key=a_key(), **by)
    paper = {"paper": a_scan(), "text_hash": pact.text_hash}
    hand_out_paper(pact, key=a_key(), **paper, **by)
    ink = PaperSignature("Trần Huy Bách", "Giám đốc", "leader", scan=a_scan())
    sign_on_paper(pact, unit=world.units[OWN], signed=ink, key=a_key(), **by)
    close_signing(pact, by=world.head, at=NOON, key=a_key())
    lock_signing_list(pact, by=world.head, at=NOON, key=a_key())
    world.bloc.refresh_from_db()
    line = world.sheet(OWN).lines.get(indicator__code="cuoc")
    propose_annex(
        world.pact(), unit=world.units[OWN], changes={line.pk: Fraction(9)}, reason=SECRET, by=world.officers[OWN],
        at=NOON, key=a_key(),
    )  # fmt: skip


def _reported(world: World) -> None:
    """The first quarter, with a paper beside a figure and a correction that waits."""
    at_stage(world, Stage.RUNNING)
    a_field(world, a_scan(), SECRET)
    for place in (0, OWN):
        report = the_report(world, place)
        enter_report_on_behalf(
            report, figures=figures_of(report), evidence={the_line(report, "cuoc").pk: [_shown()]},
            paper=_scanned(A_REPORT_ON_PAPER), by=world.secretary, at=APRIL, key=a_key(),
        )  # fmt: skip
    a_read_drop(world, {"bieu.xlsx": a_good_form(world, 2, I12=SECRET), "sai.xlsx": an_excel_file()}, at=APRIL)
    a_written_on_behalf(world, OWN, file=a_scan(), chi_dao=[SECRET])
    correct_result(
        the_line(the_report(world, OWN), "cuoc"), reached=Reached(value=Fraction(13)), reason=SECRET,
        by=world.officers[OWN], at=APRIL, key=a_key(),
    )  # fmt: skip


def _scored(world: World) -> None:
    adopt_sheet(world.bloc, text=a_text(), issued=_shown(), by=world.secretary, at=MAY, key=a_key())
    moved(world, Stage.SELF_SCORING, at=OCTOBER)
    for place in (0, OWN):
        enter_card_on_behalf(
            the_card(world, place), inputs=inputs(), evidence={"A.4": [_shown()]}, paper=_scanned(A_CARD_ON_PAPER),
            by=world.secretary, at=OCTOBER, key=a_key(),
        )  # fmt: skip
    moved(world, Stage.VERIFYING)
    verified(world, 0, OWN)
    exclude_unit(the_member(world, 2), reason=SECRET, shown=_shown(), by=world.secretary, at=DECEMBER, key=a_key())
    decided = SourcePaper(SECRET, "9/BB", DECEMBER.date(), "Trần Huy Bách", "Trưởng Khu vực", a_scan())
    lock_ranking_on_paper(world.bloc, paper=decided, by=world.secretary, at=DECEMBER, key=a_key())


def _taken_part(world: World) -> None:
    """A code of the second unit, and what somebody sent by it with a photograph, which waits; a chapter's activity."""
    photo = keep_file(name="anh.png", content=a_png(), at=NOON)
    told = ActTold(ActKind.ATTENDANCE, TODAY, SECRET, world.units[OWN], name="Người Gửi", photo=photo)
    by = somebody("Người Gửi")
    code = a_code(world, OWN)
    enter_by_code(code, told=told, sender=A_PHONE, by=by, at=NOON, key=a_key())
    JoinCode.objects.filter(pk=code.pk).update(expires_on=FOR_EVER)
    chapter = a_chapter(world, world.officers[OWN])
    activity = an_activity(world, chapter, world.officers[OWN])
    add_activity_photo(activity, file=photo, alt="Ra quân", by=world.officers[OWN], at=NOON, key=a_key())
