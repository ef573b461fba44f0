from typing import Any

from django.db import migrations


def _nothing(apps: Any, editor: Any) -> None:
    """On the way forward."""


def _to_what_was_known(apps: Any, editor: Any) -> None:
    """Before there were letters of delegation and letterheads of the agency above."""
    paper, letterhead = apps.get_model("papers", "OfficialPaper"), apps.get_model("papers", "ClusterLetterhead")
    paper.objects.filter(capacity="TUQ.").update(capacity="TL.")
    paper.objects.filter(under="agency").update(under="unit")
    letterhead.objects.filter(under="agency").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0006_letterhead_of_the_agency_above"),
    ]

    operations = [
        migrations.RunPython(_nothing, _to_what_was_known, elidable=True),
    ]
