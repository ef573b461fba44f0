import django.db.models.deletion
from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0002_facts"),
        ("directory", "0014_brought_by_a_list"),
    ]

    operations = [
        migrations.CreateModel(
            name="Remit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("main_road", models.CharField(blank=True, max_length=32)),
                ("second_road", models.CharField(blank=True, max_length=32)),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="remit", to="directory.unit"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second_road", ""),
                            models.Q(
                                models.Q(("main_road", ""), _negated=True),
                                models.Q(("second_road", models.F("main_road")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="awards_second_road_is_another",
                    )
                ],
            },
        ),
    ]
