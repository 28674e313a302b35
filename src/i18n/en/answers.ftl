### One word for each thing: a *plan* is any row of the catalogue, a *pass* is prepaid, a *monthly plan* is billed, a *basket* is
### what one buys, an *offer* is a basket in the ranking. “Unlimited” is what the seller says, and the sentence says so.

## Figures

days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
days-fraction = { $whole ->
   *[other] { $count } days
}
hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
need-data = { $days } and { $data }
need-calls = { $days } and { $minutes }
need-both = { $days }, { $data } and { $minutes }
purchases = { $count ->
    [one] 1 purchase
   *[other] { $count } purchases
}
unknown = unknown
unlimited = unlimited
unlimited-by-seller = unlimited according to the seller
unlimited-marked = unlimited†
sentence-separator = { " " }
list-separator = { ", " }
list-last-separator = { " and " }
quoted = “{ $text }”
per-day-suffix = { $volume } a day
per-day-short = { $volume }/day
at-least = ≥ { $amount }
fee = fee { $amount }
sim-item = SIM { $amount }
yes = yes
no = no

## compare

answer-best = { $need }: { $offer }, { $renewals }.
answer-best-on-two-sims = { $need } on two SIMs: { $offer }, { $renewals }.
offer = { $seller }, { $basket }, { $total }
answer-keep = { $need }: keep { $offer }, { $renewals }.
mine-dearer = What you have, { $basket }, costs { $total }: { $more } more than the cheapest.
mine-not-enough = What you have, { $mine }, is not enough for this need.
seller-mine = what you have
offer-on-two-sims = { $basket }, { $total }
offer-in-short = { $seller }, { $total }
items-of-line = { $line } ({ $items })
first-seen = { $of ->
    [one] Price
    [all] Prices
   *[oldest] Oldest price ({ $plan })
} seen { $age }, { $confidence }.
first-undated = { $of ->
    [one] Price
    [all] Prices
   *[oldest] Price of { $plan }
} of unknown date, { $confidence }.
first-least-sure = Least sure: { $plan }, { $confidence }.
first-stale = { $of ->
    [one] It
    [all] They
   *[oldest] Prices
} may have changed: ask before you pay.
first-credit = With { $amount } of call credit.
first-needs-esim = Needs an eSIM phone.
confidence-high = high confidence
confidence-medium = medium confidence
confidence-low = low confidence
confidence-unknown = confidence unknown
age-unknown = date unknown
age-today = today
age-days = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}
age-months = { $count ->
    [one] 1 month ago
   *[other] { $count } months ago
}
age-years = { $count } years ago
seen = { $when }
seen-sim = { $when } (SIM)
seen-unsure = { $when }, unsure
answer-stated = Its data is unlimited according to the seller. Cheapest with a stated volume: { $basket }, { $total }.
answer-high = By the high estimates, { $data } a day: { $basket }, { $total }.
answer-high-nothing = By the high estimates, { $data } a day, nothing fits.
answer-margin = With a margin of { $percent }%: you asked for { $asked }; the figures are for { $counted }.
answer-state-suspended = The line { $line } is suspended: have it reopened first (`simplan renew-steps --have-sim { $line } --state suspended`). What was left on it is not counted.
answer-state-arrears = The line { $line } is blocked until a debt is paid: pay it first (`simplan renew-steps --have-sim { $line } --state arrears`). What was left on it is not counted.
answer-state-unidentified = The SIM of the line { $line } is not registered: register it first with a passport or an ID card (`simplan renew-steps --have-sim { $line } --state unidentified`). What was left on it is not counted.
renew-never = nothing to renew
renew-once = renew once, on day { $day }
renew-on-days = renew { $count ->
    [2] twice
   *[other] { $count } times
}, on days { $days }
renew-count = renew { $count } times
renew-often = renew { $count } times, first on day { $day }
billed = { $count ->
    [one] billed once
   *[other] billed { $count } times
}
answer-nothing = Nothing in this catalogue fits { $need }.
answer-nothing-reasons = Why: { $reasons }.
reason-count = { $reason } ({ $count })
answer-nothing-change = With { $option }, { $count ->
        [one] 1 plan
       *[other] { $count } plans
    } would fit.
