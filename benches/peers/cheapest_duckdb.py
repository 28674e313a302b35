"""cheapest.sql by DuckDB within Python, whose releases are ahead of those of its own command line.

cheapest_duckdb.py SQL CATALOGUE
"""

import sys
from pathlib import Path

import duckdb

sql, catalogue = sys.argv[1:]
with open(catalogue, encoding="utf-8") as file:
    columns = file.readline().rstrip().split(",")
types = {column: "DECIMAL(12,2)" if column == "price" else "VARCHAR" for column in columns}
duckdb.execute("SET VARIABLE catalogue = ?", [catalogue])
duckdb.execute("SET VARIABLE columns = ?", [types])
print("id", "n", "cost", sep=",")
for row in duckdb.execute(Path(sql).read_text()).fetchall():
    print(*row, sep=",")
