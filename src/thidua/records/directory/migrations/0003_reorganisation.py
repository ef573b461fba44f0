import django.db.models.deletion
from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_one_row_now"), ("files", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Reorganisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("merged", "Merged"),
                            ("split", "Split"),
                            ("dissolved", "Dissolved"),
                            ("renamed", "Renamed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("on", models.DateField()),
                ("title", models.CharField(blank=True, max_length=300)),
                ("number", models.CharField(blank=True, max_length=200)),
                ("dated_on", models.DateField(blank=True, null=True)),
                ("issuer", models.CharField(blank=True, max_length=200)),
                ("noted_at", models.DateTimeField(null=True)),
                ("undo", models.JSONField(default=dict)),
                ("annulled_at", models.DateTimeField(null=True)),
                ("annulled_because", models.CharField(blank=True, max_length=1000)),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="files.storedfile",
                    ),
                ),
            ],
            options={"ordering": ("-on", "-pk")},
        )
    ]