answer-nothing-change-without = Without { $option }, { $count ->
        [one] 1 plan
       *[other] { $count } plans
    } would fit.
footer-more = { $more ->
    [one] 1 more offer, at { $total } (--limit 0).
   *[other] { $more } more offers from { $total } (--limit 0).
}
footer-more-counted = { $more ->
    [one] 1 more offer (--limit 0).
   *[other] { $more } more offers (--limit 0).
}
footer-refused = { $refused ->
    [one] 1 plan is in no offer (--explain).
   *[other] { $refused } plans are in no offer (--explain).
}
footer-refused-some-unknown = { $refused ->
    [one] 1 plan is in no offer, because a figure is unknown (--explain).
   *[other] { $refused } plans are in no offer, { $unknown } of them because a figure is unknown (--explain).
}
answer-left = What is left on your { $own } SIM is used first, until { $until }.
answer-left-other = What is left on your { $own } SIM is used first, until { $until }: then switch to the SIM of { $other }.
two-sims-in-vain = No basket over two lines (two SIMs of the catalogue in one phone) costs less.
own-sims-nothing = On your own SIM ({ $lines }) nothing fits: { $reasons }.
alternative = { $condition }: { $offer }.
alternative-either = { $first }, or { $second }
alternative-with = { $condition } ({ $option })
alternative-without = { $condition } (without { $option })
alternative-form-sim = without an eSIM phone
alternative-form = in any form of SIM
alternative-resident = as a resident
alternative-sims = on two SIMs
alternative-network = with plans whose network is not known
alternative-max-age = with older prices
alternative-gone = if { $plan } has gone or costs more
next-step = Next: { $command }
footer-refused-unknown = { $count ->
    [one] 1 plan was refused only because the catalogue does not state what you ask for.
   *[other] { $count } plans were refused only because the catalogue does not state what you ask for.
}
footer-incomplete = “≥” marks a total to which an unknown price must be added: ask the shop.
footer-unlimited = “†” marks what is unlimited according to the seller.
footer-contract = Bills are counted from the first day of the stay, one for each period that begins. The operator’s own billing month can begin on another day and add a partial bill.
footer-rate = 1 { $currency } = { $rate } { $base } ({ $date })
footer-rate-own = 1 { $currency } = { $rate } { $base } (your rate)
footer-rates = Converted at { $rates }.
column-rank = #
column-line = Line
column-operator = Seller
column-mix = Mix
column-alone = Alone
column-answer = Answer
column-schema = Schema
schema-how = The schema of one of them: `simplan schema compare`
column-basket = Basket
column-total = Total
column-currency = Currency
column-complete = Complete
column-pay = To pay
column-purchases = Buy
column-renewals = Renew
column-renew_on_days = Renew on days
column-covers_days = Covers (days)
column-spare_mb = Spare MB
column-per_day = Per day
column-per_gb = Per GB
column-verified_on = Seen
column-stale = Old
column-confidence = Confidence
plan-other-values = Values without a file come from the catalogue: { $source }.
import-map-airalo = JSON of Airalo's partner API: operators and their packages
import-map-esimdb = CSV of travel eSIMs: `data_mb`, `validity_days`, `usd_price`, `data_cap_per`
import-map-price-list = CSV of a price list: `name`, `price`, `data`, `days`
import-rounded = { $rows ->
    [one] in 1 row, an amount has more digits than its currency and was rounded half up
   *[other] in { $rows } rows, an amount has more digits than its currency and was rounded half up
}
import-counts = { $plans ->
    [one] 1 plan imported
   *[other] { $plans } plans imported
}{ $left_out ->
    [0] {""}
   *[other] {""}; rows with an error: { $left_out }
}{ $filtered ->
    [0] {""}
   *[other] {""}; rows that the map filters out: { $filtered }
}{ $repeated ->
    [0] {""}
   *[other] {""}; rows that repeat an earlier one: { $repeated }
}
severity-error = error
severity-warning = warning
severity-note = note
check-summary = { $count ->
    [one] 1 plan
   *[other] { $count } plans
}, { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $notes ->
    [0] no notes
    [one] 1 note
   *[other] { $notes } notes
}.
check-unseen = { $count ->
    [one] One more is not shown.
   *[other] { $count } more are not shown.
}
check-not-compared = The file is too large to compare the plans with each other.
column-code = Code
column-severity = Severity
column-meaning = Meaning
explain-heading = { $refused } of { $plans } plans are in no offer, the nearest misses first
explain-left-out = Left out by your own filters: { $reasons }.
explain-counted = This catalogue is large: its refused plans are counted, not listed: { $reasons }.
explain-offer = { $plan } is offer { $rank } of { $offers }: { $basket }, { $total }.
explain-refused = { $plan } is in no offer: { $reason }.

