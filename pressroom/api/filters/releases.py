from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django_filters import CharFilter, FilterSet, UUIDFilter

from agreements.models import Agreement
from articles.models import Article, EditionQuote, EditionSubject, EditionText
from articles.search.index import matching
from entities.models import Country, Organization, Person, Topic
from pressroom.api.filters.base import Day, OneOf, Row, agreements, countries, organizations, people, topics
from pressroom.api.language import LANGUAGES
from pressroom.api.registers import is_same
from pressroom.api.releases import texts

LANGUAGE_CHOICES = [(language, language) for language in LANGUAGES]


def start_of(day: date) -> datetime:
    """The first moment of a day where the agency is."""
    return datetime.combine(day, time.min, timezone.get_current_timezone())


def speaking_of(queryset: QuerySet[EditionText], kind: str, keys: list) -> QuerySet[EditionText]:
    """Releases whose standing edition speaks of one of these rows."""
    subjects = EditionSubject.objects.current().filter(
        edition=OuterRef("edition"), subject_type=kind, subject_id__in=[str(key) for key in keys]
    )
    return queryset.filter(Exists(subjects))


class ReleaseFilters(FilterSet):
    kind = OneOf(Article.Kind, "Kind of release.")
    topic = Row(topics, "Speaks of this topic.", method="about_topic")
    person = Row(people, "Speaks of or quotes this person.", method="about_person")
    organization = Row(organizations, "Speaks of this organization.", method="about_organization")
    country = Row(countries, "Speaks of this country (ISO 3166-1 alpha-2).", "iso2", method="about_country")
    agreement = Row(agreements, "Speaks of this agreement.", method="about_agreement")
    language = OneOf(LANGUAGE_CHOICES, "Has a text in this language.", method="in_language")
    published_after = Day("First published on this day (where the agency is) or later.", method="not_before")
    published_before = Day(
        "First published on this day (where the agency is) or earlier.", method="not_after"
    )
    q = CharFilter(
        method="answering",
        help_text="Has all these words, in any form, in its text in `language` (Indonesian if left out).",
    )

    def about_topic(self, queryset: QuerySet, name: str, value: Topic) -> QuerySet:
        return speaking_of(queryset, name, [value.pk])

    def about_person(self, queryset: QuerySet, name: str, value: Person) -> QuerySet:
        return speaking_of(queryset, name, value.known_keys())

    def about_organization(self, queryset: QuerySet, name: str, value: Organization) -> QuerySet:
        return speaking_of(queryset, name, value.known_keys())

    def about_country(self, queryset: QuerySet, name: str, value: Country) -> QuerySet:
        return speaking_of(queryset, name, [value.pk])

    def about_agreement(self, queryset: QuerySet, name: str, value: Agreement) -> QuerySet:
        return speaking_of(queryset, name, [value.pk])

    def in_language(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(Exists(texts(value).filter(edition=OuterRef("edition"))))

    def not_before(self, queryset: QuerySet, name: str, value: date) -> QuerySet:
        return queryset.filter(published_at__gte=start_of(value))

    def not_after(self, queryset: QuerySet, name: str, value: date) -> QuerySet:
        return queryset.filter(published_at__lt=start_of(value + timedelta(days=1)))

    def answering(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        language = self.form.cleaned_data.get("language") or LANGUAGES[0]
        found = matching(texts(language), value, language)
        return queryset.filter(edition__in=found.values("edition"))


class QuoteFilters(FilterSet):
    person = Row(people, "Said by this person.", method="said_by")
    language = OneOf(LANGUAGE_CHOICES, "Has words in this language.", method="in_language")
    release = UUIDFilter(field_name="edition__article__uid", help_text="From this release.")

    def said_by(self, queryset: QuerySet, name: str, value: Person) -> QuerySet:
        return queryset.filter(is_same(value, "speaker"))

    def in_language(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        words = EditionQuote.objects.current().filter(
            edition=OuterRef("edition"), ordinal=OuterRef("ordinal"), language=value
        )
        return queryset.filter(Exists(words))
