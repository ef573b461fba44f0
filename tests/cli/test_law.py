"""`thidua law`: what it prints, and what it gives back."""

import json
import os
import subprocess
import sys

import pytest

from tests.factories.law import text
from thidua.cli import main

FACTS = """\
kind: individual
facts:
  rating: {2021-2024: HTT, 2025: HTXS}
  titles: {CSTDCS: [2021, 2023, 2025]}
  forms: [{form: BK_TTG, decided_on: 2020-05-01, type: CONG_TRANG}]
"""


@pytest.fixture
def facts(tmp_path):
    file = tmp_path / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    return str(file)


def explain(facts, *more):
    return main(["law", "explain", "--facts", facts, "--on", "2026-03-01", *more])


def test_the_law_of_the_program_is_whole(capsys):
    assert main(["law", "check"]) == 0
    assert capsys.readouterr().out.strip().endswith("all hold.")


@pytest.mark.parametrize("inside", ["", "X1/laws.txt", "text.yaml"])
def test_a_folder_in_which_no_text_stands_is_told_and_not_passed_over(tmp_path, capsys, inside):
    if inside:
        (tmp_path / inside).parent.mkdir(exist_ok=True)
        (tmp_path / inside).write_text(text("X1"), encoding="utf-8")
    assert main(["law", "check", str(tmp_path if inside else tmp_path / "no-such")]) == 1
    assert "Ghi thư mục chứa các thư mục văn bản" in capsys.readouterr().err


