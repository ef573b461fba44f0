"""By which address others open the program: what is taken, who may write it, and what counts where several say it."""

import pytest

from tests.factories.beginnings import a_beginner
from tests.factories.people import an_account
from tests.factories.seasons import NOON, TODAY, a_key
from tests.together import together
from thidua.core.addresses import address_from, opens_here_alone
from thidua.core.answer import NotPossible
from thidua.records.accounts.queries import actor_of
from thidua.records.desk.actions import write_house_address
from thidua.records.desk.house import house_address, the_house
from thidua.records.desk.models import HouseAddress
from thidua.records.journal.queries import events_about

PUBLIC_NAME = "https://thidua.example.vn"


def written(address: str = PUBLIC_NAME, *, by=None, seen_version: int = 1) -> HouseAddress:
    by = by or a_beginner()
    return write_house_address(address=address, seen_version=seen_version, by=by, at=NOON, key=a_key())


def refused(call, *args, **told) -> list[str]:
    with pytest.raises(NotPossible) as found:
        call(*args, **told)
    return [sentence.key for sentence in found.value]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://thidua.example.vn", "https://thidua.example.vn"),
        ("  HTTPS://Thidua.Example.vn/ ", "https://thidua.example.vn"),
        ("http://192.168.1.20:8000/", "http://192.168.1.20:8000"),
        ("http://[fe80::1]:8000", "http://[fe80::1]:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_an_address_is_kept_up_to_the_machines_name(typed, kept):
    assert address_from(typed) == kept


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("thidua.example.vn", "house.no_scheme"),
        ("ftp://thidua.example.vn", "house.no_scheme"),
        ("", "house.no_scheme"),
        ("https://", "house.no_name"),
        ("https://thidua.example.vn:cong", "house.no_name"),
        ("https://thidua.example.vn:0", "house.no_name"),
        ("https://thi dua.vn", "house.no_name"),
        ("https://ai:khoa@thidua.example.vn", "house.no_name"),
        ("https://[1", "house.no_name"),
        ("https://thidua.example.vn/vao", "house.path"),
        ("https://thidua.example.vn?a=1", "house.path"),
        ("https://thidua.example.vn#a", "house.path"),
        ("https://" + "a" * 200 + ".vn", "house.too_long"),
    ],
)
def test_what_no_browser_could_open_is_refused_with_its_reason(typed, because):
    assert refused(address_from, typed) == [because]


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "127.8.8.8", "[::1]", "0.0.0.0", "thidua.localhost"])
def test_names_of_the_machine_itself_open_on_it_alone(name):
    assert opens_here_alone(f"http://{name}:8000")


@pytest.mark.parametrize("name", ["thidua.example.vn", "192.168.1.20", "localhost.example.vn"])
def test_other_names_open_elsewhere_too(name):
    assert not opens_here_alone(f"http://{name}:8000")


def test_what_is_written_counts_over_where_it_listens_and_the_environment_over_both(db, settings):
    settings.LISTENS_AT = "http://localhost:8123"
    assert house_address() == "http://localhost:8123"
    row = written()
    assert (house_address(), the_house().is_fixed) == (PUBLIC_NAME, False)
    assert events_about(row) == ["house.address_written"]
    settings.ADDRESS = "https://mang.example.vn"
    assert (house_address(), the_house().is_fixed) == ("https://mang.example.vn", True)


def test_it_takes_one_query_and_none_where_the_environment_says_it(db, settings, django_assert_num_queries):
    with django_assert_num_queries(1):
        house_address()
    settings.ADDRESS = PUBLIC_NAME
    with django_assert_num_queries(0):
        house_address()


def test_nobody_but_an_administrator_writes_it(db):
    assert refused(written, by=actor_of(an_account("ai@example.vn"), on=TODAY)) == ["rights.not_yours"]
    assert not HouseAddress.objects.exists()


def test_nothing_is_written_where_the_environment_says_it(db, settings):
    settings.ADDRESS = PUBLIC_NAME
    assert refused(written, "https://khac.example.vn") == ["house.is_fixed"]


def test_a_second_saver_is_told(db):
    by = a_beginner()
    row = written(by=by)
    assert refused(written, "https://khac.example.vn", by=by) == ["shared.changed_since"]
    written("https://khac.example.vn", by=by, seen_version=row.version)
    assert house_address() == "https://khac.example.vn"


@pytest.mark.both
def test_of_two_who_write_the_first_one_at_once_the_second_is_told(own_database):
    by = a_beginner()
    names = ("https://mot.example.vn", "https://hai.example.vn")
    answers = together(*(lambda name=name: written(name, by=by) for name in names))
    assert answers.count(["shared.changed_since"]) == 1
    assert HouseAddress.objects.get().address in names
