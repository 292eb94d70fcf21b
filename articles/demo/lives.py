"""What was published of a story and changed later: its article, revisions and editions, not sealed yet."""

from __future__ import annotations

import uuid
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape
from random import Random

from django.db.models import Model
from django.utils.text import slugify

from articles.demo.bulk import Keys
from articles.demo.papers import released, sealed
from articles.demo.phrases import NOTHING, Phrase, Slots, grammar
from articles.demo.register import Fact
from articles.demo.stories import Story
from articles.documents import working_copy
from articles.english import source_digest
from articles.models import Article, ArticleImage, Citation, Edition, Image, Quote, Revision
from articles.standing import NOTICE_KINDS
from articles.withdrawing import notice

Kind = Edition.Kind
REASON = "Data contoh: siaran rekaan, tidak pernah ditinjau siapa pun."
CONTACT = "Humas BCN (contoh; bukan narahubung sungguhan)"
# How often what happens to a release after its first edition, and within how many hours.
AFTERWARDS = (
    (Kind.MINOR, 0.03, 3),
    (Kind.CORRECTION, 0.045, 120),
    (Kind.UPDATE, 0.06, 240),
    (Kind.WITHDRAWAL, 0.008, 900),
    (Kind.KILL, 0.002, 60),
)
ENGLISH_AT_ONCE, ENGLISH_LATER = 0.32, 0.08
TYPO, MEND = " seluruhnya rekaan", " selurunya rekaan"


@dataclass
class Life:
    """An article with all that belongs to it and its editions in the order of their moments."""

    article: Article
    facts: set[Fact]
    editions: list[Edition] = field(default_factory=list)
    parts: dict[str, list[Model]] = field(default_factory=dict)
    addressed: set[str] = field(default_factory=set)

    def next_moment(self, edition: Edition) -> datetime | None:
        """When the edition after this one takes over."""
        later = self.editions[edition.number : edition.number + 1]
        return later[0].public_from if later else None


class Biographer:
    def __init__(self, dice: Random, keys: Keys, seed: int, last: datetime) -> None:
        self.dice, self.keys, self.seed, self.last = dice, keys, seed, last

    def live(self, story: Story, images: list[Image], known: set[Fact]) -> Life:
        chance = self.dice.random()
        at_once, later = chance < ENGLISH_AT_ONCE, chance < ENGLISH_AT_ONCE + ENGLISH_LATER
        life = Life(self.article(story, english=at_once), story.facts)
        self.relate(life, story, images)
        kinds = self.afterwards(story, takes_away=story.facts <= known)
        if Kind.MINOR in kinds:
            life.article.body = life.article.body.replace(TYPO, MEND)
        self.issue(life, story, Kind.FIRST, story.moment)
        if later and not at_once:
            kinds[Kind.TRANSLATION] = story.moment + timedelta(minutes=self.dice.randint(200, 4_000))
        for kind, moment in sorted(kinds.items(), key=lambda entry: entry[1]):
            if moment < self.last and life.editions[-1].kind not in NOTICE_KINDS:
                self.change(life, story, kind, moment)
        life.article.updated_at = life.editions[-1].public_from
        return life

    def afterwards(self, story: Story, *, takes_away: bool) -> dict[Kind, datetime]:
        """What follows the first edition, and when; what made facts known is never taken away again."""
        found = {}
        for kind, chance, hours in AFTERWARDS:
            if self.dice.random() < chance and (takes_away or kind not in NOTICE_KINDS):
                found[kind] = story.moment + timedelta(seconds=self.dice.randint(900, hours * 3_600))
        return found

    def article(self, story: Story, *, english: bool) -> Article:
        name = slugify(story.title.id.removeprefix("Contoh: "))[:80].strip("-")
        article = Article(
            pk=self.keys.next(Article),
            uid=uuid.uuid5(uuid.NAMESPACE_URL, f"pressroom/demo/{self.seed}/{story.number}"),
            slug=f"contoh-{name}-{story.number}",
            kind=story.article_kind,
            number=f"CONTOH-{story.number:05}/{story.day.year}",
            place=story.place,
            event=story.event,
            title=story.title.id,
            lead=story.lead.id,
            body=markup(one.id for one in story.paragraphs),
            contact=CONTACT,
            without_quotes=not story.sayings,
            state=Article.State.PUBLISHED,
            created_at=story.moment,
        )
        if english:
            translate(article, story)
        return article

    def relate(self, life: Life, story: Story, images: list[Image]) -> None:
        """The rows of its relations, by the names that documents know them under."""
        article, new = life.article, self.keys.next
        countries = story.countries
        people = {saying.holder.person.pk: saying.holder.person for saying in story.sayings}
        parts: dict[str, list[Model]] = {
            "topics": list(story.topics),
            "people": list(people.values()),
            "organizations": [body.organization for body in story.organizations],
            "countries": list(countries),
            "agreements": list(story.agreements),
            "events": list(story.events),
            "quotes": [
                quote(article, new(Quote), ordinal, story, place)
                for ordinal, place in enumerate(range(len(story.sayings)), start=1)
            ],
            "citations": [
                citation(article, new(Citation), target, excerpt) for target, excerpt in story.sources
            ],
            "images": [
                ArticleImage(pk=new(ArticleImage), article_id=article.pk, image=image, ordinal=ordinal)
                for ordinal, image in enumerate(images, start=1)
            ],
        }
        life.parts = parts

    def change(self, life: Life, story: Story, kind: Kind, moment: datetime) -> None:
        common, slots = grammar("common"), Slots()
        note = was = NOTHING
        # The editions before this one keep the article as it was.
        article = life.article = copy(life.article)
        if kind == Kind.MINOR:
            article.body = article.body.replace(MEND, TYPO)
        elif kind == Kind.TRANSLATION:
            translate(article, story)
        elif kind == Kind.UPDATE:
            self.amend(article, common["update"][0 if self.dice.random() < 0.5 else 1].filled(story.slots))
            note = common["update_note"][0]
        elif kind == Kind.CORRECTION:
            slots.put(count=story.count, right=story.count + self.dice.randint(3, 90))
            was, note = (common[name][0].filled(slots) for name in ("correction_was", "correction_note"))
            correct(article, slots)
        else:
            note = self.dice.choice(common[f"{kind}_note"])
        self.issue(life, story, kind, moment, note, was)

    def amend(self, article: Article, paragraph: Phrase) -> None:
        article.body += markup([paragraph.id])
        if article.english_ready:
            article.body_en += markup([paragraph.en])
            article.english_source = source_digest(article)

    def issue(
        self,
        life: Life,
        story: Story,
        kind: Kind,
        moment: datetime,
        note: Phrase = NOTHING,
        was: Phrase = NOTHING,
    ) -> None:
        previous = life.editions[-1] if life.editions else None
        taken, article = kind in NOTICE_KINDS, life.article
        edition = Edition(
            article=article,
            number=len(life.editions) + 1,
            kind=kind,
            languages=",".join(article.languages),
            at=moment,
            public_from=moment,
            reason="" if taken else REASON,
            note=note.id,
            note_en=note.en,
            was=was.id,
            was_en=was.en,
        )
        if taken and previous:
            edition.document = notice(previous, addresses(article))
            edition.revision = previous.revision
        else:
            edition.document = {
                **released(article, life.parts, moment),
                "facts": [list(one) for one in sorted(life.facts)],
            }
            edition.revision = self.revision(life, article, moment)
        life.editions.append(edition)

    def revision(self, life: Life, article: Article, moment: datetime) -> Revision:
        document, digest = sealed(working_copy(article, life.parts))
        number = len({edition.revision.number for edition in life.editions}) + 1
        life.article.version = number
        return Revision(article=article, number=number, document=document, digest=digest, at=moment)


