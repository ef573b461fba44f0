from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("directory", "0002_one_row_now"),
        ("files", "0001_initial"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__gte", models.F("from_on"))), name="accounts_delegation_forwards"
            ),
        ),
    ]
