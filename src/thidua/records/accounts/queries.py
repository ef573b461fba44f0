"""Questions about accounts: who acts, with which posts on a day; which links still open."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, When

from thidua.base.prepared import first, prepared
from thidua.base.sealed import mac_of
from thidua.core.actor import Actor, Channel, PostHeld, PostKind
from thidua.core.rights.scopes import Scope
from thidua.core.texts import folded
from thidua.records.accounts.models import (
    Account,
    CodeApp,
    Delegation,
    FactorGuard,
    Passkey,
    RecoveryCode,
    SingleLink,
)
from thidua.records.directory.models import Person, Post, Unit, in_place
from thidua.records.directory.queries import in_force


def actor_of(account: object, *, on: date) -> Actor:
    """The actor behind an account, with the posts held on that day (one query)."""
    assert isinstance(account, Account)
    return _actor(account, _posts_held(account.person_id, on) if account.person_id else ())


def _posts_held(person: int, on: date) -> tuple[PostHeld, ...]:
    """Posts in the order of the units' codes."""
    return tuple(
        PostHeld(unit, path, PostKind(kind), title, in_place(name, short_name, above))
        for _, kind, _, unit, path, title, name, short_name, above in sorted(_posts(person=person, on=on))
    )


@prepared
def _posts(*, person: int, on: date) -> QuerySet[Any, Any]:
    """What posts are sorted by, and what `PostHeld` tells of each."""
    posts = Post.objects.filter(in_force(on), person=person).order_by()
    names = ("unit__name", "unit__short_name", "unit__parent__short_name")
    return posts.values_list("unit__code", "kind", "pk", "unit", "unit__path", "title", *names)


@prepared
def _accounts(*, person: int) -> QuerySet[Any, Any]:
    return Account.objects.filter(person=person).values_list("pk", "public_id")


def _actor(account: Account, posts: tuple[PostHeld, ...]) -> Actor:
    return Actor(
        token=account.token,
        name=account.person.full_name if account.person else account.email,
        title=posts[0].title if posts else "",
        account=account.pk,
        person=account.person_id,
        posts=posts,
        is_administrator=account.is_administrator,
        channel=Channel.DEMO if account.demo_role else Channel.WEB,
    )


def account_by_key(key: int) -> Account | None:
    """The account with its person; None where there is none."""
    return first(_account(key=key))


@prepared
def _account(*, key: int) -> QuerySet[Account]:
    return Account.objects.filter(pk=key).select_related("person").order_by()


def actor_as_person(person: Person, *, on: date, channel: Channel = Channel.WEB) -> Actor:
    """The actor for a person of the directory who may have no account (commands, the demo's past)."""
    posts = _posts_held(person.pk, on)
    account = next((Account(pk=key, public_id=name) for key, name in _accounts(person=person.pk)), None)
    return Actor(
        token=account.token if account else person.token,
        name=person.full_name,
        title=posts[0].title if posts else "",
        account=account.pk if account else None,
        person=person.pk,
        posts=posts,
        channel=channel,
    )


def letters_that_meet(unit: Unit, delegate: Person, *, from_on: date, until_on: date) -> QuerySet[Delegation]:
    """Letters to the same person that were not withdrawn and share a day with the days asked about."""
    letters = Delegation.objects.filter(unit=unit, delegate=delegate, withdrawn_at=None)
    return letters.filter(from_on__lte=until_on, until_on__gte=from_on).order_by("from_on", "pk")


def letters_in_force(actor: Actor, *, on: date) -> QuerySet[Delegation]:
    """The letters by which an actor may sign on that day, the newest first."""
    return _letters(actor).filter(in_force(on)).order_by("-letter_dated_on", "-pk")


def _letters(actor: Actor) -> QuerySet[Delegation]:
    """A letter is worth nothing to whoever has no post left in its unit or below, even while it runs."""
    return Delegation.objects.filter(delegate=actor.person, unit__in=actor.units, withdrawn_at=None)


def delegation_for(actor: Actor, unit: Unit, *, on: date, scope: Scope | None = None) -> Delegation | None:
    """The letter by which an actor may sign for a unit on that day: anything, or what lies in a scope."""
    letters = letters_in_force(actor, on=on).filter(unit=unit)
    return (letters.filter(**{f"for_{scope}": True}) if scope else letters).first()


def delegated_scopes(actor: Actor, unit: Unit, *, on: date) -> frozenset[Scope]:
    """What all letters together let an actor sign for a unit on that day; one query."""
    if actor.person is None or unit.pk not in actor.units:
        return frozenset()
    letters = _letters_to(person=actor.person, unit=unit.pk, on=on)
    return frozenset(scope for letter in letters for scope, holds in zip(Scope, letter, strict=True) if holds)


@prepared
def _letters_to(*, person: int, unit: int, on: date) -> QuerySet[Any, Any]:
    letters = Delegation.objects.filter(in_force(on), delegate=person, unit=unit, withdrawn_at=None)
    return letters.order_by().values_list(*(f"for_{scope}" for scope in Scope))


class Capacity(StrEnum):
    """As what somebody signs for a unit; the words of a signature."""

    LEADER = "leader"
    SIGNING_FOR = "signing_for"  # KT.: a deputy in the leader's place
    BY_LETTER = "by_letter"


@dataclass(frozen=True)
class SignedAs:
    """`letter` is number and date of the letter of delegation, "" for the leader."""

    capacity: Capacity
    title: str
    letter: str


