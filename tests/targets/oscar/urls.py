"""Addresses of the test shop: oscar's own, the language switch and the pictures."""

from django.apps import apps
from django.conf import settings
from django.db.transaction import non_atomic_requests
from django.urls import include, path
from django.views.static import serve

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    # Pictures need no transaction, so they never wait for a page that holds the lock.
    path("media/<path:path>", non_atomic_requests(serve), {"document_root": settings.MEDIA_ROOT}),
    path("", include(apps.get_app_config("oscar").urls[0])),
]
