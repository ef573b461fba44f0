"""Places carry the unit's code and name at the lock."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("scores", "0001_initial")]

    operations = [
        migrations.AddField("place", "unit_code", models.CharField(max_length=32, default=""), preserve_default=False),
        migrations.AddField(
            "place", "member_name", models.CharField(max_length=200, default=""), preserve_default=False
        ),
    ]
