from agreements.models.actions import AgreementAction
from agreements.models.agreements import Agreement, AgreementParty, AgreementRelation
from agreements.models.events import AgendaItem, Event, EventParticipant
from agreements.models.instruments import InstrumentKind, LegalInstrument

__all__ = [
    "AgendaItem",
    "Agreement",
    "AgreementAction",
    "AgreementParty",
    "AgreementRelation",
    "Event",
    "EventParticipant",
    "InstrumentKind",
    "LegalInstrument",
]
