"""Addresses of notices."""

from django.urls import path

from thidua.pages.notices import views

urlpatterns = [
    path("thong-bao/", views.notices, name="notices"),
    path("thong-bao/da-doc", views.read_all, name="read_notices"),
    path("thong-bao/<str:notice>/mo", views.open_one, name="open_notice"),
]
