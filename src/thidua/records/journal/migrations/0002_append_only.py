"""Journal lines are only ever added: the database itself refuses a change or a deletion."""

from django.db import migrations

SQLITE = {
    "entry_never_changes": "BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "entry_never_goes": "BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "body_never_goes": "BEFORE DELETE ON journal_body BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    # Erasing a person empties a body; nothing else may become of it.
    "body_is_only_erased": "BEFORE UPDATE ON journal_body WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL "
    "BEGIN SELECT RAISE(ABORT, 'a body is erased, never changed'); END",
}
POSTGRESQL = """
CREATE FUNCTION journal_refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER entry_only_added BEFORE UPDATE OR DELETE ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER entry_not_truncated BEFORE TRUNCATE ON journal_entry EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER body_never_goes BEFORE DELETE ON journal_body FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER body_is_only_erased BEFORE UPDATE ON journal_body FOR EACH ROW
    WHEN (NEW.text IS NOT NULL OR NEW.salt IS NOT NULL) EXECUTE FUNCTION journal_refuse();
"""
POSTGRESQL_BACK = """
DROP TRIGGER entry_only_added ON journal_entry; DROP TRIGGER entry_not_truncated ON journal_entry;
DROP TRIGGER body_never_goes ON journal_body; DROP TRIGGER body_is_only_erased ON journal_body;
DROP FUNCTION journal_refuse();
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    else:
        for name, body in SQLITE.items():
            schema_editor.execute(f"CREATE TRIGGER {name} {body}")


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_BACK)
    else:
        for name in SQLITE:
            schema_editor.execute(f"DROP TRIGGER {name}")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
