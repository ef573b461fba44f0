"""Signatures carry the unit's code and name of their day; annexes say who drew them up and can be withdrawn."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def copy_names(apps, schema_editor):
    signatures = apps.get_model("seasons", "Signature").objects.exclude(membership=None)
    members = apps.get_model("seasons", "Membership").objects.filter(pk=OuterRef("membership"))
    signatures.update(
        unit_code=Subquery(members.values("unit__code")[:1]), member_name=Subquery(members.values("name")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [
        ("seasons", "0002_head_signs_an_annex_once"),
    ]

    operations = [
        migrations.AddField("annex", "on_behalf", models.BooleanField(default=False)),
        migrations.AddField("annex", "withdrawn_at", models.DateTimeField(null=True)),
        migrations.AddField("signature", "member_name", models.CharField(blank=True, default="", max_length=200)),
        migrations.AddField("signature", "unit_code", models.CharField(blank=True, default="", max_length=32)),
        migrations.RunPython(copy_names, migrations.RunPython.noop, elidable=True),
    ]
