"""What comes next for a unit that has nothing to do today: the day, what is handed in, what opens it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.workflow.owing import Owing, Standing
from thidua.core.workflow.stages import Stage, is_before
from thidua.figures.tracking import Cell, rows_tracked
from thidua.records.conduct.debts import MILESTONES, debts_of
from thidua.records.seasons.models import BlocSeason, Membership

SHOWN = 4
OPENS_AT = {
    Owing.REGISTRATION: Stage.REGISTERING,
    Owing.SIGNING: Stage.SIGNED,
    Owing.REPORT: Stage.RUNNING,
    Owing.WRITTEN: Stage.LAUNCHED,
    Owing.SELF_SCORE: Stage.SELF_SCORING,
}
LEFT_THE_DESK = frozenset({Standing.DONE, Standing.WAITING})


@dataclass(frozen=True)
class Coming:
    """`opens` says what has to happen before; empty where the unit may begin."""

    due_on: date
    title: str
    opens: str


def coming_up(member: Membership, *, on: date) -> list[Coming]:
    """The next days of a unit's year, each with its own later day where it was given one; nine queries or more."""
    [row] = rows_tracked([member], debts_of(member.bloc_season), on=on)
    days = [(cell.due_on, cell) for cell in row.cells if cell.due_on and cell.due_on >= on]
    to_come = sorted((one for one in days if one[1].standing not in LEFT_THE_DESK), key=lambda one: one[0])
    return [Coming(due_on, _title(cell), _opens(cell, member.bloc_season)) for due_on, cell in to_come[:SHOWN]]


def _title(cell: Cell) -> str:
    milestone = MILESTONES.get(cell.debt.kind)
    return say(Sentence(f"milestone.{milestone}") if milestone else cell.debt.name)


def _opens(cell: Cell, bloc: BlocSeason) -> str:
    if bloc.at_stage is Stage.PLANNED:
        return _("Mở khi cụm, khu vực phát động.")
    opens_at = OPENS_AT[cell.debt.kind]
    if not is_before(bloc.at_stage, opens_at):
        return ""
    if cell.debt.kind is Owing.SIGNING:
        is_open = getattr(getattr(bloc, "pact", None), "opened_at", None)
        return "" if is_open else _("Mở khi bộ phận thường trực mở ký giao ước.")
    return _("Mở khi khối sang giai đoạn {stage}.").format(stage=say(Sentence(f"stage.{opens_at}")))
