from thidua.base.law import law, register
from thidua.core.law.history import AwardType, Kind
from thidua.core.law.stated import named_word, statements


def test_every_word_that_a_standard_asks_for_stands_in_the_register_with_its_latest_name():
    found = statements(law(), Kind.INDIVIDUAL)
    latest = max((one for one in law().versions_of("BK_BO", Kind.INDIVIDUAL)), key=lambda one: one.start)
    [branch] = [one for one in latest.branches if one.type is AwardType.AD_HOC]
    assert named_word(branch.condition) == ("feat_BK_BO", found["feat_BK_BO"].name)
    assert found["feat_BK_BO"].awards == ("BK_BO",)
    assert len(found["conduct"].awards) > 1


def test_people_and_collectives_are_asked_for_facts_of_their_own():
    people, collectives = (statements(law(), kind) for kind in (Kind.INDIVIDUAL, Kind.COLLECTIVE))
    assert "leads" in collectives.keys() - people.keys()
    assert "worker_BK_BO" in people.keys() - collectives.keys()
    assert people["feat_BK_BO"].name != collectives["feat_BK_BO"].name
    assert {award for one in (*people.values(), *collectives.values()) for award in one.awards} <= register().keys()