def test_an_own_folder_of_texts_that_is_not_there_is_told(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("THIDUA_LAW_DIR", str(tmp_path / "no-such"))
    assert main(["law", "check", "--language", "en"]) == 1
    assert f"There is no text in “{tmp_path / 'no-such'}”" in capsys.readouterr().err


def test_a_folder_of_a_text_without_its_text_file_is_told(tmp_path, capsys):
    (tmp_path / "X1").mkdir()
    (tmp_path / "X1" / "LDTT.yaml").write_text("title: LDTT\n", encoding="utf-8")
    assert main(["law", "check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("X1/text.yaml:1: Thư mục “X1” thiếu tệp text.yaml")


def test_a_folder_that_is_called_otherwise_than_its_text_is_told(tmp_path, capsys):
    (tmp_path / "X1").mkdir()
    (tmp_path / "X1" / "text.yaml").write_text(text("X2"), encoding="utf-8")
    assert main(["law", "check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("X1/text.yaml:1: Dòng 1: “text: X2” khác tên thư mục “X1”.")


def test_a_file_that_is_not_utf_8_is_told(tmp_path, capsys):
    (tmp_path / "X1").mkdir()
    (tmp_path / "X1" / "text.yaml").write_bytes("text: X1\nname: Luật".encode("utf-16"))
    assert main(["law", "check", str(tmp_path)]) == 1
    assert "bảng mã UTF-8" in capsys.readouterr().err


def test_a_draft_with_a_misspelt_rule_is_refused_with_file_and_line(tmp_path, capsys):
    (tmp_path / "X1").mkdir()
    (tmp_path / "X1" / "text.yaml").write_text(text("X1", start="2027-01-01"), encoding="utf-8")
    (tmp_path / "X1" / "LDTT.yaml").write_text("title: LDTT\nsource: '1'\nall:\n  - rate: {at_least: HTT}\n", "utf-8")
    assert main(["law", "check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("X1/LDTT.yaml:4: Dòng 4: mỗi điều kiện là đúng một loại; “rate”")


def test_a_case_that_does_not_come_out_is_told_with_both_answers(tmp_path, capsys):
    (tmp_path / "X1").mkdir()
    (tmp_path / "X1" / "text.yaml").write_text(text("X1", start="2027-01-01", more="amends: [L22]\n"), "utf-8")
    (tmp_path / "X1" / "LDTT.yaml").write_text(
        "title: LDTT\nsource: '1'\nall:\n  - rated: {at_least: HTXS}\ncases:\n  - name: Good is enough\n"
        "    facts: {rating: {2027: HTT}}\n    asks: {year: 2027, on: 2028-03-01}\n    answer: eligible\n",
        "utf-8",
    )
    assert main(["law", "check", str(tmp_path), "--language", "en"]) == 1
    said = capsys.readouterr().err
    assert "X1/LDTT.yaml:6:" in said
    assert "says Eligible, the program finds Not eligible yet" in said


def test_an_answer_names_years_articles_and_what_counts(facts, capsys):
    assert explain(facts, "--award", "HCLD_BA", "--branch", "merit") == 0
    said = capsys.readouterr().out
    assert said.startswith("HCLD_BA 2025: Đủ điều kiện")
    assert "(2021–2025)" in said
    assert "[L22 Đ44(1)e]" in said


def test_an_answer_can_be_kept_with_texts_hashes_and_facts(facts, capsys):
    assert explain(facts, "--award", "HCLD_BA", "--json", "--language", "en") == 0
    kept = json.loads(capsys.readouterr().out)
    assert (kept["verdict"], kept["year"], kept["on"]) == ("eligible", 2025, "2026-03-01")
    assert {text["code"] for text in kept["texts"]} >= {"L22", "D152"}
    assert all(len(text["hash"]) == 64 for text in kept["texts"])
    assert kept["facts"]["title.CSTDCS"] == [2021, 2023, 2025]
    assert kept["version"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--award", "CSTDB"), "Không có danh hiệu, hình thức nào mang mã “CSTDB”. Có: CSTD_BO"),
        (("--award", "GDVH"), "Ngày 1/3/2026 không văn bản nào quy định tiêu chuẩn GDVH cho cá nhân. Có: "),
        (("--award", "LDTT", "--authority", "XYZ"), "Phần mềm không có văn bản riêng của “XYZ”. Có: "),
        (("--award", "BK_TTG", "--branch", "x"), "BK_TTG không có trường hợp “x”. Có: merit"),
    ],
)
def test_a_question_that_makes_no_sense_is_told_in_one_sentence(facts, capsys, more, said):
    assert explain(facts, *more) == 1
    assert capsys.readouterr().err.startswith(said)


def test_a_day_is_read_as_officers_write_it_and_one_that_is_none_is_told(facts, capsys):
    assert main(["law", "explain", "--facts", facts, "--award", "LDTT", "--on", "1/3/2026"]) == 0
    assert "Lao động tiên tiến, xét ngày 1/3/2026, theo L22, D152." in capsys.readouterr().out
    with pytest.raises(SystemExit):
        explain(facts, "--award", "LDTT", "--on", "2026-13-01")
    assert "“2026-13-01” is not a day; write it as 2026-03-01 or 1/3/2026" in capsys.readouterr().err


def test_a_title_that_no_register_names_is_told_with_its_line_and_not_passed_over(tmp_path, capsys):
    file = tmp_path / "facts.yaml"
    file.write_text("facts:\n  titles:\n    CSTDCX: [2024]\n  forms: [{form: BKX, decided_on: 2020-01-01}]\n", "utf-8")
    assert explain(str(file), "--award", "LDTT") == 1
    told = capsys.readouterr().err
    assert f"{file}:3: Dòng 3: không có danh hiệu, hình thức nào mang mã “CSTDCX”" in told
    assert f"{file}:4: Dòng 4: không có danh hiệu, hình thức nào mang mã “BKX”" in told
    assert explain(str(tmp_path / "none.yaml"), "--award", "LDTT") == 1
    assert "Không đọc được tệp" in capsys.readouterr().err


def test_a_wrong_file_of_facts_is_told_with_its_line(tmp_path, capsys):
    file = tmp_path / "facts.yaml"
    file.write_text("facts:\n  rating: {2025: HTTT}\n", encoding="utf-8")
    assert explain(str(file), "--award", "LDTT") == 1
    assert f"{file}:2: Dòng 2: “2025” phải là một trong" in capsys.readouterr().err


def test_an_answer_needs_no_folder_of_data_and_makes_none(tmp_path, facts):
    there, asks = tmp_path / "data", "import sys; from thidua.cli import main; sys.exit(main(sys.argv[1:]))"
    asked = ["law", "explain", "--facts", facts, "--award", "LDTT", "--on", "2026-03-01"]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    environment["THIDUA_DATA"] = str(there)
    said = subprocess.run([sys.executable, "-c", asks, *asked], env=environment, stdout=subprocess.PIPE, check=True)
    assert said.stdout.decode().startswith("LDTT 2025: Đủ điều kiện")
    assert not there.exists()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--year", "2048"), "“2048” is not a year from 1945 to 2047"),
        (("--year", "x"), "“x” is not a year from 1945 to 2047"),
        (("--on", "2050-01-01"), "“2050” is not a year from 1945 to 2047"),
    ],
)
def test_a_year_or_day_that_the_rules_cannot_reckon_with_is_told(facts, asked, told, capsys):
    with pytest.raises(SystemExit):
        explain(facts, "--award", "LDTT", *asked)
    assert told in capsys.readouterr().err
