from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0001_initial"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="post",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None), ("kind", "leader")),
                fields=("unit",),
                name="directory_one_leader_now",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__gte", models.F("from_on"))), name="directory_post_forwards"
            ),
        ),
        migrations.AddConstraint(
            model_name="unitname",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None)), fields=("unit",), name="directory_one_name_now"
            ),
        ),
        migrations.AddConstraint(
            model_name="unitparent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None)), fields=("unit",), name="directory_one_parent_now"
            ),
        ),
    ]
