"""Sentences for the people of a unit."""

from datetime import datetime

from thidua.core.answer import Sentence
from thidua.records.desk.models import Notice
from thidua.records.directory.models import Unit


def notify(unit: Unit, sentence: Sentence, *, at: datetime, address: str) -> None:
    """A sentence for the people of a unit."""
    Notice.objects.create(unit=unit, key=sentence.key, values=sentence.as_written()["values"], address=address, at=at)
