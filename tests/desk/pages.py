"""Pages of the desk as a browser meets them: addresses, and forms filled in on top of what they show."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)


def address(model: type[models.Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def change_address(row: models.Model) -> str:
    return address(type(row), "change", row.pk)


def forms_of(response: HttpResponse) -> Iterator[forms.BaseForm]:
    yield response.context["adminform"].form
    for part in response.context["inline_admin_formsets"]:
        yield part.formset.management_form
        yield from part.formset.forms


def shown(response: HttpResponse) -> dict[str, Any]:
    """What a browser would send back from this page if nobody touched it."""
    fields = [field for form in forms_of(response) for field in form]
    values = {field.html_name: field.value() for field in fields}
    return {
        name: [getattr(v, "pk", v) for v in value] if isinstance(value, list) else value
        for name, value in values.items()
        if value is not None and value is not False and not isinstance(value, models.fields.files.FieldFile)
    }


def save(browser: Client, url: str, /, **typed: Any) -> HttpResponse:
    """Open the page, type over what it shows, and save. Underscores in names stand for themselves."""
    data = shown(browser.get(url)) | typed
    return browser.post(url, {name: value for name, value in data.items() if value is not None})


def added_part(prefix: str, number: int, **typed: Any) -> dict[str, Any]:
    """What a browser sends for one more row of an inline."""
    return {f"{prefix}-TOTAL_FORMS": number + 1} | {f"{prefix}-{number}-{k}": v for k, v in typed.items()}


def errors(response: HttpResponse) -> list[str]:
    """Every message on a form that was not accepted."""
    found = [message for form in forms_of(response) for message in form_errors(form)]
    parts = response.context["inline_admin_formsets"]
    return found + [message for part in parts for message in part.formset.non_form_errors()]


def form_errors(form: forms.BaseForm) -> list[str]:
    return [message for messages in form.errors.values() for message in messages]
