import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("seasons", "0012_scans_due"),
    ]

    operations = [
        migrations.AddField(
            model_name="indicator",
            name="continues",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="continued_by",
                to="seasons.indicator",
            ),
        ),
    ]
