"""An indicator may ask for the file of its evidence."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("seasons", "0017_unit_invitations")]

    operations = [
        migrations.AddField(model_name="indicator", name="needs_file", field=models.BooleanField(default=False)),
    ]
