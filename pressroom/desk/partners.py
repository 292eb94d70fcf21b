"""Partners of the API and their keys: a key is made, shown once, and revoked; nobody ever alters one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from pressroom.core import acts, audit
from pressroom.desk.differences import gained
from pressroom.desk.options import DeskAdmin, Part, ReadOnlyAdmin

# By name: the rooms under the roof do not import each other.
Partner: Any = apps.get_model("api", "Partner")
PartnerKey: Any = apps.get_model("api", "PartnerKey")

DATE: dict[str, Any] = {"type": "date", "aria-label": gettext_lazy("berlaku sampai tanggal")}
TIME: dict[str, Any] = {"type": "time", "aria-label": gettext_lazy("berlaku sampai jam")}


class KeyForm(forms.ModelForm):
    """What a new key is for, what it opens, and how long."""

    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("lingkup"),
        help_text=gettext_lazy(
            "Tanpa lingkup, kunci ini hanya mengenalkan mitra; data publik tidak memerlukannya."
        ),
        choices=PartnerKey.Scope.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    expires_at = forms.SplitDateTimeField(
        label=gettext_lazy("berlaku sampai"),
        help_text=gettext_lazy("Menurut waktu setempat. Kosong: sampai dicabut."),
        required=False,
        input_date_formats=["%Y-%m-%d"],
        widget=forms.SplitDateTimeWidget(
            date_attrs=DATE,
            time_attrs=TIME,
            date_format="%Y-%m-%d",
            time_format="%H:%M",
        ),
    )

    class Meta:
        model = PartnerKey
        fields = ("label", "scopes", "expires_at")

    def clean_expires_at(self) -> datetime | None:
        moment = self.cleaned_data["expires_at"]
        if moment and moment <= timezone.now():
            raise ValidationError(_("Waktu ini sudah lewat."))
        return moment


class RevocationForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("alasan"),
        help_text=gettext_lazy("Tersimpan dalam catatan audit."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )


@admin.display(description=gettext_lazy("lingkup"))
def scopes(key: Any) -> str:
    labels = dict(PartnerKey.Scope.choices)
    return ", ".join(str(labels.get(scope, scope)) for scope in key.scopes) or "–"


@admin.display(description=pgettext_lazy("kunci", "berlaku"), boolean=True)
def is_valid(key: Any) -> bool:
    return key.is_valid()


KEY_FIELDS: Any = (
    *("prefix", "label", scopes, "created_at", "expires_at", "revoked_at", "last_used_at", is_valid),
)


class KeyPart(Part):
    """The keys of a partner, to look at; each leads to its own page."""

    model = PartnerKey
    fields = readonly_fields = KEY_FIELDS
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("partner")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Partner)
class PartnerAdmin(DeskAdmin):
    list_display = ("name", "email", "active")
    list_filter = ("active",)
    search_fields = ("name", "email")
    inlines = (KeyPart,)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.issue_view)
        return [path("<int:pk>/keys/add/", view, name="api_partner_issue"), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["may_issue"] = request.user.has_perm("api.add_partnerkey")
        return super().render_change_form(request, context, *args, **kwargs)

    def issue_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Ask, then make a key and show it in the same answer: it is stored nowhere to be shown again."""
        if not (request.user.has_perm("api.add_partnerkey") and self.has_view_permission(request)):
            raise PermissionDenied
        partner = get_object_or_404(Partner, pk=pk)
        form = KeyForm(request.POST or None)
        context = {**page_of(self, request, partner), "title": _("Buat kunci"), "form": form}
        if not form.is_valid():
            return TemplateResponse(request, "admin/api/partner/issue.html", context)
        context["key"], context["token"] = issue(request, partner, form)
        return TemplateResponse(request, "admin/api/partner/issued.html", context)


@admin.register(PartnerKey)
class PartnerKeyAdmin(ReadOnlyAdmin):
    list_display = (
        "prefix",
        "partner",
        "label",
        scopes,
        "created_at",
        "revoked_at",
        "last_used_at",
        is_valid,
    )
    search_fields = ("=prefix", "label", "partner__name")
    fields = readonly_fields = ("partner", *KEY_FIELDS)
    fetch = ("partner",)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.revoke_view)
        return [path("<int:pk>/revoke/", view, name="api_partnerkey_revoke"), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        key = context.get("original")
        open_still = key is not None and key.revoked_at is None
        context["may_revoke"] = open_still and request.user.has_perm("api.change_partnerkey")
        return super().render_change_form(request, context, *args, **kwargs)

    def revoke_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        if not request.user.has_perm("api.change_partnerkey"):
            raise PermissionDenied
        key = get_object_or_404(PartnerKey.objects.select_related("partner"), pk=pk)
        form = RevocationForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            revoke(request, key, form.cleaned_data["reason"])
            return redirect("admin:api_partnerkey_change", key.pk)
        context = {**page_of(self, request, key), "title": _("Cabut kunci"), "form": form}
        return TemplateResponse(request, "admin/api/partnerkey/revoke.html", context)


@transaction.atomic
def issue(request: HttpRequest, partner: Any, form: KeyForm) -> tuple[Any, str]:
    """The new key and its token; the audit trail gets to know all of it but the secret."""
    key, token = PartnerKey.objects.issue(partner, **form.cleaned_data)
    details = {"partner": [None, partner], "prefix": [None, key.prefix], **gained(form)}
    audit.record(acts.CREATED, key, by=request.user, details=details)
    return key, token


@transaction.atomic
def revoke(request: HttpRequest, key: Any, reason: str) -> None:
    """Of two who revoke a key at once only the first did it."""
    if key.revoke():
        audit.record("key_revoked", key, by=request.user, reason=reason)
        messages.success(request, _("Kunci “%s” sudah dicabut dan tidak membuka apa pun lagi.") % key)
    else:
        messages.warning(request, _("Kunci “%s” sudah dicabut sebelumnya.") % key)


def page_of(desk: DeskAdmin, request: HttpRequest, row: models.Model) -> dict[str, Any]:
    return {**desk.admin_site.each_context(request), "opts": desk.opts, "original": row}
