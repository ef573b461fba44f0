"""Questions about pacts: the text as it will be signed, who has signed, the file to check."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import override

from thidua.base.numbers import figure, places_of
from thidua.core.pact import FORMAT
from thidua.core.texts import normal
from thidua.core.workflow.handing_in import Handing
from thidua.records.seasons.models import (
    BlocSeason,
    Commitment,
    Membership,
    Milestone,
    Pact,
    RehearsalLine,
    Season,
    Signature,
)
from thidua.records.seasons.queries.titles import said, sheets_with_titles, titles_on


def signatures_of(pact: Pact) -> QuerySet[Signature]:
    """The signatures that stand under the pact itself, in the order in which they came."""
    return (
        Signature.objects.filter(pact=pact, annex=None, voided_at=None)
        .select_related("membership__unit")
        .order_by("pk")
    )


def scans_owed(blocs: Iterable[int]) -> QuerySet[Signature]:
    """Signatures in ink under the pacts of these blocs that still wait for their scan, the oldest first."""
    standing = Signature.objects.filter(pact__bloc_season__in=blocs, annex=None, voided_at=None)
    return standing.filter(kind=Signature.Kind.ON_PAPER, scan=None).select_related("pact").order_by("at", "pk")


def units_still_to_sign(pact: Pact) -> QuerySet[Membership]:
    """Members that have not signed, in protocol order."""
    signed = Signature.objects.filter(pact=pact, annex=None, voided_at=None).values("membership")
    members = Membership.objects.filter(bloc_season=pact.bloc_season_id, left_on=None).exclude(pk__in=signed)
    return members.select_related("unit").order_by("position", "pk")


def signing_list(pact: Pact) -> QuerySet[Membership]:
    """Members as the list under a pact shows them: in the order of signing, then who is still to sign.

    Each has `standing`, the list of its one signature or empty.
    """
    standing = Signature.objects.filter(pact=pact, annex=None, voided_at=None)
    signed = Subquery(standing.filter(membership=OuterRef("pk")).values("pk")[:1])
    members = Membership.objects.filter(bloc_season=pact.bloc_season_id).annotate(signed=signed)
    members = members.filter(Q(left_on=None) | Q(signed__isnull=False)).select_related("unit")
    listed = members.prefetch_related(Prefetch("signatures", standing, to_attr="standing"))
    return listed.order_by(F("signed").asc(nulls_last=True), "position", "pk")


def board_of(
    season: Season, *, rehearsed: Mapping[int, RehearsalLine] | None = None
) -> list[tuple[BlocSeason, list[tuple[Membership, Signature | RehearsalLine | None]]]]:
    """The signing board: every bloc with its members in protocol order, and each one's signature. Three queries.

    In a rehearsal `rehearsed` stands in the place of the signatures.
    """
    blocs = list(season.blocs.select_related("bloc").order_by("bloc__position"))
    signed: Mapping[int, Signature | RehearsalLine] = _signed_in(season) if rehearsed is None else rehearsed
    members = Membership.objects.filter(bloc_season__season=season, left_on=None).order_by("position", "pk")
    rows = list(members.select_related("unit"))
    return [(bloc, [(one, signed.get(one.pk)) for one in rows if one.bloc_season_id == bloc.pk]) for bloc in blocs]


def _signed_in(season: Season) -> dict[int, Signature]:
    standing = Signature.objects.filter(pact__bloc_season__season=season, annex=None, voided_at=None)
    return {signature.membership_id or 0: signature for signature in standing}


def signing_day_of(season: Season) -> tuple[date, str] | None:
    """The first day of the season's signing and its place, "" where none is written; None without such a day."""
    days: Any = Milestone.objects.filter(bloc_season__season=season, kind=Milestone.Kind.SIGNING).order_by("due_on")
    found = days.values_list("due_on", "place", "bloc_season__pact__place").first()
    return (found[0], found[1] or found[2] or "") if found else None


