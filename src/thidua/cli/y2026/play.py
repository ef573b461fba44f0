"""The season of 2026 upon the founding season: the same cluster, twelve members, the same rooms, other files."""

from datetime import date

from thidua.cli.founding import (
    campaigning,
    chapters,
    conferring,
    directory,
    funding,
    guidance,
    honouring,
    inviting,
    papering,
    participating,
    registering,
    reporting,
    returning,
    season,
    signing,
    writing,
)
from thidua.cli.founding.files import Cast, files_of, moment, rows, table
from thidua.cli.founding.play import play as play_founding
from thidua.cli.founding.play import play_events, stages
from thidua.cli.y2026 import between, carried
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import Cluster, Season

FOLDER = "y2026"
ALL_OF_2016 = date(2016, 12, 31)


def play(until: date) -> Season | None:
    """Builds both seasons as they stood on the morning of `until`; None where that of 2026 was not planned yet."""
    cast = Cast()
    play_founding(ALL_OF_2016, cast=cast, with_accounts=False)
    return play_on(cast, until)


def play_on(cast: Cast, until: date) -> Season | None:
    """The same upon a founding season that stands at its end without accounts; `cast` is who was in it."""
    with files_of(FOLDER):
        play_events(between.events(cast), until)
        planned = moment(table("stages")["stages"]["so-tu-phap"]["planned"])
        _recast(cast)
        directory.open_accounts(cast, planned)
        if planned.date() >= until:
            return None
        built = season.build(cast, planned, cluster=Cluster.objects.get(slug=table("season")["cluster"]["slug"]))
        rooms = (
            guidance, carried, registering, signing, reporting, returning, participating, chapters, conferring,
            funding, campaigning, writing, papering, inviting, honouring,
        )  # fmt: skip
        play_events([*stages(cast, built), *(event for room in rooms for event in room.events(cast, built))], until)
        return built


def _recast(cast: Cast) -> None:
    """Units under their codes as they stand now; a person's code goes on naming the unit of the first day."""
    standing = {unit.code: unit for unit in Unit.objects.all()}
    cast.units.update((code, standing[code]) for code in cast.units)
    for row in rows("people"):
        cast.units[row["code"].split(":")[0]] = standing[row["unit"]]
