"""Small texts of law, for tests of how they are read and set in order."""

from thidua.core.law.history import Kind
from thidua.core.law.register import Award, Level
from thidua.core.names import Name

EVERYBODY = (Kind.INDIVIDUAL, Kind.COLLECTIVE)
REGISTER = {
    code: Award(code, is_title, Name(code, code), EVERYBODY, Level.BASE)
    for code, is_title in (("LDTT", True), ("CSTDCS", True), ("CSTD_BO", True), ("BK_BO", False), ("BK_TTG", False))
}


def text(code: str, *, start: str = "2024-01-01", more: str = "") -> str:
    """A `text.yaml`."""
    return (
        f"text: {code}\nname: {{vi: Luật {code}, en: Law {code}}}\nabout: {{vi: Thử, en: A trial}}\nrank: law\n"
        f"from: {start}\n{more}"
    )


def rule(award: str) -> str:
    """A rule that asks for a good rating of the year, on four lines."""
    return f"title: {award}\nsource: '24'\nall:\n  - rated: {{at_least: HTT}}\n"


ABOUT = text("L22")
