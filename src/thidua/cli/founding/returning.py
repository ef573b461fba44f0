"""Forms that units sent back in Excel: dropped by the secretariat, read, and left to the visitor or cancelled."""

from collections.abc import Callable
from datetime import datetime, timedelta

from thidua.cli.founding.files import Cast, Event, moment, named, table
from thidua.core.actor import Actor
from thidua.core.read import Table
from thidua.core.returned.forms import RESULTS
from thidua.documents.forms.filling import a_form_as_returned
from thidua.gateways.returned.running import read_run
from thidua.records.conduct.actions.imports import cancel_import, drop_forms
from thidua.records.files.steps import keep_file
from thidua.records.results.models import Result
from thidua.records.runs.models import Run
from thidua.records.runs.told import Dropped
from thidua.records.seasons.models import BlocSeason, Period, Season

SOON = timedelta(minutes=5)


def events(cast: Cast, season: Season) -> list[Event]:
    happening: list[Event] = []
    for told in table("forms")["drops"]:
        at, runs = moment(told["at"]), list[Run]()
        happening.append((at, _dropped(cast, season, told, at, runs)))
        if told["cancelled"]:
            happening.append((at + SOON, _cancelled(cast, told, at + SOON, runs)))
    return happening


def _dropped(cast: Cast, season: Season, told: Table, at: datetime, runs: list[Run]) -> Callable[[], object]:
    def drop() -> object:
        bloc = season.blocs.select_related("season__cluster", "bloc").get(bloc__slug=told["bloc"])
        dropped = [_a_file(cast, bloc, form, at) for form in told["forms"]]
        run = drop_forms(
            bloc, kind=RESULTS, part=told["period"], dropped=dropped, by=_secretary(cast, at), at=at,
            key=named(f"forms:{told['at']}"),
        )  # fmt: skip
        read_run(run.token)
        runs.append(run)
        return run

    return drop


def _cancelled(cast: Cast, told: Table, at: datetime, runs: list[Run]) -> Callable[[], object]:
    def cancel() -> object:
        return cancel_import(runs[0], by=_secretary(cast, at), at=at, key=named(f"forms:{told['at']}:cancelled"))

    return cancel


def _a_file(cast: Cast, bloc: BlocSeason, form: Table, at: datetime) -> Dropped:
    """The form of `period` with the figures that the unit had in the period named by `like`."""
    unit = cast.units[form["unit"]]
    member = bloc.members.select_related("unit").get(unit=unit)
    period = Period.objects.get(bloc_season=bloc, slug=form["period"])
    figures = Result.objects.filter(report__membership=member, report__period__slug=form["like"])
    content = a_form_as_returned(bloc, period, member, figures.select_related("report", "indicator"), form["paper"])
    name = f"{period.slug}-{unit.slug}.xlsx"
    return Dropped(name, keep_file(name=name, content=content, at=at))


def _secretary(cast: Cast, at: datetime) -> Actor:
    return cast.actor(table("season")["roles"]["secretariat"][0], at.date())
