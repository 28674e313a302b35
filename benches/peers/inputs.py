"""What the programs are measured on: catalogues and needs, the same in every run."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PLAIN_COLUMNS = (
    "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,sms,scope,network,buy,"
    "audience,max_purchases,source,verified_on,confidence,note"
)
REAL_COLUMNS = (
    "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,sms,scope,network,buy,"
    "audience,max_purchases,form,sold,credit,balance,source,verified_on,confidence,note"
)
LINES, PAGES = 200, 5
NAMES = ("Étoile", "Découverte", "Liberté", "Été", "Économie", "Très Grand Débit", "Forfait Noël", "Marhaba")
# Form and place of sale: a pass has none.
SOLD = {"pass": (",",), "tourist": ("both,shop", "sim,both", ","), "esim": ("esim,abroad", "esim,online", ",abroad")}
BUY = ("*3", "*6", "", "", '"shop, passport or national card"', "app or web site")
NOTES = (
    "Price seen in the shop",
    "5G since November 2025 at no extra charge (press on all three operators).",
    '"Volume doubled until the end of the month, so the page says; unused data is lost."',
    '"Called ""Pass Étoile"" on the receipt, not on the page itself."',
)


@dataclass(frozen=True)
class Shape:
    """A way in which the rows of a catalogue are written. Every shape has the same plans."""

    name: str
    """In the names of files."""
    title: str
    """On the page."""
    columns: str
    rows: Callable[[int], Iterator[str]]


@dataclass(frozen=True)
class Plan:
    """What decides the answer."""

    row: int
    line: int
    days: int
    mb: int
    cents: int

    @property
    def seller(self):
        return f"seller-{self.line % 20:02}"

    @property
    def price(self):
        return f"{self.cents // 100}.{self.cents % 100:02}"

    @property
    def data(self):
        return f"{self.mb // 1000}GB" if self.mb % 1000 == 0 else f"{self.mb}MB"


def plans(rows: int) -> Iterator[Plan]:
    """Plans of 200 lines, 1 to 90 days and 100 MB to 50 GB, at 5 to 15 centimes a MB and a fee of half a dirham.

    Without the fee the cheapest plans would all cost the same and the order of their names would decide.
    """
    # Of this module only `random()` is the same in every version of Python.
    draw = random.Random(2026).random
    for row in range(rows):
        line, days, mb = int(draw() * LINES), 1 + int(draw() * 90), 100 + 100 * int(draw() * 500)
        yield Plan(row, line, days, mb, 50 + int(mb * (0.5 + draw())))


def plain_rows(rows: int) -> Iterator[str]:
    """Passes without quotes, and no cell is blank by chance."""
    for plan in plans(rows):
        yield (
            f"p{plan.row:08},line-{plan.line:03},{plan.seller},Pass {plan.line:03},pass,{plan.price},"
            f"MAD,,{plan.data},,{plan.days}d,0,0,general,,,anyone,,price list,2026-10-{1 + plan.row % 28:02},high,\n"
        )


def real_rows(rows: int) -> Iterator[str]:
    """Rows as in plans.csv: the plans of a line come from a few pages, and those of a page are much alike.

    Name, note and minutes differ from plan to plan; how a plan is sold, and where and when that was seen, does not.
    """
    draw = random.Random(2028).random

    def one_of(*values):
        return values[int(draw() * len(values))]

    def page(line, number):
        kind = ("pass", "pass", "pass", "tourist", "esim")[line % 5]
        after_minutes = (
            f"{one_of('', '', '0')},{one_of('', 'general')},{one_of('', '4G', '5G')},{one_of(*BUY)},"
            f"{one_of('', 'anyone')},,{one_of(*SOLD[kind])},{one_of('', '', '', '20')},"
            f"{one_of('', '', '', 'separate')},"
            f"https://www.example.com/seller-{line % 20:02}/line-{line:03}/passes?page={number},"
            f"2026-10{one_of('', f'-{1 + int(draw() * 28):02}')},{one_of('high', 'medium', 'low')}"
        )
        return kind, one_of("", "", "total"), after_minutes

    pages = [[page(line, number) for number in range(PAGES)] for line in range(LINES)]
    for plan in plans(rows):
        kind, data_per, after_minutes = one_of(*pages[plan.line])
        volume = f"{plan.mb / 1000:g}".replace(".", ",")
        yield (
            f'p{plan.row:08},line-{plan.line:03},{plan.seller},"Pass {one_of(*NAMES)}, {volume} Go",{kind},'
            f"{plan.price},MAD,,{plan.data},{data_per},{plan.days}d,{one_of('', '0', '60', 'unlimited')},"
            f"{after_minutes},{one_of(*NOTES)}\n"
        )


SHAPES = (
    Shape("plain", "plain", PLAIN_COLUMNS, plain_rows),
    Shape("real", "as in real files", REAL_COLUMNS, real_rows),
)


def catalogue(path: Path, shape: Shape, rows: int):
    """A catalogue of so many plans."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(shape.columns + "\n")
        file.writelines(shape.rows(rows))


def needs(path: Path, count: int):
    """Needs of 1 to 90 days and 0.5 to 60 GB; a fifth with minutes, a fifth of residents."""
    draw = random.Random(2026).random
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,days,data,minutes,resident\n")
        for row in range(count):
            days, tenths = 1 + int(draw() * 90), 5 + int(draw() * 596)
            minutes = 1 + int(draw() * 300) if draw() < 0.2 else ""
            resident = "true" if draw() < 0.2 else ""
            file.write(f"n{row:07},{days},{tenths // 10}.{tenths % 10}GB,{minutes},{resident}\n")


def sample(source: Path, path: Path, count: int):
    """`count` rows of a file, drawn at random."""
    draw = random.Random(2027).random
    with open(source, encoding="utf-8") as file:
        header, *rows = file
    drawn = sorted(rows, key=lambda _: draw())[:count]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines([header, *drawn])
