"""Papers of a season, read from data: fields, and a body of blocks that is filled for Typst, Word and screen alike."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from thidua.core.names import Name
from thidua.core.tables import Table, fault, no_rows
from thidua.core.workflow.papers import Under
from thidua.core.workflow.reporting import Occasion
from thidua.core.workflow.signatures import Issuer, agency_issuing
from thidua.core.workflow.stages import Stage

FIELD = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
NARROW = 2  # parts of a table's width
PLACE = re.compile(r"\b(?:tỉnh|thành phố) .{2,20}$", re.IGNORECASE)
SHEETS = ("a4", "a4-landscape", "a3-landscape")


class Per(StrEnum):
    """What a paper is about, each once or, if `often`, again and again; one of a unit is the unit's own."""

    SEASON = "season"
    BLOC = "bloc"
    CONFERENCE = "conference"
    CAMPAIGN = "campaign"
    INSPECTION = "inspection"
    UNIT = "unit"
    PERIOD = "period"


class FieldKind(StrEnum):
    TEXT = "text"
    LINES = "lines"
    TABLE = "table"


class BlockKind(StrEnum):
    """GROUND: Căn cứ. PART: a heading; CENTRE: one in the middle, in capitals. TEXT: a paragraph.

    ANNEX begins a sheet of its own, with its title. GROUNDS, LINES and TABLE set a field: grounds, paragraphs, rows.
    """

    GROUND = "ground"
    GROUNDS = "grounds"
    PART = "part"
    CENTRE = "centre"
    TEXT = "text"
    LINES = "lines"
    TABLE = "table"
    ANNEX = "annex"


OF_FIELDS = {BlockKind.GROUNDS: FieldKind.LINES, BlockKind.LINES: FieldKind.LINES, BlockKind.TABLE: FieldKind.TABLE}


@dataclass(frozen=True)
class Field:
    """What stands in a template as {{ name }}. A `typed` one begins with `begin`, the others come from the records.

    `hint` says what is to be typed.
    """

    name: str
    label: Name
    kind: FieldKind = FieldKind.TEXT
    is_typed: bool = False
    begin: tuple[str, ...] = ()
    columns: Mapping[str, Name] | None = None
    hint: Name | None = None

    def begun(self, values: Mapping[str, Any]) -> list[str]:
        """What a typed field begins with, in the cluster's own words."""
        return [said for one in self.begin if (said := filled(one, values))]

    @property
    def is_table(self) -> bool:
        return self.kind is FieldKind.TABLE


@dataclass(frozen=True)
class Block:
    """`text` with fields inside, or the name of a field of many lines; of a table `widths` of its columns, and `align`:
    for each l, c or r. Where that is not said, narrow columns are centred. A block may stand only
    `with_field`, where that field holds something, or only `without_field`."""

    kind: BlockKind
    text: str
    widths: tuple[int, ...] = ()
    align: str = ""
    with_field: str = ""
    without_field: str = ""

    def stands(self, values: Mapping[str, Any]) -> bool:
        if self.with_field and not values.get(self.with_field):
            return False
        return not (self.without_field and values.get(self.without_field))

    @property
    def aligned(self) -> str:
        return self.align or "".join("c" if width <= NARROW else "l" for width in self.widths)


@dataclass(frozen=True)
class TwoSigners:
    """Minutes bear two signatures (Decree 30/2020, form 1.10): to the right whoever chaired, to the left whoever wrote
    them down, whose name stands in a field. Each signs as what one was there, not for the agency.
    """

    right: str
    left: str
    name: str


