"""Commands of whoever keeps an installation, as they are typed."""

import re
import subprocess
from datetime import UTC, datetime

import pytest

from tests.factories.people import an_account
from tests.factories.seasons import a_season
from tests.site.serving import COMMAND
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import link_for
from thidua.records.journal.queries import events_about

both = pytest.mark.both


def typed(own_database, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    bare = {name: value for name, value in own_database.environment.items() if not name.startswith("DJANGO_")}
    return subprocess.run([COMMAND, *words], env=bare | environment, capture_output=True, text=True, timeout=60)


def secret_in(told: str) -> str:
    return re.search(r"https://thidua\.example\.vn/moi/(\S+)", told)[1]


@both
def test_the_first_administrator_comes_in_by_a_single_link_and_comes_in_again(own_database):
    words, address = ("administrator", " Quan.Tri@example.vn"), {"THIDUA_ADDRESS": "https://thidua.example.vn"}
    first = secret_in(typed(own_database, *words, **address).stdout)
    again = secret_in(typed(own_database, *words, **address).stdout)
    account = Account.objects.get()
    assert (account.email, account.is_administrator, account.has_usable_password()) == (
        "quan.tri@example.vn",
        True,
        False,
    )
    assert events_about(account) == ["account.opened", "account.invited", "account.invited"]
    now = datetime.now(UTC)
    assert link_for(first, at=now) is None
    assert link_for(again, at=now).account == account


def test_nobody_becomes_an_administrator_by_the_command(own_database):
    account = an_account("tham@example.vn")
    told = typed(own_database, "administrator", "tham@example.vn")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "tham@example.vn is an account without the rights of an administrator.\n"
    account.refresh_from_db()
    assert not account.is_administrator
    assert typed(own_database, "administrator", "không phải địa chỉ").returncode == 1
    assert Account.objects.count() == 1


def test_the_demos_day_is_refused_on_data_that_are_not_the_demos(own_database):
    a_season()
    told = typed(own_database, "serve", "--port", "0", THIDUA_DEMO_DAY="2016-12-02")
    assert told.returncode == 1
    assert told.stderr == "THIDUA_DEMO_DAY is for the demo, and these data are not the demo's. Unset it.\n"


def test_the_programs_inside_is_shown_to_nobody_else(own_database):
    told = typed(own_database, "serve", "--host", "0.0.0.0", "--port", "0", THIDUA_DEBUG="1")
    assert told.returncode == 1
    assert "THIDUA_DEBUG" in told.stderr


@both
def test_the_journal_is_verified_and_its_absence_said_in_one_sentence(own_database, tmp_path):
    a_season()
    told = typed(own_database, "verify", "journal")
    assert told.returncode == 0
    assert re.fullmatch(r"The journal is whole: \d+ lines\.\n", told.stdout)
    nothing = typed(own_database, "verify", "journal", THIDUA_DATABASE=f"sqlite://{tmp_path}/nothing.sqlite3")
    assert nothing.returncode == 1
    assert nothing.stderr.startswith("There is no journal to read here: ")
    assert nothing.stderr.count("\n") == 1
