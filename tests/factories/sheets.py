"""Score sheets and inputs made up for tests."""

from fractions import Fraction
from random import Random

from thidua.core.scoring import Criterion, Given, InputKind, NotApplicable, Sheet, parse
from thidua.core.scoring.formulas import Judged, Levels

EVERY_KIND = """\
code: EVERY
name: {vi: Bảng đủ cách tính, en: Every formula}
year: 2016
maximum: 60
groups:
  - code: A
    name: {vi: Nhóm A, en: Group A}
    maximum: 40
    criteria:
      - code: A.1
        name: {vi: Đúng hạn, en: On time}
        maximum: 10
        from: {indicator: on-time, take: figure}
        formula: {kind: steps, at_most: 100, steps: {">95": 10, ">=95": 9, ">=75": 5, else: 1}}
        not_applicable: full
      - code: A.2
        name: {vi: So với đăng ký, en: Against target}
        maximum: 15
        from: {indicator: meetings, take: achievement}
        formula: {kind: proportional, cap: 120}
        not_applicable: excluded
      - code: A.3
        name: {vi: Có kế hoạch, en: Has a plan}
        maximum: 5
        from: {indicator: plan, take: met}
        formula: {kind: yes_no}
        not_applicable: zero
      - code: A.4
        name: {vi: Chất lượng, en: Quality}
        maximum: 10
        from: entry
        formula:
          kind: judged
          step: 0.5
          bands:
            - {from: 7, to: 10, name: {vi: Tốt, en: Good}}
            - {from: 0, to: 6.5, name: {vi: Còn lại, en: The rest}}
        evidence: required
  - code: B
    name: {vi: Nhóm B, en: Group B}
    maximum: 20
    criteria:
      - code: B.1
        name: {vi: Ngày chậm, en: Days late}
        maximum: 5
        from: entry
        formula: {kind: late_days, until: {0: 5, 2: 3, 10: 1}}
      - code: B.2
        name: {vi: Mức, en: Level}
        maximum: 5
        from: entry
        formula:
          kind: level
          levels:
            - {code: all, points: 5, name: {vi: Đủ, en: All}}
            - {code: part, points: 2.5, name: {vi: Một phần, en: Part}}
            - {code: none, points: 0, name: {vi: Không, en: None}}
      - code: B.3
        name: {vi: Kỷ luật, en: Discipline}
        maximum: 5
        from: entry
        formula: {kind: deduct_per_event, each: 2}
      - code: B.4
        name: {vi: Sáng kiến, en: Initiatives}
        maximum: 5
        from: {indicator: initiatives, take: figure}
        formula: {kind: per_event, each: 1.5}
  - code: T
    name: {vi: Điểm thưởng, en: Bonus}
    kind: bonus
    maximum: 6
    criteria:
      - code: T.1
        name: {vi: Cờ, en: Flag}
        maximum: 5
        from: entry
        formula: {kind: yes_no}
      - code: T.2
        name: {vi: Bằng khen, en: Certificates}
        maximum: 3
        from: entry
        formula: {kind: per_event, each: 1}
  - code: P
    name: {vi: Điểm trừ, en: Penalty}
    kind: penalty
    maximum: none
    criteria:
      - code: P.1
        name: {vi: Báo cáo sai, en: Wrong reports}
        maximum: 8
        from: entry
        formula: {kind: per_event, each: 0.5}
"""


ONE_CRITERION = """\
code: ONE
name: {{vi: Bảng một tiêu chí, en: One criterion}}
year: 2016
maximum: {maximum}
{settings}
groups:
  - code: A
    name: {{vi: Nhóm A, en: Group A}}
    maximum: {maximum}
    criteria:
      - code: A.1
        name: {{vi: Tiêu chí, en: Criterion}}
        maximum: {maximum}
        from: {source}
        formula: {formula}
        not_applicable: {not_applicable}
"""
FORMULA_LINE = 15


def one_criterion_text(
    formula: str, maximum: str = "10", source: str = "entry", not_applicable: str = "not_offered", settings: str = ""
) -> str:
    """A sheet whose only criterion, A.1, has `formula` on line 15."""
    return ONE_CRITERION.format(
        formula=formula, maximum=maximum, source=source, not_applicable=not_applicable, settings=settings
    )


def a_sheet_of_one(
    formula: str, maximum: str = "10", source: str = "entry", not_applicable: str = "not_offered", settings: str = ""
) -> Sheet:
    return parse(one_criterion_text(formula, maximum, source, not_applicable, settings))


def inputs_at_random(sheet: Sheet, chance: Random) -> dict[str, Given]:
    """Inputs that the sheet accepts: at edges and between them, some missing, some without a case."""
    return {one.code: given for one in sheet.criteria() if (given := _given(one, chance)) is not None}


def _given(criterion: Criterion, chance: Random) -> Given | None:
    formula = criterion.formula
    if chance.random() < 0.04:
        return None
    if criterion.not_applicable is not NotApplicable.NOT_OFFERED and chance.random() < 0.2:
        return Given(not_applicable=True)
    match formula.asks:
        case InputKind.YES_NO:
            return Given(chance.random() < 0.8)
        case InputKind.POINTS:
            assert isinstance(formula, Judged)
            steps = chance.randint(int(formula.lowest / formula.step), int(formula.highest / formula.step))
            return Given(steps * formula.step, reason="Theo minh chứng")
        case InputKind.LEVEL:
            assert isinstance(formula, Levels)
            return Given(chance.choice(formula.levels).code)
        case InputKind.COUNT | InputKind.DAYS | InputKind.NUMBER:
            return Given(Fraction(chance.randint(0, 12)))
    most = 100 if getattr(formula, "at_most", None) == 100 else 130
    if chance.random() < 0.5:
        return Given(Fraction(chance.choice([30, 50, 75, 80, 90, 95, 98, 99, 100])))
    whole = chance.randint(3, 97)
    return Given(Fraction(chance.randint(0, whole) * most, whole))
