"""Addresses of participation; the first three are for everybody who has a code."""

from django.urls import path

from thidua.pages.participation import board, codes, collecting, joining, own, units

ROOM = "<slug:cluster>/<slug:season>/tham-gia"
UNIT = f"{ROOM}/don-vi/<slug:unit>"
urlpatterns = [
    path("tham-gia", joining.ask_code, name="join"),
    path("tham-gia/<str:join>", joining.by_code, name="join_by_code"),
    path("tham-gia/<str:join>/cam-on", joining.thanks, name="joined"),
    path(ROOM, board.board, name="participation"),
    path(f"{ROOM}/bang.xlsx", board.workbook, name="participation_workbook"),
    path(f"{ROOM}/ghi", own.enter, name="enter_act"),
    path(f"{ROOM}/cua-toi", own.own_acts, name="own_acts"),
    path(UNIT, units.unit_acts, name="unit_acts"),
    path(f"{UNIT}.xlsx", units.workbook, name="unit_acts_workbook"),
    path(f"{UNIT}/khai", units.declare, name="declare_total"),
    path(f"{UNIT}/cho-ghi-nhan", collecting.waiting, name="waiting_acts"),
    path(f"{UNIT}/ghi-nhan", collecting.attribute, name="attribute_acts"),
    path(f"{UNIT}/khong-ghi-nhan", collecting.reject, name="reject_acts"),
    path(f"{UNIT}/ma", codes.codes, name="join_codes"),
    path(f"{ROOM}/ma/<str:join>", codes.sheet, name="join_code"),
    path(f"{ROOM}/ma/<str:join>/dung", codes.stop, name="stop_code"),
    path(f"{ROOM}/luot/<str:act>/rut", own.withdraw, name="withdraw_act"),
    path(f"{ROOM}/luot/<str:act>/anh", own.photo, name="act_photo"),
]
