"""Whatever is edited at the desk leaves exactly one entry, with who did it and from where."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.db import connection, models
from django.test import Client, RequestFactory
from django.urls import reverse

from agreements.models import Agreement, Event, InstrumentKind, LegalInstrument
from articles.models import Article, Citation, Image, StyleRule
from entities.models import Appointment, Country, Honorific, Organization, Person, Post, Topic
from pressroom.api.models import Partner
from pressroom.core.models import AuditEntry, Office
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import REGISTERED, added_part, address, change_address, errors, save
from tests.desk.test_lists import ROWS
from tests.factories.common import serial

HIDDEN = {"public_from": None}
ADDRESS = "203.0.113.7"

# Two inputs for one moment, which `shown` does not take apart.
JOINED = {"date_joined_0": "2024-01-01", "date_joined_1": "07:00:00"}
SUFFIX = {"kind": "academic", "position": "suffix", "precedence": 1}

Typed = Callable[[], dict[str, Any]]

# What is typed to add a row, how to make one, and what is typed over in it.
EDITABLE: dict[type[models.Model], tuple[Typed, Callable[[], models.Model], dict[str, Any]]] = {
    Agreement: (
        lambda: {"kind": "mou", "slug": "nota", "title": "Nota", "approval_needed": "unknown"},
        lambda: make.agreement(**HIDDEN),
        {"title": "Judul lain"},
    ),
    Appointment: (
        lambda: {"person": make.person().pk, "post": make.post().pk, "kind": "member"},
        lambda: make.appointment(kind="member", **HIDDEN),
        {"span": "sejak 2023"},
    ),
    Article: (
        lambda: {"kind": "press_release", "title": "Siaran", "slug": "siaran", "body": "<p>Isi.</p>"},
        make.article,
        {"title": "Judul lain"},
    ),
    Citation: (
        lambda: {
            "url": "https://example.org/",
            "retrieved_on": "2024-10-09",
            "excerpt": "Petikan.",
            "basis": "stated",
            "topic": "",
            "event": make.event(**HIDDEN).pk,
        },
        lambda: make.outside_citation(event=make.event(**HIDDEN)),
        {"excerpt": "Petikan lain."},
    ),
    Country: (
        lambda: {"iso2": "ZZ", "iso3": "ZZZ", "name": "Negeri", "name_en": "Land"},
        make.country,
        {"name": "Nama lain"},
    ),
    Event: (
        lambda: {"kind": "courtesy_call", "title": "Kunjungan", "slug": "kunjungan"},
        lambda: make.event(**HIDDEN),
        {"title": "Judul lain"},
    ),
    Group: (
        lambda: {"name": "Magang"},
        lambda: Group.objects.create(name=f"Grup {next(serial)}"),
        {"name": "Nama lain"},
    ),
    Honorific: (
        lambda: {"code": "mh", "abbr": "M.H.", "name": "Magister Hukum"} | SUFFIX,
        make.honorific,
        {"name": "Nama lain"},
    ),
    Image: (
        lambda: {"original": make.picture_file(), "alt": "Foto", "focal_x": 50, "focal_y": 40},
        make.image,
        {"alt": "Foto lain"},
    ),
    InstrumentKind: (
        lambda: {"code": "perka", "name": "Peraturan Kepala", "name_en": "Regulation", "rank": 9},
        make.instrument_kind,
        {"name": "Nama lain"},
    ),
    LegalInstrument: (
        lambda: {"kind": make.instrument_kind("perpres").pk, "number": "3", "year": 2010, "title": "Perpres"},
        lambda: make.instrument(**HIDDEN),
        {"title": "Judul lain"},
    ),
    Organization: (
        lambda: {"name": "Badan", "slug": "badan", "kind": "agency"},
        lambda: make.organization(**HIDDEN),
        {"name": "Nama lain"},
    ),
    Partner: (
        lambda: {"name": "Antara", "email": "redaksi@kantor-berita.example"},
        make.partner,
        {"name": "Nama lain"},
    ),
    Person: (
        lambda: {"name": "Eddy", "sort_name": "Eddy", "slug": "eddy"},
        lambda: make.person(**HIDDEN),
        {"name": "Nama lain"},
    ),
    Post: (
        lambda: {"organization": make.organization().pk, "title": "Kepala"},
        lambda: make.post(**HIDDEN),
        {"title": "Judul lain"},
    ),
    StyleRule: (
        lambda: {"kind": "word", "pattern": "tak baku", "replacement": "baku", "explanation": "Kaidah."},
        make.style_rule,
        {"replacement": "lain"},
    ),
    Topic: (
        lambda: {"name": "Topik", "slug": "topik"},
        lambda: make.topic(**HIDDEN),
        {"name": "Nama lain"},
    ),
    User: (
        lambda: {
            "username": "baru",
            "usable_password": "true",
            "password1": "panjang-dan-acak-9",
            "password2": "panjang-dan-acak-9",
        },
        lambda: make.user(date_joined=make.LONG_AGO),
        {"first_name": "Nama lain"} | JOINED,
    ),
}
MODELS = sorted(EDITABLE, key=lambda model: model._meta.label)
each_editable = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)


@pytest.fixture
def chief(db: None) -> Client:
    """The superuser "kepala" at a known address."""
    browser = Client(REMOTE_ADDR=ADDRESS)
    browser.force_login(make.user("kepala", is_staff=True, is_superuser=True))
    return browser


def trail(**conditions: Any) -> list[AuditEntry]:
    """The entries of what was done since the log-in, oldest first."""
    return list(AuditEntry.objects.filter(**conditions).exclude(act="logged_in").order_by("id"))


def only(act: str, row: models.Model | None = None) -> AuditEntry:
    """The one entry there is: by the chief, from the right address, of this row."""
    (entry,) = trail()
    assert (entry.act, entry.actor, entry.address) == (act, "kepala", ADDRESS)
    if row:
        assert (entry.subject_type, entry.subject_id) == (row._meta.label_lower, str(row.pk))
    return entry


def can_be_added(model: type[models.Model]) -> bool:
    request = RequestFactory().get(address(model, "add"))
    request.user = User(is_superuser=True, is_active=True)
    return admin.site._registry[model].has_add_permission(request)


@pytest.mark.django_db
def test_every_editable_register_is_in_the_table() -> None:
    """But for the office: there is one, which is never deleted; `test_office` tells of it."""
    assert {model for model in REGISTERED if can_be_added(model)} - {Office} == set(EDITABLE)


@each_editable
def test_an_added_row_leaves_one_entry(chief: Client, model: type[models.Model]) -> None:
    typed = EDITABLE[model][0]()
    known = set(model._default_manager.values_list("pk", flat=True))
    response = save(chief, address(model, "add"), **typed)
    assert response.status_code == 302, errors(response)
    entry = only("created", model._default_manager.exclude(pk__in=known).get())
    assert entry.details
    assert all(old is None for old, _new in entry.details.values())


@each_editable
def test_a_changed_row_leaves_one_entry(chief: Client, model: type[models.Model]) -> None:
    _typed, factory, over = EDITABLE[model]
    row = factory()
    response = save(chief, change_address(row), **over)
    assert response.status_code == 302, errors(response)
    entry = only("changed", row)
    name, value = next(iter(over.items()))
    assert list(entry.details) == [name]
    assert entry.details[name][0] != entry.details[name][1] == value


@each_editable
def test_a_save_that_changes_nothing_leaves_none(chief: Client, model: type[models.Model]) -> None:
    row = EDITABLE[model][1]()
    response = save(chief, change_address(row), **JOINED if model is User else {})
    assert response.status_code == 302, errors(response)
    assert trail() == []


@each_editable
def test_a_deleted_row_leaves_one_entry(chief: Client, model: type[models.Model]) -> None:
    row = EDITABLE[model][1]()
    chief.post(address(model, "delete", row.pk), {"post": "yes"})
    assert not model._default_manager.filter(pk=row.pk).exists()
    entry = only("deleted", row)
    assert entry.subject == str(row)
    assert any(old for old, new in entry.details.values() if new is None)


@each_editable
def test_so_does_each_row_deleted_from_the_list(chief: Client, model: type[models.Model]) -> None:
    keys = {str(EDITABLE[model][1]().pk) for _ in range(2)}  # some of them are made only once a test
    chosen = {"action": "delete_selected", "_selected_action": list(keys), "post": "yes"}
    chief.post(address(model, "changelist"), chosen)
    assert {(entry.act, entry.subject_id) for entry in trail()} == {("deleted", key) for key in keys}
    assert len(trail()) == len(keys)


def test_a_refused_save_leaves_none(chief: Client) -> None:
    save(chief, change_address(make.topic()), name="")
    assert trail() == []


def test_rows_of_a_page_are_told_with_their_fields(chief: Client) -> None:
    event = make.event(**HIDDEN)
    kept = make.agenda_item(event, ordinal=1, text="Radikalisme")
    gone = make.agenda_item(event, ordinal=2, text="Siber")
    rows = {"agenda-0-text": "Media sosial", "agenda-1-DELETE": "on"}
    save(chief, change_address(event), **rows, **added_part("agenda", 2, ordinal=3, text="Pendanaan"))
    new = event.agenda.get(ordinal=3)
    assert only("changed", event).details == {
        f"agenda/{kept.pk}": ["Media sosial", "Media sosial"],
        f"agenda/{kept.pk}/text": ["Radikalisme", "Media sosial"],
        f"agenda/{gone.pk}": ["Siber", None],
        f"agenda/{gone.pk}/ordinal": [2, None],
        f"agenda/{gone.pk}/text": ["Siber", None],
        f"agenda/{new.pk}": [None, "Pendanaan"],
        f"agenda/{new.pk}/ordinal": [None, 3],
        f"agenda/{new.pk}/text": [None, "Pendanaan"],
    }


def test_links_are_told_by_name_and_only_where_they_differ(chief: Client) -> None:
    article = make.article()
    stays, goes, comes = make.topic("Tetap"), make.topic("Pergi"), make.topic("Datang")
    event = make.event("Kunjungan")
    article.topics.set([stays, goes])
    save(chief, change_address(article), topics=[stays.pk, comes.pk], event=event.pk)
    assert only("changed", article).details == {
        "topics": [[f"Pergi (#{goes.pk})"], [f"Datang (#{comes.pk})"]],
        "event": [None, f"Kunjungan (–) (#{event.pk})"],
    }


def test_a_deleted_row_is_told_with_those_that_go_with_it(chief: Client) -> None:
    event = make.event("Kunjungan", **HIDDEN)
    point = make.agenda_item(event, text="Radikalisme", **HIDDEN)
    chief.post(address(Event, "delete", event.pk), {"post": "yes"})
    details = only("deleted", event).details
    assert details["title"] == ["Kunjungan", None]
    assert details[f"agenda/{point.pk}"] == ["Radikalisme", None]


def test_making_public_is_an_act_of_its_own(chief: Client) -> None:
    topic = make.topic(**HIDDEN)
    chosen = {"action": "announce", "_selected_action": [topic.pk]}
    chief.post(address(Topic, "changelist"), chosen)
    assert only("announced", topic).subject == topic.name
    chief.post(address(Topic, "changelist"), chosen)  # refused: it is public already
    assert len(trail()) == 1


def test_who_got_which_role_is_told(chief: Client) -> None:
    somebody = make.user(date_joined=make.LONG_AGO)
    group = Group.objects.get(name="Penulis")
    save(chief, change_address(somebody), groups=[group.pk], is_staff="on", **JOINED)
    assert only("changed", somebody).details == {
        "is_staff": [False, True],
        "groups": [[], [f"Penulis (#{group.pk})"]],
    }


def test_what_a_group_may_is_told(chief: Client) -> None:
    group = Group.objects.create(name="Magang")
    permission = Permission.objects.get(codename="delete_topic")
    save(chief, change_address(group), permissions=[permission.pk])
    assert only("changed", group).details == {"permissions": [[], [f"Topik: menghapus (#{permission.pk})"]]}


def test_a_password_set_by_another_is_told_and_never_shown(chief: Client) -> None:
    somebody = make.user()
    typed = dict.fromkeys(["password1", "password2"], "panjang-dan-acak-9")
    url = reverse("admin:auth_user_password_change", args=[somebody.pk])
    assert chief.post(url, {**typed, "usable_password": "true"}).status_code == 302
    assert only("changed", somebody).details == {"password": [None, "•••"]}


@pytest.mark.django_db
def test_so_is_ones_own(client: Client) -> None:
    user = make.user(is_staff=True, password="lama-dan-acak-8")
    client.force_login(user)
    typed = dict.fromkeys(["new_password1", "new_password2"], "panjang-dan-acak-9")
    client.post(reverse("admin:password_change"), {**typed, "old_password": "keliru"})
    assert trail() == []
    client.post(reverse("admin:password_change"), {**typed, "old_password": "lama-dan-acak-8"})
    (entry,) = trail()
    assert (entry.act, entry.actor, entry.details) == ("changed", user.username, {"password": [None, "•••"]})


def test_no_hash_is_ever_kept(chief: Client) -> None:
    somebody = make.user(password="lama-dan-acak-8")
    save(chief, change_address(somebody), first_name="Siti", **JOINED)
    chief.post(address(User, "delete", somebody.pk), {"post": "yes"})
    kept = str(list(AuditEntry.objects.values_list("details")))
    assert somebody.password not in kept
    assert "pbkdf2" not in kept
    assert "•••" in kept


@pytest.mark.django_db
def test_coming_in_and_leaving_is_told() -> None:
    user = make.user("siti", password="panjang-dan-acak-9", is_staff=True)
    browser = Client(REMOTE_ADDR=ADDRESS)
    browser.post(reverse("admin:login"), {"username": "siti", "password": "panjang-dan-acak-9"})
    browser.post(reverse("admin:logout"))
    told = AuditEntry.objects.order_by("id").values_list("act", "actor", "address", "subject_id")
    assert list(told) == [
        ("logged_in", "siti", ADDRESS, str(user.pk)),
        ("logged_out", "siti", ADDRESS, str(user.pk)),
    ]


@pytest.mark.django_db
def test_nobody_leaves_who_never_came_in(client: Client) -> None:
    request = RequestFactory().post("/")
    request.user, request.session = AnonymousUser(), client.session
    logout(request)
    assert trail() == []


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "subject"), [("siti", "siti"), ("rahasia-yang-salah-kolom", "")])
def test_who_is_refused_at_the_door_is_told_if_there_is_such_an_account(typed: str, subject: str) -> None:
    make.user("siti", password="panjang-dan-acak-9", is_staff=True)
    Client(REMOTE_ADDR=ADDRESS).post(reverse("admin:login"), {"username": typed, "password": "keliru"})
    (entry,) = trail()
    assert (entry.act, entry.actor, entry.address) == ("login_failed", "", ADDRESS)
    assert entry.subject == subject
    assert "salah-kolom" not in str(list(AuditEntry.objects.values()))


@pytest.mark.django_db(transaction=True)
def test_a_save_that_fails_at_the_end_leaves_no_entry(chief: Client) -> None:
    topic = make.topic(**HIDDEN)
    chief.raise_request_exception = False
    refuse_log_entries()
    try:
        assert save(chief, change_address(topic), name="Nama lain").status_code == 500
    finally:
        allow_log_entries()
    topic.refresh_from_db()
    assert topic.name != "Nama lain"
    assert trail() == []


def refuse_log_entries() -> None:
    """Django's own log is written after the entry; here it cannot be."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_admin_log RENAME TO django_admin_log_gone")


def allow_log_entries() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_admin_log_gone RENAME TO django_admin_log")


def reader(log_in: LogIn, role: str = "Penulis") -> Client:
    """Somebody of that role who may also read the trail."""
    browser = log_in(role)
    user = User.objects.get(pk=browser.session["_auth_user_id"])
    user.user_permissions.add(Permission.objects.get(codename="view_auditentry"))
    return browser


def test_history_leads_to_the_trail_of_that_row(log_in: LogIn, chief: Client) -> None:
    topic, other = make.topic(), make.topic()
    for row, name in ((topic, "Nama lain"), (other, "Nama ketiga")):
        save(chief, change_address(row), name=name)
    response = reader(log_in).get(address(Topic, "history", topic.pk), follow=True)
    assert list(response.context["cl"].result_list) == trail(subject_id=str(topic.pk))


def test_who_may_not_read_the_trail_gets_the_short_history(log_in: LogIn) -> None:
    response = log_in("Penulis").get(address(Topic, "history", make.topic().pk))
    assert response.status_code == 200
    assert response.context["action_list"] is not None


def test_the_measured_lists_know_the_trail() -> None:
    assert AuditEntry in ROWS
