"""A register of honours on its pages: dropped, read, taken over, withdrawn; its form is filled and comes back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.awards import someone_in
from tests.factories.registers import a_register
from tests.factories.seasons import a_key
from thidua.gateways.returned.running import read_run
from thidua.records.awards.models import Honour
from thidua.records.runs.models import Run

pytestmark = pytest.mark.django_db


def dropped(officer, address, content):
    book = SimpleUploadedFile("so.xlsx", content)
    answer = officer.post(address, {"key": a_key(), "register": book})
    assert answer.status_code == 303
    run = Run.objects.latest("pk")
    read_run(run.token)
    return answer["Location"], officer.get(answer["Location"]).content.decode()


def test_a_register_is_dropped_looked_at_taken_over_and_withdrawn(world, officer):
    unit = world.units[1]
    someone_in(unit)
    address = f"/don-vi/{unit.slug}/khen-thuong/excel"
    assert address in officer.get(f"/don-vi/{unit.slug}/khen-thuong").content.decode()
    assert "Chưa thả sổ nào" in officer.get(address).content.decode()
    run, page = dropped(officer, address, a_register([("Lê Thị Hoa", "CSTĐCS", 2015, "12/QĐ-STP", "15/1/2016")]))
    assert "Chiến sĩ thi đua cơ sở" in page
    assert "Ghi vào quá trình khen thưởng" in page
    assert '<th scope="col">Sẽ ghi</th>' in page
    assert "Đã ghi sổ vào quá trình" in officer.post(f"{run}/ghi", {"key": a_key()}, follow=True).content.decode()
    assert (Honour.objects.get().number, Honour.objects.get().on_behalf) == ("12/QĐ-STP", False)
    assert '<th scope="col">Đã ghi</th>' in officer.get(run).content.decode()
    assert officer.post(f"{run}/rut", {"key": a_key(), "because": ""}).status_code == 422
    page = officer.post(f"{run}/rut", {"key": a_key(), "because": "Nhầm tệp"}, follow=True).content.decode()
    assert "Đã rút sổ" in page
    assert "mục mới" not in page
    assert Honour.objects.count() == 0


def test_faults_stand_by_their_cell_and_nothing_can_be_taken_over(world, officer):
    address = f"/don-vi/{world.units[1].slug}/khen-thuong/excel"
    run, page = dropped(officer, address, a_register([("Người Không Có", "CSTĐCS", 2015, "", "")]))
    assert "1 chỗ cần sửa" in page
    assert "ô B3" in page
    assert "Ghi vào quá trình khen thưởng" not in page
    assert officer.post(f"{run}/ghi", {"key": a_key()}).status_code == 422


def test_the_example_can_be_dropped_as_it_is_taken_away(world, officer):
    unit = world.units[1]
    someone_in(unit)
    someone_in(unit, "Trần Văn Bảo")
    address = f"/don-vi/{unit.slug}/khen-thuong/excel"
    _run, page = dropped(officer, address, officer.get(f"{address}/thi-du.xlsx").content)
    assert "cần sửa" not in page
    assert page.count("<tr>") == 9  # the head, and a row for each entry
