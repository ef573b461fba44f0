"""Opens pages as a signed-in person, prints what each took, as JSON; arguments: name, session, address in turn."""

import json
import sys
import time
import tracemalloc
from statistics import median

import django

ROUNDS = 5


def opened(session: str, address: str) -> dict[str, float]:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    count = len(queries)  # at once: the next request empties the log
    assert answer.status_code == 200, (address, answer.status_code)
    seconds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        client.get(address)
        seconds.append(time.perf_counter() - begun)
    tracemalloc.start()
    client.get(address)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return {"queries": count, "seconds": median(seconds), "megabytes": peak / 1e6}


if __name__ == "__main__":
    django.setup()
    given = sys.argv[1:]
    pages = [given[at : at + 3] for at in range(0, len(given), 3)]
    print(json.dumps({name: opened(session, address) for name, session, address in pages}))
