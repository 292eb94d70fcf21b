"""How deletion rules are tested: a table from each foreign key ("Model.field") to what becomes of its row."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, RestrictedError

# A row that has the foreign key filled, and what happens when the row it points to is deleted.
Rules = dict[str, tuple[Callable[[], models.Model], str]]

REFUSALS = {"protect": ProtectedError, "restrict": RestrictedError, "append-only": IntegrityError}


def rows(rules: Rules) -> list[Any]:
    """pytest parameters `make, field, outcome`."""
    return [
        pytest.param(make, key.rpartition(".")[2], outcome, id=f"{key}-{outcome}")
        for key, (make, outcome) in rules.items()
    ]


def check_deletion(make: Callable[[], models.Model], field: str, outcome: str) -> None:
    row = make()
    target = getattr(row, field)
    assert target is not None
    if outcome in REFUSALS:
        with pytest.raises(REFUSALS[outcome]), transaction.atomic():
            target.delete()
        row.refresh_from_db()
        return
    target.delete()
    left = type(row)._base_manager.filter(pk=row.pk)
    if outcome == "cascade":
        assert not left.exists()
    else:
        assert left.values_list(field, flat=True).get() is None


def foreign_keys(model: type[models.Model]) -> set[str]:
    return {
        f"{model.__name__}.{f.name}" for f in model._meta.local_fields if isinstance(f, models.ForeignKey)
    }
