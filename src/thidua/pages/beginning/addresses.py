"""Whether others can open what letters lead to."""

from urllib.parse import urlsplit

from django.conf import settings

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def opens_here_alone() -> bool:
    """Whether the address in letters and links names nothing but the machine that the program runs on."""
    return urlsplit(settings.ADDRESS).hostname in THIS_MACHINE
