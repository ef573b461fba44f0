"""The only administrator who has lost the phone is helped on the machine itself, with a reason."""

from tests.factories.factors import account_of, an_app_of
from tests.factories.people import an_administrator
from thidua.cli import main
from thidua.records.accounts.queries import factors_of
from thidua.records.journal.models import Body, Entry


def test_a_reset_on_the_machine_is_told_with_its_reason(own_database, capsys):
    administrator = an_administrator()
    an_app_of(administrator)
    asked = ["reset-second-factor", " Quan.Tri@example.vn ", "--reason", "mất điện thoại"]
    assert main(asked) == 0
    assert "quan.tri@example.vn" in capsys.readouterr().out
    assert not factors_of(account_of(administrator)).are_set
    line = Entry.objects.get(kind="factor.reset")
    assert line.actor == "command:reset-second-factor"
    assert "mất điện thoại" in Body.objects.get(entry=line).text
    assert main(asked) == 1
    assert "chưa có lớp xác nhận thứ hai" in capsys.readouterr().err


def test_an_address_without_an_account_is_told(own_database, capsys):
    assert main(["reset-second-factor", "ai@example.vn", "--reason", "x"]) == 1
    assert "Không có tài khoản ai@example.vn." in capsys.readouterr().err
