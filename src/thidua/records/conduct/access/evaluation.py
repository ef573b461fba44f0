"""Who reads, writes, signs and reopens the evaluation of a season."""

from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import Answer, not_possible
from thidua.core.rights import either
from thidua.records.conduct.models import Evaluation
from thidua.records.conduct.queries.year_end import is_ranked
from thidua.records.seasons import access
from thidua.records.seasons.models import Season


def may_evaluate(by: Actor, season: Season, what: str, *, on: date) -> Answer:
    """The grid's answer for `what` as evaluation.write, evaluation.enter_on_behalf, once every bloc is ranked."""
    answer = access.may(by, what, season=season, on=on)
    return answer if not answer.is_yes or is_ranked(season) else not_possible("evaluation.needs_ranking")


def may_reopen(by: Actor, evaluation: Evaluation, *, on: date) -> Answer:
    """Whoever could sign it opens it again; the secretariat what it entered from the paper itself."""
    own = access.may(by, "evaluation.sign", season=evaluation.season, on=on)
    if own.is_yes or not evaluation.on_behalf:
        return own
    return either(own, access.may(by, "evaluation.enter_on_behalf", season=evaluation.season, on=on))
