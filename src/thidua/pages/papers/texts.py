"""What is typed in a paper: a field of the form for each, of which each line is a paragraph."""

from collections.abc import Mapping, Sequence

from django.utils.translation import get_language

from thidua.core.papers import PaperKind
from thidua.pages.shared.clash import Field
from thidua.pages.shared.request import Typed

LONGEST = 20_000  # letters in a field


def language() -> str:
    return (get_language() or "vi")[:2]


def text_fields(kind: PaperKind, typed: Mapping[str, Sequence[str]]) -> list[Field]:
    """The fields as they are kept."""
    return [
        Field(field.name, field.label.within(language()), "\n".join(typed.get(field.name, ()))) for field in kind.typed
    ]


def typed_lines(typed: Typed, kind: PaperKind) -> dict[str, list[str]]:
    """Paragraphs by field, without the empty ones."""
    return {
        field.name: [
            line.strip()
            for line in typed.text(
                field.name, label=field.label.within(language()), most=LONGEST, required=False
            ).splitlines()
            if line.strip()
        ]
        for field in kind.typed
    }
