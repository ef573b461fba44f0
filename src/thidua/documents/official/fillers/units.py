"""Papers that a unit makes itself: letter of delegation, request for a later day, confirmation, explanation."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua.base.days import in_papers, local_day
from thidua.base.wording import say
from thidua.core.rights.scopes import Scope
from thidua.core.workflow.owing import MAY_BE_EXTENDED, Standing
from thidua.documents.official.fillers.told import Fields, Filler, addressed, numbered, points
from thidua.figures.season_papers import Subject
from thidua.figures.tracking import rows_tracked
from thidua.records.accounts.queries import delegations_of
from thidua.records.conduct.debts import debts_of
from thidua.records.councils.queries.conferences import conference_to_sign
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries import in_force, leader_of
from thidua.records.scores.models import ScoreCard
from thidua.records.scores.queries import Unfolded, unfold
from thidua.records.seasons.models import Membership, Season

BLANK, NO_DAY = "." * 40, "...../...../........"  # room for what the office writes in
SCOPES = {
    Scope.PACT: "- Ký giao ước thi đua, bản đăng ký, phụ lục giao ước.",
    Scope.REPORTS: "- Ký báo cáo kết quả, đính chính.",
    Scope.CARDS: "- Ký bảng tự chấm điểm.",
}
CONFIRMED_BY = {  # another office, which has a letterhead of its own
    "co_quan_cap_tren": "", "co_quan": "Cơ quan xác nhận", "_symbol": "", "_place": BLANK[:12], "_signer": "",
    "_title": "Thủ trưởng cơ quan xác nhận",
}  # fmt: skip


def delegation(season: Season, subject: Subject, on: date) -> Fields:
    """The newest letter that holds on that day or later; room to write where there is none."""
    assert isinstance(subject, Membership)
    leader = leader_of(subject.unit, on=on)
    letter = delegations_of(subject.unit).filter(withdrawn_at=None, until_on__gte=on).first()
    return {
        "don_vi": subject.name,
        "nguoi_uy_quyen": leader.person.full_name if leader else BLANK,
        "chuc_vu_uy_quyen": leader.title if leader else BLANK,
        "nguoi_duoc": letter.delegate.full_name if letter else BLANK,
        "chuc_vu_duoc": _title(letter.delegate, subject.unit, on) if letter else BLANK,
        "tu_ngay": in_papers(letter.from_on) if letter else NO_DAY,
        "den_ngay": in_papers(letter.until_on) if letter else NO_DAY,
        "pham_vi": [
            *_attended(season),
            *(line for scope, line in SCOPES.items() if not letter or scope in letter.scopes),
        ],
    }


def _attended(season: Season) -> list[str]:
    conference = conference_to_sign(season)
    return [f"- Dự {conference.name} ngày {in_papers(local_day(conference.starts_at))}."] if conference else []


def _title(person: Person, unit: Unit, on: date) -> str:
    post = Post.objects.filter(in_force(on), person=person, unit=unit).first()
    return post.title if post else BLANK


def later_day(season: Season, subject: Subject, on: date) -> Fields:
    """What has not left the unit, with its day."""
    assert isinstance(subject, Membership)
    bloc = subject.bloc_season
    [row] = rows_tracked([subject], debts_of(bloc), on=on)
    open_ = [cell for cell in row.cells if cell.has_begun and cell.standing in (Standing.OPEN, Standing.RETURNED)]
    return {
        "don_vi": subject.name,
        "khoi": bloc.bloc.name,
        "kinh_gui": [addressed(season.cluster.head_word, season.cluster.name)],
        "viec": numbered(
            {"ten": say(cell.debt.name), "han": in_papers(cell.due_on) if cell.due_on else "", "xin": ""}
            for cell in open_
            if cell.debt.kind in MAY_BE_EXTENDED
        ),
    }


def confirmation(season: Season, subject: Subject, on: date) -> Fields:
    """What the unit has given itself, group by group; nothing before its card is opened."""
    assert isinstance(subject, Membership)
    card = _card(subject)
    rows = [
        {
            "ma": one.group.code, "ten": one.group.name.vi, "toi_da": points(one.group.maximum),
            "tu_cham": points(one.own), "xac_nhan": "",
        }
        for one in (card.groups if card else ())
    ]  # fmt: skip
    return {
        **CONFIRMED_BY,
        "don_vi": subject.name,
        "khoi": subject.bloc_season.bloc.name,
        "bang_diem": card.sheet.name.vi if card else "",
        "tong": points(card.own.total) if card else "",
        "nhom": rows,
    }


def explanation(season: Season, subject: Subject, on: date) -> Fields:
    """Criteria where verification found something else; where it found nothing yet, those below their maximum."""
    assert isinstance(subject, Membership)
    card = _card(subject)
    is_verified = bool(card and card.card.verified_at)
    return {
        "don_vi": subject.name,
        "khoi": subject.bloc_season.bloc.name,
        "tong": points(card.own.total) if card else "",
        "tong_tham_dinh": points(card.counted.total) if card and is_verified else "chưa có",
        "tieu_chi": list(_explained(card)) if card else [],
    }


def _explained(card: Unfolded) -> Iterator[Fields]:
    has_findings = any(line.found for line in card.lines.values())
    for code, line in card.lines.items():
        if bool(line.found) if has_findings else line.own.points < line.criterion.maximum:
            found = line.found[-1] if line.found else None
            yield {
                "ma": code, "ten": line.criterion.name.vi, "toi_da": points(line.criterion.maximum),
                "tu_cham": points(line.own.points), "tham_dinh": points(line.counted.points) if found else "",
                "giai_trinh": f"Lý do thẩm định: {found.finding.reason}" if found else "",
            }  # fmt: skip


def _card(member: Membership) -> Unfolded | None:
    card = ScoreCard.objects.filter(membership=member).select_related("sheet", "membership__bloc_season").first()
    return unfold(card) if card else None


FILLERS: Mapping[str, Filler] = {
    "giay-uy-quyen": delegation,
    "de-nghi-gia-han": later_day,
    "phieu-xac-nhan": confirmation,
    "ban-giai-trinh": explanation,
}
