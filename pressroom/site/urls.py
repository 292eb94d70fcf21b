"""The public site; every address exists in Indonesian and, under /en/, in English."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from pressroom.site.feeds import ReleaseFeed
from pressroom.site.views.agreements import agreement, agreements
from pressroom.site.views.events import calendar, event
from pressroom.site.views.home import home
from pressroom.site.views.organizations import organization, organizations
from pressroom.site.views.people import people, person
from pressroom.site.views.releases import release, releases
from pressroom.site.views.search import search
from pressroom.site.views.topics import topic, topics
from pressroom.site.views.verification import proof, verification

app_name = "site"

urlpatterns = [
    path("", home, name="home"),
    path(_("siaran-pers/"), releases, name="releases"),
    path(_("siaran-pers/<slug:slug>/"), release, name="release"),
    path(_("tokoh/"), people, name="people"),
    path(_("tokoh/<slug:slug>/"), person, name="person"),
    path(_("lembaga/"), organizations, name="organizations"),
    path(_("lembaga/<slug:slug>/"), organization, name="organization"),
    path(_("perjanjian/"), agreements, name="agreements"),
    path(_("perjanjian/<slug:slug>/"), agreement, name="agreement"),
    path(_("agenda/"), calendar, name="calendar"),
    path(_("agenda/<slug:slug>/"), event, name="event"),
    path(_("topik/"), topics, name="topics"),
    path(_("topik/<slug:slug>/"), topic, name="topic"),
    path(_("cari/"), search, name="search"),
    path(_("verifikasi/"), verification, name="verification"),
    path(_("verifikasi/<str:code>/"), proof, name="proof"),
    path("atom.xml", ReleaseFeed(), name="feed"),
]