## refusals

refused-operator-excluded = its seller or line was left out
refused-kind-excluded = its kind ({ $kind }) was left out
refused-form-excluded = you asked for { $needed }; it comes as { $has }
refused-form-unknown = you asked for { $needed }; its form is not known
refused-sold-excluded = you asked for what is sold { $needed }; it is sold { $has }
refused-sold-unknown = you asked for what is sold { $needed }; where it is sold is not known
refused-unlimited-excluded = unlimited plans were left out
refused-scope-not-general = its data is only for { $scope }
refused-needs-contract = for residents only
refused-visitors-only = for visitors only
refused-network-too-old = { $needed } needed; it has { $has }
refused-network-unknown = { $needed } needed; its network is not known
refused-confidence-too-low = { $needed } confidence needed; it has { $has } confidence
refused-confidence-unknown = { $needed } confidence needed; its confidence is not known
refused-price-too-old = price seen { $verified_on }, { $age_days } days ago; at most { $max_age_days } days allowed
refused-price-undated = the date of its price is unknown; at most { $max_age_days } days allowed
refused-price-unknown = its price is unknown
refused-allowance-unknown = its amount of data is unknown
refused-validity-unknown = its validity is unknown
refused-daily-allowance-too-small = { $needed_per_day } a day needed; it has { $has_per_day } a day
refused-monthly-allowance-too-small = { $needed } needed until the next bill; it has { $has }
refused-too-few-minutes = { $needed ->
    [one] 1 call minute
   *[other] { $needed } call minutes
} needed; it includes { $has }
refused-minutes-unknown = { $needed ->
    [one] 1 call minute
   *[other] { $needed } call minutes
} needed; how many it includes is not known
refused-purchase-limit = { $needed } purchases needed; at most { $allowed } allowed
refused-purchase-limit-never = no number of purchases is enough
refused-too-expensive = costs { $total }; at most { $max_total } allowed
refused-too-large-to-search = its line has too many combinations for an exact answer, or costs more than can be counted
refused-sim-only = only a starter SIM, to which you add a pass
refused-rate-unknown = no exchange rate for { $currency }
refused-not-needed = what is left, or the SIM of its line, is enough
refused-because-of-sim = its SIM { $sim } is refused: { $reason }
refused-unless = { $reason }; would fit with { $option }
refused-unless-without = { $reason }; would fit without { $option }

## reasons in short

why-operator-excluded = seller or line left out
why-kind-excluded = kind left out
why-form-excluded = other form, or unknown
why-sold-excluded = sold elsewhere, or unknown
why-unlimited-excluded = unlimited left out
why-scope-not-general = data only for some uses
why-needs-contract = for residents only
why-visitors-only = for visitors only
why-network-too-old = network too old or unknown
why-confidence-too-low = not sure enough
why-price-too-old = price seen too long ago
why-price-unknown = price unknown
why-allowance-unknown = data unknown
why-validity-unknown = validity unknown
why-daily-allowance-too-small = too little data a day
why-monthly-allowance-too-small = too little data a month
why-too-few-minutes = too few minutes
why-purchase-limit = too many purchases needed
why-too-expensive = too expensive
why-too-large-to-search = too large to search or to count
why-sim-only = only a starter SIM
why-rate-unknown = no exchange rate
why-not-needed = not needed

## plans

