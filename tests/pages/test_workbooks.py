"""What stands in a list can be taken away: the button on its page, and workbooks that all have one shape."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from django.http import HttpResponse

import thidua.pages
from tests.factories.seasons import World
from tests.pages.clients import client_of
from tests.pages.walk.addresses import addresses, patterns, words_of
from tests.pages.walk.people import ADMINISTRATOR, SECRETARY, walkers
from tests.pages.walk.rules import RULES
from tests.pages.walk.season import a_season_with_everything, at_stage
from thidua.pages.shared.workbooks import XLSX

PAGES = Path(thidua.pages.__file__).parent
BUTTON = re.compile(r"(\}\}|/bang)\.xlsx|_xlsx|_workbook")
NAME = re.compile(r"filename\*=UTF-8''[a-z0-9-]+\.xlsx")
# Lists of which nothing is taken away, and why.
WITHOUT = {
    "accounts/accounts.html": "who may sign in is nothing to send around",
    "accounts/outbox.html": "letters, each with its secret link",
    "beginning/invitations.html": "each with its one-time code: the letters are taken away instead",
    "beginning/list.html": "the list that the office itself has brought",
    "beginning/units.html": "lists that the office itself has brought",
    "directory/delegations.html": "letters of one unit, each with its scan",
    "directory/find.html": "what a search finds; the register is taken away where it stands",
    "directory/reorganisation.html": "what one decision changes, told in sentences",
    "directory/reorganisations.html": "decisions, told in sentences",
    "handover/handover.html": "its minutes are the paper",
    "handover/item.html": "one thing that is handed over",
    "honours/register.html": "the register that the office itself has brought",
    "honours/registers.html": "registers that the office itself has brought",
    "notices/notices.html": "one's own notices",
    "pact/annexes.html": "each annex is a paper with its signatures",
    "pact/groups.html": "a form: who goes up in which group",
    "pact/pact.html": "the pact is a paper; its figures are taken away with the registrations",
    "papers/units.html": "forms that a unit fills",
    "participation/codes.html": "codes that let somebody in",
    "participation/own.html": "one's own acts",
    "participation/waiting.html": "a form: whose acts these are",
    "reports/merge.html": "a form: which texts are taken into the cluster's report",
    "returned/run.html": "what was read from the units' own workbooks",
    "scores/scores.html": "one's blocs, each leads to its list",
    "seasons/bloc.html": "members of a bloc: the register of units is taken away, narrowed to it",
    "seasons/seasons.html": "one's seasons, each leads to its lists",
    "shared/attach.html": "a form: what the evidence shows",
    "shared/samples.html": "pieces of pages, in the demo",
}
FORMS = {  # to be filled
    "empty_unit_list", "example_unit_list", "empty_honour_register", "example_honour_register", "result_form",
    "registration_form",
}  # fmt: skip


def lists() -> dict[str, str]:
    """Every page that turns over, by its name among templates."""
    texts = {one: one.read_text() for one in PAGES.rglob("*.html") if "cotton" not in one.parts}
    return {one.as_posix().partition("/templates/")[2]: text for one, text in texts.items() if "<c-pager" in text}


def workbooks() -> list[str]:
    return sorted(name for name, pattern in patterns() if pattern.endswith(".xlsx") and name not in FORMS)


def test_every_list_is_taken_away_or_it_is_known_why_not():
    assert {name for name, text in lists().items() if not BUTTON.search(text)} == set(WITHOUT)


def faults_of(answer: HttpResponse) -> list[str]:
    """What is not as it is with all others."""
    [sheet] = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets
    written = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    heads = [cell for cell in sheet[sheet[sheet.auto_filter.ref][0][0].row] if cell.value]
    says = {
        "kind": answer["Content-Type"] == XLSX,
        "name": NAME.search(answer["Content-Disposition"]) is not None,
        "title": bool(sheet["A1"].value) and sheet["A1"].font.b,
        "one font": {cell.font.name for cell in written} == {"Times New Roman"},
        "heads": heads != [] and all(head.font.b and head.border.left.style == "thin" for head in heads),
        "heads stay": sheet.freeze_panes is not None,
        "A4 across": (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9),
        "heads on each sheet of paper": bool(sheet.print_title_rows),
    }
    return [what for what, is_so in says.items() if not is_so]


@pytest.fixture
def world(db, tmp_path, monkeypatch) -> World:
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    return a_season_with_everything()


def test_every_workbook_has_the_one_shape(world):
    people, wrong = walkers(world), {}
    found = addresses(world, words_of(world))
    clients = {one: client_of(people[one]) for one in (SECRETARY, ADMINISTRATOR)}
    for name in workbooks():
        at_stage(world, RULES[name].stage)
        reader = SECRETARY if SECRETARY in RULES[name].reads else ADMINISTRATOR
        answer = clients[reader].get(found[name])
        wrong[name] = faults_of(answer) if answer.status_code == 200 else [str(answer.status_code)]
    assert {name: said for name, said in wrong.items() if said} == {}
