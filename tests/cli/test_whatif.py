"""`thidua law whatif`: what a draft would change, out of a file or out of the records."""

import json
from datetime import date

import pytest

from tests.factories.awards import a_rating, a_title, entered, someone_in
from tests.factories.law import text
from tests.factories.people import a_unit_named
from thidua.cli import main

EASIER = "title: CSTD_BO\nsource: '1'\nall:\n  - titled: {title: CSTDCS, consecutive: 1}\n"
HARDER = "title: CSTDCS\nsource: '2'\nall:\n  - titled: {title: LDTT, consecutive: 2}\n"
FACTS = """\
people:
  - name: Lê Thị Hoa
    facts: {rating: {2025: HTXS}, titles: {CSTDCS: [2025]}}
  - name: Phòng Hộ tịch
    kind: collective
    facts: {rating: {2025: HTXS}}
"""


def a_draft(tmp_path, start="2025-01-01", **rules):
    (tmp_path / "X1").mkdir()
    (tmp_path / "X1" / "text.yaml").write_text(text("X1", start=start, more="amends: [L22]\n"), encoding="utf-8")
    for award, rule in rules.items():
        (tmp_path / "X1" / f"{award}.yaml").write_text(rule, encoding="utf-8")
    return str(tmp_path)


@pytest.fixture
def draft(tmp_path):
    return a_draft(tmp_path, CSTD_BO=EASIER, CSTDCS=HARDER)


@pytest.fixture
def facts(tmp_path_factory):
    file = tmp_path_factory.mktemp("facts") / "people.yaml"
    file.write_text(FACTS, encoding="utf-8")
    return str(file)


def whatif(draft, *more, on="2026-03-01"):
    return main(["law", "whatif", draft, "--on", on, *more])


def test_who_gains_and_who_loses_is_counted_and_named_with_the_reason(draft, facts, capsys):
    assert whatif(draft, "--facts", facts, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    awards = {one["award"]: one for one in told["awards"]}
    assert (told["among"], told["year"]) == ({"individual": 1, "collective": 1}, 2025)
    assert [one["code"] for one in told["draft"]] == ["X1"]
    assert {award: (one["gain"], one["lose"]) for award, one in awards.items()} == {"CSTD_BO": (1, 0), "CSTDCS": (0, 1)}
    assert awards["CSTDCS"]["changes"] == [{"before": "eligible", "after": "not_eligible", "number": 1}]
    [gainer], [loser] = awards["CSTD_BO"]["people"], awards["CSTDCS"]["people"]
    assert gainer["name"] == loser["name"] == "Lê Thị Hoa"
    assert any("2023–2024" in reason for reason in gainer["lacked"])
    assert any("Lao động tiên tiến" in reason for reason in loser["lacks"])


def test_the_same_is_said_in_words(draft, facts, capsys):
    assert whatif(draft, "--facts", facts, "--language", "en") == 0
    said = capsys.readouterr().out
    assert "Asked about: person: 1; collective: 1." in said
    assert "Base-level emulation fighter (CSTDCS), person: 0 gain it, 1 lose it." in said
    assert "Lê Thị Hoa: Eligible → Not eligible yet" in said
    assert "By the draft this lacks: " in said


def test_a_draft_that_changes_nothing_says_so(tmp_path, facts, capsys):
    assert whatif(a_draft(tmp_path), "--facts", facts) == 0
    assert "Không ai đổi kết quả." in capsys.readouterr().out


def test_a_draft_that_is_not_in_force_on_the_day_is_told(tmp_path, facts, capsys):
    assert whatif(a_draft(tmp_path, start="2027-01-01", CSTD_BO=EASIER), "--facts", facts) == 1
    assert "No text of the draft is in force on 2026-03-01" in capsys.readouterr().err


def test_a_wrong_draft_is_refused_with_file_and_line(tmp_path, facts, capsys):
    assert whatif(a_draft(tmp_path, CSTD_BO=EASIER.replace("titled", "titeld")), "--facts", facts) == 1
    assert capsys.readouterr().err.startswith("X1/CSTD_BO.yaml:4: ")


@pytest.mark.django_db
def test_without_a_file_the_people_on_record_are_asked_about(draft, capsys):
    unit = a_unit_named("Sở Tư pháp", "so")
    person = someone_in(unit, "Lê Thị Hoa", from_on=date(2010, 1, 4))
    entered(person, a_rating(2015), a_title(year=2015))
    someone_in(unit, "Trần Văn Nam")
    assert whatif(draft, "--year", "2015") == 0
    said = capsys.readouterr().out
    assert "Hỏi về: cá nhân: 2; tập thể: 1." in said
    assert "(CSTD_BO)" in said
    assert "Lê Thị Hoa" in said
    assert "Trần Văn Nam" not in said


@pytest.mark.django_db
def test_collectives_on_record_are_asked_about_too(tmp_path, capsys):
    unit = a_unit_named("Sở Tư pháp", "so")
    entered(unit, a_rating(2015))
    rule = "form: BK_BO\nto: collective\nsource: '1'\nall:\n  - rated: {at_least: HTXS}\n"
    assert whatif(a_draft(tmp_path, **{"BK_BO.collective": rule}), "--year", "2015", "--json") == 0
    [award] = json.loads(capsys.readouterr().out)["awards"]
    assert (award["award"], award["to"], award["gain"]) == ("BK_BO", "collective", 1)
    assert [one["name"] for one in award["people"]] == ["Sở Tư pháp"]


SECTOR = "title: LDTT\nsource: '3'\nall:\n  - rated: {at_least: HT}\n"
NOT_OF_IT = "people:\n  - name: Lê Thị Hoa\n    facts: {rating: {2024: HTXS}, denied: {sector_staff: [2024]}}\n"


def test_by_an_authoritys_own_texts_on_demand(tmp_path, tmp_path_factory, capsys):
    facts = tmp_path_factory.mktemp("facts") / "people.yaml"
    facts.write_text(NOT_OF_IT, encoding="utf-8")
    (tmp_path / "X2").mkdir()
    about = text("X2", start="2025-01-01", more="details: [L22]\namends: [TT11-2023-BTP]\nauthority: BTP\n")
    (tmp_path / "X2" / "text.yaml").write_text(about, encoding="utf-8")
    (tmp_path / "X2" / "LDTT.yaml").write_text(SECTOR, encoding="utf-8")
    found = []
    for more in ([], ["--authority", "BTP"]):
        assert whatif(str(tmp_path), "--facts", str(facts), "--json", *more, on="2025-03-04") == 0
        found.append([(one["award"], one["gain"]) for one in json.loads(capsys.readouterr().out)["awards"]])
    assert ("LDTT", 1) not in found[0]
    assert ("LDTT", 1) in found[1]
