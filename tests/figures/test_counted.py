"""What a draft changes, part by part: kept, read again and joined."""

from collections import Counter

from thidua.core.law.sweep.whatif import Changed
from thidua.core.law.verdicts import Verdict
from thidua.figures.sweeps.counted import Counted

GAINED, LOST = (Verdict.NOT_ELIGIBLE, Verdict.ELIGIBLE), (Verdict.WARN, Verdict.NOT_ELIGIBLE)


def changed(award, *gainers, losers=(), is_new=False):
    changes = Counter({GAINED: len(gainers), LOST: len(losers)})
    return Changed(
        award, is_new, False, len(gainers), len(losers), +changes, dict.fromkeys(gainers, GAINED),
        dict.fromkeys(losers, LOST),
    )  # fmt: skip


def test_a_part_is_read_as_it_was_kept(tmp_path):
    part = Counted({"LDTT": changed("LDTT", 1, 2, losers=[3])})
    part.keep(tmp_path / "0.json")
    assert Counted.kept(tmp_path / "0.json") == part


def test_parts_are_added_up_and_only_the_first_stay_known():
    parts = [
        Counted({"LDTT": changed("LDTT", 1, 2, is_new=True)}),
        Counted({"LDTT": changed("LDTT", 3, 4, losers=[5])}),
    ]
    [one] = Counted.joined(parts, named=3).awards.values()
    assert (one.gain, one.lose, one.is_new) == (4, 1, False)
    assert (list(one.gainers), list(one.losers)) == ([1, 2, 3], [5])
    assert one.changes == {GAINED: 4, LOST: 1}
