"""Exemplars from spotted to replicated, and initiatives up to the book: by five units, for the others from papers."""

from collections.abc import Callable
from datetime import datetime, timedelta

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, rows, table
from thidua.core.actor import Actor
from thidua.core.workflow.exemplars import Level
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.files.models import StoredFile
from thidua.records.files.steps import keep_file
from thidua.records.papers.steps import Shown
from thidua.records.results.actions import exemplar_book as book
from thidua.records.results.actions import exemplars as chain
from thidua.records.results.actions import initiatives as ideas
from thidua.records.results.models import Exemplar, Initiative
from thidua.records.results.told import AuthorTold, ExemplarTold, InitiativeTold
from thidua.records.seasons.models import KeyContent, Membership, Season

Row = dict[str, str]
LIST_TITLE = "Danh sách đăng ký xây dựng điển hình tiên tiến"
REQUEST_TITLE = "Đơn đề nghị tiếp nhận sáng kiến"
LATER_THAT_DAY = timedelta(hours=2)
# A slip as a scanner writes it, with nothing on it that could be taken for a real signature.
SLIP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 298]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
    b"/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>endobj\n4 0 obj<</Length 66>>stream\n"
    b"BT /F 16 Tf 60 200 Td (PHIEU DONG Y - ban dung thu, gia dinh) Tj ET\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def events(cast: Cast, season: Season) -> list[Event]:
    happening: list[Event] = []
    for row in rows("exemplars"):
        happening += _exemplar(_One(cast, season, row))
    for row in rows("replications"):
        at = moment(row["reported_on"])
        happening.append((at, _adopted(cast, season, row, at)))
    for row in rows("initiatives"):
        happening += _initiative(cast, season, row)
    for on in sorted({row["received_on"] for row in rows("initiatives") if row["received_on"]}):
        at = moment(on)
        happening.append((at, _received(cast, season, on, at)))
    return happening


def _secretary(cast: Cast, at: datetime) -> Actor:
    return cast.actor(table("season")["roles"]["secretariat"][0], local_day(at))


def _paper(cast: Cast, row: Row, title: str) -> SourcePaper:
    leader = f"{row['unit']}:L1"
    post = next(one["post"] for one in rows("people") if one["code"] == leader)
    return SourcePaper(title, row["paper_number"], day(row["paper_date"]), cast.people[leader].full_name, post)


def _member(cast: Cast, season: Season, unit: str) -> Membership:
    return Membership.objects.get(bloc_season__season=season, unit=cast.units[unit])


class _One:
    """One exemplar of the file, and who acts for its unit."""

    def __init__(self, cast: Cast, season: Season, row: Row) -> None:
        self.cast, self.season, self.row = cast, season, row
        self.is_own = row["entry"] == "own"

    def key(self, what: str) -> str:
        return f"demo:exemplar:{self.row['code']}:{what}"

    def now(self) -> Exemplar:
        member = _member(self.cast, self.season, self.row["unit"])
        return Exemplar.objects.get(membership=member, name=self.row["name"])

    def told(self) -> ExemplarTold:
        row = self.row
        return ExemplarTold(
            kind=row["kind"], name=row["name"], post=row["post"], did=row["did"], goal=row["goal"],
            mentor=row["mentor"], field=KeyContent.objects.get(season=self.season, number=int(row["field"])),
            person=self.cast.people[row["person"]] if row["person"] else None,
        )  # fmt: skip

    def officer(self, at: datetime) -> Actor:
        return self.cast.actor(f"{self.row['unit']}:O1", local_day(at)) if self.is_own else _secretary(self.cast, at)

    def leader(self, at: datetime) -> Actor:
        return self.cast.actor(f"{self.row['unit']}:L1", local_day(at))


def _exemplar(one: _One) -> list[Event]:
    steps = {
        "spotted_on": (_spotted, timedelta()), "registered_on": (_registered, LATER_THAT_DAY),
        "support_on": (_supported, timedelta(hours=3)), "consent_on": (_consented, timedelta(hours=4)),
        "introduced_on": (_introduced, timedelta(hours=5)), "recognised_on": (_recognised, timedelta(hours=6)),
    }  # fmt: skip
    happening: list[Event] = []
    for column, (step, later) in steps.items():
        if on := one.row[column]:
            at = moment(on) + later
            happening.append((at, step(one, at)))
    return happening


def _spotted(one: _One, at: datetime) -> Callable[[], object]:
    return lambda: chain.spot_exemplar(
        _member(one.cast, one.season, one.row["unit"]), told=one.told(),
        by=one.cast.actor(one.row["spotted_by"], local_day(at)), at=at, key=one.key("spot"),
    )  # fmt: skip


def _registered(one: _One, at: datetime) -> Callable[[], object]:
    def register() -> object:
        if not one.is_own:
            member, paper = _member(one.cast, one.season, one.row["unit"]), _paper(one.cast, one.row, LIST_TITLE)
            return chain.enter_exemplar_on_behalf(
                member, told=one.told(), paper=paper, by=_secretary(one.cast, at), at=at, key=one.key("enter")
            )
        exemplar = one.now()
        return chain.register_exemplar(
            exemplar, goal=one.row["goal"], mentor=one.row["mentor"], seen_version=exemplar.version,
            by=one.leader(at), at=at, key=one.key("register"),
        )  # fmt: skip

    return register


