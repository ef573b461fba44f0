from tests.factories.results import a_season_of_results
from tests.factories.seasons import A_PAPER, NOON, a_key, figures_for
from tests.pages.clients import client_of
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.models import PeriodTarget


def address(world, place=1):
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/dang-ky"
    return f"{base}/{world.units[place].slug}/muc-theo-ky"


def typed(world, *targets, place=1, code="cuoc", **more):
    line = world.sheet(place).lines.get(indicator__code=code)
    periods = world.bloc.periods.all()
    fields = {f"way-{line.pk}-{one.pk}": target for one, target in zip(periods, targets, strict=False)}
    return {"key": a_key(), "version": world.sheet(place).version, **fields, **more}


def kept():
    return [str(one.target) for one in PeriodTarget.objects.order_by("period")]


def test_an_officer_types_a_way_and_reads_it_back(db):
    world = a_season_of_results()
    officer = client_of(world.officers[1])
    assert officer.post(f"{address(world)}/luu", typed(world, "4", "10,5", "", "1.200,5")).status_code == 303
    assert kept() == ["4", "21/2", "2401/2"]
    shown = officer.get(address(world)).content.decode()
    assert 'value="10,5"' in shown
    assert 'value="1200,5"' in shown


def test_a_refused_way_keeps_what_was_typed(db):
    world = a_season_of_results()
    answer = client_of(world.officers[1]).post(f"{address(world)}/luu", typed(world, "4", "3", "x"))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "“x” không phải là số" in shown
    answer = client_of(world.officers[1]).post(f"{address(world)}/luu", typed(world, "4", "3"))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "thấp hơn 4 của Quý I" in shown
    assert 'value="3"' in shown
    assert kept() == []


def test_the_second_saver_is_told(db):
    world = a_season_of_results()
    late = typed(world, "5")
    client_of(world.officers[1]).post(f"{address(world)}/luu", typed(world, "4"))
    answer = client_of(world.leaders[1]).post(f"{address(world)}/luu", late)
    assert answer.status_code == 422
    assert "Có người đã lưu thay đổi" in answer.content.decode()
    assert kept() == ["4"]


def test_other_units_read_it_and_a_stranger_finds_nothing(db):
    world = a_season_of_results()
    assert 'name="way-' in client_of(world.secretary).get(address(world)).content.decode()
    other = client_of(world.officers[2])
    assert other.get(address(world)).status_code == 200
    assert 'name="way-' not in other.get(address(world)).content.decode()
    assert other.post(f"{address(world)}/luu", typed(world, "4")).status_code == 422
    stranger = client_of(world.outsider)
    assert stranger.get(address(world)).status_code == 404
    assert stranger.post(f"{address(world)}/luu", typed(world, "4")).status_code == 404
    assert kept() == []


def test_a_signed_sheets_way_is_read_only(db):
    world = a_season_of_results()
    officer = client_of(world.officers[1])
    officer.post(f"{address(world)}/luu", typed(world, "4"))
    sheet = world.sheet(1)
    enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )
    shown = officer.get(address(world)).content.decode()
    assert 'name="way-' not in shown
    assert '<td class="num" data-label="Quý I">4</td>' in shown
