"""The pages of acts as a browser meets them."""

import html
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article


def act_address(article: Article, act: str) -> str:
    return reverse("admin:articles_article_act", args=[article.pk, act])


def send(browser: Client, article: Article, act: str, **typed: Any) -> HttpResponse:
    """Fill in the form and press its button: the first of two, where there are two."""
    article.refresh_from_db(fields=["version"])
    return browser.post(act_address(article, act), {"seen_version": article.version, **typed})


def confirm(browser: Client, article: Article, act: str, **typed: Any) -> HttpResponse:
    return send(browser, article, act, step="confirm", **typed)


def text_of(response: HttpResponse) -> str:
    return html.unescape(response.content.decode())
