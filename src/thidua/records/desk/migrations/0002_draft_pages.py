from django.db import migrations, models


class Migration(migrations.Migration):
    """A draft counts its own savings and knows the page that saved it last."""

    dependencies = [("desk", "0001_initial")]

    operations = [
        migrations.RemoveField("draft", "seen_version"),
        migrations.AddField("draft", "version", models.PositiveIntegerField(default=1)),
        migrations.AddField("draft", "page", models.CharField(max_length=24, blank=True, default="")),
    ]
