"""Papers of one campaign, of one round of inspections."""

from collections.abc import Mapping
from datetime import date

from thidua.base.days import in_papers
from thidua.documents.official.fillers.seasons import grounds_of
from thidua.documents.official.fillers.told import Fields, Filler, lines
from thidua.figures.season_papers import Subject
from thidua.records.results.models import Inspection, TeamMember
from thidua.records.seasons.models import Campaign, Season


def campaign(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, Campaign)
    return {
        "dot": subject.name,
        "tu_ngay": in_papers(subject.starts_on),
        "den_ngay": in_papers(subject.ends_on),
        "noi_dung": [f"- {one.text}" for one in subject.contents.all()],
        "cach_lam": lines(subject.method),
    }


def inspection(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, Inspection)
    members = TeamMember.objects.filter(team__inspection=subject, left_at=None).select_related("team", "person", "home")
    visits = subject.visits.filter(cancelled_because="").select_related("team", "membership")
    return {
        "dot": subject.name,
        "khoi": subject.bloc_season.bloc.name,
        "can_cu": [f"Căn cứ {subject.ground}"] if subject.ground else grounds_of(season),
        "noi_dung": [f"- {one.text}" for one in subject.contents.all()],
        "tu_ngay": in_papers(subject.from_on),
        "den_ngay": in_papers(subject.until_on),
        "thanh_vien": [
            {
                "doan": f"Đoàn {one.team.number}", "ten": one.person.full_name, "don_vi": one.home.name,
                "vai": "Trưởng đoàn" if one.is_leader else "Thành viên",
            }
            for one in members.order_by("team__number", "-is_leader", "pk")
        ],
        "lich": [
            {"ngay": in_papers(one.on), "don_vi": one.membership.name, "doan": f"Đoàn {one.team.number}"}
            for one in visits.order_by("on", "membership__position", "pk")
        ],
    }  # fmt: skip


FILLERS: Mapping[str, Filler] = {"ke-hoach-dot": campaign, "doan-kiem-tra": inspection}
