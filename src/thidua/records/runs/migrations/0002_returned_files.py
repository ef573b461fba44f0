import django.db.models.deletion
from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_initial"),
        ("runs", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("kind", models.CharField(max_length=16)),
                ("within", models.CharField(db_index=True, max_length=64)),
                ("part", models.CharField(blank=True, default="", max_length=60)),
                ("on_behalf", models.BooleanField(default=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("reading", "reading"),
                            ("read", "read"),
                            ("applied", "applied"),
                            ("undone", "undone"),
                            ("cancelled", "cancelled"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("account", models.BigIntegerField(null=True)),
                ("started_at", models.DateTimeField()),
                ("started_by", models.JSONField()),
                ("read_at", models.DateTimeField(null=True)),
                ("applied_at", models.DateTimeField(null=True)),
                ("applied_by", models.JSONField(null=True)),
                ("undone_at", models.DateTimeField(null=True)),
                ("undone_by", models.JSONField(null=True)),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="RunFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=255)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("read", "read"),
                            ("faulty", "faulty"),
                            ("left_out", "left_out"),
                            ("unpacked", "unpacked"),
                            ("applied", "applied"),
                            ("undone", "undone"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("about", models.CharField(blank=True, default="", max_length=250)),
                ("subject", models.CharField(blank=True, db_index=True, default="", max_length=64)),
                ("seen_version", models.PositiveIntegerField(default=0)),
                ("told", models.JSONField(default=dict)),
                ("faults", models.JSONField(default=list)),
                ("faults_in_all", models.PositiveIntegerField(default=0)),
                (
                    "file",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="files.storedfile"),
                ),
                (
                    "run",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="runs.run"),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="StagedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("cell", models.CharField(max_length=12)),
                ("sheet", models.CharField(max_length=60)),
                ("key", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=500)),
                (
                    "outcome",
                    models.CharField(choices=[("new", "new"), ("changed", "changed"), ("same", "same")], max_length=8),
                ),
                ("values", models.JSONField(default=dict)),
                ("before", models.JSONField(default=dict)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="runs.runfile"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="runfile",
            constraint=models.UniqueConstraint(fields=("run", "position"), name="runs_file_once_a_place"),
        ),
        migrations.AddConstraint(
            model_name="stagedrow",
            constraint=models.UniqueConstraint(fields=("file", "position"), name="runs_row_once_a_place"),
        ),
    ]
