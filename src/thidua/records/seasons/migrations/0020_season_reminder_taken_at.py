"""The text that asks the units in has been copied: the last step of the first morning."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("seasons", "0019_cluster_version")]

    operations = [
        migrations.AddField(model_name="season", name="reminder_taken_at", field=models.DateTimeField(null=True)),
    ]
