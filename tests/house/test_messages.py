"""Every Vietnamese text on screen has its English; the tool that says so, on small planted rooms."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from scripts import messages

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def a_room(root: Path, name: str, *, python: str = "", template: str = "", catalogue: str | None = None) -> Path:
    room = root / name
    (room / "templates").mkdir(parents=True)
    (room / "views.py").write_text(python)
    (room / "templates" / "page.html").write_text(template)
    if catalogue is not None:
        po = room / messages.CATALOGUE
        po.parent.mkdir(parents=True)
        po.write_text(HEADER + catalogue)
    return room


def test_a_text_without_english_is_named_with_its_place(tmp_path):
    a_room(tmp_path, "season", python='\n_("Giao ước")\n')
    assert messages.faults(tmp_path) == ["season/views.py:2: no English for 'Giao ước'"]


def test_a_text_between_the_braces_of_a_formatted_string_is_seen(tmp_path):
    a_room(tmp_path, "season", python="""f"{_('Giao ước')}: {name}"\n""")
    assert messages.faults(tmp_path) == ["season/views.py:1: no English for 'Giao ước'"]


@pytest.mark.parametrize("entry", ['msgid "Giao ước"\nmsgstr ""\n', '#, fuzzy\nmsgid "Giao ước"\nmsgstr "Pact"\n'])
def test_an_unfinished_entry_is_no_english(tmp_path, entry):
    a_room(tmp_path, "season", python='_("Giao ước")', catalogue=entry)
    assert messages.faults(tmp_path) == ["season/views.py:1: no English for 'Giao ước'"]


def test_an_entry_that_nothing_uses_is_named(tmp_path):
    a_room(tmp_path, "season", catalogue='msgid "Bảng ký"\nmsgstr "Signing board"\n')
    assert messages.faults(tmp_path) == ["season/locale/en/LC_MESSAGES/django.po: nothing uses 'Bảng ký'"]


def test_english_may_stand_in_another_room(tmp_path):
    a_room(tmp_path, "shared", python='_("Lưu")', catalogue='msgid "Lưu"\nmsgstr "Save"\n')
    a_room(tmp_path, "season", python='_("Lưu")')
    assert messages.faults(tmp_path) == []


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('<p>{% trans "Đang tải" %}</p>', "Đang tải"),
        ("  <p>\n{% translate 'Đang tải' %}\n    </p>", "Đang tải"),
        ('{{ _("Đang tải") }}', "Đang tải"),
        ("{% blocktrans trimmed with n=count %}\n  Có {{ n }} đơn vị\n{% endblocktrans %}", "Có %(n)s đơn vị"),
        ("{% partialdef a %}(\"'{% trans 'Đang tải' %}{% endpartialdef %}", "Đang tải"),
    ],
)
def test_texts_of_templates_are_found(tmp_path, template, text):
    a_room(tmp_path, "season", template=template)
    assert [found.key for _, found in messages.texts(tmp_path)] == [(None, text)]


def test_a_context_makes_another_text_of_the_same_words(tmp_path):
    a_room(
        tmp_path,
        "season",
        python='pgettext("xếp hạng", "Hạng")',
        catalogue='msgid "Hạng"\nmsgstr "Class"\n',
    )
    assert "season/views.py:1: no English for 'Hạng'" in messages.faults(tmp_path)


def test_update_adds_what_is_missing_to_the_rooms_own_catalogue(tmp_path):
    room = a_room(
        tmp_path,
        "season",
        python='_("Ký")\n_("Khóa")\n_("Ký")\nngettext("%(n)s đơn vị", "%(n)s đơn vị", n)',
        catalogue='msgid "Ký"\nmsgstr "Sign"\n',
    )
    assert messages.update(tmp_path) == 2
    catalogue = read_po((room / messages.CATALOGUE).open("rb"), locale="en")
    assert [(entry.id, entry.string) for entry in catalogue if entry.id] == [
        ("Ký", "Sign"),
        ("Khóa", ""),
        (("%(n)s đơn vị", "%(n)s đơn vị"), ("", "")),
    ]


def test_a_room_of_a_record_or_page_gets_a_catalogue_of_its_own(tmp_path):
    a_room(tmp_path, "pages/season", python='_("Ký")')
    messages.update(tmp_path)
    assert [str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*.po")] == [
        "pages/season/locale/en/LC_MESSAGES/django.po"
    ]


def test_compiling_makes_what_gettext_reads(tmp_path):
    room = a_room(tmp_path, "season", catalogue='msgid "Ký"\nmsgstr "Sign"\n')
    messages.compile_all(tmp_path)
    assert b"Sign" in (room / messages.CATALOGUE).with_suffix(".mo").read_bytes()
