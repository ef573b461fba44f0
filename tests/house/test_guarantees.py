"""What acts promise once, the database itself refuses twice: no way past an act makes two of one."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.people import a_person
from tests.factories.results import JULY, a_season_of_results, a_signed_report, the_line
from tests.factories.scores import a_season_scoring, the_card
from tests.factories.seasons import NOON, TODAY, a_season
from thidua.records.accounts.models import Delegation
from thidua.records.directory.models import Post, UnitName, UnitParent
from thidua.records.papers.models import Paper
from thidua.records.results.models import Correction, Evidence
from thidua.records.scores.models import Exclusion, LineEvidence
from thidua.records.seasons.models import Membership, SeasonRole

pytestmark = [pytest.mark.both, pytest.mark.django_db]
YESTERDAY = TODAY - timedelta(days=1)


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_a_season_has_one_head_and_gives_nobody_a_part_twice():
    world = a_season()
    head = SeasonRole.objects.get(role="head")
    part = {"season": world.season, "unit": world.units[1]}
    refused(lambda: SeasonRole.objects.create(role="head", person=a_person(), **part))
    SeasonRole.objects.create(role="observer", person=head.person, **part)
    refused(lambda: SeasonRole.objects.create(role="observer", person=head.person, **part))


def test_a_unit_has_one_leader_one_name_and_one_parent_now():
    unit, other = a_season(members=2).units
    refused(lambda: Post.objects.create(person=a_person(), unit=unit, kind="leader", title="Giám đốc"))
    refused(lambda: UnitName.objects.create(unit=unit, name="Tên", short_name="Tên"))
    UnitName.objects.create(unit=unit, name="Tên", short_name="Tên", until_on=date(2010, 1, 1))
    UnitParent.objects.create(unit=unit, parent=other)
    refused(lambda: UnitParent.objects.create(unit=unit, parent=other))


def test_posts_and_letters_run_forwards():
    world = a_season()
    person, unit = a_person(), world.units[1]
    days = {"from_on": TODAY, "until_on": YESTERDAY}
    refused(lambda: Post.objects.create(person=person, unit=unit, kind="staff", title="", **days))
    leader = unit.posts.get(kind="leader").person
    letter = {"letter_number": "1/UQ", "letter_dated_on": TODAY}
    refused(lambda: Delegation.objects.create(unit=unit, leader=leader, delegate=person, **letter, **days))


def test_one_correction_of_a_figure_waits_and_a_paper_stands_beside_it_once():
    line = the_line(a_signed_report(a_season_of_results()), "cuoc")

    def waits():
        Correction.objects.create(result=line, reason="Sửa", opened_at=JULY, state="submitted")

    waits()
    refused(waits)
    shown = {"result": line, "paper": Paper.objects.create(title="Báo cáo"), "added_at": JULY}
    Evidence.objects.create(**shown, withdrawn_at=JULY)
    Evidence.objects.create(**shown)
    refused(lambda: Evidence.objects.create(**shown))


def test_a_unit_is_left_out_once_and_a_paper_shows_a_line_of_its_card_once():
    world = a_season_scoring()
    member = Membership.objects.filter(bloc_season=world.bloc).first()
    out = {"membership": member, "reason": "Vi phạm", "at": NOON, "by": {}}
    Exclusion.objects.create(**out, lifted_at=NOON)
    Exclusion.objects.create(**out)
    refused(lambda: Exclusion.objects.create(**out))
    shown = {"line": the_card(world).lines.first(), "paper": Paper.objects.create(title="Báo cáo"), "added_at": NOON}
    LineEvidence.objects.create(**shown)
    refused(lambda: LineEvidence.objects.create(**shown))
