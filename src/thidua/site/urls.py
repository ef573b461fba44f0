"""Root addresses: the program's own words first, clusters last."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("thidua.pages.shared.urls")),
    path("", include("thidua.pages.door.urls")),
    path("", include("thidua.pages.today.urls")),
    path("", include("thidua.pages.notices.urls")),
    path("", include("thidua.pages.entries.urls")),
    path("", include("thidua.pages.rights.urls")),
    path("", include("thidua.pages.law.urls")),
    path("", include("thidua.pages.looking.urls")),
    path("", include("thidua.pages.beginning.urls")),
    path("", include("thidua.pages.honours.urls")),
    path("", include("thidua.pages.directory.urls")),
    path("", include("thidua.pages.accounts.urls")),
    path("", include("thidua.pages.conferences.urls")),
    path("", include("thidua.pages.money.urls")),
    path("", include("thidua.pages.commitments.urls")),
    path("", include("thidua.pages.pact.urls")),
    path("", include("thidua.pages.tracking.urls")),
    path("", include("thidua.pages.results.urls")),
    path("", include("thidua.pages.reports.urls")),
    path("", include("thidua.pages.returned.urls")),
    path("", include("thidua.pages.progress.urls")),
    path("", include("thidua.pages.scores.urls")),
    path("", include("thidua.pages.inspections.urls")),
    path("", include("thidua.pages.exemplars.urls")),
    path("", include("thidua.pages.initiatives.urls")),
    path("", include("thidua.pages.campaigns.urls")),
    path("", include("thidua.pages.participation.urls")),
    path("", include("thidua.pages.chapters.urls")),
    path("", include("thidua.pages.papers.urls")),
    path("", include("thidua.pages.yearend.urls")),
    path("", include("thidua.pages.handover.urls")),
    path("", include("thidua.pages.history.urls")),
    path("", include("thidua.pages.seasons.urls")),
]
if settings.DEBUG or settings.DEMO_DAY:
    urlpatterns.insert(0, path("", include("thidua.pages.shared.sample_urls")))

handler400 = "thidua.pages.shared.uploads.bad_request"
handler404 = "thidua.pages.shared.refusals.unknown_page"
handler500 = "thidua.pages.shared.refusals.broken_page"
