"""PDFs signed elsewhere: what is read out of them, and what gives a tampered one away."""

import hashlib
import re
from datetime import timedelta
from io import BytesIO

import pytest
from pyhanko.pdf_utils import generic, writer
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from tests.factories.seasons import NOON
from tests.factories.signing import AUTHORITY, a_certificate, an_authority, signed_pdf
from thidua.core.answer import NotPossible
from thidua.documents.pades import read_signed
from thidua.documents.signable import ready_to_sign
from thidua.documents.typeset import typeset

HASH = "ab" * 32
ROOT = an_authority()
LEADER = a_certificate(ROOT, "Trần Huy Bách")
SEAL = a_certificate(ROOT, "Sở Tư pháp tỉnh Nam Định")


def the_paper(*lines: str) -> bytes:
    given = {"title": "Giao ước", "text_hash": HASH, "lines": list(lines or ("GIAO ƯỚC THI ĐUA", "", "Tỷ lệ đúng hạn"))}
    return ready_to_sign(typeset("pact", given, at=NOON))


PAPER = the_paper()


def read(content: bytes, anchors=(ROOT,)):
    return read_signed(content, paper=PAPER, anchors=[one.as_asn1 for one in anchors])


def refused(content: bytes) -> str:
    with pytest.raises(NotPossible) as caught:
        read(content)
    return caught.value.sentences[0].key


def changed(content: bytes, change) -> bytes:
    """The file with a revision behind it in which `change` was done."""
    more, out = IncrementalPdfFileWriter(BytesIO(content)), BytesIO()
    change(more)
    more.write(out)
    return out.getvalue()


def with_a_page(more) -> None:
    page = writer.PageObject(contents=more.add_object(generic.StreamObject(stream_data=b"")), media_box=(0, 0, 99, 99))
    more.insert_page(page)


def with_other_words(more) -> None:
    page = more.root["/Pages"]["/Kids"].raw_get(0)
    page.get_object()["/Contents"] = more.add_object(generic.StreamObject(stream_data=b"BT ET"))
    more.mark_update(page)


def test_signer_issuer_moment_and_days_are_read_out_of_the_certificate():
    content = signed_pdf(PAPER, LEADER, by=ROOT)
    found = read(content)
    assert found.paper_sha256 == hashlib.sha256(PAPER).hexdigest()
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    (owner,) = found.certificates
    assert (owner.subject, owner.organisation, owner.issuer) == ("Trần Huy Bách", "Sở Tư pháp", AUTHORITY)
    assert (owner.signed_at, owner.is_known, owner.was_valid) == (NOON, True, True)
    assert owner.serial == f"{LEADER.certificate.serial_number:x}"


def test_an_issuer_that_is_no_anchor_is_read_and_not_known():
    content = signed_pdf(PAPER, LEADER, by=ROOT)
    assert [one.is_known for one in read(content, anchors=()).certificates] == [False]
    assert [one.is_known for one in read(content, anchors=(an_authority("Nơi khác"),)).certificates] == [False]
    namesake = an_authority(AUTHORITY)
    assert [one.is_known for one in read(content, anchors=(namesake,)).certificates] == [False]


def test_the_leader_then_the_agency_sign_and_both_are_read():
    content = signed_pdf(signed_pdf(PAPER, LEADER, by=ROOT), SEAL, by=ROOT, at=NOON + timedelta(minutes=5))
    assert [one.subject for one in read(content).certificates] == ["Trần Huy Bách", "Sở Tư pháp tỉnh Nam Định"]


def test_a_certificate_out_of_its_days_is_whole_and_was_not_valid():
    old = a_certificate(ROOT, "Trần Huy Bách", until=NOON - timedelta(days=1))
    assert [one.was_valid for one in read(signed_pdf(PAPER, old, by=ROOT)).certificates] == [False]


def test_what_is_no_pdf_and_a_pdf_without_a_signature_are_told_apart():
    assert refused(b"PK\x03\x04 word") == "signed_file.no_pdf"
    assert refused(PAPER) == "signed_file.no_signature"
    assert refused(b"%PDF-1.7\n") == "signed_file.broken"


def test_another_text_is_refused_though_its_signature_is_whole():
    assert refused(signed_pdf(the_paper("GIAO ƯỚC KHÁC"), LEADER, by=ROOT)) == "signed_file.other_text"


def test_any_byte_that_was_turned_after_signing_is_found():
    content = signed_pdf(PAPER, LEADER, by=ROOT)
    of_the_paper = content[:100] + bytes([content[100] ^ 1]) + content[101:]
    assert refused(of_the_paper) in ("signed_file.other_text", "signed_file.broken")
    for place in range(len(PAPER) + 5, len(content) - 60, 397):
        turned = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        assert _read_out(turned) in (None, _read_out(content))


def _read_out(content: bytes) -> tuple[object, ...] | None:
    """Who signed and when; None where the file is refused.

    The authority's own certificate lies beside the signature and is no part of it: whether it is known may change.
    """
    try:
        (owner,) = read(content).certificates
    except NotPossible:
        return None
    return owner.subject, owner.organisation, owner.issuer, owner.serial, owner.signed_at, owner.valid_until


@pytest.mark.parametrize("change", [with_a_page, with_other_words])
def test_what_was_added_after_signing_is_found(change):
    assert refused(changed(signed_pdf(PAPER, LEADER, by=ROOT), change)) == "signed_file.altered"


@pytest.mark.parametrize("change", [with_a_page, with_other_words])
def test_what_was_changed_behind_the_paper_before_signing_is_found(change):
    assert refused(signed_pdf(changed(PAPER, change), LEADER, by=ROOT)) == "signed_file.altered"


def test_another_document_behind_the_same_bytes_is_found():
    """It has a history of its own, in which the paper never stood."""
    other, out = the_paper("MỘT GIAO ƯỚC KHÁC HẲN"), BytesIO()
    whole = writer.copy_into_new_writer(PdfFileReader(BytesIO(other)))
    whole.write(out)
    moved = re.sub(rb"startxref\n(\d+)", lambda found: b"startxref\n%d" % (int(found[1]) + len(PAPER)), out.getvalue())
    moved = re.sub(rb"(?m)^(\d{10})(?= 00000 n)", lambda found: b"%010d" % (int(found[1]) + len(PAPER)), moved)
    assert refused(signed_pdf(PAPER + moved, LEADER, by=ROOT)) == "signed_file.altered"


def test_bytes_behind_the_signature_that_are_no_revision_are_found():
    content = signed_pdf(PAPER, LEADER, by=ROOT)
    assert refused(content + b"\n% them vao\n") == "signed_file.altered"
