"""Questions to the desk: a draft, the entry on behalf behind a row, notices."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from thidua.core.actor import Actor
from thidua.core.texts import folded
from thidua.records.accounts.models import Account, SingleLink
from thidua.records.desk.models import Draft, EntryOnBehalf, Notice, NoticeRead, OutMail
from thidua.records.journal.models import HasToken


def entry_on_behalf_of(subject: HasToken) -> EntryOnBehalf | None:
    """From which paper the secretariat entered this, if it did; the newest entry counts."""
    return EntryOnBehalf.marks.filter(subject=subject.token).order_by("-pk").first()


def draft_of(account: Account, address: str) -> Draft | None:
    """What the account has typed on a form and not yet sent."""
    return Draft.objects.filter(account=account, address=address).first()


def entries_of(subjects: Iterable[HasToken]) -> dict[str, EntryOnBehalf]:
    """The newest entry behind each of several rows, by the row's token; one query."""
    found = EntryOnBehalf.marks.filter(subject__in=[subject.token for subject in subjects])
    return {entry.subject: entry for entry in found.order_by("pk")}


def entry_at(public_id: str) -> EntryOnBehalf | None:
    """The entry of an address, with its unit and file."""
    return EntryOnBehalf.objects.filter(public_id=public_id).select_related("unit", "file").first()


def entries_about(entries: QuerySet[EntryOnBehalf], *, kind: str = "", search: str = "") -> QuerySet[EntryOnBehalf]:
    """The entries of one kind of row, or of all; found by their unit with or without marks, or by the paper's
    number."""
    if kind:
        entries = entries.filter(subject__startswith=f"{kind}:")
    words = search.strip()
    return entries.filter(Q(unit__folded__contains=folded(words)) | Q(number__icontains=words)) if words else entries


def count_by_state(entries: QuerySet[EntryOnBehalf]) -> dict[str, int]:
    """How many of the entries are in each state; one query."""
    return dict(entries.order_by().values_list("state").annotate(count=Count("pk")))


def notices_for(actor: Actor) -> QuerySet[Notice]:
    """Notices to the actor and to the units in which the actor holds a post, newest first.

    `is_read` says whether the actor's account has marked one as read.
    """
    return Notice.objects.filter(_to(actor)).select_related("unit").annotate(is_read=_read_by(actor))


def unread_notices_for(actor: Actor) -> QuerySet[Notice]:
    """Those that the actor's account has not marked as read."""
    return Notice.objects.filter(_to(actor)).filter(~_read_by(actor))


def _to(actor: Actor) -> Q:
    """Nothing for who looks through other eyes: a notice is for those to whom it goes."""
    if actor.eyes is not None:
        return Q(pk=None)
    to_me = Q(unit__in=[post.unit for post in actor.posts])
    return to_me if actor.person is None else to_me | Q(person=actor.person)


def _read_by(actor: Actor) -> Exists:
    return Exists(NoticeRead.objects.filter(notice=OuterRef("pk"), account=actor.account))


def letters_to_hand_over(*, at: datetime) -> QuerySet[OutMail]:
    """Letters that have not gone out by mail and whose text still counts: to be copied or printed.

    One with a single link counts while the link opens the account.
    """
    return _not_gone_out().exclude(pk__in=letters_with_dead_links(at=at)).order_by("-pk")


def letters_with_dead_links(*, at: datetime) -> QuerySet[OutMail]:
    """Letters that have not gone out, about accounts that no link opens any more."""
    links = SingleLink.objects.filter(used_at=None, expires_at__gt=at)
    opened = links.annotate(named=Concat(Value("account:"), "account__public_id")).values("named")
    return _not_gone_out().filter(about__startswith="account:").exclude(about__in=opened).order_by()


def _not_gone_out() -> QuerySet[OutMail]:
    return OutMail.objects.exclude(state=OutMail.State.SENT).exclude(text="")


def letters_by_another_address(address: str, *, at: datetime) -> QuerySet[OutMail]:
    """Letters to hand over whose link begins otherwise."""
    return letters_to_hand_over(at=at).filter(text__contains="://").exclude(text__contains=f"{address}/")


def letters_about(tokens: Iterable[str]) -> dict[str, OutMail]:
    """The newest letter about each of several rows, by the row's token; one query."""
    found = OutMail.objects.filter(about__in=list(tokens)).defer("text")
    return {letter.about: letter for letter in found.order_by("pk")}


def waiting_letters(limit: int = 50) -> list[OutMail]:
    """Letters to send: those tried least often first, so that one hard case does not hold up the others."""
    return list(OutMail.objects.filter(state=OutMail.State.WAITING).order_by("attempts", "pk")[:limit])