column-id = Plan
column-name = Name
column-kind = Kind
column-price = Price
column-setup_fee = Activation fee
column-data = Data
column-data_per = Data per
column-validity = Validity
column-minutes = Minutes
column-sms = SMS
column-scope = Scope
column-network = Network
column-buy = Where to buy
column-audience = Audience
column-max_purchases = Max. purchases
column-form = Form
column-sold = Sold
column-credit = Call credit
column-balance = Balance
column-most_data = Most data
column-source = Source
column-note = Note
column-reason = Why
column-setting = Setting
column-origin = From
setting-default = default
settings-file-empty = Nothing is set in { $file }.
column-field = Field
column-value = Value
number-of-plans = { $count ->
    [one] 1 plan
   *[other] { $count } plans
}
plans-count = { $shown ->
    [one] 1 of { $all } plans
   *[other] { $shown } of { $all } plans
}
name-with-scope = { $name } (only { $scope })
plans-none = No plan matches.

## two catalogues

diff-none = Both catalogues have the same { $count ->
    [one] plan.
   *[other] { $count } plans.
}
diff-summary = Plans: { $parts }.
diff-changed = { $count } changed
diff-added = { $count } added
diff-removed = { $count } removed
diff-renamed = { $count } with a new id
diff-heading-changed = Changed
diff-heading-added = Added
diff-heading-removed = Removed
diff-heading-renamed = Same plan, new id
diff-value = { $field }: { $old } → { $new }
diff-price = { $field }: { $old } → { $new }, { $change }
column-before = Before
column-now = Now
column-change = Change
diff-rise = +{ $amount } (+{ $percent }%)
diff-fall = −{ $amount } (−{ $percent }%)
diff-rise-from-zero = +{ $amount }
diff-total-same = For { $need }, the cheapest total stays at { $new }.
diff-total-lower = For { $need }, the cheapest total falls from { $old } to { $new }: { $amount } less (−{ $percent }%).
diff-total-higher = For { $need }, the cheapest total rises from { $old } to { $new }: { $amount } more (+{ $percent }%).
diff-total-from-zero = For { $need }, the cheapest total rises from { $old } to { $new }.
diff-total-bound = For { $need }, the cheapest total was { $old } and is now { $new }.
diff-total-gone = For { $need }, nothing fits any more. The cheapest total was { $old }.
diff-total-new = For { $need }, something fits now, from { $new }. Nothing did before.
diff-total-none = For { $need }, nothing fits in either catalogue.
diff-winner-same = The cheapest basket stays the same: { $new }.
diff-winner-other = The cheapest basket is now { $new }. It was { $old }.
diff-winner-gone = The cheapest basket was { $old }.
diff-winner-new = The cheapest basket is { $new }.

## prices to check

column-decides = Decides
column-page = Page
stale-none = No price is more than { $age } old or undated.
stale-summary = { $stale ->
    [one] 1 of { $all } prices is
   *[other] { $stale } of { $all } prices are
} more than { $age } old or undated, and { $needs } of { $typical } typical needs { $needs ->
    [one] rests
   *[other] rest
} on at least one of them.
stale-decides = { $count } of { $all }
stale-no-page = none
stale-more = … { $more ->
    [one] 1 more price
   *[other] { $more } more prices
} (--limit 0).

## bills

