from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="PendingChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due", models.DateTimeField(verbose_name="jatuh tempo")),
                ("kind", models.CharField(max_length=20, verbose_name="jenis")),
                ("object_id", models.CharField(max_length=80, verbose_name="pengenal")),
                (
                    "op",
                    models.CharField(
                        choices=[("upsert", "terbit atau berubah"), ("delete", "hilang")],
                        max_length=6,
                        verbose_name="perubahan",
                    ),
                ),
                ("version", models.PositiveIntegerField(blank=True, null=True, verbose_name="versi")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="sidik")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="berasal dari")),
            ],
            options={
                "verbose_name": "perubahan terjadwal",
                "verbose_name_plural": "perubahan terjadwal",
                "ordering": ["due", "id"],
                "indexes": [models.Index(fields=["due", "id"], name="core_pendingchange_due")],
            },
        ),
    ]
