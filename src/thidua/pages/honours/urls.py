"""Addresses of records: those of people and those of units are built alike."""

from django.urls import path

from thidua.pages.honours import entries, registers, remits, views

PERSON, UNIT = "nguoi/<str:person>/khen-thuong", "don-vi/<slug:unit>/khen-thuong"
REGISTERS = f"{UNIT}/excel"
RUN = f"{REGISTERS}/dot/<str:run>"

urlpatterns = [
    path(PERSON, views.record, name="person_honours"),
    path(f"{PERSON}.xlsx", views.workbook, name="person_honours_xlsx"),
    path(f"{PERSON}/ghi/<slug:kind>", entries.new, name="enter_person_honour"),
    path(f"{PERSON}/muc/<str:entry>", entries.one, name="person_honour"),
    path(f"{PERSON}/muc/<str:entry>/rut", entries.withdraw, name="withdraw_person_honour"),
    path(UNIT, views.record, name="unit_honours"),
    path(f"{UNIT}.xlsx", views.workbook, name="unit_honours_xlsx"),
    path(f"{UNIT}/co-quan", remits.unit_remit, name="unit_remit"),
    path(f"{UNIT}/ghi/<slug:kind>", entries.new, name="enter_unit_honour"),
    path(f"{UNIT}/muc/<str:entry>", entries.one, name="unit_honour"),
    path(f"{UNIT}/muc/<str:entry>/rut", entries.withdraw, name="withdraw_unit_honour"),
    path(REGISTERS, registers.registers, name="honour_registers"),
    path(f"{REGISTERS}/bieu.xlsx", registers.empty_form, name="empty_honour_register"),
    path(f"{REGISTERS}/thi-du.xlsx", registers.example, name="example_honour_register"),
    path(RUN, registers.register_page, name="honour_register"),
    path(f"{RUN}/tien-do", registers.progress, name="honour_register_progress"),
    path(f"{RUN}/ghi", registers.apply, name="apply_honour_register"),
    path(f"{RUN}/rut", registers.undo, name="undo_honour_register"),
    path(f"{RUN}/bo", registers.cancel, name="cancel_honour_register"),
]
