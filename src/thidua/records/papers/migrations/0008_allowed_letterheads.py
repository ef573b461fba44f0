from django.db import migrations


class Migration(migrations.Migration):
    """It serves the agency above as well as the cluster."""

    dependencies = [
        ("papers", "0007_back_to_fewer_letterheads"),
    ]

    operations = [
        migrations.RenameModel("ClusterLetterhead", "AllowedLetterhead"),
    ]