column-subtotal = Subtotal
column-count = Times
bill-title = Bill for { $need }
bill-total = Total
bill-shares = { $per_day } a day, { $per_gb } per GB.
bill-share-of-day = { $per_day } a day.
bill-sim-uncounted = The price of { $sim } ({ $price }) cannot be counted: the total is a lower bound.
bill-useless = { $plan } does not cover any of this need: { $reason }.
bill-lasts-exactly = It lasts for the whole stay, with nothing left over.
bill-lasts-whole = It lasts for the whole stay.
bill-lasts = It lasts for the whole stay, and { $spare } longer.
bill-lasts-data = It lasts for the whole stay, and { $spare } longer; { $data } is left over.
bill-lasts-data-only = It lasts for the whole stay; { $data } is left over.
bill-short = It lasts { $covered_number } of { $days } days: { $short } and { $data } short.
bill-short-calls = It lasts { $covered_number } of { $days } days: { $short } short.
bill-thin-day = { $plan } gives { $has } a day; you need { $needed }: { $data } short.
bill-thin-month = { $plan } gives { $has } until the next bill; you need { $needed }: { $data } short.
bill-short-minutes = It is { $minutes ->
    [one] 1 call minute
   *[other] { $minutes } call minutes
} short.
bill-unknown = It is not known whether it lasts: the catalogue does not say what { $plan } holds, or for how long.
bill-cheapest = Cheapest on the same line: { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } less
    [more] { $amount } more
   *[same] as much
}.
bill-cheapest-lines = Cheapest on these lines: { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } less
    [more] { $amount } more
   *[same] as much
}.
bill-cheapest-of-all = Cheapest of all sellers: { $seller }, { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } less
    [more] { $amount } more
   *[same] as much
}.
bill-is-cheapest-of-all = No basket of any seller costs less.
bill-is-cheapest = No basket of the same line costs less.
bill-is-cheapest-lines = No basket on these lines costs less.
bill-left-is-enough = What is left on your SIM lasts for the whole stay: you need not buy anything.
bill-nothing-within = Nothing on the same line lasts for the whole stay within your limits.
bill-nothing-lines-within = Nothing on these lines lasts for the whole stay within your limits.
bill-nothing = Nothing on the same line lasts for the whole stay.
bill-nothing-lines = Nothing on these lines lasts for the whole stay.

## schedules

column-step = #
column-day = Day
column-date = Date
column-due = When
column-paid = Running total
column-why = Reason
column-until = Until
column-covers = For
covers-data = data
covers-calls = calls
covers-data-and-calls = data and calls
last-day = { $count ->
    [one] Day { $day } costs { $amount }
   *[other] The last { $count } days cost { $amount }
}: { $days } would be { $total }.
schedule-nothing = Nothing to buy: what is left lasts for the whole stay, with { $data } to spare.
schedule-nothing-unlimited = Nothing to buy: what is left lasts for the whole stay, and its data is unlimited according to the seller.
schedule-left = “=” is what is left on the SIM; it lasts until day { $day }.
schedule-left-other = “=” is what is left on the { $line } SIM; it lasts until day { $day }: then switch to the SIM of { $other }.
schedule-ends = Covered until { $until }; the last day of the stay is { $end }.
schedule-night = { $count ->
    [one] Purchase { $steps } falls
   *[other] Purchases { $steps } fall
} at night: buy in the evening before or in the morning.
schedule-nights = { $count } purchases fall at night: buy in the evening before or in the morning.
timeline-left = What is left
timeline-more = … and { $count ->
    [one] 1 more purchase
   *[other] { $count } more purchases
}
schedule-ends-at = Covered until { $until }; the stay ends on { $end }.
until-day = day { $day }
why-stay-begins = the stay begins
why-data-used-up = the data is used up
why-minutes-used-up = the minutes are used up
why-validity-over = the validity is over
ics-summary = Buy { $plan }, { $price }
ics-summary-unpriced = Buy { $plan }
ics-where = Where to buy: { $buy }
ics-night = This falls at night: buy in the evening before or in the morning.
ics-empty = Nothing to buy: no calendar was written.
ics-written = The calendar with { $count ->
    [one] 1 event
   *[other] { $count } events
} is in { $file }.
ics-cancelled = { $count ->
    [one] 1 event of an earlier plan is cancelled
   *[other] { $count } events of an earlier plan are cancelled
} there.

## one plan explained

explain-begins = { $plan } is the first item of offer { $rank } of { $offers }: { $basket }, { $total }.
explain-mixed = { $plan } is in offer { $rank } of { $offers }, a mix: { $basket }, { $total }.
explain-alone = Alone, { $plan } would be { $basket }, { $total }: another basket of its line beats it.
explain-sim-beaten = Another basket of its line beats every basket with { $plan }, such as { $basket }, { $total }.
explain-covers-validity = One purchase covers { $covers }: its validity is { $validity }; its data would last { $data } at { $pace } a day.
explain-covers-data = One purchase covers { $covers }: its data lasts { $data } at { $pace } a day; its validity is { $validity }.
explain-covers-minutes = One purchase covers { $covers }: as long as its minutes last.
explain-covers = One purchase covers { $covers }: as long as its validity lasts.
explain-break-even = At { $price } or less per purchase, a basket of this plan alone would rank first.
explain-sim-unknown = It is not an offer by itself: { $reason }.
explain-never-first = Even at price 0, a basket of this plan alone would not rank first.
trade-off = What fewer purchases cost: no offer beats these on both price and number of purchases.
budget-best = { $budget } buys at most { $data } for { $need }: { $offer }.
budget-best-unlimited = { $budget } buys data for { $need } that is unlimited according to the seller: { $offer }.
budget-stated = With a stated volume, at most { $data }: { $offer }.
budget-margin = With a margin of { $percent }%, { $need } count as { $counted }.
budget-nothing = { $budget } buys no data for { $need }.

