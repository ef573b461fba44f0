"""How the points of a criterion arise, in words for whoever has never seen the sheet's file."""

from dataclasses import dataclass
from functools import singledispatch

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.core.scoring import Criterion, FromIndicator, InputKind, Name, NotApplicable, Take
from thidua.core.scoring.formulas import (
    DeductPerEvent,
    Judged,
    LateDays,
    Levels,
    PerEvent,
    Proportional,
    Step,
    Steps,
    YesNo,
)
from thidua.pages.shared.figures import number


@dataclass(frozen=True)
class Method:
    """One sentence, and the cases of a formula that has several: (case, points) as they are read."""

    sentence: str
    cases: tuple[tuple[str, str], ...] = ()


def named(name: Name) -> str:
    """A name of the sheet in the reader's language."""
    return name.within("en" if (get_language() or "vi").startswith("en") else "vi")


def method_of(criterion: Criterion) -> Method:
    """The formula of a criterion in the reader's language."""
    return _method(criterion.formula)


def no_case(criterion: Criterion) -> str:
    """What the sheet gives when there was no case in the year; "" where it does not offer that."""
    return {
        NotApplicable.FULL: _("Không phát sinh trong năm: tính đủ điểm."),
        NotApplicable.ZERO: _("Không phát sinh trong năm: 0 điểm."),
        NotApplicable.EXCLUDED: _("Không phát sinh trong năm: bỏ tiêu chí này, quy đổi phần còn lại."),
        NotApplicable.NOT_OFFERED: "",
    }[criterion.not_applicable]


def taken(source: FromIndicator) -> str:
    """What a criterion takes from the results of its indicator."""
    return {
        Take.FIGURE: _("số liệu cả năm"),
        Take.ACHIEVEMENT: _("tỷ lệ so với mức đăng ký"),
        Take.MET: _("đánh giá đạt hay chưa"),
    }[source.take]


def measure(kind: InputKind) -> str:
    """The unit that stands beside a typed figure; "" for what is chosen."""
    return {
        InputKind.PERCENT: "%",
        InputKind.COUNT: _("lần"),
        InputKind.DAYS: _("ngày"),
        InputKind.POINTS: _("điểm"),
    }.get(kind, "")


@singledispatch
def _method(formula: object) -> Method:
    raise TypeError(f"no words for a formula of {type(formula).__name__}")


@_method.register
def _steps(formula: Steps) -> Method:
    suffix = " %" if formula.asks is InputKind.PERCENT else ""
    cases = [(_edge(step, suffix), number(step.points)) for step in formula.steps]
    return Method(_("Theo mức đạt được."), (*cases, (_("còn lại"), number(formula.otherwise))))


def _edge(step: Step, suffix: str) -> str:
    words = {
        ">=": _("từ {edge} trở lên"),
        ">": _("trên {edge}"),
        "<=": _("đến {edge}"),
        "<": _("dưới {edge}"),
    }[step.sign]
    return words.format(edge=f"{number(step.edge)}{suffix}")


@_method.register
def _proportional(formula: Proportional) -> Method:
    standard = number(formula.standard)
    if formula.cap is None:
        sentence = _("Đạt 100 % được {standard} điểm, thấp hơn hay cao hơn tính theo tỷ lệ.")
    elif formula.cap == 100:
        sentence = _("Đạt từ 100 % được {standard} điểm, thấp hơn tính theo tỷ lệ.")
    else:
        sentence = _("Đạt 100 % được {standard} điểm, tính theo tỷ lệ, nhiều nhất đến {cap} %.")
    return Method(sentence.format(standard=standard, cap=number(formula.cap or 0)))


@_method.register
def _yes_no(formula: YesNo) -> Method:
    return Method(_("Đạt: {full} điểm; không đạt: 0 điểm.").format(full=number(formula.full)))


@_method.register
def _judged(formula: Judged) -> Method:
    sentence = _("Chọn điểm trong khung, theo bước {step}, và ghi lý do.").format(step=number(formula.step))
    cases = [
        (named(band.name), _("{lowest} đến {highest}").format(lowest=number(band.lowest), highest=number(band.highest)))
        for band in formula.bands
    ]
    return Method(sentence, tuple(cases))


@_method.register
def _late_days(formula: LateDays) -> Method:
    def case(last: int) -> str:
        return _("chậm đến {last} ngày").format(last=last) if last else _("đúng hạn")

    cases = [(case(last), number(points)) for last, points in formula.until]
    return Method(_("Theo số ngày chậm."), (*cases, (_("chậm hơn"), "0")))


@_method.register
def _levels(formula: Levels) -> Method:
    return Method(_("Chọn một mức."), tuple((named(level.name), number(level.points)) for level in formula.levels))


@_method.register
def _per_event(formula: PerEvent) -> Method:
    sentence = _("Mỗi lần {each} điểm, nhiều nhất {most} điểm.")
    return Method(sentence.format(each=number(formula.each), most=number(formula.most)))


@_method.register
def _deducted(formula: DeductPerEvent) -> Method:
    sentence = _("Có {full} điểm, mỗi lần trừ {each}, không dưới 0.")
    return Method(sentence.format(full=number(formula.full), each=number(formula.each)))
