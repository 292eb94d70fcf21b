from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0004_office")]

    operations = [
        migrations.CreateModel(
            name="Generation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={"verbose_name": "angkatan", "verbose_name_plural": "angkatan"},
        ),
    ]
