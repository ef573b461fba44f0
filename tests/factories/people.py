"""People of the directory with accounts, by the ordinary acts."""

from datetime import date

from tests.factories.seasons import BUILDER, NOON, TODAY, a_key
from thidua.core.actor import Actor
from thidua.records.accounts.actions import open_account
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import actor_of
from thidua.records.conduct.actions import reorganise_units
from thidua.records.directory.actions import keep_person, keep_unit
from thidua.records.directory.models import Person, Reorganisation, Unit
from thidua.records.directory.reorganising import Ground, merging

GOOD_PASSWORD = "con trâu đi trước cái cày"


def a_person(name: str = "Nguyễn Thị Thắm", email: str = "") -> Person:
    return keep_person(full_name=name, email=email, is_made_up=True, by=BUILDER, at=NOON, key=a_key())


def a_merger_of_strangers() -> Reorganisation:
    """Two units that are in no season, one of which passes into the other."""
    first, second = a_unit_named("Sở Cũ", "so-cu"), a_unit_named("Sở Nay", "so-nay")
    ground = Ground("Nghị quyết sắp xếp", "202/NQ", date(2016, 2, 12), "Quốc hội")
    plan = merging((first,), second, on=date(2016, 3, 1), ground=ground)
    return reorganise_units(plan, by=BUILDER, at=NOON, key=a_key())


def a_unit_named(name: str, slug: str, parent: Unit | None = None) -> Unit:
    return keep_unit(
        code=slug.upper(), slug=slug, kind="phong", name=name, short_name=name, label="", parent=parent,
        from_on=None, by=BUILDER, at=NOON, key=a_key(),
    )  # fmt: skip


def an_account(
    email: str = "tham@example.vn", name: str = "Nguyễn Thị Thắm", is_administrator: bool = False
) -> Account:
    return open_account(
        person=a_person(name), email=email, is_administrator=is_administrator, by=BUILDER, at=NOON, key=a_key()
    )


def an_administrator() -> Actor:
    return actor_of(an_account("quan.tri@example.vn", "Phạm Văn Quản", is_administrator=True), on=TODAY)
