"""A mark for the language of a text: what is common in one language is found quickly in the other."""

from django.db import migrations
from django.db.models import F, Value
from django.db.models.functions import Concat, Replace


def mark_language(apps, schema_editor):
    """Before the kind, which every marked text has, as `articles.search.marks` writes them."""
    texts = apps.get_model("articles", "EditionText").objects.using(schema_editor.connection.alias)
    marked = Concat(Value(" language:"), F("language"), Value(" kind:"))
    texts.exclude(marks__contains="language:").update(marks=Replace("marks", Value(" kind:"), marked))


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_notes_by_moment")]

    operations = [migrations.RunPython(mark_language, migrations.RunPython.noop)]
