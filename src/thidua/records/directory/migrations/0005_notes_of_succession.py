"""What was noted of a unit's successor becomes a reorganisation of its own, and back."""

from typing import Any

from django.db import migrations


def into_reorganisations(apps: Any, editor: Any) -> None:
    Succession, Unit = apps.get_model("directory", "Succession"), apps.get_model("directory", "Unit")
    Reorganisation = apps.get_model("directory", "Reorganisation")
    for note in Succession.objects.filter(reorganisation=None).select_related("predecessor"):
        note.reorganisation = Reorganisation.objects.create(kind="merged", on=note.on, number=note.ground)
        note.predecessor_name = note.predecessor.name
        note.successor = Unit.objects.filter(code=note.successor_code).exclude(code="").first()
        note.save()


def into_notes(apps: Any, editor: Any) -> None:
    Succession = apps.get_model("directory", "Succession")
    for line in Succession.objects.select_related("reorganisation", "successor"):
        line.on, line.ground = line.reorganisation.on, line.reorganisation.number
        line.successor_code = line.successor.code if line.successor else ""
        line.reorganisation = None
        line.save()
    apps.get_model("directory", "Reorganisation").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_succession_between_units")]

    operations = [migrations.RunPython(into_reorganisations, into_notes, elidable=True)]
