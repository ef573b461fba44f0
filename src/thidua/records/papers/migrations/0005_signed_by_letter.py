from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0004_made_pdf"),
    ]

    operations = [
        migrations.AlterField(
            model_name="officialpaper",
            name="capacity",
            field=models.CharField(
                blank=True,
                choices=[("", ""), ("KT.", "KT."), ("TM.", "TM."), ("TL.", "TL."), ("TUQ.", "TUQ."), ("Q.", "Q.")],
                max_length=4,
            ),
        ),
    ]
