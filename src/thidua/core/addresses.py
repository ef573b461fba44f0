"""By which address others open the program: how one is typed, and which opens on the machine itself alone."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from thidua.core.answer import refuse

MOST = 200
EXAMPLE = "https://thidua.example.gov.vn"


def address_from(typed: str) -> str:
    """The address as links begin with it. Raises NotPossible for what no browser could open, or with a path behind it.

    >>> address_from(" https://Thidua.Example.vn:8443/ ")
    'https://thidua.example.vn:8443'
    """
    plain = typed.strip()
    if not plain.casefold().startswith(("http://", "https://")):
        raise refuse("house.no_scheme", typed=plain[:80], example=EXAMPLE)
    parts = _split(plain)
    if parts is None:
        raise refuse("house.no_name", typed=plain[:80], example=EXAMPLE)
    address = f"{parts.scheme}://{parts.netloc.lower()}"
    if beyond := plain[len(address) :].strip("/"):
        raise refuse("house.path", beyond=beyond[:80], address=address)
    if len(address) > MOST:
        raise refuse("house.too_long", most=MOST)
    return address


def opens_here_alone(address: str) -> bool:
    """Whether it names nothing but the machine that the program runs on.

    >>> opens_here_alone("http://localhost:8000"), opens_here_alone("https://thidua.example.vn")
    (True, False)
    """
    name = urlsplit(address).hostname or ""
    try:
        number = ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    return number.is_loopback or number.is_unspecified


def _split(plain: str) -> SplitResult | None:
    """Its parts, where name and port can be ones."""
    try:
        parts = urlsplit(plain)
        is_one = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    strange = any(letter.isspace() or letter in "@\\<>\"'{}" for letter in parts.netloc)
    return parts if is_one and not strange else None
