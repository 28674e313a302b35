-- The cheapest 20 plans for 30 days and 20 GB, each repeated alone, from the CSV file of the variable `catalogue`, which has the
-- columns of the variable `columns`.
-- Prices are decimal, so the answer is exact: the other programs are held to it.
SET threads = 2;
SET preserve_insertion_order = false;

WITH plan AS (
    SELECT
        id,
        price,
        CAST(left(validity, -1) AS INTEGER) AS days,
        CAST(left(data, -2) AS INTEGER) * CASE WHEN data[-2:] = 'GB' THEN 1000 ELSE 1 END AS mb
    FROM read_csv(
        getvariable('catalogue'),
        -- Nothing to find out: the variable names the columns with their types.
        auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
        columns = getvariable('columns')
    )
), repeated AS (
    SELECT id, price, greatest((30 + days - 1) // days, (20000 + mb - 1) // mb) AS n FROM plan
)
SELECT id, n, n * price AS cost FROM repeated ORDER BY cost, n, id LIMIT 20;
