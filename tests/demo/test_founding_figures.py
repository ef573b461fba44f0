"""Commitments, signing, reports and results of the founding season agree with its frame and with each other."""

from collections import Counter
from datetime import datetime
from decimal import Decimal
from functools import cache

import pytest

from tests.demo.founding import bloc_of, day, people, rows, table


@cache
def indicators() -> dict[tuple[str, str], dict]:
    """By unit and code."""
    listed = table("indicators.yaml")["indicators"]
    return {(unit, i["code"]): i for unit, bloc in bloc_of().items() for i in listed if i["bloc"] == bloc}


@cache
def periods() -> dict[tuple[str, str], dict]:
    """By unit and slug."""
    listed = table("periods.yaml")["periods"]
    return {(unit, p["slug"]): p for unit, bloc in bloc_of().items() for p in listed if p["bloc"] == bloc}


def given(row: dict[str, str], *columns: str) -> list[str]:
    return [column for column in columns if row[column]]


def test_there_is_one_commitment_for_each_unit_and_indicator():
    pledged = [(row["unit"], row["indicator"]) for row in rows("commitments.csv")]
    assert sorted(pledged) == sorted(indicators())
    assert len(pledged) == 143
    assert Counter(bloc_of()[unit] for unit, _ in pledged) == {"so-tu-phap": 88, "thads": 55}


def test_nobody_registers_below_what_was_assigned():
    assigned = [row for row in rows("commitments.csv") if row["assigned"]]
    assert [r for r in assigned if Decimal(r["registered"]) < Decimal(r["assigned"])] == []
    assert {"viec", "tien", "ho-tich"} <= {row["indicator"] for row in assigned}


def test_an_assigned_figure_names_its_decision_and_no_other_does():
    for row in rows("commitments.csv"):
        assert len(given(row, "assigned", "assigned_by", "assigned_on")) in (0, 3), row
        assert row["reason"]


def test_enforcement_targets_come_from_the_guidance_received():
    received = {(g["number"], g["date"]) for g in table("guidance.yaml")["guidance"]}
    named = {
        (r["assigned_by"], r["assigned_on"])
        for r in rows("commitments.csv")
        if r["unit"][:5] == "THADS" and r["assigned"]
    }
    assert named == {("940/QĐ-TCTHADS", "2015-12-09")}
    assert named < received


def test_shares_are_registered_in_percent_and_the_rest_in_whole_numbers_or_words():
    for row in rows("commitments.csv"):
        indicator = indicators()[row["unit"], row["indicator"]]
        if indicator["kind"] == "judged":
            assert row["registered"] == table("indicators.yaml")["words"]["met"]
        elif indicator["aggregation"] == "ratio":
            assert 0 < Decimal(row["registered"]) <= 100
        else:
            assert int(row["registered"]) > 0


def test_the_two_cities_register_more_than_ha_nam():
    registered = {(r["unit"], r["indicator"]): r["registered"] for r in rows("commitments.csv")}
    for code in ("pho-bien", "tro-giup", "bo-tro"):
        assert int(registered["STP-HN", code]) > int(registered["STP-HP", code]) > int(registered["STP-HNA", code])


def test_period_targets_rise_to_the_registered_figure():
    registered = {(r["unit"], r["indicator"]): r["registered"] for r in rows("commitments.csv")}
    ways: dict[tuple[str, str], list[Decimal]] = {}
    for row in rows("period_targets.csv"):
        assert (row["unit"], row["period"]) in periods()
        ways.setdefault((row["unit"], row["indicator"]), []).append(Decimal(row["target"]))
    for key, way in ways.items():
        assert way == sorted(way)
        assert (len(way), way[-1]) == (4, Decimal(registered[key]))
    running = {key for key, indicator in indicators().items() if indicator["aggregation"] == "last"}
    assert {key for key in running if key[1] == "bo-tro"} <= set(ways)


@pytest.mark.parametrize("name", ["registrations.csv", "reports.csv", "score_cards.csv"])
def test_what_came_on_paper_names_the_paper_and_what_was_entered_by_the_unit_does_not(name):
    entry = {account["unit"]: account["entry"] for account in rows("accounts.csv")}
    for row in rows(name):
        papers = given(row, "paper_number", "paper_date", "paper_title")
        assert row["entry"] == entry[row["unit"]]
        assert len(papers) == (3 if row["entry"] == "on_behalf" else 0), row
        assert people()[row["signer"]]["unit"] == row["unit"]
        assert day(row["paper_date"] or row["submitted_on"]) <= day(row["submitted_on"]) <= day(row["signed_on"])
        assert day(row["submitted_on"]).weekday() < 5


