"""The product's addresses, and /tran: one bare row, one commit, nothing else."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from thidua.site import urls

handler404, handler500 = urls.handler404, urls.handler500


@csrf_exempt
def bare(request: HttpRequest) -> HttpResponse:
    """Writes what was sent as one row, without session, rights, lock, journal or page."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_bare (body) VALUES (%s)", [request.body.decode()])
    return HttpResponse(status=303, headers={"Location": "/"})


urlpatterns = [path("tran", bare), *urls.urlpatterns]
