"""A bloc that scores itself, on a sheet of every kind of formula, its cards brought as far as a test needs."""

from datetime import UTC, date, datetime
from fractions import Fraction

from tests.factories.counting import let_it_count
from tests.factories.kept import kept
from tests.factories.results import a_season_of_results, a_signed_report, a_wide_bloc
from tests.factories.seasons import A_PAPER, NOON, World, a_key, figures_for
from tests.factories.sheets import EVERY_KIND
from thidua.core.scoring import Given, as_written
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown
from thidua.records.scores.actions import (
    adopt_sheet,
    enter_card_on_behalf,
    finish_verification,
    save_card,
    sign_cards,
    submit_card,
    verify_line,
)
from thidua.records.scores.models import AdoptedSheet, CardLine, Finding, ScoreCard
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.models import BlocSeason, Membership

MAY = datetime(2016, 5, 5, 3, 0, tzinfo=UTC)  # the sheet is issued
OCTOBER = datetime(2016, 10, 20, 3, 0, tzinfo=UTC)  # the bloc scores itself
NOVEMBER = datetime(2016, 11, 15, 3, 0, tzinfo=UTC)  # the secretariat verifies
DECEMBER = datetime(2016, 12, 1, 9, 0, tzinfo=UTC)  # the head locks
ISSUED = Shown("Quyết định ban hành bảng điểm", "15/QĐ-KV", date(2016, 5, 4))
A_CARD_ON_PAPER = SourcePaper("Bảng tự chấm điểm", "61/BC-STP", date(2016, 10, 18), "Nguyễn Thị Thắm", "Giám đốc")
A_CHECK = Shown("Biên bản thẩm định điểm", "04/BB-KV", date(2016, 11, 14))
AN_EVIDENCE = Shown("Báo cáo chất lượng hòa giải", "52/BC-STP", date(2016, 10, 3))
INDICATOR_OF = {"on-time": "ty-le", "meetings": "cuoc", "plan": "hoc-tap", "initiatives": "luy-ke"}
# With quarter 1 of factories.results and 10 meetings registered, results give A.1 97.5, A.2 120, A.3 yes, B.4 5.
GIVEN = {
    "A.4": Given(Fraction(9), "Hòa giải thành cao hơn năm trước"),
    "B.1": Given(Fraction(0)),
    "B.2": Given("all"),
    "B.3": Given(Fraction(0)),
    "T.1": Given(False),
    "T.2": Given(Fraction(1)),
    "P.1": Given(Fraction(1)),
}
TOTAL = Fraction("62.5")  # A: 10 + 18 + 5 + 9, B: 5 + 5 + 5 + 5, bonus 1, penalty 0.5


def a_text(*settings: str) -> str:
    """The sheet of every formula on the indicators of factories.results; `settings` as "tie_breaks: [T]"."""
    text = EVERY_KIND
    for of_sheet, of_bloc in INDICATOR_OF.items():
        text = text.replace(f"indicator: {of_sheet}", f"indicator: {of_bloc}")
    return text.replace("maximum: 60\n", "\n".join(["maximum: 60", *settings, ""]), 1)


@kept
def a_season_running(members: int = 3) -> World:
    """Every unit has registered and signed the first quarter but the head's own, which has reported nothing."""
    world = a_season_of_results(members)
    for place in range(members):
        sheet = world.sheet(place)
        enter_commitments_on_behalf(
            sheet, figures=figures_for(sheet, 10), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
        )
    for place in range(1, members):
        a_signed_report(world, place)
    _run(world)
    return world


def _run(world: World) -> None:
    """The pact has tests of its own; here the bloc is past it."""
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=Stage.RUNNING.value)
    world.bloc.refresh_from_db()


def adopted(world: World, *settings: str, text: str = "") -> AdoptedSheet:
    text = text or a_text(*settings)
    return adopt_sheet(world.bloc, text=text, issued=ISSUED, by=world.secretary, at=MAY, key=a_key())


@kept
def a_season_scoring(members: int = 3, *settings: str) -> World:
    """At self-scoring: a card for every unit, filled in from results and otherwise empty."""
    return scoring(a_season_running(members), *settings)


def scoring(world: World, *settings: str) -> World:
    adopted(world, *settings)
    moved(world, Stage.SELF_SCORING, at=OCTOBER)
    return world


def moved(world: World, stage: Stage, at: datetime = NOVEMBER) -> None:
    move_stage(world.bloc, to=stage, by=world.secretary, at=at, key=a_key())
    world.bloc.refresh_from_db()


