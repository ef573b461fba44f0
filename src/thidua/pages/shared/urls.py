"""Addresses of the shared room: theme and language, drafts; the sheet of parts stands apart in sample_urls.py."""

from django.urls import path

from thidua.pages.shared import drafts, looks

urlpatterns = [
    path("giao-dien", looks.choose, name="choose"),
    path("nhap-luu", drafts.drafts, name="drafts"),
]
