"""Exemplars from the day they are spotted to the units that work by their model."""

from datetime import date, timedelta

import pytest

from tests.factories.results import a_season_of_results
from tests.factories.seasons import a_key, an_actor
from tests.factories.stories import (
    A_DECISION,
    A_LIST,
    A_PROOF,
    JUNE,
    MAY,
    THE_DAY,
    a_nurtured_exemplar,
    a_recognised_exemplar,
    a_registered_exemplar,
    a_slip,
    a_spotted_exemplar,
    an_introduced_exemplar,
    the_member,
    told,
)
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.exemplars import TABLE, ExemplarMove, ExemplarState, Level
from thidua.records.desk.queries import entry_on_behalf_of, notices_for
from thidua.records.journal.queries import events_about
from thidua.records.papers.steps import Shown
from thidua.records.results.access.exemplars import exemplar_for, visible_exemplars
from thidua.records.results.actions.exemplar_book import (
    add_proof,
    adopt_model,
    check_exemplar,
    give_consent,
    log_support,
    take_back_consent,
)
from thidua.records.results.actions.exemplars import (
    amend_exemplar,
    enter_exemplar_on_behalf,
    introduce_exemplar,
    recognise_exemplar,
    register_exemplar,
    withdraw_exemplar,
)
from thidua.records.results.queries.exemplars import counts_by_unit, recognised_at_province

pytestmark = [pytest.mark.django_db, pytest.mark.both]
S = ExemplarState


@pytest.fixture
def world():
    return a_season_of_results(4)


def keys(refused):
    return [sentence.key for sentence in refused.value]


def address(world):
    return world.season.cluster.slug, world.season.slug


def who_sees(world, on=THE_DAY):
    named = {
        "secretary": world.secretary, "head": world.head, "own officer": world.officers[1],
        "other leader": world.leaders[2], "outsider": world.outsider,
    }  # fmt: skip
    return {name for name, actor in named.items() if visible_exemplars(actor, world.season, on=on).exists()}


def consented(exemplar, by, file=None, name="Trần Thị Lan"):
    return give_consent(exemplar, name=name, on=THE_DAY, file=file, by=by, at=MAY, key=a_key())


def introduced(exemplar, by, **other):
    parts = {"because": "Họp đơn vị, 21/23 phiếu", "on": THE_DAY} | other
    return introduce_exemplar(exemplar, by=by, at=MAY, key=a_key(), **parts)


def adopted(exemplar, world, place, by=None, **other):
    parts = {"on": date(2016, 6, 1), "result": "Bốn xã đã làm theo.", "shown": A_PROOF} | other
    return adopt_model(
        exemplar, member=the_member(world, place), by=by or world.officers[place], at=JUNE, key=a_key(), **parts
    )


def test_the_chain_has_no_step_that_leads_back_or_jumps():
    order = list(ExemplarState)
    for (state, move), target in TABLE.items():
        if move is not ExemplarMove.WITHDRAW:
            assert order.index(target) - order.index(state) in (0, 1), (state, move)
    assert {target for (state, _), target in TABLE.items() if state is S.WITHDRAWN} == set()


