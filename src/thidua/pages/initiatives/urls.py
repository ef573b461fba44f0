"""Addresses of initiatives."""

from django.urls import path

from thidua.pages.initiatives import acting, lists, views, writing

ROOM = "<slug:cluster>/<slug:season>/sang-kien"
ONE = f"{ROOM}/<str:initiative>"
urlpatterns = [
    path(ROOM, lists.initiatives, name="initiatives"),
    path(f"{ROOM}/bang.xlsx", lists.workbook, name="initiatives_workbook"),
    path(f"{ROOM}/moi", writing.new_initiative, name="begin_initiative"),
    path(f"{ROOM}/nhap-thay", writing.on_behalf, name="enter_initiative_on_behalf"),
    path(f"{ROOM}/tiep-nhan", acting.receive_many, name="receive_initiatives"),
    path(ONE, views.initiative_page, name="initiative"),
    path(f"{ONE}/sua", writing.write, name="save_initiative"),
    path(f"{ONE}/rut-lai", acting.take_back, name="take_back_initiative"),
    path(f"{ONE}/ky", acting.sign, name="sign_initiative"),
    path(f"{ONE}/tra-lai", acting.give_back, name="return_initiative"),
    path(f"{ONE}/tiep-nhan", acting.receive, name="receive_initiative"),
    path(f"{ONE}/minh-chung/<str:paper>", views.file, name="initiative_file"),
    path(f"{ONE}/minh-chung/<str:paper>/rut", acting.withdraw, name="withdraw_initiative_paper"),
]
