"""The WSGI application, for any server that speaks WSGI. PAGE_CACHE=off leaves every request to Django."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application

# A page makes thousands of objects and drops them again. Python would look every 700 for circles among them,
# which are few; a search that reads a thousand answers is a tenth quicker if it looks seldom.
OBJECTS_BETWEEN_LOOKS = 20_000

gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pressroom.settings")
application: Callable[..., Any] = get_wsgi_application()

if os.environ.get("PAGE_CACHE") != "off":
    from pressroom.site.caching.application import PageCache

    application = PageCache(application)