## warnings about an answer

warning = warning
start-in-the-past = the stay begins on { $date }, before today ({ $today })
start-skipped = on { $date } the clocks are set forward past { $time }: the stay begins at { $read }
start-repeated = on { $date } the clocks are set back and show { $time } twice: the stay begins at the first of the two
gate-not-passed = the first offer, or a rate that it depends on, is more than { $days } days old, the limit of --fail-if-stale: exit code 4
stale-offer = the price of { $name } ({ $plan }) was seen { $verified_on }, { $age_days } days ago: it may have changed
stale-offer-undated = the price of { $name } ({ $plan }) has no date: it may have changed
stale-rate = the rate of { $currency } is from { $date }, { $age_days } days ago: give a current one with --rate
rate-of-the-future = the rate of { $currency } is dated in the future ({ $date })
rate-far-from-file = your rate of { $currency }, { $rate }, is more than twice or less than half the one in the file, { $file_rate }
left-out = not in the answer: { $error }
search-too-large = the line `{ $line }` has too many combinations: no exact answer after { $searched } partial baskets (`{ $plan }` alone takes { $purchases } purchases); shorten the stay, reduce the need, or leave out small plans
pair-too-large = the lines `{ $line }` have too many combinations together: no exact answer after { $searched } partial baskets (`{ $plan }` alone takes { $purchases } purchases); shorten the stay, reduce the need, or leave out small plans
trade-off-too-large = the Pareto front of `{ $line }` has too many combinations: no exact answer after { $searched } partial baskets (`{ $plan }` alone takes { $purchases } purchases); shorten the stay, reduce the need, or leave out small plans
count-too-large = the line `{ $line }` takes more purchases than can be counted; shorten the stay or reduce the need

## Dates

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }, { $time }
date-in-range = { $date }
on-day = on { $date }
in-month = in { $date }
ordinal-day = { $day }

## Words of the catalogue

word-sim = SIM
word-pass = pass
word-tourist = visitor plan
word-contract = monthly plan
word-esim = eSIM
word-anyone = anyone
word-visitor = visitors
word-resident = residents
word-high = high
word-medium = medium
word-low = low
word-shop = in shops
word-online = online
word-sim-or-esim = SIM or eSIM
word-shop-and-online = in shops and online
word-abroad = online from abroad
word-shared = shared
word-separate = separate
word-video = video
word-general = any use
word-social = social networks
word-games = games
word-total = in all
word-day = a day
word-stdin = standard input
word-stdout = standard output
labelled = { $title }: { $text }

## batch

batch-progress = { $rows } rows, { $rate } a second
batch-progress-left = { ", " }{ $percent }%, { $time } left
batch-past = { $past ->
    [one] 1 of { $rows } stays begins
   *[other] { $past } of { $rows } stays begin
} before today ({ $today })
batch-stale = { $stale ->
    [one] 1 of { $rows } answers depends on a price that may have changed: its `stale` is true
   *[other] { $stale } of { $rows } answers depend on a price that may have changed: their `stale` is true
}
batch-bad = { $bad ->
    [one] 1 of { $rows } rows has an error: its `error` says where and why
   *[other] { $bad } of { $rows } rows have errors: their `error` says where and why
}
in-brackets = { " (" }{ $text })
preference-skipped = { $seller } has no offer for this need: the next operator was taken

## people

