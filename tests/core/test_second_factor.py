"""Codes against the published vectors, recovery codes however typed, waiting after wrong codes, garbage for a key."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.second_factor import passkeys
from thidua.core.second_factor.codes import (
    FREE_TRIES,
    LONGEST_WAIT,
    address_of,
    code_at,
    in_groups,
    matching_step,
    step_at,
    waits_until,
)
from thidua.core.second_factor.recovery import HOW_MANY, hash_of, new_codes

SECRET = b"12345678901234567890"  # RFC 6238, appendix B
NOON = datetime(2016, 3, 4, 5, 0, 0, tzinfo=UTC)
SITE = passkeys.Site("localhost", "http://localhost:8000", "Thi Đua")


# The last six digits of the RFC's eight.
@pytest.mark.parametrize(
    ("second", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_standard(second, code):
    assert code_at(SECRET, datetime.fromtimestamp(second, UTC)) == code


@pytest.mark.parametrize(("off", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_phone_may_be_one_step_off(off, fits):
    typed = code_at(SECRET, NOON + timedelta(seconds=off))
    assert matching_step(SECRET, typed, at=NOON, after=0) == (step_at(NOON) + off // 30 if fits else None)


def test_a_step_that_was_used_fits_no_more_and_neither_does_one_before_it():
    now = step_at(NOON)
    assert matching_step(SECRET, code_at(SECRET, NOON), at=NOON, after=now) is None
    assert matching_step(SECRET, code_at(SECRET, NOON - timedelta(seconds=30)), at=NOON, after=now) is None
    assert matching_step(SECRET, code_at(SECRET, NOON + timedelta(seconds=30)), at=NOON, after=now) == now + 1


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "12 34 5"])
def test_what_is_no_code_of_six_digits_fits_never(typed):
    assert matching_step(SECRET, typed, at=NOON, after=0) is None


def test_a_code_is_read_with_the_space_that_apps_show():
    code = code_at(SECRET, NOON)
    assert matching_step(SECRET, f"{code[:3]} {code[3:]}", at=NOON, after=0) == step_at(NOON)


def test_the_address_for_apps_carries_the_secret_and_the_account():
    assert in_groups(SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    address = address_of(SECRET, account="tham@example.vn", issuer="ThiDua")
    assert address.startswith("otpauth://totp/ThiDua:tham%40example.vn?")
    assert "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" in address


def test_each_five_wrong_codes_double_the_wait_up_to_a_day():
    waits = {n: (until - NOON if (until := waits_until(n, NOON)) else None) for n in range(12)}
    assert [n for n, wait in waits.items() if wait] == [FREE_TRIES, 2 * FREE_TRIES]
    assert waits[5] == timedelta(minutes=15)
    assert waits[10] == timedelta(minutes=30)
    assert waits_until(500, NOON) == NOON + LONGEST_WAIT
    assert waits_until(0, None) is None


def test_recovery_codes_are_ten_different_ones_and_read_however_they_are_typed():
    codes = new_codes()
    assert len({hash_of(code) for code in codes}) == HOW_MANY
    assert hash_of(codes[0].upper().replace("-", " ")) == hash_of(codes[0])
    assert hash_of(codes[0]) != hash_of(codes[0][:-1])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["id", "rawId", "type", "response", "clientDataJSON", "authenticatorData", "signature", "attestationObject"]
    ), inner, max_size=8),
    max_leaves=12,
)  # fmt: skip


@given(json_values)
def test_an_answer_that_no_browser_gives_proves_nothing(answer):
    state = passkeys.ask_for_one(SITE)[1]
    for check in (
        lambda: passkeys.named_in(answer),
        lambda: passkeys.added(SITE, state, answer),
        lambda: passkeys.proven(SITE, state, answer, "AAAA"),
    ):
        with pytest.raises(passkeys.NotProven):
            check()


@pytest.mark.parametrize(
    "answer",
    [
        {"id": "AQID", "rawId": 10**11, "type": "public-key", "response": {}},
        {"id": "AQID", "rawId": "AQID", "type": "public-key", "response": {"clientDataJSON": 10**11}},
        {"id": "AQID", "rawId": ["AQID"], "type": "public-key", "response": {"signature": [10**11]}},
    ],
)
def test_a_number_where_bytes_belong_fills_no_memory(answer):
    for check in (passkeys.named_in, lambda one: passkeys.proven(SITE, passkeys.ask_for_one(SITE)[1], one, "AAAA")):
        with pytest.raises(passkeys.NotProven):
            check(answer)


@pytest.mark.parametrize(
    ("count", "before", "may"), [(1, 0, True), (0, 0, True), (5, 4, True), (4, 4, False), (3, 4, False), (0, 4, False)]
)
def test_a_count_that_does_not_grow_tells_of_a_copy(count, before, may):
    assert passkeys.may_follow(count, before) is may
