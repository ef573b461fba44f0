"""Address of the grid of rights."""

from django.urls import path

from thidua.pages.rights import views

urlpatterns = [path("ai-duoc-lam-gi", views.rights_page, name="rights")]
