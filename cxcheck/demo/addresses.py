"""Where an order goes, and what the shop asks of an address: little, because the world's addresses differ."""

from dataclasses import dataclass

from cxcheck.demo import forms

HOME = "GB"
COUNTRIES = {
    "GB": "United Kingdom",
    "AT": "Austria",
    "BE": "Belgium",
    "CA": "Canada",
    "DK": "Denmark",
    "FR": "France",
    "DE": "Germany",
    "IE": "Ireland",
    "IT": "Italy",
    "JP": "Japan",
    "MX": "Mexico",
    "NL": "Netherlands",
    "PL": "Poland",
    "PT": "Portugal",
    "ES": "Spain",
    "SE": "Sweden",
    "CH": "Switzerland",
    "UA": "Ukraine",
    "US": "United States",
}
_LONGEST = 120
_LONGEST_CODE = 20


@dataclass(frozen=True)
class Address:
    """Where an order goes; `country` is a key of `COUNTRIES` once the address is accepted."""

    name: str = ""
    street: str = ""
    more: str = ""
    town: str = ""
    postcode: str = ""
    country: str = HOME
    phone: str = ""

    @property
    def written(self) -> tuple[str, ...]:
        """Its lines as on a parcel."""
        country = COUNTRIES.get(self.country, self.country)
        lines = (self.name, self.street, self.more, f"{self.postcode} {self.town}".strip(), country)
        return tuple(line for line in lines if line)


def posted() -> Address:
    """Read the address in the current request's form."""
    return Address(**{name: forms.field(name) for name in Address.__dataclass_fields__})


def errors(address: Address, *, phone_needed: bool) -> dict[str, str]:
    """Say what is missing or too long, by field."""
    return forms.found(
        name=forms.name_error(address.name),
        street=_error(address.street, "Please enter the street and number."),
        more=_error(address.more),
        town=_error(address.town, "Please enter the town or city."),
        postcode=_error(address.postcode, "Please enter the postcode.", _LONGEST_CODE),
        country=None if address.country in COUNTRIES else "Please choose a country from the list.",
        phone=_error(
            address.phone, "Please enter a phone number. The parcel service needs one." if phone_needed else ""
        ),
    )


def _error(value: str, missing: str = "", longest: int = _LONGEST) -> str | None:
    if not value:
        return missing or None
    return f"Please keep this to {longest} characters." if len(value) > longest else None
