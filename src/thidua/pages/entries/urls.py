"""Addresses of entries on behalf."""

from django.urls import path

from thidua.pages.entries import judging, views

urlpatterns = [
    path("nhap-thay/", views.entries, name="entries_on_behalf"),
    path("nhap-thay.xlsx", views.workbook, name="entries_workbook"),
    path("nhap-thay/<str:entry>", views.entry_page, name="entry_on_behalf"),
    path("nhap-thay/<str:entry>/ban-quet", views.scan, name="entry_scan"),
    path("nhap-thay/<str:entry>/xac-nhan", judging.confirm, name="confirm_entry"),
    path("nhap-thay/<str:entry>/khong-dong-y", judging.dispute, name="dispute_entry"),
    path("nhap-thay/<str:entry>/tra-loi", judging.answer, name="answer_entry"),
]
