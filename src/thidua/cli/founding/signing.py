"""The signing conference and the units that signed in the days after."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from thidua.base.days import instant
from thidua.cli.founding import certificates
from thidua.cli.founding.files import Cast, Event, day, moment, named, rows, table
from thidua.core.actor import Actor
from thidua.core.rights.scopes import Scope
from thidua.documents.pact import paper_of
from thidua.documents.pades import read_handed_in
from thidua.records.accounts.actions import delegate_signature
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file
from thidua.records.files.steps import keep_file
from thidua.records.seasons.actions.pacts import (
    PaperSignature,
    close_signing,
    open_signing,
    sign_on_paper,
    sign_pact,
    write_pact,
)
from thidua.records.seasons.actions.scans import attach_scan
from thidua.records.seasons.actions.signed_files import hand_out_paper, sign_by_file
from thidua.records.seasons.models import BlocSeason, Pact, Season, Signature

BEFORE_THE_OPENING, HANDED_OUT_AFTER = timedelta(hours=5), timedelta(minutes=10)
SCANNED_AFTER, HANDED_IN_AFTER = timedelta(days=3), timedelta(minutes=15)
A_YEAR = timedelta(days=365)
ISSUER = "Nơi cấp chứng thư dùng thử (giả định)"
# As a scanner writes it, with nothing on it that could be taken for a real signature.
SCAN = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
    b"/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>endobj\n4 0 obj<</Length 66>>stream\n"
    b"BT /F 16 Tf 90 700 Td (GIAO UOC DA KY - ban dung thu, gia dinh) Tj ET\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
UNDERTAKING = (
    "Các đơn vị trong khối thống nhất ký kết giao ước thi đua, tự nguyện đăng ký và phấn đấu hoàn thành "
    "các nội dung sau đây."
)


def events(cast: Cast, season: Season) -> list[Event]:
    """The pact is written and opened the day before; leaders sign in groups; the head closes; late ones follow."""
    told = table("signing")
    opened, closed = moment(told["opened_at"]), moment(told["closed_at"])
    written = opened - BEFORE_THE_OPENING
    happening: list[Event] = []
    for bloc in BlocSeason.objects.filter(season=season).select_related("bloc", "season__cluster"):
        happening += [
            (written, _written(cast, bloc, written)),
            (opened, _opened(cast, bloc, opened)),
            (closed, _closed(cast, bloc, closed)),
        ]
    happening += [(instant(day(one["date"]), 8), _delegated(cast, one)) for one in told["letters"]]
    happening += [(moment(one["at"]), _signed(cast, season, one)) for one in told["signatures"]]
    handed_out = opened + HANDED_OUT_AFTER
    digital = [one for one in told["signatures"] if one["kind"] == "digital"]
    happening += [(handed_out, _handed_out(cast, season, one["unit"], handed_out)) for one in digital]
    in_ink = [one for one in told["signatures"] if one["kind"] == "on_paper"]
    happening += [(moment(one["at"]) + SCANNED_AFTER, _scanned(cast, season, one)) for one in in_ink]
    return happening


def _secretary(cast: Cast, at: datetime) -> Actor:
    return cast.actor(table("season")["roles"]["secretariat"][0], at.date())


def _preamble(bloc: BlocSeason) -> str:
    season = bloc.season
    return "\n".join(
        [
            f"GIAO ƯỚC THI ĐUA NĂM {season.emulation_year}",
            bloc.bloc.name,
            season.cluster.name,
            "",
            f"Phương châm: “{season.motto}”.",
            "",
            UNDERTAKING,
        ]
    )


def _written(cast: Cast, bloc: BlocSeason, at: datetime) -> Callable[[], object]:
    place = table("signing")["conference"]["place"]["vi"]
    return lambda: write_pact(
        bloc,
        preamble=_preamble(bloc),
        place=place,
        seen_version=1,
        by=_secretary(cast, at),
        at=at,
        key=named(f"pact:{bloc.pk}:write"),
    )


def _opened(cast: Cast, bloc: BlocSeason, at: datetime) -> Callable[[], object]:
    return lambda: open_signing(
        Pact.objects.get(bloc_season=bloc), by=_secretary(cast, at), at=at, key=named(f"pact:{bloc.pk}:open")
    )


def _closed(cast: Cast, bloc: BlocSeason, at: datetime) -> Callable[[], object]:
    head = table("season")["roles"]["head"]
    return lambda: close_signing(
        Pact.objects.get(bloc_season=bloc), by=cast.actor(head, at.date()), at=at, key=named(f"pact:{bloc.pk}:close")
    )


def _delegated(cast: Cast, told: dict[str, str]) -> Callable[[], object]:
    on, leader = day(told["date"]), told["leader"]
    at = instant(on, 8)
    return lambda: delegate_signature(
        cast.units[told["unit"]],
        leader=cast.people[leader],
        delegate=cast.people[told["delegate"]],
        letter_number=told["number"],
        letter_dated_on=on,
        from_on=on,
        until_on=day(told["until"]),
        scopes={Scope.PACT},
        by=cast.actor(leader, on),
        at=at,
        key=named(f"letter:{told['number']}"),
    )


def _signed(cast: Cast, season: Season, told: dict[str, str]) -> Callable[[], object]:
    at, unit = moment(told["at"]), cast.units[told["unit"]]

    def sign() -> object:
        pact, key = _pact(season, unit), named(f"signature:{told['unit']}")
        if told["kind"] == "internal":
            return sign_pact(pact, unit=unit, by=cast.actor(told["signer"], at.date()), at=at, key=key)
        signed = _told(cast, told)
        if told["kind"] == "on_paper":
            return sign_on_paper(pact, unit=unit, signed=signed, by=_secretary(cast, at), at=at, key=key)
        assert pact.paper is not None
        file = _signed_elsewhere(pact.paper, signed.signer_name, unit, at)
        return sign_by_file(
            pact, unit=unit, signed=replace(signed, scan=file), read=read_handed_in(file, pact.paper),
            needs_known=False, by=cast.actor(told["signer"], at.date()), at=at, key=key,
        )  # fmt: skip

    return sign


def _pact(season: Season, unit: Unit) -> Pact:
    return Pact.objects.get(bloc_season__season=season, bloc_season__members__unit=unit)


def _told(cast: Cast, told: dict[str, str]) -> PaperSignature:
    letter = next((one for one in table("signing")["letters"] if one["unit"] == told["unit"]), None)
    return PaperSignature(
        signer_name=cast.people[told["signer"]].full_name,
        signer_title=next(one for one in rows("people") if one["code"] == told["signer"])["post"],
        capacity=told["capacity"],
        letter=f"{letter['number']}, {day(letter['date']):%d/%m/%Y}" if letter else "",
    )


def _handed_out(cast: Cast, season: Season, unit: str, at: datetime) -> Callable[[], object]:
    def hand_out() -> object:
        pact = _pact(season, cast.units[unit])
        return hand_out_paper(
            pact, paper=paper_of(pact, at=at), text_hash=pact.text_hash, by=_secretary(cast, at), at=at,
            key=named(f"paper:{unit}"),
        )  # fmt: skip

    return hand_out


def _signed_elsewhere(paper: StoredFile, name: str, unit: Unit, at: datetime) -> StoredFile:
    """As a signing program gives it, with a certificate that is made for this one signature and says so."""
    valid, signed_at = {"valid_from": at - A_YEAR, "until": at + A_YEAR}, at - HANDED_IN_AFTER
    issuer = certificates.authority(ISSUER, **valid)
    owner = certificates.certificate(issuer, name, unit.name, **valid)
    with read_file(paper) as content:
        signed = certificates.signed_pdf(content.read(), owner, by=issuer, at=signed_at)
    return keep_file(name=f"giao-uoc-{unit.slug}-da-ky-so.pdf", content=signed, at=at)


def _scanned(cast: Cast, season: Season, told: dict[str, str]) -> Callable[[], object]:
    at, unit = moment(told["at"]) + SCANNED_AFTER, cast.units[told["unit"]]

    def attach() -> object:
        signature = Signature.objects.get(pact__bloc_season__season=season, membership__unit=unit, annex=None)
        scan = keep_file(name=f"giao-uoc-{unit.slug}.pdf", content=SCAN, at=at)
        return attach_scan(signature, scan=scan, by=_secretary(cast, at), at=at, key=named(f"scan:{told['unit']}"))

    return attach
