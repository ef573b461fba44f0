"""What is being typed, kept for whoever types it. Drafts are nobody's records: no act, no line in the journal."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import F

from thidua.core.answer import refuse
from thidua.records.accounts.models import Account
from thidua.records.desk.models import Draft

MOST_DRAFTS = 200  # of one account; beyond it the oldest goes

Values = Mapping[str, Sequence[str]]


def keep_draft(
    account: Account, *, address: str, values: Values, seen_version: int | None, page: str, at: datetime
) -> Draft:
    """The draft of a form with what is typed now.

    Raises NotPossible when the same account has typed on in another window or on another machine since
    `seen_version` was read; what was kept there stays.
    """
    draft, is_new = Draft.objects.get_or_create(
        account=account, address=address, defaults={"values": values, "page": page, "saved_at": at}
    )
    if is_new:
        _make_room(account)
        return draft
    if draft.version != seen_version and draft.page != page and draft.values != values:
        raise refuse("draft.typed_elsewhere", at=draft.saved_at)
    seen = Draft.objects.filter(pk=draft.pk, version=draft.version)
    if not seen.update(values=values, page=page, version=F("version") + 1, saved_at=at):
        raise refuse("draft.typed_elsewhere", at=at)
    draft.refresh_from_db()
    return draft


def let_go_of_draft(account: Account, address: str) -> None:
    """The form was sent, or its draft thrown away."""
    Draft.objects.filter(account=account, address=address).delete()


def hand_drafts_over(giver: Account, taker: Account, *, unit_slug: str) -> int:
    """What somebody has typed on a unit's pages goes on with another. Gives how many; the taker's own drafts stay."""
    own = set(Draft.objects.filter(account=taker).values_list("address", flat=True))
    drafts = Draft.objects.filter(account=giver, address__contains=f"/{unit_slug}").exclude(address__in=own)
    named = [draft.pk for draft in drafts if unit_slug in re.split(r"[/?#]", draft.address)]
    return Draft.objects.filter(pk__in=named).update(account=taker)


def _make_room(account: Account) -> None:
    newest = Draft.objects.filter(account=account).order_by("-saved_at", "-pk")
    if len(too_many := list(newest.values_list("pk", flat=True)[MOST_DRAFTS:])):
        Draft.objects.filter(pk__in=too_many).delete()
