"""What the shop shows on its shelf."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Product:
    """One thing on the shelf."""

    slug: str
    title: str
    line: str
    price: str
    picture: str
    story: str
    facts: tuple[str, ...]


_SHELF = (
    Product(
        "reed-teapot",
        "Reed teapot",
        "Celadon stoneware, 700 ml",
        "£58.00",
        "teapot.svg",
        "A round-bellied pot for three good cups. The spout is cut on a slant and stops "
        "dead when you do: no drip, no trail across the table.",
        ("Holds 700 ml", "Strainer built into the spout", "Dishwasher safe"),
    ),
    Product(
        "tide-cups",
        "Tide cups",
        "Tenmoku stoneware, set of two",
        "£34.00",
        "cups.svg",
        "Iron glaze breaks to rust where it runs thin at the rim, so no two are alike. "
        "Small enough to finish while the tea is hot.",
        ("140 ml each", "Thick walls, cool to hold", "Dishwasher safe"),
    ),
    Product(
        "harbour-mug",
        "Harbour mug",
        "Cobalt stoneware, 320 ml",
        "£24.00",
        "mug.svg",
        "The one we drink from ourselves. A handle with room for three fingers and a "
        "foot wide enough for a crowded desk.",
        ("Holds 320 ml", "Microwave safe", "Dishwasher safe"),
    ),
    Product(
        "ash-gaiwan",
        "Ash gaiwan",
        "Oak-ash glaze, 110 ml",
        "£32.00",
        "gaiwan.svg",
        "Lid, bowl and saucer for brewing leaf by leaf. The glaze is made from the ash "
        "of our own kiln, sieved three times.",
        ("Holds 110 ml", "Three pieces", "Wash by hand"),
    ),
    Product(
        "morning-assam",
        "Morning Assam",
        "Black tea, 100 g tin",
        "£9.50",
        "assam.svg",
        "Malty, dark and forgiving. Picked in the second flush, takes milk well and does "
        "not mind being forgotten for a minute.",
        ("3 g per cup", "Water at 95 °C", "Brew for 4 minutes"),
    ),
    Product(
        "rain-sencha",
        "Rain sencha",
        "Green tea, 80 g tin",
        "£12.80",
        "sencha.svg",
        "Steamed for a long minute, so it pours cloudy and green. Tastes of cut grass, sea air and a little sweetcorn.",
        ("4 g per cup", "Water at 75 °C", "Brew for 1 minute"),
    ),
)

# The last word is between "right-to-left override" and "pop", which mirror it on screen.
_HOSTILE = Product(
    "odd-pot",
    '<script>alert(1)</script> "Tea" \N{RIGHT-TO-LEFT OVERRIDE}Pot\N{POP DIRECTIONAL FORMATTING}',
    "Salt-glazed stoneware, 600 ml",
    "£46.00",
    "teapot.svg",
    "A second from the last firing, named by someone with too much time.",
    ("Holds 600 ml", "One only"),
)


def shelf(frictions: frozenset[str]) -> tuple[Product, ...]:
    """Give all products which are for sale under these frictions."""
    return (*_SHELF, _HOSTILE) if "hostile-text" in frictions else _SHELF
