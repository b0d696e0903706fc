"""What people configure: personas, sites, walking, budgets, scoring."""

from cxcheck.settings.layers import ENVIRONMENT, scoring_layers
from cxcheck.settings.people import choose_personas, personas, pool
from cxcheck.settings.project import project_settings
from cxcheck.settings.sites import site, site_at
from cxcheck.settings.walking import budget_level, pace, record, repeats

__all__ = [
    "ENVIRONMENT",
    "budget_level",
    "choose_personas",
    "pace",
    "personas",
    "pool",
    "project_settings",
    "record",
    "repeats",
    "scoring_layers",
    "site",
    "site_at",
]
