from django.db import migrations


class Migration(migrations.Migration):
    """A run is always the secretariat's, for units; a unit's own form is read at once and needs none."""

    dependencies = [
        ("runs", "0002_returned_files"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="run",
            name="on_behalf",
        ),
    ]
