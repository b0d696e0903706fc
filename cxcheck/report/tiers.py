"""What a customer cannot do without, what helps them, and what delights them: the nine attributes in three tiers."""

from __future__ import annotations

from cxcheck.model.finding import Attribute

# The three kinds are Fisk's (Customer Genius: essentials, enablers, energizers); who belongs where is our choice.
TIERS = {
    "Essential": (Attribute.RESOLUTION, Attribute.CERTAINTY, Attribute.CONSISTENCY),
    "Enabling": (Attribute.EASE, Attribute.SPEED, Attribute.CONVENIENCE, Attribute.OMNICHANNEL),
    "Delighting": (Attribute.RELEVANCE, Attribute.PERSONALISATION),
}
MEANS = {
    "Essential": "without it, nothing else counts",
    "Enabling": "gets them there with less time and trouble",
    "Delighting": "only what would spoil it can be seen; joy itself cannot",
}
_OF = {attribute: tier for tier, attributes in TIERS.items() for attribute in attributes}


def tier(attribute: Attribute) -> str:
    """What a finding on this attribute takes from the customer."""
    return _OF[attribute]
