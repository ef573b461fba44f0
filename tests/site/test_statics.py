"""The storage that says where scripts, styles and pictures are served."""

from django.contrib.staticfiles.storage import StaticFilesStorage, staticfiles_storage

from thidua.site.statics import KnownFiles


def test_where_a_file_is_served_is_worked_out_once(monkeypatch):
    files, worked_out, reckoned = KnownFiles(), [], StaticFilesStorage.url
    monkeypatch.setattr(StaticFilesStorage, "url", lambda self, name: worked_out.append(name) or reckoned(self, name))
    assert [files.url("icons.svg") for _ in range(3)] == ["/tinh/icons.svg"] * 3
    assert worked_out == ["icons.svg"]


def test_pages_ask_this_storage():
    assert isinstance(staticfiles_storage, KnownFiles)
