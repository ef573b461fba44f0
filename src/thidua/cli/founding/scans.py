"""The scan that stands beside made-up papers where a file is asked for."""

from datetime import datetime

from thidua.cli.founding.stories import SLIP
from thidua.records.files.models import StoredFile
from thidua.records.files.steps import keep_file

NAME = "ban-quet-minh-chung.pdf"


def a_scan(at: datetime) -> StoredFile:
    """One for all of them: a file is looked through when it is kept, which takes its time."""
    kept = StoredFile.objects.filter(name=NAME).first()
    return kept or keep_file(name=NAME, content=SLIP.replace(b"PHIEU DONG Y", b"BAN QUET"), at=at)
