"""Prices: whole pence, so that sums are exact."""

_PENCE = 100


def pounds(pence: int) -> str:
    """Write an amount the way a British price tag does."""
    return f"£{pence // _PENCE:,}.{pence % _PENCE:02}"
