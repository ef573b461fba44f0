from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.journal.chain import FIRST_PREVIOUS, Envelope, body_hash, canonical, first_fault, leaf_hash


def a_chain(length: int) -> list[tuple[Envelope, str, str | None, str | None]]:
    lines, previous = [], FIRST_PREVIOUS
    for seq in range(1, length + 1):
        salt, body = f"salt{seq}", f'{{"seq":"{seq}"}}'
        envelope = Envelope(
            seq, "2016-03-04T02:40:00+00:00", "pact.signed", "account:a", ("unit:b",), body_hash(salt, body), previous
        )
        previous = leaf_hash(envelope)
        lines.append((envelope, previous, salt, body))
    return lines


def test_an_untouched_chain_has_no_fault():
    assert first_fault(a_chain(20)) is None


@given(st.integers(1, 12), st.sampled_from(["at", "kind", "actor", "body_hash", "previous_hash"]))
def test_a_changed_envelope_is_named_by_its_number(seq, field):
    chain = a_chain(12)
    envelope, *rest = chain[seq - 1]
    chain[seq - 1] = (replace(envelope, **{field: "changed"}), *rest)
    assert first_fault(chain) == seq


@given(st.integers(1, 12))
def test_a_changed_body_is_found_and_an_erased_one_is_not_a_fault(seq):
    chain = a_chain(12)
    envelope, stored, salt, _ = chain[seq - 1]
    chain[seq - 1] = (envelope, stored, salt, "{}")
    assert first_fault(chain) == seq
    chain[seq - 1] = (envelope, stored, None, None)
    assert first_fault(chain) is None


@given(st.integers(1, 11))
def test_a_line_taken_out_is_found_where_it_stood(seq):
    chain = a_chain(12)
    del chain[seq - 1]
    assert first_fault(chain) == seq


def test_two_lines_that_change_places_are_found():
    chain = a_chain(5)
    chain[2], chain[3] = chain[3], chain[2]
    assert first_fault(chain) == 3


def test_canonical_text_has_one_spelling_and_no_floats():
    assert canonical({"b": "2", "a": ["ữ"]}) == '{"a":["ữ"],"b":"2"}'.encode()
    with pytest.raises(TypeError):
        canonical({"a": [0.5]})
