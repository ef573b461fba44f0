"""To which bloc's season a line of the journal belongs: a unit may be in several, and who watches one sees one."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model

from thidua.records.journal.models import Entry
from thidua.records.results.models import Correction, Report, WrittenReport
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import Annex, BlocSeason, CommitmentSet, Pact

# By the kind of a token: the row, and the way from it to the bloc's season.
WAYS: dict[str, tuple[type[Model], str]] = {
    "commitmentset": (CommitmentSet, "membership__bloc_season"),
    "pact": (Pact, "bloc_season"),
    "annex": (Annex, "membership__bloc_season"),
    "report": (Report, "membership__bloc_season"),
    "correction": (Correction, "result__report__membership__bloc_season"),
    "scorecard": (ScoreCard, "membership__bloc_season"),
    "writtenreport": (WrittenReport, "membership__bloc_season"),
}


def lines_of_blocs(lines: Iterable[Entry], blocs: Iterable[BlocSeason]) -> list[Entry]:
    """Those of the lines that tell of one of these blocs, in their order; a query for each kind of row among them."""
    lines, keys = list(lines), {bloc.pk for bloc in blocs}
    tokens = {token for line in lines for token in line.subjects}
    inside = {bloc.token for bloc in blocs} | _inside(tokens, keys)
    return [line for line in lines if inside & set(line.subjects)]


def _inside(tokens: Iterable[str], blocs: set[int]) -> set[str]:
    """Those of the tokens whose rows belong to one of the blocs."""
    named: dict[str, list[str]] = defaultdict(list)
    for token in tokens:
        kind, _, public_id = token.partition(":")
        if kind in WAYS:
            named[kind].append(public_id)
    found: set[str] = set()
    for kind, ids in named.items():
        model, way = WAYS[kind]
        rows = model._default_manager.filter(**{"public_id__in": ids, f"{way}__in": blocs})
        found |= {f"{kind}:{public_id}" for public_id in rows.values_list("public_id", flat=True)}
    return found
