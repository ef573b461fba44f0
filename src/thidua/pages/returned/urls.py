"""Addresses of forms for units and of those that came back."""

from django.urls import path

from thidua.pages.returned import drops, forms

BLOC = "<slug:cluster>/<slug:season>/<slug:bloc>/bieu-mau"
RUN = f"{BLOC}/dot/<str:run>"
urlpatterns = [
    path(BLOC, drops.forms_page, name="forms"),
    path(f"{BLOC}/tha", drops.drop, name="drop_forms"),
    path(f"{BLOC}/ket-qua/<slug:period>.zip", forms.all_forms, name="all_result_forms"),
    path(f"{BLOC}/ket-qua/<slug:period>/<slug:unit>.xlsx", forms.one_form, name="result_form"),
    path(f"{BLOC}/dang-ky.zip", forms.all_registration_forms, name="all_registration_forms"),
    path(f"{BLOC}/dang-ky/<slug:unit>.xlsx", forms.one_registration_form, name="registration_form"),
    path(RUN, drops.run_page, name="import_run"),
    path(f"{RUN}/tien-do", drops.progress, name="import_progress"),
    path(f"{RUN}/ghi", drops.apply, name="apply_import"),
    path(f"{RUN}/doc-lai", drops.again, name="read_import_again"),
    path(f"{RUN}/huy", drops.cancel, name="cancel_import"),
    path(f"{RUN}/rut", drops.undo, name="undo_import"),
    path(f"{RUN}/de-lai/<str:file>", drops.leave_out, name="leave_file_out"),
]
