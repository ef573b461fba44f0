"""What goes into the program's log, and what does not."""

import logging
import re

SINGLE_LINK = re.compile(r"(/(?:moi|mat-khau|vao|khoi-dau)/)[^\s/?\"']+")


class WithoutSecrets(logging.Filter):
    """Django logs the address of a refused request; that of a single link is a key that may still open an account."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if (told := SINGLE_LINK.sub(r"\1…", said)) != said:
            record.msg, record.args = told, ()
        return True