@dataclass(frozen=True)
class PaperKind:
    """One paper of the list. `symbol` in its number; `type` over its subject, "" for a letter (công văn).

    One that `is_collective` the cluster issues, not its head alone. `needs` names a field without which there is
    nothing to write, "" where there is none. `since`: the bloc's stage from which it is asked for; nobody asks for one
    that is optional. A report has its `occasion`, and is due
    `due_days` after the end of its campaign; one that `merges` others takes the texts of units' reports of that code.
    """

    code: str
    name: Name
    per: Per
    page: str
    symbol: str
    type: str
    subject: str
    to: str
    sheet: str
    is_collective: bool
    is_often: bool
    fields: Mapping[str, Field]
    body: tuple[Block, ...]
    recipients: tuple[str, ...]
    needs: str
    since: Stage | None
    is_optional: bool
    occasion: Occasion | None
    due_days: int
    merges: str
    two: TwoSigners | None

    @property
    def is_letter(self) -> bool:
        return not self.type

    @property
    def typed(self) -> list[Field]:
        return [field for field in self.fields.values() if field.is_typed]

    @property
    def grounds(self) -> list[str]:
        """The fields that are cited as grounds."""
        return [block.text for block in self.body if block.kind is BlockKind.GROUNDS]

    @property
    def known(self) -> dict[str, Field]:
        """Every field that a template of this paper may hold."""
        return {**COMMON, **(ADDRESSEES if self.to else {}), **self.fields}


@dataclass(frozen=True)
class Listed:
    """A line of the list: a paper made here, one made on a `page` of its own, or one that comes with later work.

    Papers that units make themselves stand on a page of their bloc.
    """

    stage: str
    name: Name
    kind: PaperKind | None = None
    per: Per = Per.SEASON
    page: str = ""
    until: Name | None = None


def _common(*rows: tuple[str, str, str]) -> dict[str, Field]:
    return {name: Field(name, Name(vi, en)) for name, vi, en in rows} | {SIGNATURE.name: SIGNATURE}


SIGNATURE = Field("dong_ky", Name("Các dòng trên chỗ ký", "Lines over the signature"), FieldKind.LINES)
# Of a paper with recipients: one stands on the line of "Kính gửi:", several each on a line of its own.
ONE = Field("gui_mot_noi", Name("Nơi kính gửi, khi chỉ có một", "Recipient where there is one"), FieldKind.LINES)
SEVERAL = Field("gui_nhieu_noi", Name("Các nơi kính gửi, từ hai", "Recipients, two or more"), FieldKind.LINES)
ADDRESSEES = {field.name: field for field in (ONE, SEVERAL)}
# What every paper has: its letterhead, number, place and day, and who signs.
COMMON = _common(
    ("co_quan_cap_tren", "Cơ quan cấp trên, dòng đầu", "Superior agency, first line"),
    ("co_quan", "Cơ quan ban hành", "Issuing agency"),
    ("so_ky_hieu", "Số, ký hiệu", "Number and symbol"),
    ("dia_danh_ngay", "Địa danh, ngày tháng năm", "Place and date"),
    ("ngay_van_ban", "Ngày tháng năm", "Date in words"),
    ("trich_yeu", "Trích yếu", "Subject"),
    ("quyen_han", "Quyền hạn của người ký: TM., KT., TL., TUQ.", "Capacity of the signer: TM., KT., TL., TUQ."),
    ("chuc_vu_ky", "Chức vụ người ký", "Post of the signer"),
    ("nguoi_ky", "Họ tên người ký", "Name of the signer"),
    ("nam", "Năm thi đua", "Emulation year"),
    ("khu_vuc", "Tên khu vực, cụm", "Name of the region or cluster"),
    ("truong", "Cách gọi trưởng khu vực, cụm", "What the head is called"),
)


def kind_of(code: str, file: Table) -> PaperKind:
    """Raises ReadError with the line: for a misspelt entry, or a block that holds a field which the paper has not."""
    file.only(
        "name", "per", "page", "symbol", "type", "subject", "to", "sheet", "collective", "often", "fields", "body",
        "recipients", "needs", "since", "optional", "occasion", "due_days", "merges", "signers",
    )  # fmt: skip
    fields = {str(name): _field(str(name), file.table("fields").table(name)) for name in file.table("fields")}
    kind = PaperKind(
        code=code,
        name=name_in(file, "name"),
        per=Per(file.one_of("per", [per.value for per in Per])),
        page=file.text("page"),
        symbol=file.text("symbol", ""),
        type=file.text("type", ""),
        subject=file.text("subject"),
        to=file.text("to", ""),
        sheet=file.one_of("sheet", SHEETS, "a4"),
        is_collective=file.flag("collective", False),
        is_often=file.flag("often", False),
        fields=fields,
        body=tuple(_block(row) for row in file.rows("body").tables()),
        recipients=tuple(file.rows("recipients", no_rows()).texts()),
        needs=file.one_of("needs", list(fields)) if "needs" in file else "",
        since=Stage(file.one_of("since", [stage.value for stage in Stage])) if "since" in file else None,
        is_optional=file.flag("optional", False),
        occasion=Occasion(file.one_of("occasion", [one.value for one in Occasion])) if "occasion" in file else None,
        due_days=file.whole("due_days", 0),
        merges=file.text("merges", ""),
        two=_two(file.table("signers"), fields) if "signers" in file else None,
    )
    _require_known(kind, file)
    return kind


