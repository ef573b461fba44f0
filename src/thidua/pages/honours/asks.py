"""What the form of each kind of entry asks, and what stands in its fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.base.law import law, register
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.history import GROUPS, AwardType, Kind, Level, Recognition
from thidua.core.law.service import posts_in
from thidua.core.law.stated import Statement, statements
from thidua.core.law.years import written as written_years
from thidua.core.law.years import years
from thidua.pages.honours.words import named, word
from thidua.pages.shared.clash import Field
from thidua.pages.shared.figures import day
from thidua.records.awards.models import Discipline, Entry, Fact, Honour, Leave, Profile, Rating, Tenure, Work
from thidua.records.awards.queries.works import works_of
from thidua.records.awards.told import Whose
from thidua.records.directory.models import Person

RATING, TITLE, FORM, WORK, DISCIPLINE, LEAVE, FACT, PROFILE, TENURE = KINDS = (
    "xep-loai", "danh-hieu", "khen-thuong", "sang-kien", "ky-luat", "nghi", "su-viec", "doi-tuong",
    "chuc-vu",
)  # fmt: skip
OF_UNITS = (TITLE, FORM, RATING, FACT)
OF_PEOPLE = (TITLE, FORM, RATING, WORK, DISCIPLINE, LEAVE, FACT, PROFILE, TENURE)
TICKED = "1"
YES, NO = "yes", "no"
OF_ROWS: Mapping[type[Entry], str] = {
    Rating: RATING, Work: WORK, Discipline: DISCIPLINE, Leave: LEAVE, Fact: FACT, Profile: PROFILE,
    Tenure: TENURE,
}  # fmt: skip
Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Ask:
    """One field: `how` is text, year, years, day, choice or tick."""

    name: str
    label: str
    how: str = "text"
    options: Options = ()
    required: bool = True
    help: str = ""
    most: int = 200
    value: str = ""

    @property
    def is_figures(self) -> bool:
        return self.how in ("year", "years")

    def as_field(self) -> Field:
        words = {TICKED: _("chọn"), "": _("không chọn")} if self.how == "tick" else dict(self.options)
        return Field(self.name, self.label, self.value, words)


@dataclass(frozen=True)
class Form:
    """`own` is what this kind of entry asks, `decision` what all do, `ticks` the works that an honour may name."""

    kind: str
    own: Sequence[Ask]
    decision: Sequence[Ask]
    ticks: Sequence[Ask] = ()

    @property
    def all(self) -> Sequence[Ask]:
        return (*self.own, *self.ticks, *self.decision)

    def showing(self, values: Mapping[str, str]) -> "Form":
        """With other values in its fields."""
        own, decision, ticks = (_with(one, values) for one in (self.own, self.decision, self.ticks))
        return Form(self.kind, own, decision, ticks)


def kinds_for(whose: Whose) -> Sequence[str]:
    return OF_PEOPLE if isinstance(whose, Person) else OF_UNITS


def kind_of_row(row: Entry) -> str:
    if isinstance(row, Honour):
        return TITLE if row.year else FORM
    return OF_ROWS[type(row)]


def form_for(whose: Whose, kind: str, row: Entry | None = None) -> Form:
    """The form for a new entry, or with what stands in `row`."""
    kept = _kept(row) if row is not None else {}
    asked = {
        RATING: _rating, TITLE: _title, FORM: _form, WORK: _work, DISCIPLINE: _discipline, LEAVE: _leave,
        FACT: _fact, PROFILE: _profile, TENURE: _tenure,
    }[kind](whose)  # fmt: skip
    ticks = _ticks(whose, row) if kind in (TITLE, FORM) and isinstance(whose, Person) else ()
    return Form(kind, _with(asked, kept), _with(_decision(kind), kept), tuple(ticks))


def _with(asked: Iterable[Ask], kept: Mapping[str, str]) -> tuple[Ask, ...]:
    return tuple(replace(one, value=kept.get(one.name, "")) for one in asked)


def _rating(whose: Whose) -> list[Ask]:
    levels = [(level.name, word(f"rating.level.{level.name}")) for level in reversed(Level)]
    return [
        Ask("year", _("Năm"), "year"),
        Ask("level", _("Mức xếp loại"), "choice", levels),
        Ask("basis", _("Văn bản làm căn cứ xếp loại"), required=False, most=32, help=_("Ví dụ Nghị định 90/2020.")),
    ]


def _title(whose: Whose) -> list[Ask]:
    return [
        Ask("award", _("Danh hiệu"), "choice", _awards(whose, titles=True)),
        Ask("year", _("Năm xét"), "year", help=_("Năm có thành tích, không phải năm ký quyết định.")),
    ]


def _form(whose: Whose) -> list[Ask]:
    types = [(one.value, word(f"honour.type.{one.value}")) for one in AwardType]
    hint = _("Ghi loại hình theo quyết định: khen đột xuất, khen theo phong trào không làm căn cứ đề nghị mức cao hơn.")
    return [
        Ask("award", _("Hình thức khen thưởng"), "choice", _awards(whose, titles=False)),
        Ask("type", _("Loại hình khen thưởng"), "choice", types, help=hint),
        Ask(
            "rewarded",
            _("Khen thành tích các năm"),
            "years",
            required=False,
            help=_("Ghi như 2014-2015 hoặc 2013, 2015."),
        ),
    ]


def _work(whose: Whose) -> list[Ask]:
    return [
        Ask("name", _("Tên sáng kiến, đề tài"), most=300),
        Ask("work", _("Loại"), "choice", [(one.value, word(f"work.kind.{one.value}")) for one in Work.Kind]),
        Ask("year", _("Năm được công nhận"), "year"),
        Ask(
            "rank", _("Cấp công nhận"), "choice",
            [(one.value, word(f"work.recognised_by.{one.value}")) for one in Recognition],
        ),
    ]  # fmt: skip


def _discipline(whose: Whose) -> list[Ask]:
    degrees = [(one.value, word(f"discipline.degree.{one.value}")) for one in Discipline.Degree]
    return [
        Ask("degree", _("Hình thức kỷ luật"), "choice", degrees),
        Ask("from_on", _("Từ ngày"), "day"),
        Ask("until_on", _("Đến hết ngày"), "day", required=False, help=_("Để trống khi chưa hết.")),
    ]


def _leave(whose: Whose) -> list[Ask]:
    reasons = [(one.value, word(f"leave.kind.{one.value}")) for one in Leave.Kind]
    return [Ask("year", _("Năm"), "year"), Ask("reason", _("Lý do nghỉ"), "choice", reasons)]


def _fact(whose: Whose) -> list[Ask]:
    hint = _("Việc mà tiêu chuẩn hỏi tới và không mục nào khác của quá trình nói lên.")
    answers = [(YES, word("fact.is_so.yes")), (NO, word("fact.is_so.no"))]
    return [
        Ask("word", _("Việc"), "choice", _statements(whose), help=hint),
        Ask("year", _("Năm xét"), "year", help=_("Năm của danh hiệu, hình thức khen thưởng dựa vào việc này.")),
        Ask("is_so", _("Có hay không"), "choice", answers),
    ]


def _profile(whose: Whose) -> list[Ask]:
    sexes = [(one.value, word(f"profile.sex.{one.value}")) for one in Profile.Sex]
    groups = [(one, word(f"profile.group.{one}")) for one in GROUPS]
    hint = _(
        "Mỗi đối tượng có tiêu chuẩn riêng. Chỉ người giữ quá trình này và chính người đó thấy mục này; ai xem được "
        "Vì sao đủ, chưa đủ điều kiện thì thấy tiêu chuẩn của đối tượng nào được áp dụng."
    )
    return [Ask("sex", _("Giới tính"), "choice", sexes), Ask("group", _("Đối tượng"), "choice", groups, help=hint)]


def _tenure(whose: Whose) -> list[Ask]:
    posts = [(code, named(name)) for code, name in posts_in(law(), today()).items()]
    hint = _("Chức vụ tương đương trong bảng thời gian của luật; bảng không có thì không tính cống hiến.")
    return [
        Ask("post", _("Chức vụ"), "choice", posts, help=hint),
        Ask("held_at", _("Giữ ở cơ quan nào"), required=False),
        Ask("from_on", _("Từ ngày"), "day"),
        Ask("until_on", _("Đến hết ngày"), "day", required=False, help=_("Để trống khi đang giữ.")),
    ]


def _statements(whose: Whose) -> Options:
    """Those that serve one award stand with it, in the order of the register; those of many before them."""
    asked = statements(law(), _kind(whose)).values()
    order = list(register())
    first = sorted(asked, key=lambda one: order.index(one.awards[0]) if len(one.awards) == 1 else -1)
    return [(one.word, _stated(one)) for one in first]


def _stated(one: Statement) -> str:
    if len(one.awards) > 1:
        return named(one.name)
    award = register()[one.awards[0]].name
    return say(Sentence("fact.of_award", award=award, what=one.name))


def _kind(whose: Whose) -> Kind:
    return Kind.INDIVIDUAL if isinstance(whose, Person) else Kind.COLLECTIVE


def _decision(kind: str) -> list[Ask]:
    asked = [
        Ask("number", _("Số quyết định"), required=False, most=100),
        Ask("decided_on", _("Ngày quyết định"), "day", required=kind == FORM),
        Ask("decided_by", _("Cấp quyết định"), required=False, help=_("Ví dụ Bộ trưởng Bộ Tư pháp.")),
    ]
    signer = [Ask("signer", _("Người ký"), required=False, most=120)] if kind in (TITLE, FORM) else []
    source = Ask(
        "source", _("Căn cứ khi không có quyết định"), required=False, most=300,
        help=_("Ví dụ sổ theo dõi khen thưởng của Sở."),
    )  # fmt: skip
    return [*asked, *signer, source]


def _awards(whose: Whose, *, titles: bool) -> Options:
    found = [one for one in register().values() if one.is_title is titles and _kind(whose) in one.to]
    return [(one.code, named(one.name)) for one in found]


def _ticks(whose: Person, row: Entry | None) -> Iterable[Ask]:
    """The works in the person's record that are free, and those that the row names."""
    for work in works_of(whose):
        used_here = row is not None and row in work.honours.all()
        others = [one for one in work.honours.all() if one != row]
        used = ", ".join(named(one.conferred.name) for one in others)
        help = _("Đã dùng cho {used}.").format(used=used) if used else ""
        yield Ask(
            f"work-{work.public_id}", f"{work.name} ({work.year})", "tick", required=False, help=help,
            value=TICKED if used_here else "",
        )  # fmt: skip


