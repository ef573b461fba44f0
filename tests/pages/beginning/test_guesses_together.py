"""Codes guessed at one instant: as many are looked at as if they had come one after the other."""

import pytest
from django.test import Client

from tests.together import together
from thidua.core.workflow import inviting
from thidua.pages.participation import joining
from thidua.records.journal.models import AccessLine

pytestmark = pytest.mark.both
AT_ONCE = 8


def answered(address: str) -> int:
    return Client().get(address).status_code


def test_codes_of_letters_that_begin_alike(own_database, monkeypatch):
    monkeypatch.setattr("thidua.pages.beginning.coming.MOST_MISSES", 3)
    answers = together(*(lambda one=one: answered(f"/vao/K7MX3RQPACD{one}") for one in "ACDEFGHJ"))
    assert answers == [404] * AT_ONCE
    lines = AccessLine.objects.filter(kind=inviting.MISSED).values_list("because", flat=True)
    assert sorted(map(list(lines).count, set(lines))) == [3, 3]  # for the beginning, and for the line


def test_codes_of_taking_part_from_one_line(own_database, monkeypatch):
    monkeypatch.setattr(joining, "MOST_MISSES", 3)
    answers = together(*(lambda one=one: answered(f"/tham-gia/AAAA-AAA{one}") for one in "ACDEFGHJ"))
    assert answers == [404] * AT_ONCE
    assert AccessLine.objects.filter(kind=joining.MISSED).count() == 3
