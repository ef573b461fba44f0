"""Settings, all from the environment (THIDUA_…); the operator guide has a line for each."""

import os
import secrets
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF

from thidua.base import places


def _switch(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0", "no")


def _data() -> Path:
    """The data folder, there from now on: database, files and key are nobody else's on this machine."""
    folder = places.data_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _secret_key() -> str:
    """From THIDUA_SECRET_KEY, else made once and kept readable by the owner alone."""
    if key := os.environ.get("THIDUA_SECRET_KEY"):
        return key
    file = DATA / "secret-key"
    if not file.exists():
        beside, made = tempfile.mkstemp(dir=DATA, prefix="secret-key-")
        with os.fdopen(beside, "w") as handle:
            handle.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):  # of two that start at once, one makes the key and both read it
            os.link(made, file)
        os.unlink(made)
    return file.read_text().strip()


def _database(address: str) -> dict[str, object]:
    """`postgresql://user:password@host:port/name`, else SQLite in the data folder.

    After a question mark stand a socket's folder (`host=`) and libpq's own words (`sslmode=`, `sslrootcert=`).
    Raises ValueError for the address of another kind of database.
    """
    if not address or address.startswith("sqlite"):
        file = unquote(urlsplit(address).path) if address else str(DATA / "thidua.sqlite3")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": file,
            "CONN_MAX_AGE": 60,  # to open the file takes as long as ten questions
            "OPTIONS": {
                # Readers never wait, writers wait in turn: a transaction that reads first and
                # writes later would fail at once under SQLite's own default (DEFERRED).
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError("THIDUA_DATABASE has the form postgresql://user:password@host:port/name or sqlite:///file")
    more = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": more.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or more.pop("port", "")),
        "OPTIONS": more,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


DATA = _data()
SECRET_KEY = _secret_key()
DEBUG = _switch("THIDUA_DEBUG")
ALLOWED_HOSTS = os.environ.get("THIDUA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
DEMO_DAY = date.fromisoformat(day) if (day := os.environ.get("THIDUA_DEMO_DAY")) else None
BEHIND_TLS = _switch("THIDUA_TLS")

DATABASES = {"default": _database(os.environ.get("THIDUA_DATABASE", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "django_cotton.apps.SimpleAppConfig",
    "csp",
    "axes",
    "thidua.records.journal",
    "thidua.records.files",
    "thidua.records.runs",
    "thidua.records.directory",
    "thidua.records.accounts",
    "thidua.records.desk",
    "thidua.records.papers",
    "thidua.records.seasons",
    "thidua.records.results",
    "thidua.records.scores",
    "thidua.records.awards",
    "thidua.records.councils",
    "thidua.records.conduct",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "thidua.site.middleware.choices",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "thidua.site.middleware.ActorAndRefusals",
    "thidua.site.middleware.SecondFactor",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "thidua.site.urls"
WSGI_APPLICATION = "thidua.site.wsgi.application"

_PAGES = places.PACKAGE / "pages"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(_PAGES.glob("*/templates")),
        "OPTIONS": {
            # Partials and cotton both want to set the loaders up; written out, they share.
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django_cotton.cotton_loader.Loader",
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "thidua.pages.shared.context.every_page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "thidua.pages.shared.tags",
            ],
        },
    }
]
STATIC_URL = "/tinh/"
STATICFILES_DIRS = sorted(_PAGES.glob("*/static"))
STATIC_ROOT = None  # served from their rooms: nothing to collect
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "thidua.site.statics.KnownFiles"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600
WHITENOISE_ADD_HEADERS_FUNCTION = None

LANGUAGE_CODE = "vi"  # the templates' own language: Vietnamese needs no catalogue
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = places.catalogues()
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "thidua.pages.door.backend.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "today"
PASSWORD_RESET_TIMEOUT = 2 * 24 * 3600
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # a stranger elsewhere cannot lock the owner out
AXES_USERNAME_FORM_FIELD = "username"  # as it is given to `authenticate`; else failures are counted for nobody
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "thidua.pages.door.views.locked_out"
AXES_CLIENT_IP_CALLABLE = "thidua.site.proxy.client_address"

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = BEHIND_TLS
_PREFIX = "__Host-" if BEHIND_TLS else ""  # browsers let no other site of the same domain set such a cookie
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_PREFIX}sessionid", f"{_PREFIX}csrftoken"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "thidua.pages.door.views.stale_form"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECOND_FACTOR = os.environ.get("THIDUA_SECOND_FACTOR") or ("offered" if DEMO_DAY else "required")
SECOND_FACTOR_MINUTES = int(os.environ.get("THIDUA_SECOND_FACTOR_MINUTES", "15"))
KNOWN_ISSUERS_ONLY = os.environ.get("THIDUA_KNOWN_ISSUERS", "") == "required"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

FILE_UPLOAD_HANDLERS = [
    "thidua.pages.shared.uploads.Measuring",  # first: what is too large goes to no other
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # bytes of everything typed in one form; files are counted apart
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 800  # a form from each unit of a large bloc in one drop

SMTP = os.environ.get("THIDUA_SMTP", "")  # smtp://user:password@host:port ; without it mail is shown to copy
MAIL_FROM = os.environ.get("THIDUA_MAIL_FROM", "thidua@localhost")
ADDRESS = os.environ.get("THIDUA_ADDRESS", "").rstrip("/")  # what links begin with; else what was written on its page
LISTENS_AT = os.environ.get("THIDUA_LISTENS_AT", "http://localhost:8000")  # what they begin with until then

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"without_secrets": {"()": "thidua.site.logs.WithoutSecrets"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without_secrets"]}},
    # Of a certificate whose issuer is not known pyHanko warns with its stack; here that is an answer like any other.
    "loggers": {"pyhanko.sign.validation": {"level": "ERROR"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("THIDUA_LOG", "WARNING")},
}
SILENCED_SYSTEM_CHECKS = [
    "axes.W003",
    "security.W005",  # whether the whole domain speaks TLS only, its owner knows
    "security.W021",
]
