"""Find places that change rows outside the owner's `actions`, `steps` and migrations.

Judged from the text alone. `save`, `update` and `delete` are also names of sets, hashes, workbooks
and stores of files; those calls carry a positional argument, and rows' calls never do.
"""

import ast
from dataclasses import dataclass, field
from pathlib import Path

ALWAYS = frozenset({"bulk_create", "bulk_update", "get_or_create", "update_or_create", "create"})
WITHOUT_POSITIONAL = frozenset({"save", "delete"})
WRITING_FOLDERS = frozenset({"actions", "steps", "migrations"})


@dataclass
class Finder(ast.NodeVisitor):
    """Walks one file; `found` gets a line for each write that does not belong there."""

    file: Path  # relative to the package
    found: list[str] = field(default_factory=list)
    _owners: dict[str, str] = field(default_factory=dict)  # name in this file -> record that owns it

    @property
    def record(self) -> str | None:
        """The record in which this file lies."""
        parts = self.file.parts
        return parts[1] if parts[0] == "records" and len(parts) > 2 else None

    @property
    def may_write(self) -> bool:
        """Whether rows of its own record may be changed here."""
        return self.record is not None and self.file.parts[2].removesuffix(".py") in WRITING_FOLDERS

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        words = (node.module or "").split(".")
        if words[:2] == ["thidua", "records"] and len(words) > 3 and words[3] == "models":
            self._owners |= {alias.asname or alias.name: words[2] for alias in node.names}
        elif words[:2] == ["thidua", "records"] and len(words) == 3:
            self._owners |= {alias.asname or alias.name: words[2] for alias in node.names if alias.name == "models"}

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and is_write(node) and (root := _root(node.func)) != "super":
            owner = self._owners.get(root)  # a method that hands on to the one it overrides writes nothing of its own
            if not self.may_write:
                self._note(node, "outside the record's actions and steps")
            elif owner not in (None, self.record):
                self._note(node, f"rows of {owner} are changed by its own steps")
        self.generic_visit(node)

    def _note(self, node: ast.Call, why: str) -> None:
        self.found.append(f"{self.file}:{node.lineno}: {ast.unparse(node.func)}(…) {why}")


def is_write(node: ast.Call) -> bool:
    """Whether a call of a method reads like a change of rows, awaited or not."""
    name = node.func.attr  # type: ignore[attr-defined]
    plain = name[1:] if name.startswith("a") and name[1:] in ALWAYS | WITHOUT_POSITIONAL | {"update"} else name
    if plain == "update":
        return bool(node.keywords) and not node.args
    return plain in ALWAYS or (plain in WITHOUT_POSITIONAL and not node.args)


def _root(node: ast.expr) -> str:
    """The name with which a chain of attributes and calls begins."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def writes(source: str, file: str) -> list[str]:
    """What is wrong in one file of the package; its path is relative to the package."""
    finder = Finder(Path(file))
    finder.visit(ast.parse(source))
    return finder.found
