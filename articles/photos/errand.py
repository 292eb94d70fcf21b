"""Making pictures in the background: a file a step, each picture claimed by one worker, poison set aside."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import EditionImage, Image, Rendering
from articles.photos.making import Files, make
from pressroom.core import generation

# A picture that fails so often is left to somebody who looks at it.
ATTEMPTS = 3
# For so long nobody else tries a picture; a worker that died leaves it to the next one after this.
LEASE = timedelta(minutes=10)
# Until a failed picture is tried again, by how often it has failed.
PAUSES = {1: timedelta(minutes=1), 2: timedelta(minutes=15)}

logger = logging.getLogger(__name__)
# The picture that this process is at.
under_way: list[Iterator[None]] = []


def work() -> bool:
    """Make one file of one picture, and say whether there is more to do; an errand of the worker."""
    if not under_way:
        claimed = claim(timezone.now())
        if claimed is None:
            return False
        under_way.append(steps(claimed))
    if next(under_way[0], StopIteration) is StopIteration:
        under_way.clear()
    return True


def finish() -> None:
    """Make everything that is due."""
    while work():
        pass


def ask_for_missing() -> int:
    """Errands for the images that were stored past `save()`, as fixtures are; returns how many."""
    rows = [Rendering(image=image, due=timezone.now()) for image in Image.objects.filter(rendering=None)]
    Rendering.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def claim(now: datetime) -> Rendering | None:
    """The errand that has waited longest, for this process alone: who counts the attempt first has it."""
    row = Rendering.objects.filter(due__lte=now).order_by("due").select_related("image").first()
    if row is None:
        return None
    same = Rendering.objects.filter(pk=row.pk, due=row.due, attempts=row.attempts)
    if row.attempts >= ATTEMPTS:
        give_up(row, same, _("Pembuatannya terhenti berkali-kali tanpa sebab yang tercatat."))
        return None
    due, attempts = now + LEASE, row.attempts + 1
    if not same.update(due=due, attempts=attempts):
        return None
    row.due, row.attempts = due, attempts
    return row


def steps(row: Rendering) -> Iterator[None]:
    """One step a file. Where the image was asked for anew meanwhile, the newer errand stands."""
    mine = Rendering.objects.filter(pk=row.pk, due=row.due, attempts=row.attempts)
    files: Files = {}
    try:
        for files in make(row.image):  # noqa: B007 — the last is everything
            yield
    except Exception as error:  # noqa: BLE001 — whatever a file provokes is its own affair
        fail(row, mine, error)
        return
    finally:
        row.image.original.close()
    if mine.update(files=files, made_at=timezone.now(), due=None, problem=""):
        show_anew(row)


def show_anew(row: Rendering) -> None:
    """Pages that show the image now show it otherwise from now on; of one that waits, nothing is noticed."""
    if EditionImage.objects.current().filter(image=row.pk).exists():
        generation.renew()


def fail(row: Rendering, mine: QuerySet[Rendering], error: Exception) -> None:
    problem = f"{type(error).__name__}: {error}"
    if row.attempts >= ATTEMPTS:
        give_up(row, mine, problem)
        return
    logger.warning("Image %s could not be made ready for readers; it is tried again. %s", row.pk, problem)
    mine.update(due=timezone.now() + PAUSES[row.attempts], problem=problem)


def give_up(row: Rendering, mine: QuerySet[Rendering], problem: str) -> None:
    """Readers go on with the copy that was made at the upload, and the desk says so."""
    logger.error("Image %s is given up after %d attempts: %s", row.pk, row.attempts, problem)
    mine.update(due=None, problem=problem)
