"""Every page takes as many queries for a bloc of hundreds of units as for a few; a list shows at most 200 rows.

`make test` looks at every list and board, and at a share of the other pages, with 3 units and with more than a list
shows rows while scores are verified, and with 3 and 22 while the pact is signed where that makes a difference;
`make prove` at everything with 22 and 700 both times.
"""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass

import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.field import names_of
from tests.factories.money import share_of
from tests.factories.people import an_administrator
from tests.factories.scores import NOVEMBER
from tests.factories.seasons import TODAY, World
from tests.factories.wide import a_wide_house_signing, a_wide_house_verifying
from tests.pages.clients import client_of, for_a_while
from tests.pages.walk.addresses import OF_A_LIST, OF_A_REGISTER, OF_PAPERS, OWN, addresses
from tests.pages.walk.people import SECRETARY
from tests.pages.walk.rules import RULES
from tests.turning import turning
from thidua.records.accounts.models import Account
from thidua.records.conduct.models import HandoverItem
from thidua.records.councils.models import Budget, Conference, Invitation, Spending
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.directory.models import Person, Reorganisation, YouthChapter
from thidua.records.results.models import ChapterActivity, JoinCode, Participation
from thidua.records.runs.models import Run

FEW, ROWS_AT_MOST = 22, 200
VERY_FEW, MANY, LAND = 3, ROWS_AT_MOST + FEW, 700
# What every list and board takes while the pact is signed, and while scores are verified; None where it is not open.
LISTS_AND_BOARDS = {
    "rights": (3, 3),
    "law": (5, 5),
    "law_texts": (3, 3),
    "law_money": (3, 3),
    "unit_standing": (23, 23),
    "unit_sweep": (27, 27),
    "sweep_all": (24, 24),
    "law_whatif": (9, 9),
    "today": (72, 75),
    "sign_many": (4, 4),
    "units": (8, 8),
    "unit": (19, 19),
    "begin_units": (8, 8),
    "unit_list": (11, 11),
    "begin_region": (8, 8),
    "unit_invitations": (15, 15),
    "reorganisations": (6, 6),
    "reorganisation": (7, 7),
    "merge_units": (4, 4),
    "delegations": (8, 8),
    "find": (8, 8),
    "accounts": (5, 5),
    "outbox": (5, 5),
    "season": (10, 10),
    "one_season": (21, 16),
    "look_as": (8, 8),
    "bloc": (20, 20),
    "campaigns": (11, 11),
    "year_calendar": (10, 10),
    "campaigns_workbook": (9, 9),
    "plan_members": (8, None),
    "commitments": (10, 10),
    "registered_titles": (10, 10),
    "titles_workbook": (9, 9),
    "pact": (20, 20),
    "digital_signing": (11, 11),
    "hall": (11, 11),
    "call_groups": (8, 8),
    "annexes": (12, 15),
    "signing_board": (12, 12),
    "written_reports": (17, 19),
    "written_reports_xlsx": (12, 13),
    "written_report": (41, 41),
    "merge_reports": (15, 15),
    "results": (12, 13),
    "results_xlsx": (11, 11),
    "forms": (12, 12),
    "import_run": (13, 13),
    "units_xlsx": (5, 5),
    "people_workbook": (5, 5),
    "person_honours": (21, 21),
    "person_honours_xlsx": (17, 17),
    "unit_honours": (13, 13),
    "unit_honours_xlsx": (10, 10),
    "honour_registers": (13, 13),
    "honour_register": (16, 16),
    "empty_honour_register": (16, 16),
    "commitments_xlsx": (9, 9),
    "progress": (16, 16),
    "progress_xlsx": (16, 16),
    "progress_csv": (16, 16),
    "evaluation": (9, 9),
    "papers": (15, 15),
    "papers_workbook": (15, 15),
    "season_paper": (21, 28),
    "paper_templates": (7, 7),
    "unit_papers": (13, 13),
    "unit_paper_word": (18, 18),
    "left_over": (13, 13),
    "handover": (12, 12),
    "handover_item": (10, 10),
    "handover_minutes": (11, 11),
    "next_season": (40, 40),
    "scores": (9, 9),
    "score_cards": (9, 12),
    "score_cards_workbook": (7, 9),
    "ranking": (9, 20),
    "conferences": (10, 10),
    "conferences_workbook": (9, 9),
    "conference": (11, 11),
    "script": (9, 9),
    "presenter": (9, 9),
    "conclusions": (8, 8),
    "talks": (9, 9),
    "seats": (9, 9),
    "name_plates": (8, 8),
    "delegates": (15, 15),
    "delegates_workbook": (9, 9),
    "invitation": (15, 15),
    "money": (14, 14),
    "estimate_workbook": (9, 9),
    "contributions": (17, 17),
    "contribution": (10, 10),
    "contributions_workbook": (12, 12),
    "spending": (14, 14),
    "one_spending": (11, 11),
    "spending_workbook": (9, 9),
    "settlement": (16, 16),
    "settlement_workbook": (14, 14),
    "inspections": (9, 9),
    "inspections_workbook": (8, 8),
    "inspection": (16, 16),
    "inspection_workbook": (11, 11),
    "exemplars": (14, 14),
    "exemplars_workbook": (9, 9),
    "initiatives": (14, 14),
    "initiatives_workbook": (10, 10),
    "participation": (13, 13),
    "participation_workbook": (9, 9),
    "own_acts": (9, 9),
    "enter_act": (10, 10),
    "unit_acts": (15, 15),
    "unit_acts_workbook": (11, 11),
    "waiting_acts": (14, 14),
    "join_codes": (13, 13),
    "join_code": (11, 11),
    "chapters": (14, 14),
    "chapters_workbook": (8, 8),
    "chapter": (17, 17),
    "activities_workbook": (9, 9),
    "chapter_activity": (14, 14),
    "history_of_one_season": (11, 11),
    "history_of_bloc": (11, 11),
    "history_of_pact": (12, 10),
    "history_of_commitment_sheet": (12, 12),
    "history_of_report": (12, 12),
    "history_of_score_card": (None, 12),
    "history_of_ranking": (9, 11),
    "history_of_unit": (9, 9),
    "history_of_one_season_xlsx": (7, 7),
    "ranking_workbook": (None, 16),
    "ranking_csv": (None, 16),
}
BOARDS = {"front", "signing_board", "ranking"}  # they show everyone at once; the drum stands on the front page too
ASKED = {"find": "?q=so", "written_reports": "?ve=quy-2"}
LIST = re.compile(r"(?s)<(?:tbody|ul|ol|select)\b.*?</(?:tbody|ul|ol|select)>")
ROW = re.compile(r"<(?:tr|li|option)\b")


