"""A cluster with one bloc, brought to the stage that a test needs, by the ordinary acts."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import count

from tests.factories.kept import kept
from thidua.core.actor import Actor, PostKind, command
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.actions import open_account
from thidua.records.accounts.queries import actor_of
from thidua.records.conduct.actions import move_stage
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.directory.actions import appoint, keep_person, keep_unit
from thidua.records.directory.models import Unit
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.actions.pacts import open_signing, write_pact
from thidua.records.seasons.actions.planning import found_cluster, give_role, plan_season
from thidua.records.seasons.models import Bloc, BlocSeason, CommitmentSet, Pact, Season
from thidua.records.seasons.plan import BlocPlan, ContentPlan, IndicatorPlan, PeriodPlan, SeasonPlan
from thidua.records.seasons.steps.figures import Figures

NOON = datetime(2016, 3, 4, 5, 0, tzinfo=UTC)
TODAY = date(2016, 3, 4)
BUILDER = command("test")
_keys = count()


def a_key() -> str:
    return f"test-key-{next(_keys)}"


@dataclass
class World:
    """One season of one bloc: unit 1 is the head's unit; each unit has a leader and an officer with accounts."""

    season: Season
    bloc: BlocSeason
    units: list[Unit]
    leaders: list[Actor]
    officers: list[Actor]
    head: Actor
    secretary: Actor
    outsider: Actor

    def sheet(self, place: int) -> CommitmentSet:
        return CommitmentSet.objects.get(membership__bloc_season=self.bloc, membership__unit=self.units[place])

    def pact(self) -> Pact:
        return Pact.objects.get(bloc_season=self.bloc)


def a_unit(place: int) -> Unit:
    return keep_unit(
        code=f"STP-{place}",
        slug=f"stp-{place}",
        kind="so_tu_phap",
        name=f"Sở Tư pháp tỉnh Số {place}",
        short_name=f"STP Số {place}",
        label=f"Số {place}",
        parent=None,
        from_on=None,
        by=BUILDER,
        at=NOON,
        key=a_key(),
    )


def an_actor(name: str, unit: Unit, kind: PostKind, title: str = "") -> Actor:
    email = f"nguoi{next(_keys)}@example.vn"
    person = keep_person(full_name=name, email=email, is_made_up=True, by=BUILDER, at=NOON, key=a_key())
    appoint(
        person,
        unit=unit,
        kind=kind,
        title=title or kind.value,
        from_on=None,
        until_on=None,
        by=BUILDER,
        at=NOON,
        key=a_key(),
    )
    account = open_account(person=person, email=email, by=BUILDER, at=NOON, key=a_key())
    return actor_of(account, on=TODAY)


INDICATORS = (
    IndicatorPlan("ty-le", 1, "Tỷ lệ đúng hạn", "Đúng hạn", "%", "number", "higher", "ratio", "Sổ"),
    IndicatorPlan("hoc-tap", 1, "Học tập", "Học tập", "đánh giá", "judged", "higher", "last", "Nhận xét"),
)
PERIODS = (PeriodPlan("quy-1", "Quý I", date(2016, 1, 1), date(2016, 3, 31), date(2016, 4, 8)),)


@kept
def a_season(
    members: int = 3,
    slug: str = "cum-thu",
    indicators: tuple[IndicatorPlan, ...] = INDICATORS,
    periods: tuple[PeriodPlan, ...] = PERIODS,
) -> World:
    """Planned, not yet launched."""
    units = [a_unit(next(_keys)) for _ in range(members)]
    cluster = found_cluster(
        slug=slug, name="Cụm thử", short_name="Cụm thử", head_word="Cụm trưởng", deputy_word="Cụm phó",
        authority=None, blocs=[("khoi", "Khối thử")], by=BUILDER, at=NOON, key=a_key(),
    )  # fmt: skip
    plan = SeasonPlan(
        slug="nam-2016", name="Năm thi đua 2016", emulation_year=2016, motto="Đoàn kết, sáng tạo",
        contents=(ContentPlan(1, "Hoàn thành nhiệm vụ", "Nhiệm vụ"),),
        blocs=(
            BlocPlan(
                Bloc.objects.get(cluster=cluster), date(2016, 1, 1), date(2016, 12, 31), tuple(units),
                (Stage.CROSS_SCORING,), indicators,
                periods,
                (("registration", date(2016, 2, 19), ""),),
            ),
        ),
    )  # fmt: skip
    season = plan_season(cluster, plan=plan, by=BUILDER, at=NOON, key=a_key())
    leaders = [
        an_actor(f"Lãnh Đạo {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[place % 26]}", unit, PostKind.LEADER, "Giám đốc")
        for place, unit in enumerate(units)
    ]
    officers = [an_actor("Cán Bộ Một", unit, PostKind.OFFICER) for unit in units]
    secretary = an_actor("Thư Ký Một", units[0], PostKind.STAFF)
    for role, actor in (("head", leaders[0]), ("secretariat", secretary)):
        person = units[0].posts.get(person=actor.person).person
        give_role(season, role=role, person=person, unit=units[0], from_on=None, by=BUILDER, at=NOON, key=a_key())
    outsider = an_actor("Người Ngoài", a_unit(next(_keys)), PostKind.LEADER)
    bloc = BlocSeason.objects.get(season=season)
    return World(season, bloc, units, leaders, officers, leaders[0], secretary, outsider)


@kept
def a_season_registering(
    members: int = 3,
    indicators: tuple[IndicatorPlan, ...] = INDICATORS,
    periods: tuple[PeriodPlan, ...] = PERIODS,
) -> World:
    """Launched, with every unit's sheet of commitments open and empty."""
    world = a_season(members, indicators=indicators, periods=periods)
    for stage in (Stage.LAUNCHED, Stage.REGISTERING):
        move_stage(world.bloc, to=stage, by=world.secretary, at=NOON, key=a_key())
    world.bloc.refresh_from_db()
    return world


def figures_for(sheet: CommitmentSet, registered: int = 95) -> dict[int, Figures]:
    return {
        line.pk: Figures(None, True, None)
        if line.indicator.kind == "judged"
        else Figures(Fraction(registered), None, Fraction(90), "Giữ vững")
        for line in sheet.lines.select_related("indicator")
    }


A_PAPER = SourcePaper("Bản đăng ký thi đua", "12/STP-VP", date(2016, 2, 15), "Nguyễn Thị Thắm", "Giám đốc")


@kept
def a_pact_open_for_signing(members: int = 3) -> World:
    """Every unit's commitments signed, the pact's text fixed, nobody has signed."""
    world = a_season_registering(members)
    for place in range(members):
        sheet = world.sheet(place)
        enter_commitments_on_behalf(
            sheet, figures=figures_for(sheet), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
        )
    pact = write_pact(
        world.bloc,
        preamble="GIAO ƯỚC THI ĐUA",
        place="Vĩnh Phúc",
        seen_version=1,
        by=world.secretary,
        at=NOON,
        key=a_key(),
    )
    open_signing(pact, by=world.secretary, at=NOON, key=a_key())
    return world
