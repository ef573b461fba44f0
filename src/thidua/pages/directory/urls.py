"""Addresses of the directory and of the search."""

from django.urls import path

from thidua.pages.directory import views

urlpatterns = [
    path("don-vi", views.units_page, name="units"),
    path("don-vi/<slug:unit>", views.unit_page, name="unit"),
    path("nguoi/<str:person>", views.person_page, name="person"),
    path("tim", views.find, name="find"),
]
