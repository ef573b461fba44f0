"""The words of history: what was done, which row, which field, what a code means."""

from thidua.base.wording.history.fields import FIELDS, ROWS
from thidua.base.wording.history.kinds import KINDS
from thidua.base.wording.history.values import VALUES

WORDS = KINDS | ROWS | FIELDS | VALUES
