from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("seasons", "0013_indicator_continues"),
    ]

    operations = [
        migrations.AddField(
            model_name="cluster",
            name="head_selection",
            field=models.CharField(
                choices=[("appointed", "Appointed"), ("elected", "Elected")], default="appointed", max_length=9
            ),
        ),
    ]
