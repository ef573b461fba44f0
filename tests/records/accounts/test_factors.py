"""The second factor: set up by its owner, proven once a code, waiting after wrong ones, removed and reset."""

from datetime import timedelta

import pytest

from tests.factories.factors import (
    A_STEP,
    SECRET,
    Device,
    a_passkey_of,
    account_of,
    an_app_of,
    recovery_codes_of,
)
from tests.factories.people import an_account, an_administrator
from tests.factories.seasons import NOON, TODAY, a_key
from tests.together import together
from thidua.core.answer import NotPossible
from thidua.core.second_factor.codes import code_at
from thidua.records.accounts.actions import (
    add_code_app,
    add_passkey,
    make_recovery_codes,
    prove_by_code,
    prove_by_passkey,
    remove_code_app,
    remove_passkey,
    rename_passkey,
)
from thidua.records.accounts.models import CodeApp, RecoveryCode
from thidua.records.accounts.queries import Factors, actor_of, factors_of, round_of
from thidua.records.desk.actions import reset_second_factor
from thidua.records.desk.models import Notice
from thidua.records.journal.models import Body, Entry


@pytest.fixture
def tham(db):
    return actor_of(an_account(), on=TODAY)


def proving(actor, typed, at=NOON):
    return prove_by_code(account_of(actor), typed=typed, code_at=at, by=actor, at=NOON, key=a_key())


def refused(act) -> list[str]:
    with pytest.raises(NotPossible) as told:
        act()
    return [sentence.key for sentence in told.value]


def test_an_app_is_set_up_by_a_code_that_fits_and_its_secret_is_not_readable_in_the_database(tham):
    with pytest.raises(NotPossible):
        add_code_app(account_of(tham), secret=SECRET, typed="000000", code_at=NOON, by=tham, at=NOON, key=a_key())
    assert not factors_of(account_of(tham)).are_set
    app = an_app_of(tham)
    assert factors_of(account_of(tham)) == Factors(app, (), 0)
    assert "12345678901234567890" not in app.secret
    assert "GEZDGNBV" not in app.secret
    assert refused(lambda: an_app_of(tham)) == ["factor.has_an_app"]
    assert "GEZD" not in "".join(Body.objects.values_list("text", flat=True))


def test_a_code_proves_once(tham):
    app, code = an_app_of(tham), code_at(SECRET, NOON)
    assert proving(tham, code) == app
    assert proving(tham, code) is None
    assert proving(tham, code_at(SECRET, NOON + A_STEP), at=NOON + A_STEP) == app
    assert [e.kind for e in Entry.objects.filter(kind__startswith="factor.p")] == ["factor.proven", "factor.proven"]


def test_the_code_that_set_the_app_up_proves_nothing_afterwards(tham):
    an_app_of(tham)
    assert proving(tham, code_at(SECRET, NOON - A_STEP)) is None


def test_five_wrong_codes_make_the_account_wait_even_for_a_right_one(tham):
    app = an_app_of(tham)
    for _ in range(5):
        assert proving(tham, "000000") is None
    assert refused(lambda: proving(tham, code_at(SECRET, NOON))) == ["factor.wait"]
    later = NOON + timedelta(minutes=15)
    assert proving(tham, code_at(SECRET, later), at=later) == app
    assert proving(tham, "000000", at=later) is None, "a right code has ended the row"


def test_waiting_goes_on_doubling_until_a_right_code(tham):
    an_app_of(tham)
    for _ in range(5):
        proving(tham, "000000")
    later = NOON + timedelta(minutes=15)
    for _ in range(5):
        assert proving(tham, "000000", at=later) is None
    assert refused(lambda: proving(tham, "000000", at=later + timedelta(minutes=29))) == ["factor.wait"]
    assert proving(tham, "000000", at=later + timedelta(minutes=30)) is None


def test_a_recovery_code_works_once_and_a_new_set_ends_the_old_one(tham):
    assert refused(lambda: recovery_codes_of(tham)) == ["factor.first_an_app"]
    an_app_of(tham)
    first, second = recovery_codes_of(tham)
    used = proving(tham, first.upper().replace("-", " "))
    assert isinstance(used, RecoveryCode)
    assert proving(tham, first) is None
    make_recovery_codes(account_of(tham), codes=["zzzz-zzzz-zzzz-zzzz"], by=tham, at=NOON, key=a_key())
    assert proving(tham, second) is None
    assert factors_of(account_of(tham)).codes_left == 1


def test_recovery_codes_are_kept_as_hashes_and_stand_in_no_journal(tham):
    an_app_of(tham)
    first, _ = recovery_codes_of(tham)
    assert not RecoveryCode.objects.filter(code_hash__icontains=first[:4]).exists()
    assert first not in "".join(Body.objects.values_list("text", flat=True))


def test_recovery_codes_go_with_the_last_factor(tham):
    an_app_of(tham)
    passkey = a_passkey_of(tham)
    first, _ = recovery_codes_of(tham)
    remove_code_app(account_of(tham), reason="đổi điện thoại", by=tham, at=NOON, key=a_key())
    assert factors_of(account_of(tham)).codes_left == 2
    remove_passkey(passkey, reason="máy hỏng", by=tham, at=NOON, key=a_key())
    assert proving(tham, first) is None
    assert not factors_of(account_of(tham)).are_set


