from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("size_bytes", models.PositiveBigIntegerField()),
                ("kind", models.CharField(max_length=100)),
                ("name", models.CharField(max_length=255)),
                ("stored_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
