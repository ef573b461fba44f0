"""Tasks of the day: reckoned from stage, due days and what is missing, for a person's posts; never stored."""

from dataclasses import dataclass
from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.signing import MAY_SIGN, PactStage
from thidua.core.workflow.stages import Stage, next_stage
from thidua.records.conduct.access import may_move
from thidua.records.seasons.access import visible_seasons
from thidua.records.seasons.models import BlocSeason, CommitmentSet, Membership, Milestone, Signature
from thidua.records.seasons.queries.frame import roles_of

AT_WORK = (Stage.LAUNCHED, Stage.REGISTERING)


@dataclass(frozen=True)
class Task:
    """One thing to do: `due_on` None where no day is set; `place` names the page, `slugs` its address."""

    due_on: date | None
    title: Sentence
    about: Sentence
    place: str
    slugs: tuple[str, ...]

    def days_left(self, on: date) -> int | None:
        return None if self.due_on is None else (self.due_on - on).days


def open_blocs(actor: Actor, *, on: date) -> list[BlocSeason]:
    """Blocs of the seasons that the actor sees and that are not closed, newest season first."""
    return list(
        BlocSeason.objects.filter(season__in=visible_seasons(actor, on=on))
        .exclude(stage=Stage.CLOSED.value)
        .select_related("season__cluster", "bloc")
        .order_by("-season__emulation_year", "bloc__position")
    )


def tasks_of(actor: Actor, *, on: date) -> list[Task]:
    """What is due by this actor, earliest day first; what has no day comes last."""
    tasks = [
        task for bloc in open_blocs(actor, on=on) for task in (*_own(actor, bloc, on), *_of_the_head(actor, bloc, on))
    ]
    return sorted(tasks, key=lambda task: (task.due_on is None, task.due_on or on))


def _due(bloc: BlocSeason, kind: str) -> date | None:
    return Milestone.objects.filter(bloc_season=bloc, kind=kind).values_list("due_on", flat=True).first()


def _slugs(bloc: BlocSeason, *more: str) -> tuple[str, ...]:
    return (bloc.season.cluster.slug, bloc.season.slug, bloc.bloc.slug, *more)


def _own(actor: Actor, bloc: BlocSeason, on: date) -> list[Task]:
    """An officer submits, a leader signs."""
    tasks = []
    own = Membership.objects.filter(bloc_season=bloc, unit__in=[post.unit for post in actor.posts]).select_related(
        "unit"
    )
    for member in own:
        roles = roles_of(actor, bloc.season, on=on, unit=member.unit)
        state = CommitmentSet.objects.filter(membership=member).values_list("state", flat=True).first()
        if state and bloc.at_stage in AT_WORK:
            due = _due(bloc, Milestone.Kind.REGISTRATION)
            if "officer" in roles and state in (Handing.DRAFT, Handing.RETURNED):
                title = "task.enter_commitments" if state == Handing.DRAFT else "task.mend_commitments"
                tasks.append(_task(due, title, member, bloc, "commitment_sheet", member.unit.slug))
            if roles & {"leader", "delegate"} and state == Handing.SUBMITTED:
                tasks.append(_task(due, "task.sign_commitments", member, bloc, "commitment_sheet", member.unit.slug))
        pact = getattr(bloc, "pact", None)
        waits = pact is not None and pact.at_stage in MAY_SIGN and bool(roles & {"leader", "delegate"})
        if waits and not Signature.objects.filter(pact=pact, membership=member, annex=None, voided_at=None).exists():
            tasks.append(_task(_due(bloc, Milestone.Kind.SIGNING), "task.sign_pact", member, bloc, "pact"))
    return tasks


def _task(due: date | None, key: str, member: Membership, bloc: BlocSeason, place: str, *more: str) -> Task:
    return Task(
        due, Sentence(key), Sentence("task.of_unit", unit=member.name, bloc=bloc.bloc.name), place, _slugs(bloc, *more)
    )


def _of_the_head(actor: Actor, bloc: BlocSeason, on: date) -> list[Task]:
    """The secretariat sees which units have not handed in, and which step the bloc may take next."""
    if not roles_of(actor, bloc.season, on=on) & {"head", "secretariat"}:
        return []
    tasks = []
    about = Sentence("task.of_bloc", bloc=bloc.bloc.name)
    if bloc.at_stage is Stage.REGISTERING:
        waiting = CommitmentSet.objects.filter(membership__bloc_season=bloc).exclude(state=Handing.SIGNED).count()
        if waiting:
            due = _due(bloc, Milestone.Kind.REGISTRATION)
            tasks.append(
                Task(due, Sentence("task.chase_commitments", count=waiting), about, "commitments", _slugs(bloc))
            )
    pact = getattr(bloc, "pact", None)
    if bloc.at_stage is Stage.REGISTERING:
        title = "task.close_signing" if pact and pact.stage == PactStage.OPEN else "task.open_signing"
        tasks.append(Task(_due(bloc, Milestone.Kind.SIGNING), Sentence(title), about, "pact", _slugs(bloc)))
    following = next_stage(bloc.at_stage, bloc.stages_left_out)
    if following and may_move(actor, bloc, following, on=on).is_yes:
        title_of = Sentence("task.move_stage", stage=Sentence(f"stage.{following}"))
        tasks.append(Task(None, title_of, about, "bloc", _slugs(bloc)))
    return tasks
