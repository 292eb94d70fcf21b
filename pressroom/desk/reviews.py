"""What came of sharing a release, as the desk shows it: who opened which link, and what they said."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone

from articles import sharing
from articles.models import Article, PreviewLink, ReviewAnswer, Revision
from articles.revisions import newest_of
from pressroom.desk.moments import both_clocks

# So many words of a paragraph tell a browser where it stands.
SOUGHT = 8


@dataclass(frozen=True)
class Share:
    """A link, whether it still opens, and when and from where it was opened."""

    link: PreviewLink
    open: bool
    until: str
    views: list[tuple[str, str | None]]


@dataclass(frozen=True)
class Said:
    """An answer with the words it is about: as they were, in the preview, and in the form."""

    answer: ReviewAnswer
    when: str
    line: str
    preview: str
    field: str
    stale: bool


def shares(article: Article) -> list[Share]:
    """All links to a release, the newest first."""
    links, now = sharing.links_of(article), timezone.now()
    views, killed = sharing.views_of(links), sharing.is_killed(article)
    return [
        Share(
            link=link,
            open=not killed and sharing.lasts(link, now),
            until=both_clocks(link.expires_at),
            views=[(both_clocks(view.at), view.address) for view in views[link.pk]],
        )
        for link in links
    ]


def answers_to(article: Article) -> list[Said]:
    """What reviewers said of a release, the newest first."""
    newest = newest_of(article)
    return [said(answer, newest) for answer in sharing.answers_to(sharing.links_of(article))]


def said(answer: ReviewAnswer, newest: Revision | None) -> Said:
    revision, number, language = answer.link.revision, answer.paragraph, answer.language
    line = sharing.lines_of(revision, language)[number] if number is not None else ""
    args = (answer.link.article_id, revision.number, language)
    return Said(
        answer=answer,
        when=both_clocks(answer.at),
        line=line,
        preview=reverse("admin:articles_article_preview_frame", args=args) + place_of(line),
        field=("id_title" if number == 0 else "id_body") + ("_en" if language == "en" else ""),
        stale=sharing.is_stale(answer.link, newest),
    )


def place_of(line: str) -> str:
    """The end of an address by which a browser finds these words on a page, and marks them."""
    words = " ".join(line.split()[:SOUGHT])
    return "#:~:text=" + quote(words, safe="").replace("-", "%2D") if words else ""
