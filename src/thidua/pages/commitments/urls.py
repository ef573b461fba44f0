"""Addresses of registration."""

from django.urls import path

from thidua.pages.commitments import titles, views, ways

BLOC = "<slug:cluster>/<slug:season>/<slug:bloc>/dang-ky"
urlpatterns = [
    path(BLOC, views.commitments, name="commitments"),
    path(f"{BLOC}.xlsx", views.workbook, name="commitments_xlsx"),
    path("<slug:cluster>/<slug:season>/<slug:bloc>/danh-hieu-dang-ky", titles.table, name="registered_titles"),
    path("<slug:cluster>/<slug:season>/<slug:bloc>/danh-hieu-dang-ky.xlsx", titles.workbook, name="titles_workbook"),
    path(f"{BLOC}/<slug:unit>", views.sheet_page, name="commitment_sheet"),
    path(f"{BLOC}/<slug:unit>/luu", views.save, name="save_commitments"),
    path(f"{BLOC}/<slug:unit>/trinh", views.submit, name="submit_commitments"),
    path(f"{BLOC}/<slug:unit>/rut-lai", views.take_back, name="take_back_commitments"),
    path(f"{BLOC}/<slug:unit>/ky", views.sign, name="sign_commitments"),
    path(f"{BLOC}/<slug:unit>/tra-lai", views.give_back, name="return_commitments"),
    path(f"{BLOC}/<slug:unit>/mo-sua", views.correct, name="correct_commitments"),
    path(f"{BLOC}/<slug:unit>/van-ban", views.scan, name="commitment_scan"),
    path(f"{BLOC}/<slug:unit>/muc-theo-ky", ways.way_page, name="period_targets"),
    path(f"{BLOC}/<slug:unit>/muc-theo-ky/luu", ways.save_way, name="save_period_targets"),
    path(f"{BLOC}/<slug:unit>/nhap-thay", views.on_behalf, name="enter_commitments_on_behalf"),
]
