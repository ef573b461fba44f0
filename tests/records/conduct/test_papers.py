"""A paper of a season: from the records to its number; who may do what with it, and when."""

from datetime import timedelta

import pytest

from tests.factories.conferences import a_held_conference, a_paper_of
from tests.factories.papers import (
    HEAD,
    PLAN,
    a_cluster_letterhead,
    a_draft,
    a_letterhead,
    a_signed,
    a_submitted,
    an_agencys_letterhead,
    an_issued,
    issued_as,
    the_fields,
)
from tests.factories.seasons import NOON, TODAY, World, a_key, a_season
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.papers import PaperState, Under
from thidua.core.workflow.signatures import Capacity
from thidua.documents.official.values import values_of
from thidua.records.conduct.access.papers import paper_for
from thidua.records.conduct.actions import (
    draft_paper,
    issue_paper,
    keep_allowed_letterhead,
    return_paper,
    sign_paper,
    submit_paper,
    withdraw_paper,
    write_paper,
)
from thidua.records.conduct.actions.papers import Issued, Written
from thidua.records.conduct.official import kind_named
from thidua.records.conduct.tasks import tasks_of
from thidua.records.councils.models import ConferencePaper
from thidua.records.journal.models import ActKey
from thidua.records.journal.queries import lines_about
from thidua.records.papers.models import OfficialPaper


@pytest.fixture
def world(db) -> World:
    return a_season()


def refused(act) -> list[str]:
    with pytest.raises(NotPossible) as found:
        act()
    return [sentence.key for sentence in found.value]


def told_tasks(actor) -> list[str]:
    return [task.title.key for task in tasks_of(actor, on=TODAY) if "paper" in task.title.key]


def withdrawn(world: World, paper: OfficialPaper) -> OfficialPaper:
    return withdraw_paper(
        paper, reason="Sai ngày họp", seen_version=paper.version, by=world.secretary, at=NOON, key=a_key()
    )


def test_a_paper_goes_from_the_records_to_its_number(world):
    paper = an_issued(world)
    assert (paper.at_state, paper.number, paper.dated_on) == (PaperState.ISSUED, "05/KH-STP", TODAY)
    assert paper.filled["phuong_cham"] == world.season.motto
    assert [line.kind for line in lines_about(paper)] == [
        "paper.issued", "paper.signed", "paper.submitted", "paper.drafted",
    ]  # fmt: skip


def test_a_draft_that_is_filled_anew_keeps_what_was_typed(world):
    paper = a_draft(world)
    written = Written({"muc_dich": ["Thi đua từ cơ sở"]}, Capacity.FOR_CHIEF, "Lê Thị Bình", "Phó Giám đốc")
    write_paper(paper, written=written, seen_version=paper.version, by=world.secretary, at=NOON, key=a_key())
    again = a_draft(world)
    assert again.pk == paper.pk
    assert again.typed == {"muc_dich": ["Thi đua từ cơ sở"]}
    assert (again.signer, again.capacity) == ("Lê Thị Bình", "KT.")


def test_a_field_that_the_paper_has_not_is_not_kept(world):
    paper = a_draft(world)
    written = Written({"muc_dich": ["a"], "phuong_cham": ["của người khác"]}, Capacity.BY_POST, "A", "B")
    write_paper(paper, written=written, seen_version=paper.version, by=world.secretary, at=NOON, key=a_key())
    paper.refresh_from_db()
    assert paper.typed == {"muc_dich": ["a"]}


def test_what_is_submitted_is_neither_written_nor_filled(world):
    paper = a_submitted(world)
    written = Written({}, Capacity.BY_POST, "A", "B")
    told = {"by": world.secretary, "at": NOON}
    assert refused(lambda: a_draft(world)) == ["paper.is_submitted"]
    assert refused(lambda: write_paper(paper, written=written, seen_version=paper.version, key=a_key(), **told)) == [
        "paper.is_submitted"
    ]


def test_the_second_saver_is_told(world):
    paper = a_draft(world)
    written = Written({}, Capacity.BY_POST, "A", "B")
    told = {"written": written, "seen_version": paper.version, "by": world.secretary, "at": NOON}
    write_paper(paper, key=a_key(), **told)
    assert refused(lambda: write_paper(paper, key=a_key(), **told)) == ["shared.changed_since"]


def test_a_text_that_changed_since_it_was_seen_gets_no_number(world):
    paper = a_draft(world)
    told = {"by": world.secretary, "at": NOON}
    write_paper(paper, written=Written({}, Capacity.BY_POST, "A", "B"), seen_version=paper.version, key=a_key(), **told)
    issued = issued_as("05/KH-STP")
    assert refused(lambda: issue_paper(paper, issued=issued, seen_version=paper.version, key=a_key(), **told)) == [
        "shared.changed_since"
    ]


def test_what_the_head_returns_is_mended_and_submitted_again(world):
    paper = a_submitted(world)
    paper = return_paper(paper, reason="Thiếu mốc", seen_version=paper.version, by=world.head, at=NOON, key=a_key())
    assert paper.is_returned
    assert told_tasks(world.secretary) == ["task.mend_paper"]
    paper = submit_paper(paper, seen_version=paper.version, by=world.secretary, at=NOON, key=a_key())
    assert not paper.is_returned


