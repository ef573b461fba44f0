"""Where the figures of a report come from, for the reader: what each is, its source in words, the page of it."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from thidua.core.papers import PaperKind
from thidua.documents.reports.said import sources_in
from thidua.pages.papers.texts import language


def sources_shown(kind: PaperKind, filled: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (
            "; ".join(kind.fields[name].label.within(language()) for name in one["fields"] if name in kind.fields),
            one["text"],
            reverse(one["place"], args=one["slugs"]),
        )
        for one in sources_in(filled)
    ]
