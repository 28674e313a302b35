### What to do today, and when to look again.

next-buy = Buy { $plans } today, { $price }.
next-buy-ends = Buy { $plans } today, { $price }: what is left does not last the day.
next-bill = Nothing to renew: if your plan is { $plans }, its bill comes by itself, { $price } this time.
next-bill-arrears = Pay what is owed first. After that, if your plan is { $plans }, its bill comes by itself, { $price }.
next-bill-reopen = Get the line back to work first. After that, if your plan is { $plans }, its bill comes by itself, { $price }.
next-reopen = Get the line back to work first; then buy { $plans }, { $price }.
next-wait-data = Nothing to buy today: your data lasts until { $date }.
next-wait-validity = Nothing to buy today: what is left is valid until { $date }.
next-look-buy = Look again on { $date }: buy { $plans } then, { $price }.
next-look-bill = The next bill comes around { $date }: { $plans }, { $price }.
next-look-check = Look again on { $date }, half-way: you may use more than planned.
next-look-never = You need not look again: there is nothing more to buy up to { $until }.
next-item = { $plan }, { $price }
next-more = … and { $count } more, the last on { $date }: { $purchases }, { $total } in all
next-total = Up to { $until }: { $purchases }, { $total }
next-high = By the high estimates, { $data } a day, it would be { $total } in all.
next-cheaper = Another SIM would cost less: { $basket }, { $total }.
next-cheaper-mine = What you have would cost less: { $basket }, { $total }.
next-other-mine = What you have is enough: { $basket }, { $total }.
next-other = With another SIM: { $basket }, { $total }.
next-steps = Step by step: `{ $command }`
next-reminders = Reminders in the calendar: `{ $command }`
next-balance-unsaid = nothing is counted as left on the SIM: say what is left with --have-data and --have-days

## calendar files

ics-other-file = If you have added an earlier calendar from another file, remove its events in your calendar app, or write into that file again.
ics-past = { $count ->
    [one] 1 reminder is in the past and will not ring
   *[other] { $count } reminders are in the past and will not ring
}
ics-any-hour = The hour is not known: if it falls at night, buy in the evening before or in the morning.
