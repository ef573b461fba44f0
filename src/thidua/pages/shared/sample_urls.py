"""Addresses of the sheet of parts, in the demo and while developing only."""

from django.urls import path

from thidua.pages.shared import samples

urlpatterns = [
    path("mau", samples.sheet, name="samples"),
    path("mau/phong", samples.room, name="sample_room"),
    path("mau/giay", samples.paper, name="sample_paper"),
]