def signs_as(by: Actor, unit: Unit, scope: Scope, *, on: date) -> SignedAs:
    """As what an actor signs for a unit: as its leader; as a deputy in the leader's place (KT.), or another, by letter.

    Whoever calls has asked whether the actor may.
    """
    if own := next((post for post in by.posts if post.unit == unit.pk and post.kind is PostKind.LEADER), None):
        return SignedAs(Capacity.LEADER, own.title, "")
    letter = delegation_for(by, unit, on=on, scope=scope)
    deputy = next((post for post in by.posts if post.unit == unit.pk and post.kind is PostKind.DEPUTY), None)
    capacity = Capacity.SIGNING_FOR if deputy else Capacity.BY_LETTER
    return SignedAs(capacity, deputy.title if deputy else by.title, letter.as_named() if letter else "")


def signer_of(by: Actor, unit: Unit, scope: Scope, *, on: date) -> dict[str, Any]:
    """The signer as what was handed in keeps one: name, title, and by which letter where it is not the leader."""
    signed = signs_as(by, unit, scope, on=on)
    written = by.as_written() | {"title": signed.title}
    return written if signed.capacity is Capacity.LEADER else written | {
        "capacity": signed.capacity.value, "letter": signed.letter
    }  # fmt: skip


def delegations_of(unit: Unit) -> QuerySet[Delegation]:
    return Delegation.objects.filter(unit=unit).select_related("leader", "delegate").order_by("-from_on", "-pk")


def letters_of_units(units: Iterable[Unit], *, on: date) -> QuerySet[Delegation]:
    """Letters of these units that hold on that day or later."""
    return Delegation.objects.filter(unit__in=list(units), withdrawn_at=None, until_on__gte=on).order_by("pk")


def letters_for(actor: Actor, *, on: date) -> QuerySet[Delegation]:
    """The letters by which an actor may sign on that day or later."""
    return _letters(actor).filter(until_on__gte=on).select_related("unit", "leader").order_by("from_on", "pk")


def link_for(secret: str, *, at: datetime, locked: bool = False) -> SingleLink | None:
    """The single link that this secret opens: unused, not expired, of an open account."""
    links = SingleLink.objects.select_for_update(of=("self",)) if locked else SingleLink.objects
    digest = hashlib.sha256(secret.encode()).hexdigest()
    return (
        links.filter(token_hash=digest, used_at=None, expires_at__gt=at, account__is_active=True)
        .select_related("account__person")
        .first()
    )


def actor_by_link(link: SingleLink) -> Actor:
    """Whoever holds a single link: the account's owner as far as can be known, signed in nowhere."""
    return replace(_actor(link.account, ()), account=None, is_administrator=False, channel=Channel.LINK)


def first_secret() -> str:
    """What opens the first account of this installation; it works as long as there is none."""
    return mac_of("the first account", about="first account").hex()[:32]


def has_accounts() -> bool:
    return Account.objects.exists()


class Show(StrEnum):
    """What the list of accounts may be narrowed to."""

    IN_USE = "dang-dung"
    WAITING = "cho-mat-khau"
    CLOSED = "da-dong"


def accounts(search: str = "", show: Show | None = None) -> QuerySet[Account]:
    """Accounts by address, found by address or by their person's name with or without marks."""
    found = Account.objects.select_related("person").order_by("email")
    unset = Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    if show is Show.CLOSED:
        found = found.filter(is_active=False)
    elif show is not None:
        found = found.filter(unset if show is Show.WAITING else ~unset, is_active=True)
    words = search.strip()
    return found.filter(Q(email__icontains=words) | Q(person__folded__contains=folded(words))) if words else found


def demo_accounts() -> list[Account]:
    """The one-click accounts of the demo, in the order in which a visitor meets them."""
    return list(Account.objects.exclude(demo_role="").select_related("person").order_by("pk"))


@dataclass(frozen=True)
class Factors:
    """What an account can be proven by, beside its password."""

    app: CodeApp | None
    passkeys: tuple[Passkey, ...]
    codes_left: int  # recovery codes that were not used

    @property
    def are_set(self) -> bool:
        """Recovery codes alone are none: they are for the day on which the other is lost."""
        return self.app is not None or bool(self.passkeys)


def factors_of(account: Account) -> Factors:
    """Three queries."""
    app = first(_code_apps(account=account.pk))
    passkeys = tuple(_passkeys(account=account.pk))
    left = RecoveryCode.objects.filter(account=account, used_at=None, ended_at=None).count()
    return Factors(app, passkeys, left)


@prepared
def _code_apps(*, account: int) -> QuerySet[CodeApp]:
    return CodeApp.objects.filter(account=account, removed_at=None).order_by("pk")


@prepared
def _passkeys(*, account: int) -> QuerySet[Passkey]:
    return Passkey.objects.filter(account=account, removed_at=None)


def round_of(account: Account) -> int:
    """The round of the account's factors: what was proven in an earlier one counts no more."""
    return FactorGuard.objects.filter(account=account).values_list("round", flat=True).first() or 0


def passkey_named(credential_id: str) -> Passkey | None:
    """The passkey of an open account by what its device calls it."""
    found = Passkey.objects.filter(credential_id=credential_id, removed_at=None, account__is_active=True)
    return found.select_related("account__person").first()


def with_factors(found: QuerySet[Account]) -> QuerySet[Account]:
    """`has_factor`: whether each can be proven by a code or a passkey; no further query."""
    own = {"account": OuterRef("pk"), "removed_at": None}
    return found.annotate(
        has_factor=Case(
            When(Exists(CodeApp.objects.filter(**own)) | Exists(Passkey.objects.filter(**own)), then=True),
            default=False,
            output_field=BooleanField(),
        )
    )


def knows_recovery_code(account: Account, code_hash: str) -> bool:
    """Whether a recovery code with this hash works for the account."""
    return RecoveryCode.objects.filter(account=account, code_hash=code_hash, used_at=None, ended_at=None).exists()
