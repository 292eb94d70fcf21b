"""How a row is named where an editor picks it out of thousands."""

from django.db.models import Model

from agreements.models import AgreementAction, Event
from entities.models import PersonHonorific, Post


def choice_text(row: Model) -> str:
    """The row's own name, and what sets it apart where the name alone does not."""
    match row:
        case PersonHonorific():
            return f"{row.person}: {row}"
        case AgreementAction():
            return f"{row} – {row.agreement}"
        case Post():
            return f"{row.title} ({row.organization.short or row.organization.name})"
        case Event():
            return f"{row.title} ({row.when_text() or '–'})"
    return str(row)
