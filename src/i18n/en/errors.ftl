## Labels

error = error
hint = hint

## volumes, times, amounts

volume-without-unit = `{ $value }` has no unit, expected `{ $value }GB` or `{ $value }MB`
volume-unit-unknown = `{ $unit }` in `{ $value }` is not a unit of data, expected GB, MB or kB (Go, Mo, Ko; 1 GB is 1000 MB)
volume-for-each-day = `{ $value }` is a volume for each day, expected a volume alone
volume-for-each-day-hint = for a stay, `--per-day` takes it, such as `--per-day 1GB`; a plan has `day` in `data_per`
volume-not-a-number = `{ $value }` is not a volume, expected a number and a unit such as `20GB`, `1.5 GB` or `500MB`
volume-not-whole-kb = `{ $value }` is not a whole number of kB, the next one is `{ $next }`
two-readings = `{ $value }` can be read as { $thousands } or as { $decimal }: write the one you mean
volume-too-large = `{ $value }` is too large a volume
number-too-large = `{ $value }` is too large, expected at most { $max }
validity-too-long = `{ $value }` is too long, expected at most `{ $max }`
validity-form = `{ $value }` is not a validity, expected days or hours above 0 such as `7d` or `24h`
stay-not-whole-days = `{ $value }` is not a number of days, expected one such as `30` or `2 weeks`
days-unequal = `{ $value }` does not always have the same number of days
days-unequal-hint = give the days, such as `30`, or the first and the last day with `--from` and `--to`
max-age-unequal = `{ $value }` does not always have the same number of days
max-age-unequal-hint = give days, such as `1095`, or `any`
have-days-form = `{ $value }` is not a number of days, expected one such as `4`
stay-out-of-range = `{ $value }` is not a possible stay, expected 1 to { $max } days
stay-ends-before-it-begins = the stay ends on `{ $to }`, before it begins on `{ $from }`
date-form = `{ $value }` is not a date, expected one such as `2026-12-01`
date-of-spreadsheet = `{ $value }` is what a spreadsheet makes of a date, expected one such as `2026-12-01`
date-of-spreadsheet-hint = format the column as text before the dates are typed or imported
date-nonexistent = `{ $value }` is not a day of the calendar
date-two-readings = `{ $value }` can be read as { $first } or as { $second }: write the one you mean
minutes-form = `{ $value }` is not a number of minutes, expected one such as `120`, `2h` or `1h30`
amount-form = `{ $value }` is not an amount, expected digits with a point before the decimals, such as `19.90`
amount-without-currency = `{ $value }` has no currency, expected an amount and a code such as `120 MAD`
amount-too-precise = `{ $value }` has too many decimals, { $currency } has at most { $digits }
amount-too-large = { $value } is too large an amount
amount-too-large-max = `{ $value }` is too large an amount, expected at most { $max }
amount-in-another-currency = `{ $value }` is in { $currency }, but totals are shown in { $shown }
amount-in-another-currency-hint = add `--currency { $currency }`, or give the amount in { $shown }
time-too-large = the basket has too many purchases to count
currency-unknown = `{ $value }` is not a currency, expected an ISO 4217 code such as `MAD`, `EUR` or `USD`
currency-shared = `{ $value }` can be several currencies, expected a code such as { $expected }
rate-form = `{ $value }` is not an exchange rate, expected a number above 0 such as `9.35`
rate-unknown = the exchange rate of { $currency } is not known
rate-unknown-hint = give one with --rate { $currency }=NUMBER
rate-of-the-base = { $currency } is the base of the rates and needs no rate
rate-option-form = `{ $value }` is not an exchange rate, expected one such as `USD=9.35`
rates-too-large = the exchange rates have too many digits for an exact total
need-without-data = `{ $value }` is not a need of data, expected a volume above 0
need-empty = the need is empty, expected data, call minutes or both
need-too-large = `{ $value }` is too large a need, expected at most { $max } for the whole stay
margin-form = `{ $value }` is not a margin, expected a whole percentage up to { $max }%, such as `10%`
not-kebab-case = `{ $value }` is not a name for a catalogue, expected lower-case letters, digits and hyphens such as `maroc-telecom`
unknown-word = `{ $value }` is not valid here, expected one of: { $expected }
quantity-form = `{ $value }` is not a quantity, expected a whole number or `unlimited`
threads-form = `{ $value }` is not a number of threads, expected 1 to { $max }
whole-number-form = `{ $value }` is not a whole number
people-form = `{ $value }` is not a number of people, expected { $min } to { $max }
people-out-of-range = `--people` compares { $min } to { $max } people, not `{ $value }`
older-than-form = `{ $value }` is not an age in days
older-than-form-hint = for example: `--older-than 90`
max-age-form = `{ $value }` is not an age, expected a number of days or `any`
mine-form = `{ $value }` is not a price, days and data, such as `5 EUR/1d/500MB`
mine-taken = `{ $value }` is the name of a plan or a line in this catalogue, expected a catalogue in which it is free for what you have
report-on-terminal = a report is a file for a browser, expected `-o stay.html` or a pipe
max-purchases-form = `{ $value }` is not a number of purchases, expected a whole number from 1
max-purchases-zero = at least 1 purchase is needed, not `{ $value }`

