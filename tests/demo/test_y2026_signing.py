"""The season of 2026 as it was signed: one unit by a file, whose certificate nobody may take for a real one."""

from django.urls import reverse

from tests.played import AFTER_THE_MERGERS, signed_in
from thidua.cli.founding.signing import ISSUER
from thidua.records.seasons.models import Signature


def test_one_unit_signed_digitally_with_a_certificate_of_an_issuer_that_is_not_known(stand_on):
    stand_on(AFTER_THE_MERGERS)
    [one] = Signature.objects.filter(kind=Signature.Kind.DIGITAL)
    [owner] = one.certificates
    assert (one.member_name, owner["organisation"]) == ("Sở Tư pháp tỉnh Bắc Ninh", "Sở Tư pháp tỉnh Bắc Ninh")
    assert (owner["subject"], owner["issuer"], owner["is_known"]) == (one.signer_name, ISSUER, False)
    assert "giả định" in ISSUER
    at = reverse("signature", args=("dong-bang-bac-bo", "nam-2026", "so-tu-phap", one.public_id))
    page = signed_in("thuong-truc", "vi").get(at).content.decode()
    assert ISSUER in page
    assert "chưa nằm trong danh sách tin cậy" in page
