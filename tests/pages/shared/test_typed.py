"""Fields of a form as they are read: marks, days, words for addresses."""

import unicodedata
from datetime import date

import pytest
from django.test import RequestFactory

from thidua.core.answer import NotPossible
from thidua.pages.shared.request import Typed
from thidua.pages.shared.slugs import slug_of


def typed(**fields: str) -> Typed:
    return Typed(RequestFactory().post("/", fields))


def test_a_text_has_one_spelling_whatever_keyboard_types_its_marks():
    taken_apart = unicodedata.normalize("NFD", "Sở Tư pháp tỉnh Nam Định")
    form = typed(name=f" {taken_apart} ")
    assert form.text("name", label="Tên", most=24) == "Sở Tư pháp tỉnh Nam Định"
    form.check()


@pytest.mark.parametrize("written", ["4/3/2016", "2016-03-04", " 04/03/2016 "])
def test_a_day_is_read_as_officers_and_browsers_write_it(written):
    assert typed(on=written).day("on", label="Ngày") == date(2016, 3, 4)


@pytest.mark.parametrize("written", ["4/3/16", "4/3/1899", "31/12/9999", "1/1/0001", "30/2/2016", "mai", "/", "-", "3"])
def test_a_day_that_nobody_can_mean_is_told_and_breaks_nothing(written):
    form = typed(on=written)
    assert form.day("on", label="Ngày") is None
    assert [fault.key for fault in form.faults] == ["form.not_a_day"]


def test_a_word_for_an_address_has_no_marks_and_is_not_too_long():
    assert slug_of("Khối Sở Tư pháp, năm 2016") == "khoi-so-tu-phap-nam-2016"
    assert slug_of("Quý I", most=3) == "quy"
    assert slug_of("  ") == ""


@pytest.mark.parametrize("name", ["★★★", "…", "ខ្មែរ", "%"])
def test_what_has_no_letter_for_an_address_is_refused_and_not_kept_without_one(name):
    with pytest.raises(NotPossible) as refused:
        slug_of(name)
    assert [sentence.key for sentence in refused.value] == ["form.no_word"]
