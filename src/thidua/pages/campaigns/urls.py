"""Addresses of campaigns."""

from django.urls import path

from thidua.pages.campaigns import acting, calendar, lists, views, writing

ROOM = "<slug:cluster>/<slug:season>/phong-trao"
ONE = f"{ROOM}/<str:campaign>"
urlpatterns = [
    path(ROOM, lists.campaigns, name="campaigns"),
    path(f"{ROOM}/bang.xlsx", lists.workbook, name="campaigns_workbook"),
    path(f"{ROOM}/lich", calendar.year_calendar, name="year_calendar"),
    path(f"{ROOM}/mau", writing.templates, name="campaign_templates"),
    path(f"{ROOM}/moi", writing.new_campaign, name="draft_campaign"),
    path(f"{ROOM}/nhap-thay", writing.on_behalf, name="enter_campaign_on_behalf"),
    path(ONE, views.campaign_page, name="campaign"),
    path(f"{ONE}/sua", writing.amend, name="amend_campaign"),
    path(f"{ONE}/trinh", acting.submit, name="submit_campaign"),
    path(f"{ONE}/tra-lai", acting.give_back, name="return_campaign"),
    path(f"{ONE}/phat-dong", acting.launch, name="launch_campaign"),
    path(f"{ONE}/tong-ket", acting.sum_up, name="sum_up_campaign"),
    path(f"{ONE}/tong-ket-thay", acting.sum_up_on_behalf, name="sum_up_campaign_on_behalf"),
    path(f"{ONE}/dung", acting.call_off, name="call_off_campaign"),
    path(f"{ONE}/rut", acting.withdraw, name="withdraw_campaign"),
    path(f"{ONE}/lui", acting.take_back, name="take_back_campaign"),
    path(f"{ONE}/van-ban/<str:paper>", views.file, name="campaign_paper"),
]
