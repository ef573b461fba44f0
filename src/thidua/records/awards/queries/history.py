"""The histories of people and units, as the rules of the law ask for them."""

from thidua.records.awards.queries.person_history import histories_of_people, history_of_person
from thidua.records.awards.queries.unit_histories import histories_of_units
from thidua.records.awards.queries.unit_history import history_of_unit

__all__ = ["histories_of_people", "histories_of_units", "history_of_person", "history_of_unit"]
