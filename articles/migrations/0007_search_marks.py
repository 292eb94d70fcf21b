"""Marks of published texts, by which search narrows and counts."""

from django.db import migrations, models

from articles.search.marks import marks_of


def mark_texts(apps, schema_editor):
    """From what the projections say already; `articles.projections` does the same from the documents."""
    alias = schema_editor.connection.alias
    texts = apps.get_model("articles", "EditionText").objects.using(alias)
    subjects = apps.get_model("articles", "EditionSubject").objects.using(alias).order_by("id")
    for text in texts.only("edition_id", "title", "language", "kind", "published_at").iterator(
        chunk_size=200
    ):
        spoken_of = subjects.filter(edition=text.edition_id).values_list("subject_type", "subject_id")
        text.marks = marks_of(text.title, text.language, text.kind, text.published_at, spoken_of)
        text.save(update_fields=["marks"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_photos")]

    operations = [
        migrations.AddField(
            "editiontext",
            "marks",
            models.TextField(blank=True, default="", verbose_name="tanda untuk pencarian"),
        ),
        migrations.RunPython(mark_texts, migrations.RunPython.noop),
    ]
