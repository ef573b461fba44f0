"""What an initiative or a work of research may still serve, once decisions have named it."""

from collections.abc import Iterable

from thidua.core.answer import YES, Answer, Outcome, Sentence, not_possible
from thidua.core.law.register import Award


def may_use(award: Award, earlier: Iterable[Award], *, name: str) -> Answer:
    """Whether an award may be built upon a work that others were built upon: one work serves one decision.

    A title after other titles is a matter of reading, and warns. Source: docs/law.md.
    """
    used = list(earlier)
    if not used:
        return YES
    by = tuple(one.name for one in used)
    if award.is_title and all(one.is_title and one.code != award.code for one in used):
        return Answer(Outcome.WARN, Sentence("honours.work_used_for_a_title", name=name, by=by))
    return not_possible("honours.work_used", name=name, by=by)
