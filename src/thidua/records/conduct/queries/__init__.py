"""What lies behind an entry on behalf: which figures of which unit, and whether newer ones have taken their place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from thidua.base.handed import HandedIn
from thidua.core.workflow.handing_in import Handing
from thidua.records.councils.models import Invitation
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.journal.models import HasToken
from thidua.records.journal.queries import lines_about
from thidua.records.results.models import (
    Correction,
    Exemplar,
    Initiative,
    Report,
    Visit,
    VisitFinding,
    WrittenReport,
)
from thidua.records.results.topics import topic_of
from thidua.records.scores.models import Finding, ScoreCard
from thidua.records.seasons.models import Annex, BlocSeason, Campaign, CommitmentSet, Membership


@dataclass(frozen=True)
class Behind:
    """What was entered: `detail` says which of its kind, as "Quý I"; `place` and `slugs` name its page as in tasks.

    `reads` is the grid's act of reading it.
    `is_replaced` says that figures of a later day than the unit's dispute stand in its stead.
    """

    row: HasToken
    member: Membership
    detail: str
    reads: str
    place: str
    slugs: tuple[str, ...]
    is_replaced: bool

    @property
    def bloc(self) -> BlocSeason:
        return self.member.bloc_season


CAMPAIGN_MENDED = ("campaign.amended", "campaign.taken_back", "campaign.called_off", "campaign.summed_up_on_behalf")
# Nothing is newer than a dispute that nobody has raised.
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)
_MEMBER = ("unit", "bloc_season__bloc", "bloc_season__season__cluster")


def behind(entry: EntryOnBehalf) -> Behind | None:
    """None for an entry whose row is of no kind that has a page."""
    kind, _, public_id = entry.subject.partition(":")
    found = _KINDS.get(kind)
    return found(public_id, entry.disputed_at or _NEVER) if found else None


def _related(path: str) -> list[str]:
    return [f"{path}__{more}" for more in _MEMBER]


def _signed_after(handed: HandedIn, since: datetime) -> bool:
    return handed.handing is Handing.SIGNED and handed.signed_at is not None and handed.signed_at > since


def _commitments(public_id: str, since: datetime) -> Behind | None:
    """The unit signs its sheet anew, or an annex has changed it."""
    sheet = CommitmentSet.objects.filter(public_id=public_id).select_related(*_related("membership")).first()
    if sheet is None:
        return None
    member = sheet.membership
    is_new = _signed_after(sheet, since) or Annex.objects.filter(membership=member, locked_at__gt=since).exists()
    slugs = (*member.bloc_season.slugs, member.unit.slug)
    return Behind(sheet, member, "", "commitments.read", "commitment_sheet", slugs, is_new)


def _annex(public_id: str, since: datetime) -> Behind | None:
    annex = Annex.objects.filter(public_id=public_id).select_related(*_related("membership")).first()
    if annex is None:
        return None
    member = annex.membership
    later = Annex.objects.filter(membership=member, opened_at__gt=since).exclude(pk=annex.pk)
    is_new = annex.withdrawn_at is not None or later.exists()
    return Behind(annex, member, f"số {annex.number}", "pact.read", "annexes", member.bloc_season.slugs, is_new)


def _report(public_id: str, since: datetime) -> Behind | None:
    found = Report.objects.filter(public_id=public_id).select_related("period", *_related("membership"))
    if (report := found.first()) is None:
        return None
    is_new = Correction.objects.filter(result__report=report, signed_at__gt=since).exists()
    slugs = (*report.membership.bloc_season.slugs, report.period.slug, report.membership.unit.slug)
    return Behind(report, report.membership, report.period.name, "results.read", "report", slugs, is_new)


def _correction(public_id: str, since: datetime) -> Behind | None:
    path = "result__report__membership"
    related = ("result__indicator", "result__report__period", *_related(path))
    if (one := Correction.objects.filter(public_id=public_id).select_related(*related).first()) is None:
        return None
    report, indicator = one.result.report, one.result.indicator
    detail = f"{indicator.name}, {report.period.name}"
    is_new = Correction.objects.filter(result=one.result, signed_at__gt=since).exists()
    slugs = (*report.membership.bloc_season.slugs, report.period.slug, report.membership.unit.slug, indicator.code)
    return Behind(one, report.membership, detail, "results.read", "correction", slugs, is_new)


def _card(public_id: str, since: datetime) -> Behind | None:
    card = ScoreCard.objects.filter(public_id=public_id).select_related(*_related("membership")).first()
    if card is None:
        return None
    member = card.membership
    is_new = _signed_after(card, since) or Finding.objects.filter(line__card=card, at__gt=since).exists()
    slugs = (*member.bloc_season.slugs, member.unit.slug)
    return Behind(card, member, "", "card.read", "score_card", slugs, is_new)


def _visit(public_id: str, _since: datetime) -> Behind | None:
    """The unit's word on minutes: it stands as it was signed, and a dispute is answered in words."""
    found = Visit.objects.filter(public_id=public_id).select_related("inspection", *_related("membership"))
    if (visit := found.first()) is None:
        return None
    slugs = (*visit.membership.bloc_season.slugs, visit.public_id)
    return Behind(visit, visit.membership, visit.inspection.name, "inspection.read", "minutes", slugs, False)


