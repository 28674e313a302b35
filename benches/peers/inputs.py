"""What the programs are measured on: catalogues and needs, the same in every run."""

import random

COLUMNS = (
    "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,sms,scope,network,buy,"
    "audience,max_purchases,source,verified_on,confidence,note"
)


def catalogue(path, rows):
    """Passes of 200 lines, 1 to 90 days and 100 MB to 50 GB, at 5 to 15 centimes a MB and a fee of half a dirham.

    Without the fee the cheapest plans would all cost the same and the order of their names would decide.
    """
    # Of this module only `random()` is the same in every version of Python.
    draw = random.Random(2026).random
    with open(path, "w", encoding="utf-8") as file:
        file.write(COLUMNS + "\n")
        for row in range(rows):
            line, days, mb = int(draw() * 200), 1 + int(draw() * 90), 100 + 100 * int(draw() * 500)
            data = f"{mb // 1000}GB" if mb % 1000 == 0 else f"{mb}MB"
            cents = 50 + int(mb * (0.5 + draw()))
            file.write(
                f"p{row:08},line-{line:03},seller-{line % 20:02},Pass {line:03},pass,{cents // 100}.{cents % 100:02},"
                f"MAD,,{data},,{days}d,0,0,general,,,anyone,,price list,2026-10-{1 + row % 28:02},high,\n"
            )


def needs(path, count):
    """Needs of 1 to 90 days and 0.5 to 60 GB; a fifth with minutes, a fifth of residents."""
    draw = random.Random(2026).random
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,days,data,minutes,resident\n")
        for row in range(count):
            days, tenths = 1 + int(draw() * 90), 5 + int(draw() * 596)
            minutes = 1 + int(draw() * 300) if draw() < 0.2 else ""
            resident = "true" if draw() < 0.2 else ""
            file.write(f"n{row:07},{days},{tenths // 10}.{tenths % 10}GB,{minutes},{resident}\n")


def sample(source, path, count):
    """`count` rows of a file, drawn at random."""
    draw = random.Random(2027).random
    with open(source, encoding="utf-8") as file:
        header, *rows = file
    drawn = sorted(rows, key=lambda _: draw())[:count]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines([header, *drawn])
