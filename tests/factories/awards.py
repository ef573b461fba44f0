"""People and units with a record of honours, by the ordinary acts."""

from datetime import date

from tests.factories.seasons import BUILDER, NOON, a_key
from thidua.core.actor import PostKind
from thidua.core.law.history import AwardType, Level, Recognition
from thidua.records.awards.actions import enter
from thidua.records.awards.models import Discipline, Entry, Leave, Profile, Work
from thidua.records.awards.told import (
    Decision,
    DisciplineTold,
    EntryTold,
    FactTold,
    HonourTold,
    LeaveTold,
    ProfileTold,
    RatingTold,
    TenureTold,
    Whose,
    WorkTold,
)
from thidua.records.directory.actions import appoint, keep_person
from thidua.records.directory.models import Person, Unit

BY_REGISTER = Decision(source="Sổ theo dõi khen thưởng")


def someone_in(unit: Unit, name: str = "Lê Thị Hoa", title: str = "Chuyên viên", from_on: date | None = None) -> Person:
    person = keep_person(full_name=name, email="", is_made_up=True, by=BUILDER, at=NOON, key=a_key())
    appoint(
        person, unit=unit, kind=PostKind.STAFF, title=title, from_on=from_on, until_on=None, by=BUILDER, at=NOON,
        key=a_key(),
    )  # fmt: skip
    return person


def a_rating(year: int = 2015, level: Level = Level.HTXS) -> RatingTold:
    return RatingTold(year, level, decision=BY_REGISTER)


def a_title(award: str = "CSTDCS", year: int = 2015, works: tuple[Work, ...] = ()) -> HonourTold:
    decision = Decision("12/QĐ-STP", date(2016, 3, 1) if year == 2016 else date(year + 1, 1, 15), "Giám đốc Sở Tư pháp")
    return HonourTold(award, year=year, works=works, decision=decision)


def a_form(award: str = "BK_BO", on: date = date(2014, 12, 20), works: tuple[Work, ...] = ()) -> HonourTold:
    decision = Decision("345/QĐ-BTP", on, "Bộ trưởng Bộ Tư pháp")
    return HonourTold(award, type=AwardType.MERIT, rewarded=(2013, 2014), works=works, decision=decision)


def a_work(name: str = "Sổ minh chứng điện tử", year: int = 2014, rank: Recognition = Recognition.BASE) -> WorkTold:
    return WorkTold(Work.Kind.INITIATIVE, year, name, rank, decision=BY_REGISTER)


def a_discipline(from_on: date = date(2013, 5, 1), until_on: date | None = date(2014, 4, 30)) -> DisciplineTold:
    return DisciplineTold(Discipline.Degree.WARNING, from_on, until_on, BY_REGISTER)


def a_leave(year: int = 2012) -> LeaveTold:
    return LeaveTold(year, Leave.Kind.MATERNITY, BY_REGISTER)


def a_fact(word: str = "feat_BK_BO", year: int = 2015, *, is_so: bool = True) -> FactTold:
    return FactTold(word, year, is_so, BY_REGISTER)


def a_tenure(
    post: str = "vu_truong", from_on: date = date(2006, 3, 5), until_on: date | None = date(2008, 3, 4)
) -> TenureTold:
    return TenureTold(post, from_on, until_on, "Vụ Thi đua – Khen thưởng", BY_REGISTER)


def a_profile(sex: Profile.Sex = Profile.Sex.FEMALE, group: str = "worker") -> ProfileTold:
    return ProfileTold(sex, group, BY_REGISTER)


def entered(whose: Whose, *all_told: EntryTold, by=BUILDER) -> list[Entry]:
    """Each by an act of its own."""
    return [enter(whose, told=told, by=by, at=NOON, key=a_key()) for told in all_told]
