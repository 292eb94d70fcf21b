"""The pictures of the seed: rows in the fixtures, files beside the sources, put into storage when loaded."""

from __future__ import annotations

from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import default_storage

from articles.models import Article, ArticleImage, Image
from articles.photos.errand import ask_for_missing
from articles.seed.source import Source
from pressroom.core.pictures import display_copy, file_digest

FIELDS = ("kind", "alt", "alt_en", "caption", "caption_en", "credit", "taken_on", "rights", "licence")


def build_images(article: Article, source: Source) -> None:
    """Rows for the pictures that the decisions name. No file is stored: building leaves nothing behind."""
    for ordinal, entry in enumerate(source.decisions.get("image", []), start=1):
        path = source.path.with_name(entry["file"])
        with File(path.open("rb")) as file:
            width, height = display_copy(file).upright
            image = Image(sha256=file_digest(file), width=width, height=height)
        image.original = f"originals/{image.sha256[:20]}{path.suffix}"
        image.display = f"images/{image.sha256[:20]}.webp"
        for name in FIELDS:
            setattr(image, name, entry.get(name, getattr(image, name)))
        Image.objects.bulk_create([image])
        ArticleImage.objects.create(article=article, image=image, ordinal=ordinal)


def restore_files(folder: Path) -> None:
    """Store the files of the images that came from fixtures, each found in `folder` by its digest."""
    for path in sorted(folder.glob("*.png")):
        with File(path.open("rb")) as file:
            image = Image.objects.filter(sha256=file_digest(file)).first()
            if image and not default_storage.exists(str(image.original)):
                default_storage.save(str(image.original), file)
            if image and not default_storage.exists(str(image.display)):
                default_storage.save(str(image.display), display_copy(file))
    ask_for_missing()
