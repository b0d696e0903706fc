"""Oscar's own tables: an app that takes another's place has to bring them along."""

from oscar.apps.shipping.models import *  # noqa: F403
