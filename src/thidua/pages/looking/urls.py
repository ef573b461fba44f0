"""Addresses of looking through a role's eyes."""

from django.urls import path

from thidua.pages.looking import views

urlpatterns = [
    path("xem-nhu/thoi", views.end_looking, name="end_looking"),
    path("<slug:cluster>/<slug:season>/xem-nhu", views.look_as, name="look_as"),
]
