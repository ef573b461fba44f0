"""Who is named as deciding what a campaign proposes: a unit, never the cluster itself."""

from collections.abc import Sequence

from thidua.core.answer import refuse
from thidua.core.texts import folded
from thidua.records.directory.models import Unit
from thidua.records.directory.naming import unit_named
from thidua.records.seasons.models import Season
from thidua.records.seasons.steps.campaigns import who_decides


def decider_named(season: Season, typed: str, proposes: Sequence[str]) -> Unit | None:
    """The unit that is meant; None where nothing is typed.

    Raises NotPossible for the name of the cluster or of a bloc, which cannot commend: the sentence says who can.
    """
    asked = folded(typed.strip())
    if not asked:
        return None
    cluster = season.cluster
    names = [cluster.name, cluster.short_name, *cluster.blocs.values_list("name", flat=True)]
    if asked in {folded(name) for name in names} or asked in CLUSTER_WORDS:
        who = tuple(dict.fromkeys(one for code in proposes or ("GK",) for one in who_decides(code)))
        raise refuse("campaign.cluster_decides_nothing", cluster=typed.strip()[:80], who=who)
    return unit_named(typed)


CLUSTER_WORDS = frozenset(folded(word) for word in ("Cụm", "Khối", "Khu vực", "Cụm thi đua", "Khối thi đua"))
