"""What PostgreSQL believes about the size of its tables.

It looks by itself only at what is committed: to it the tables of a test that will be rolled back stay empty, and it
joins them row by row, for minutes.
"""

from django.db import connection


def let_it_count() -> None:
    """The database looks again how many rows there are; after rows were made in bulk."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
