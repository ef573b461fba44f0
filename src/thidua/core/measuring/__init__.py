"""How the periods of a year make one figure, how far it should be by a day, and what share of that is reached."""

from thidua.core.measuring.checks import Allowed, Form, faults_of
from thidua.core.measuring.measured import Measured
from thidua.core.measuring.targets import Standing, achieved_share, gone_share, standing, target_to_date
from thidua.core.measuring.year import course_of, year_so_far

__all__ = [
    "Allowed",
    "Form",
    "Measured",
    "Standing",
    "achieved_share",
    "course_of",
    "faults_of",
    "gone_share",
    "standing",
    "target_to_date",
    "year_so_far",
]
