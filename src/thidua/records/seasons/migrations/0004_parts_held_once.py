from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_one_row_now"),
        ("seasons", "0003_names_on_signatures"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="seasonrole",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", "head"), ("until_on", None)), fields=("season",), name="seasons_one_head"
            ),
        ),
        migrations.AddConstraint(
            model_name="seasonrole",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None)),
                fields=("season", "role", "person"),
                name="seasons_part_held_once",
            ),
        ),
    ]
