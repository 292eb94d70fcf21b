"""Who may do what at the desk. The table decides: groups of these names are made and kept to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps as installed
from django.db import DEFAULT_DB_ALIAS

REGISTERS = (
    "entities.country",
    "entities.topic",
    "entities.organization",
    "entities.honorific",
    "entities.person",
    "entities.post",
    "entities.appointment",
    "agreements.instrumentkind",
    "agreements.legalinstrument",
    "agreements.agreement",
    "agreements.event",
)
WORKING_COPIES = ("articles.article", "articles.image")
# Rows that live on their owner's page; whoever mends the owner also drops a wrong line.
PARTS = (
    "entities.organizationname",
    "entities.personname",
    "entities.personhonorific",
    "agreements.agreementparty",
    "agreements.agreementaction",
    "agreements.agreementrelation",
    "agreements.eventparticipant",
    "agreements.agendaitem",
    "articles.quote",
    "articles.citation",
    "articles.articleimage",
)
RECORD = ("articles.revision", "articles.edition", "articles.publicnote", "core.change")


def grants(models: Iterable[str], *actions: str) -> frozenset[str]:
    pairs = (model.split(".") for model in models)
    return frozenset(f"{app}.{action}_{model}" for app, model in pairs for action in actions)


WRITER = (
    grants(REGISTERS + WORKING_COPIES, "view", "add", "change")
    | grants(PARTS, "view", "add", "change", "delete")
    | grants(RECORD, "view")
)
EDITOR = WRITER | grants(REGISTERS + WORKING_COPIES, "delete") | {"articles.change_publicnote"}
CHIEF = EDITOR | {"articles.publish_article", "auth.view_user"}

ROLES: dict[str, frozenset[str]] = {"Penulis": WRITER, "Penyunting": EDITOR, "Kepala": CHIEF}


def sync(using: str = DEFAULT_DB_ALIAS, apps: Any = installed, **kwargs: Any) -> None:
    """Make the groups, and give each exactly the permissions of the table; runs after every migration.

    `apps` is the state that the migrations reached; where there are no groups yet, nothing happens.
    """
    try:
        group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:
        return
    permissions = permission_model.objects.using(using).select_related("content_type")
    known = {f"{p.content_type.app_label}.{p.codename}": p for p in permissions}
    for name, wanted in ROLES.items():
        group, _ = group_model.objects.using(using).get_or_create(name=name)
        group.permissions.set(known[name] for name in wanted & known.keys())
