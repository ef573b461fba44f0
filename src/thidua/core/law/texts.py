"""Legal texts: what each is called, from when until when it holds, and how it stands to others."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.core.names import Name
from thidua.core.scoring.formulas.base import name_of
from thidua.core.tables import Table, fault, no_rows


class Rank(StrEnum):
    LAW = "law"
    DECREE = "decree"
    CIRCULAR = "circular"
    DECISION = "decision"
    POLICY = "policy"
    DRAFT = "draft"


@dataclass(frozen=True)
class Text:
    """One text. `until` is its last day as written; a text that replaces it ends it the day before.

    `continues`: the earlier text goes on where this one is silent. `amends`: it goes on where this one changes nothing.
    `replaces`: it ends. `details`: this one adds to it, for the remit of an authority, or for everybody.
    """

    code: str
    name: Name
    about: Name
    rank: Rank
    start: date
    until: date | None
    continues: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    authority: str = ""
    hash: str = ""
    file: str = ""

    @property
    def over(self) -> tuple[str, ...]:
        """The texts whose rules give way where this one has a rule for the same thing."""
        return self.continues + self.amends + self.replaces

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)

    def days(self, table: Table) -> tuple[date, date | None]:
        """`from:` and `until:` of a rule, those of the text where it has none of its own.

        Raises ReadError where they lie outside the text's days, or the wrong way round.
        """
        start = table.day("from") if "from" in table else self.start
        until = table.day("until") if "until" in table else self.until
        for name, day in (("from", start), ("until", until)):
            if (
                name in table
                and day is not None
                and (day < self.start or (self.until is not None and day > self.until))
            ):
                raise fault("law.outside_text", line=table.line_of(name), text=self.code)
        if until is not None and until < start:
            raise fault("law.ends_before", line=table.line_of("until"))
        return start, until


def text_of(table: Table, *, code: str, hash: str, file: str) -> Text:
    """The text that `text.yaml` of a folder describes. Raises ReadError with the line."""
    table.only(
        "text", "name", "about", "rank", "from", "until", "continues", "amends", "replaces", "details", "authority",
        "source",
    )  # fmt: skip
    if table.text("text") != code:
        raise fault("law.folder_differs", line=table.line_of("text"), text=table.text("text"), folder=code)
    about = table.table("about").only("vi", "en")
    start = table.day("from")
    until = table.day("until") if "until" in table else None
    if until is not None and until < start:
        raise fault("law.ends_before", line=table.line_of("until"))
    return Text(
        code=code,
        name=name_of(table),
        about=Name(about.text("vi"), about.text("en")),
        rank=Rank(table.one_of("rank", tuple(Rank))),
        start=start,
        until=until,
        authority=table.text("authority", ""),
        hash=hash,
        file=file,
        **{name: tuple(table.rows(name, no_rows()).texts()) for name in ("continues", "amends", "replaces", "details")},
    )
