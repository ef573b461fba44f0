import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("results", "0009_written_reports"),
        ("seasons", "0015_ground_of_a_part"),
    ]

    operations = [
        migrations.CreateModel(
            name="LaterDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until_on", models.DateField()),
                ("because", models.CharField(max_length=1000)),
                (
                    "bloc_season",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_days",
                        to="seasons.blocseason",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_days",
                        to="seasons.campaign",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_days",
                        to="seasons.membership",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_days",
                        to="seasons.period",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("campaign__isnull", False), ("period", None)),
                            models.Q(("campaign", None), ("period__isnull", False)),
                            _connector="OR",
                        ),
                        name="results_later_day_of_one_thing",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("membership", None)),
                        fields=("bloc_season", "period"),
                        name="results_later_day_of_a_period",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("membership", None)),
                        fields=("bloc_season", "campaign"),
                        name="results_later_day_of_a_campaign",
                    ),
                    models.UniqueConstraint(
                        fields=("membership", "period"), name="results_later_day_of_a_unit_in_a_period"
                    ),
                    models.UniqueConstraint(
                        fields=("membership", "campaign"), name="results_later_day_of_a_unit_in_a_campaign"
                    ),
                ],
            },
        ),
    ]