@dataclass(frozen=True)
class Shown:
    """One page as it was answered."""

    queries: int
    rows: int  # of its longest list, table or choice


def shown(client: Client, address: str) -> Shown | None:
    """None for a page that does not answer."""
    reset_queries()  # the log holds so many, then forgets the oldest
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    if answer.status_code != 200:
        return None
    body = answer.content.decode(errors="replace")
    return Shown(len(queries), max((len(ROW.findall(part)) for part in LIST.findall(body)), default=0))


def words_of(world: World) -> dict[str, str]:
    """What the addresses name beside the second unit."""
    entry = entry_on_behalf_of(world.sheet(OWN))
    assert entry is not None
    return {
        "person": Person.objects.get(pk=world.head.person).public_id,
        "account": Account.objects.get(pk=world.secretary.account).public_id,
        "reorganisation": Reorganisation.objects.latest("pk").public_id,
        "entry": entry.public_id,
        "code": "ty-le",
        "item": HandoverItem.objects.get(kind="contacts").public_id,
        **{f"{name} code": "cong-van-don-doc" for name in OF_PAPERS},
        **dict.fromkeys(("unit_paper_word code", "unit_paper_pdf code"), "giay-uy-quyen"),
        "merge_reports code": "bao-cao-so-ket",
        "merge_reports subject": world.season.public_id,
        "field": "chi_dao",
        "subject": world.bloc.public_id,
        "conference": Conference.objects.get().slug,
        "invitation": Invitation.objects.get(membership__unit=world.units[OWN]).public_id,
        "contribution": share_of(world, Budget.objects.get(), OWN).public_id,
        "spent": Spending.objects.earliest("pk").public_id,
        **vars(names_of(world)),
        "run": Run.objects.get(kind="results").public_id,
        **dict.fromkeys((f"{name} run" for name in OF_A_LIST), Run.objects.get(kind="units").public_id),
        **dict.fromkeys((f"{name} run" for name in OF_A_REGISTER), Run.objects.get(kind="honours").public_id),
        # Made form by form; tests/documents/test_forms.py counts.
        **dict.fromkeys(("all_result_forms bloc", "all_registration_forms bloc"), "khong-co"),
        "join": JoinCode.objects.filter(membership__unit=world.units[OWN]).earliest("pk").public_id,
        "chapter": YouthChapter.objects.filter(unit=world.units[OWN]).earliest("pk").public_id,
        "activity": ChapterActivity.objects.filter(membership__unit=world.units[OWN]).earliest("pk").public_id,
        "act": Participation.objects.filter(membership__unit=world.units[OWN]).earliest("pk").public_id,
    }


def walked(build: Callable[[int], World], members: int, names: Container[str]) -> dict[str, Shown]:
    """The pages of those names that answer the secretary, or the administrator where only they are let in."""
    found = {}
    with for_a_while():
        world = build(members)
        secretary, administrator = client_of(world.secretary), client_of(an_administrator())
        for name, address in addresses(world, words_of(world)).items():
            if name in names and (rule := RULES[name]).gives:
                client = secretary if SECRETARY in rule.reads else administrator
                if page := shown(client, address + ASKED.get(name, "")):
                    found[name] = page
    return found


SIGNED = (0, a_wide_house_signing, TODAY)
VERIFIED = (1, a_wide_house_verifying, NOVEMBER.date())
LISTS_AND_SOME = {*LISTS_AND_BOARDS, *turning(sorted(RULES.keys() - LISTS_AND_BOARDS.keys()), 30)}
OTHERWISE = {name for name, (signed, verified) in LISTS_AND_BOARDS.items() if signed != verified}


@pytest.mark.parametrize(
    ("moment", "build", "day", "units", "names"),
    [
        (*SIGNED, (VERY_FEW, FEW), OTHERWISE),
        (*VERIFIED, (VERY_FEW, MANY), LISTS_AND_SOME),
        pytest.param(*SIGNED, (FEW, LAND), set(RULES), marks=pytest.mark.long),
        pytest.param(*VERIFIED, (FEW, LAND), set(RULES), marks=pytest.mark.long),
    ],
)
def test_a_page_takes_as_many_queries_for_many_units_as_for_few(db, settings, moment, build, day, units, names):
    settings.DEMO_DAY = day
    few, many = (walked(build, number, names) for number in units)
    assert {name: page.queries for name, page in many.items()} == {name: page.queries for name, page in few.items()}
    assert {name for name, page in many.items() if page.rows > ROWS_AT_MOST} <= BOARDS
    asked = LISTS_AND_BOARDS.keys() & names
    taken = {name: many[name].queries if name in many else None for name in asked}
    assert taken == {name: LISTS_AND_BOARDS[name][moment] for name in asked}
