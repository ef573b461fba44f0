"""Addresses of the progress board."""

from django.urls import path

from thidua.pages.progress import views

BLOC = "<slug:cluster>/<slug:season>/<slug:bloc>"
urlpatterns = [
    path(f"{BLOC}/tien-do", views.progress, name="progress"),
    path(f"{BLOC}/tien-do.xlsx", views.workbook, name="progress_xlsx"),
    path(f"{BLOC}/tien-do.csv", views.csv_file, name="progress_csv"),
]
