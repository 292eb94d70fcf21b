from entities.models.countries import Country
from entities.models.honorifics import Honorific, PersonHonorific
from entities.models.organizations import Organization, OrganizationName
from entities.models.people import Person, PersonName
from entities.models.posts import Appointment, Post
from entities.models.topics import Topic

__all__ = [
    "Appointment",
    "Country",
    "Honorific",
    "Organization",
    "OrganizationName",
    "Person",
    "PersonHonorific",
    "PersonName",
    "Post",
    "Topic",
]