def test_what_is_removed_needs_a_reason_leaves_no_secret_and_can_be_added_again(tham):
    an_app_of(tham)
    for reason in ("", "  "):
        assert refused(
            lambda reason=reason: remove_code_app(account_of(tham), reason=reason, by=tham, at=NOON, key=a_key())
        ) == ["factor.needs_reason"]
    remove_code_app(account_of(tham), reason="đổi điện thoại", by=tham, at=NOON, key=a_key())
    assert CodeApp.objects.get().secret == ""
    assert refused(
        lambda: remove_code_app(account_of(tham), reason="lại", by=tham, at=NOON, key=a_key())
    ) == ["factor.none_such"]  # fmt: skip
    an_app_of(tham)
    assert proving(tham, code_at(SECRET, NOON)) is not None


def test_a_passkey_is_named_counted_and_its_copy_told_apart(tham):
    device = Device()
    passkey = a_passkey_of(tham, device, count=3)
    assert refused(lambda: a_passkey_of(tham, device)) == ["factor.passkey_known"]
    rename_passkey(passkey, name="Khóa USB", by=tham, at=NOON, key=a_key())
    used = prove_by_passkey(passkey, count=4, used_at=NOON, by=tham, at=NOON, key=a_key())
    assert (used.name, used.count, used.last_used_at) == ("Khóa USB", 4, NOON)
    assert prove_by_passkey(passkey, count=4, used_at=NOON, by=tham, at=NOON, key=a_key()) is None
    assert Entry.objects.filter(kind="factor.passkey_copied").count() == 1
    remove_passkey(passkey, reason="mất máy", by=tham, at=NOON, key=a_key())
    assert refused(
        lambda: prove_by_passkey(passkey, count=9, used_at=NOON, by=tham, at=NOON, key=a_key())
    ) == ["factor.none_such"]  # fmt: skip
    assert a_passkey_of(tham, device).pk != passkey.pk


def test_a_second_factor_is_its_owners_alone(tham):
    other = an_administrator()
    an_app_of(tham)
    passkey = a_passkey_of(tham)
    account, code = account_of(tham), code_at(SECRET, NOON)
    by = {"by": other, "at": NOON}
    for act in (
        lambda: prove_by_code(account, typed=code, code_at=NOON, key=a_key(), **by),
        lambda: remove_code_app(account, reason="x", key=a_key(), **by),
        lambda: remove_passkey(passkey, reason="x", key=a_key(), **by),
        lambda: rename_passkey(passkey, name="x", key=a_key(), **by),
        lambda: make_recovery_codes(account, codes=["a"], key=a_key(), **by),
        lambda: add_passkey(account, passkey=None, name="x", key=a_key(), **by),
    ):
        assert refused(act) == ["factor.not_yours"]


def test_an_administrator_resets_with_a_reason_the_owner_is_told_and_what_was_proven_counts_no_more(tham):
    administrator = an_administrator()
    account = account_of(tham)
    an_app_of(tham)
    a_passkey_of(tham)
    recovery_codes_of(tham)
    before = round_of(account)

    def reset(reason="mất điện thoại", by=administrator, whose=account):
        return reset_second_factor(whose, reason=reason, by=by, at=NOON, key=a_key())

    assert refused(lambda: reset(" ")) == ["factor.needs_reason"]
    assert refused(lambda: reset(whose=account_of(administrator))) == ["factor.own"]
    reset()
    assert factors_of(account) == Factors(None, (), 0)
    assert round_of(account) == before + 1
    assert [(n.person_id, n.key, n.place) for n in Notice.objects.all()] == [
        (tham.person, "notice.factor_reset", "second_factor")
    ]
    line = Entry.objects.get(kind="factor.reset")
    assert line.subjects == [account.token]
    assert "mất điện thoại" in Body.objects.get(entry=line).text
    assert refused(reset) == ["factor.nothing_set"]


def test_nobody_but_an_administrator_resets(tham):
    from thidua.core.answer import Unknown

    an_app_of(tham)
    with pytest.raises(Unknown):
        reset_second_factor(account_of(tham), reason="x", by=tham, at=NOON, key=a_key())


@pytest.mark.both
def test_one_code_typed_twice_at_one_instant_proves_once(own_database):
    tham = actor_of(an_account(), on=TODAY)
    an_app_of(tham)
    first, _ = recovery_codes_of(tham)
    for typed in (code_at(SECRET, NOON), first):
        answers = together(*[lambda typed=typed: proving(tham, typed)] * 4)
        assert sum(answer is not None for answer in answers) == 1, typed


@pytest.mark.both
def test_of_many_wrong_codes_at_one_instant_five_are_looked_at(own_database):
    tham = actor_of(an_account(), on=TODAY)
    an_app_of(tham)
    answers = together(*[lambda: proving(tham, "000000")] * 8)
    assert sorted(map(str, answers)) == ["None"] * 5 + ["['factor.wait']"] * 3
    assert refused(lambda: proving(tham, code_at(SECRET, NOON))) == ["factor.wait"]
