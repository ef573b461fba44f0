"""The grid as rows and cells: every cell is what the grid itself answers one role, at one stage or at any."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua.base.wording import say
from thidua.core.answer import Answer, Outcome, Sentence
from thidua.core.rights import Grid, Rule, held_with
from thidua.core.workflow.stages import ORDER, Stage

# Columns by where a role is held.
IN_THE_SEASON = ("head", "deputy", "secretariat", "observer")
IN_THE_UNIT = ("leader", "delegate", "officer", "staff")
ELSEWHERE = ("inspector", "member", "administrator", "signed_in", "public")
COLUMNS = (*IN_THE_SEASON, *IN_THE_UNIT, *ELSEWHERE)


class Cell(StrEnum):
    """`LATER`: may, but not at this stage. `KNOWS`: what only reads is not read, only known to be there."""

    DOES = "does"
    SEES = "sees"
    LATER = "later"
    KNOWS = "knows"
    NOTHING = ""


@dataclass(frozen=True)
class Row:
    """One act; `cells` are pairs of role and what it may, `when` at which stages, "" at any."""

    words: str
    cells: Sequence[tuple[str, Cell]]
    when: str


@dataclass(frozen=True)
class Group:
    """Acts about the same thing."""

    key: str
    name: str
    rows: Sequence[Row]


def groups_of(grid: Grid, roles: Sequence[str], stage: Stage | None) -> list[Group]:
    """Every act of the grid in its order; of one role alone only what it may do or know."""
    found: dict[str, list[Row]] = {}
    for rule in grid.rules.values():
        cells = [(role, cell_of(grid, rule, role, stage)) for role in roles]
        if len(roles) > 1 or cells[0][1]:
            found.setdefault(rule.about, []).append(Row(say(Sentence(f"act.{rule.act}")), cells, _when(rule.stages)))
    return [Group(about, say(Sentence(f"act_about.{about}")), rows) for about, rows in found.items()]


def cell_of(grid: Grid, rule: Rule, role: str, stage: Stage | None) -> Cell:
    """What the grid answers a role, with the roles that come with it."""
    return cell_for(rule, grid.answer(rule.act, held_with(role), stage))


def cell_for(rule: Rule, answer: Answer) -> Cell:
    """An answer to an act as a cell says it."""
    if answer.is_yes:
        return Cell.SEES if rule.only_reads else Cell.DOES
    if answer.outcome is Outcome.UNKNOWN:
        return Cell.NOTHING
    if answer.because is not None and answer.because.key == "rights.not_now":
        return Cell.LATER
    return Cell.KNOWS if rule.only_reads else Cell.SEES


def _when(stages: Sequence[Stage]) -> str:
    """Stages in a row as "from … to …", others one by one."""
    if not stages:
        return ""
    first, last = ORDER.index(stages[0]), ORDER.index(stages[-1])
    if len(stages) > 2 and list(stages) == list(ORDER[first : last + 1]):
        return say(Sentence("rights.stages_from_to", first=_stage(stages[0]), last=_stage(stages[-1])))
    return ", ".join(say(_stage(stage)) for stage in stages)


def _stage(stage: Stage) -> Sentence:
    return Sentence(f"stage.{stage}")
