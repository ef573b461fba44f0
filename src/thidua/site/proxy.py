"""What the proxy in front says of a request: from which address it comes."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address against which wrong passwords are counted.

    Behind a proxy (THIDUA_TLS) it is the last one that X-Forwarded-For names: what stands before it the client
    may have written. Without a proxy the header counts for nothing.
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.BEHIND_TLS:
        return direct
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(told))
    except ValueError:
        return direct
