"""Addresses of exemplars."""

from django.urls import path

from thidua.pages.exemplars import book, chain, lists, telling, views

ROOM = "<slug:cluster>/<slug:season>/dien-hinh"
ONE = f"{ROOM}/<str:exemplar>"
urlpatterns = [
    path(ROOM, lists.exemplars, name="exemplars"),
    path(f"{ROOM}/bang.xlsx", lists.workbook, name="exemplars_workbook"),
    path(f"{ROOM}/moi", telling.new_exemplar, name="spot_exemplar"),
    path(ONE, views.exemplar_page, name="exemplar"),
    path(f"{ONE}/sua", telling.amend, name="amend_exemplar"),
    path(f"{ONE}/dang-ky", chain.register, name="register_exemplar"),
    path(f"{ONE}/gioi-thieu", chain.introduce, name="introduce_exemplar"),
    path(f"{ONE}/cong-nhan", chain.recognise, name="recognise_exemplar"),
    path(f"{ONE}/rut", chain.withdraw, name="withdraw_exemplar"),
    path(f"{ONE}/dong-y", book.consent, name="give_consent"),
    path(f"{ONE}/rut-dong-y", book.take_back, name="take_back_consent"),
    path(f"{ONE}/ghi", book.note, name="note_exemplar"),
    path(f"{ONE}/nhan-rong", book.adopt, name="adopt_model"),
    path(f"{ONE}/theo-doi", book.check, name="check_exemplar"),
    path(f"{ONE}/phieu-dong-y", views.slip, name="consent_slip"),
    path(f"{ONE}/tep/<str:paper>", views.file, name="exemplar_file"),
]
