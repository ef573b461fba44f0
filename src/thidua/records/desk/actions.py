"""Acts of the desk: letters with a single link, what an account's owner is told, by which address others come."""

from datetime import datetime, timedelta

from thidua.core.actor import Actor
from thidua.core.addresses import address_from
from thidua.core.answer import Sentence, refuse, require
from thidua.core.texts import composed
from thidua.records.accounts.models import Account, SingleLink
from thidua.records.accounts.steps import remove_all_factors
from thidua.records.desk.house import may_be_written
from thidua.records.desk.models import HouseAddress, OutMail
from thidua.records.desk.steps.links import AddressOf, write_link
from thidua.records.desk.steps.notices import notify_people
from thidua.records.directory.access import may
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record

ONE_RESET_EVERY = timedelta(minutes=10)  # a stranger cannot flood someone's letter box


@act
def send_invitation(account: Account, *, address_of: AddressOf, by: Actor, at: datetime, key: str) -> OutMail:
    """A letter with a single link into the outbox; an earlier link of the account stops working.

    `address_of` turns the link's secret into the address of its page. Raises NotPossible for a closed account.
    """
    require(may(by, "accounts.keep"))
    account = Account.objects.select_for_update(of=("self",)).select_related("person").get(pk=account.pk)
    if not account.is_active:
        raise refuse("account.is_closed", email=account.email)
    letter = write_link(account, SingleLink.Purpose.INVITATION, address_of, at=at)
    record("account.invited", by=by, at=at, subjects=[account, letter])
    return letter


@act
def send_reset(email: str, *, address_of: AddressOf, by: Actor, at: datetime, key: str) -> OutMail | None:
    """A letter to an account's owner who forgot the password; silence for an address without an open account.

    Never refuses, so that nobody learns which addresses have accounts. One letter in ten minutes.
    """
    found = Account.objects.select_for_update(of=("self",)).select_related("person")
    account = found.filter(email=email.strip().lower(), is_active=True).first()
    if account is None or account.links.filter(purpose="reset", made_at__gt=at - ONE_RESET_EVERY).exists():
        return None
    letter = write_link(account, SingleLink.Purpose.RESET, address_of, at=at)
    record("account.reset_asked", by=by, at=at, subjects=[account, letter])
    return letter


@act
def reset_second_factor(account: Account, *, reason: str, by: Actor, at: datetime, key: str) -> Account:
    """An administrator removes all second factors of somebody who has lost them; the owner is told.

    Raises NotPossible without a reason, for one's own account, or if there is nothing to remove.
    """
    require(may(by, "accounts.keep"))
    account = Account.objects.select_for_update(of=("self",)).select_related("person").get(pk=account.pk)
    if account.pk == by.account:
        raise refuse("factor.own")
    if not reason.strip():
        raise refuse("factor.needs_reason")
    if not remove_all_factors(account, at=at):
        raise refuse("factor.nothing_set", email=account.email)
    reason = composed(reason.strip())
    if account.person is not None:
        told = Sentence("notice.factor_reset", by=by.name, reason=reason)
        notify_people([account.person], told, at=at, place="second_factor")
    record("factor.reset", by=by, at=at, subjects=[account], body={"reason": reason})
    return account


@act
def write_house_address(*, address: str, seen_version: int, by: Actor, at: datetime, key: str) -> HouseAddress:
    """By which address others open the program: links in letters, mails and squares begin with it from now on.

    Raises NotPossible for what no browser could open, while the environment says it, or after somebody else's save.
    """
    require(may(by, "house.address"))
    require(may_be_written())
    found, _ = HouseAddress.objects.get_or_create(only=True)
    row = HouseAddress.objects.select_for_update().get(pk=found.pk)
    row.expect(seen_version)
    row.address = address_from(address)
    row.turn()
    row.save(update_fields=["address", "version"])
    record("house.address_written", by=by, at=at, subjects=[row], body={"address": row.address})
    return row
