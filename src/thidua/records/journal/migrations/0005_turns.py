from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0004_bodies_not_emptied"),
    ]

    operations = [
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("place", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
            ],
        ),
    ]