## configuration

config-syntax = not valid TOML: { $why }
config-without-folder = there is no folder for settings: neither SIMPLAN_CONFIG nor the home folder is known
setting-similar = `{ $value }` is not a setting, did you mean `{ $similar }`?
setting-unknown = `{ $value }` is not a setting, expected one of: { $expected }
setting-not-text = `{ $key }` needs a text between quotes
setting-not-list = `{ $key }` needs a text or a list of texts, such as ["inwi", "orange"]
setting-not-flag = `{ $key }` needs `true` or `false`
setting-not-days = `{ $key }` needs a number of days or "any"

## tables

file-empty = the file is empty, expected a header row such as `{ $expected }`
file-of-another-kind = this is { $kind }, expected a CSV file
file-of-another-kind-hint = unpack it, or save it as CSV (UTF-8) in the program that made it
word-file-workbook = an Excel workbook or another ZIP archive
word-file-compressed = a compressed file
word-file-pdf = a PDF
word-file-parquet = a Parquet file
word-file-database = an SQLite database
word-file-markup = a web page or other markup
word-file-json = JSON
column-missing = the column `{ $column }` is missing
column-twice = the column `{ $column }` occurs twice
column-unnamed = column { $column } has no name: it is ignored
header-comment = the file begins with a comment, expected the header row on its first line
column-near-miss = unknown column `{ $column }`: did you mean { $names }?
column-near-miss-hint = a column of your own is carried through to the answers: give it another name
column-for-the-file = batch has no column `{ $column }`
column-for-the-file-hint = give `{ $option }` for the whole file; a column of your own needs another name
column-not-of-batch = batch has no column `{ $column }`
column-not-of-batch-hint = `{ $option }` is an option of `simplan compare` only; a column of your own needs another name
column-unknown = unknown column `{ $column }`: it is ignored
rows-left-out = { $rows ->
    [one] 1 row is left out of the answer (this one)
   *[other] { $rows } rows are left out of the answer (the first of them here)
}
cells-blank = { $rows ->
    [one] 1 row has no `{ $column }` (first here)
   *[other] { $rows } rows have no `{ $column }` (first here)
}
cell-needed = `{ $column }` is blank, expected a value
data-zero = `{ $value }` is valid only for a SIM or for a pass with minutes; leave the cell blank if the data is unknown
row-length = { $cells ->
    [one] the row has 1 cell, expected { $columns } as in the header
   *[other] the row has { $cells } cells, expected { $columns } as in the header
}
row-length-hint = put double quotes around a text with `{ $delimiter }` in it
quote-not-closed = this cell opens a double quote and never closes it
text-after-quote = text follows the closing double quote of this cell
text-after-quote-hint = put the whole cell into double quotes, and write each double quote inside twice
quote-inside = this cell has a double quote inside, but does not begin with one
quote-inside-hint = put the whole cell into double quotes, and write each double quote inside twice
blank-before-quote = a blank precedes the double quote of this cell
blank-before-quote-hint = remove the blank: a quoted cell begins with its quote
not-utf-8 = this cell is not UTF-8 text
not-utf-8-hint = the file is probably in another encoding: `--encoding { $encoding }` reads it
control-character = this cell has a control character, expected text only
setup-fee-not-contract = only a contract has an activation fee
overlay-id-unknown = the catalogue has no plan `{ $value }`: the change is ignored
id-twice = the id `{ $value }` is already on line { $first_line }
line-of-two-operators = the line `{ $value }` belongs to `{ $known }`{ $first_line ->
    [0] {""}
   *[other] , see line { $first_line } of the file
}
second-base = the base is `{ $value }`, expected `{ $expected }` as in the rows above
rate-twice = there are two rates for { $currency }
rates-empty = the file has no rates
problems = { $count ->
    [one] 1 problem in { $file }; the file was not used
   *[other] { $count } problems in { $file }; the file was not used
}