def usual_preamble(bloc: BlocSeason) -> str:
    """With what a pact begins unless the secretariat writes otherwise: Vietnamese in every language."""
    season = bloc.season
    motto = [f"Phương châm: “{season.motto}”.", ""] if season.motto else []
    head = [f"GIAO ƯỚC THI ĐUA NĂM {season.emulation_year}", bloc.bloc.name, season.cluster.name, "", *motto]
    agreed = (
        "Các đơn vị trong khối thống nhất ký kết giao ước thi đua, tự nguyện đăng ký và phấn đấu hoàn thành các "
        "nội dung sau đây."
    )
    return "\n".join([*head, agreed])


def full_text(pact: Pact) -> str:
    """What is signed: the preamble, then what each member has registered and signed, in protocol order."""
    lines: dict[int, list[Commitment]] = {}
    signed = Commitment.objects.filter(
        commitment_set__membership__bloc_season=pact.bloc_season_id, commitment_set__state=Handing.SIGNED.value
    )
    for line in signed.select_related("indicator", "commitment_set").order_by("indicator__position"):
        lines.setdefault(line.commitment_set.membership_id, []).append(line)
    titles = {sheet.membership_id: said(titles_on(sheet)) for sheet in sheets_with_titles(pact.bloc_season)}
    members = Membership.objects.filter(bloc_season=pact.bloc_season_id, left_on=None).order_by("position", "pk")
    parts = [pact.preamble, "", "NỘI DUNG GIAO ƯỚC CỦA CÁC ĐƠN VỊ"]
    for member in members:
        parts += ["", f"{member.position}. {member.name}", *_undertaken(lines.get(member.pk, []))]
        parts += titles.get(member.pk, [])
    return normal("\n".join(parts))


def _undertaken(lines: Iterable[Commitment]) -> list[str]:
    said = [f"- {line.indicator.name}: {_figure(line)}" for line in lines]
    return said or ["- Chưa có bản đăng ký đã ký."]


def _figure(line: Commitment) -> str:
    """A figure as the pact writes it, in Vietnamese whatever the reader's language: it is part of what is signed."""
    if line.registered is None:
        return "đạt" if line.registered_met else "chưa đăng ký đạt"
    unit = line.indicator.unit_of_measure
    return f"{decimal(line.registered)} {unit}"


def decimal(value: Fraction) -> str:
    """A figure as signed texts write it: Vietnamese, to its last decimal, since nothing else is signed."""
    with override("vi"):
        return figure(value, places_of(value))


def record_of(pact: Pact) -> dict[str, Any]:
    """The pact as a file to check (core.pact), its seal included once it is locked."""
    bloc = pact.bloc_season
    return {
        "format": FORMAT,
        "cluster": bloc.season.cluster.slug,
        "season": bloc.season.slug,
        "bloc": bloc.bloc.slug,
        "text": pact.text,
        "text_hash": pact.text_hash,
        "signatures": [
            {
                "unit": signature.unit_code,
                "name": signature.member_name,
                "kind": signature.kind,
                "capacity": signature.capacity,
                "signer_name": signature.signer_name,
                "signer_title": signature.signer_title,
                "letter": signature.letter,
                "at": signature.at.isoformat(),
                "text_hash": signature.text_hash,
                **of_the_file(signature),
            }
            for signature in signatures_of(pact).select_related("scan", "pact__paper")
        ],
        "seal": pact.seal,
    }


def of_the_file(signature: Signature) -> dict[str, Any]:
    """What a digital signature adds to its record: the hashes of paper and signed file, and the certificates."""
    if signature.kind != Signature.Kind.DIGITAL or signature.scan is None or signature.pact.paper is None:
        return {}
    return {
        "paper_sha256": signature.pact.paper.sha256,
        "file_sha256": signature.scan.sha256,
        "certificates": signature.certificates,
    }
