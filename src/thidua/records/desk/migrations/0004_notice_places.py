from django.db import migrations, models


class Migration(migrations.Migration):
    """A notice names the page where to act on it as tasks do, by place and slugs: records know no addresses."""

    dependencies = [("desk", "0003_entries_judged")]

    operations = [
        migrations.RemoveField("notice", "address"),
        migrations.AddField("notice", "place", models.CharField(max_length=40, blank=True, default="")),
        migrations.AddField("notice", "slugs", models.JSONField(default=list)),
    ]
