"""January 2017 on the evening before the conference: 2016 is ranked, 2017 registered, its pacts written and unsigned.

The founding season as it stands on its last day, carried on; every unit has registered for 2017 on paper.
"""

from datetime import date, datetime
from fractions import Fraction

from thidua.base.days import instant
from thidua.cli.founding.files import named
from thidua.core.actor import Actor, PostKind
from thidua.core.days import years_later
from thidua.core.rights.scopes import Scope
from thidua.core.workflow.conferences import MatterKind
from thidua.core.workflow.copying import Part
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.actions import delegate_signature
from thidua.records.accounts.queries import actor_as_person, actor_of, demo_accounts
from thidua.records.conduct.actions import copy_season, move_stage
from thidua.records.conduct.next_season import BlocWish, Wish, prepared
from thidua.records.councils.actions.conferences import plan_conference, set_programme
from thidua.records.councils.actions.delegates import send_invitations
from thidua.records.councils.plan import ConferencePlan, ItemPlan, MatterPlan
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.directory.models import Unit
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.actions.pacts import write_pact
from thidua.records.seasons.models import BlocSeason, CommitmentSet, Season
from thidua.records.seasons.steps.figures import Figures

THE_DAY, A_WEEK_LATER = date(2017, 1, 13), date(2017, 1, 20)
NEW_YEAR, EVENING_BEFORE = instant(date(2017, 1, 3), 9), instant(date(2017, 1, 12), 17)
LETTER = "03/GUQ-STP"
NAME = "Hội nghị tổng kết năm 2016, ký giao ước năm 2017"
A_PAPER = SourcePaper("Bản đăng ký thi đua", "12/STP-VP", date(2017, 1, 9), "Lãnh đạo đơn vị", "Giám đốc")


def build() -> None:
    accounts = {one.demo_role: one for one in demo_accounts()}
    head, secretary = (actor_of(accounts[role], on=NEW_YEAR.date()) for role in ("truong-khu-vuc", "thuong-truc"))
    old = Season.objects.get(slug="nam-2016")
    for bloc in _blocs(old):
        _moved(bloc, Stage.REVIEWING, secretary)
    new = _copied(old, head)
    for bloc in _blocs(new):
        _registered(bloc, secretary)
        _written(bloc, secretary)
    _lets_sign(Unit.objects.get(code="STP-HD"))
    _invited(old, new, secretary)


def _moved(bloc: BlocSeason, stage: Stage, by: Actor) -> None:
    key = named(f"january:{bloc.pk}:{stage}")
    move_stage(BlocSeason.objects.get(pk=bloc.pk), to=stage, by=by, at=NEW_YEAR, key=key)


def _copied(old: Season, head: Actor) -> Season:
    years = {
        one.bloc.slug: BlocWish(years_later(one.starts_on, 1), years_later(one.ends_on, 1), (Stage.CROSS_SCORING,))
        for one in old.blocs.select_related("bloc")
    }
    wish = Wish("nam-2017", "Năm thi đua 2017", 2017, "Đoàn kết, kỷ cương", years, frozenset(Part), frozenset())
    seen = prepared(old, wish, on=NEW_YEAR.date()).seal
    return copy_season(old, wish=wish, seen=seen, by=head, at=NEW_YEAR, key=named("january:copied"))


def _registered(bloc: BlocSeason, secretary: Actor) -> None:
    for stage in (Stage.LAUNCHED, Stage.REGISTERING):
        _moved(bloc, stage, secretary)
    for sheet in CommitmentSet.objects.filter(membership__bloc_season=bloc):
        figures = {
            line.pk: Figures(None, True, None) if line.indicator.kind == "judged" else Figures(Fraction(95), None, None)
            for line in sheet.lines.select_related("indicator")
        }
        enter_commitments_on_behalf(
            sheet, figures=figures, paper=A_PAPER, by=secretary, at=EVENING_BEFORE, key=named(f"january:{sheet.pk}")
        )


def _written(bloc: BlocSeason, secretary: Actor) -> None:
    write_pact(
        bloc, preamble=f"GIAO ƯỚC THI ĐUA NĂM 2017\n{bloc.bloc.name}", place="Hải Phòng", seen_version=1, by=secretary,
        at=EVENING_BEFORE, key=named(f"january:{bloc.pk}:written"),
    )  # fmt: skip


def _lets_sign(unit: Unit) -> None:
    """The leader is away; the deputy has the letter."""
    on = date(2017, 1, 11)
    leader, deputy = (unit.posts.filter(kind=kind.value).earliest("pk") for kind in (PostKind.LEADER, PostKind.DEPUTY))
    delegate_signature(
        unit, leader=leader.person, delegate=deputy.person, letter_number=LETTER, letter_dated_on=on, from_on=on,
        until_on=date(2017, 1, 31), scopes={Scope.PACT}, by=actor_as_person(leader.person, on=on), at=instant(on, 8),
        key=named("january:letter"),
    )  # fmt: skip


def _at(hour: int, minute: int = 0) -> datetime:
    return instant(THE_DAY, hour, minute)


def _invited(old: Season, new: Season, secretary: Actor) -> None:
    """One conference for both years: the old one reviewed and its flags voted, the new one signed."""
    matters = [
        *(MatterPlan(MatterKind.REVIEW, f"Tổng kết {one.bloc.name}", bloc=one) for one in _blocs(old)),
        *(MatterPlan(MatterKind.NOMINATION, f"Suy tôn {one.bloc.name}", bloc=one) for one in _blocs(old)),
        *(MatterPlan(MatterKind.SIGNING, f"Ký giao ước {one.bloc.name}", bloc=one) for one in _blocs(new)),
    ]
    plan = ConferencePlan(
        NAME, _at(8), _at(11, 30), "Hải Phòng", hall="Hội trường tầng 2", answer_by=date(2017, 1, 11), matters=matters
    )
    told = {"by": secretary, "at": NEW_YEAR}
    one = plan_conference(new, slug="hoi-nghi-2017", plan=plan, key=named("january:planned"), **told)
    items = (
        ItemPlan(_at(8), _at(9), "Báo cáo tổng kết năm 2016", "Bộ phận thường trực", 1),
        ItemPlan(_at(9), _at(9, 40), "Bình xét, suy tôn năm 2016", "Trưởng Khu vực", 3),
        ItemPlan(_at(9, 40), _at(10, 30), "Ký giao ước thi đua năm 2017", "Lãnh đạo 22 đơn vị", 5),
    )
    one = set_programme(one, items=items, seen_version=one.version, key=named("january:programme"), **told)
    send_invitations(one, key=named("january:invited"), **told)


def _blocs(of: Season) -> list[BlocSeason]:
    return list(of.blocs.select_related("bloc", "season").order_by("bloc__position"))