## findings of a check

price-zero = the price is 0, so the plan counts as free and is bought once: is that meant?
price-zero-hint = leave the price blank if it is unknown; `max_purchases` says how often a free plan can be bought
price-far-above-line = the price per GB is more than ten times the usual one of the line `{ $value }`
price-far-below-line = the price per GB is less than a tenth of the usual one of the line `{ $value }`
# $first_line: the line of the other plan; 0 if it is in another file.
plan-twice = the same plan as `{ $value }`{ $first_line ->
    [0] {""}
   *[other] {" "}on line { $first_line }
}, under another id
plan-dominated = `{ $value }`{ $first_line ->
    [0] {""}
   *[other] {" "}on line { $first_line }
} gives at least as much for no more
line-without-sim = the line `{ $value }` has passes and no SIM to use them on
name-says-unlimited = the name says unlimited, but the data is { $value }
name-says-volume = the name says `{ $value }`, but the data is unlimited
html-entity = `{ $value }` is a character reference of a web page
html-entity-hint = write the character itself, such as `&` for `&amp;`
html-tag = `{ $value }` is a tag of a web page
text-misread = `{ $value }` is what a wrong encoding leaves of a letter
text-misread-hint = copy the text from its source again, as UTF-8
invisible-character = the text has an invisible character, { $value }
cell-formula = the text begins with `{ $value }`: a spreadsheet would run it as a formula
date-in-future = `{ $value }` is in the future
price-old = { $rows ->
    [one] 1 price is older than { $days } days (this one)
   *[other] { $rows } prices are older than { $days } days (the first here)
}
source-no-address = { $rows ->
    [one] 1 source is not a web address (this one)
   *[other] { $rows } sources are not web addresses (the first here)
}

## options and arguments

