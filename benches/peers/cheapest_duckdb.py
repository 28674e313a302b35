"""cheapest.sql by DuckDB within Python, whose releases are ahead of those of its own command line.

cheapest_duckdb.py SQL CATALOGUE
"""

import sys
from pathlib import Path

import duckdb

sql, catalogue = sys.argv[1:]
duckdb.execute("SET VARIABLE catalogue = ?", [catalogue])
print("id", "n", "cost", sep=",")
for row in duckdb.execute(Path(sql).read_text()).fetchall():
    print(*row, sep=",")
