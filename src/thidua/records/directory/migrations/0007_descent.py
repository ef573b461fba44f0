import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0006_succession_by_reorganisation")]

    operations = [
        migrations.CreateModel(
            name="Descent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ancestor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="heirs", to="directory.unit"
                    ),
                ),
                (
                    "heir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ancestors", to="directory.unit"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("ancestor", "heir"), name="directory_descent_once")]
            },
        )
    ]