def test_every_unit_registers_after_the_launch_and_by_the_due_day():
    listed = rows("registrations.csv")
    assert [row["unit"] for row in listed] == list(bloc_of())
    assert all("2016-01-28" <= row["submitted_on"] <= row["signed_on"] <= "2016-02-19" for row in listed)


def test_every_unit_signs_once_three_of_them_after_the_conference():
    signatures = table("signing.yaml")["signatures"]
    moments = [datetime.fromisoformat(s["at"]) for s in signatures]
    assert sorted(s["unit"] for s in signatures) == sorted(bloc_of())
    assert moments == sorted(moments)
    assert Counter(at.date().isoformat() for at in moments) == {
        "2016-03-04": 19,
        "2016-03-07": 1,
        "2016-03-08": 1,
        "2016-03-09": 1,
    }


def test_each_pact_is_locked_on_the_day_of_its_last_signature():
    signing = table("signing.yaml")
    last: dict[str, str] = {}
    for signature in signing["signatures"]:
        last[bloc_of()[signature["unit"]]] = signature["at"][:10]
    assert last == dict(signing["locked_on"])
    stages = table("stages.yaml")["stages"]
    assert all(last[bloc] < stages[bloc]["running"] for bloc in last)


def test_two_deputies_sign_for_their_leaders_with_a_letter():
    signing = table("signing.yaml")
    letters = {(letter["unit"], letter["delegate"]) for letter in signing["letters"]}
    stand_ins = {(s["unit"], s["signer"]) for s in signing["signatures"] if s["capacity"] == "signing_for"}
    assert letters == stand_ins
    assert {people()[person]["role"] for _, person in stand_ins} == {"deputy_leader"}
    others = {s["signer"] for s in signing["signatures"] if s["capacity"] == "leader"}
    assert {people()[person]["role"] for person in others} == {"leader"}


def test_only_units_with_accounts_confirm_inside_the_system():
    entry = {account["unit"]: account["entry"] for account in rows("accounts.csv")}
    inside = {s["unit"] for s in table("signing.yaml")["signatures"] if s["kind"] == "internal"}
    assert inside
    assert {entry[unit] for unit in inside} == {"own"}


def test_each_unit_reports_each_period_and_one_of_them_late():
    listed = rows("reports.csv")
    assert sorted((row["unit"], row["period"]) for row in listed) == sorted(periods())
    late = [(r["unit"], r["period"]) for r in listed if r["submitted_on"] > periods()[r["unit"], r["period"]]["due"]]
    assert late == [("THADS-HY", "quy-2")]
    for row in listed:
        running = table("stages.yaml")["stages"][bloc_of()[row["unit"]]]["running"]
        assert max(running, periods()[row["unit"], row["period"]]["from"]) <= row["submitted_on"]


def test_one_report_was_returned_and_handed_in_again():
    (returned,) = rows("returned.csv")
    report = next(r for r in rows("reports.csv") if (r["unit"], r["period"]) == (returned["unit"], returned["period"]))
    assert report["entry"] == "own"
    assert returned["by"] == report["signer"]
    assert returned["submitted_on"] < returned["returned_on"] < returned["submitted_again_on"] <= report["signed_on"]
    assert returned["submitted_again_on"] == report["submitted_on"]


def test_there_is_one_result_for_each_commitment_and_period_in_the_form_of_its_kind():
    listed = rows("results.csv")
    assert sorted((r["unit"], r["indicator"], r["period"]) for r in listed) == sorted(
        (unit, code, slug) for unit, code in indicators() for other, slug in periods() if other == unit
    )
    for row in listed:
        indicator = indicators()[row["unit"], row["indicator"]]
        filled = given(row, "numerator", "denominator", "value", "word")
        if indicator["kind"] == "judged":
            assert filled == ["word"]
            assert row["word"] in table("indicators.yaml")["words"]["accepted"]
        elif indicator["aggregation"] == "ratio":
            assert filled == ["numerator", "denominator"]
            assert 0 <= int(row["numerator"]) <= int(row["denominator"])
        else:
            assert filled == ["value"]
            assert int(row["value"]) >= 0


def test_running_totals_never_fall():
    running: dict[str, list[int]] = {}
    for row in rows("results.csv"):
        if row["indicator"] == "bo-tro":
            running.setdefault(row["unit"], []).append(int(row["value"]))
    assert len(running) == 11
    assert all(totals == sorted(totals) for totals in running.values())


