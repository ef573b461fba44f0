"""Addresses of the door."""

from django.urls import path

from thidua.pages.door import passkeys, views

urlpatterns = [
    path("", views.front, name="front"),
    path("dang-nhap", views.sign_in, name="sign_in"),
    path("dang-nhap/khoa", passkeys.sign_in, name="sign_in_by_passkey"),
    path("dang-nhap/khoa/hoi", passkeys.ask, name="ask_passkey"),
    path("dang-xuat", views.sign_out, name="sign_out"),
    path("thu-dung/<str:role>", views.try_out, name="try_out"),
]
