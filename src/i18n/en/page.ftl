### The labels of the page. They become a JavaScript module, so each is plain text without placeholders.

page-direction = ltr
page-title = Which SIM for Morocco?
page-language = Language
page-loading = Loading the prices…
page-failed = The prices could not be loaded. Check the network and open the page again; an old browser may need an update.
page-private = Everything is calculated on your phone. Nothing is sent.
page-new-version = A new version is ready.
page-update = Use it now
page-copied = Copied
page-close = Close
page-cancel = Cancel
page-save = Save
page-remove = remove

## what is asked

page-stay = How long do you stay?
page-by-days = Days
page-by-dates = Dates
page-days = Number of days
page-from = First day (optional)
page-first-day = First day
page-to = Last day
page-data = How much data?
page-by-amount = Amount
page-by-use = What I do all day
page-amount = For the whole stay
page-slider = Data slider
page-day = A day like
page-no-day = None of these
page-activities = Add or change activities, for each day
page-hours = (hours)
page-have = What do you have?
page-have-sim = Moroccan SIM
page-own-plan = A plan from home, such as 5 EUR/1d/500MB (optional)
page-no-sim = None yet
page-have-data = Data left
page-have-days = Days it is still valid
page-state = The line
page-state-active = works
page-state-suspended = is suspended
page-state-arrears = has unpaid bills
page-state-unidentified = is not registered in my name
page-esim = My phone takes an eSIM
page-resident = I live in Morocco
page-need-stay = Say how long you stay.
page-need-data = Say how much data you need.
page-need-left = Say both: the data left, and the days it is still valid.
page-chips = Also asked for

## the answer

page-answer = The answer
page-card = Show it at the counter
page-card-title = Show this
page-more-sellers = More sellers
page-also = Also possible
page-why-not = Why not the others?
page-mine = my price

## the schedule and the steps

page-what-if = If I use less or more
page-schedule = When to buy what
page-calendar = Add to calendar
page-calendar-from = First day of the stay, for the calendar
page-steps = How to renew, step by step
page-channel = Where
page-usual = As usual
page-channel-shop = In a shop or kiosk
page-channel-online = Online or in the app
page-channel-scratch = With a scratch card
page-channel-phone = By phone code
page-channel-abroad = From abroad
page-pay = Pay with
page-pay-cash = Cash
page-pay-card = Bank card
page-pay-wallet = Mobile wallet
page-pay-credit = Call credit
page-number = My number (stays on this phone)
page-reset-ticks = Clear the ticks

## questions

page-questions = Questions
page-faq-words = What do you want to know?
page-ask = Ask
page-see = see here

## my prices

page-prices = My prices
page-prices-text = Seen another price at the kiosk? Change it here. It stays on this phone and counts in every answer.
page-plan-words = Find a plan
page-no-plan = No plan has these words.
page-not-here = not in this price list
page-add-plan = Add a plan
page-change = Change
page-new-line = For which SIM
page-new-name = Name
page-new-data = Data, such as 5GB
page-new-days = Valid for days
page-price = Price
page-need-price = Say the price.
page-own-source = seen by me
page-forget = Forget my price
page-saved = Saved. Every answer now uses it.
page-not-kept = The phone cannot store this: it counts until the page closes.
page-unknown-plans = These are saved, but this price list has no such plans:
page-export = Export my prices
page-import = Import my prices
page-choose = Use another price list (CSV)
page-catalogue = Price list in use:
page-built-in = Back to the built-in prices
page-built-in-used = The built-in prices are used again.
page-problem = Problem
page-problem-line = Line
page-problem-column = Column

## link and command

page-share-title = Link and command
page-link-text = The link holds the question only: neither your prices nor your number.
page-copy-link = Copy the link
page-share-link = Share the link
page-command = The same in a terminal
page-own-note = The command does not know my prices.
page-copy-command = Copy the command
page-save-json = Save the answer as JSON
