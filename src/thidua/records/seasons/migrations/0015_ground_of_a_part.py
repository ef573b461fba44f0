import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0001_initial"),
        ("seasons", "0014_cluster_head_selection"),
    ]

    operations = [
        migrations.AddField(
            model_name="seasonrole",
            name="chosen",
            field=models.CharField(
                blank=True, choices=[("appointed", "Appointed"), ("elected", "Elected")], max_length=9
            ),
        ),
        migrations.AddField(
            model_name="seasonrole",
            name="ground",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="papers.paper",
            ),
        ),
        migrations.AddField(
            model_name="seasonrole",
            name="votes_for",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="seasonrole",
            name="votes_given",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="seasonrole",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("votes_for", None), ("votes_given", None)),
                    models.Q(("votes_for__gt", 0), ("votes_given__gte", models.F("votes_for"))),
                    _connector="OR",
                ),
                name="seasons_votes_of_those_given",
            ),
        ),
    ]
