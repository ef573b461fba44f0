"""A Word template that an office has changed: read before it is adopted, nothing in it carried out that is no field."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import ZipFile

from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.papers import Field, FieldKind, PaperKind, addressees
from thidua.records.files.kinds import kind_of
from thidua.records.files.zips import WORD, Faulty

MOST_BYTES, MOST_UNPACKED = 5_000_000, 40_000_000
FILTERS = frozenset({"upper", "lower"})
# What Word fetches, runs or shows from elsewhere when the file is opened.
OBJECTS = re.compile(r"(?i)/(embeddings|activex)/|oleobject|\.bin$|afchunk|customui")
MARKUP = (".xml", ".rels")
FETCHES = re.compile(r"(?i)\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|MACROBUTTON|DATABASE|AUTOTEXT)\b")
PAPER_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
MARKS = re.compile(r"\{[{%#]")


def check_template(content: bytes, kind: PaperKind) -> None:
    """Raises NotPossible with every fault: what the file holds beside text, fields that the paper has not."""
    faults = list(dict.fromkeys(_faults_of(_plain_parts(content), kind)))
    if faults:
        raise NotPossible(*faults)
    _require_whole(content)


def fill_template(content: bytes, kind: PaperKind, values: Mapping[str, Any]) -> bytes:
    """The Word file of a paper. Raises NotPossible as `check_template`, which is asked again."""
    check_template(content, kind)
    template = DocxTemplate(BytesIO(content))
    template.render(_context(kind, values), jinja_env=SandboxedEnvironment(), autoescape=True)
    out = BytesIO()
    template.save(out)
    return out.getvalue()


def _context(kind: PaperKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Every known field, those without a value empty."""
    empty: dict[FieldKind, Any] = {FieldKind.TEXT: "", FieldKind.LINES: [], FieldKind.TABLE: []}
    values = {**values, **addressees(kind, values)}
    return {name: values.get(name) or empty[field.kind] for name, field in kind.known.items()}


