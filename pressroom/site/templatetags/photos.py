"""Photographs on pages."""

from __future__ import annotations

from django import template

from articles.models import EditionImage, EditionText
from pressroom.site.photos import showing, wording

register = template.Library()
register.filter("credit_words", wording.credit_words)
register.filter("rights_words", wording.rights_words)
register.filter("kit_weight", showing.kit_weight)
register.filter("link_words", showing.link_words)
register.filter("saving", showing.is_saving)


@register.simple_tag
def photograph(photo: EditionImage, cut: str = "") -> showing.Shown:
    return showing.shown(photo, cut or "whole")


@register.simple_tag
def downloads(photo: EditionImage, text: EditionText | None) -> list[tuple[str, str]]:
    """(address, words) of the files to download; none on pages that show a photograph without its release."""
    return showing.downloads(photo, text) if text else []