link-without-file = a link has no files, so it cannot have `{ $option }`
link-of-own-catalogue = a link opens the built-in catalogue, but { $file } is in use
link-of-own-catalogue-hint = `--plans built-in` makes a link without it
link-option-unknown = the link has an option `{ $value }` that does not exist
option-unknown = unknown option `{ $option }`
option-unknown-hint = `{ $command } --help` lists the options
option-of-another = unknown option `{ $option }`
option-of-another-hint = it is an option of `{ $command }`
option-is-column = unknown option `{ $option }`
option-is-column-hint = it is a column of the file: `{ $column }`
tool-argument-unknown = the tool `{ $tool }` has no argument `{ $value }`
tool-argument-not-text = `{ $name }` needs a text or a number
tool-argument-not-list = `{ $name }` needs a list of texts, such as ["inwi", "orange"]
tool-argument-not-flag = `{ $name }` needs `true` or `false`
option-with-dash = `{ $value }` begins with a dash, expected two hyphens: `{ $option }`
option-with-one-hyphen = `{ $value }` begins with one hyphen, write `{ $option }`
as-a-value = if it is a value and not an option, write `-- { $value }`
argument-unexpected = `{ $value }` is not expected here
argument-unexpected-hint = usage: { $usage }
argument-after-value = `{ $value }` is not expected here: it looks like a part of the value before it
value-with-blank = write `{ $joined }`, or `{ $quoted }` with quotes
value-without-quotes = a value with blanks needs quotes: `{ $quoted }`
sorted-by-total = offers are always sorted by total, the cheapest first; `--limit` shows more of them
country-of-catalogue = the plans are those of the catalogue: the built-in one is Morocco’s, `--plans FILE` reads another
arguments-missing = { $count ->
    [one] { $names } is missing
   *[other] { $names } are missing
}
arguments-missing-hint = usage: { $usage }
argument-not-utf-8 = `{ $value }` is not UTF-8 text
command-missing = a command is missing
command-missing-hint = `{ $command } --help` lists the commands
command-unknown = unknown command `{ $value }`
command-after-dashes = `{ $value }` is a command, expected without `--` before it
option-twice = given more than once, expected once
options-conflict = `{ $option }` cannot be combined with { $others }
value-missing = a value is missing
value-missing-of = a value is missing, expected one of: { $expected }
value-unexpected = the value `{ $value }` is not expected here
value-invalid = `{ $value }` is not valid: { $why }
values-too-few = { $given } given, expected at least { $expected ->
    [one] one value
   *[other] { $expected } values
}
values-wrong-number = { $given } given, expected { $expected ->
    [one] one value
   *[other] { $expected } values
}
equals-missing = the value needs an equals sign: `{ $option }=…`

## files and the command line

file-not-read = cannot read { $file }: { $why }
file-changed = { $file } has changed while it was being read
file-changed-hint = run the command again
file-too-large = { $file } is larger than { $most } MiB, and this command keeps the whole file in memory
file-too-large-hint = `compare` and `plans check` read catalogues of any size
file-read-once = { $file } is a large catalogue, which has to be read twice, but it can be read only once
file-read-once-hint = save it to a file and use --plans FILE
output-is-input = cannot write to { $output }: it is the same file as { $input }, which is read
output-twice = cannot write to { $output }: it is the same file as { $other_output }, which is also written
file-not-written = cannot write { $file }: { $why }
output-not-written = cannot write the answer: { $why }
language-unknown = unsupported language `{ $value }`: using English (available: { $known })
script-unknown = `{ $value }` asks for traditional Chinese, which is not available: using simplified Chinese
operator-unknown = the catalogue has no operator `{ $value }`
line-unknown = the catalogue has no line `{ $value }`
name-empty = the name is empty
plan-unknown = the catalogue has no plan `{ $value }`
plan-name-shared = several plans are called `{ $value }`: { $names }
plan-name-shared-hint = give the id of the one you mean
opening-sim-unknown = no one plan is meant by `{ $value }`
opening-sim-how = give the id of the SIM, or leave it out: the SIM that the line needs is added
operator-not-in-guide = the guide has no operator `{ $value }`
column-not-offered = unknown column `{ $value }`, expected some of: { $expected }
nearest = did you mean { $names }?
known-names = available: { $names }
plans-list-hint = `simplan plans list` lists all of them
days-missing = how long is the stay? `--days` is missing
days-missing-hint = for example: `--days 30 --data 20GB`
days-missing-for-budget = how long is the stay? `--days` is missing
days-missing-for-budget-hint = for example: `--days 30 --budget { $value }`
range-reversed = the range ends before it begins: `{ $from }..{ $to }`
range-too-long = a range has at most { $max } days
list-too-long = a list has at most { $max } values, this one has { $count }
two-ranges = one quantity can be a range, expected fixed values or lists for the others
two-ranges-hint = for example: `--days 30 --data 1GB..50GB`, or `--days 7,14,30 --data 5GB,10GB`
budget-without-range = `{ $value }` is not a range of amounts, expected one such as `50..300`
budget-without-range-hint = `simplan compare --budget { $value }` answers for one amount
spread-form = `{ $value }` is not a percentage from 1 to 99
spread-around-one-need = the spread is that around one need: leave it out, or the range and the lists
too-many-changes = the cheapest basket changes more than { $max } times in this range: ask for a smaller one
data-missing = what do you need? `--data`, `--per-day` or `--minutes` is missing
data-missing-hint = for example: `--days 30 --data 20GB`
days-twice = `--days` and `--from … --to …` both give the length of the stay, expected one of them
to-without-from = `--to` needs `--from`
from-without-end = `--from` needs `--to` or `--days`
left-needs-both = `--have-data` and `--have-days` go together: how much data is left, and for how many days?
left-needs-one-sim = `--have-data` needs exactly one `--have-sim`: which SIM is it on?
state-needs-one-sim = the state is that of your SIM: exactly one `--have-sim` is needed
plan-of-another-operator = the plan `{ $plan }` is sold by `{ $operator }`, not by `{ $value }`
schema-unknown = no answer `{ $value }` has a schema
field-unknown = the answer has no key `{ $value }`
field-of-several = `{ $value }` has several values, expected one of: { $expected }
format-not-here = this answer has no `{ $value }` format, expected one of: { $expected }
variable-format-not-here = { $variable }: this answer has no `{ $value }` format and is written as `{ $format }`
ending-not-here = { $file }: this answer has no format for this ending and is written as `{ $format }`
ending-of-calendar = { $file }: this answer has no format for this ending and is written as `{ $format }`; `--ics { $file }` writes a calendar
ending-overruled = { $file }: the option counts, not the ending: written as `{ $format }`

