"""Settings of the test shop "Lantern Lane": stock django-oscar, with a card to pay by and two ways of delivery.

Two environment variables, both set by serve.py: SHOP_DATA is the folder that
holds everything the shop writes, SHOP_SMTP is HOST:PORT of the mail server.
"""

import os
from pathlib import Path

from oscar import INSTALLED_APPS as OSCAR_APPS
from oscar.defaults import *  # noqa: F403 - the way oscar wants its defaults taken over

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ["SHOP_DATA"])
SMTP_HOST, _, SMTP_PORT = os.environ["SHOP_SMTP"].rpartition(":")

SECRET_KEY = "for tests only"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"  # a card runs out by this calendar

# Mails take host and port of their links from this row of the Site table.
SITE_ID = 1

# Two of oscar's apps are replaced by ours.
OURS = {
    "oscar.apps.checkout.apps.CheckoutConfig": "checkout.apps.CheckoutConfig",
    "oscar.apps.shipping.apps.ShippingConfig": "shipping.apps.ShippingConfig",
}
INSTALLED_APPS = [*(OURS.get(app, app) for app in OSCAR_APPS), "sorl.thumbnail"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "oscar.apps.basket.middleware.BasketMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "oscar.apps.checkout.context_processors.checkout",
                "oscar.apps.communication.notifications.context_processors.notifications",
                "oscar.apps.search.context_processors.search_form",
                "oscar.core.context_processors.metadata",
            ],
        },
    },
]

# The browser's Accept-Language picks one of these; "es-MX" gets "es".
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish")]

# A transaction takes the write lock when it begins and waits for it. One that
# began as a reader and wrote later would fail at once if another came first.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "shop.sqlite3",
        "ATOMIC_REQUESTS": True,
        "OPTIONS": {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
        },
    },
}

# Oscar's product lists come out of the search index, not out of the database.
# Haystack's "simple" engine cannot answer oscar's filters: the lists stay empty.
HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
        "PATH": str(DATA / "index"),
    },
}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"  # indexed once, by seed.py

AUTHENTICATION_BACKENDS = [
    "oscar.apps.customer.auth_backends.EmailBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 9},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, tests only
LOGIN_REDIRECT_URL = "/"

# Static files are served from where they are installed: nothing to collect.
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"

EMAIL_HOST = SMTP_HOST
EMAIL_PORT = int(SMTP_PORT)
EMAIL_TIMEOUT = 10
OSCAR_FROM_EMAIL = DEFAULT_FROM_EMAIL = "hello@lantern-lane.test"

OSCAR_SHOP_NAME = "Lantern Lane"
OSCAR_SHOP_TAGLINE = "Light for small rooms"
OSCAR_DEFAULT_CURRENCY = "GBP"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_INITIAL_ORDER_STATUS = OSCAR_INITIAL_LINE_STATUS = "Pending"
OSCAR_SEARCH_FACETS = {"fields": {}, "queries": {}}  # whoosh only half supports them

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"waitress.queue": {"level": "ERROR"}},  # a short queue is no news
}