def test_anyone_of_the_unit_spots_and_nobody_of_another(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    spotted = a_spotted_exemplar(world, by=colleague)
    assert (spotted.at_state, spotted.spotted_by["name"]) == (S.SPOTTED, "Người Cơ Sở")
    with pytest.raises(NotPossible) as refused:
        a_spotted_exemplar(world, place=1, by=world.officers[2])
    assert keys(refused) == ["rights.not_yours"]


def test_before_consent_only_the_unit_and_the_secretariat_know_of_it(world):
    exemplar = a_nurtured_exemplar(world)
    assert who_sees(world) == {"secretary", "own officer"}
    consented(exemplar, world.officers[1], a_slip())
    assert who_sees(world) == {"secretary", "own officer"}
    introduced(exemplar, world.leaders[1])
    assert who_sees(world) == {"secretary", "own officer", "head", "other leader"}
    with pytest.raises(Unknown):
        exemplar_for(world.outsider, *address(world), exemplar.public_id, on=THE_DAY)


def test_consent_taken_back_hides_it_at_once(world):
    exemplar = an_introduced_exemplar(world)
    take_back_consent(exemplar, by=world.officers[1], at=MAY, key=a_key())
    assert who_sees(world) == {"secretary", "own officer"}


def test_consent_needs_the_signed_slip_unless_the_person_agrees_in_person(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    exemplar = a_nurtured_exemplar(world, person=colleague)
    with pytest.raises(NotPossible) as refused:
        consented(exemplar, world.officers[1])
    assert keys(refused) == ["exemplar.needs_slip"]
    consented(exemplar, colleague, name="Người Cơ Sở")
    exemplar.refresh_from_db()
    assert (exemplar.consent_name, exemplar.consent_on) == ("Người Cơ Sở", THE_DAY)


def test_a_person_told_of_in_other_words_is_asked_anew(world):
    exemplar = a_nurtured_exemplar(world)
    consented(exemplar, world.officers[1], a_slip())
    exemplar.refresh_from_db()
    same = told(world, goal="Nhân ra 25 xã")
    amend_exemplar(exemplar, told=same, seen_version=exemplar.version, by=world.officers[1], at=MAY, key=a_key())
    exemplar.refresh_from_db()
    assert exemplar.consent_on == THE_DAY
    other = told(world, did="Đưa trợ giúp pháp lý về 14 xã.")
    amend_exemplar(exemplar, told=other, seen_version=exemplar.version, by=world.officers[1], at=MAY, key=a_key())
    exemplar.refresh_from_db()
    assert (exemplar.consent_on, exemplar.consent_name) == (None, "")


def test_only_the_leader_registers_and_only_with_a_goal(world):
    spotted = a_spotted_exemplar(world)

    def register(by, goal="Nhân ra 20 xã"):
        return register_exemplar(
            spotted, goal=goal, mentor="", seen_version=spotted.version, by=by, at=MAY, key=a_key()
        )

    with pytest.raises(NotPossible) as refused:
        register(world.officers[1])
    assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(NotPossible) as refused:
        register(world.leaders[1], goal=" ")
    assert keys(refused) == ["exemplar.needs_goal"]
    assert register(world.leaders[1]).at_state is S.REGISTERED


def test_the_first_support_makes_it_nurtured_and_none_comes_before_registration(world):
    spotted = a_spotted_exemplar(world)

    def support(exemplar):
        return log_support(exemplar, text="Tập huấn", on=THE_DAY, shown=None, by=world.officers[1], at=MAY, key=a_key())

    with pytest.raises(NotPossible) as refused:
        support(spotted)
    assert keys(refused) == ["exemplar.not_support"]
    registered = a_registered_exemplar(world)
    support(registered)
    support(registered)
    registered.refresh_from_db()
    assert (registered.at_state, registered.notes.count()) == (S.NURTURED, 2)


def test_nothing_is_introduced_without_consent_or_without_how_it_was_chosen(world):
    exemplar = a_nurtured_exemplar(world)
    with pytest.raises(NotPossible) as refused:
        introduced(exemplar, world.leaders[1])
    assert keys(refused) == ["exemplar.needs_consent"]
    consented(exemplar, world.officers[1], a_slip())
    with pytest.raises(NotPossible) as refused:
        introduced(exemplar, world.leaders[1], because=" ")
    assert keys(refused) == ["exemplar.needs_choice"]
    assert introduced(exemplar, world.leaders[1]).at_state is S.INTRODUCED


def test_a_unit_introduces_two_and_not_a_third(world):
    for _ in range(2):
        an_introduced_exemplar(world)
    with pytest.raises(NotPossible) as refused:
        an_introduced_exemplar(world)
    assert keys(refused) == ["exemplar.enough_introduced"]


def test_recognition_rests_on_a_decision_and_counts_by_province(world):
    exemplar = an_introduced_exemplar(world)
    with pytest.raises(NotPossible) as refused:
        recognise_exemplar(
            exemplar, level=Level.PROVINCE, decision=Shown("Quyết định"), by=world.secretary, at=JUNE, key=a_key()
        )
    assert keys(refused) == ["exemplar.needs_decision"]
    with pytest.raises(NotPossible) as refused:
        recognise_exemplar(
            exemplar, level=Level.PROVINCE, decision=A_DECISION, by=world.leaders[1], at=JUNE, key=a_key()
        )
    assert keys(refused) == ["rights.not_yours"]
    a_recognised_exemplar(world, place=2)
    a_recognised_exemplar(world, place=3, level=Level.UNIT)
    assert recognised_at_province(world.season) == 1


def test_another_unit_adopts_the_model_with_result_and_evidence_and_the_first_one_is_told(world):
    exemplar = a_recognised_exemplar(world)
    for place, other, key in (
        (1, {}, "exemplar.own_model"), (2, {"result": ""}, "exemplar.needs_result"),
        (2, {"shown": None}, "evidence.needs_number_or_file"),
    ):  # fmt: skip
        with pytest.raises(NotPossible) as refused:
            adopted(exemplar, world, place, **other)
        assert keys(refused) == [key]
    adopted(exemplar, world, 2)
    with pytest.raises(NotPossible) as refused:
        adopted(exemplar, world, 2)
    assert keys(refused) == ["exemplar.adopted_already"]
    adopted(exemplar, world, 3)

    exemplar.refresh_from_db()
    assert (exemplar.at_state, exemplar.replications.count()) == (S.REPLICATED, 2)
    assert notices_for(world.officers[1]).filter(key="notice.model_adopted").count() == 2
    assert visible_exemplars(world.secretary, world.season, on=JUNE.date()).get().copies == 2


def test_nobody_says_for_another_unit_that_it_adopted_a_model(world):
    exemplar = a_recognised_exemplar(world)
    with pytest.raises(NotPossible) as refused:
        adopted(exemplar, world, 2, by=world.officers[3])
    assert keys(refused) == ["rights.not_yours"]


def test_the_yearly_look_comes_after_replication_and_again_every_year(world):
    exemplar = a_recognised_exemplar(world)

    def check(at):
        return check_exemplar(exemplar, text="Vẫn giữ nhịp", on=at.date(), by=world.secretary, at=at, key=a_key())

    with pytest.raises(NotPossible) as refused:
        check(JUNE)
    assert keys(refused) == ["exemplar.not_check"]
    adopted(exemplar, world, 2)
    check(JUNE)
    check(JUNE + timedelta(days=365))
    exemplar.refresh_from_db()
    assert exemplar.at_state is S.FOLLOWED


def test_a_withdrawn_exemplar_says_why_to_its_unit_and_is_gone_for_the_others(world):
    exemplar = a_recognised_exemplar(world)
    with pytest.raises(NotPossible) as refused:
        withdraw_exemplar(exemplar, because="Vi phạm", by=world.leaders[1], at=JUNE, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    withdraw_exemplar(exemplar, because="Không còn hiệu quả", by=world.secretary, at=JUNE, key=a_key())
    assert who_sees(world, JUNE.date()) == {"secretary", "own officer"}
    with pytest.raises(NotPossible) as refused:
        add_proof(exemplar, text="Ảnh", on=THE_DAY, shown=A_PROOF, by=world.officers[1], at=JUNE, key=a_key())
    assert keys(refused) == ["exemplar.not_withdraw"]


def test_the_unit_drops_what_is_still_its_own_affair(world):
    exemplar = a_registered_exemplar(world)
    withdraw_exemplar(exemplar, because="Đã chuyển công tác", by=world.leaders[1], at=MAY, key=a_key())
    exemplar.refresh_from_db()
    assert (exemplar.at_state, exemplar.withdrawn_because) == (S.WITHDRAWN, "Đã chuyển công tác")


def test_a_list_on_paper_is_entered_for_a_unit_that_never_logs_in(world):
    exemplar = enter_exemplar_on_behalf(
        the_member(world, 2), told=told(world, goal="Giữ vững"), paper=A_LIST, by=world.secretary, at=MAY, key=a_key()
    )
    assert (exemplar.at_state, exemplar.registered_by["name"]) == (S.REGISTERED, "Nguyễn Thị Thắm")
    assert entry_on_behalf_of(exemplar).number == "31/STP-VP"
    log_support(exemplar, text="Tập huấn", on=THE_DAY, shown=None, by=world.secretary, at=MAY, key=a_key())
    consented(exemplar, world.secretary, a_slip())
    introduced(exemplar, world.secretary, paper=A_LIST)
    assert events_about(exemplar) == [
        "exemplar.registered", "exemplar.supported", "exemplar.consented", "exemplar.introduced",
    ]  # fmt: skip


def test_the_secretariat_leaves_the_book_of_a_unit_that_keeps_its_own(world):
    exemplar = a_registered_exemplar(world)
    with pytest.raises(NotPossible) as refused:
        log_support(exemplar, text="Tập huấn", on=THE_DAY, shown=None, by=world.secretary, at=MAY, key=a_key())
    assert keys(refused) == ["exemplar.units_own"]


def test_counts_by_unit_are_of_what_the_reader_may_see(world):
    an_introduced_exemplar(world)
    a_spotted_exemplar(world)
    a_spotted_exemplar(world, place=2)
    members = [the_member(world, place) for place in range(4)]
    counted = counts_by_unit(visible_exemplars(world.secretary, world.season, on=THE_DAY), members)
    assert counted == {
        members[1].pk: {"introduced": 1, "spotted": 1}, members[2].pk: {"spotted": 1},
    }  # fmt: skip
    counted = counts_by_unit(visible_exemplars(world.leaders[3], world.season, on=THE_DAY), members)
    assert counted == {members[1].pk: {"introduced": 1}}