def quote(article: Article, pk: int, ordinal: int, story: Story, place: int) -> Quote:
    saying = story.sayings[place]
    return Quote(
        pk=pk,
        article_id=article.pk,
        ordinal=ordinal,
        speaker_id=saying.holder.person.pk,
        appointment=saying.holder.appointment,
        attribution=saying.holder.called.id[:200],
        verb=saying.verb.id,
        text=saying.words.id,
        text_en=saying.words.en,
        event_id=story.event and story.event.pk,
    )


TARGETS = {
    "entities.organization": "organization_id",
    "entities.personhonorific": "person_honorific_id",
    "entities.appointment": "appointment_id",
    "agreements.agreement": "agreement_id",
    "agreements.agreementaction": "action_id",
    "agreements.event": "event_id",
}


def citation(article: Article, pk: int, target: Fact, excerpt: str) -> Citation:
    label, key = target
    return Citation(pk=pk, article_id=article.pk, excerpt=excerpt, **{TARGETS[label]: key})


def translate(article: Article, story: Story) -> None:
    """Publish the English text of a story from now on."""
    name = slugify(story.title.en.removeprefix("Sample: "))[:80].strip("-")
    article.title_en, article.lead_en = story.title.en, story.lead.en
    article.slug_en = f"sample-{name}-{story.number}"
    article.body_en = markup(one.en for one in story.paragraphs)
    article.place_en = story.place
    article.english_ready = True
    article.english_source = source_digest(article)


def correct(article: Article, slots: Slots) -> None:
    for language, ending in (("id", ""), ("en", "_en")):
        words = getattr(slots, language)
        noun = "participants" if ending else "peserta"
        for name in ("title", "body"):
            text = getattr(article, name + ending)
            right = text.replace(f"{words['count']} {noun}", f"{words['right']} {noun}")
            setattr(article, name + ending, right)
    if article.english_ready:
        article.english_source = source_digest(article)


def addresses(article: Article) -> dict[str, dict[str, str]]:
    ends = {"id": "", "en": "_en"}
    return {
        language: {name: getattr(article, name + ends[language]) for name in ("slug", "title")}
        for language in article.languages
    }


def markup(paragraphs: object) -> str:
    return "".join(f"<p>{escape(one, quote=False)}</p>" for one in paragraphs)  # type: ignore[attr-defined]
