"""Signatures in ink: read from the form, their scans put beside them at once or later, and shown."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown
from thidua.core.pades import Certificate
from thidua.pages.pact.trail import trail_to_pact
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.records.seasons.access import bloc_for, may
from thidua.records.seasons.actions.pacts import PaperSignature
from thidua.records.seasons.actions.scans import attach_scan
from thidua.records.seasons.models import BlocSeason, Signature


def typed_signature(typed: Typed, capacities: Collection[str], *, needs_file: bool = False) -> PaperSignature:
    """Who signed, as what, and the scan or the signed file if one was chosen. Raises NotPossible with every fault."""
    signed = PaperSignature(
        signer_name=typed.text("signer", label=_("Người ký"), most=120),
        signer_title=typed.text("title", label=_("Chức vụ người ký"), most=120),
        capacity=typed.choice("capacity", capacities, label=_("Tư cách ký")),
        letter=typed.text("letter", label=_("Giấy ủy quyền"), most=120, required=False),
        scan=typed.kept_file("scan", label=_("Tệp đã ký số") if needs_file else _("Bản quét"), required=needs_file),
    )
    typed.check()
    return signed


def _found(bloc: BlocSeason, public_id: str) -> Signature:
    signatures = Signature.objects.filter(pact__bloc_season=bloc, public_id=public_id)
    found = signatures.select_related("membership__unit", "annex__membership__unit", "scan").first()
    if found is None:
        raise Unknown
    return found


@login_required
def scan_page(request: Any, cluster: str, season: str, bloc: str, signature: str) -> HttpResponse:
    """One signature: in ink with its scan and the form to put one beside it, or digital with its certificates."""
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=on)
    signed = _found(found, signature)
    unit = signed.membership.unit if signed.membership else None
    asked = may(request.actor, "pact.sign_on_paper", season=found.season, bloc=found, unit=unit, on=on)
    slugs = (cluster, season, bloc)
    return page(
        request,
        "pact/scan.html",
        bloc=found,
        signed=signed,
        owners=[Certificate.from_written(one) for one in signed.certificates],
        may_attach=asked.is_yes and signed.kind == Signature.Kind.ON_PAPER and signed.voided_at is None,
        base=reverse("signature", args=(*slugs, signature)),
        trail=trail_to_pact(found),
        here="season",
    )


@require_safe
@login_required
def scan_file(request: Any, cluster: str, season: str, bloc: str, signature: str) -> HttpResponseBase:
    """The scan itself. Raises Unknown where there is none."""
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today())
    signed = _found(found, signature)
    if signed.scan is None:
        raise Unknown
    return send_file(request, signed.scan)


@require_POST
@login_required
@or_show(scan_page)
def attach(request: Any, cluster: str, season: str, bloc: str, signature: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.sign_on_paper", on=today())
    signed, typed = _found(found, signature), Typed(request)
    scan = typed.kept_file("scan", label=_("Bản quét"), required=True)
    typed.check()
    assert scan is not None
    attach_scan(signed, scan=scan, by=request.actor, at=now(), key=typed.key)
    back = reverse("signature", args=(cluster, season, bloc, signature))
    return done(request, back, Sentence("scan.attached", file=scan.name))
