"""Takes a folder of returned forms in, applies them, withdraws them; prints what one step took, as JSON."""

import io
import json
import sys
import time
import zipfile
from pathlib import Path
from secrets import token_urlsafe

import django

from bench.reading import peak_megabytes


def take(folder: Path) -> None:
    from thidua.core.workflow.importing import RunState
    from thidua.gateways.returned.running import read_run
    from thidua.records.conduct.actions.imports import drop_forms
    from thidua.records.files.accepting import accept
    from thidua.records.files.steps import keep_file
    from thidua.records.runs.told import Dropped
    from thidua.records.seasons.models import BlocSeason

    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        for form in folder.glob("*.xlsx"):
            out.write(form, form.name)
    accepted = accept("bieu.zip", archive.getvalue(), archives=True)
    kept = keep_file(name="bieu.zip", content=accepted, at=_now())
    told = {"kind": "results", "part": "quy-2", "dropped": [Dropped("bieu.zip", kept)]}
    run = drop_forms(BlocSeason.objects.get(), by=_secretary(), at=_now(), key=token_urlsafe(), **told)
    read_run(run.token)
    run.refresh_from_db()
    states = set(run.files.exclude(state="unpacked").values_list("state", flat=True))
    assert (run.state, states) == (RunState.READ, {"read"}), states


def apply(_: Path) -> None:
    from thidua.records.conduct.actions.applying import apply_import
    from thidua.records.runs.models import Run

    apply_import(Run.objects.get(), without_faulty=False, by=_secretary(), at=_now(), key=token_urlsafe())


def undo(_: Path) -> None:
    from thidua.records.conduct.actions.applying import undo_import
    from thidua.records.runs.models import Run

    undo_import(Run.objects.get(), reason="Đo", by=_secretary(), at=_now(), key=token_urlsafe())


def _secretary():
    from thidua.records.accounts.models import Account
    from thidua.records.accounts.queries import actor_of
    from thidua.records.seasons.models import SeasonRole

    person = SeasonRole.objects.get(role="secretariat").person
    return actor_of(Account.objects.get(person=person), on=_now().date())


def _now():
    from tests.factories.results import JULY

    return JULY


if __name__ == "__main__":
    django.setup()
    begun = time.perf_counter()
    {"take": take, "apply": apply, "undo": undo}[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps({"seconds": time.perf_counter() - begun, "megabytes": peak_megabytes()}))
