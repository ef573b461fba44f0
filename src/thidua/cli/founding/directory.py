"""Units, people, posts and the demo's one-click accounts."""

from datetime import datetime, timedelta

from thidua.cli.founding.files import BUILDER, Cast, day, named, rows, table
from thidua.core.actor import PostKind
from thidua.records.accounts.actions import open_account
from thidua.records.directory.actions import appoint, keep_person, keep_unit
from thidua.records.directory.models import Person, Unit

ONE_DAY = timedelta(days=1)


def build(cast: Cast, at: datetime) -> None:
    """The whole directory, as it stood before the season was planned."""
    _units(cast, at)
    _people(cast, at)


def _units(cast: Cast, at: datetime) -> None:
    authority = table("authority")
    above = [dict(authority["authority"]), *map(dict, authority["above"]), *map(dict, authority["provinces"])]
    for unit in above:
        name = unit["name"]["vi"]
        _unit(
            cast,
            at,
            unit["code"],
            unit["slug"],
            unit["kind"],
            name,
            unit.get("short_name", name),
            "",
            unit.get("parent", ""),
        )
    for row in rows("units"):
        _unit(
            cast, at, row["code"], row["slug"], row["kind"], row["name"], row["short_name"], row["label"], row["parent"]
        )
    for row in rows("subunits"):
        _unit(cast, at, row["code"], row["slug"], row["kind"], row["name"], row["name"], "", row["parent"])


def _unit(
    cast: Cast, at: datetime, code: str, slug: str, kind: str, name: str, short: str, label: str, parent: str
) -> None:
    cast.units[code] = keep_unit(
        code=code,
        slug=slug,
        kind=kind,
        name=name,
        short_name=short[:80],
        label=label,
        parent=cast.units.get(parent),
        from_on=None,
        by=BUILDER,
        at=at,
        key=named(f"unit:{code}"),
    )


def _people(cast: Cast, at: datetime) -> None:
    for row in rows("people"):
        person = keep_person(
            full_name=row["name"],
            email=row["email"],
            is_made_up=True,
            by=BUILDER,
            at=at,
            key=named(f"person:{row['code']}"),
        )
        cast.people[row["code"]] = person
        kind = PostKind(row["kind"])
        # An officer serves the whole agency, whatever the division where the desk stands.
        place = row["subunit"] if kind is PostKind.STAFF and row["subunit"] else row["unit"]
        former_post(row, person, cast.units[place], at)
        appoint(
            person,
            unit=cast.units[place],
            kind=kind,
            title=row["post"],
            from_on=day(row["post_from"]),
            until_on=None,
            by=BUILDER,
            at=at,
            key=named(f"post:{row['code']}"),
        )


def former_post(row: dict[str, str], person: Person, unit: Unit, at: datetime) -> None:
    """What somebody did in the same place, from joining it until the post of the files began."""
    if not row["joined"]:
        return
    appoint(
        person, unit=unit, kind=PostKind.STAFF, title=row["former_post"], from_on=day(row["joined"]),
        until_on=day(row["post_from"]) - ONE_DAY, by=BUILDER, at=at, key=named(f"former_post:{row['code']}"),
    )  # fmt: skip


def open_accounts(cast: Cast, at: datetime) -> None:
    """The one-click accounts of the season's roles."""
    administrators = set(table("season")["roles"]["administrators"])
    for role in table("sign_in")["roles"]:
        person = cast.people[role["person"]]
        open_account(
            person=person,
            email=person.email,
            is_administrator=role["person"] in administrators,
            demo_role=role["slug"],
            by=BUILDER,
            at=at,
            key=named(f"account:{role['slug']}"),
        )
