"""A season of four quarters with every kind of indicator, its reports open, and figures for them."""

from datetime import UTC, date, datetime
from fractions import Fraction

from tests.factories.counting import let_it_count
from tests.factories.kept import kept
from tests.factories.seasons import World, a_key, a_season_registering
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.directory.models import Unit
from thidua.records.results.actions import Reached, enter_report_on_behalf, save_report, sign_reports, submit_report
from thidua.records.results.models import Report, Result
from thidua.records.results.steps.reports import open_reports
from thidua.records.seasons.models import Commitment, CommitmentSet, Membership
from thidua.records.seasons.plan import IndicatorPlan, PeriodPlan
from thidua.records.seasons.steps.commitments import open_commitments

APRIL = datetime(2016, 4, 5, 3, 0, tzinfo=UTC)  # quarter 1 is over and not yet due
JULY = datetime(2016, 7, 5, 3, 0, tzinfo=UTC)
INDICATORS = (
    IndicatorPlan("ty-le", 1, "Tỷ lệ đúng hạn", "Đúng hạn", "%", "number", "higher", "ratio", "Sổ"),
    IndicatorPlan("cuoc", 1, "Số cuộc tuyên truyền", "Tuyên truyền", "cuộc", "number", "higher", "sum", "Báo cáo"),
    IndicatorPlan("luy-ke", 1, "Lũy kế kiểm tra", "Kiểm tra", "tổ chức", "number", "higher", "last", "Kết luận"),
    IndicatorPlan("ton-dong", 1, "Việc tồn đọng", "Tồn đọng", "việc", "number", "lower", "last", "Thống kê"),
    IndicatorPlan("hoc-tap", 1, "Học tập", "Học tập", "đánh giá", "judged", "higher", "last", "Nhận xét"),
)
PERIODS = (
    PeriodPlan("quy-1", "Quý I", date(2016, 1, 1), date(2016, 3, 31), date(2016, 4, 8)),
    PeriodPlan("quy-2", "Quý II", date(2016, 4, 1), date(2016, 6, 30), date(2016, 7, 8)),
    PeriodPlan("quy-3", "Quý III", date(2016, 7, 1), date(2016, 9, 30), date(2016, 10, 7)),
    PeriodPlan("quy-4", "Quý IV", date(2016, 10, 1), date(2016, 12, 31), date(2017, 1, 9)),
)
GOOD = {
    "ty-le": Reached(numerator=Fraction(39), denominator=Fraction(40)),
    "cuoc": Reached(value=Fraction(12)),
    "luy-ke": Reached(value=Fraction(5)),
    "ton-dong": Reached(value=Fraction(8)),
    "hoc-tap": Reached(is_met=True),
}
A_REPORT_ON_PAPER = SourcePaper("Báo cáo quý I", "38/BC-STP", date(2016, 4, 4), "Nguyễn Thị Thắm", "Giám đốc")


@kept
def a_season_of_results(members: int = 3) -> World:
    """Registering, so that every report is open and nothing is registered yet."""
    return a_season_registering(members, INDICATORS, PERIODS)


def the_report(world: World, place: int = 1, period: str = "quy-1") -> Report:
    return Report.objects.get(
        membership__bloc_season=world.bloc, membership__unit=world.units[place], period__slug=period
    )


def the_line(report: Report, code: str) -> Result:
    return report.lines.select_related("indicator").get(indicator__code=code)


def figures_of(report: Report, **other: Reached) -> dict[int, Reached]:
    """Good figures for every line; `other` by the indicator's code, with _ for -."""
    told = GOOD | {code.replace("_", "-"): reached for code, reached in other.items()}
    return {line.pk: told[line.indicator.code] for line in report.lines.select_related("indicator")}


def a_saved_report(
    world: World, place: int = 1, period: str = "quy-1", at: datetime = APRIL, **other: Reached
) -> Report:
    report = the_report(world, place, period)
    return save_report(
        report, figures=figures_of(report, **other), note="", seen_version=report.version,
        by=world.officers[place], at=at, key=a_key(),
    )  # fmt: skip


def a_submitted_report(
    world: World, place: int = 1, period: str = "quy-1", at: datetime = APRIL, **other: Reached
) -> Report:
    report = a_saved_report(world, place, period, at, **other)
    return submit_report(report, seen_version=report.version, by=world.officers[place], at=at, key=a_key())


def a_signed_report(
    world: World, place: int = 1, period: str = "quy-1", at: datetime = APRIL, **other: Reached
) -> Report:
    report = a_submitted_report(world, place, period, at, **other)
    [signed] = sign_reports([report], by=world.leaders[place], at=at, key=a_key())
    return signed


def a_report_on_behalf(
    world: World, place: int = 2, period: str = "quy-1", at: datetime = APRIL, **other: Reached
) -> Report:
    report = the_report(world, place, period)
    return enter_report_on_behalf(
        report, figures=figures_of(report, **other), paper=A_REPORT_ON_PAPER, by=world.secretary, at=at, key=a_key()
    )


def a_wide_bloc(members: int) -> World:
    """As many units as asked for, without people, the first quarter signed with good figures and registered 40."""
    world = a_season_of_results(members=1)
    made = Unit.objects.bulk_create(
        Unit(code=f"W-{place}", slug=f"w-{place}", kind="so_tu_phap", name=f"Sở số {place}", short_name=f"Sở {place}")
        for place in range(1, members)
    )
    Membership.objects.bulk_create(
        Membership(bloc_season=world.bloc, unit=unit, position=place, name=unit.name, short_name=unit.short_name)
        for place, unit in enumerate(made, 2)
    )
    open_commitments(world.bloc)
    open_reports(world.bloc)
    let_it_count()
    CommitmentSet.objects.update(state=Handing.SIGNED.value)
    Commitment.objects.filter(indicator__kind="number").update(registered=Fraction(40))
    first_quarter = Report.objects.filter(period__slug="quy-1")
    first_quarter.update(state=Handing.SIGNED.value, handed_in_on=APRIL.date())
    for code, reached in GOOD.items():
        figures = {column: part for column, part in vars(reached).items() if column != "note"}
        Result.objects.filter(report__in=first_quarter, indicator__code=code).update(**figures)
    return world
