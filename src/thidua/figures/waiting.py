"""What waits for one person's signature, over all seasons: commitments, reports, corrections, cards, initiatives.

Another kind of thing joins by one function that finds its rows and one entry in `KINDS`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.core.actor import Actor, PostKind
from thidua.core.measuring import Measured
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.models import Correction, Initiative, Report, WrittenReport
from thidua.records.results.topics import topic_of
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.access import may_each
from thidua.records.seasons.models import CommitmentSet, Membership
from thidua.records.seasons.queries.frame import scopes_by_letter

Handed = CommitmentSet | Report | Correction | ScoreCard | Initiative | WrittenReport


@dataclass(frozen=True)
class Waiting:
    """One thing to sign. `place` names its page and `slugs` the page's address.

    `part` says which of its kind it is (a period, an indicator's short name), as data write it;
    `proposed` is the figure that a correction would put in the place of the old one, `unit_of_measure` its unit.
    """

    kind: str
    row: Handed
    member: Membership
    place: str
    slugs: tuple[str, ...]
    part: str = ""
    proposed: Measured | None = None
    before: Measured | None = None
    unit_of_measure: str = ""
    reason: str = ""

    @property
    def token(self) -> str:
        """How a form names it, with the version that is shown."""
        return f"{self.kind}:{self.row.public_id}:{self.row.version}"


Finder = Callable[[list[int], list[str] | None], Iterator[Waiting]]


@dataclass(frozen=True)
class Kind:
    """`act` is the right that signing asks for; `find` gives the rows of these units that wait or, by public id,
    those rows whether they wait or not."""

    name: str
    act: str
    find: Finder


def waiting_for(actor: Actor, *, on: date) -> list[Waiting]:
    """What waits for this actor's signature and may be signed today, oldest first."""
    units = units_signed_for(actor, on=on)
    found = [one for kind in KINDS for one in _possible(actor, kind, kind.find(units, None), on)] if units else []
    return sorted(found, key=lambda one: (one.row.submitted_at is None, one.row.submitted_at, one.token))


def named_by(actor: Actor, tokens: Iterable[str], *, on: date) -> dict[str, list[Waiting]]:
    """The rows that a form names, by kind; of units for which the actor signs, whatever their state.

    Each carries the version that the form showed. What somebody has signed or changed meanwhile is among
    them: the act tells so, or gives its first receipt.
    """
    seen: dict[str, dict[str, str]] = {kind.name: {} for kind in KINDS}
    for token in tokens:
        name, _, rest = token.partition(":")
        public_id, _, version = rest.partition(":")
        seen.get(name, {})[public_id] = version
    units, found = units_signed_for(actor, on=on), {}
    for kind in KINDS:
        if shown := seen[kind.name]:
            found[kind.name] = [_as_seen(one, shown[one.row.public_id]) for one in kind.find(units, list(shown))]
    return found


def _as_seen(one: Waiting, version: str) -> Waiting:
    if version.isascii() and version.isdigit():
        one.row.version = int(version[:9])
    return one


def units_signed_for(actor: Actor, *, on: date) -> list[int]:
    """Units that the actor leads, or for which a letter of delegation is in force that day."""
    own = [post.unit for post in actor.posts if post.kind is PostKind.LEADER]
    return [*own, *(unit for unit in scopes_by_letter(actor, on=on) if unit not in own)]


def _possible(actor: Actor, kind: Kind, found: Iterable[Waiting], on: date) -> Iterator[Waiting]:
    """Without what the bloc's stage does not let anyone sign now; each unit and bloc is asked about once."""
    answers: dict[int, bool] = {}
    for one in found:
        if one.member.pk not in answers:
            bloc = one.member.bloc_season
            may = may_each(actor, [kind.act], season=bloc.season, bloc=bloc, unit=one.member.unit, on=on)
            answers[one.member.pk] = may[kind.act]
        if answers[one.member.pk]:
            yield one


def _commitments(units: list[int], named: list[str] | None) -> Iterator[Waiting]:
    sheets = CommitmentSet.objects.filter(membership__unit__in=units).select_related(*_frame("membership"))
    sheets = sheets.filter(state=Handing.SUBMITTED.value) if named is None else sheets.filter(public_id__in=named)
    for sheet in sheets.order_by("pk"):
        member = sheet.membership
        yield Waiting("commitments", sheet, member, "commitment_sheet", (*member.bloc_season.slugs, member.unit.slug))


def _reports(units: list[int], named: list[str] | None) -> Iterator[Waiting]:
    reports = Report.objects.filter(membership__unit__in=units).select_related(*_frame("membership"), "period")
    reports = reports.filter(state=Handing.SUBMITTED.value) if named is None else reports.filter(public_id__in=named)
    for report in reports.order_by("pk"):
        member, period = report.membership, report.period
        slugs = (*member.bloc_season.slugs, period.slug, member.unit.slug)
        yield Waiting("report", report, member, "report", slugs, period.name)


def _corrections(units: list[int], named: list[str] | None) -> Iterator[Waiting]:
    path = "result__report__membership"
    found = Correction.objects.filter(result__report__membership__unit__in=units).select_related(
        *_frame(path), "result__report__period", "result__indicator"
    )
    found = found.filter(state=Handing.SUBMITTED.value) if named is None else found.filter(public_id__in=named)
    for one in found.order_by("pk"):
        report, indicator = one.result.report, one.result.indicator
        member = report.membership
        yield Waiting(
            "correction",
            one,
            member,
            "correction",
            (*member.bloc_season.slugs, report.period.slug, member.unit.slug, indicator.code),
            f"{indicator.short_name}, {report.period.name}",
            one.measured,
            one.result.measured,
            indicator.unit_of_measure,
            one.reason,
        )


def _cards(units: list[int], named: list[str] | None) -> Iterator[Waiting]:
    cards = ScoreCard.objects.filter(membership__unit__in=units).select_related(*_frame("membership"))
    cards = cards.filter(state=Handing.SUBMITTED.value) if named is None else cards.filter(public_id__in=named)
    for card in cards.order_by("pk"):
        member = card.membership
        yield Waiting("card", card, member, "score_card", (*member.bloc_season.slugs, member.unit.slug))


def _initiatives(units: list[int], named: list[str] | None) -> Iterator[Waiting]:
    found = Initiative.objects.filter(membership__unit__in=units).select_related(*_frame("membership"))
    found = found.filter(state=Handing.SUBMITTED.value) if named is None else found.filter(public_id__in=named)
    for one in found.order_by("pk"):
        slugs = (*one.membership.bloc_season.slugs[:2], one.public_id)
        yield Waiting("initiative", one, one.membership, "initiative", slugs, one.title)


def _written(units: list[int], named: list[str] | None) -> Iterator[Waiting]:
    found = WrittenReport.objects.filter(membership__unit__in=units)
    found = found.select_related(*_frame("membership"), "period", "campaign")
    found = found.filter(state=Handing.SUBMITTED.value) if named is None else found.filter(public_id__in=named)
    for one in found.order_by("pk"):
        member, topic = one.membership, topic_of(one)
        slugs = (*member.bloc_season.slugs, topic.slug, member.unit.slug)
        yield Waiting("written", one, member, "written_report", slugs, topic.paper_name)


def _frame(path: str) -> tuple[str, ...]:
    return (f"{path}__unit", f"{path}__bloc_season__season__cluster", f"{path}__bloc_season__bloc")


KINDS = (
    Kind("commitments", "commitments.sign", _commitments),
    Kind("report", "results.sign", _reports),
    Kind("correction", "results.sign", _corrections),
    Kind("card", "card.sign", _cards),
    Kind("initiative", "initiatives.sign", _initiatives),
    Kind("written", "reports.sign", _written),
)
