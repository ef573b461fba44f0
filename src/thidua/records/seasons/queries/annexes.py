"""Questions about the signed changes to a locked pact."""

from collections.abc import Iterable
from fractions import Fraction

from django.db.models import Prefetch, QuerySet

from thidua.core.texts import in_groups, normal
from thidua.records.seasons.models import Annex, AnnexLine, Commitment, Membership, Pact, Signature
from thidua.records.seasons.queries.pacts import decimal


def annexes_of(pact: Pact) -> QuerySet[Annex]:
    """Annexes by number with their units, lines and signatures, in three queries whatever their number."""
    standing = Signature.objects.filter(voided_at=None).order_by("pk")
    lines = AnnexLine.objects.select_related("commitment__indicator").order_by("commitment__indicator__position")
    return (
        Annex.objects.filter(pact=pact)
        .select_related("membership__unit")
        .prefetch_related(Prefetch("lines", lines))
        .prefetch_related(Prefetch("signatures", standing))
        .order_by("number")
    )


def signatures_of_annex(annex: Annex) -> QuerySet[Signature]:
    return Signature.objects.filter(annex=annex, voided_at=None).order_by("pk")


def annex_text(
    pact: Pact, member: Membership, number: int, reason: str, changes: Iterable[tuple[Commitment, Fraction]]
) -> str:
    """What unit and head sign: which figures change, from what to what, and why. Vietnamese in every language."""
    bloc = pact.bloc_season
    lines = [
        f"- {line.indicator.name}: từ {_before(line)} thành {decimal(after)} {line.indicator.unit_of_measure}"
        for line, after in changes
    ]
    head = [
        f"PHỤ LỤC SỐ {number}",
        f"Giao ước {bloc.season.name}, {bloc.bloc.name}, mã xác thực {in_groups(pact.text_hash)}",
        f"Đơn vị: {member.name}",
        f"Lý do: {reason}",
        "",
    ]
    return normal("\n".join(head + lines))


def _before(line: Commitment) -> str:
    return "chưa đăng ký" if line.registered is None else decimal(line.registered)
