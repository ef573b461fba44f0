from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0007_descent")]

    operations = [
        migrations.AddField(
            model_name="unitname",
            name="folded",
            field=models.CharField(default="", editable=False, max_length=300),
        )
    ]
