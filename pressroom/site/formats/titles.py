"""What a filtered feed, table or calendar is called: the agency's releases, and what was asked of them."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from articles.models import Article
from pressroom.site.asking import Question
from pressroom.site.display.words import called


def title_of(question: Question) -> str:
    """Such as "Siaran pers BNPT", "Siaran pers BNPT: “kunjungan” · Rusia · 2024"."""
    title = _("Siaran pers %s") % settings.AGENCY["short"]
    return f"{title}: {' · '.join(asked)}" if (asked := wishes(question)) else title


def wishes(question: Question) -> list[str]:
    """Each condition of a question in the reader's language, without its name."""
    kind = str(Article.Kind(question.kind).label) if question.kind else ""
    words = f"“{question.words}”" if question.words else ""
    year = str(question.year or "")
    return [wish for wish in (words, kind, *map(called, question.subjects.values()), year) if wish]