def test_every_result_has_evidence_from_before_it_was_handed_in():
    handed_in = {(r["unit"], r["period"]): r["submitted_on"] for r in rows("reports.csv")}
    added = {
        (r["unit"], r["indicator"], r["period"]): r["mended_on"]
        for r in rows("corrections.csv")
        if r["kind"] == "addition"
    }
    for row in rows("results.csv"):
        key = row["unit"], row["indicator"], row["period"]
        assert len(given(row, "evidence_number", "evidence_date", "evidence_title")) == 3
        begins = periods()[row["unit"], row["period"]]["from"]
        assert begins <= row["evidence_date"] <= added.get(key, handed_in[row["unit"], row["period"]]), row


def test_documents_of_one_unit_are_numbered_in_the_order_of_their_days():
    numbered: dict[str, list[tuple[str, int]]] = {}
    for row in rows("results.csv"):
        numbered.setdefault(row["unit"], []).append((row["evidence_date"], int(row["evidence_number"].split("/")[0])))
    for row in rows("reports.csv"):
        if row["paper_number"]:
            numbered[row["unit"]].append((row["paper_date"], int(row["paper_number"].split("/")[0])))
    for documents in numbered.values():
        numbers = [number for _, number in sorted(documents)]
        assert numbers == sorted(set(numbers))


def test_two_results_were_corrected_with_reason_after_they_were_signed():
    signed = {(r["unit"], r["period"]): r["signed_on"] for r in rows("reports.csv")}
    final = {(r["unit"], r["indicator"], r["period"]): r for r in rows("results.csv")}
    corrections = [row for row in rows("corrections.csv") if row["kind"] == "correction"]
    assert len(corrections) == 2
    for row in corrections:
        stands = final[row["unit"], row["indicator"], row["period"]]
        assert row["mended_on"] > signed[row["unit"], row["period"]]
        assert (row["first_numerator"], row["first_denominator"]) != (stands["numerator"], stands["denominator"])
        assert row["reason"]
        assert row["by"] in people()


def test_nam_dinh_has_no_conciliation_figure_at_mid_year():
    added = [row for row in rows("corrections.csv") if row["kind"] == "addition"]
    assert [(r["unit"], r["indicator"], r["period"]) for r in added] == [
        ("STP-ND", "hoa-giai", "quy-1"),
        ("STP-ND", "hoa-giai", "quy-2"),
    ]
    assert all(r["mended_on"] > "2016-06-27" for r in added)
    handed_in = [r["unit"] for r in rows("reports.csv") if r["period"] == "quy-2" and r["submitted_on"] <= "2016-06-27"]
    assert len(handed_in) == 22


def test_every_card_is_scored_and_verified_inside_the_days_of_the_calendar():
    opens_and_due = {
        (entry["kind"], bloc): (entry["opens"], entry["on"])
        for entry in table("calendar.yaml")["days"]
        if entry["kind"] in ("self_score", "verification")
        for bloc in entry["blocs"]
    }
    cards = rows("score_cards.csv")
    assert [card["unit"] for card in cards] == list(bloc_of())
    for card in cards:
        opens, due = opens_and_due["self_score", bloc_of()[card["unit"]]]
        assert opens <= card["submitted_on"] <= card["signed_on"] <= due
        opens, due = opens_and_due["verification", bloc_of()[card["unit"]]]
        assert opens <= card["verified_on"] <= due
        assert people()[card["verified_by"]]["role"] == "secretariat"


def test_most_units_reach_what_they_registered_and_a_few_do_not():
    reached = Counter(year_of(key) >= 1 for key, i in indicators().items() if i["kind"] == "number")
    assert reached.total() == 143 - 22
    assert 10 <= reached[False] <= 25


def year_of(key: tuple[str, str]) -> Decimal:
    """The year's figure as a share of the registered one."""
    figures = [row for row in rows("results.csv") if (row["unit"], row["indicator"]) == key]
    registered = next(Decimal(r["registered"]) for r in rows("commitments.csv") if (r["unit"], r["indicator"]) == key)
    match indicators()[key]["aggregation"]:
        case "ratio":
            done = sum(int(r["numerator"]) for r in figures)
            return Decimal(100 * done) / sum(int(r["denominator"]) for r in figures) / registered
        case "last":
            return Decimal(figures[-1]["value"]) / registered
        case _:
            return sum(int(r["value"]) for r in figures) / registered
