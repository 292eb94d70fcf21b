"""The words of a letter, written when it is sent, from what is public at that moment.

No pixel, no counted link: a mail says nothing about who opened it. Both parts say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import EditionNotice, EditionText, PublicNote
from pressroom.core.page import in_language
from pressroom.delivery.links import absolute, confirm_link, leave_link, manage_link
from pressroom.delivery.models import Letter, Subscription
from pressroom.delivery.news import Kind, News, news_of
from pressroom.delivery.questions import Answers, words_of
from pressroom.site.display.times import moment_words
from pressroom.site.display.words import opening, plain
from pressroom.site.history import corrections_of
from pressroom.site.languages import address_in

# A digest prints this many releases; the site has the rest.
MOST_ITEMS = 30
LONGEST_SUBJECT = 180


@dataclass(frozen=True)
class Item:
    """One release in a mail, in plain words; `untranslated` where the reader's language has no text of it."""

    title: str
    link: str
    summary: str
    moment: str
    corrections: list[str]
    untranslated: bool


class Pack:
    """Letters to be sent together: what they tell of is read once for all of them."""

    def __init__(self, letters: Iterable[Letter]) -> None:
        changes = {line.change_id: line.change for letter in letters for line in letter.deliveries.all()}
        self.news = news_of(changes.values())
        articles = {one.article for one in self.news.values()}
        self.answers = Answers(articles)
        self.corrections = corrections_of(articles) if articles else {}
        self.names: dict[tuple[str, str], str] = {}
        self.items: dict[tuple[int, str], Item] = {}

    def message(self, letter: Letter) -> EmailMultiAlternatives | None:
        """None where nothing is left to say."""
        with in_language(letter.subscription.language):
            if letter.kind in (Letter.Kind.CONFIRM, Letter.Kind.KNOWN):
                return asking(letter, self.question(letter.subscription))
            return self.amendment(letter) if letter.kind == Letter.Kind.AMEND else self.releases(letter)

    def told(self, letter: Letter) -> list[News]:
        seqs = sorted(line.change_id for line in letter.deliveries.all())
        return [self.news[seq] for seq in seqs if seq in self.news]

    def question(self, subscription: Subscription) -> str:
        key = (subscription.query, subscription.language)
        if key not in self.names:
            self.names[key] = words_of(subscription.query)
        return self.names[key]

    def releases(self, letter: Letter) -> EmailMultiAlternatives | None:
        """What is still public and still answers the question, each release once, the newest first."""
        found = self.answers.of(letter.subscription.query, letter.subscription.language)
        newest = {one.article: one for one in self.told(letter) if one.article in found}
        if not newest:
            return None
        texts = sorted((found[article] for article in newest), key=lambda text: text.updated_at, reverse=True)
        items = [self.item(text, letter.subscription.language) for text in texts[:MOST_ITEMS]]
        kinds = {one.kind for one in newest.values()}
        context = {
            "items": items,
            "more": len(texts) - len(items),
            "question": self.question(letter.subscription),
        }
        return compose(letter, "releases", subject_of_releases(letter, items, len(texts), kinds), context)

    def item(self, text: EditionText, language: str) -> Item:
        key = (text.pk, language)
        if key not in self.items:
            self.items[key] = item_of(text, language, self.corrections.get(text.article_id, ()))
        return self.items[key]

    def amendment(self, letter: Letter) -> EmailMultiAlternatives | None:
        """None where it no longer holds: a correction of what is gone, a withdrawal of what is back."""
        language = letter.subscription.language
        for news in self.told(letter):
            if news.kind == Kind.CORRECTION:
                return correction(letter, news, chosen(news.texts, language))
            return retraction(letter, news, chosen(news.notices, language))
        return None


def item_of(text: EditionText, language: str, notes: Iterable[PublicNote]) -> Item:
    return Item(
        title=text.title,
        link=absolute(address_in(text.language, "release", text.slug)),
        summary=opening(text),
        moment=moment_words(text.published_at),
        corrections=[corrected(note) for note in notes],
        untranslated=text.language != language,
    )


def corrected(note: PublicNote) -> str:
    said = {"moment": moment_words(note.at), "was": plain(note, "was"), "now": plain(note, "text")}
    if not note.was:
        return _("Ralat, %(moment)s. Yang benar: %(now)s") % said
    return _("Ralat, %(moment)s. Semula: %(was)s Yang benar: %(now)s") % said