## schedules and bills

bill-too-large = { $plans }: this basket costs too much to count ({ $amount })
bill-not-decided = { $plans }: no exact answer after { $searched } partial baskets on whether this basket lasts; leave out small plans or reduce the counts
schedule-too-long = { $count } purchases are too many for a schedule, expected at most { $max }
date-out-of-range = this date is beyond the calendar
date-or-time-form = `{ $value }` is not a date, expected one such as `2026-12-01` or `2026-12-01T14:30`
zone-unknown = `{ $value }` is not a time zone, expected one such as `Africa/Casablanca` or `Europe/Paris`
remind-form = `{ $value }` is not a time to remind, expected days before such as `2d`, a time on the day such as `9:00`, or hours or minutes before such as `3h` or `30m`
ics-needs-from = a calendar needs the day on which the stay begins
ics-needs-from-hint = add it: --from 2026-12-01
ics-not-ours = { $file } is not a calendar that this program has written: it is left as it is
ics-not-ours-hint = use another file name, or remove this file first
plan-count-form = `{ $value }` has no valid number of purchases, expected a whole number from 1, as in `maroc-telecom-star3-20:2`
bought-too-often = `{ $plan }` can be bought at most { $limit ->
    [one] once
   *[other] { $limit } times
}
billed-too-often = `{ $plan }` is billed at most { $limit ->
    [one] once
   *[other] { $limit } times
} in this stay
serves-unknown = it is not known when to buy again: the catalogue does not say what `{ $plan }` holds, or for how long
contract-mixed = the monthly plan `{ $plan }` cannot be mixed with other plans
second-sim = a line needs only one SIM: `{ $plan }` is the second of `{ $line }`
nothing-fits = nothing in this catalogue fits the need
nothing-fits-hint = `simplan compare` with the same options says why
plain-is-text = `{ $format }` is a format for machines: --plain works only with text
bom-of-csv = `{ $format }` has no byte order mark: --bom works only with csv and tsv
delimiter-form = `{ $value }` is not a delimiter, expected one mark such as `;`, or `tab`
encoding-unknown = `{ $value }` is not an encoding, expected one such as `windows-1252`, `gbk` or `utf-16`
brand-without-plans = the catalogue has no plan of { $brand }
brand-without-plans-hint = leave out the need (--days, --data) to see the steps all the same
faq-nothing-found = no question here fits `{ $value }`
faq-nothing-found-hint = the nearest questions: { $titles }
faq-nearest-how = `simplan faq { $word }` answers the first of them; `simplan faq` lists all questions

