"""Who came in, who left and who was refused, for the audit trail."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from pressroom.core import acts, audit


def came_in(user: Any, **kwargs: Any) -> None:
    audit.record(acts.LOGGED_IN, user, by=user)


def left(user: Any, **kwargs: Any) -> None:
    if user:
        audit.record(acts.LOGGED_OUT, user, by=user)


def refused(credentials: dict[str, Any], **kwargs: Any) -> None:
    """A name that no account has is not kept: it may be a password, typed into the wrong field."""
    model = get_user_model()
    name = credentials.get(model.USERNAME_FIELD)
    audit.record(acts.LOGIN_FAILED, model._default_manager.filter(**{model.USERNAME_FIELD: name}).first())


def listen() -> None:
    user_logged_in.connect(came_in, dispatch_uid="audit")
    user_logged_out.connect(left, dispatch_uid="audit")
    user_login_failed.connect(refused, dispatch_uid="audit")
