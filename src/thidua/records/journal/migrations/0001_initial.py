import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AccessLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True)),
                ("actor", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=32)),
                ("method", models.CharField(max_length=8)),
                ("address", models.CharField(max_length=300)),
                ("because", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="ActKey",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("act", models.CharField(max_length=64)),
                ("actor", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("receipt", models.JSONField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=64)),
                ("actor", models.CharField(max_length=64)),
                ("subjects", models.JSONField(default=list)),
                ("body_hash", models.CharField(max_length=64)),
                ("previous_hash", models.CharField(max_length=64)),
                ("leaf_hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("seq",),
            },
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.BigIntegerField(default=0)),
                (
                    "leaf_hash",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000", max_length=64
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="body",
                        serialize=False,
                        to="journal.entry",
                    ),
                ),
                ("salt", models.CharField(max_length=32, null=True)),
                ("text", models.TextField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=64)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="subject_rows", to="journal.entry"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("token", "entry"), name="journal_subject_once")],
            },
        ),
    ]
