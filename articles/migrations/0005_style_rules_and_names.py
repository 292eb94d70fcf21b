"""House style with the rules to start from, and the log of changed names that intake reads."""

import csv
from pathlib import Path

from django.db import migrations, models

STARTING_RULES = Path(__file__).parents[1] / "intake" / "style" / "rules.csv"


def add_starting_rules(apps, schema_editor):
    """Once: what editors change or delete afterwards stays so."""
    StyleRule = apps.get_model("articles", "StyleRule")
    with STARTING_RULES.open(newline="", encoding="utf-8") as lines:
        rules = [StyleRule(**row) for row in csv.DictReader(lines)]
    StyleRule.objects.using(schema_editor.connection.alias).bulk_create(rules)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_feed_order"),
    ]

    operations = [
        migrations.CreateModel(
            name="NameChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=12, verbose_name="jenis")),
                ("subject", models.CharField(max_length=20, verbose_name="pengenal")),
                ("mark", models.BigIntegerField(db_index=True, verbose_name="urutan")),
                ("token", models.CharField(max_length=36, verbose_name="tanda")),
            ],
            options={
                "verbose_name": "perubahan nama",
                "verbose_name_plural": "perubahan nama",
            },
        ),
        migrations.CreateModel(
            name="StyleRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("word", "kata"), ("regex", "ekspresi reguler")],
                        default="word",
                        help_text="Ekspresi reguler untuk bentuk yang berubah-ubah, misalnya angka.",
                        max_length=5,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "pattern",
                    models.CharField(
                        help_text="Kata berhuruf kecil juga cocok dengan huruf besar; kata berhuruf besar hanya persis begitu.",
                        max_length=200,
                        verbose_name="yang dicari",
                    ),
                ),
                (
                    "replacement",
                    models.CharField(
                        blank=True,
                        help_text="Kosong: kata itu hanya ditandai.",
                        max_length=200,
                        verbose_name="pengganti",
                    ),
                ),
                ("explanation", models.CharField(max_length=300, verbose_name="penjelasan")),
                (
                    "explanation_en",
                    models.CharField(blank=True, max_length=300, verbose_name="penjelasan (Inggris)"),
                ),
                (
                    "applies_in_quotes",
                    models.BooleanField(
                        default=True,
                        help_text="Kutipan tidak pernah diubah; penyunting hanya diingatkan pada [sic].",
                        verbose_name="tandai di dalam kutipan",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="berlaku")),
            ],
            options={
                "verbose_name": "kaidah penulisan",
                "verbose_name_plural": "kaidah penulisan",
                "ordering": ["pattern", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "pattern"),
                        name="articles_stylerule_once",
                        violation_error_message="Pola ini sudah mempunyai kaidah.",
                    )
                ],
            },
        ),
        migrations.RunPython(add_starting_rules, migrations.RunPython.noop, elidable=False),
    ]