def test_a_return_says_why(world):
    paper = a_submitted(world)
    assert refused(
        lambda: return_paper(paper, reason=" ", seen_version=paper.version, by=world.head, at=NOON, key=a_key())
    ) == ["paper.needs_reason"]


def test_each_step_is_on_the_desk_of_who_takes_it(world):
    paper = a_submitted(world)
    assert (told_tasks(world.head), told_tasks(world.secretary)) == (["task.sign_paper"], [])
    sign_paper(paper, seen_version=paper.version, by=world.head, at=NOON, key=a_key())
    assert (told_tasks(world.head), told_tasks(world.secretary)) == ([], ["task.issue_paper"])


def test_the_secretariat_does_not_sign(world):
    paper = a_submitted(world)
    told = {"seen_version": paper.version, "by": world.secretary, "at": NOON, "key": a_key()}
    assert refused(lambda: sign_paper(paper, **told)) == ["rights.not_yours"]


def test_a_unit_reads_what_has_its_number_and_nothing_before(world):
    told = {"code": PLAN, "subject": world.season.public_id, "nth": 1, "on": TODAY}
    a_signed(world)
    with pytest.raises(Unknown):
        paper_for(world.officers[1], world.season, **told)
    paper = OfficialPaper.objects.get()
    issue_paper(
        paper,
        issued=issued_as("05/KH-STP", of=paper),
        seen_version=paper.version,
        by=world.secretary,
        at=NOON,
        key=a_key(),
    )
    assert paper_for(world.officers[1], world.season, **told).number == "05/KH-STP"


def test_what_was_signed_in_ink_is_numbered_without_a_signature_here(world):
    paper = a_draft(world)
    issued = issue_paper(
        paper, issued=issued_as("05/KH-STP"), seen_version=paper.version, by=world.secretary, at=NOON, key=a_key()
    )
    assert (issued.at_state, issued.signed_by) == (PaperState.ISSUED, None)


@pytest.mark.parametrize(
    ("issued", "key"),
    [
        (issued_as(""), "paper.needs_number"),
        (Issued(TODAY, "5/KH", Capacity.BY_POST, "", ""), "paper.needs_signer"),
        (Issued(TODAY + timedelta(days=1), "5/KH", Capacity.BY_POST, "A", "B"), "paper.from_later"),
    ],
)
def test_what_a_number_needs(world, issued, key):
    paper = a_draft(world)
    assert refused(
        lambda: issue_paper(paper, issued=issued, seen_version=paper.version, by=world.secretary, at=NOON, key=a_key())
    ) == [key]


def test_a_number_is_used_once_a_year_even_when_its_paper_is_withdrawn(world):
    withdrawn(world, an_issued(world, number="05/KH-STP"))
    paper = a_signed(world)
    assert paper.nth == 2
    for number in ("05/KH-STP", "5/KH-STP"):
        issued = issued_as(number, of=paper)
        assert refused(
            lambda issued=issued: issue_paper(
                paper, issued=issued, seen_version=paper.version, by=world.secretary, at=NOON, key=a_key()
            )
        ) == ["paper.number_taken"]


def test_a_number_as_long_as_its_form_lets_is_taken_with_the_beginning_of_its_symbol(world):
    number = f"05/{'KH-STP' * 9}KHT"
    paper = an_issued(world, number=number)
    assert (len(number), paper.number) == (60, number)
    assert paper.number_taken.symbol == number[3:43]


def test_a_number_of_nothing_counts_as_no_figure(world):
    withdrawn(world, an_issued(world, number="00/KH-STP"))
    assert an_issued(world, number="0/KH-STP").number == "0/KH-STP"


def test_the_offices_own_count_goes_on_from_the_highest_number(world):
    a_letterhead(world, own_numbers=True)
    withdrawn(world, an_issued(world, number="07/KH-STP"))
    assert an_issued(world, number="").number == "08/KH-STP"


def test_a_withdrawn_paper_is_begun_anew_and_an_issued_one_is_not(world):
    paper = an_issued(world)
    assert refused(lambda: a_draft(world)) == ["paper.is_issued"]
    withdrawn(world, paper)
    assert a_draft(world).nth == 2


def test_a_letter_of_reminder_needs_somebody_who_owes(world):
    fields = the_fields(world, "cong-van-don-doc", world.bloc)
    told = {"code": "cong-van-don-doc", "subject": world.bloc.public_id, "by": world.secretary, "at": NOON}
    assert refused(lambda: draft_paper(world.season, filled=fields | {"con_thieu": []}, key=a_key(), **told)) == [
        "paper.nothing_to_write"
    ]


def test_who_has_signed_here_stays_the_signer(world):
    paper = a_signed(world)
    with_another = issued_as("05/KH-STP")
    act = {"seen_version": paper.version, "by": world.secretary, "at": NOON}
    assert refused(lambda: issue_paper(paper, issued=with_another, key=a_key(), **act)) == ["paper.signed_by_another"]
    one = issue_paper(paper, issued=issued_as("05/KH-STP", of=paper), key=a_key(), **act)
    assert (one.signer, one.capacity) == (paper.signer, paper.capacity)


