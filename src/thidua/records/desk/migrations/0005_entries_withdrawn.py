from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0004_notice_places"),
    ]

    operations = [
        migrations.AlterField(
            model_name="entryonbehalf",
            name="state",
            field=models.CharField(
                choices=[
                    ("standing", "Standing"),
                    ("confirmed_by_unit", "Confirmed By Unit"),
                    ("disputed", "Disputed"),
                    ("confirmed", "Confirmed"),
                    ("replaced", "Replaced"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="standing",
                max_length=20,
            ),
        ),
    ]