## batch

part-of-more-needs = { $file } has answers to more needs than there are ({ $rows }): it belongs to another run
part-of-more-needs-hint = remove it to start again
part-of-another-run = { $file } has other answers than this run gives: it belongs to other needs, options or another day, and is left as it is
part-of-another-run-hint = run the command that started it, or remove it to start again
part-unreadable = { $file } has no answers in this format and is left as it is
part-unreadable-hint = remove it to start again
part-in-use = another run is writing { $file }
batch-go-on = { $answered ->
    [0] no row is answered yet
    [one] the row before it is already answered
   *[other] the { $answered } rows before it are already answered
}: fix this one, then continue with: { $command }
batch-again = { $answered ->
    [0] no need is answered yet
    [one] 1 need is answered and kept
   *[other] { $answered } needs are answered and kept
}; to continue: { $command }
batch-go-on-resume = { $answered ->
    [one] the row before it is already answered
   *[other] the { $answered } rows before it are already answered
}: fix this one, then continue, with the name of the file of answers for FILE: { $command } --resume FILE
batch-again-resume = to continue, with the name of the file of answers for FILE: { $command } --resume FILE
resume-without-a-file = { $file } is not a file, and `--resume` continues only files
row-too-long = this row has more than { $most } bytes
not-a-json-object = this line is not a JSON object
json-without-number = `{ $value }` is not JSON, expected a number or `null`
json-array = the needs are a JSON array, expected NDJSON: one object on each line
json-array-hint = `jq -c '.[]' needs.json` writes each on its line; pandas does with `orient="records", lines=True`
json-over-lines = this JSON object goes on in the next line, expected NDJSON: one whole object on each line
json-over-lines-hint = `jq -c . needs.json` writes each on its line
cell-not-text = this value is not a text, a number, a list of names, or true or false
data-twice = only one of `data`, `per_day` and `use` can give the data
stdin-twice = standard input can be only one of the files
stdin-has-messages = standard input holds the messages of the assistant, it cannot also hold a file
usage-empty = a day needs at least one activity with an amount above 0, such as maps=1h
usage-without-amount = `{ $value }` has no amount, expected one such as { $expected }
usage-amount-apart = `{ $value }` has no amount; write `{ $expected }`
usage-twice = `{ $value }` is given twice
preset-not-first = only one preset is possible, and it comes first: `{ $value }`
time-form = `{ $value }` is not a time for { $activity }, expected one such as 30min, 2h or 1h30
items-form = `{ $value }` is not a whole number of { $activity }
day-too-long = `{ $value }` is more than the 24 hours of a day
too-many-items = `{ $value }` is more than { $max } a day

## ways to renew

payment-not-on-channel = `--pay { $pay }` does not go with `--channel { $channel }`
payment-not-on-channel-hint = these ways work: { $ways }
channel-not-for-plan = `{ $plan }` is not bought with `--channel { $channel }`
channel-not-for-plan-hint = these ways work: { $ways }
channel-not-for-service = { $service ->
    [monthly] a monthly plan is not paid
    [digital-brand] a digital brand is not paid
    [travel-esim] a travel eSIM is not bought
   *[prepaid] a prepaid line is not recharged
} with `--channel { $channel }`
channel-not-for-service-hint = these ways work: { $ways }
channel-unknown = nothing is known about renewing at { $seller } with `--channel { $channel }`
channel-unknown-hint = these ways are known: { $ways }
card-needs-a-counter = `--card` is for a counter, not for `--channel { $channel }`
card-needs-a-counter-hint = leave out `--card` to see the steps of this channel
card-nothing-at-counter = nothing of this is bought at a counter
card-nothing-at-counter-hint = leave out `--card` to see the steps
number-form = `{ $value }` is not a Moroccan phone number, expected { $min } to { $max } digits, perhaps with +{ $code } before them
seller-ways-unknown = nothing is known about how { $seller } sells this: ask there
plan-of-another-operator-hint = leave out `--operator`

