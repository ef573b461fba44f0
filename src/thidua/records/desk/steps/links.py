"""Letters that carry a single link: an invitation, or a forgotten password."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import override

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.records.accounts.models import Account, SingleLink
from thidua.records.accounts.steps import make_link
from thidua.records.desk.models import OutMail
from thidua.records.desk.steps.letters import write_letter

AddressOf = Callable[[str], str]


def write_link(account: Account, purpose: SingleLink.Purpose, address_of: AddressOf, *, at: datetime) -> OutMail:
    """A letter with a new single link to the account's owner; `address_of` turns the secret into an address."""
    link, secret = make_link(account, purpose, at=at)
    values = {
        "name": account.person.full_name if account.person else account.email,
        "email": account.email,
        "address": address_of(secret),
        "until": link.expires_at,
    }
    with override("vi"):  # the reader of the letter is not whoever sits at the screen
        words = {
            SingleLink.Purpose.INVITATION: ("letter.invitation", "letter.invitation_text"),
            SingleLink.Purpose.RESET: ("letter.reset", "letter.reset_text"),
        }[purpose]
        subject, text = (say(Sentence(key, **values)) for key in words)
    return write_letter(to=account.email, subject=subject, text=text, about=account.token, at=at)
