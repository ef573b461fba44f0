"""Questions about a year that somebody begins: which one is in hand, and what was built upon it since."""

from collections.abc import Iterator
from datetime import date

from thidua.base.withdrawing import counting, pointing_at
from thidua.core.actor import Actor
from thidua.core.answer import Sentence
from thidua.core.workflow.papers import PaperState
from thidua.core.workflow.stages import Stage
from thidua.records.directory.queries import in_force
from thidua.records.papers.models import OfficialPaper
from thidua.records.seasons.models import BlocSeason, Season, SeasonRole

# What is planned together with a season and goes with it.
OF_THE_PLAN = frozenset({"blocseason", "seasonrole", "membership", "milestone", "period", "keycontent"})
KNOWN = frozenset({"campaign", "guidance", "movement", "conference", "indicator", "matter", "unitinvitation"})


def season_in_hand(actor: Actor, *, on: date, named: str | None = None) -> Season | None:
    """The newest season that the actor heads or serves and that has not begun to run; or the one that is named."""
    if actor.person is None or actor.eyes is not None:
        return None
    running = (Stage.PLANNED.value, Stage.LAUNCHED.value, Stage.REGISTERING.value)
    parts = SeasonRole.objects.filter(in_force(on), person=actor.person, role__in=("head", "secretariat"))
    found = Season.objects.filter(pk__in=parts.values("season"), blocs__stage__in=running)
    found = found if named is None else found.filter(public_id=named)
    return found.select_related("cluster").order_by("-pk").first()


def built_upon(season: Season) -> Iterator[Sentence]:
    """What stands in the way of withdrawing a season: a bloc that is launched, whatever points at its rows."""
    blocs = season.blocs.all()
    if blocs.exclude(stage=Stage.PLANNED.value).exists():
        yield Sentence("begin.built.launched")
    papers = OfficialPaper.objects.filter(frame=season.public_id).exclude(state=PaperState.WITHDRAWN.value)
    if papers.exclude(state=PaperState.DRAFT.value).exists():
        yield Sentence("begin.built.paper")
    for model, keys in ((Season, [season.pk]), (BlocSeason, list(blocs.values_list("pk", flat=True)))):
        for relation in pointing_at(model):
            kind, related = relation.related_model._meta.model_name or "", relation.related_model
            if kind in OF_THE_PLAN:
                continue
            if counting(related).filter(**{f"{relation.field.name}__in": keys}).exists():
                yield Sentence(f"begin.built.{kind if kind in KNOWN else 'other'}")