def listed_of(file: Table, kinds: Mapping[str, PaperKind]) -> tuple[Listed, ...]:
    """The list by stages, in the file's order. Raises ReadError for a code that has no paper."""
    found = []
    for stage in file:
        for row in file.rows(stage).tables():
            row.only("paper", "name", "per", "page", "until")
            if "paper" in row:
                kind = kinds[row.one_of("paper", list(kinds))]
                found.append(_listed(str(stage), kind))
            else:
                until = name_in(row, "until") if "until" in row else None
                per = Per(row.one_of("per", [per.value for per in Per], "season"))
                found.append(Listed(str(stage), name_in(row, "name"), None, per, row.text("page", ""), until))
    return tuple(found)


def _listed(stage: str, kind: PaperKind) -> Listed:
    if kind.per is Per.UNIT:
        return Listed(stage, kind.name, None, Per.BLOC, kind.page)
    return Listed(stage, kind.name, kind, kind.per, kind.page)


def name_in(table: Table, field: str) -> Name:
    both = table.table(field).only("vi", "en")
    return Name(both.text("vi"), both.text("en"))


def filled(text: str, values: Mapping[str, Any]) -> str:
    """A text with its fields put in; a field without a value leaves its place empty."""
    return FIELD.sub(lambda found: str(values.get(found[1], "") or ""), text)


