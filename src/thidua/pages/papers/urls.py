"""Addresses of a season's papers."""

from django.urls import path

from thidua.core.workflow.papers import Under
from thidua.pages.papers import downloads, letterheads, lists, one, signing, templates, unit_templates, units

PAPERS = "<slug:cluster>/<slug:season>/van-ban"
ONE = f"{PAPERS}/<slug:code>/<str:subject>"
OF_UNITS = "<slug:cluster>/<slug:season>/<slug:bloc>/giay-to"
urlpatterns = [
    path(PAPERS, lists.papers, name="papers"),
    path(f"{PAPERS}.xlsx", lists.workbook, name="papers_workbook"),
    path(f"{PAPERS}/dau-van-ban", letterheads.letterhead, name="letterhead"),
    path(f"{PAPERS}/dau-van-ban/cum", letterheads.allowed, {"under": Under.CLUSTER}, name="cluster_letterhead"),
    path(f"{PAPERS}/dau-van-ban/cap-tren", letterheads.allowed, {"under": Under.AGENCY}, name="agency_letterhead"),
    path(f"{PAPERS}/mau", templates.paper_templates, name="paper_templates"),
    path(f"{PAPERS}/mau/<slug:code>", templates.paper_template, name="paper_template"),
    path(f"{PAPERS}/mau/<slug:code>/word", templates.template_word, name="template_word"),
    path(ONE, one.paper_page, name="season_paper"),
    path(f"{ONE}/lap", one.draft, name="draft_paper"),
    path(f"{ONE}/luu", one.write, name="write_paper"),
    path(f"{ONE}/trinh", signing.submit, name="submit_paper"),
    path(f"{ONE}/tra-lai", signing.give_back, name="return_paper"),
    path(f"{ONE}/ky", signing.sign, name="sign_paper"),
    path(f"{ONE}/ghi-so", signing.issue, name="issue_paper"),
    path(f"{ONE}/rut", signing.withdraw, name="withdraw_paper"),
    path(f"{ONE}/word", downloads.word, name="paper_word"),
    path(f"{ONE}/pdf", downloads.pdf, name="paper_pdf"),
    path(f"{ONE}/lam-pdf", signing.make_pdf, name="make_paper_pdf"),
    path(f"{ONE}/tep", downloads.file, name="signed_paper_file"),
    path(OF_UNITS, units.unit_papers, name="unit_papers"),
    path(f"{OF_UNITS}/<slug:unit>/mau", unit_templates.unit_templates, name="unit_templates"),
    path(f"{OF_UNITS}/<slug:unit>/mau/<slug:code>", unit_templates.one_template, name="unit_template"),
    path(f"{OF_UNITS}/<slug:unit>/mau/<slug:code>/word", unit_templates.word, name="unit_template_word"),
    path(f"{OF_UNITS}/<slug:unit>/<slug:code>/word", units.word, name="unit_paper_word"),
    path(f"{OF_UNITS}/<slug:unit>/<slug:code>/pdf", units.pdf, name="unit_paper_pdf"),
    path(f"{OF_UNITS}/<slug:unit>/<slug:code>/lam-pdf", units.make_pdf, name="make_unit_paper_pdf"),
]
