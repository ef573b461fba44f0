"""Forms to take away: of one unit, or of all units of a bloc in one archive."""

from collections.abc import Iterator
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.core.answer import Unknown
from thidua.documents.forms.filling import Forms, filled_forms, registration_forms
from thidua.pages.shared.downloads import disposition, sent
from thidua.pages.shared.workbooks import XLSX
from thidua.records.seasons.access import bloc_for, member_for
from thidua.records.seasons.models import BlocSeason, Membership, Period
from thidua.records.seasons.queries.frame import members_of

REGISTRATION = "dang-ky"  # where a period's word would stand


def found_period(bloc: BlocSeason, slug: str) -> Period:
    """The bloc's period of that name. Raises Unknown if there is none."""
    if (period := bloc.periods.filter(slug=slug).first()) is None:
        raise Unknown
    return period


def file_name(about: str, member: Membership) -> str:
    return f"{about}-{member.unit.slug}.xlsx"


@require_safe
@login_required
def one_form(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str) -> HttpResponse:
    member = member_for(request.actor, cluster, season, bloc, unit, to="results.read", on=today())
    found = found_period(member.bloc_season, period)
    [(_, form)] = filled_forms(member.bloc_season, found, [member])
    return sent(form, XLSX, file_name(found.slug, member))


@require_safe
@login_required
def all_forms(request: Any, cluster: str, season: str, bloc: str, period: str) -> HttpResponseBase:
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=today())
    chosen = found_period(found, period)
    return _all(found, chosen.slug, filled_forms(found, chosen, _members(found)))


@require_safe
@login_required
def one_registration_form(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    member = member_for(request.actor, cluster, season, bloc, unit, to="commitments.read", on=today())
    [(_, form)] = registration_forms(member.bloc_season, [member])
    return sent(form, XLSX, file_name(REGISTRATION, member))


@require_safe
@login_required
def all_registration_forms(request: Any, cluster: str, season: str, bloc: str) -> HttpResponseBase:
    found = bloc_for(request.actor, cluster, season, bloc, to="commitments.read", on=today())
    return _all(found, REGISTRATION, registration_forms(found, _members(found)))


def _members(bloc: BlocSeason) -> list[Membership]:
    return list(members_of(bloc).filter(left_on=None))


def _all(bloc: BlocSeason, about: str, forms: Forms) -> HttpResponseBase:
    """Written while it is sent: the forms of a large bloc take a while."""
    answer = StreamingHttpResponse(_archive(about, forms), content_type="application/zip")
    answer["Content-Disposition"] = disposition(f"bieu-{about}-{bloc.season.slug}-{bloc.bloc.slug}.zip")
    return answer


class _Written:
    """What an archive is written to: it gives away what has come since it was last asked."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing waits."""

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


def _archive(about: str, forms: Forms) -> Iterator[bytes]:
    written = _Written()
    with ZipFile(written, "w", ZIP_STORED) as archive:  # type: ignore[call-overload]  # a stream that only writes
        for member, form in forms:
            archive.writestr(file_name(about, member), form)
            yield written.taken()
    yield written.taken()
