from django.db import migrations, models


class Migration(migrations.Migration):
    """In which bloc's season an entry on behalf stands; who confirmed, disputed and answered it, and when."""

    dependencies = [("desk", "0002_draft_pages")]

    operations = [
        migrations.AddField(
            "entryonbehalf", "within", models.CharField(max_length=64, blank=True, default="", db_index=True)
        ),
        migrations.AddField("entryonbehalf", "confirmed_at", models.DateTimeField(null=True)),
        migrations.AddField("entryonbehalf", "confirmed_by", models.JSONField(null=True)),
        migrations.AddField("entryonbehalf", "disputed_by", models.JSONField(null=True)),
        migrations.AddField("entryonbehalf", "answered_by", models.JSONField(null=True)),
    ]
