"""How rows, fields and values of the journal read: names by base.wording, figures, days and codes by their field."""

import re
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import get_language

from thidua.base.days import VIETNAM, written
from thidua.base.law import law, register
from thidua.base.library import paper_kinds, report_kinds
from thidua.base.noticing import Told, name_key
from thidua.base.numbers import figure
from thidua.base.rows import ExactField
from thidua.base.wording import all_words, say
from thidua.core.answer import Sentence
from thidua.core.law.history import Kind
from thidua.core.law.stated import statements

DECIMALS = 4
CODE_OF_A_PAPER = ("papers.adoptedtemplate", "code")
CODE_OF_AN_AWARD = ("awards.honour", "award")
WORD_OF_A_FACT = ("awards.fact", "word")
FIGURE = re.compile(r"-?\d+(/\d+)?")
# Codes whose words stand in other rooms already.
WORDS_OF = {
    "campaign.kind": "campaign_kind",
    "campaign.audience": "campaign.audience",
    "campaign.span": "campaign.span",
    "milestone.kind": "milestone",
    "blocseason.stage": "stage",
    "seasonrole.role": "role",
    "indicator.better": "better",
    "indicator.aggregation": "aggregation",
}


def row_name(model: str) -> str:
    """The word for a kind of row, as "Báo cáo"; `model` with or without its record."""
    return say(Sentence(f"row.{model.rpartition('.')[2]}"))


def has_name(model: str, name: str) -> bool:
    return name_key(model.partition(".")[2], name) is not None


def field_name(model: str, name: str) -> str:
    """The field's name for readers; as the line has it where it has none any more."""
    key = name_key(model.partition(".")[2], name)
    return say(Sentence(key)) if key else name


def part_name(part: str) -> str:
    """A line of a field that is a table of its own: a field of a paper of the season, or a column named elsewhere."""
    for kind in paper_kinds().values():
        if part in kind.fields:
            return kind.fields[part].label.within((get_language() or "vi")[:2])
    return field_name("", part)


def _paper_named(code: str) -> str:
    """A paper or report by its code, which stays where it is made no more."""
    kind = {**report_kinds(), **paper_kinds()}.get(code)
    return kind.name.within((get_language() or "vi")[:2]) if kind else code


def _fact_named(word: str) -> str:
    """As the law's latest text has it; the word itself where no text asks for it any more."""
    found = next((held[word] for kind in Kind if word in (held := statements(law(), kind))), None)
    return found.name.within((get_language() or "vi")[:2]) if found else word


def read(model: str, name: str | None, value: Any) -> str:
    """A value as it reads; without `name` it is the one by which the row is told."""
    if value in (None, "", []):
        return ""
    if isinstance(value, dict):
        return say(Sentence.from_written(value["key"], value["values"]))
    if isinstance(value, list):
        return "; ".join(read(model, name, one) for one in value)
    column = _column_of(model, name)
    if isinstance(value, bool):
        return say(Sentence("value.yes" if value else "value.no"))
    if isinstance(column, models.DateTimeField):
        local = datetime.fromisoformat(value).astimezone(VIETNAM)
        return f"{local:%H:%M} {written(local)}"
    if isinstance(column, models.DateField):
        return written(date.fromisoformat(value))
    if isinstance(column, ExactField):
        return figure(Fraction(value), DECIMALS)
    if isinstance(column, models.IntegerField):
        return str(value) if column.name == "year" else figure(int(value))
    if column is not None and column.choices:
        return _code(column, str(value))
    if column is not None and (model, column.name) == CODE_OF_A_PAPER:
        return _paper_named(str(value))
    if column is not None and (model, column.name) == CODE_OF_AN_AWARD:
        return register()[str(value)].name.within((get_language() or "vi")[:2])
    if column is not None and (model, column.name) == WORD_OF_A_FACT:
        return _fact_named(str(value))
    return _input(value) if column is not None and column.name == "given" else str(value)


def _input(value: str) -> str:
    """What stands beside a criterion: a figure, yes or no, the code of a level."""
    if value in ("yes", "no"):
        return say(Sentence(f"value.{value}"))
    return figure(Fraction(value), DECIMALS) if FIGURE.fullmatch(value) else value


def is_data(model: str, name: str | None) -> bool:
    """Whether its values are texts as somebody wrote them, in the language of the data; without `name` as in `read`."""
    column = _column_of(model, name)
    written_otherwise = (models.DateField, ExactField, models.BooleanField, models.IntegerField)
    if column is not None and (model, column.name) in (CODE_OF_A_PAPER, CODE_OF_AN_AWARD, WORD_OF_A_FACT):
        return False
    return not (isinstance(column, written_otherwise) or (column is not None and column.choices))


def _model(label: str) -> type[models.Model] | None:
    try:
        return apps.get_model(label) if label else None
    except LookupError:
        return None


def _column_of(model: str, name: str | None) -> Any:
    kind = _model(model)
    told_by = kind.told_by if kind is not None and issubclass(kind, Told) else ""
    name = name or told_by
    found = {one.name: one for one in kind._meta.concrete_fields} if kind is not None else {}
    return found.get(name)


def _code(column: Any, code: str) -> str:
    """A code in words: of this row's field, of any such field, or of its own; as it stands where it has none."""
    row = f"{column.model._meta.model_name}.{column.name}"
    keys = (
        f"value.{row}.{code}",
        f"{row}.{code}",
        f"{WORDS_OF.get(row, '')}.{code}",
        f"value.{column.name}.{code}",
        f"value.{code}",
    )
    key = next((one for one in keys if one in all_words()), None)
    return say(Sentence(key)) if key else code
