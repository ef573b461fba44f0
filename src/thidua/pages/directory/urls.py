"""Addresses of the directory, of its keeping, and of the search."""

from django.urls import path

from thidua.pages.directory import delegations, officers, people, reorganising, units, views

urlpatterns = [
    path("don-vi", views.units_page, name="units"),
    path("don-vi.xlsx", views.workbook, name="units_xlsx"),
    path("don-vi/<slug:unit>", views.unit_page, name="unit"),
    path("don-vi/<slug:unit>/nguoi.xlsx", views.people_workbook, name="people_workbook"),
    path("don-vi/<slug:unit>/doi-ten", units.rename, name="rename_unit"),
    path("don-vi/<slug:unit>/chuyen", units.move, name="move_unit"),
    path("don-vi/<slug:unit>/sap-nhap", reorganising.merge, name="merge_units"),
    path("don-vi/<slug:unit>/chia-tach", reorganising.split, name="split_unit"),
    path("don-vi/<slug:unit>/giai-the", reorganising.dissolve, name="dissolve_unit"),
    path("don-vi/<slug:unit>/uy-quyen", delegations.delegate, name="delegations"),
    path("don-vi/<slug:unit>/uy-quyen/<str:letter>/rut", delegations.withdraw, name="withdraw_delegation"),
    path("don-vi/<slug:unit>/uy-quyen/<str:letter>/ban-quet", delegations.letter_file, name="delegation_letter"),
    path("don-vi/<slug:unit>/uy-quyen/<str:letter>/gan", delegations.attach, name="attach_letter"),
    path("don-vi/<slug:unit>/doi-nguoi", officers.change, name="change_officer"),
    path("nguoi/<str:person>", views.person_page, name="person"),
    path("nguoi/<str:person>/thu", people.email, name="change_email"),
    path("nguoi/<str:person>/chuc-vu", people.give_post, name="give_post"),
    path("nguoi/<str:person>/chuc-vu/<str:post>/thoi", people.leave_post, name="end_post"),
    path("sap-xep", reorganising.register, name="reorganisations"),
    path("sap-xep/<str:reorganisation>", reorganising.reorganisation_page, name="reorganisation"),
    path("sap-xep/<str:reorganisation>/quyet-dinh", reorganising.decision, name="reorganisation_decision"),
    path("sap-xep/<str:reorganisation>/huy", reorganising.annul, name="annul_reorganisation"),
    path("quan-tri/don-vi-moi", units.keep, name="keep_unit"),
    path("quan-tri/nguoi-moi", people.keep, name="keep_person"),
    path("tim", views.find, name="find"),
]
