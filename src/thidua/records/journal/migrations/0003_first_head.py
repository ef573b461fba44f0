"""The log begins with a head of number 0, which every act locks when it writes its lines."""

from django.db import migrations


def begin(apps, schema_editor):
    apps.get_model("journal", "Head").objects.create()


def unbegin(apps, schema_editor):
    apps.get_model("journal", "Head").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_append_only")]
    operations = [migrations.RunPython(begin, unbegin)]
