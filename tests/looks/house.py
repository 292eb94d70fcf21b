"""A press room to look at, in `.local/looks/`: the first release in an invented archive, and a server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command

from tests.benchmarks.cost.server import serving

HOUSE = Path(__file__).parents[2] / ".local" / "looks"
RELEASES = 200
# Nothing leads here, and its text is invented; its photograph is as heavy as they come.
PHOTOGRAPHED = "siaran-contoh-berfoto"


@contextmanager
def served() -> Iterator[str]:
    """The address of the house, whose pages are cached as in production; Django is set up on the way."""
    os.environ |= {
        "PRESSROOM_MODE": "development",
        "DJANGO_SETTINGS_MODULE": "pressroom.settings",
        "DATABASE_URL": f"sqlite:///{HOUSE / 'db.sqlite3'}",
        "MEDIA_ROOT": str(HOUSE / "media"),
        "STATIC_ROOT": str(HOUSE / "static"),
        "CACHE_URL": f"filecache://{HOUSE / 'cache'}",
    }
    os.environ.pop("PAGE_CACHE", None)
    HOUSE.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(HOUSE / "cache", ignore_errors=True)
    django.setup()
    prepare()
    with serving("granian", "pressroom.wsgi:application", {}) as (port, _process):
        yield f"http://127.0.0.1:{port}"


def prepare() -> None:
    """Fill the house where it is empty, and bring it up to date where it is not."""
    from django.conf import settings

    from pressroom.core.management.commands.prepare import collect_static

    call_command("migrate", interactive=False, verbosity=0)
    call_command("rebuild_projections", missing=True, verbosity=0)
    stamp = HOUSE / "filled"
    if not stamp.exists():
        call_command("make_demo", releases=RELEASES, seed=1, photos=True)
        publish_photograph()
        take_back()
        call_command("make_photos")
        stamp.touch()
    follow()
    collect_static(Path(settings.STATIC_ROOT))


def follow() -> None:
    """One e-mail alert waits to be confirmed, and one is, where there are none yet."""
    from pressroom.delivery.models import Subscription
    from tests import factories as make

    if not Subscription.objects.exists():
        make.asked_subscription()
        make.subscription("topic=deradikalisasi")


def publish_photograph() -> None:
    """One release more, in both languages."""
    from articles.publishing import publish
    from tests import factories as make
    from tests.looks.photograph import draw

    article = make.article(
        "Siaran contoh dengan foto seberat foto sungguhan",
        english=True,
        slug=PHOTOGRAPHED,
        slug_en=PHOTOGRAPHED,
        title_en="A sample release with a picture that weighs what photographs weigh",
    )
    image = make.image(
        original=draw(),
        alt="Derau berwarna, digambar oleh program.",
        alt_en="Coloured noise, drawn by a program.",
        caption="Gambar contoh; tidak memperlihatkan apa pun.",
        caption_en="A sample picture of nothing.",
        credit="Program contoh",
    )
    make.article_image(article, image)
    publish(article, reason="Contoh.")


def take_back() -> None:
    """One invented release is withdrawn and one killed, both of which were published in English too.

    The newest: with the first of an archive would go half the register, whose facts rest on them.
    """
    from articles.models import Article
    from tests.site import lives

    translated = Article.objects.filter(english_ready=True, slug__startswith="contoh").order_by("-pk")
    withdrawn, killed, successor = translated[:3]
    lives.withdraw(withdrawn, successor)
    lives.kill(killed)