def _kept(row: Entry) -> dict[str, str]:
    """What stands in a row, by the names of the fields."""
    common = {
        "number": row.number, "decided_on": day(row.decided_on) if row.decided_on else "", "decided_by": row.decided_by,
        "source": row.source,
    }  # fmt: skip
    return common | _own_kept(row)


def _own_kept(row: Entry) -> dict[str, str]:
    if isinstance(row, Rating):
        return {"year": str(row.year), "level": row.level, "basis": row.basis}
    if isinstance(row, Honour):
        rewarded = written_years(years(row.rewarded)).replace("–", "-")
        return {
            "award": row.award,
            "year": str(row.year or ""),
            "type": row.type,
            "rewarded": rewarded,
            "signer": row.signer,
        }
    if isinstance(row, Work):
        return {"name": row.name, "work": row.kind, "year": str(row.year), "rank": row.recognised_by}
    if isinstance(row, Discipline):
        until = day(row.until_on) if row.until_on else ""
        return {"degree": row.degree, "from_on": day(row.from_on), "until_on": until}
    if isinstance(row, Fact):
        return {"word": row.word, "year": str(row.year), "is_so": YES if row.is_so else NO}
    if isinstance(row, Profile):
        return {"sex": row.sex, "group": row.of_group}
    if isinstance(row, Tenure):
        until = day(row.until_on) if row.until_on else ""
        return {"post": row.post, "held_at": row.held_at, "from_on": day(row.from_on), "until_on": until}
    assert isinstance(row, Leave)
    return {"year": str(row.year), "reason": row.kind}
