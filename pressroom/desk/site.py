from http import HTTPStatus
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from pressroom.core import acts, audit
from pressroom.desk import intake
from pressroom.desk.choices import choice_text
from pressroom.desk.dashboard import boards


class ChoicesView(AutocompleteJsonView):
    """What an autocomplete offers, each row named so that it can be told from its like."""

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        return {**super().serialize_result(obj, to_field_name), "text": choice_text(obj)}


class DeskSite(AdminSite):
    site_title = _("Meja redaksi")
    site_header = _("Meja redaksi")
    index_title = _("Ruang kerja")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [*intake.urls(self), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        shown = {"boards": boards(request), "may_paste": intake.may_paste(request)}
        return super().index(request, {**(extra_context or {}), **shown})

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return ChoicesView.as_view(admin_site=self)(request)

    def password_change(self, request: HttpRequest, extra_context: dict | None = None) -> Any:
        with transaction.atomic():
            response = super().password_change(request, extra_context)
            if response.status_code == HTTPStatus.FOUND:
                audit.record(acts.CHANGED, request.user, details={"password": [None, audit.HIDDEN]})  # type: ignore[arg-type]
        return response

    def i18n_javascript(self, request: HttpRequest, extra_context: dict | None = None) -> Any:
        # Our catalogue comes second, so that its words win over Django's.
        packages = ["django.contrib.admin", "pressroom.desk"]
        return JavaScriptCatalog.as_view(packages=packages)(request)
