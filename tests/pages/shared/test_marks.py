"""The brand mark is the drum's star, not the State's."""

import re

from thidua.pages.shared.marks import brand_mark


def test_mark_has_fourteen_rays_and_not_five():
    corners = re.search(r'points="([^"]+)"', brand_mark())[1].split()
    far = [c for c in corners if sum(float(v) ** 2 for v in c.split(",")) > 50]
    assert len(far) == 14


def test_mark_takes_its_colours_from_the_stylesheet():
    assert "style=" not in brand_mark()
    assert "#" not in brand_mark()
