import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_reorganisation")]

    operations = [
        migrations.AddField(
            model_name="succession",
            name="reorganisation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lines",
                to="directory.reorganisation",
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="successor",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="precedents",
                to="directory.unit",
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="predecessor_name",
            field=models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(model_name="succession", name="predecessor_ended", field=models.BooleanField(default=True)),
        migrations.AlterField(
            model_name="succession", name="successor_name", field=models.CharField(blank=True, max_length=200)
        ),
        migrations.AlterModelOptions(name="succession", options={"ordering": ("reorganisation", "pk")}),
    ]
