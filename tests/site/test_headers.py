"""What every answer tells the browser to refuse."""

import pytest
from django.test import Client

from tests.factories.seasons import a_season
from tests.pages.clients import client_of

REFUSED = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = {
    "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "object-src 'none'",
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
}  # fmt: skip


@pytest.mark.parametrize("address", ["/", "/dang-nhap", "/hom-nay", "/khong-co/", "/don-vi", "/dang-xuat"])
def test_pages_refusals_and_redirects_carry_the_same_headers_for_everybody(db, address):
    for browser in (Client(headers={"host": "localhost"}), client_of(a_season(members=1).secretary)):
        answer = browser.get(address)
        assert {name: answer.headers.get(name) for name in REFUSED} == REFUSED
        assert set(answer.headers["Content-Security-Policy"].split("; ")) == POLICY
        assert "geolocation=()" in answer.headers["Permissions-Policy"]


def test_nothing_that_a_reader_signed_in_for_is_kept_by_the_browser(db):
    assert client_of(a_season().secretary).get("/hom-nay").headers["Cache-Control"] == "private, no-store"
