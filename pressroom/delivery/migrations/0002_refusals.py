from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def name_the_subscription(apps: Any, schema_editor: Any) -> None:
    """As the letters tell it, while they are there."""
    letters = apps.get_model("delivery", "Letter").objects.filter(pk=models.OuterRef("letter"))
    lines = apps.get_model("delivery", "Delivery").objects.filter(letter__isnull=False)
    lines.update(subscription=models.Subquery(letters.values("subscription")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0001_subscriptions"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="subscription",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="deliveries",
                to="delivery.subscription",
                verbose_name="langganan",
            ),
        ),
        migrations.AddField(
            model_name="subscriber",
            name="paused_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="dijeda sejak"),
        ),
        migrations.AddField(
            model_name="subscriber",
            name="refusals",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="hari penolakan"),
        ),
        migrations.AddField(
            model_name="subscriber",
            name="refused_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="terakhir ditolak"),
        ),
        migrations.AddConstraint(
            model_name="subscriber",
            constraint=models.CheckConstraint(
                condition=models.Q(refusals=0, refused_at__isnull=True, paused_at__isnull=True)
                | models.Q(refusals__gt=0, refused_at__isnull=False),
                name="delivery_subscriber_refused",
            ),
        ),
        migrations.RunPython(name_the_subscription, migrations.RunPython.noop),
    ]
