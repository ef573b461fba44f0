"""A form of commendation that was conferred before."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.columns import FALSE, Column, Pair, Truth, either, some
from thidua.core.law.conditions.base import Case, Cited, Found, graded, said, says, wants
from thidua.core.law.history import Asked, AwardType
from thidua.core.law.register import Award


@dataclass(frozen=True)
class Conferral(Cited):
    """A form of merit; one of another type is no base for it, one of unknown type warns.

    Source: D152 art. 4(3) and D98 before it.
    """

    form: Award

    def answer(self, case: Case) -> Found:
        merit = case.row.get(f"form.{self.form.code}.{AwardType.MERIT}", 0)
        unknown = case.row.get(f"form.{self.form.code}.{AwardType.UNKNOWN}", 0)
        return Found(self, graded(bool(merit), bool(unknown)), merit or unknown)

    def asks(self, asked: Asked) -> Pair:
        merit, unknown = (Column(f"form.{self.form.code}.{kind}") for kind in (AwardType.MERIT, AwardType.UNKNOWN))
        return Pair(some(merit), either(some(merit), some(unknown)))

    def nearly(self, asked: Asked) -> Truth:
        """A form that has to come first takes years: nobody who lacks it is nearly there."""
        return FALSE

    @property
    def wanted(self) -> Sentence:
        return wants("conferred", form=self.form.name)

    def because(self, found: Found) -> Sentence:
        return says("conferred", found, form=self.form.name, years=said(found.years))
