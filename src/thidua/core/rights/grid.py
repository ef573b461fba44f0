"""The grid of rights: for each act the roles that may do it, those that may know of it, and the stages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from thidua.core.answer import UNKNOWN, YES, Answer, Sentence, not_possible
from thidua.core.rights.scopes import held_in
from thidua.core.workflow.stages import Stage

IN_ORDER = (  # as a refusal names them: who is nearest to the work first
    "officer", "leader", "delegate", "staff",  # posts in the unit that the act is about
    "inspector",  # in the team that visits the unit
    "member",  # any post in any unit of the bloc or season
    "secretariat", "head", "deputy", "observer",  # parts in the season
    "administrator", "signed_in", "public",
)  # fmt: skip
ROLES = frozenset(IN_ORDER)


# What holds together: whoever leads a unit is also of a member unit, and signed in.
_OF_A_UNIT = frozenset({"member", "signed_in", "public"})
HELD_TOGETHER = {
    "leader": _OF_A_UNIT, "officer": _OF_A_UNIT, "staff": _OF_A_UNIT, "member": _OF_A_UNIT,
    "delegate": _OF_A_UNIT | {"staff"},
    **dict.fromkeys(("head", "deputy", "secretariat", "observer", "administrator"), frozenset({"signed_in", "public"})),
    "signed_in": frozenset({"public"}),
}  # fmt: skip
READING = frozenset({"read", "watch"})
NOT_YOURS = "rights.not_yours"


def held_with(role: str) -> frozenset[str]:
    """A role with those that come with it."""
    return HELD_TOGETHER.get(role, frozenset()) | {role}


@dataclass(frozen=True)
class Rule:
    """`stages` empty: at any stage."""

    act: str
    may: frozenset[str]
    sees: frozenset[str]
    stages: tuple[Stage, ...]

    @property
    def about(self) -> str:
        """The act's first word: what it is about."""
        return self.act.partition(".")[0]

    @property
    def only_reads(self) -> bool:
        """Whether a yes shows something and changes nothing."""
        return self.act.rpartition(".")[2].partition("_")[0] in READING


@dataclass(frozen=True)
class Grid:
    rules: Mapping[str, Rule]

    def answer(self, act: str, roles: Iterable[str], stage: Stage | None = None) -> Answer:
        """Yes; not possible, with who may or when; or unknown for whoever may not even know.

        Raises KeyError for an act without a rule: what is not granted is refused by the build.
        """
        rule, held = self.rules[act], held_in(act, roles)
        if not held & (rule.may | rule.sees):
            return UNKNOWN
        if not held & rule.may:
            return not_possible(NOT_YOURS, who=_named(rule.may))
        if stage is not None and rule.stages and stage not in rule.stages:
            when = tuple(Sentence(f"stage.{one}") for one in rule.stages)
            return not_possible("rights.not_now", stage=Sentence(f"stage.{stage}"), when=when)
        return YES


def _named(roles: frozenset[str]) -> Sentence | str:
    """Roles one after another, parted so that a comma in a name parts nothing."""
    names = [Sentence(f"role.{role}") for role in IN_ORDER if role in roles]
    return reduce(lambda first, second: Sentence("rights.these", first=first, second=second), names) if names else ""


def either(own: Answer, on_behalf: Answer) -> Answer:
    """Of two ways to one act the open one; where both are shut, what shuts the way that is the asker's."""
    if own.is_yes or on_behalf.is_yes:
        return own if own.is_yes else on_behalf
    return on_behalf if _is_anothers(own) and not _is_anothers(on_behalf) else own


def _is_anothers(answer: Answer) -> bool:
    return answer.because is None or answer.because.key == NOT_YOURS


def grid_of(values: Mapping[Any, Any]) -> Grid:
    """The grid in the values of a file: act → {may: […], sees: […], stages: […]}.

    Raises ValueError naming the act for an unknown role, stage or word.
    """
    return Grid({str(act): _rule(str(act), given) for act, given in values.items()})


def _rule(act: str, given: Mapping[str, Any]) -> Rule:
    if unknown := set(given) - {"may", "sees", "stages"}:
        raise ValueError(f"{act}: unknown words {', '.join(sorted(unknown))}")
    may, sees = frozenset(given["may"]), frozenset(given.get("sees", ()))
    if strangers := (may | sees) - ROLES:
        raise ValueError(f"{act}: unknown roles {', '.join(sorted(strangers))}")
    return Rule(act, may, sees, tuple(Stage(stage) for stage in given.get("stages", ())))