def test_a_paper_bears_the_clusters_letterhead_only_where_there_is_one(world):
    paper = a_draft(world)
    written = Written({}, Capacity.FOR_BODY, "Vũ Đình Khang", "Trưởng Khu vực", Under.CLUSTER)
    told = {"written": written, "by": world.secretary, "at": NOON}
    assert refused(lambda: write_paper(paper, seen_version=paper.version, key=a_key(), **told)) == [
        "paper.no_cluster_letterhead"
    ]
    assert refused(lambda: a_cluster_letterhead(world, allowed_by=" ")) == ["paper.needs_permission"]
    a_cluster_letterhead(world)
    paper = write_paper(paper, seen_version=paper.version, key=a_key(), **told)
    assert (paper.filled["co_quan"], paper.filled["_symbol"]) == ("Khu vực thi đua Đồng bằng Bắc bộ", "KV")
    assert a_draft(world).filled["co_quan"] == "Khu vực thi đua Đồng bằng Bắc bộ"  # also when it is filled anew


def test_a_form_sent_again_finds_its_row_though_rows_of_its_kind_have_another_name_now(world):
    kept = a_cluster_letterhead(world)
    used = ActKey.objects.get(act__endswith="keep_allowed_letterhead")
    ActKey.objects.filter(pk=used.pk).update(receipt={"row": "papers.ClusterLetterhead", "pk": kept.pk})
    told = {"head": HEAD, "allowed_by": "x", "seen_version": 0, "by": world.secretary, "at": NOON}
    assert keep_allowed_letterhead(world.season, Under.CLUSTER, key=used.key, **told) == kept


def test_a_number_has_the_symbol_of_the_letterhead_that_the_paper_bears(world):
    a_letterhead(world, own_numbers=True)
    a_cluster_letterhead(world)
    paper = a_draft(world)
    written = Written({}, Capacity.FOR_BODY, "Vũ Đình Khang", "Trưởng Khu vực", Under.CLUSTER)
    act = {"by": world.secretary, "at": NOON}
    paper = write_paper(paper, written=written, seen_version=paper.version, key=a_key(), **act)
    paper = issue_paper(paper, issued=issued_as(""), seen_version=paper.version, key=a_key(), **act)
    assert paper.number == "01/KH-KV"
    withdrawn(world, paper)
    assert an_issued(world, number="").number == "01/KH-STP"


def test_a_paper_of_the_agency_above_has_its_block_and_its_number(world):
    a_letterhead(world, own_numbers=True)
    an_agencys_letterhead(world)
    paper, act = a_draft(world), {"by": world.secretary, "at": NOON}
    written = Written({}, Capacity.BY_POST, "Đỗ Văn Hòa", "Phó Chủ tịch", Under.AGENCY)
    paper = write_paper(paper, written=written, seen_version=paper.version, key=a_key(), **act)
    signed = values_of(kind_named(paper.code), paper)
    assert signed["dong_ky"] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    told = Issued(TODAY, "", Capacity.BY_POST, "Đỗ Văn Hòa", "Phó Chủ tịch")
    told_number = {"issued": told, "seen_version": paper.version, "key": a_key()}
    assert refused(lambda: issue_paper(paper, **told_number, **act)) == ["paper.needs_number"]
    back = Written({}, Capacity.BY_POST, "Lê Thị Bình", "Phó Giám đốc", Under.UNIT)
    paper = write_paper(paper, written=back, seen_version=paper.version, key=a_key(), **act)
    assert values_of(kind_named(paper.code), paper)["dong_ky"] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]


@pytest.mark.parametrize("capacity", [Capacity.FOR_CHIEF, Capacity.BY_ORDER, Capacity.BY_LETTER])
def test_the_head_signs_nothing_in_the_heads_own_place(world, capacity):
    paper, act = a_draft(world), {"by": world.secretary, "at": NOON}
    written = Written({}, capacity, "Vũ Đình Khang", world.season.cluster.head_word)
    told = {"seen_version": paper.version, "key": a_key()}
    assert refused(lambda: write_paper(paper, written=written, **told, **act)) == ["paper.in_own_place"]
    issued = Issued(TODAY, "05/KH-STP", capacity, "Vũ Đình Khang", world.season.cluster.head_word)
    assert refused(lambda: issue_paper(paper, issued=issued, **told, **act)) == ["paper.in_own_place"]


def test_conclusions_get_their_number_on_the_conferences_own_page(world):
    conference = a_held_conference(world)
    a_paper_of(conference, world, kind=ConferencePaper.Kind.CONCLUSIONS, number="", dated_on=None)
    an_issued(world, "thong-bao-ket-luan", conference, number="41/TB-STP")
    kept = conference.papers.get(kind=ConferencePaper.Kind.CONCLUSIONS)
    assert (kept.number, kept.dated_on) == ("41/TB-STP", TODAY)
