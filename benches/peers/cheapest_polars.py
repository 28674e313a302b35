"""The cheapest 20 plans for 30 days and 20 GB, each repeated alone, by Polars: as a stream, or with all rows in memory.

cheapest_polars.py streaming|eager CATALOGUE
"""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"
import polars
from polars import col

mode, catalogue = sys.argv[1:]
types = {"id": polars.String, "price": polars.Decimal(12, 2), "data": polars.String, "validity": polars.String}

days = col("validity").str.head(-1).cast(polars.Int32)
mb = col("data").str.head(-2).cast(polars.Int32) * polars.when(col("data").str.ends_with("GB")).then(1000).otherwise(1)
n = polars.max_horizontal((30 + days - 1) // days, (20_000 + mb - 1) // mb)


def cheapest(plans):
    repeated = plans.select("id", n.alias("n"), "price").select("id", "n", (col("n") * col("price")).alias("cost"))
    order = ["cost", "n", "id"]
    return repeated.bottom_k(20, by=order).sort(order)


if mode == "streaming":
    answer = cheapest(polars.scan_csv(catalogue, schema_overrides=types)).collect(engine="streaming")
else:
    answer = cheapest(polars.read_csv(catalogue, columns=list(types), schema_overrides=types))
print(answer.write_csv(), end="")
