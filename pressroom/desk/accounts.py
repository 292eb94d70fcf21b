"""People with a key to the desk: Django's own pages, with permissions named in the editor's language."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth import admin as stock
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pressroom.desk.options import DeskAdmin

VERBS = {
    "add": _("menambah"),
    "change": _("mengubah"),
    "delete": _("menghapus"),
    "view": _("melihat"),
    "submit": _("mengajukan"),
    "approve": _("menyetujui"),
    "publish": _("menerbitkan"),
    "urgently": _("menerbitkan secara darurat"),
    "withdraw": _("mencabut"),
    "kill": _("membatalkan untuk selamanya"),
    "announce": _("menjadikan fakta publik"),
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
    """Whoever is no superuser gives roles by groups, makes nobody one and touches none."""

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        fields = list(super().get_readonly_fields(request, obj))
        return fields if request.user.is_superuser else [*fields, "is_superuser", "user_permissions"]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        out_of_reach = isinstance(obj, User) and obj.is_superuser and not request.user.is_superuser
        return not out_of_reach and super().has_change_permission(request, obj)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        with transaction.atomic():  # the new password, and that it was changed
            return super().user_change_password(request, id, form_url)


@admin.register(Group)
class GroupAdmin(NamesPermissions, DeskAdmin, stock.GroupAdmin):
    pass