def _supported(one: _One, at: datetime) -> Callable[[], object]:
    return lambda: book.log_support(
        one.now(), text=one.row["support"], on=local_day(at), shown=None, by=one.officer(at), at=at,
        key=one.key("support"),
    )  # fmt: skip


def _slip(at: datetime) -> StoredFile:
    return keep_file(name="phieu-dong-y.pdf", content=SLIP, at=at)


def _consented(one: _One, at: datetime) -> Callable[[], object]:
    """In person where the unit works in the system; else the unit sends the signed slip."""
    in_person = one.is_own and bool(one.row["person"])

    def consent() -> object:
        by = one.cast.actor(one.row["person"], local_day(at)) if in_person else one.officer(at)
        name = one.row["name"] if one.row["person"] else f"Người đứng đầu {one.row['name']}"
        return book.give_consent(
            one.now(), name=name[:120], on=local_day(at), file=None if in_person else _slip(at), by=by, at=at,
            key=one.key("consent"),
        )  # fmt: skip

    return consent


def _introduced(one: _One, at: datetime) -> Callable[[], object]:
    paper = None if one.is_own else _paper(one.cast, one.row, "Phiếu giới thiệu điển hình tiên tiến")
    return lambda: chain.introduce_exemplar(
        one.now(), because=one.row["because"], on=local_day(at), paper=paper,
        by=one.leader(at) if one.is_own else _secretary(one.cast, at), at=at, key=one.key("introduce"),
    )  # fmt: skip


def _recognised(one: _One, at: datetime) -> Callable[[], object]:
    title = "Quyết định công nhận điển hình tiên tiến năm 2016"
    decision = Shown(title, one.row["decision_number"], day(one.row["decision_date"]))
    return lambda: chain.recognise_exemplar(
        one.now(), level=Level(one.row["level"]), decision=decision, by=_secretary(one.cast, at), at=at,
        key=one.key("recognise"),
    )  # fmt: skip


def _adopted(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def adopt() -> object:
        copied = next(one for one in rows("exemplars") if one["code"] == row["exemplar"])
        shown = Shown(row["evidence_title"], row["evidence_number"], day(row["evidence_date"]))
        return book.adopt_model(
            _One(cast, season, copied).now(), member=_member(cast, season, row["unit"]), on=day(row["adopted_on"]),
            result=row["result"], shown=shown, by=cast.actor(f"{row['unit']}:O1", local_day(at)), at=at,
            key=f"demo:replication:{row['exemplar']}:{row['unit']}",
        )  # fmt: skip

    return adopt


def _idea(cast: Cast, season: Season, row: Row) -> InitiativeTold:
    authors = [(row["author"], row["share"]), (row["author_2"], row["share_2"])]
    return InitiativeTold(
        title=row["title"], field=KeyContent.objects.get(season=season, number=int(row["field"])),
        applied_on=day(row["applied_on"]), description=row["description"], benefit=row["benefit"],
        authors=tuple(
            AuthorTold(cast.people[code].full_name, int(share), cast.people[code]) for code, share in authors if code
        ),
    )  # fmt: skip


def _initiative(cast: Cast, season: Season, row: Row) -> list[Event]:
    key = f"demo:initiative:{row['unit']}:{row['applied_on']}"

    def now() -> Initiative:
        return Initiative.objects.get(membership__bloc_season__season=season, title=row["title"])

    if row["entry"] == "on_behalf":
        at = moment(row["signed_on"])
        return [(at, lambda: ideas.enter_initiative_on_behalf(
            _member(cast, season, row["unit"]), told=_idea(cast, season, row), paper=_paper(cast, row, REQUEST_TITLE),
            by=_secretary(cast, at), at=at, key=key,
        ))]  # fmt: skip
    begun = moment(row["begun_on"])

    def submit() -> object:
        writer = cast.actor(row["author"], local_day(begun))
        shown = Shown(row["evidence_title"], row["evidence_number"], day(row["evidence_date"]))
        draft = ideas.begin_initiative(
            _member(cast, season, row["unit"]), told=_idea(cast, season, row), shown=[shown], by=writer, at=begun,
            key=f"{key}:begin",
        )  # fmt: skip
        return ideas.submit_initiative(
            draft, seen_version=draft.version, by=writer, at=begun, key=f"{key}:submit"
        )  # fmt: skip

    happening: list[Event] = [(begun, submit)]
    if row["signed_on"]:
        signed = moment(row["signed_on"]) + LATER_THAT_DAY
        happening.append((signed, lambda: ideas.sign_initiatives(
            [now()], by=cast.actor(f"{row['unit']}:L1", local_day(signed)), at=signed, key=f"{key}:sign"
        )))  # fmt: skip
    return happening


def _received(cast: Cast, season: Season, on: str, at: datetime) -> Callable[[], object]:
    titles = [row["title"] for row in rows("initiatives") if row["received_on"] == on]

    def receive() -> object:
        signed = Initiative.objects.filter(membership__bloc_season__season=season, title__in=titles).order_by("pk")
        return ideas.receive_initiatives(
            list(signed), by=_secretary(cast, at), at=at, key=f"demo:initiatives:{on}"
        )  # fmt: skip

    return receive
