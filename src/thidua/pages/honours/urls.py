"""Addresses of records: those of people and those of units are built alike."""

from django.urls import path

from thidua.pages.honours import entries, views

PERSON, UNIT = "nguoi/<str:person>/khen-thuong", "don-vi/<slug:unit>/khen-thuong"

urlpatterns = [
    path(PERSON, views.record, name="person_honours"),
    path(f"{PERSON}.xlsx", views.workbook, name="person_honours_xlsx"),
    path(f"{PERSON}/ghi/<slug:kind>", entries.new, name="enter_person_honour"),
    path(f"{PERSON}/muc/<str:entry>", entries.one, name="person_honour"),
    path(f"{PERSON}/muc/<str:entry>/rut", entries.withdraw, name="withdraw_person_honour"),
    path(UNIT, views.record, name="unit_honours"),
    path(f"{UNIT}.xlsx", views.workbook, name="unit_honours_xlsx"),
    path(f"{UNIT}/ghi/<slug:kind>", entries.new, name="enter_unit_honour"),
    path(f"{UNIT}/muc/<str:entry>", entries.one, name="unit_honour"),
    path(f"{UNIT}/muc/<str:entry>/rut", entries.withdraw, name="withdraw_unit_honour"),
]
