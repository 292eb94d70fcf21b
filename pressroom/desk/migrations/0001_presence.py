import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("articles", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="sejak")),
                ("seen_at", models.DateTimeField(verbose_name="terakhir terlihat")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="articles.article",
                        verbose_name="siaran",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penyunting",
                    ),
                ),
            ],
            options={
                "verbose_name": "naskah yang sedang dibuka",
                "verbose_name_plural": "naskah yang sedang dibuka",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("article", "user"), name="desk_presence_once")
                ],
            },
        ),
    ]
