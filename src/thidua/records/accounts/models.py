"""Accounts, single links that open them, second factors, and delegations of a leader's signature."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from thidua.base.noticing import Told
from thidua.base.rows import Addressed
from thidua.core.rights.scopes import Scope
from thidua.records.directory.models import Person, Unit
from thidua.records.files.models import StoredFile


class Accounts(BaseUserManager):  # type: ignore[type-arg]
    def get_by_natural_key(self, email: str | None) -> "Account":
        found: Account = self.get(email=(email or "").lower())
        return found


class Account(AbstractBaseUser, Addressed):
    """A way to sign in; whose it is stands in the directory."""

    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, models.PROTECT, null=True, blank=True, related_name="account")
    is_administrator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    demo_role = models.CharField(max_length=40, blank=True)  # one-click sign-in, in the demo only

    objects = Accounts()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ("email",)

    def __str__(self) -> str:
        return self.email


class SingleLink(Addressed):
    """An invitation or a forgotten password: works once, until it expires; only its hash is kept."""

    class Purpose(models.TextChoices):
        INVITATION = "invitation"
        RESET = "reset"

    account = models.ForeignKey(Account, models.PROTECT, related_name="links")
    purpose = models.CharField(max_length=16, choices=Purpose.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class CodeApp(Addressed):
    """An app on the owner's phone that makes codes; an account has one at a time.

    `secret` is sealed, and goes when the app is removed. A code of `last_step` or before works no more.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="code_apps")
    secret = models.CharField(max_length=200, blank=True)
    last_step = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("account",), condition=Q(removed_at=None), name="accounts_one_code_app")
        ]


class Passkey(Addressed):
    """A key that a device or a password manager keeps for its owner; here stands its public part.

    `count` is how often it says to have signed: a count that does not grow tells of a copy.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="passkeys")
    name = models.CharField(max_length=80)
    credential_id = models.CharField(max_length=1400)
    kept = models.TextField()
    count = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("credential_id",), condition=Q(removed_at=None), name="accounts_a_passkey_opens_one"
            )
        ]


class RecoveryCode(models.Model):
    """One of ten codes for the day on which the phone is lost; a new set ends the old one."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="recovery_codes")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


class FactorGuard(models.Model):
    """What guards an account's second factor: wrong codes in a row, and the round of its factors.

    What was proven in an earlier `round` counts no more: a reset begins a new one. Codes are checked under this
    row's lock, so that one code is never taken twice.
    """

    account = models.OneToOneField(Account, models.PROTECT, related_name="factor_guard")
    failures = models.PositiveIntegerField(default=0)
    last_failed_at = models.DateTimeField(null=True)
    round = models.PositiveIntegerField(default=0)


class Delegation(Addressed, Told):
    """A leader lets another person sign for the unit, by letter: all of what it signs, or part."""

    told_by = "delegate"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="delegations")
    leader = models.ForeignKey(Person, models.PROTECT, related_name="delegations_given")
    delegate = models.ForeignKey(Person, models.PROTECT, related_name="delegations")
    letter_number = models.CharField(max_length=60)
    letter_dated_on = models.DateField()
    letter_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    from_on = models.DateField()
    until_on = models.DateField()
    for_pact = models.BooleanField(default=True)
    for_reports = models.BooleanField(default=True)
    for_cards = models.BooleanField(default=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=models.F("from_on")), name="accounts_delegation_forwards")
        ]

    @property
    def scopes(self) -> frozenset[Scope]:
        """What its holder may sign."""
        return frozenset(scope for scope in Scope if getattr(self, f"for_{scope}"))

    def as_named(self) -> str:
        """As a signature names it: number and date."""
        return f"{self.letter_number}, {self.letter_dated_on:%d/%m/%Y}"
