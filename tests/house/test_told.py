"""Everything that history tells has its words, and no field is left out by oversight."""

import ast
import re
from pathlib import Path

from django.apps import apps

import thidua
from thidua.base.noticing import Told, name_key
from thidua.base.wording import all_words

RECORDS = Path(thidua.__file__).parent / "records"
KIND = re.compile(r"^[a-z_]+\.[a-z_]+$")
# Fields that no reader is told: what a row is part of, how it is ordered and found, hashes, instants and signers, which
# the line itself tells, and what only the program reads.
NAMES = """
annex bloc bloc_season campaign card chapter cluster commitment commitment_set conference delegate evaluation
exemplar finding guidance handover home indicator initiative inspection invitation key_content leader line matter
membership pact period point report season sheet team template unit visit writer from_person from_unit activity
photo id public_id version slug position folded name_key path label code subject nth frame emulation_year email
is_made_up text_hash seal opening calling certificates unit_code member_name name_en to on_behalf proposes waves
left_out submitted_at submitted_by signed_at signed_by returned_at opened_at entered_at entered_by decided_at
decided_by noted_at noted_by added_at adopted_at adopted_by stage_since spotted_at spotted_by registered_at
registered_by begun_at begun_by received_at received_by received_from answered_at answered_by announced_at
invited_at held_at concluded_at reminded_at given_at given_by replied_at replied_by settled_at settled_by
gathered_at verified_at verified_by locked_by made_at made_by declared_at declared_by filled filled_at started_at
started_by read_at applied_at applied_by undone_at undone_by at by self_total_parts verified_total_parts
points_parts from_results sender about way criterion key values lines slugs kind place budget contribution
only sex of_group approved_at approved_by closed_at closed_by brought_by withdrawn_at reminder_taken_at
"""
UNTOLD = frozenset(NAMES.split())


def told_rows() -> list[type[Told]]:
    return [model for model in apps.get_models() if issubclass(model, Told)]


def test_every_row_that_is_told_has_a_name():
    assert [model.__name__ for model in told_rows() if f"row.{model._meta.model_name}" not in all_words()] == []


def test_every_field_of_a_row_that_is_told_is_named_or_known_to_be_untold():
    found = [
        f"{model._meta.model_name}.{one.name}"
        for model in told_rows()
        for one in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if one.name not in UNTOLD and name_key(model._meta.model_name, one.name) is None
    ]
    assert found == []


def test_whatever_names_a_row_among_its_like_is_a_field_of_it():
    for model in told_rows():
        assert not model.told_by or model._meta.get_field(model.told_by)


def test_every_kind_of_line_that_an_act_writes_has_its_words():
    kinds = {kind for file in RECORDS.rglob("actions*/**/*.py") for kind in recorded_in(file)}
    kinds |= {kind for file in RECORDS.rglob("actions.py") for kind in recorded_in(file)}
    assert len(kinds) > 150
    words = all_words()
    assert sorted(kind for kind in kinds if not {f"event.{kind}", f"history.{kind}"} & words.keys()) == []


def recorded_in(file: Path) -> set[str]:
    """The kinds that stand in calls of `record` and of the helpers that hand a kind on to it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RECORDING:
            texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            found |= {text for text in texts if KIND.match(text)}
    return found


RECORDING = ("record", "_record", "_hand", "_kept", "_judge", "_made", "_move", "_answered")
