"""Acts on the record of honours."""

from thidua.records.awards.actions.bringing import bring_entries
from thidua.records.awards.actions.entries import enter, mend, withdraw
from thidua.records.awards.actions.remits import set_remit

__all__ = ["bring_entries", "enter", "mend", "set_remit", "withdraw"]
