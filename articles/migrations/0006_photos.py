"""Kind, day, rights and licence of published images; what is made of an image for readers."""

import datetime

import django.db.models.deletion
from django.db import migrations, models


def fill_from_documents(apps, schema_editor):
    """The new columns of what is derived already, from the sealed documents."""
    EditionImage = apps.get_model("articles", "EditionImage")
    rows = EditionImage.objects.using(schema_editor.connection.alias)
    for row in rows.select_related("edition").iterator(chunk_size=200):
        entry = next(e for e in row.edition.document["images"] if int(e["id"]) == row.image_id)
        row.rights, row.licence = entry["rights"], entry["licence"]
        row.kind = entry.get("kind", "photo")
        day = entry.get("taken_on")
        row.taken_on = datetime.date.fromisoformat(day) if day else None
        row.save(update_fields=["rights", "licence", "kind", "taken_on"])


KIND = {
    "choices": [("photo", "foto"), ("illustration", "ilustrasi")],
    "default": "photo",
    "max_length": 12,
    "verbose_name": "jenis",
}


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_style_rules_and_names"),
    ]

    operations = [
        migrations.AddField("editionimage", "kind", models.CharField(**KIND)),
        migrations.AddField(
            "editionimage",
            "licence",
            models.CharField(blank=True, default="", max_length=100, verbose_name="lisensi"),
            preserve_default=False,
        ),
        migrations.AddField(
            "editionimage",
            "rights",
            models.CharField(blank=True, default="", max_length=250, verbose_name="hak cipta"),
            preserve_default=False,
        ),
        migrations.AddField(
            "editionimage",
            "taken_on",
            models.DateField(blank=True, null=True, verbose_name="tanggal pengambilan"),
        ),
        migrations.AddField(
            "image",
            "kind",
            models.CharField(
                help_text="Ilustrasi disebut demikian di samping kreditnya, juga di dalam berkasnya.", **KIND
            ),
        ),
        migrations.AlterField(
            "image",
            "display",
            models.ImageField(
                db_index=True, editable=False, upload_to="images/", verbose_name="berkas tampilan"
            ),
        ),
        migrations.CreateModel(
            name="Rendering",
            fields=[
                (
                    "image",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="rendering",
                        serialize=False,
                        to="articles.image",
                        verbose_name="gambar",
                    ),
                ),
                ("files", models.JSONField(blank=True, default=dict, verbose_name="berkas")),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="dibuat pada")),
                ("due", models.DateTimeField(blank=True, null=True, verbose_name="dicoba pada")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="percobaan")),
                ("problem", models.TextField(blank=True, verbose_name="masalah")),
            ],
            options={
                "verbose_name": "salinan gambar",
                "verbose_name_plural": "salinan gambar",
                "indexes": [
                    models.Index(
                        condition=models.Q(("due__isnull", False)),
                        fields=["due"],
                        name="articles_rendering_due",
                    )
                ],
            },
        ),
        migrations.RunPython(fill_from_documents, migrations.RunPython.noop, elidable=True),
    ]
