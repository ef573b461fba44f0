"""Names in both languages, as the files at the top of the repository give them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Name:
    """A name in both languages; written out without a language it is the Vietnamese one."""

    vi: str
    en: str

    def __str__(self) -> str:
        return self.vi

    def within(self, language: str) -> str:
        return self.en if language == "en" else self.vi

    def as_written(self) -> dict[str, str]:
        """As a sentence keeps it, to be read in either language."""
        return {"vi": self.vi, "en": self.en}
