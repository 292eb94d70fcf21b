"""People with a key to the desk: Django's own pages, with permissions named in the editor's language."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth import admin as stock
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pressroom.desk.options import DeskAdmin

VERBS = {
    "add": _("menambah"),
    "change": _("mengubah"),
    "delete": _("menghapus"),
    "view": _("melihat"),
    "publish": _("menerbitkan"),
}


def permission_text(permission: Permission) -> str:
    """Such as "Siaran: menerbitkan"; the database holds only English names, made by Django."""
    content_type = permission.content_type
    model = content_type.model_class()
    verb = VERBS.get(permission.codename.partition("_")[0], permission.name)
    return f"{capfirst(model._meta.verbose_name) if model else content_type.model}: {verb}"


class NamesPermissions(BaseModelAdmin):
    def formfield_for_manytomany(self, db_field: Any, request: Any = None, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.remote_field.model is Permission:
            field.label_from_instance = permission_text
        return field


admin.site.unregister([User, Group])


@admin.register(User)
class UserAdmin(NamesPermissions, DeskAdmin, stock.UserAdmin):
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        with transaction.atomic():  # the new password, and that it was changed
            return super().user_change_password(request, id, form_url)


@admin.register(Group)
class GroupAdmin(NamesPermissions, DeskAdmin, stock.GroupAdmin):
    pass
