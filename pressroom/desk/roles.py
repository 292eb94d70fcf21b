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
RECORD = (
    *("articles.revision", "articles.edition", "articles.publicnote", "articles.workflowstep"),
    *("articles.cancellation", "core.change"),
)
# How the house writes: editors read it, the chief and the administrator keep it.
HOUSE_STYLE = ("articles.stylerule",)
# Who answers the press, and what the house says of itself.
OFFICE = ("core.office",)
PARTNERS = ("api.partner", "api.partnerkey")
# Readers by e-mail: looked at by two roles; one erases addresses and lets failed mails go again.
READERS = ("delivery.subscriber", "delivery.subscription", "delivery.letter")
KEEPS_READERS = frozenset({"delivery.delete_subscriber", "delivery.change_letter"})


def grants(models: Iterable[str], *actions: str) -> frozenset[str]:
    pairs = (model.split(".") for model in models)
    return frozenset(f"{app}.{action}_{model}" for app, model in pairs for action in actions)


# Whoever approves may also publish: that the text is not their own is for the workflow to see to.
EDITS = frozenset({"articles.approve_article", "articles.publish_article", "articles.withdraw_article"})
ANSWERS = frozenset({"articles.urgently_publish_article", "articles.kill_article", "articles.announce_fact"})
LOOKS_ON = grants(REGISTERS + WORKING_COPIES + PARTS + RECORD + HOUSE_STYLE + OFFICE, "view")
KEEPS_THE_STYLE = grants(HOUSE_STYLE, "add", "change", "delete")
KEEPS_THE_OFFICE = grants(OFFICE, "add", "change")

WRITER = (
    LOOKS_ON
    | grants(REGISTERS + WORKING_COPIES, "add", "change")
    | grants(PARTS, "add", "change", "delete")
    | {"articles.submit_article"}
)
EDITOR = WRITER | grants(REGISTERS + WORKING_COPIES, "delete") | EDITS | {"articles.change_publicnote"}
CHIEF = EDITOR | ANSWERS | KEEPS_THE_STYLE | KEEPS_THE_OFFICE | {"auth.view_user", "core.view_auditentry"}
PARTNER_MANAGER = (
    grants(RECORD + WORKING_COPIES + READERS, "view")
    | grants(PARTNERS, "view", "add", "change")
    | KEEPS_READERS
)
# Gives and takes keys to the desk, keeps its house style; writes and publishes nothing.
ADMINISTRATOR = (
    LOOKS_ON
    | KEEPS_THE_STYLE
    | KEEPS_THE_OFFICE
    | grants(("auth.user",), "view", "add", "change")
    | grants(("auth.group", *PARTNERS, *READERS), "view")
    | {"core.view_auditentry"}
)

ROLES: dict[str, frozenset[str]] = {
    "Penulis": WRITER,
    "Penyunting": EDITOR,
    "Kepala": CHIEF,
    "Pengelola Mitra": PARTNER_MANAGER,
    "Administrator": ADMINISTRATOR,
}


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
