"""The newest quotes of a person are read in their order, however many there are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_language_marks")]

    operations = [
        migrations.RemoveIndex(model_name="editionquote", name="articles_quote_of_speaker"),
        migrations.AddIndex(
            model_name="editionquote",
            index=models.Index(
                fields=["speaker", "language", "-public_from", "-edition", "ordinal"],
                name="articles_quote_newest",
            ),
        ),
    ]
