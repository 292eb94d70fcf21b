"""What is typed is kept while it is typed: the article's own fields, as revisions that fold into one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import english, revisions
from articles.models import Article
from pressroom.desk.addresses import ADDRESSES, has_readers
from pressroom.desk.locks import one_writer
from pressroom.desk.reach import changeable
from pressroom.desk.readable import clock
from pressroom.desk.versions import SEEN, is_stale, last_change

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

# To call the English text ready is a decision, which nobody takes by typing.
DECIDED = frozenset({"english_ready"})
# What an English text that is ready is never without.
ENGLISH = frozenset({"title_en", "slug_en", "body_en"})


def urls(desk: ModelAdmin) -> list[URLPattern]:
    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponseBase:
        with one_writer(request):
            return autosave(desk, request, pk)

    return [path("<int:pk>/autosave/", desk.admin_site.admin_view(view), name="articles_article_autosave")]


def autosave(desk: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    """Save what can be saved of the fields; an address that readers may know moves only by a real save."""
    article = changeable(desk, request, pk)
    if is_stale(article, request.POST):
        text = _("%s. Belum tersimpan otomatis; “Simpan” akan menampilkan kedua versi untuk dibandingkan.")
        return JsonResponse({"text": text % last_change(article)}, status=409)
    names = [name for name in desk.get_form(request, article, change=True).base_fields if name not in SEEN]
    decided = DECIDED | (ADDRESSES.keys() if has_readers(article) else set())
    form, left = fitting_form(desk, request, article, [name for name in names if name not in decided])
    if form is None:
        return JsonResponse({"text": _("Belum tersimpan otomatis: %s") % " ".join(left)}, status=422)
    return saved(request, form, left)


def fitting_form(
    desk: ModelAdmin, request: HttpRequest, article: Article, names: list[str]
) -> tuple[forms.ModelForm | None, list[str]]:
    """A valid form, and the labels of the fields it leaves out as unfit; None, and why, if there is none."""
    form = form_of(desk, request, article, names)
    unfit = {*form.errors, *missing_english(form)}
    if unfit and NON_FIELD_ERRORS not in unfit:
        left = [capfirst(str(form.fields[name].label)) for name in names if name in unfit]
        # The first form has written into its article what it was given.
        article = Article.objects.get(pk=article.pk)
        form = form_of(desk, request, article, [name for name in names if name not in unfit])
        if form.is_valid():
            return form, left
    return (form, []) if form.is_valid() else (None, [str(reason) for reason in form.non_field_errors()])


def form_of(desk: ModelAdmin, request: HttpRequest, article: Article, names: list[str]) -> forms.ModelForm:
    return desk.get_form(request, article, change=True, fields=names)(request.POST, instance=article)


def missing_english(form: forms.ModelForm) -> set[str]:
    if not form.instance.english_ready:
        return set()
    return {name for name in ENGLISH & form.fields.keys() if not form.cleaned_data.get(name)}


def saved(request: HttpRequest, form: forms.ModelForm, left: list[str]) -> JsonResponse:
    article = form.instance
    if form.has_changed():
        english.remember_source(article, form.changed_data)
        form.save()
        revisions.store_changed(article, request.user, autosave=True)  # type: ignore[arg-type]
    newest = revisions.newest_of(article)
    text = _("Tersimpan otomatis %s") % clock(timezone.now())
    if left:
        text = _("%(saved)s, kecuali: %(fields)s") % {"saved": text, "fields": ", ".join(left)}
    return JsonResponse(
        {"version": article.version, "revision": newest.number if newest else None, "text": text}
    )
