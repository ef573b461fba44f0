from datetime import date

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0005_notes_of_succession")]

    operations = [
        migrations.AlterField(
            model_name="succession",
            name="reorganisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="directory.reorganisation"
            ),
        ),
        # On the way back a column needs something to stand in it until the rows are written over.
        migrations.AlterField(model_name="succession", name="on", field=models.DateField(default=date(1945, 8, 28))),
        migrations.AlterField(
            model_name="succession",
            name="successor_code",
            field=models.CharField(default="", max_length=32),
        ),
        migrations.RemoveField(model_name="succession", name="on"),
        migrations.RemoveField(model_name="succession", name="ground"),
        migrations.RemoveField(model_name="succession", name="successor_code"),
    ]