## next

next-missing = to say what to do today, this is missing: { $expected }
next-missing-hint = `--have-sim` is the line of the SIM in the phone (`plans list` has them), `--until` the last day of the stay, `--per-day` or `--use` what a day takes; for example: `simplan next --have-sim inwi-prepaid --until 2026-12-20 --per-day 500MB`
next-one-sim = given more than once, expected the one SIM that data is used on
until-in-the-past = the last day of the stay, { $date }, is before today ({ $today })

## plans import

map-key-missing = `{ $key }` is missing
map-key-similar = `{ $value }` is not a key here, did you mean `{ $similar }`?
map-key-unknown = `{ $value }` is not a key here, expected one of: { $expected }
map-not-text = `{ $key }` needs a text between quotes
map-not-texts = `{ $key }` needs a text or a list of texts, such as ["day", "daily"]
map-not-names = `{ $key }` needs the name of a field or a list of names
map-not-table = `{ $key }` needs a table
map-not-flag = `{ $key }` needs `true` or `false`
map-not-column = `{ $key }` needs the name of a field between quotes, or a table such as { "{" }from = "price"{ "}" }
map-origin = `{ $key }` needs exactly one of `from`, `value`, `join` and `slug`
map-decimal = `{ $value }` is not a decimal mark, expected "." or ","
map-unit-not-here = `{ $key }` has no unit, only `data` and `validity` have one
map-column-not-mapped = `{ $value }` is not a column that this map fills
import-field-missing = the file has no field `{ $value }`; it has: { $expected }
import-field-similar = the file has no field `{ $value }`, did you mean `{ $similar }`?
import-field-missing-hint = `optional = true` is for a field that a file may lack
import-json = not valid JSON: { $why }
import-not-object = this is not a JSON object
import-row-blank = nothing of this row fills a column
import-slug-empty = `{ $value }` has no letter or digit for an id
import-id-twice = the id `{ $value }` is that of another plan, on line { $first_line }
import-id-twice-hint = in the map, name one more field in `id` that tells the plans apart
import-map-unknown = `{ $value }` is neither a file nor a map that is built in

## the catalogue in use

catalogue-installed = prices of the installed catalogue, up to { $newest } (`simplan plans reset` goes back to the built-in one)
overlay-own = with your own prices in { $file }
installed-hint = `simplan plans reset` goes back to the built-in catalogue
data-without-folder = there is no folder for catalogues: the home folder is not known
catalogue-not-newer = { $file } is not newer than the built-in catalogue: its newest price is from { $newest }, that of the built-in one from { $known }
catalogue-undated = no price of { $file } has a date, expected one after { $known }, the newest of the built-in catalogue
catalogue-of-the-future = the newest price of { $file } is from { $newest }, after today ({ $today }): is the year right?
not-newer-hint = `--plans` uses it as it is

## plans add

add-other-currency = `{ $value }` is in { $currency }, but the amounts of this plan are in { $known }
add-other-currency-hint = with `--currency { $currency }` all amounts of the plan are in { $currency }
add-missing = a new plan also needs { $expected }
add-missing-hint = a plan of the catalogue only needs `--id` and what is new, such as `--price 22`; `plans list` has the ids
add-without-a-file = `-` is standard input, expected the file that gets the row
add-nothing = nothing is said of the plan `{ $value }`, expected what is new, such as `--price 22`
