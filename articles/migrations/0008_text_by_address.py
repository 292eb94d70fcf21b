from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_search_marks")]

    operations = [
        migrations.AddIndex(
            "editiontext", models.Index(fields=["language", "slug"], name="articles_text_by_address")
        ),
    ]
