"""Questions to lists of units: the runs that read them, and what has been built since upon what one brought."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import F, Model, QuerySet

from thidua.base.withdrawing import counting, pointing_at
from thidua.core.answer import Sentence
from thidua.core.workflow.importing import RunState
from thidua.records.directory.models import Brought, Person, Unit
from thidua.records.runs.models import Run, StagedRow
from thidua.records.runs.queries import run_at, runs_within

NAMED_AT_MOST = 5
KNOWN = frozenset({"unit", "post", "membership", "account", "seasonrole", "youthchapter"})


@dataclass(frozen=True)
class Directory:
    """What a list is about: the directory as a whole, which is no row."""

    @property
    def token(self) -> str:
        return "directory:units"


def lists() -> QuerySet[Run]:
    """The lists that were dropped, newest first."""
    return runs_within(Directory())


def list_at(public_id: str) -> Run:
    """The list at an address. Raises Unknown if there is none."""
    return run_at(public_id, within=Directory())


def last_applied() -> Run | None:
    """The list that was taken over last and not withdrawn."""
    return lists().filter(state=RunState.APPLIED.value).order_by("-applied_at", "-pk").first()


def units_brought(token: str) -> QuerySet[Unit]:
    return Unit.objects.filter(brought_by=token)


def built_upon(token: str) -> Iterator[Sentence]:
    """What points at units and people that a list brought, and did not come with it: each kind with some names."""
    units, people = units_brought(token), Person.objects.filter(brought_by=token)
    for changed in (units.filter(version__gt=1), people.filter(version__gt=1)):
        yield from _told("changed", [str(row) for row in changed])
    for rows in (units, people):
        for relation in pointing_at(rows.model):
            name, related = relation.field.name, relation.related_model
            if related._meta.model_name == "unitname":
                continue  # every unit has one; a second goes with a new version
            found = _others(related, token).filter(**{f"{name}__in": rows.values("pk")})
            keys = list(found.order_by().values_list(name, flat=True).distinct())
            named = [str(row) for row in rows.filter(pk__in=keys)]
            yield from _told(related._meta.model_name or "", named)


def changed_after(rows: Iterable[StagedRow]) -> Iterator[Sentence]:
    """Whose address was changed, or became that of an account, after a list had written it."""
    written = {row.before["person"]: row.values["email"].lower() for row in rows if "person" in row.before}
    people = Person.objects.filter(public_id__in=list(written))
    yield from _told("changed", [one.full_name for one in people if one.email.lower() != written[one.public_id]])
    signing = people.filter(account__email__iexact=F("email"))
    yield from _told("account", [person.full_name for person in signing])


def _others(related: type[Model], token: str) -> QuerySet[Model]:
    """Rows of a model that count, but for those that the same list brought."""
    found = counting(related)
    return found.exclude(brought_by=token) if issubclass(related, Brought) else found


def _told(what: str, names: list[str]) -> Iterator[Sentence]:
    if names:
        kind = what if what in KNOWN or what == "changed" else "other"
        built, mend = Sentence(f"list.built.{kind}"), Sentence(f"list.mend.{kind}")
        more = len(names) - NAMED_AT_MOST
        if more > 0:
            named = tuple(names[:NAMED_AT_MOST])
            yield Sentence("list.built_on_and_more", what=built, names=named, more=more, mend=mend)
        else:
            yield Sentence("list.built_on", what=built, names=tuple(names), mend=mend)
