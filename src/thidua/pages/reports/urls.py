"""Addresses of written reports."""

from django.urls import path

from thidua.pages.papers.urls import ONE as PAPER
from thidua.pages.reports import acting, downloads, lists, merging, one

BLOC = "<slug:cluster>/<slug:season>/<slug:bloc>/bao-cao"
REPORT = f"{BLOC}/<str:topic>/<slug:unit>"
urlpatterns = [
    path(f"{PAPER}/gop/<slug:field>", merging.merge_page, name="merge_reports"),
    path(f"{PAPER}/gop/<slug:field>/luu", merging.merge, name="take_texts"),
    path(BLOC, lists.written_reports, name="written_reports"),
    path(f"{BLOC}.xlsx", lists.workbook, name="written_reports_xlsx"),
    path(REPORT, one.report_page, name="written_report"),
    path(f"{REPORT}/luu", acting.save, name="save_written"),
    path(f"{REPORT}/trinh", acting.submit, name="submit_written"),
    path(f"{REPORT}/rut-lai", acting.take_back, name="take_back_written"),
    path(f"{REPORT}/ky", acting.sign, name="sign_written"),
    path(f"{REPORT}/tra-lai", acting.give_back, name="return_written"),
    path(f"{REPORT}/sua-lai", acting.reopen, name="reopen_written"),
    path(f"{REPORT}/ghi-so", acting.number, name="number_written"),
    path(f"{REPORT}/nhap-thay", acting.on_behalf, name="enter_written_on_behalf"),
    path(f"{REPORT}/word", downloads.word, name="written_word"),
    path(f"{REPORT}/pdf", downloads.pdf, name="written_pdf"),
    path(f"{REPORT}/lam-pdf", downloads.make_pdf, name="make_written_pdf"),
    path(f"{REPORT}/ban-quet", downloads.scan, name="written_scan"),
]
