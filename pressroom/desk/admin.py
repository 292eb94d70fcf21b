"""Registers what the desk edits; Django looks for it under this name."""

from pressroom.desk import (
    accounts,
    agreements,
    articles,
    audit,
    citations,
    entities,
    images,
    office,
    partners,
    record,
    style_rules,
    subscriptions,
)

__all__ = [
    "accounts",
    "agreements",
    "articles",
    "audit",
    "citations",
    "entities",
    "images",
    "office",
    "partners",
    "record",
    "style_rules",
    "subscriptions",
]