def set_out(kind: PaperKind, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The body as every output takes it: blocks that stand, with their words, one of many lines as `rows`."""
    return [_set(kind, block, values) for block in kind.body if block.stands(values)]


def issuers_in(kind: PaperKind, values: Mapping[str, Any], *, under: Under) -> tuple[Issuer, ...]:
    """Who may issue a paper as its values say: the cluster, then the agency of the letterhead; of a unit's own paper
    the agency alone."""
    agency = agency_issuing(values.get("co_quan", ""), values.get("_chief", ""))
    if kind.per is Per.UNIT:
        return (agency,)
    together = kind.is_collective or under is Under.CLUSTER
    return Issuer(values.get("_body", ""), values.get("truong", ""), together), agency


def unbroken(agency: str) -> str:
    """A letterhead's line that parts before the province, never within its name.

    >>> unbroken("Ủy ban nhân dân tỉnh Hà Nam")
    'Ủy ban nhân dân tỉnh\\xa0Hà\\xa0Nam'
    """
    return PLACE.sub(lambda found: found[0].replace(" ", "\u00a0"), agency)


def cited(grounds: Sequence[str]) -> list[str]:
    """Grounds as Decree 30/2020 sets them: a semicolon after each, a full stop after the last.

    >>> cited(["Căn cứ Luật A", "Căn cứ Nghị định B;"])
    ['Căn cứ Luật A;', 'Căn cứ Nghị định B.']
    """
    plain = [one.rstrip(" ;.,") for one in grounds]
    return [f"{one}{'.' if place == len(plain) else ';'}" for place, one in enumerate(plain, 1)]


def addressees(kind: PaperKind, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """The recipients, as the one or as several with their signs; nothing for a paper that has none."""
    if not kind.to:
        return {}
    to = [str(one) for one in values.get(kind.to) or ()]
    several = [f"{one}{'.' if place == len(to) else ';'}" for place, one in enumerate(to, 1)]
    return {ONE.name: to if len(to) == 1 else [], SEVERAL.name: several if len(to) > 1 else []}


def as_sheet(kind: PaperKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """The whole paper as the layout takes it, letterhead to recipients; a letter has its subject under its number."""
    subject = filled(kind.subject, values)
    return {
        "title": f"{kind.name.vi}: {subject}",
        "title_of": kind.name.vi,
        "sheet": kind.sheet,
        "over": values.get("co_quan_cap_tren", ""),
        "agency": unbroken(values.get("co_quan", "")),
        "number": values.get("so_ky_hieu", ""),
        "date": values.get("ngay_van_ban", ""),
        "place_date": values.get("dia_danh_ngay", ""),
        "type": kind.type,
        "subject": subject,
        "to": list(values.get(kind.to) or ()),
        "blocks": set_out(kind, values),
        "signature": list(values.get("dong_ky") or ()),
        "signer": values.get("nguoi_ky", ""),
        "beside": {"over": kind.two.left, "names": list(values.get(kind.two.name) or ())} if kind.two else None,
        "recipients": [filled(one, values) for one in kind.recipients],
    }


def _set(kind: PaperKind, block: Block, values: Mapping[str, Any]) -> dict[str, Any]:
    if block.kind in (BlockKind.LINES, BlockKind.GROUNDS):
        return {"kind": block.kind.value, "rows": list(values.get(block.text) or ())}
    if block.kind is BlockKind.TABLE:
        columns = kind.fields[block.text].columns or {}
        rows = [[str(row.get(name, "")) for name in columns] for row in values.get(block.text) or ()]
        heads = [name.vi for name in columns.values()]
        shape = {"widths": list(block.widths), "align": block.aligned}
        return {"kind": block.kind.value, "heads": heads, "rows": rows, **shape}
    words = filled(block.text, values)
    return {"kind": block.kind.value, "text": words.upper() if block.kind is BlockKind.CENTRE else words}


def _field(name: str, row: Table) -> Field:
    row.only("vi", "en", "kind", "typed", "begin", "columns", "hint")
    kind = FieldKind(row.one_of("kind", [kind.value for kind in FieldKind], "text"))
    columns = None
    if kind is FieldKind.TABLE:
        columns = {str(one): name_in(row.table("columns"), str(one)) for one in row.table("columns")}
    begin = tuple(row.rows("begin", no_rows()).texts())
    hint = name_in(row, "hint") if "hint" in row else None
    return Field(name, Name(row.text("vi"), row.text("en")), kind, row.flag("typed", False), begin, columns, hint)


def _two(row: Table, fields: Mapping[str, Field]) -> TwoSigners:
    row.only("right", "left", "name")
    lines = [name for name, field in fields.items() if field.kind is FieldKind.LINES]
    return TwoSigners(row.text("right"), row.text("left"), row.one_of("name", lines))


def _block(row: Table) -> Block:
    row.only(*[kind.value for kind in BlockKind], "widths", "align", "with", "without")
    kinds = [kind for kind in BlockKind if kind.value in row]
    if len(kinds) != 1:
        raise fault("read.missing", line=row.line, name=" / ".join(kind.value for kind in BlockKind))
    widths = tuple(int(str(width)) for width in row.rows("widths", no_rows()))
    told = row.text(kinds[0].value)
    return Block(kinds[0], told, widths, row.text("align", ""), row.text("with", ""), row.text("without", ""))


def _require_known(kind: PaperKind, file: Table) -> None:
    texts = [kind.subject, *kind.recipients, *(one for field in kind.fields.values() for one in field.begin)]
    for block in kind.body:
        for asked in filter(None, (block.with_field, block.without_field)):
            if asked not in kind.fields:
                raise fault("read.unknown_name", line=file.line_of("body"), name=asked, choices=_names(kind))
        if block.kind in OF_FIELDS:
            field = kind.fields.get(block.text)
            if field is None or field.kind is not OF_FIELDS[block.kind]:
                raise fault("read.unknown_name", line=file.line_of("body"), name=block.text, choices=_names(kind))
        else:
            texts.append(block.text)
    for name in _named(texts):
        if name not in kind.known or kind.known[name].kind is not FieldKind.TEXT:
            raise fault("read.unknown_name", line=file.line_of("body"), name=name, choices=_names(kind))


def _named(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from FIELD.findall(text)


def _names(kind: PaperKind) -> str:
    return ", ".join(kind.known)
