"""Addresses of seasons and blocs; they come last, since a cluster's slug is the first word of an address."""

from django.urls import path

from thidua.pages.seasons import views

urlpatterns = [
    path("nam-thi-dua", views.seasons, name="season"),
    path("<slug:cluster>/<slug:season>/", views.season_page, name="one_season"),
    path("<slug:cluster>/<slug:season>/phuong-cham", views.amend, name="amend_season"),
    path("<slug:cluster>/<slug:season>/<slug:bloc>/", views.bloc_page, name="bloc"),
    path("<slug:cluster>/<slug:season>/<slug:bloc>/giai-doan", views.move, name="move_stage"),
]