def chosen(rows: dict[str, Any], language: str) -> Any:
    return rows.get(language) or rows.get("id")


def asking(letter: Letter, question: str) -> EmailMultiAlternatives | None:
    """Ask the owner of the address whether it was them; nothing if they have said so meanwhile."""
    subscription = letter.subscription
    context = {"question": question, "frequency": subscription.get_frequency_display()}
    if letter.kind == Letter.Kind.KNOWN:
        return compose(letter, "known", _("Langganan Anda di %s") % room(), context)
    if subscription.confirmed_at:
        return None
    context["confirm"] = confirm_link(subscription)
    return compose(letter, "confirm", _("Konfirmasikan langganan Anda di %s") % room(), context)


def correction(letter: Letter, news: News, text: EditionText | None) -> EmailMultiAlternatives | None:
    note = news.note
    if text is None or note is None:
        return None
    context = {
        "title": text.title,
        "link": absolute(address_in(text.language, "release", text.slug)),
        "moment": moment_words(note.at),
        "was": plain(note, "was"),
        "now": plain(note, "text"),
        "own_words": not in_reader_language(note.text_en, letter),
    }
    return compose(letter, "correction", _("[Ralat] %s") % text.title, context)


def in_reader_language(english: str, letter: Letter) -> bool:
    return letter.subscription.language == "id" or bool(english)


def retraction(letter: Letter, news: News, notice: EditionNotice | None) -> EmailMultiAlternatives | None:
    """A release that must not be used is not named again; its address and day say which it was."""
    if notice is None or notice.kind != news.kind:
        return None
    killed = news.kind == Kind.KILL
    day = moment_words(notice.published_at)
    context = {
        "title": notice.title,
        "killed": killed,
        "link": absolute(address_in(notice.language, "release", notice.slug)),
        "published": day,
        "moment": moment_words(notice.public_from),
        "reason": plain(notice, "reason"),
        "own_words": not in_reader_language(notice.__dict__["reason_en"], letter),
    }
    named = _("[Dibatalkan] Jangan gunakan siaran %s") % day if killed else _("[Dicabut] %s") % notice.title
    return compose(letter, "retraction", named, context)


def subject_of_releases(letter: Letter, items: list[Item], count: int, kinds: set[str]) -> str:
    if letter.kind == Letter.Kind.DIGEST:
        words = ngettext("%(count)d siaran dari %(room)s", "%(count)d siaran dari %(room)s", count)
        return words % {"count": count, "room": room()}
    return _("[Pembaruan] %s") % items[0].title if kinds == {Kind.UPDATE} else items[0].title


def room() -> str:
    return _("Ruang Pers %(short)s") % {"short": settings.AGENCY["short"]}


def compose(letter: Letter, template: str, subject: str, context: dict[str, Any]) -> EmailMultiAlternatives:
    """Both parts and the headers; a subject is one line, whatever stood in the title."""
    subscription = letter.subscription
    everything = {
        **context,
        "agency": settings.AGENCY,
        "room": room(),
        "language": subscription.language,
        "kind": letter.kind,
        "manage": manage_link(subscription.subscriber, subscription.language),
        "leave": leave_link(subscription) if subscription.confirmed_at else "",
        "subject": one_line(subject),
    }
    message = EmailMultiAlternatives(
        subject=everything["subject"],
        body=render_to_string(f"delivery/mail/{template}.txt", everything).strip() + "\n",
        from_email=sender(),
        to=[subscription.subscriber.email],
        headers=headers(letter),
    )
    message.attach_alternative(render_to_string(f"delivery/mail/{template}.html", everything), "text/html")
    return message


def one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_SUBJECT]


def sender() -> str:
    """The press room's name before the address, where the setting gives no name."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or room(), address))


def headers(letter: Letter) -> dict[str, str]:
    """Leaving takes one click (RFC 8058); what asks for consent is not of the list and has nothing to leave.

    The Message-ID is the letter's own: one that is sent again can be known as the same.
    """
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    found = {
        "Message-ID": f"<{letter.uid}@{host}>",
        "Content-Language": letter.subscription.language,
        "Auto-Submitted": "auto-generated",
    }
    if letter.subscription.confirmed_at:
        found |= {
            "List-Id": f"{room()} <siaran-pers.{host}>",
            "List-Unsubscribe": f"<{leave_link(letter.subscription)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    return found
