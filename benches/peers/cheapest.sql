-- The cheapest 20 plans for 30 days and 20 GB, each repeated alone, from the CSV file of the variable `catalogue`.
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
        -- Nothing to find out: the columns are told.
        auto_detect = false, header = true, delim = ',', quote = '"',
        columns = {
            id: 'VARCHAR', line: 'VARCHAR', operator: 'VARCHAR', name: 'VARCHAR', kind: 'VARCHAR',
            price: 'DECIMAL(12,2)', currency: 'VARCHAR', setup_fee: 'VARCHAR', data: 'VARCHAR', data_per: 'VARCHAR',
            validity: 'VARCHAR', minutes: 'VARCHAR', sms: 'VARCHAR', scope: 'VARCHAR', network: 'VARCHAR',
            buy: 'VARCHAR', audience: 'VARCHAR', max_purchases: 'VARCHAR', source: 'VARCHAR', verified_on: 'VARCHAR',
            confidence: 'VARCHAR', note: 'VARCHAR'
        }
    )
), repeated AS (
    SELECT id, price, greatest((30 + days - 1) // days, (20000 + mb - 1) // mb) AS n FROM plan
)
SELECT id, n, n * price AS cost FROM repeated ORDER BY cost, n, id LIMIT 20;
