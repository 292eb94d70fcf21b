"""The public site; every address exists in Indonesian and, under /en/, in English."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from pressroom.site.formats.agenda import calendar_ics, event_ics
from pressroom.site.formats.feeds import atom, json_feed, rss
from pressroom.site.formats.plaintext import release_text
from pressroom.site.formats.sharing import card
from pressroom.site.formats.table import releases_csv
from pressroom.site.photos.downloads import photo
from pressroom.site.photos.kit import release_kit
from pressroom.site.views import institution
from pressroom.site.views.agreements import agreement, agreements, agreements_file
from pressroom.site.views.countries import countries, country
from pressroom.site.views.events import calendar, event
from pressroom.site.views.history import corrections, edition, history
from pressroom.site.views.home import home
from pressroom.site.views.organizations import organization, organizations
from pressroom.site.views.people import people, person
from pressroom.site.views.printing import code_image, release_pdf
from pressroom.site.views.releases import release, releases
from pressroom.site.views.search import search, suggest
from pressroom.site.views.topics import topic, topics
from pressroom.site.views.verification import proof, verification

app_name = "site"

urlpatterns = [
    path("", home, name="home"),
    path(_("siaran-pers/"), releases, name="releases"),
    path(_("siaran-pers/<slug:slug>/"), release, name="release"),
    path(_("siaran-pers/<slug:slug>.pdf"), release_pdf, name="release_pdf"),
    path(_("siaran-pers/<slug:slug>/riwayat/"), history, name="history"),
    path(_("siaran-pers/<slug:slug>/riwayat/<int:number>/"), edition, name="edition"),
    path(_("siaran-pers/<slug:slug>/kit-pers.zip"), release_kit, name="release_kit"),
    path(_("siaran-pers/<slug:slug>/foto-<int:number>.jpg"), photo, {"which": "original"}, name="photo"),
    path(_("siaran-pers/<slug:slug>/foto-<int:number>-web.jpg"), photo, {"which": "web"}, name="photo_web"),
    path(_("ralat/"), corrections, name="corrections"),
    path(_("tokoh/"), people, name="people"),
    path(_("tokoh/<slug:slug>/"), person, name="person"),
    path(_("lembaga/"), organizations, name="organizations"),
    path(_("lembaga/<slug:slug>/"), organization, name="organization"),
    path(_("perjanjian/"), agreements, name="agreements"),
    path(_("perjanjian/daftar.<str:form>"), agreements_file, name="agreements_file"),
    path(_("perjanjian/<slug:slug>/"), agreement, name="agreement"),
    path(_("agenda/"), calendar, name="calendar"),
    path(_("agenda/<slug:slug>/"), event, name="event"),
    path(_("negara/"), countries, name="countries"),
    path(_("negara/<slug:iso2>/"), country, name="country"),
    path(_("topik/"), topics, name="topics"),
    path(_("topik/<slug:slug>/"), topic, name="topic"),
    path(_("cari/"), search, name="search"),
    path(_("cari/saran/"), suggest, name="suggest"),
    path(_("verifikasi/"), verification, name="verification"),
    path(_("verifikasi/<str:code>/"), proof, name="proof"),
    path(_("verifikasi/<str:code>/qr.svg"), code_image, name="code_image"),
    path(_("tentang/"), institution.about, name="about"),
    path(_("narahubung/"), institution.contact, name="contact"),
    path(_("kit-pers/"), institution.press_kit, name="press_kit"),
    path(_("hak-pakai/"), institution.licence, name="licence"),
    path(_("aksesibilitas/"), institution.accessibility, name="accessibility"),
    path(_("langganan/"), include("pressroom.delivery.urls")),
    path("atom.xml", atom, name="feed"),
    path("umpan.rss", rss, name="feed_rss"),
    path("umpan.json", json_feed, name="feed_json"),
    path("umpan.csv", releases_csv, name="feed_csv"),
    path(_("kartu/<str:code>.png"), card, name="card"),
    path(_("siaran-pers/<slug:slug>.txt"), release_text, name="release_text"),
    path(_("agenda/agenda.ics"), calendar_ics, name="calendar_ics"),
    path(_("agenda/<slug:slug>/acara.ics"), event_ics, name="event_ics"),
]
