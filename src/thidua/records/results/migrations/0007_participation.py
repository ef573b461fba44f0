import django.db.models.deletion
from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0010_unit_name_by_reorganisation"),
        ("files", "0001_initial"),
        ("results", "0006_initiatives"),
        ("seasons", "0006_guidance"),
    ]

    operations = [
        migrations.CreateModel(
            name="DeclaredTotal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("on", models.DateField()),
                ("people", models.PositiveIntegerField()),
                ("note", models.CharField(blank=True, max_length=300)),
                ("declared_at", models.DateTimeField()),
                ("declared_by", models.JSONField()),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declared_totals",
                        to="seasons.campaign",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declared_totals",
                        to="seasons.membership",
                    ),
                ),
            ],
            options={
                "ordering": ("on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="JoinCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("code", models.CharField(max_length=12, unique=True)),
                ("title", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("registration", "registration"),
                            ("result", "result"),
                            ("initiative", "initiative"),
                            ("attendance", "attendance"),
                        ],
                        max_length=12,
                    ),
                ),
                ("expires_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.JSONField()),
                ("stopped_at", models.DateTimeField(null=True)),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="join_codes",
                        to="seasons.campaign",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="join_codes", to="seasons.membership"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("registration", "registration"),
                            ("result", "result"),
                            ("initiative", "initiative"),
                            ("attendance", "attendance"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "way",
                    models.CharField(choices=[("own", "own"), ("code", "code"), ("officer", "officer")], max_length=8),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unclaimed", "unclaimed"),
                            ("counted", "counted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("text", models.CharField(max_length=1000)),
                ("about", models.CharField(blank=True, max_length=64)),
                ("sender", models.CharField(blank=True, max_length=32)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.JSONField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.JSONField(null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participation",
                        to="seasons.campaign",
                    ),
                ),
                (
                    "code",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="results.joincode",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participation",
                        to="seasons.membership",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participation",
                        to="directory.person",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="files.storedfile"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="participation", to="directory.unit"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-pk"),
                "indexes": [
                    models.Index(fields=["membership", "state", "on"], name="results_acts_of_a_unit"),
                    models.Index(fields=["sender", "entered_at"], name="results_acts_of_a_phone"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "counted"), _negated=True), ("person__isnull", False), _connector="OR"
                        ),
                        name="results_counted_is_somebodys",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "counted"), models.Q(("about", ""), _negated=True)),
                        fields=("person", "about"),
                        name="results_one_act_about_a_thing",
                    ),
                ],
            },
        ),
    ]
