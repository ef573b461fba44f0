"""Addresses of histories: that of the object with a word more."""

from django.urls import path

from thidua.pages.history import views
from thidua.pages.history.objects import OBJECTS, name_of

urlpatterns = [
    way
    for page, shown in OBJECTS.items()
    for way in (
        path(f"{shown.route}/lich-su", views.history, {"of": page}, name=name_of(page)),
        path(f"{shown.route}/lich-su.xlsx", views.workbook, {"of": page}, name=f"{name_of(page)}_xlsx"),
    )
]
