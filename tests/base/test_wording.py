import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import thidua
from thidua.base.wording import all_words, say
from thidua.core.answer import Sentence

SOURCE = Path(thidua.__file__).parent
SAYING = {"Sentence", "refuse", "not_possible", "fault"}


def keys_said() -> Iterator[str]:
    """The keys that stand as plain text in a call which makes a sentence."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in SOURCE.rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    for call in calls:
        if getattr(call.func, "id", "") in SAYING and isinstance(call.args[0], ast.Constant):
            yield call.args[0].value


def test_every_sentence_that_the_code_says_has_words():
    said = set(keys_said())
    assert "shared.changed_since" in said, "the search itself finds sentences"
    assert sorted(said - set(all_words())) == []


def test_every_sentence_is_whole_when_its_values_are_filled_in():
    broken = {key: said for key in all_words() if "{" in (said := filled_in(key)) or said != said.strip()}
    assert not broken


def filled_in(key: str) -> str:
    names = {name for _, name, _, _ in Formatter().parse(all_words()[key]) if name}
    return say(Sentence(key, **dict.fromkeys(names, "x")))