def the_member(world: World, place: int = 1) -> Membership:
    return Membership.objects.get(bloc_season=world.bloc, unit=world.units[place])


def the_card(world: World, place: int = 1) -> ScoreCard:
    return ScoreCard.objects.select_related("sheet").get(membership=the_member(world, place))


def the_row(card: ScoreCard, criterion: str) -> CardLine:
    return card.lines.get(criterion=criterion)


def inputs(**other: Given) -> dict[str, Given]:
    """Sound inputs for all that results do not give; `other` by the criterion's code, with _ for the dot."""
    return GIVEN | {code.replace("_", "."): given for code, given in other.items()}


def a_saved_card(world: World, place: int = 1, at: datetime = OCTOBER, **other: Given) -> ScoreCard:
    """With the evidence that A.4 asks for, named once."""
    card = the_card(world, place)
    shown = {} if the_row(card, "A.4").evidence.exists() else {"A.4": [AN_EVIDENCE]}
    return save_card(
        card, inputs=inputs(**other), evidence=shown, seen_version=card.version, by=world.officers[place], at=at,
        key=a_key(),
    )  # fmt: skip


def a_submitted_card(world: World, place: int = 1, at: datetime = OCTOBER, **other: Given) -> ScoreCard:
    card = a_saved_card(world, place, at, **other)
    return submit_card(card, seen_version=card.version, by=world.officers[place], at=at, key=a_key())


def a_signed_card(world: World, place: int = 1, at: datetime = OCTOBER, **other: Given) -> ScoreCard:
    card = a_submitted_card(world, place, at, **other)
    [signed] = sign_cards([card], by=world.leaders[place], at=at, key=a_key())
    return signed


def a_card_on_behalf(world: World, place: int = 2, at: datetime = OCTOBER, **other: Given) -> ScoreCard:
    return enter_card_on_behalf(
        the_card(world, place), inputs=inputs(**other), evidence={"A.4": [AN_EVIDENCE]}, paper=A_CARD_ON_PAPER,
        by=world.secretary, at=at, key=a_key(),
    )  # fmt: skip


@kept
def a_season_verifying(members: int = 3, *settings: str) -> World:
    """At verification: every card signed but that of the head's own unit, which is entered from its paper."""
    world = a_season_running(members)
    a_signed_report(world, 0)
    scoring(world, *settings)
    a_card_on_behalf(world, 0)
    for place in range(1, members):
        a_signed_card(world, place)
    moved(world, Stage.VERIFYING)
    return world


def a_finding(world: World, place: int = 1, criterion: str = "A.4", given: Given | None = None) -> Finding:
    card = the_card(world, place)
    return verify_line(
        the_row(card, criterion), given=given or Given(Fraction(8)), reason="Thiếu một vụ", shown=A_CHECK,
        seen_version=card.version, by=world.secretary, at=NOVEMBER, key=a_key(),
    )  # fmt: skip


def verified(world: World, *places: int) -> None:
    """Verification of these units' cards is done; of all without a word."""
    for place in places or range(len(world.units)):
        card = the_card(world, place)
        finish_verification(card, seen_version=card.version, by=world.secretary, at=NOVEMBER, key=a_key())


def a_wide_bloc_verified(members: int) -> World:
    """As many units as asked for, without people: signed, verified, every tenth with a finding."""
    return wide_and_verified(a_wide_bloc(members))


def wide_and_verified(world: World) -> World:
    """A wide bloc brought to verified cards, as if every unit had handed in the same."""
    _run(world)
    scoring(world)
    moved(world, Stage.VERIFYING)
    ScoreCard.objects.update(
        state=Handing.SIGNED.value, self_total=TOTAL, self_total_parts=625_000,
        verified_total=TOTAL, verified_total_parts=625_000, verified_at=NOVEMBER,
    )  # fmt: skip
    for code, given in GIVEN.items():
        CardLine.objects.filter(criterion=code).update(given=as_written(given.value), reason=given.reason)
    paper = Paper.objects.create(title=A_CHECK.title, number=A_CHECK.number, dated_on=A_CHECK.dated_on)
    found = {"given": "8", "points": Fraction(8), "points_parts": 80_000, "reason": "Thiếu", "paper": paper}
    judged = CardLine.objects.filter(criterion="A.4").order_by("pk")[::10]
    Finding.objects.bulk_create(Finding(line=line, at=NOVEMBER, by={}, **found) for line in judged)
    let_it_count()
    return world
