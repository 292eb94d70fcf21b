"""The press room's settings, but for static files: a program under test has none collected."""

from pressroom.settings import *  # noqa: F403
from pressroom.settings import STORAGES

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
