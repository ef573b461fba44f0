"""Short questions to a sheet of one criterion, for the tests beside."""

import pytest
from django.utils.translation import override

from tests.factories.sheets import a_sheet_of_one, one_criterion_text
from thidua.base.wording import say
from thidua.core.answer import NotPossible
from thidua.core.points import Points
from thidua.core.read import ReadError
from thidua.core.scoring import Given, Line, line_of, parse
from thidua.core.scoring.values import Value

REASON = "Theo minh chứng"


def line_for(formula: str, value: Value, maximum: str = "10", reason: str = REASON) -> Line:
    sheet = a_sheet_of_one(formula, maximum)
    return line_of(sheet, sheet.criterion("A.1"), Given(value, reason=reason))


def points_for(formula: str, value: Value, maximum: str = "10") -> Points:
    return line_for(formula, value, maximum).points


def said_for(formula: str, value: Value, language: str = "vi") -> str:
    with override(language):
        return say(line_for(formula, value).because)


def input_refusal(formula: str, value: Value, reason: str = REASON) -> str:
    """Key of the one sentence with which the input is refused."""
    with pytest.raises(NotPossible) as caught:
        line_for(formula, value, reason=reason)
    (sentence,) = caught.value.sentences
    assert sentence.values["code"] == "A.1"
    return sentence.key


def sheet_refusal(formula: str, maximum: str = "10") -> tuple[str, int]:
    """Key and line of the one sentence with which the sheet is refused."""
    with pytest.raises(ReadError) as caught:
        parse(one_criterion_text(formula, maximum))
    (sentence,) = caught.value.sentences
    return sentence.key, caught.value.line