people-best = { $people } people, { $need } each: { $sims }, { $baskets }, { $total }; { $share } a person.
people-own = a SIM for each
people-one = 1 SIM with a hotspot
people-some = { $sims } SIMs for { $groups } people, with hotspots
people-basket = { $seller }, { $items }
people-more = … { $more ->
    [one] 1 more way
   *[other] { $more } more ways
} from { $total } (--limit 0).
people-fewest = With fewer than { $sims } SIMs, nothing fits.
people-hotspot = With a hotspot, everyone has to be near the phone with the SIM, whose battery drains faster. No rule against sharing was found, but the terms of a plan may limit it: ask when you buy.
people-unlimited = Whether unlimited data may be shared is not known: --no-unlimited leaves such plans out.
people-calls = Minutes cannot be shared by hotspot: everyone needs a SIM.
column-sims = SIMs
column-groups = People per SIM
column-baskets = Baskets

## what-if

what-if-best = { $fixed }, { $from } to { $to }: { $changes ->
    [0] one basket is the cheapest throughout.
    [one] another basket becomes the cheapest once.
   *[other] another basket becomes the cheapest { $changes } times.
}
what-if-budget = { $fixed }, { $from } to { $to }: { $changes ->
    [0] every budget buys the same.
    [one] one step buys more.
   *[other] { $changes } steps buy more.
}
what-if-nothing = { $fixed }, { $from } to { $to }: nothing in this catalogue fits.
what-if-margin = A margin of { $percent }% is counted on top of each need.
what-if-none = nothing fits
what-if-span = { $from } to { $to }
what-if-more = … { $more ->
    [one] 1 more row
   *[other] { $more } more rows
} (--limit 0).
what-if-narrower = These are the widest ranges; { $more ->
    [one] 1 other is
   *[other] { $more } others are
} left out (--limit 0).
what-if-table = The cheapest offer for each stay and each need of data:
what-if-table-nothing = Nothing in this catalogue fits any of these needs.
what-if-cheapest = { $need }: { $offer }.
what-if-safest = Safest if the use is { $spread }% less or more: { $offer }; it costs at most { $regret } more than the cheapest.
what-if-safest-first = It is also the safest if the use is { $spread }% less or more: it costs at most { $regret } more than the cheapest.
what-if-safest-always = If the use is { $spread }% less or more, { $seller } is still the cheapest.
what-if-safest-unknown = How safe it is if the use is { $spread }% less or more is not known.
what-if-up-to = For { $need }
what-if-regret = Regret: how much more an offer costs than the cheapest, at worst. Who needs only { $less } has paid the same.
column-from = From
column-stay = Stay
column-regret = Regret
reach-from = Cheapest above { $from }.
reach-to = Cheapest up to { $to }.
reach-between = Cheapest from { $from } to { $to }.

# A chart of what each seller asks. $from, $to: the ends of the range.
chart-of-totals = What each seller asks, from { $from } to { $to }; the cheapest is heavy.
# The same of the data that a budget buys.
chart-of-budget = How much data each seller gives, from { $from } to { $to }; the most is heavy.
# A line of the chart in words. $first, $last: the totals or the volumes at both ends.
chart-line = { $seller }: { $first } at { $from }, { $last } at { $to }.
chart-left-out = Not drawn: { $sellers }.

# The headings and the title of a report.
report-title = { $need }: what to buy, when and how
# $name: the source of the catalogue; $count: how many plans it has.
report-origin = Made on { $today } from the catalogue ({ $name }): { $count } plans, with prices seen from { $oldest } to { $newest }.
report-answer = The answer
report-use = If I use less or more
report-schedule = When to buy what
report-steps = How to buy and renew
report-card = To show at the counter
report-command = The command that makes this sheet
report-code = QR code of the command

## the catalogue in use

# $newest: the date of the newest price.
plans-installed = Installed: { $count } plans, newest price { $newest }, in { $file }. `simplan plans check` shows what is suspicious about them, and `simplan plans reset` goes back.
plans-reset = Removed: { $file }. The built-in catalogue is in use again, newest price { $newest }.
plans-not-installed = No catalogue is installed. The built-in one is in use, newest price { $newest }.
plans-own-stay = Your own prices in { $file } stay in use.
plans-added = Added to { $file }: { $id }
plans-changed = Changed in { $file }: { $id }
