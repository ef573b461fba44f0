"""Two who rename a cluster at once: the second is told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("seasons", "0018_indicator_needs_file")]

    operations = [
        migrations.AddField(
            model_name="cluster", name="version", field=models.PositiveIntegerField(default=1, editable=False)
        ),
    ]
