"""Addresses of the tracking sheet."""

from django.urls import path

from thidua.pages.tracking import deadlines, reminding, views

BLOC = "<slug:cluster>/<slug:season>/<slug:bloc>/theo-doi"
urlpatterns = [
    path(BLOC, views.tracking, name="tracking"),
    path(f"{BLOC}.xlsx", views.workbook, name="tracking_xlsx"),
    path(f"{BLOC}/nhac", reminding.send, name="remind"),
    path(f"{BLOC}/gia-han", deadlines.extend, name="extend_deadline"),
]
