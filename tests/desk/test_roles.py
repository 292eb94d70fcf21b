"""The roles of the desk: the table names real permissions, the groups are kept to it, and pages obey it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import models
from django.test import Client

from articles.models import Article
from entities.models import Topic
from pressroom.core.models import AuditEntry
from pressroom.desk.accounts import permission_text
from pressroom.desk.roles import ROLES, sync
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import REGISTERED, address

HIDDEN = {"public_from": None}
DELETABLE: list[tuple[str, Callable[[], models.Model]]] = [
    ("article", make.article),
    ("topic", lambda: make.topic(**HIDDEN)),
    ("event", lambda: make.event(**HIDDEN)),
    ("image", make.image),
]
# Who deletes a draft, or a fact that nobody outside knows.
DELETES = {role: role in ("Penyunting", "Kepala") for role in ROLES} | {"admin": True}


@pytest.mark.django_db
def test_every_permission_of_the_table_exists() -> None:
    pairs = Permission.objects.values_list("content_type__app_label", "codename")
    assert set().union(*ROLES.values()) <= {f"{app}.{codename}" for app, codename in pairs}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_migrating_makes_the_groups(role: str) -> None:
    held = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
    assert {f"{app}.{codename}" for app, codename in held} == ROLES[role]


@pytest.mark.django_db
def test_a_group_that_strayed_is_brought_back_and_others_are_left_alone() -> None:
    writers, own = Group.objects.get(name="Penulis"), Group.objects.create(name="Magang")
    writers.permissions.set(Permission.objects.filter(codename="delete_user"))
    own.permissions.set(Permission.objects.filter(codename="view_topic"))
    sync()
    assert not writers.permissions.filter(codename="delete_user").exists()
    assert writers.permissions.count() == len(ROLES["Penulis"])
    assert own.permissions.count() == 1


def test_each_editing_role_may_what_the_one_below_may() -> None:
    assert ROLES["Penulis"] < ROLES["Penyunting"] < ROLES["Kepala"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_a_list_is_open_to_the_roles_that_may_view_its_rows(
    log_in: LogIn, role: str, model: type[models.Model]
) -> None:
    status = log_in(role).get(address(model, "changelist")).status_code
    permission = f"{model._meta.app_label}.view_{model._meta.model_name}"
    assert status == (200 if permission in ROLES[role] else 403)


@pytest.mark.parametrize(
    ("model", "roles"),
    [
        (User, {"Kepala", "Administrator"}),
        (Group, {"Administrator"}),
        (AuditEntry, {"Kepala", "Administrator"}),
        (Topic, {"Penulis", "Penyunting", "Kepala", "Administrator"}),
        (Article, set(ROLES)),
    ],
)
def test_who_looks_at_what(model: type[models.Model], roles: set[str]) -> None:
    permission = f"{model._meta.app_label}.view_{model._meta.model_name}"
    assert {role for role, held in ROLES.items() if permission in held} == roles


def test_the_administrator_gives_roles_and_makes_nobody_a_superuser(log_in: LogIn) -> None:
    somebody, browser = make.user(), log_in("Administrator")
    chiefs = Group.objects.get(name="Kepala")
    posted = {"username": somebody.username, "is_active": "on", "is_superuser": "on", "groups": [chiefs.pk]}
    dates = {"date_joined_0": "2026-01-01", "date_joined_1": "00:00:00"}
    assert browser.post(address(User, "change", somebody.pk), posted | dates).status_code == 302
    somebody.refresh_from_db()
    assert (somebody.is_superuser, list(somebody.groups.all())) == (False, [chiefs])


def test_the_administrator_touches_no_superuser(log_in: LogIn) -> None:
    above, browser = make.user(is_superuser=True), log_in("Administrator")
    assert browser.post(address(User, "change", above.pk), {"username": "lain"}).status_code == 403
    assert browser.post(f"/admin/auth/user/{above.pk}/password/", {}).status_code == 403


@pytest.mark.parametrize(("role", "allowed"), DELETES.items())
@pytest.mark.parametrize(("name", "factory"), DELETABLE)
def test_who_deletes_what_is_not_public(
    log_in: LogIn, role: str, allowed: bool, name: str, factory: Callable[[], models.Model]
) -> None:
    row = factory()
    log_in(role).post(address(type(row), "delete", row.pk), {"post": "yes"})
    assert type(row)._default_manager.filter(pk=row.pk).exists() != allowed


def test_the_chief_looks_at_accounts_and_changes_none(log_in: LogIn) -> None:
    somebody = make.user()
    browser = log_in("Kepala")
    url = address(User, "change", somebody.pk)
    assert browser.get(url).status_code == 200
    assert browser.post(url, {"is_superuser": "on"}).status_code == 403
    assert browser.get(address(User, "add")).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("codename", "text"),
    [
        ("publish_article", "Siaran: menerbitkan"),
        ("urgently_publish_article", "Siaran: menerbitkan secara darurat"),
        ("delete_topic", "Topik: menghapus"),
        ("add_user", "Pengguna: menambah"),
    ],
)
def test_permissions_are_named_in_indonesian(codename: str, text: str) -> None:
    assert permission_text(Permission.objects.get(codename=codename)) == text


def test_the_page_of_a_group_names_them_so(desk: Client) -> None:
    page = desk.get(address(Group, "add")).content.decode()
    assert "Siaran: menerbitkan" in page
    assert "Can add" not in page
