"""An agreement as Legislation, with the instrument by which it was approved at home."""

from __future__ import annotations

from django.utils import timezone

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementParty, LegalInstrument
from agreements.standing import Force
from pressroom.site.display.words import plain
from pressroom.site.formats.structured.days import iso_between
from pressroom.site.formats.structured.here import Here, Node, pruned
from pressroom.site.status import newest

# schema.org knows three states of force and none of "signed"; what it has no word for is said in words.
FORCE = {
    Force.IN_FORCE: "InForce",
    Force.PROVISIONAL: "PartiallyInForce",
    Force.SUSPENDED: "NotInForce",
    Force.WITHDRAWN: "NotInForce",
    Force.TERMINATED: "NotInForce",
    Force.EXPIRED: "NotInForce",
}


def described(agreement: Agreement, here: Here) -> list[Node]:
    page, force = here.page("agreement", agreement.slug), agreement.force_on(timezone.localdate())
    signed = newest(agreement.actions.all(), ActionKind.SIGNATURE)
    identity = f"{page}#pokok"
    node = {
        "@type": "Legislation",
        "@id": identity,
        "name": plain(agreement, "title"),
        "alternateName": agreement.title_original,
        "url": page,
        "mainEntityOfPage": page,
        "legislationType": str(agreement.get_kind_display()),
        "legislationIdentifier": agreement.registration_no,
        "legislationDate": iso_between(signed.earliest, signed.latest) if signed else "",
        "legislationPassedBy": [party(one, here) for one in agreement.parties.all()],
        "legislationLegalForce": f"https://schema.org/{FORCE[force]}" if force in FORCE else "",
        "creativeWorkStatus": str(force.label),
        "encoding": document(agreement, here),
    }
    return [pruned(node), *(act(one, identity, here) for one in instruments(agreement))]


def party(one: AgreementParty, here: Here) -> Node:
    """Who passes a law is an organization: a country does by its government."""
    kind = "Organization" if one.organization else "GovernmentOrganization"
    return {"@type": kind, "name": one.name(here.language) or one.name()}


def document(agreement: Agreement, here: Here) -> Node:
    if not agreement.document:
        return {}
    url = here.absolute(agreement.document.url)
    return {"@type": "LegislationObject", "contentUrl": url, "encodingFormat": "application/pdf"}


def instruments(agreement: Agreement) -> list[LegalInstrument]:
    """The public instruments of approval, each once."""
    approvals = [step for step in agreement.actions.all() if step.kind == ActionKind.DOMESTIC_APPROVAL]
    known = {step.instrument for step in approvals if step.instrument and step.instrument.is_visible()}
    return sorted(known, key=lambda instrument: instrument.pk)


def act(instrument: LegalInstrument, agreement: str, here: Here) -> Node:
    """The law or regulation that lets the agreement bind."""
    return pruned(
        {
            "@type": "Legislation",
            "name": instrument.citation(here.language),
            "description": plain(instrument, "title"),
            "legislationIdentifier": instrument.citation(),
            "legislationDate": instrument.enacted_on.isoformat() if instrument.enacted_on else "",
            "legislationEnsuresImplementationOf": {"@id": agreement},
            "sameAs": instrument.url,
        }
    )
