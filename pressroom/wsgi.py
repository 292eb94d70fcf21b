"""The WSGI application, for any server that speaks WSGI. PAGE_CACHE=off leaves every request to Django."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pressroom.settings")
application: Callable[..., Any] = get_wsgi_application()

if os.environ.get("PAGE_CACHE") != "off":
    from pressroom.site.caching.application import PageCache

    application = PageCache(application)
