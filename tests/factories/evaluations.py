"""A season whose rankings are locked, and what the level above says of it."""

from dataclasses import replace
from datetime import date

from tests.factories.kept import kept
from tests.factories.people import a_unit_named
from tests.factories.scores import DECEMBER, a_season_verifying, verified
from tests.factories.seasons import BUILDER, NOON, World, a_key, an_actor
from thidua.core.actor import Actor, PostKind
from thidua.core.workflow.evaluating import Section
from thidua.records.conduct.actions import save_evaluation
from thidua.records.conduct.evaluating import Said
from thidua.records.conduct.models import Evaluation
from thidua.records.directory.models import Person
from thidua.records.scores.actions import lock_ranking
from thidua.records.seasons.actions.planning import give_role, plan_season
from thidua.records.seasons.models import Season
from thidua.records.seasons.plan import shifted
from thidua.records.seasons.queries.plan import plan_of

POINTS = {
    Section.NEW: ("Mười nội dung trọng tâm làm định hướng",),
    Section.FOCUSED: ("Gắn với nhiệm vụ chuyên môn",),
    Section.PRACTICAL: ("Điển hình từ cơ sở", "Kết quả có minh chứng"),
    Section.LEFT: ("Báo cáo quý gửi muộn", "Bảng điểm ban hành muộn"),
}
SAID = Said("HTT", POINTS, "112/NX-BTP", date(2016, 12, 1))


@kept
def a_ranked_season() -> World:
    world = a_season_verifying()
    verified(world, 0, 1, 2)
    lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())
    return world


def an_observer(world: World, place: int = 1) -> Actor:
    office = a_unit_named("Vụ Thi đua", f"vu-thi-dua-{place}")
    actor = an_actor("Người Theo Dõi", office, PostKind.STAFF)
    person = Person.objects.get(pk=actor.person)
    told = {"from_on": None, "by": BUILDER, "at": NOON, "key": a_key()}
    give_role(world.season, role="observer", person=person, unit=office, **told)
    return actor


def a_draft(world: World, observer: Actor, said: Said = SAID) -> Evaluation:
    return save_evaluation(world.season, said=said, seen_version=0, by=observer, at=DECEMBER, key=a_key())


def next_year(world: World) -> Season:
    """The season after, copied from this one, with the same people."""
    plan = replace(shifted(plan_of(world.season), 1), slug="nam-2017")
    told = {"by": world.head, "at": DECEMBER, "key": a_key()}
    return plan_season(world.season.cluster, plan=plan, roles_of=world.season, **told)
