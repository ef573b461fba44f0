from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0005_entries_withdrawn"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("only", models.BooleanField(default=True, editable=False, unique=True)),
                ("address", models.CharField(max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("only", True)), name="desk_one_house_address")
                ],
            },
        ),
    ]
