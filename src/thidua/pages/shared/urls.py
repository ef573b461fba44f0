"""Addresses of the shared room: the choice of theme and language; the sheet of parts stands apart in sample_urls.py."""

from django.urls import path

from thidua.pages.shared import looks

urlpatterns = [path("giao-dien", looks.choose, name="choose")]
