"""Addresses of seasons and blocs; they come last, since a cluster's slug is the first word of an address."""

from django.urls import path

from thidua.pages.seasons import (
    calendar,
    clusters,
    contents,
    guidance,
    heads,
    indicators,
    members,
    naming,
    planning,
    roles,
    views,
)

SEASON = "<slug:cluster>/<slug:season>"
BLOC = f"{SEASON}/<slug:bloc>"

urlpatterns = [
    path("nam-thi-dua", views.seasons, name="season"),
    path("nam-thi-dua/cum-moi", clusters.new_cluster, name="found_cluster"),
    path("nam-thi-dua/cum/<slug:cluster>", naming.names, name="rename_cluster"),
    path("nam-thi-dua/lap", clusters.where, name="plan_where"),
    path("nam-thi-dua/lap/<slug:cluster>", planning.new_season, name="plan_season"),
    path(f"{SEASON}/", views.season_page, name="one_season"),
    path(f"{SEASON}/phuong-cham", views.amend, name="amend_season"),
    path(f"{SEASON}/noi-dung", contents.contents, name="plan_contents"),
    path(f"{SEASON}/dot-thi-dua", contents.campaigns, name="plan_campaigns"),
    path(f"{SEASON}/chi-dao", guidance.guidance, name="guidance"),
    path(f"{SEASON}/chi-dao.xlsx", guidance.workbook, name="guidance_workbook"),
    path(f"{SEASON}/chi-dao/moi", guidance.new_guidance, name="new_guidance"),
    path(f"{SEASON}/chi-dao/<str:paper>", guidance.one_guidance, name="one_guidance"),
    path(f"{SEASON}/chi-dao/<str:paper>/rut", guidance.withdraw, name="withdraw_guidance"),
    path(f"{SEASON}/chi-dao/<str:paper>/tep", guidance.guidance_file, name="guidance_file"),
    path(f"{SEASON}/phan-viec", roles.roles, name="season_roles"),
    path(f"{SEASON}/phan-viec/truong", heads.head, name="name_head"),
    path(f"{SEASON}/phan-viec/cach-chon", heads.selection, name="choose_head_selection"),
    path(f"{SEASON}/phan-viec/<str:given>/thoi", roles.end, name="end_role"),
    path(f"{SEASON}/phan-viec/<str:given>/van-ban", heads.ground_file, name="head_ground_file"),
    path(f"{BLOC}/", views.bloc_page, name="bloc"),
    path(f"{BLOC}/giai-doan", views.move, name="move_stage"),
    path(f"{BLOC}/thanh-vien", members.members, name="plan_members"),
    path(f"{BLOC}/chi-so", indicators.indicators, name="plan_indicators"),
    path(f"{BLOC}/lich", calendar.calendar, name="plan_calendar"),
]
