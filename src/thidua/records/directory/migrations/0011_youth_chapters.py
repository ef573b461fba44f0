import django.db.models.deletion
from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0010_unit_name_by_reorganisation"),
    ]

    operations = [
        migrations.CreateModel(
            name="YouthChapter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("founded_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="chapters", to="directory.unit"
                    ),
                ),
            ],
            options={
                "ordering": ("unit__path", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ChapterSize",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("members", models.PositiveSmallIntegerField()),
                (
                    "chapter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sizes", to="directory.youthchapter"
                    ),
                ),
            ],
            options={
                "ordering": ("on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ChapterSecretary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="chapters_led", to="directory.person"
                    ),
                ),
                (
                    "chapter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="secretaries",
                        to="directory.youthchapter",
                    ),
                ),
            ],
            options={
                "ordering": ("from_on", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="youthchapter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("unit", "name"), name="directory_chapter_name_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="chaptersize",
            constraint=models.UniqueConstraint(fields=("chapter", "on"), name="directory_chapter_size_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="chaptersecretary",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None)), fields=("chapter",), name="directory_one_secretary_now"
            ),
        ),
    ]
