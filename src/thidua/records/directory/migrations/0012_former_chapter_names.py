import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0011_youth_chapters")]

    operations = [
        migrations.CreateModel(
            name="FormerChapterName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("until_on", models.DateField()),
                ("because", models.CharField(max_length=1000)),
                (
                    "chapter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former_names",
                        to="directory.youthchapter",
                    ),
                ),
            ],
            options={
                "ordering": ("until_on",),
                "constraints": [
                    models.UniqueConstraint(fields=("chapter", "until_on"), name="directory_chapter_name_until_a_day")
                ],
            },
        )
    ]
