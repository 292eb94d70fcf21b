from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_text_by_address")]

    operations = [
        migrations.AddIndex("publicnote", models.Index(fields=["-at", "-id"], name="articles_note_newest")),
    ]
