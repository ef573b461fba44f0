import django.db.models.deletion
from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0001_honours"),
        ("directory", "0014_brought_by_a_list"),
    ]

    operations = [
        migrations.CreateModel(
            name="Fact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True)),
                ("number", models.CharField(blank=True, max_length=100)),
                ("decided_on", models.DateField(null=True)),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.JSONField()),
                ("on_behalf", models.BooleanField(default=False)),
                ("withdrawn_because", models.CharField(blank=True, max_length=500)),
                ("word", models.CharField(max_length=64)),
                ("year", models.PositiveSmallIntegerField()),
                ("is_so", models.BooleanField()),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="directory.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="directory.unit",
                    ),
                ),
            ],
            options={
                "ordering": ("-year", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person", None), ("unit__isnull", False)),
                            models.Q(("person__isnull", False), ("unit", None)),
                            _connector="OR",
                        ),
                        name="awards_fact_of_one",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("person", "word", "year"),
                        name="awards_persons_fact_once_a_year",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("unit", "word", "year"),
                        name="awards_units_fact_once_a_year",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Profile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True)),
                ("number", models.CharField(blank=True, max_length=100)),
                ("decided_on", models.DateField(null=True)),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.JSONField()),
                ("on_behalf", models.BooleanField(default=False)),
                ("withdrawn_because", models.CharField(blank=True, max_length=500)),
                (
                    "sex",
                    models.CharField(
                        choices=[("unsaid", "Unsaid"), ("female", "Female"), ("male", "Male")], max_length=8
                    ),
                ),
                (
                    "of_group",
                    models.CharField(
                        choices=[("civil", "civil"), ("worker", "worker"), ("armed", "armed")], max_length=8
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="directory.person",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("person__isnull", False)), name="awards_profile_of_a_person"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)), fields=("person",), name="awards_profile_once"
                    ),
                ],
            },
        ),
    ]
