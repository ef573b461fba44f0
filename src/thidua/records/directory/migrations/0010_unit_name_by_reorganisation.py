import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0009_fold_unit_names")]

    operations = [
        migrations.AddField(
            model_name="unitname",
            name="reorganisation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="names",
                to="directory.reorganisation",
            ),
        )
    ]
