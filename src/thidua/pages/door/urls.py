"""Addresses of the door."""

from django.urls import path

from thidua.pages.door import views

urlpatterns = [
    path("", views.front, name="front"),
    path("dang-nhap", views.sign_in, name="sign_in"),
    path("dang-xuat", views.sign_out, name="sign_out"),
    path("thu-dung/<str:role>", views.try_out, name="try_out"),
]
