"""Questions to the desk: a draft, the entry on behalf behind a row, the newest notices of a unit."""

from django.db.models import QuerySet

from thidua.core.actor import Actor
from thidua.records.accounts.models import Account
from thidua.records.desk.models import Draft, EntryOnBehalf, Notice, OutMail
from thidua.records.journal.models import HasToken


def entry_on_behalf_of(subject: HasToken) -> EntryOnBehalf | None:
    """From which paper the secretariat entered this, if it did; the newest entry counts."""
    return EntryOnBehalf.objects.filter(subject=subject.token).order_by("-pk").first()


def draft_of(account: Account, address: str) -> Draft | None:
    """What the account has typed on a form and not yet sent."""
    return Draft.objects.filter(account=account, address=address).first()


def notices_for(actor: Actor) -> QuerySet[Notice]:
    """Notices to the units in which the actor holds a post, newest first."""
    return Notice.objects.filter(unit__in=[post.unit for post in actor.posts]).select_related("unit")


def letters_to_hand_over() -> QuerySet[OutMail]:
    """Letters that have not gone out by mail and whose text still counts: to be copied or printed."""
    return OutMail.objects.exclude(state=OutMail.State.SENT).exclude(text="").order_by("-pk")


def waiting_letters(limit: int = 50) -> list[OutMail]:
    """Letters to send: those tried least often first, so that one hard case does not hold up the others."""
    return list(OutMail.objects.filter(state=OutMail.State.WAITING).order_by("attempts", "pk")[:limit])
