"""Names of the past are found as those of today are: folded."""

from typing import Any

from django.db import migrations

from thidua.core.texts import folded


def fold(apps: Any, editor: Any) -> None:
    for row in apps.get_model("directory", "UnitName").objects.filter(folded=""):
        row.folded = folded(f"{row.name} {row.short_name}")
        row.save(update_fields=["folded"])


class Migration(migrations.Migration):
    dependencies = [("directory", "0008_unit_name_folded")]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop, elidable=True)]
