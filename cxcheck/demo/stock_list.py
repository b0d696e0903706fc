"""Everything the shop sells. Stock never runs down: the kiln is fired again for each customer."""

from dataclasses import dataclass

AISLES = {"teapots": "Teapots", "cups": "Cups & mugs", "teas": "Teas", "tools": "For brewing"}


@dataclass(frozen=True)
class Product:
    """One thing on the shelf; `stock` is the most that one order may hold of it."""

    slug: str
    title: str
    line: str
    pence: int
    aisle: str
    stock: int
    story: str
    facts: tuple[str, ...]
    picture: str = ""

    @property
    def image(self) -> str:
        """The file of its picture."""
        return f"{self.picture or self.slug}.svg"


SHELF = (
    Product(
        "reed-teapot",
        "Reed teapot",
        "Celadon stoneware, 700 ml",
        5800,
        "teapots",
        9,
        "A round-bellied pot for three good cups. The spout is cut on a slant and stops "
        "dead when you do: no drip, no trail across the table.",
        ("Holds 700 ml", "Strainer built into the spout", "Dishwasher safe"),
    ),
    Product(
        "tide-cups",
        "Tide cups",
        "Tenmoku stoneware, set of two",
        3400,
        "cups",
        12,
        "Iron glaze breaks to rust where it runs thin at the rim, so no two are alike. "
        "Small enough to finish while the tea is hot.",
        ("140 ml each", "Thick walls, cool to hold", "Dishwasher safe"),
    ),
    Product(
        "harbour-mug",
        "Harbour mug",
        "Cobalt stoneware, 320 ml",
        2400,
        "cups",
        20,
        "The one we drink from ourselves. A handle with room for three fingers and a "
        "foot wide enough for a crowded desk.",
        ("Holds 320 ml", "Microwave safe", "Dishwasher safe"),
    ),
    Product(
        "ash-gaiwan",
        "Ash gaiwan",
        "Oak-ash glaze, 110 ml",
        3200,
        "teapots",
        3,
        "Lid, bowl and saucer for brewing leaf by leaf. The glaze is made from the ash "
        "of our own kiln, sieved three times.",
        ("Holds 110 ml", "Three pieces", "Wash by hand"),
    ),
    Product(
        "morning-assam",
        "Morning Assam",
        "Black tea, 100 g tin",
        950,
        "teas",
        40,
        "Malty, dark and forgiving. Picked in the second flush, takes milk well and does "
        "not mind being forgotten for a minute.",
        ("3 g per cup", "Water at 95 °C", "Brew for 4 minutes"),
    ),
    Product(
        "rain-sencha",
        "Rain sencha",
        "Green tea, 80 g tin",
        1280,
        "teas",
        40,
        "Steamed for a long minute, so it pours cloudy and green. Tastes of cut grass, sea air and a little sweetcorn.",
        ("4 g per cup", "Water at 75 °C", "Brew for 1 minute"),
    ),
    Product(
        "dusk-kyusu",
        "Dusk kyusu",
        "Iron-red clay, 300 ml",
        6400,
        "teapots",
        5,
        "A side-handled pot for green tea, fired without glaze so that the clay softens the water. "
        "Pour with one wrist, thumb on the lid.",
        ("Holds 300 ml", "Steel strainer inside", "Rinse with water only"),
    ),
    Product(
        "dawn-bowl",
        "Dawn bowl",
        "Shino stoneware, 400 ml",
        3800,
        "cups",
        6,
        "Wide enough to whisk in, warm enough to hold with both hands. The glaze crawls and pits as it likes.",
        ("Holds 400 ml", "Fits a whisk", "Wash by hand"),
    ),
    Product(
        "cliff-oolong",
        "Cliff oolong",
        "Half-dark tea, 80 g tin",
        1420,
        "teas",
        40,
        "Roasted twice over charcoal. Smells of warm stone and ripe plums, and is good for six pourings.",
        ("5 g per pot", "Water at 95 °C", "Brew for 30 seconds"),
    ),
    Product(
        "hedge-camomile",
        "Hedge camomile",
        "Herbal, 50 g tin",
        790,
        "teas",
        40,
        "Whole flower heads from two fields up the hill. No caffeine, nothing added, best with an open window.",
        ("2 g per cup", "Water just off the boil", "Brew for 5 minutes"),
    ),
    Product(
        "bamboo-whisk",
        "Bamboo whisk",
        "For powdered tea, 100 tines",
        1600,
        "tools",
        15,
        "Split by hand from one piece of bamboo. Soak it for a minute before the first whisking.",
        ("100 tines", "11 cm tall", "Rinse and dry upright"),
    ),
    Product(
        "glass-pitcher",
        "Glass pitcher",
        "Heatproof glass, 350 ml",
        2200,
        "tools",
        11,
        "Empty the pot into it at one go, and everybody's cup is equally strong.",
        ("Holds 350 ml", "Drip-free lip", "Dishwasher safe"),
    ),
)

# The last word is between "right-to-left override" and "pop", which mirror it on screen.
HOSTILE = Product(
    "odd-pot",
    '<script>alert(1)</script> "Tea" \N{RIGHT-TO-LEFT OVERRIDE}Pot\N{POP DIRECTIONAL FORMATTING}',
    "Salt-glazed stoneware, 600 ml",
    4600,
    "teapots",
    1,
    "A second from the last firing, named by someone with too much time.",
    ("Holds 600 ml", "One only"),
    picture="reed-teapot",
)
