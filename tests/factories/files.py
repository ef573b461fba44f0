"""Files as people send them, small and whole, and some that are not."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime

from xlsxwriter import Workbook

from thidua.records.files.models import StoredFile

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64
PROGRAM = b"MZ\x90\0" + b"\0" * 200
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
OPEN_XML = "application/vnd.openxmlformats-officedocument"


def a_stored_file() -> StoredFile:
    """Its row alone: nothing lies in the vault."""
    at = datetime(2016, 3, 4, 5, 0, tzinfo=UTC)
    return StoredFile.objects.create(sha256="0" * 64, size_bytes=1, kind="application/pdf", name="a.pdf", stored_at=at)


def a_png(width: int = 4, height: int = 4) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (min(width, 64) + 1) * min(height, 64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def a_jpeg(width: int = 4, height: int = 4, before: bytes = b"") -> bytes:
    """Heads only, as far as anything but a viewer reads; `before` stands between mark and frame."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + before + frame + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0" + b"\x12" * 40 + b"\xff\xd9"


def an_archive(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def a_word_file(more: Mapping[str, bytes] | None = None, kind: str = f"{OPEN_XML}.wordprocessingml.document") -> bytes:
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{kind}.main+xml"/></Types>'
    return an_archive({"[Content_Types].xml": types.encode(), "word/document.xml": b"<w/>", **(more or {})})


def an_excel_file(text: str = "Số liệu") -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.add_worksheet().write_string(0, 0, text)
    book.close()
    return out.getvalue()


def an_open_document(kind: str = "text", more: Mapping[str, bytes] | None = None, manifest: bytes = b"<m/>") -> bytes:
    media = f"application/vnd.oasis.opendocument.{kind}".encode()
    return an_archive({"mimetype": media, "content.xml": b"<c/>", "META-INF/manifest.xml": manifest, **(more or {})})
