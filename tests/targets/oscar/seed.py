"""What the test shop starts with: tables, six products with pictures, countries, two accounts."""

import colorsys
from io import BytesIO

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from oscar.apps.address.models import Country
from oscar.apps.catalogue.categories import create_from_breadcrumbs
from oscar.apps.catalogue.models import Product, ProductClass
from oscar.apps.partner.models import Partner
from PIL import Image, ImageDraw

# Category, title, price, pieces in stock (enough for hundreds of visits, but for one), description.
GOODS = [
    ("Lamps", "Reading lamp, brass", "64.00", 4000, "A warm cone of light for one chair."),
    ("Lamps", "Paper moon lamp", "38.50", 4000, "Rice paper over a bamboo ring."),
    ("Candles", "Beeswax pillar candle", "11.25", 9000, "Burns for about forty hours."),
    ("Candles", "Tealights, box of thirty", "6.40", 9000, "Plain, white and unscented."),
    ("Lanterns", "Storm lantern, green", "47.00", 4000, "Steel and glass, for wind and rain."),
    ("Lanterns", "Folding pocket lantern", "16.90", 0, "Flat as a postcard. Sold out for now."),
]

# Where the shop delivers to, the first on top of the list.
COUNTRIES = {"GB": "United Kingdom", "DE": "Germany", "FR": "France", "IE": "Ireland", "ES": "Spain"}

# Address and password. The first one may use the shop's dashboard.
ACCOUNTS = [
    ("keeper@lantern-lane.test", "keeper-of-lamps-1"),
    ("nora@lantern-lane.test", "nora-reads-late-2"),
]


def prepare() -> None:
    """Make everything the shop needs in its data folder; repeating it does no harm."""
    # Tables straight from the models: running oscar's whole migration history takes far longer.
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)
    with transaction.atomic():
        if not Product.objects.exists():
            add_goods()
            add_countries()
            add_accounts()
    call_command("rebuild_index", interactive=False, verbosity=0)


def add_goods() -> None:
    """Put GOODS on sale."""
    partner = Partner.objects.create(name="Lantern Lane stock room")
    kind = ProductClass.objects.create(name="Household")
    for number, (category, title, price, stock, text) in enumerate(GOODS, start=1):
        upc = f"LL-{number}"
        product = Product.objects.create(product_class=kind, upc=upc, title=title, description=f"<p>{text}</p>")
        product.categories.add(create_from_breadcrumbs(category))
        product.images.create(original=ContentFile(picture(number), name=f"{upc}.png"))
        product.stockrecords.create(partner=partner, partner_sku=upc, price=price, num_in_stock=stock)


def add_countries() -> None:
    """Deliver to the COUNTRIES."""
    for place, (code, name) in enumerate(COUNTRIES.items()):
        Country.objects.create(
            iso_3166_1_a2=code,
            name=name,
            printable_name=name,
            display_order=len(COUNTRIES) - place,
            is_shipping_country=True,
        )


def add_accounts() -> None:
    """Add the ACCOUNTS."""
    for number, (email, password) in enumerate(ACCOUNTS):
        first = number == 0
        get_user_model().objects.create_user(
            email.partition("@")[0], email, password, is_staff=first, is_superuser=first
        )


def picture(number: int) -> bytes:
    """Draw one glowing light as PNG, in a colour of its own."""
    red, green, blue = (int(255 * part) for part in colorsys.hsv_to_rgb(number / 7, 0.6, 0.5))
    image = Image.new("RGB", (400, 400), (red, green, blue))
    draw = ImageDraw.Draw(image)
    for step in range(8):
        edge = 40 + 18 * step
        glow = tuple(part + (255 - part) * (step + 1) // 9 for part in (red, green, blue))
        draw.ellipse((edge, edge, 400 - edge, 400 - edge), fill=glow)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
