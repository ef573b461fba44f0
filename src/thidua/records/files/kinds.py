"""What a file is by its content; its name is only a name."""

from typing import BinaryIO

from thidua.records.files.zips import ARCHIVE, CALC, EXCEL, STEP, WORD, WRITER, Faulty, office_kind, require_archive

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
ENDINGS = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png", WORD: ".docx", EXCEL: ".xlsx", WRITER: ".odt", CALC: ".ods"}
ARCHIVES = {ARCHIVE: ".zip"}
SHOWN_IN_THE_BROWSER = frozenset({PDF, JPEG, PNG})
HEAD, TAIL = 1024, 4096
MOST_PIXELS = 120_000_000  # an A3 sheet scanned at 600 dots an inch has 70 million
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc and .xls, and documents locked by a password
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
PHONE_IMAGE = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")


def kind_of(content: BinaryIO) -> str:
    """The media type of what is accepted. Raises Faulty for everything else, for what is cut short or broken."""
    content.seek(0)
    head = content.read(HEAD)
    if b"%PDF-" in head:
        return _pdf(content)
    if head.startswith(b"\xff\xd8\xff"):
        return _jpeg(content)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(content, head)
    if head.startswith(b"PK\x03\x04"):
        return office_kind(content)
    if head.startswith(OLD_OFFICE):
        raise Faulty("locked" if _is_locked(content) else "old")
    if head[4:8] == b"ftyp" and head[8:12] in PHONE_IMAGE:
        raise Faulty("phone_image")
    raise Faulty("other")


def archive_or_kind_of(content: BinaryIO) -> str:
    """As `kind_of`, and an ordinary archive besides, where files are dropped together."""
    try:
        return kind_of(content)
    except Faulty as fault:
        content.seek(0)
        if str(fault) != "other" or not content.read(4) == b"PK\x03\x04":
            raise
    require_archive(content)
    return ARCHIVE


def _is_locked(content: BinaryIO) -> bool:
    """Whether an old container holds a document of today under a password: the name of its one stream says so."""
    content.seek(0)
    step, before = b"", b""
    while step := content.read(STEP):
        if LOCKED_STREAM in before + step:
            return True
        before = step[-len(LOCKED_STREAM) :]
    return False


def _tail(content: BinaryIO) -> bytes:
    size = content.seek(0, 2)
    content.seek(max(0, size - TAIL))
    return content.read()


def _pdf(content: BinaryIO) -> str:
    if b"%%EOF" not in _tail(content):
        raise Faulty("broken")
    return PDF


def _png(content: BinaryIO, head: bytes) -> str:
    if head[12:16] != b"IHDR" or b"IEND" not in _tail(content):
        raise Faulty("broken")
    _require_bearable(head[16:20], head[20:24])
    return PNG


def _require_bearable(width: bytes, height: bytes) -> None:
    """A picture of a few kilobytes can unpack to gigabytes in the browser of whoever opens it."""
    if int.from_bytes(width, "big") * int.from_bytes(height, "big") > MOST_PIXELS:
        raise Faulty("pixels")


def _jpeg(content: BinaryIO) -> str:
    """Walks the segments to the frame, which tells the picture's size, and to the first scan."""
    content.seek(2)
    has_frame = False
    while len(mark := content.read(2)) == 2 and mark[0] == 0xFF:
        if mark[1] == 0xFF:  # a filling byte before the mark
            content.seek(-1, 1)
            continue
        if mark[1] == 0xDA and has_frame:
            return JPEG
        length = int.from_bytes(content.read(2), "big")
        body = content.read(5) if length >= 7 else b""
        if 0xC0 <= mark[1] <= 0xCF and mark[1] not in (0xC4, 0xC8, 0xCC):
            has_frame = len(body) == 5 and body[1:3] != b"\0\0" and body[3:5] != b"\0\0"
            _require_bearable(body[3:5], body[1:3])
        if length < 2:
            break
        content.seek(length - 2 - len(body), 1)
    raise Faulty("broken")
