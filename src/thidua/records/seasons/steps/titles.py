"""Writes down for which titles a unit registers."""

from collections.abc import Mapping

from thidua.base.library import titles as library_titles
from thidua.core.answer import NotPossible, Sentence
from thidua.core.titles import conferred_in
from thidua.records.seasons.models import CommitmentSet, RegisteredTitle

MOST = 100_000  # a unit of more people is none of a cluster's


def register_titles(sheet: CommitmentSet, counts: Mapping[str, int] | None) -> dict[str, dict[str, str]]:
    """The sheet's titles become these, by their key; 0 takes one away, None leaves all as they are.

    Gives before and after of those that changed. Raises NotPossible naming every title with a number that no
    unit can mean, and for one that is not conferred in the emulation year.
    """
    if counts is None:
        return {}
    offered = conferred_in(library_titles(), sheet.membership.bloc_season.season.emulation_year)
    if foreign := set(counts) - {title.key for title in offered}:
        raise NotPossible(*(Sentence("title.not_conferred", code=key) for key in sorted(foreign)))
    if wrong := [title for title in offered if not 0 <= counts.get(title.key, 0) <= MOST]:
        raise NotPossible(*(Sentence("title.not_a_count", name=title.name) for title in wrong))
    standing = {row.key: row for row in sheet.titles.all()}
    changes = {}
    for position, title in enumerate(offered, 1):
        row, count = standing.get(title.key), counts.get(title.key, 0)
        before = row.count if row else 0
        if count == before:
            continue
        changes[title.key] = {"before": str(before), "after": str(count)}
        if row is None:
            row = RegisteredTitle(commitment_set=sheet, code=title.code, to=title.to.value, count=count)
            row.name, row.name_en, row.position = title.name.vi, title.name.en, position
        row.count = count
        if count:
            row.save()
        else:
            row.delete()
    return changes
