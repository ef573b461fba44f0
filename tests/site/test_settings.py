"""Settings as the environment gives them, read by a process of their own."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from stat import S_IMODE

import pytest

from thidua.site.settings import _database


def told(code: str, **environment: str) -> str:
    """What a fresh process says that reads the settings anew."""
    ours = ("THIDUA_", "DJANGO_")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    run = subprocess.run([sys.executable, "-c", code], env=bare | environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_the_data_folder_is_made_for_its_owner_alone_also_where_the_key_is_given(tmp_path):
    folder = tmp_path / "a" / "b"
    told("import thidua.site.settings", THIDUA_DATA=str(folder), THIDUA_SECRET_KEY="x" * 50)
    assert S_IMODE(folder.stat().st_mode) == 0o700


def test_processes_that_start_at_once_on_an_empty_folder_share_one_key(tmp_path):
    def key(_):
        return told("from thidua.site.settings import SECRET_KEY; print(SECRET_KEY)", THIDUA_DATA=str(tmp_path))

    with ThreadPoolExecutor(4) as pool:
        keys = set(pool.map(key, range(4)))
    assert len(keys) == 1
    assert len(keys.pop()) == 64
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]
    assert S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_an_address_of_postgresql_keeps_what_libpq_is_told():
    found = _database(
        "postgresql://th%40i:m%3At@db.example:6432/thi_dua?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem"
    )
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "th@i", "m:t", "db.example", "6432", "thi_dua",
    )  # fmt: skip
    assert found["OPTIONS"] == {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem"}


def test_a_socket_stands_after_the_question_mark():
    found = _database("postgresql:///thi_dua?host=/run/postgresql&port=5433")
    assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("/run/postgresql", "5433", {})


def test_another_kind_of_database_is_refused():
    with pytest.raises(ValueError, match="THIDUA_DATABASE has the form"):
        _database("mysql://root@localhost/thidua")


def test_behind_tls_cookies_are_secure_and_belong_to_this_host_alone(tmp_path):
    code = "import thidua.site.settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE)"
    assert told(code, THIDUA_DATA=str(tmp_path), THIDUA_TLS="1") == "__Host-sessionid __Host-csrftoken True"
    assert told(code, THIDUA_DATA=str(tmp_path)) == "sessionid csrftoken False"


def test_djangos_own_check_for_the_open_internet_finds_nothing(tmp_path):
    code = (
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'thidua.site.settings'; django.setup();"
        "from django.core.management import call_command; call_command('check', deploy=True, fail_level='WARNING')"
    )
    environment = {"THIDUA_DATA": str(tmp_path), "THIDUA_TLS": "1", "THIDUA_HOSTS": "thidua.example.vn"}
    assert "no issues" in told(code, **environment)
