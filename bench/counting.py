"""Counts what has arrived, for a process that must not share the server's memory: prints JSON."""

import json

import django


def count() -> dict[str, object]:
    from django.db import connection
    from django.db.models import Sum

    from thidua.records.journal.models import Entry
    from thidua.records.journal.queries import first_faulty_line
    from thidua.records.scores.models import ScoreCard

    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM bench_bare")
        bare = cursor.fetchone()[0]
    return {
        "saved": Entry.objects.filter(kind="card.saved").count(),
        "versions": ScoreCard.objects.aggregate(all=Sum("version"))["all"],
        "bare": bare,
        "chain": "holds" if first_faulty_line() is None else "broken",
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(count()))
