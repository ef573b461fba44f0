from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0001_initial"),
        ("results", "0001_initial"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "submitted")), fields=("result",), name="results_one_correction_waits"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at", None)), fields=("result", "paper"), name="results_evidence_once"
            ),
        ),
    ]
