"""PostgreSQL can empty a table at once, past the triggers of its rows: bodies are guarded against that too."""

from django.db import migrations

GUARD = """
CREATE TRIGGER body_not_truncated BEFORE TRUNCATE ON journal_body EXECUTE FUNCTION journal_refuse();
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(GUARD)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER body_not_truncated ON journal_body;")


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_first_head")]
    operations = [migrations.RunPython(guard, unguard)]
