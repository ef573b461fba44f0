"""Addresses of inspections."""

from django.urls import path

from thidua.pages.inspections import minutes, planning, points, rounds, visits

SEASON = "<slug:cluster>/<slug:season>"
ROOM = f"{SEASON}/<slug:bloc>/kiem-tra"
ROUND = f"{ROOM}/<str:inspection>"
VISIT = f"{ROOM}/luot/<str:visit>"
FINDING = f"{VISIT}/phat-hien/<str:finding>"
urlpatterns = [
    path(f"{SEASON}/kiem-tra", rounds.inspections, name="inspections"),
    path(f"{SEASON}/kiem-tra.xlsx", rounds.list_workbook, name="inspections_workbook"),
    path(f"{ROOM}/lap", planning.new_inspection, name="plan_inspection"),
    path(VISIT, visits.visit_page, name="visit"),
    path(f"{VISIT}/ghi", visits.note, name="note_finding"),
    path(f"{VISIT}/doi-ngay", visits.move, name="move_visit"),
    path(f"{VISIT}/huy", visits.cancel, name="cancel_visit"),
    path(f"{VISIT}/bien-ban", minutes.minutes_page, name="minutes"),
    path(f"{VISIT}/bien-ban/ky", minutes.report, name="report_visit"),
    path(f"{VISIT}/bien-ban/y-kien", minutes.answer, name="answer_minutes"),
    path(f"{VISIT}/bien-ban/nhap-thay", minutes.on_behalf, name="answer_minutes_on_behalf"),
    path(f"{FINDING}/anh", visits.add_photograph, name="add_photograph"),
    path(f"{FINDING}/rut", visits.withdraw, name="withdraw_finding"),
    path(f"{FINDING}/tep/<str:file>", visits.file, name="finding_file"),
    path(FINDING, points.point_page, name="point"),
    path(f"{FINDING}/tra-loi", points.answer, name="answer_point"),
    path(f"{FINDING}/nhap-thay", points.on_behalf, name="answer_point_on_behalf"),
    path(f"{FINDING}/khep", points.close, name="close_point"),
    path(f"{FINDING}/gui-lai", points.send_back, name="send_back_point"),
    path(f"{FINDING}/minh-chung/<str:answer>", points.file, name="mending_file"),
    path(ROUND, rounds.inspection_page, name="inspection"),
    path(f"{ROUND}/sua", planning.amend, name="amend_inspection"),
    path(f"{ROUND}/thong-bao", rounds.announce, name="announce_inspection"),
    path(f"{ROUND}/ket-thuc", rounds.close, name="close_inspection"),
    path(f"{ROUND}/bang.xlsx", rounds.workbook, name="inspection_workbook"),
    path(f"{ROUND}/doan/<int:number>", planning.team, name="change_team"),
]
