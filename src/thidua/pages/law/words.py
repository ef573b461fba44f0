"""The law's words as a page shows them: names in the reader's language, articles in full, days."""

import re
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.history import Kind
from thidua.core.law.library import Library
from thidua.core.law.texts import Text
from thidua.core.law.written import text_of
from thidua.core.names import Name

VIETNAMESE = re.compile(r"[^\x00-\x7F–—“”‘’…·≥≤×→]")
NUMBER = re.compile(r"số (\S+)")
ARTICLE = re.compile(r"(\d+[a-z]?)(?:\((\d+[a-z]?)\))?([a-zđ]{0,2})")
ANNEX = re.compile(r"phụ lục((?: [IVX]+)?)")
DETAILS = re.compile(r"quy định chi tiết (\S+) Đ(\S+)")
KINDS = {Kind.INDIVIDUAL: "ca-nhan", Kind.COLLECTIVE: "tap-the", Kind.HOUSEHOLD: "ho-gia-dinh"}


def marked(text: str) -> SafeString:
    """For a page: on an English one whatever is Vietnamese, such as the sign of a decree, says so."""
    if not is_english():
        return mark_safe(escape(text))  # noqa: S308
    return mark_safe(" ".join(_marked(word) for word in text.split(" ")))  # noqa: S308


def _marked(word: str) -> str:
    return format_html('<span lang="vi">{}</span>', word) if VIETNAMESE.search(word) else escape(word)


def is_english() -> bool:
    return (get_language() or "vi").startswith("en")


def plain(name: Name) -> str:
    return name.within("en" if is_english() else "vi")


def named(name: Name) -> SafeString:
    return marked(plain(name))


def told(sentence: Sentence) -> SafeString:
    return marked(say(sentence))


def kind_name(kind: Kind) -> str:
    return say(Sentence(f"law.kind.{kind}"))


@dataclass(frozen=True)
class Cited:
    """An article as it is read, and the page of its text."""

    says: SafeString
    href: str


def cited(library: Library, source: str, text: str = "") -> Cited:
    """`L22 Đ23(2)` as "Điều 23 khoản 2, Luật 06/2022/QH15"; what is not an article stands as it was written."""
    code = text if text in library.texts else text_of(source)
    if code not in library.texts:
        return Cited(marked(source), "")
    found = library.texts[code]
    where = source.removeprefix(code).lstrip(", ")
    says = marked(short(found))
    if (details := DETAILS.fullmatch(where)) and details[1] in library.texts:
        which = f"{_article(details[2])}, {short(library.texts[details[1]])}"
        says = format_html("{} ({})", says, marked(_("quy định chi tiết {which}").format(which=which)))
    elif where:
        says = format_html("{}, {}", _where(where.removeprefix("Đ")), says)
    return Cited(says, reverse("law_text", args=(code,)))


def _where(written: str) -> SafeString:
    """An article; what is none stands as the file has it, in Vietnamese."""
    if annex := ANNEX.fullmatch(written):
        return marked(_("phụ lục") + annex[1])
    if ARTICLE.fullmatch(written) or not is_english():
        return marked(_article(written))
    return format_html('<span lang="vi">{}</span>', written)


def _article(written: str) -> str:
    found = ARTICLE.fullmatch(written)
    if found is None:
        return written if not written[:1].isdigit() else _("Điều {where}").format(where=written)
    article, clause, point = found.groups()
    parts = [_("Điều {where}").format(where=article)]
    parts += [_("khoản {where}").format(where=clause)] if clause else []
    parts += [_("điểm {where}").format(where=point)] if point else []
    return " ".join(parts)


def short(text: Text) -> str:
    """A text by its kind and number, as officers name it."""
    number = NUMBER.search(text.name.vi)
    return f"{say(Sentence(f'law.rank.{text.rank}'))} {number[1]}" if number else text.code


def until(day: date | None) -> str:
    return say(Sentence("law.until", on=day)) if day else say(Sentence("law.still"))
