"""Which title or form of commendation an office means by what it writes: "CSTĐCS", "BK TTg", "HCLĐ hạng 3"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from thidua.core.law.history import Kind
from thidua.core.law.register import Award, Register
from thidua.core.tables import Table, fault
from thidua.core.texts import folded

SMALL = frozenset({"cua", "cap", "danh", "hieu", "hang", "duoc", "tang"})
CLASSES = {"1": "nhat", "2": "nhi", "3": "ba", "i": "nhat", "ii": "nhi", "iii": "ba"}
SPELT = {"sy": "si"}
AND_SO_ON = "…"
NEAREST = 3


@dataclass(frozen=True)
class Called:
    """What awards are called: whole names, and beginnings of names, both without marks and small words."""

    whole: Mapping[str, Award]
    begins: Mapping[str, Award]

    def award(self, text: str, to: Kind) -> Award | None:
        """The award for such recipients that the text means; None where no name fits."""
        bare = bare_name(text)
        found = self.whole.get(bare)
        if found is None:
            longest = max((one for one in self.begins if bare.startswith(one)), key=len, default="")
            found = self.begins.get(longest)
        return found if found is not None and to in found.to else None

    def near(self, text: str, to: Kind) -> list[Award]:
        """The awards with the most similar names."""
        names = {name: award for name, award in self.whole.items() if to in award.to}
        alike = get_close_matches(bare_name(text), names, n=NEAREST * 2, cutoff=0.5)
        return list(dict.fromkeys(names[one] for one in alike))[:NEAREST]


def bare_name(text: str) -> str:
    """
    >>> bare_name("CSTĐ cấp cơ sở"), bare_name("HCLĐ hạng III"), bare_name("Chiến sỹ thi đua cơ sở")
    ('cstdcoso', 'hcldba', 'chiensithiduacoso')
    """
    words = [word for word in re.findall(r"[a-z0-9]+", folded(text)) if word not in SMALL]
    words = [SPELT.get(word, word) for word in words]
    if words and words[0].startswith(("huan", "hc", "huy")):
        words = [*words[:-1], CLASSES.get(words[-1], words[-1])]
    return "".join(words)


def called_of(table: Table, register: Register) -> Called:
    """The names of law/called.yaml beside those of the register. Raises ReadError with the line."""
    whole = {bare_name(text): award for award in register.values() for text in (award.code, award.name.vi)}
    begins: dict[str, Award] = {}
    for award, text in _also(table.only("called"), register):
        (begins if text.endswith(AND_SO_ON) else whole).setdefault(bare_name(text), award)
    return Called(whole, begins)


def _also(table: Table, register: Register) -> Iterator[tuple[Award, str]]:
    for row in table.rows("called").tables():
        row.only("award", "also")
        code = row.text("award")
        if code not in register:
            raise fault("read.not_one_of", line=row.line, name="award", choices=", ".join(register))
        names: Iterable[str] = row.rows("also").texts()
        yield from ((register[code], name) for name in names)
