"""What happened: one invented story for each release, told in two languages, with the facts it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from django.utils import timezone

from agreements.models import AgendaItem, Agreement, Event, EventParticipant
from articles.demo.cast import AGENCY, AGENCY_SHORT, Body, Cast, Holder, holding
from articles.demo.phrases import NOTHING, Deck, Phrase, Slots, grammar, words
from articles.demo.register import Fact, Register, fact, facts
from articles.demo.treaties import Step, Treaties
from articles.models import Article
from entities.models import Country, Topic
from pressroom.core.dates import UncertainDate, write_when

# The kinds of story, the commonest first, and what kind of event each tells of.
KINDS = {
    "meeting": Event.Kind.OTHER,
    "outreach": Event.Kind.OTHER,
    "training": Event.Kind.OTHER,
    "visit": Event.Kind.COURTESY_CALL,
    "exercise": Event.Kind.OTHER,
    "seminar": Event.Kind.CONFERENCE,
    "statement": None,
    "signing": Event.Kind.SIGNING,
}
WITH_EVENT = 0.5  # of the stories that could have one
WITH_FOLLOW_UP = 0.04
CITED_AGAIN = 0.3
LABEL = Phrase("Contoh", "Sample")


@dataclass
class Saying:
    """A quote, and the sentence it stands in."""

    holder: Holder
    words: Phrase
    verb: Phrase
    sentence: Phrase


@dataclass
class Story:
    """A release before anything is published of it; `sources` are facts with the words they rest on."""

    number: int
    moment: datetime
    day: date
    kind: str
    place: str
    count: int
    slots: Slots
    title: Phrase = NOTHING
    lead: Phrase = NOTHING
    paragraphs: list[Phrase] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    sources: list[tuple[Fact, str]] = field(default_factory=list)
    facts: set[Fact] = field(default_factory=set)
    event: Event | None = None
    events: list[Event] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    organizations: list[Body] = field(default_factory=list)
    countries: list[Country] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)

    @property
    def article_kind(self) -> str:
        return Article.Kind.STATEMENT if self.kind == "statement" else Article.Kind.PRESS_RELEASE

    def rests(self, fact_: Fact, sentence: Phrase) -> None:
        self.sources.append((fact_, sentence.id))


class Teller:
    """Tells stories of a cast, one after another in time; `known` are the facts that are public by then."""

    def __init__(
        self, dice: Random, register: Register, cast: Cast, topics: list[Topic], label: Topic
    ) -> None:
        self.dice, self.register, self.cast = dice, register, cast
        self.topics, self.label = topics, label
        self.treaties = Treaties(dice, register, cast)
        self.known: set[Fact] = set()
        self.kinds = Deck(KINDS)
        self.decks = {
            name: Deck(words(name)) for name in ("theme", "goal", "tool", "group", "venue", "object")
        }
        self.themes = {theme: number for number, theme in enumerate(words("theme"))}

    def tell(self, number: int, moment: datetime) -> Story:
        day = timezone.localdate(moment)
        if due := self.treaties.due(day):
            kind, treaty = due
            partner, theme = treaty.partner, treaty.theme
        else:
            kind, treaty = self.kinds.draw(self.dice), None
            abroad = kind == "visit" or (kind == "signing" and self.dice.random() < 0.4)
            partner = (self.cast.embassies if abroad else self.cast.partners).draw(self.dice)
            theme = self.decks["theme"].draw(self.dice)
        story = Story(
            number, moment, day, kind, self.cast.cities.draw(self.dice), self.dice.randint(18, 480), Slots()
        )
        self.about(story, partner, theme)
        speakers = self.speakers(story, partner)
        if kind == "signing":
            treaty = self.treaties.agree(partner, theme, story.topics[1:])
        step = self.treaties.step(kind, treaty, day, story.place, speakers) if treaty else None
        self.write(story, speakers, step)
        return story

    def about(self, story: Story, partner: Body, theme: Phrase) -> None:
        story.organizations = [self.cast.agency, partner]
        country = partner.organization.country
        if country and partner.organization.host_country:
            story.countries = [self.cast.home, country]
        rank = self.themes[theme]
        found = {self.topics[rank % len(self.topics)], self.topics[(rank * 7 + 3) % len(self.topics)]}
        story.topics = [self.label, *sorted(found, key=lambda topic: topic.pk)]
        story.facts |= facts(*story.topics) | self.cast.agency.facts | partner.facts
        self.fill(story, partner, theme)

    def fill(self, story: Story, partner: Body, theme: Phrase) -> None:
        draw, dice = self.decks, self.dice
        country = partner.organization.country or self.cast.home
        story.slots.put(
            who=AGENCY_SHORT,
            whofull=AGENCY,
            partner=partner.phrase,
            theme=theme,
            country=Phrase(country.name, country.name_en),
            place=story.place,
            day=spoken(story.day),
            count=story.count,
            year=story.day.year - dice.randint(1, 4),
            group=draw["group"].draw(dice),
            venue=draw["venue"].draw(dice),
            programme=self.cast.programmes.draw(dice),
            village=self.village(),
        )
        self.vary(story)

    def vary(self, story: Story) -> None:
        """Other words for what may differ from paragraph to paragraph."""
        draw, dice = self.decks, self.dice
        story.slots.put(
            theme2=draw["theme"].draw(dice),
            group2=draw["group"].draw(dice),
            goal=draw["goal"].draw(dice),
            tool=draw["tool"].draw(dice),
            object=draw["object"].draw(dice),
            object2=draw["object"].draw(dice),
            village2=self.village(),
            number=dice.randint(2, 90),
        )

    def village(self) -> str:
        """One of the usual ones, or one that is hardly ever heard of."""
        if self.dice.random() < 0.6:
            return self.cast.villages.draw(self.dice)
        return self.cast.remote(self.dice)

    def speakers(self, story: Story, partner: Body) -> list[Holder]:
        """Who speaks: somebody of the agency, often the head of the other side; both where they sign."""
        offices = self.cast.agency.posts
        office = 0 if story.kind == "signing" else min(int(self.dice.expovariate(1.2)), len(offices) - 1)
        found = [holding(offices[office], story.day)]
        if story.kind == "signing" or self.dice.random() < 0.55:
            found.append(holding(partner.posts[0], story.day))
        return found

    def write(self, story: Story, speakers: list[Holder], step: Step | None) -> None:
        own, common, dice = grammar(story.kind), grammar("common"), self.dice
        if step:
            self.take(story, step)
        opening = self.say(story, own["opening"])
        story.paragraphs = [
            Phrase(*(" ".join(both) for both in zip(opening, self.counted(story), strict=True)))
        ]
        story.title = Phrase(
            *(
                f"{label}: {text}"
                for label, text in zip(LABEL, self.say(story, own["title"]).headed(), strict=True)
            )
        )
        story.lead = self.say(story, own["lead"])
        self.rest_on_opening(story, opening)
        if step:
            self.tell_step(story, step, self.say(story, own["step"]))
        for speaker in speakers:
            self.quote(story, speaker)
            self.add_body(story)
        if KINDS.get(story.kind) and dice.random() < WITH_EVENT:
            self.hold(story, speakers, opening)
        if dice.random() < WITH_FOLLOW_UP:
            self.follow_up(story)
        story.paragraphs.append(common["closing"][0])

    def say(self, story: Story, phrases: list[Phrase]) -> Phrase:
        return self.dice.choice(phrases).filled(story.slots)

    def counted(self, story: Story) -> Phrase:
        return self.say(story, grammar("common")["count"])

    def add_body(self, story: Story) -> None:
        common = grammar("common")["body"]
        for _paragraph in range(self.dice.randint(1, 2)):
            self.vary(story)
            said = [
                phrase.filled(story.slots) for phrase in self.dice.sample(common, self.dice.randint(2, 3))
            ]
            story.paragraphs.append(
                Phrase(" ".join(one.id for one in said), " ".join(one.en for one in said))
            )

    def quote(self, story: Story, speaker: Holder) -> None:
        common = grammar("common")
        self.vary(story)
        said, verb = self.say(story, common["quote"]), self.dice.choice(common["verb"])
        story.slots.put(quote=said, verb=verb, speaker=speaker.called)
        sentence = self.say(story, common["said"]).closed()
        story.sayings.append(Saying(speaker, said, verb, sentence))
        story.paragraphs.append(sentence)
        story.facts |= speaker.facts
        appointment = fact(speaker.appointment)
        if appointment not in self.known or self.dice.random() < CITED_AGAIN:
            story.rests(appointment, sentence)
        for honorific in speaker.honorifics:
            if honorific not in self.known:
                story.rests(honorific, sentence)
                story.facts.add(honorific)

    def rest_on_opening(self, story: Story, opening: Phrase) -> None:
        for body in story.organizations:
            organization = fact(body.organization)
            if organization not in self.known:
                story.rests(organization, opening)

    def take(self, story: Story, step: Step) -> None:
        agreement, instrument = step.treaty.agreement, step.instrument
        story.slots.put(agreement=Phrase(agreement.title, agreement.title_en))
        if instrument:
            instrument.kind = self.cast.decree
            story.slots.put(instrument=Phrase(instrument.citation(), instrument.citation("en")))
        story.agreements.append(agreement)
        story.facts |= step.facts

    def tell_step(self, story: Story, step: Step, sentence: Phrase) -> None:
        story.paragraphs.append(sentence)
        story.rests(fact(step.action), sentence)
        if fact(step.treaty.agreement) not in self.known:
            story.rests(fact(step.treaty.agreement), sentence)

    def hold(self, story: Story, speakers: list[Holder], opening: Phrase) -> None:
        title = grammar(story.kind)["event"][0].filled(story.slots)
        held = self.event(story, KINDS[story.kind] or "", title, UncertainDate.day(story.day))
        held.venue = f"{story.slots.id['venue']}, {story.place}"
        held.venue_en = f"{story.slots.en['venue'].removeprefix('the ')}, {story.place}"
        through = Event.agreements.through
        self.register.attach(held, [through(event=held, agreement=one) for one in story.agreements])
        story.event = held
        story.rests(fact(held), opening)
        host = [self.participant(held, "host", organization=self.cast.agency.organization)]
        guest = [self.participant(held, "guest", organization=story.organizations[1].organization)]
        people = [
            self.participant(held, "speaker", person=one.person, appointment=one.appointment)
            for one in speakers[:1]
        ]
        story.facts |= facts(*host, *guest, *people)
        if self.dice.random() < 0.3:
            story.facts |= facts(*self.agenda(story, held))

    def event(self, story: Story, kind: str, title: Phrase, when: UncertainDate) -> Event:
        slug = f"{self.cast.slug(title.id)}-{story.number}"
        event = self.register.new(Event, slug=slug, kind=kind, title=title.id, title_en=title.en)
        event.when = when
        if when.bounds[1] <= self.cast.last:
            event.outcome = Event.Outcome.HELD
        story.events.append(event)
        story.facts.add(fact(event))
        return event

    def participant(self, event: Event, role: str, **actor: object) -> EventParticipant:
        return self.register.new(EventParticipant, event=event, role=role, **actor)

    def agenda(self, story: Story, event: Event) -> list[AgendaItem]:
        said = [phrase.filled(story.slots) for phrase in grammar("common")["agenda"]]
        return [
            self.register.new(
                AgendaItem, event=event, ordinal=ordinal, text=one.id, text_en=one.en, topic=story.topics[-1]
            )
            for ordinal, one in enumerate(said, start=1)
        ]

    def follow_up(self, story: Story) -> None:
        """A meeting announced for some month to come."""
        common = grammar("common")
        later = story.day + timedelta(days=self.dice.randint(40, 200))
        when = UncertainDate.month(later.year, later.month)
        story.slots.put(month=Phrase(write_when(when, "id"), write_when(when, "en")))
        sentence = self.say(story, common["follow_up"])
        story.paragraphs.append(sentence)
        title = common["follow_up_title"][0].filled(story.slots)
        planned = self.event(story, Event.Kind.EXPERT_MEETING, title, when)
        story.rests(fact(planned), sentence)


def spoken(day: date) -> Phrase:
    """A day as a release writes it: "Rabu (9/10/2024)"."""
    return Phrase(
        f"{DAYS.id.split()[day.weekday()]} ({day.day}/{day.month}/{day.year})",
        f"{DAYS.en.split()[day.weekday()]}, {write_when(UncertainDate.day(day), 'en')}",
    )


DAYS = Phrase(
    "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