def _plain_parts(content: bytes) -> dict[str, Any]:
    """The parts of text by their names. Raises NotPossible for anything beside text and pictures inside the file."""
    if len(content) > MOST_BYTES:
        raise refuse("template.too_large", most=MOST_BYTES // 1_000_000)
    stream: BinaryIO = BytesIO(content)
    try:
        if kind_of(stream) != WORD:
            raise refuse("template.not_word")
    except Faulty as fault:
        raise refuse("template.macros" if str(fault) == "macros" else "template.not_word") from fault
    with ZipFile(BytesIO(content)) as archive:
        if sum(len(archive.read(name)) for name in archive.namelist()) > MOST_UNPACKED:
            raise refuse("template.too_large", most=MOST_BYTES // 1_000_000)
        parts = {name: _plain_part(name, archive.read(name)) for name in archive.namelist()}
    return {name: root for name, root in parts.items() if root is not None}


def _plain_part(name: str, content: bytes) -> Any:
    if OBJECTS.search(f"/{name}"):
        raise refuse("template.object")
    root = _tree(content)
    if root is None:
        if name.lower().endswith(MARKUP):
            raise refuse("template.not_word")
        return None
    if name.lower().endswith(MARKUP) and root.getroottree().docinfo.doctype:
        raise refuse("template.object")
    if any(one.get("TargetMode", "Internal") != "Internal" for one in root.iter("{*}Relationship")):
        raise refuse("template.link")
    if any(FETCHES.search(code) for code in _field_codes(root)):
        raise refuse("template.link")
    return root


def _require_whole(content: bytes) -> None:
    """A file whose parts name others that are not there could be kept, and never be filled."""
    opened = DocxTemplate(BytesIO(content))
    try:
        opened.init_docx()
        opened.get_xml()
    except (AttributeError, KeyError, SyntaxError, ValueError) as wrong:
        raise refuse("template.broken") from wrong


def _tree(content: bytes) -> Any:
    """A part as Word and docxtpl read it, whatever its name, letters and spelling; None for a picture.

    Read as plain bytes, "&#123;&#123;" or a part in UTF-16 would hold no field, and be filled all the same.
    """
    try:
        return parse_xml(content)
    except (SyntaxError, ValueError):
        return None


def _field_codes(root: Any) -> Iterator[str]:
    """Each whole: Word lets a code run over several texts, and ends it with a mark of its own."""
    code = ""
    for element in root.iter("{*}instrText", "{*}fldChar", "{*}fldSimple"):
        if element.tag.endswith("}instrText"):
            code += element.text or ""
            continue
        yield code
        code = ""
        yield from element.attrib.values()
    yield code


def _faults_of(parts: Mapping[str, Any], kind: PaperKind) -> Iterator[Sentence]:
    reads = DocxTemplate(BytesIO())  # as it will when it fills the paper
    for name, root in parts.items():
        if "{" not in (written := reads.xml_to_string(root)):
            continue  # no field can come of it: styles and themes are long, and hold none
        text = reads.patch_xml(written)
        if PAPER_PARTS.fullmatch(name):
            yield from _faults_in(text, kind)
        elif MARKS.search(text):
            # docxtpl also fills the file's properties, where nobody sees what stands.
            yield Sentence("template.field_elsewhere", part=name)


def _faults_in(text: str, kind: PaperKind) -> Iterator[Sentence]:
    try:
        tree = SandboxedEnvironment().parse(text)
    except TemplateSyntaxError as wrong:
        yield Sentence("template.not_read", said=(wrong.message or "")[:120])
        return
    yield from _Reading(kind).faults(tree.body, {})


class _Reading:
    """Walks a template's nodes; what is not named here is refused."""

    def __init__(self, kind: PaperKind) -> None:
        self.known = kind.known

    def faults(self, found: Iterable[nodes.Node], rows: Mapping[str, Field]) -> Iterator[Sentence]:
        """`rows` are the names of the loops around, each with its field."""
        for node in found:
            match node:
                case nodes.TemplateData():
                    pass
                case nodes.Output():
                    yield from self.faults(node.nodes, rows)
                case nodes.Name():
                    yield from self._name(node.name, rows)
                case nodes.Filter() if node.name in FILTERS and not (node.args or node.kwargs) and node.node:
                    yield from self.faults([node.node], rows)
                case nodes.Getattr():
                    yield from self._column(node, rows)
                case nodes.For():
                    yield from self._loop(node, rows)
                case nodes.If() if not rows and self._asks_for_rows(node):
                    yield from self.faults(node.body, rows)
                case _:
                    yield Sentence("template.not_a_field", what=_called(node))

    def _asks_for_rows(self, node: nodes.If) -> bool:
        """Whether a field of many lines holds any, or none, and nothing else is asked."""
        asked = node.test.node if isinstance(node.test, nodes.Not) else node.test
        if not isinstance(asked, nodes.Name) or node.elif_ or node.else_:
            return False
        return asked.name in self.known and self.known[asked.name].kind is not FieldKind.TEXT

    def _name(self, name: str, rows: Mapping[str, Field]) -> Iterator[Sentence]:
        if name in rows:
            if rows[name].is_table:
                yield Sentence("template.needs_column", name=name, columns=", ".join(rows[name].columns or ()))
        elif name not in self.known:
            yield from self._unknown(name, self.known)
        elif self.known[name].kind is not FieldKind.TEXT:
            yield Sentence("template.needs_loop", name=name)

    def _column(self, node: nodes.Getattr, rows: Mapping[str, Field]) -> Iterator[Sentence]:
        if not isinstance(node.node, nodes.Name) or node.node.name not in rows:
            yield Sentence("template.not_a_field", what=_called(node))
        elif node.attr not in (columns := rows[node.node.name].columns or {}):
            yield from self._unknown(node.attr, columns)

    def _loop(self, node: nodes.For, rows: Mapping[str, Field]) -> Iterator[Sentence]:
        is_plain = isinstance(node.target, nodes.Name) and isinstance(node.iter, nodes.Name)
        # A loop inside a loop goes on for longer than anybody waits, and no field has lists inside.
        if not is_plain or rows or node.test or node.recursive or node.else_:
            yield Sentence("template.not_a_field", what=_called(node))
            return
        assert isinstance(node.target, nodes.Name)
        assert isinstance(node.iter, nodes.Name)
        field = self.known.get(node.iter.name)
        if field is None:
            yield from self._unknown(node.iter.name, self.known)
        elif field.kind is FieldKind.TEXT or node.target.name in self.known:
            yield Sentence("template.not_a_list", name=node.iter.name)
        else:
            yield from self.faults(node.body, {**rows, node.target.name: field})

    def _unknown(self, name: str, known: Iterable[str]) -> Iterator[Sentence]:
        near = difflib.get_close_matches(name, list(known), 1, 0.5)
        yield (
            Sentence("template.unknown_near", name=name[:60], near=near[0])
            if near
            else Sentence("template.unknown", name=name[:60])
        )


def _called(node: nodes.Node) -> str:
    """What is refused, in the words of who writes templates."""
    return f"{type(node).__name__.lower()} {getattr(node, 'name', '') or getattr(node, 'attr', '')}".strip()[:60]