def _point(public_id: str, since: datetime) -> Behind | None:
    related = ("content", *_related("visit__membership"))
    if (one := VisitFinding.objects.filter(public_id=public_id).select_related(*related).first()) is None:
        return None
    member = one.visit.membership
    is_new = one.mendings.filter(at__gt=since).exists()
    slugs = (*member.bloc_season.slugs, one.visit.public_id, one.public_id)
    return Behind(one, member, one.content.text, "inspection.read", "point", slugs, is_new)


def _exemplar(public_id: str, since: datetime) -> Behind | None:
    one = Exemplar.objects.filter(public_id=public_id).select_related(*_related("membership")).first()
    if one is None:
        return None
    is_new = one.withdrawn_at is not None and one.withdrawn_at > since
    slugs = (*one.membership.bloc_season.slugs[:2], one.public_id)
    return Behind(one, one.membership, one.name, "exemplars.read", "exemplar", slugs, is_new)


def _initiative(public_id: str, since: datetime) -> Behind | None:
    one = Initiative.objects.filter(public_id=public_id).select_related(*_related("membership")).first()
    if one is None:
        return None
    slugs = (*one.membership.bloc_season.slugs[:2], one.public_id)
    return Behind(
        one, one.membership, one.title, "initiatives.read_entered", "initiative", slugs, _signed_after(one, since)
    )


def _written(public_id: str, since: datetime) -> Behind | None:
    related = ("period__bloc_season", "campaign", *_related("membership"))
    one = WrittenReport.objects.filter(public_id=public_id).select_related(*related).first()
    if one is None:
        return None
    member, topic = one.membership, topic_of(one)
    slugs = (*member.bloc_season.slugs, topic.slug, member.unit.slug)
    return Behind(one, member, topic.paper_name, "reports.read", "written_report", slugs, _signed_after(one, since))


def _campaign(public_id: str, since: datetime) -> Behind | None:
    """What was entered for the unit stands until it is taken back or summed up anew, which the journal tells."""
    one = Campaign.objects.filter(public_id=public_id).select_related(*_related("membership")).first()
    if one is None or one.membership is None:
        return None
    member = one.membership
    is_new = lines_about(one).filter(kind__in=CAMPAIGN_MENDED, at__gt=since).exists()
    slugs = (*member.bloc_season.slugs[:2], one.public_id)
    return Behind(one, member, one.name, "campaigns.read_entered", "campaign", slugs, is_new)


def _invitation(public_id: str, since: datetime) -> Behind | None:
    """The unit answers anew by itself, or another answer is entered."""
    related = ("conference__cluster", *_related("membership"))
    one = Invitation.objects.filter(public_id=public_id).select_related(*related).first()
    if one is None or one.membership is None:
        return None
    is_new = one.answered_at is not None and one.answered_at > since
    slugs = (one.conference.cluster.slug, one.conference.slug, one.public_id)
    return Behind(one, one.membership, one.conference.name, "conference.read", "invitation", slugs, is_new)


_KINDS: dict[str, Callable[[str, datetime], Behind | None]] = {
    "commitmentset": _commitments,
    "annex": _annex,
    "report": _report,
    "correction": _correction,
    "scorecard": _card,
    "visit": _visit,
    "visitfinding": _point,
    "exemplar": _exemplar,
    "initiative": _initiative,
    "writtenreport": _written,
    "campaign": _campaign,
    "invitation": _invitation,
}
