"""The ways an order can reach its customer, and what each costs."""

from dataclasses import dataclass

from cxcheck.demo.addresses import HOME

FREE_FROM_PENCE = 6000


@dataclass(frozen=True)
class Way:
    """One way; both prices are in pence."""

    slug: str
    title: str
    when_home: str
    when_abroad: str
    home_pence: int
    abroad_pence: int

    def when(self, country: str) -> str:
        """How long it takes."""
        return self.when_home if country == HOME else self.when_abroad

    def pence(self, country: str, goods_pence: int) -> int:
        """What it costs for goods of this worth; only standard delivery can become free."""
        if self.slug == "standard" and goods_pence >= FREE_FROM_PENCE:
            return 0
        return self.home_pence if country == HOME else self.abroad_pence


WAYS = {
    way.slug: way
    for way in (
        Way("standard", "Standard delivery", "2 to 4 working days", "5 to 9 working days", 450, 950),
        Way("express", "Express delivery", "The next working day", "2 to 3 working days", 890, 1950),
        Way("collect", "Collect it yourself", *("The Old Net Loft, Port Ellery, from tomorrow noon",) * 2, 0, 0),
    )
}
FROM_PENCE = WAYS["standard"].home_pence
