"""The stylesheets keep the promises of contrast and policy; every file that is named is there."""

import re
from itertools import product
from pathlib import Path

import pytest

from thidua.base.places import PACKAGE

SHARED = PACKAGE / "pages" / "shared"
STATIC = SHARED / "static" / "shared"
THEMES = ("light", "dark", "hall")


def tokens(theme: str) -> dict[str, str]:
    """The colours in force in a theme: light's, with the theme's own over them."""
    text = (STATIC / "css" / "tokens.css").read_text()
    light, *others = re.findall(r":root(?:\[data-theme=(\w+)\])? \{(.*?)\n  \}", text, re.S)
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light[1]))
    for name, body in others:
        if name == theme:
            found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", body))
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT_PAIRS = [
    *product(("ink", "ink-2"), ("paper", "sheet", "wash")),
    *product(("son", "gold", "jade", "amber"), ("paper", "sheet")),
    *[(name, f"{name}-wash") for name in ("son", "gold", "jade", "amber")],
    *product(("ink",), ("son-wash", "gold-wash", "jade-wash", "amber-wash")),
    ("on-gold", "gold-fill"),
    ("paper", "ink"),
    ("ink-2", "unit"),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(theme, text, ground):
    colours = tokens(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), [*product(("control", "son"), ("paper", "sheet"))])
def test_edges_of_what_can_be_pressed_and_the_focus_stand_out(theme, edge, ground):
    colours = tokens(theme)
    assert contrast(colours[edge], colours[ground]) >= 3


def test_every_token_that_is_used_is_defined():
    defined = set(re.findall(r"--([\w-]+):", (STATIC / "css" / "tokens.css").read_text()))
    for file in STATIC.glob("css/*.css"):
        text = file.read_text()
        own = set(re.findall(r"--([\w-]+):", text))
        assert set(re.findall(r"var\(--([\w-]+)", text)) <= defined | own, file.name


def test_every_file_a_stylesheet_names_is_there():
    for file in STATIC.glob("css/*.css"):
        for address in re.findall(r'url\("([^"]+)"\)', file.read_text()):
            assert (file.parent / address).is_file(), address


def test_every_static_file_a_template_names_is_there():
    rooms = PACKAGE / "pages"
    named = {
        address
        for file in rooms.glob("*/templates/**/*.html")
        for address in re.findall(r"\{% static '([^']+)' %\}", file.read_text())
    }
    there = {file.relative_to(room).as_posix() for room in rooms.glob("*/static") for file in room.rglob("*.*")}
    assert named
    assert named - there == set()


def test_every_icon_a_template_names_is_in_the_sprite():
    there = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
    pages: list[Path] = [*(PACKAGE / "pages").glob("*/templates/**/*.html")]
    named = {
        name
        for file in pages
        for tag in re.findall(r"<c-(?:icon|button|tag|note|empty|confirm)\b[^>]*>", file.read_text())
        for name in re.findall(r'\b(?:icon|after)="([\w-]+)"', tag)
        + (re.findall(r'\bname="([\w-]+)"', tag) if tag.startswith("<c-icon") else [])
    }
    assert named - there == set()


def test_no_template_brings_inline_styles_or_scripts():
    for file in SHARED.glob("templates/**/*.html"):
        text = file.read_text()
        assert re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\bsrc=)|javascript:|hx-on", text) is None, (
            file.name
        )


def test_scripts_build_no_code_from_text():
    for file in STATIC.glob("js/*.js"):
        assert (
            re.search(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write", file.read_text()) is None
        )


def test_vendored_files_are_named_with_their_licences():
    read_me = (STATIC / "vendor" / "README.md").read_text()
    for name in re.findall(r"`((?:vendor/|fonts/)?[\w.-]+\.(?:txt|js|svg))`", read_me):
        assert any((folder / name).is_file() for folder in (STATIC, STATIC / "vendor")), name
    assert "sourceMappingURL" not in (STATIC / "vendor" / "htmx.min.js").read_text()
