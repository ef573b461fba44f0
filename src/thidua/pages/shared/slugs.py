"""Words for addresses, made of what somebody called a thing."""

from django.utils.text import slugify

from thidua.core.answer import refuse
from thidua.core.texts import folded


def slug_of(text: str, *, most: int = 64) -> str:
    """A word for an address, without marks; nothing for nothing.

    Raises NotPossible where neither a letter nor a digit is left: a thing without a word has no page.
    """
    slug = slugify(folded(text))[:most]
    if text.strip() and not slug:
        raise refuse("form.no_word", typed=text.strip()[:40])
    return slug
