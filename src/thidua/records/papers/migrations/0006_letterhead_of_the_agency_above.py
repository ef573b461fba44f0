from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0005_signed_by_letter"),
    ]

    operations = [
        migrations.AddField(
            model_name="clusterletterhead",
            name="under",
            field=models.CharField(
                choices=[("cluster", "cluster"), ("agency", "agency")], default="cluster", max_length=7
            ),
        ),
        migrations.AddField(
            model_name="clusterletterhead",
            name="chief",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AlterField(
            model_name="clusterletterhead",
            name="frame",
            field=models.CharField(max_length=11),
        ),
        migrations.AddConstraint(
            model_name="clusterletterhead",
            constraint=models.UniqueConstraint(fields=("frame", "under"), name="papers_letterhead_once"),
        ),
        migrations.AlterField(
            model_name="officialpaper",
            name="under",
            field=models.CharField(
                choices=[("unit", "unit"), ("agency", "agency"), ("cluster", "cluster")], default="unit", max_length=7
            ),
        ),
    ]
