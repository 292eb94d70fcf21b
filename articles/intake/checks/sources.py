"""Where the register has a fact from, for editors who want to look."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.models import Agreement, AgreementAction, Event
from articles.models import Citation
from entities.models import Appointment, Organization, PersonHonorific

# Facts that can be cited, and how a citation calls them.
CITED: dict[type, str] = {
    Organization: "organization",
    PersonHonorific: "person_honorific",
    Appointment: "appointment",
    Agreement: "agreement",
    AgreementAction: "action",
    Event: "event",
}


def source_of(fact: Any) -> tuple[str, str]:
    """What to call the source and where to read it; what cites nothing is read in the register."""
    citation = citation_of(fact)
    if citation is None:
        return in_register(fact.change_subject)
    if citation.article:
        return citation.article.title, reverse("admin:articles_article_change", args=[citation.article_id])
    return urlsplit(citation.url).netloc, citation.url


def citation_of(fact: Any) -> Citation | None:
    name = CITED.get(type(fact))
    if name is None:
        return None
    return Citation.objects.filter(**{name: fact}).select_related("article").order_by("pk").first()


def in_register(row: Any) -> tuple[str, str]:
    route = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return _("Register: %(row)s") % {"row": row}, reverse(route, args=[row.pk])
