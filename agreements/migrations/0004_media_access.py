from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_children_pass_the_gate"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="access",
            field=models.CharField(
                blank=True,
                choices=[
                    ("open", "terbuka untuk media"),
                    ("accredited", "media terakreditasi"),
                    ("invited", "media undangan"),
                    ("closed", "tertutup untuk media"),
                ],
                max_length=10,
                verbose_name="akses media",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="access_note",
            field=models.CharField(
                blank=True,
                help_text="Cara dan batas waktu mendaftar, pintu dan jam masuk, titik kumpul.",
                max_length=500,
                verbose_name="keterangan akses media",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="access_note_en",
            field=models.CharField(
                blank=True, max_length=500, verbose_name="keterangan akses media (Inggris)"
            ),
        ),
    ]
