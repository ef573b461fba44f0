"""By which address others open the program: what the environment says, else what was written, else where it listens."""

from dataclasses import dataclass

from django.conf import settings

from thidua.core.addresses import opens_here_alone
from thidua.core.answer import YES, Answer, not_possible
from thidua.records.desk.models import HouseAddress


@dataclass(frozen=True)
class House:
    """`address` begins every link that goes out; `row` is what was written, not kept where nothing was."""

    address: str
    row: HouseAddress

    @property
    def is_fixed(self) -> bool:
        """Whether the environment says it, so that nothing that is written counts."""
        return bool(settings.ADDRESS)

    @property
    def is_said(self) -> bool:
        """Whether somebody says it, or it is only where the program listens."""
        return self.is_fixed or bool(self.row.address)

    @property
    def opens_here_alone(self) -> bool:
        return opens_here_alone(self.address)


def the_house() -> House:
    """One query; none where the environment says it."""
    row = None if settings.ADDRESS else HouseAddress.objects.first()
    written = row.address if row else ""
    return House(settings.ADDRESS or written or settings.LISTENS_AT, row or HouseAddress())


def house_address() -> str:
    """What every link that goes out begins with."""
    return the_house().address


def may_be_written() -> Answer:
    return not_possible("house.is_fixed", address=settings.ADDRESS) if settings.ADDRESS else YES
