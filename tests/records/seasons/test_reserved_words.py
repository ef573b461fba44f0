"""A cluster's slug is the first word of an address: it never hides a page of the program."""

from django.urls import URLPattern, get_resolver

from thidua.records.seasons.steps.clusters import RESERVED_SLUGS

OTHERS = {"mau", "live", "tinh"}  # the sheet of parts, the streams, the static files: not in every url table


def first_words(resolver=None, before=""):
    for entry in (resolver or get_resolver()).url_patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield address.split("/")[0]
        else:
            yield from first_words(entry, address)


def test_every_first_word_of_an_address_is_reserved():
    words = {word for word in first_words() if word and "<" not in word and "." not in word}  # no slug has a dot
    assert {"nam-thi-dua", "don-vi"} <= words, "the table is read"
    assert words - RESERVED_SLUGS == set()
    assert OTHERS <= RESERVED_SLUGS
