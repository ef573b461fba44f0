"""Fills an empty, migrated database, and prints what a measurement needs, as JSON.

`signing N`: a bloc of N units whose pact is open for signing.
`scoring N`: N units at self-scoring, each with an officer who is signed in and a card that waits for figures.
`ranked N`: N units with signed results and verified cards, a ranking ready to be locked. Rows are written in bulk
where an act for each of 700 units would only be waited for.
`returning N`: N units whose forms for a period have come back, filled in, and lie in a folder.
"""

import json
import sys
from typing import Any

import django

CRITERIA = 20


def signing(members: int) -> dict[str, Any]:
    from django.urls import reverse

    from tests.factories.seasons import a_pact_open_for_signing

    world = a_pact_open_for_signing(members)
    at = _address(world.bloc)
    return {
        "live": f"/live/{at[0]}/{at[1]}",
        "viewer": session_of(world.secretary),
        "signers": [(unit.slug, session_of(leader)) for unit, leader in zip(world.units, world.leaders, strict=True)],
        "board": reverse("signing_board", args=at[:2]),
        "pact": reverse("pact", args=at),
        "sign": reverse("sign_pact", args=at),
    }


def scoring(members: int) -> dict[str, Any]:
    from django.urls import reverse

    from tests.factories.results import a_season_of_results
    from thidua.records.scores.models import ScoreCard

    world = a_season_of_results(members)
    _open_cards(world)
    cards = []
    for unit, officer in zip(world.units, world.officers, strict=True):
        at = (*_address(world.bloc), unit.slug)
        fields = {f"given-E.{number}": str(80 + number % 19) for number in range(1, CRITERIA + 1)}
        cards.append(
            {
                "session": session_of(officer),
                "unit": unit.slug,
                "page": reverse("score_card", args=at),
                "address": reverse("save_card", args=at),
                "version": ScoreCard.objects.get(membership__unit=unit).version,
                "fields": fields,
            }
        )
    return {"cards": cards}


def ranked(members: int) -> dict[str, Any]:
    from django.urls import reverse

    from tests.factories.results import a_wide_bloc
    from tests.factories.seasons import NOON
    from thidua.core.workflow.handing_in import Handing
    from thidua.records.scores.models import CardLine, ScoreCard
    from thidua.records.seasons.models import BlocSeason

    world = a_wide_bloc(members)
    _open_cards(world)
    CardLine.objects.filter(card__membership__bloc_season=world.bloc).update(given="95")
    ScoreCard.objects.filter(membership__bloc_season=world.bloc).update(state=Handing.SIGNED, verified_at=NOON)
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage="verifying")
    session, at = session_of(world.secretary), _address(world.bloc)
    pages = ("bloc", "commitments", "results", "progress", "score_cards", "ranking")
    whole = [("signing_board", session, reverse("signing_board", args=at[:2])), ("today", session, reverse("today"))]
    return {"pages": [*whole, *((name, session, reverse(name, args=at)) for name in pages)]}


def returning(members: int) -> dict[str, Any]:
    """A season of N units that run, and in a folder the form of each for the second quarter, filled in."""
    from django.conf import settings

    from tests.factories.results import a_wide_bloc
    from thidua.core.workflow.stages import Stage
    from thidua.documents.forms.filling import a_form_as_returned
    from thidua.records.results.models import Result
    from thidua.records.seasons.models import BlocSeason, Period

    world = a_wide_bloc(members)
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=Stage.RUNNING.value)
    folder, period = settings.DATA / "forms", Period.objects.get(bloc_season=world.bloc, slug="quy-2")
    folder.mkdir()
    paper = {
        "number": "45/BC-STP",
        "dated_on": "4/7/2016",
        "signer_name": "Nguyễn Thị Thắm",
        "signer_title": "Giám đốc",
    }
    lines = Result.objects.filter(report__period__slug="quy-1").select_related("report", "indicator")
    first = list(lines.filter(report__membership=world.bloc.members.earliest("pk")))
    for member in world.bloc.members.select_related("unit"):
        form = a_form_as_returned(world.bloc, period, member, first, paper)
        (folder / f"{member.unit.slug}.xlsx").write_bytes(form)
    return {"forms": str(folder)}


def _open_cards(world: Any) -> None:
    """The bloc at self-scoring with a sheet on which every line is typed."""
    from tests.factories.seasons import NOON, a_key
    from thidua.core.workflow.stages import Stage
    from thidua.records.conduct.actions import move_stage
    from thidua.records.scores.actions import adopt_sheet
    from thidua.records.seasons.models import BlocSeason

    adopt_sheet(world.bloc, text=_sheet(), issued=None, by=world.secretary, at=NOON, key=a_key())
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=Stage.RUNNING.value)
    move_stage(world.bloc, to=Stage.SELF_SCORING, by=world.secretary, at=NOON, key=a_key())


def _sheet() -> str:
    head = f"code: BENCH\nname: {{vi: Bảng đo, en: Measured}}\nyear: 2016\nmaximum: {CRITERIA * 10}\ngroups:\n"
    group = f"  - code: E\n    name: {{vi: Nhóm, en: Group}}\n    maximum: {CRITERIA * 10}\n    criteria:\n"
    line = (
        "      - code: E.{number}\n        name: {{vi: Tiêu chí {number}, en: Criterion {number}}}\n"
        "        maximum: 10\n        from: entry\n"
        '        formula: {{kind: steps, of: percent, at_most: 100, steps: {{">=95": 10, ">=80": 8, else: 2}}}}\n'
    )
    return head + group + "".join(line.format(number=number) for number in range(1, CRITERIA + 1))


def _address(bloc: Any) -> tuple[str, str, str]:
    return (bloc.season.cluster.slug, bloc.season.slug, bloc.bloc.slug)


def session_of(actor: Any) -> str:
    """The key of a session in which this actor's account is signed in."""
    from django.conf import settings
    from django.test import Client

    from thidua.records.accounts.models import Account

    client = Client(headers={"host": "localhost"})
    client.force_login(Account.objects.get(pk=actor.account), backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def bare_table() -> None:
    """Where the view that only writes puts its rows."""
    from django.db import connection

    number = "bigserial" if connection.vendor == "postgresql" else "integer"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bench_bare (id {number} PRIMARY KEY, body text NOT NULL)")


FILLINGS = {"signing": signing, "scoring": scoring, "ranked": ranked, "returning": returning}

if __name__ == "__main__":
    django.setup()
    bare_table()
    print(json.dumps(FILLINGS[sys.argv[1]](int(sys.argv[2]))))
