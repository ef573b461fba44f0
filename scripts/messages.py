"""The English catalogues: check that they are whole, add what is missing, compile them.

Texts are written in Vietnamese where they are shown; each room keeps its English in its own
`locale/en/LC_MESSAGES/django.po`. A room is the nearest folder above a file that holds `locale/`.

    messages.py --check     names every text without English, and every entry that nothing uses
    messages.py --update    adds missing texts, with an empty translation, to their room's catalogue
    messages.py --compile   makes the .mo files that gettext reads
"""

import argparse
import ast
import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parents[1] / "src" / "thidua"
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
FUNCTIONS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

Key = tuple[str | None, str]  # context, text


@dataclass(frozen=True)
class Text:
    """One text marked for translation; `id` is what Babel calls its id: with its plural, if it has one."""

    line: int
    context: str | None
    id: str | tuple[str, str]

    @property
    def key(self) -> Key:
        return self.context, _singular(self.id)


def _singular(id: str | tuple[str, ...] | list[str]) -> str:
    return id if isinstance(id, str) else id[0]


def texts_of_python(source: str) -> Iterator[Text]:
    """Those in formatted strings too, which Babel does not see before Python 3.12."""
    for node in sorted(ast.walk(ast.parse(source)), key=lambda node: getattr(node, "lineno", 0)):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in FUNCTIONS:
                yield from _asked(node.lineno, FUNCTIONS[name] or (1,), args)


def _asked(line: int, places: tuple[int | tuple[int, str], ...], args: list[ast.expr]) -> Iterator[Text]:
    """The text that a call asks for, with its context and its plural; nothing where it is no plain string."""
    context, words = None, []
    for place in places:
        number = place if isinstance(place, int) else place[0]
        match args[number - 1 : number]:
            case [ast.Constant(value=str(said))] if isinstance(place, int):
                words.append(said)
            case [ast.Constant(value=str(said))]:
                context = said
            case _:
                return
    if any(words):
        yield Text(line, context, words[0] if len(words) == 1 else (words[0], words[1]))


def texts_of_template(source: str, name: str) -> Iterator[Text]:
    """Django turns the tags of a template into calls; indentation would only confuse the reader of Python."""
    from django.utils.translation.template import templatize

    calls = "\n".join(line.strip() for line in templatize(source, origin=name).splitlines())
    for line, message, _comments, context in extract("python", io.BytesIO(calls.encode()), FUNCTIONS):
        yield Text(line, context, message if isinstance(message, str) else (message[0], message[1]))


def texts(root: Path) -> Iterator[tuple[Path, Text]]:
    """Every text marked for translation under a folder, with its place."""
    for file in sorted(root.rglob("*.py")):
        for text in texts_of_python(file.read_text()):
            yield file, text
    for file in sorted([*root.rglob("templates/**/*.html"), *root.rglob("templates/**/*.txt")]):
        for text in texts_of_template(file.read_text(), str(file)):
            yield file, text


def room_of(file: Path, root: Path) -> Path:
    """The nearest folder with a catalogue; else the folder that should have one."""
    inside = [folder for folder in file.parents if folder.is_relative_to(root) and folder != root]
    if owner := next((folder for folder in inside if (folder / "locale").is_dir()), None):
        return owner
    depth = 2 if inside and inside[-1].name in ("records", "pages") else 1
    return inside[-depth] if len(inside) >= depth else root


def catalogues(root: Path) -> dict[Path, Catalog]:
    found = {}
    for file in sorted(root.rglob(str(CATALOGUE))):
        with file.open("rb") as handle:
            found[file] = read_po(handle, locale="en")
    return found


def is_english(message: object) -> bool:
    """Whether an entry of a catalogue is finished."""
    string = message.string  # type: ignore[attr-defined]
    parts = string if isinstance(string, tuple | list) else (string,)
    return all(parts) and not message.fuzzy  # type: ignore[attr-defined]


def entries(found: dict[Path, Catalog]) -> Iterator[tuple[Path, Key, bool]]:
    """Every entry of every catalogue: where, which, and whether it is finished."""
    for file, catalogue in found.items():
        for message in catalogue:
            if message.id:
                yield file, (message.context, _singular(message.id)), is_english(message)


def faults(root: Path) -> list[str]:
    """One line for each text without English, and for each entry whose text stands nowhere."""
    there, used = list(entries(catalogues(root))), list(texts(root))
    english = {key for _, key, finished in there if finished}
    wanted = {text.key for _, text in used}
    missing = [
        f"{file.relative_to(root)}:{text.line}: no English for {text.key[1]!r}"
        for file, text in used
        if text.key not in english
    ]
    return missing + [
        f"{file.relative_to(root)}: nothing uses {key[1]!r}" for file, key, _ in there if key not in wanted
    ]


def update(root: Path) -> int:
    """Write missing texts into their rooms' catalogues; gives how many."""
    found = catalogues(root)
    there = {key for _, key, _ in entries(found)}
    missing: dict[Path, list[Text]] = defaultdict(list)
    for file, text in texts(root):
        if text.key not in there:
            there.add(text.key)
            missing[room_of(file, root) / CATALOGUE].append(text)
    for po, added in missing.items():
        catalogue = found.get(po) or Catalog(locale="en", project="thidua", fuzzy=False)
        for text in added:
            catalogue.add(text.id, context=text.context)
        po.parent.mkdir(parents=True, exist_ok=True)
        with po.open("wb") as handle:
            write_po(handle, catalogue, width=110)
    return sum(len(added) for added in missing.values())


def compile_all(root: Path) -> None:
    """Make every .mo that is missing or older than its .po."""
    for po in root.rglob("locale/*/LC_MESSAGES/*.po"):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as handle:
            catalogue = read_po(handle, locale=po.parents[1].name)
        with mo.open("wb") as handle:
            write_mo(handle, catalogue)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    for name in ("check", "update", "compile"):
        what.add_argument(f"--{name}", action="store_true")
    asked = parser.parse_args()
    if asked.update:
        print(f"{update(SOURCE)} texts added")
    compile_all(SOURCE)
    found = faults(SOURCE) if asked.check else []
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
