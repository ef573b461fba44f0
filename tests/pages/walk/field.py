"""The rules of inspections, exemplars and initiatives: what a GET answers to five of those who walk.

"own": who has a part in the season; "post": no page of its own; "locked": nothing there; of SOME only for some.
"""

RULES = {
    "inspections": "own", "plan_inspection": "plan", "inspection": "own", "amend_inspection": "refused",
    "announce_inspection": "post", "close_inspection": "post", "inspection_workbook": "visit", "change_team": "plan",
    "visit": "visit", "note_finding": "post", "add_photograph": "post", "withdraw_finding": "post",
    "finding_file": "locked", "move_visit": "post", "cancel_visit": "post", "minutes": "visit",
    "report_visit": "post", "answer_minutes": "post", "answer_minutes_on_behalf": "post", "point": "visit",
    "answer_point": "post", "answer_point_on_behalf": "post", "close_point": "post", "send_back_point": "post",
    "mending_file": "locked", "exemplars": "own", "spot_exemplar": "unit's", "exemplar": "own",
    "amend_exemplar": "told", "register_exemplar": "post", "introduce_exemplar": "post", "recognise_exemplar": "post",
    "withdraw_exemplar": "post", "give_consent": "post", "take_back_consent": "post", "note_exemplar": "post",
    "adopt_model": "post", "check_exemplar": "post", "consent_slip": "slip", "exemplar_file": "locked",
    "initiatives": "own", "initiatives_workbook": "own", "begin_initiative": "unit's",
    "enter_initiative_on_behalf": "secretary's", "receive_initiatives": "post", "initiative": "own",
    "save_initiative": "received", "take_back_initiative": "post", "sign_initiative": "post",
    "return_initiative": "post", "receive_initiative": "post", "initiative_file": "locked",
    "withdraw_initiative_paper": "post",
}  # fmt: skip
# Where not all of the house get the same: what most get, and who gets something else.
SOME = {
    "plan": (422, {"head": 200, "secretary": 200}),
    "refused": (422, {}),
    "visit": (200, {"administrator": 404}),
    "unit's": (200, {"administrator": 422}),
    "told": (404, {"leader": 422, "secretary": 422}),
    "slip": (404, {"leader": 200, "secretary": 200}),
    "secretary's": (404, {"secretary": 200, "head": 422, "administrator": 422}),
    "received": (422, {"officer": 404}),
}
