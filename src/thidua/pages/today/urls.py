"""Address of Hôm nay."""

from django.urls import path

from thidua.pages.today import views

urlpatterns = [path("hom-nay", views.today_page, name="today")]
