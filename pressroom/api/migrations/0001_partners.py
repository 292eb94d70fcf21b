import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import pressroom.api.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="nama")),
                ("email", models.EmailField(max_length=254, verbose_name="surel narahubung")),
                ("active", models.BooleanField(default=True, verbose_name="aktif")),
                ("note", models.TextField(blank=True, verbose_name="catatan")),
            ],
            options={
                "verbose_name": "mitra",
                "verbose_name_plural": "mitra",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="PartnerKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=80, verbose_name="kegunaan")),
                ("prefix", models.CharField(max_length=8, unique=True, verbose_name="awalan")),
                ("sha256", models.CharField(max_length=64, verbose_name="sidik SHA-256")),
                (
                    "scopes",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[pressroom.api.models.check_scopes],
                        verbose_name="lingkup",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="dibuat"),
                ),
                ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="dicabut")),
                (
                    "last_used_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="terakhir dipakai"),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keys",
                        to="api.partner",
                        verbose_name="mitra",
                    ),
                ),
            ],
            options={
                "verbose_name": "kunci mitra",
                "verbose_name_plural": "kunci mitra",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256", ""), _negated=True), name="api_partnerkey_has_a_secret"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_at__isnull", True),
                            ("expires_at__gt", models.F("created_at")),
                            _connector="OR",
                        ),
                        name="api_partnerkey_lives",
                        violation_error_message="Kunci ini berakhir sebelum dibuat.",
                    ),
                ],
            },
        ),
    ]
