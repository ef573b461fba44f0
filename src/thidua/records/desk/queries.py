"""Questions to the desk: a draft, the entry on behalf behind a row, notices."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.core.actor import Actor
from thidua.records.accounts.models import Account
from thidua.records.desk.models import Draft, EntryOnBehalf, Notice, NoticeRead, OutMail
from thidua.records.journal.models import HasToken


def entry_on_behalf_of(subject: HasToken) -> EntryOnBehalf | None:
    """From which paper the secretariat entered this, if it did; the newest entry counts."""
    return EntryOnBehalf.objects.filter(subject=subject.token).order_by("-pk").first()


def draft_of(account: Account, address: str) -> Draft | None:
    """What the account has typed on a form and not yet sent."""
    return Draft.objects.filter(account=account, address=address).first()


def entry_at(public_id: str) -> EntryOnBehalf | None:
    """The entry of an address, with its unit and file."""
    return EntryOnBehalf.objects.filter(public_id=public_id).select_related("unit", "file").first()


def notices_for(actor: Actor) -> QuerySet[Notice]:
    """Notices to the actor and to the units in which the actor holds a post, newest first.

    `is_read` says whether the actor's account has marked one as read.
    """
    to_me = Q(unit__in=[post.unit for post in actor.posts])
    if actor.person is not None:
        to_me |= Q(person=actor.person)
    read = NoticeRead.objects.filter(notice=OuterRef("pk"), account=actor.account)
    return Notice.objects.filter(to_me).select_related("unit").annotate(is_read=Exists(read))


def letters_to_hand_over() -> QuerySet[OutMail]:
    """Letters that have not gone out by mail and whose text still counts: to be copied or printed."""
    return OutMail.objects.exclude(state=OutMail.State.SENT).exclude(text="").order_by("-pk")


def waiting_letters(limit: int = 50) -> list[OutMail]:
    """Letters to send: those tried least often first, so that one hard case does not hold up the others."""
    return list(OutMail.objects.filter(state=OutMail.State.WAITING).order_by("attempts", "pk")[:limit])
