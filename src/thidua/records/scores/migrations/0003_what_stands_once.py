from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0001_initial"),
        ("results", "0002_what_waits_stands_once"),
        ("scores", "0002_names_on_places"),
        ("seasons", "0004_parts_held_once"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at", None)), fields=("membership",), name="scores_excluded_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="lineevidence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at", None)),
                fields=("line", "paper"),
                name="scores_paper_beside_a_line_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="lineevidence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at", None)),
                fields=("line", "result"),
                name="scores_result_beside_a_line_once",
            ),
        ),
    ]
