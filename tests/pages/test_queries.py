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
    "rights": (4, 4),
    "law": (6, 6),
    "law_texts": (4, 4),
    "law_money": (4, 4),
    "unit_standing": (24, 24),
    "unit_sweep": (28, 28),
    "sweep_all": (25, 25),
    "law_whatif": (10, 10),
    "today": (73, 76),
    "sign_many": (5, 5),
    "units": (9, 9),
    "unit": (20, 20),
    "begin_units": (9, 9),
    "unit_list": (12, 12),
    "begin_region": (9, 9),
    "unit_invitations": (16, 16),
    "reorganisations": (7, 7),
    "reorganisation": (8, 8),
    "merge_units": (5, 5),
    "delegations": (9, 9),
    "find": (9, 9),
    "accounts": (6, 6),
    "outbox": (6, 6),
    "season": (11, 11),
    "one_season": (22, 17),
    "look_as": (9, 9),
    "bloc": (21, 21),
    "campaigns": (12, 12),
    "year_calendar": (11, 11),
    "campaigns_workbook": (10, 10),
    "plan_members": (9, None),
    "commitments": (11, 11),
    "registered_titles": (11, 11),
    "titles_workbook": (10, 10),
    "pact": (21, 21),
    "digital_signing": (12, 12),
    "hall": (12, 12),
    "call_groups": (9, 9),
    "annexes": (13, 16),
    "signing_board": (13, 13),
    "written_reports": (18, 20),
    "written_reports_xlsx": (13, 14),
    "written_report": (42, 42),
    "merge_reports": (16, 16),
    "results": (13, 14),
    "results_xlsx": (12, 12),
    "forms": (13, 13),
    "import_run": (14, 14),
    "units_xlsx": (6, 6),
    "people_workbook": (6, 6),
    "person_honours": (22, 22),
    "person_honours_xlsx": (18, 18),
    "unit_honours": (14, 14),
    "unit_honours_xlsx": (11, 11),
    "honour_registers": (14, 14),
    "honour_register": (17, 17),
    "empty_honour_register": (17, 17),
    "commitments_xlsx": (10, 10),
    "progress": (17, 17),
    "progress_xlsx": (17, 17),
    "progress_csv": (17, 17),
    "evaluation": (10, 10),
    "papers": (16, 16),
    "papers_workbook": (16, 16),
    "season_paper": (22, 29),
    "paper_templates": (8, 8),
    "unit_papers": (14, 14),
    "unit_paper_word": (19, 19),
    "left_over": (14, 14),
    "handover": (13, 13),
    "handover_item": (11, 11),
    "handover_minutes": (12, 12),
    "next_season": (41, 41),
    "scores": (10, 10),
    "score_cards": (10, 13),
    "score_cards_workbook": (8, 10),
    "ranking": (10, 21),
    "conferences": (11, 11),
    "conferences_workbook": (10, 10),
    "conference": (12, 12),
    "script": (10, 10),
    "presenter": (10, 10),
    "conclusions": (9, 9),
    "talks": (10, 10),
    "seats": (10, 10),
    "name_plates": (9, 9),
    "delegates": (16, 16),
    "delegates_workbook": (10, 10),
    "invitation": (16, 16),
    "money": (15, 15),
    "estimate_workbook": (10, 10),
    "contributions": (18, 18),
    "contribution": (11, 11),
    "contributions_workbook": (13, 13),
    "spending": (15, 15),
    "one_spending": (12, 12),
    "spending_workbook": (10, 10),
    "settlement": (17, 17),
    "settlement_workbook": (15, 15),
    "inspections": (10, 10),
    "inspections_workbook": (9, 9),
    "inspection": (17, 17),
    "inspection_workbook": (12, 12),
    "exemplars": (15, 15),
    "exemplars_workbook": (10, 10),
    "initiatives": (15, 15),
    "initiatives_workbook": (11, 11),
    "participation": (14, 14),
    "participation_workbook": (10, 10),
    "own_acts": (10, 10),
    "enter_act": (11, 11),
    "unit_acts": (16, 16),
    "unit_acts_workbook": (12, 12),
    "waiting_acts": (15, 15),
    "join_codes": (14, 14),
    "join_code": (12, 12),
    "chapters": (15, 15),
    "chapters_workbook": (9, 9),
    "chapter": (18, 18),
    "activities_workbook": (10, 10),
    "chapter_activity": (15, 15),
    "history_of_one_season": (12, 12),
    "history_of_bloc": (12, 12),
    "history_of_pact": (13, 11),
    "history_of_commitment_sheet": (13, 13),
    "history_of_report": (13, 13),
    "history_of_score_card": (None, 13),
    "history_of_ranking": (10, 12),
    "history_of_unit": (10, 10),
    "history_of_one_season_xlsx": (8, 8),
    "ranking_workbook": (None, 17),
    "ranking_csv": (None, 17),
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
