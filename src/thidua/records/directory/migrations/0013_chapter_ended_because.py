from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0012_former_chapter_names")]

    operations = [
        migrations.AddField(
            model_name="youthchapter",
            name="ended_because",
            field=models.CharField(blank=True, default="", max_length=1000),
            preserve_default=False,
        )
    ]
