import pytest

from thidua.core.answer import UNKNOWN, YES, NotPossible, Sentence, Unknown, not_possible, refuse, require


def test_a_sentence_equals_another_with_the_same_key_and_values():
    assert Sentence("a.b", need=3, have=2) == Sentence("a.b", have=2, need=3)
    assert Sentence("a.b", need=3) != Sentence("a.b", need=4)


def test_a_sentence_does_not_change():
    with pytest.raises(AttributeError):
        Sentence("a.b").key = "c"


def test_a_yes_passes_and_the_two_refusals_stay_apart():
    require(YES)
    with pytest.raises(Unknown):
        require(UNKNOWN)
    with pytest.raises(NotPossible) as refused:
        require(not_possible("pact.already_signed", unit="STP Nam Định"))
    assert list(refused.value) == [Sentence("pact.already_signed", unit="STP Nam Định")]


def test_a_refusal_carries_its_sentence_as_written():
    assert refuse("figure.not_one", typed="mười").sentences[0].as_written() == {
        "key": "figure.not_one",
        "values": {"typed": "mười"},
    }
