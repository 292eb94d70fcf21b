"""Every setting of the press room, read from the environment; a clean checkout runs without any.

`PRESSROOM_MODE` is `development` (the default: SQLite, a secret key kept in `.local/`, localhost only)
or `production` (refuses to start without SECRET_KEY and ALLOWED_HOSTS). The README lists the rest.
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"

env = environ.Env()
MODE = env.str("PRESSROOM_MODE", "development")
PRODUCTION = MODE == "production"
if MODE not in {"development", "production"}:
    raise ImproperlyConfigured(f"PRESSROOM_MODE must be development or production, not {MODE!r}.")


def required(name: str) -> str:
    """Read a setting that production cannot do without."""
    value = env.str(name, "")
    if not value:
        raise ImproperlyConfigured(
            f"Production needs the environment variable {name}; set it and start again."
        )
    return value


def local_secret_key() -> str:
    """Keep one key per checkout, so that sessions outlive a restart in development."""
    path = LOCAL_DIR / "secret-key"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY = required("SECRET_KEY") if PRODUCTION else env.str("SECRET_KEY", "") or local_secret_key()
ALLOWED_HOSTS = (
    [host.strip() for host in required("ALLOWED_HOSTS").split(",")]
    if PRODUCTION
    else env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
)
DEBUG = env.bool("DEBUG", False) and not PRODUCTION
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
# Django would mail them, or say nothing; whoever runs the house reads them where it writes everything else.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"errors": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {"django": {"handlers": ["errors"], "level": "INFO"}},
}

# The agency that speaks here.
AGENCY = {
    "short": env.str("AGENCY_SHORT", "BNPT"),
    "name": env.str("AGENCY_NAME", "Badan Nasional Penanggulangan Terorisme"),
    "name_en": env.str("AGENCY_NAME_EN", "National Counter Terrorism Agency"),
    "url": env.str("AGENCY_URL", "https://www.bnpt.go.id"),
    "domain": env.str("AGENCY_DOMAIN", ".go.id"),  # how official addresses end
    "contact": env.str("AGENCY_CONTACT", ""),
    "contact_email": env.str("AGENCY_CONTACT_EMAIL", ""),
    "contact_phone": env.str("AGENCY_CONTACT_PHONE", ""),
}
HOME_COUNTRY = env.str("HOME_COUNTRY", "ID")
# Whom to tell of a weakness of this site: addresses of e-mail or pages; without one, no security.txt.
SECURITY_CONTACT = env.list("SECURITY_CONTACT", default=[])
# Readers are told to come back; the desk stays open.
MAINTENANCE = env.bool("MAINTENANCE", False)

# E-mail: printed by default; `smtp+tls://user:password@host:587` sends it. Mails name the site by SITE_URL.
vars().update(env.email_url("EMAIL_URL", "consolemail://"))
EMAIL_TIMEOUT = 20
# For how long mails that were sent can be looked up at the desk.
LETTERS_KEPT = timedelta(days=env.int("LETTERS_KEPT_DAYS", 90))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", AGENCY["contact_email"] or "siaran@localhost")
SITE_URL = env.str("SITE_URL", f"https://{ALLOWED_HOSTS[0]}" if PRODUCTION else "http://127.0.0.1:8000")

INSTALLED_APPS = [
    "pressroom.desk.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "csp",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_prose_editor",
    "pressroom.core",
    "entities",
    "agreements",
    "articles",
    "pressroom.site",
    "pressroom.api",
    "pressroom.delivery",
    "pressroom.desk.apps.DeskConfig",  # last: its roles name permissions of all the others
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pressroom.site.styles.PolicyMiddleware",
    "pressroom.site.caching.compression.CompressionMiddleware",
    "pressroom.site.maintenance.MaintenanceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pressroom.core.freshness.FreshnessMiddleware",  # within compression, around all that writes the answer
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pressroom.core.origin.OriginMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "pressroom.urls"
WSGI_APPLICATION = "pressroom.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        # What readers see; the desk's templates, which this engine does not offer, are Django's.
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "pressroom.site.templating.environment",
            "context_processors": ["pressroom.site.context.agency"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", f"sqlite:///{LOCAL_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Writers queue instead of failing: immediate transactions never upgrade a read lock.
    # Recursive triggers let INSERT OR REPLACE meet the triggers that refuse deletion.
    # One search reads more pages than SQLite's own cache holds; the system's holds them all.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;"
        "PRAGMA mmap_size=1073741824;",
    }
else:
    # What is asked a second time with its values beside it (`pressroom.site.prepared`) is planned once.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("prepare_threshold", 1)
# Connections live on between requests; one that the database has closed is noticed before it is used.
DATABASES["default"] |= {"CONN_MAX_AGE": env.int("CONN_MAX_AGE", 600), "CONN_HEALTH_CHECKS": True}

# Pages, and whatever several processes must count together; `redis://…` serves several machines. A folder is
# listed with every write, so it holds few.
CACHES = {"default": env.cache("CACHE_URL", f"filecache://{LOCAL_DIR / 'cache'}")}
CACHES["default"].setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", 1_000)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Indonesia")), ("en", _("Inggris"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "pressroom" / "desk" / "wording"]
TIME_ZONE = env.str("TIME_ZONE", "Asia/Jakarta")
TIME_ZONE_LABEL = env.str("TIME_ZONE_LABEL", "WIB")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", str(LOCAL_DIR / "static"))
# The desk's intake form has some ten fields for each finding in a text; a long one has hundreds of findings.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", str(LOCAL_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Nothing asks for a file by the name that says nothing of its content.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Source maps are asked for by the manifest and read by no visitor.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [
    *("jpg", "jpeg", "png", "gif", "webp", "avif", "zip", "gz", "br", "woff", "woff2", "map"),
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    if BEHIND_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["pressroom.api.keys.KeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "pressroom.api.schema.Schema",
    "EXCEPTION_HANDLER": "pressroom.api.problems.handle",
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": f"{AGENCY['short']} press room API",
    "VERSION": "1.0.0",
    "DESCRIPTION": "What the agency has said, and the registers that rest on it. Read-only; few need a key.",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [],  # lists of codes stay where they are used, under no invented names
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},
}
