## Questions

faq-which-plan = Which SIM or pass should I buy?
faq-how-much-data = How much data do I need?
faq-buy-at-airport = Where do I buy a SIM: at the airport or in town?
faq-which-id = Which ID do I need for a SIM?
faq-esim = Is there an eSIM?
faq-phone-compatible = Does my phone work with a Moroccan SIM?
faq-two-sims = How do I use two SIMs in one phone?
faq-how-to-recharge = How do I recharge?
faq-at-the-counter = What do I say at the counter?
faq-stars = What do the stars mean?
faq-recharge-validity = How long is a recharge valid?
faq-renew-early = Can I renew before the end?
faq-auto-renew = Does a pass renew by itself?
faq-add-up = Do passes add up?
faq-unused-data = What happens to unused data?
faq-data-used-up = My data is used up: what now?
faq-stay-within = How do I stay within my data?
faq-what-is-left = How do I see what is left?
faq-own-number = What is my own number?
faq-online-fails = I cannot renew online: what now?
faq-how-long = How long until it works?
faq-foreign-card = The app refuses my foreign card: what now?
faq-credit-instead = I recharged and got call credit instead of data: why?
faq-wrong-number = I recharged the wrong number: what now?
faq-refund = Can I get my money back?
faq-top-up-from-abroad = How do I top up a Moroccan number from abroad?
faq-no-network = I have no network, or it is slow: what now?
faq-apn = Which APN does my phone need?
faq-coverage = Which operator has the best network?
faq-5g = Is there 5G?
faq-share-sim = May several people share one SIM?
faq-internet-calls = Can I call over the Internet, with WhatsApp for example?
faq-vpn = May I use a VPN?
faq-roaming-abroad = Does a Moroccan SIM work in other countries?
faq-suspended = My line is suspended or I owe money: can I just buy a pass?
faq-lost-sim = My SIM is lost, stolen or locked: what now?
faq-lose-number = When do I lose my number?
faq-customer-care = How do I reach customer care?
faq-fraud = How do I avoid fakes and fraud?
faq-resident-papers = Which papers does a monthly plan need?
faq-cancel-contract = How do I cancel a monthly plan?

## Answers

faq-source-advice = General advice, not based on a statement of an operator.
faq-others = Other questions that fit
faq-all = Questions
faq-none-near = none (`simplan faq` lists all)
faq-how = `simplan faq WORDS` answers the question that fits best; --all answers all of them.

faq-online-network = Try another network or Wi-Fi, and try again later.
faq-online-card = Try another card, or the operator’s wallet.
faq-online-shop = If it still fails, go to a point of sale with cash: { $value }.
faq-online-where = Check that you are in the operator’s own app ({ $app }) or site ({ $website }).
faq-wallet = Its wallet: { $value }.
faq-wallet-unknown = Its wallet is not known: use a card or cash.
faq-long-online = Online: { $value }.
faq-long-shop = In a shop: usually at once, { $value }.
faq-long-abroad = From abroad: { $value }.
faq-long-then = If nothing has come after that, restart the phone, then call customer care with the receipt or SMS at hand.
faq-share-imsi = Leave the SIM in one phone: the allowance belongs to that SIM (its IMSI).
faq-share-hotspot = Share by the hotspot of that phone: it works, and no rule against it was found.
faq-share-terms = The terms of a plan may limit it: ask when you buy.
faq-share-own = A phone’s hotspot works; the SIM of its home box ({ $home_sim }) does not work in portable routers.
faq-share-unknown = Its own rule about sharing is not known: ask in its shop.
faq-suspended-first = No: settle what is owed or have the line reactivated first. Nothing is credited before.
faq-suspended-sms = The operator announces such changes by SMS: read them before you pay anything.
faq-credit-star = The star was missing: *{ $star } turns a recharge into data; without it the money becomes call credit.
faq-credit-again = It is not known whether the credit can still become data: ask customer care, and say or dial the star next time.
faq-credit-scratch = With a scratch card, send to { $number }: the code, then *{ $star }.
faq-credit-validity = Call credit also pays for data, but dearly: { $dh_per_mb } { $dh_per_mb ->
    [one] dirham
   *[other] dirhams
} per MB. The credit is valid for { $months } { $months ->
    [one] month
   *[other] months
}.
faq-card-other = Try another card or the operator’s wallet; banks abroad often want you to allow payments in Morocco first.
faq-card-cash = The safe way is cash at a point of sale: { $value }.
faq-card = A foreign card { $value } in its app.
faq-card-unknown = It is not known whether its app takes foreign cards: have cash ready.
faq-card-spare = It is not known whether its app takes foreign cards: have another card or a reseller ready.
faq-unused = Expect to lose it when the validity ends: use it before then.
faq-unused-kept = Unused data of *{ $star } is carried over to the next recharge of *{ $star }, if that is made within { $months } { $months ->
    [one] month
   *[other] months
}.
faq-unused-unknown = It is not known whether the rest is kept: read the SMS that comes when you recharge.
faq-lose-rule = Credit has a validity, which the operator announces when you recharge.
faq-lose-old = Old travel sites say about { $value } { $value ->
    [one] month
   *[other] months
} after the last recharge.
faq-lose-keep = Recharge before the validity ends, even a little: after that the line is blocked.
faq-lose-months = You can call until the credit’s validity ends. After that the number receives calls for { $receive_months } { $receive_months ->
    [one] month
   *[other] months
}, then it can be recharged for { $recharge_months } { $recharge_months ->
    [one] month
   *[other] months
}, then it is cancelled.
faq-lose-starter = A new SIM holds { $dh } dirhams of credit, valid for { $months } { $months ->
    [one] month
   *[other] months
}.
faq-lose-credit = The credit of a recharge without a star is valid for { $months } { $months ->
    [one] month
   *[other] months
}.
faq-lose-offers = The credit of *{ $star } is valid for { $months } { $months ->
    [one] month
   *[other] months
}.
faq-lose-months-unknown = The number of months is not known: ask its customer care.
faq-add-up-not = Do not count on it unless the operator says so below: buy the next pass when the last is used up.
faq-add-up-unknown = It is not known what happens to two passes at once: ask in its shop.
faq-id-travellers = Travellers need a { $value }.
faq-id-rule = No SIM is sold active: your name, your ID number (national card or another official ID) and a signed contract are registered.
faq-id-cut = A SIM that is not registered is cut off after { $value } { $value ->
    [one] month
   *[other] months
}.
faq-id-how-many = It is not known how many SIMs one person may have.
faq-id-free = According to { $source }, the card itself is free: what you pay for it is credited to its account.
faq-id-airport = Airport of { $place }: there are stands before the exit of the arrivals, with a free SIM on request.
faq-id-airport-price = Airport of { $place }: the cheapest was about { $dh } dirhams for { $gb } GB and { $hours } hours of calls.
faq-id-esim = An eSIM is sold here: { $value }.
faq-id-contract = For a monthly plan a { $value } was accepted in its shop.
identify-unknown = No page for registering a SIM is known: have it done in its shop.
faq-left-sms = The SMS after a recharge says what you have and until when: keep it.
faq-left-code = Dial { $value }.
faq-left-code-unknown = No code is known: look in the app or ask in a shop.
faq-left-app = Or look in the app { $name }.
faq-early = It is better to wait until it is used up, unless the operator says below that the rest is kept.
faq-early-ready = Have the money or the scratch card ready, and renew when the data ends or on the last day.
faq-fraud-official = Buy only from the operator: its app, its site, its shops and points of sale.
faq-fraud-active = Do not take a SIM that is already active: the regulator’s rule is that each is registered with its buyer’s ID.
faq-fraud-secret = Never give anyone your card details, a PIN or a code that came by SMS.
faq-fraud-sms = Read the SMS before you pay or leave: the number, the amount, and that it says Internet.
faq-fraud-own = Its app is { $app }, its site { $website }.
faq-fraud-android = On Android the app’s own identifier is { $android }.
faq-fraud-shop = Its online shop is { $value }.
faq-within-wifi = Keep updates, backups and videos for Wi-Fi.
faq-within-maps = Download maps, translations and tickets before you go.
faq-within-saver = Switch on the data saver of the phone, and its warning before the limit.
faq-within-compare = See what more data costs: `{ $command }`, with your own days and data.
fair-use-unknown = It is not known how much data its “unlimited” plans allow: ask in its shop.
faq-stars-what = The star after the amount decides what a recharge becomes. Without one it becomes call credit.
faq-stars-unknown = Its stars are not known: read the scratch card, or ask in its shop.
faq-star = *{ $star }: { $meaning }
faq-star-by-the-hour = *{ $star } gives { $short_hours } hours of Internet for { $short_dh } dirhams or { $long_hours } hours for { $long_dh } dirhams; start and stop it in the app or with { $code }.
faq-brand = These facts are about { $operator }; it is not known whether they also hold for { $brand }. { $brand } is managed at { $value }.
faq-which-compare = Find the cheapest offer for your stay: `{ $command }`, with your own days and data.
faq-which-usage = Not sure how much data? `{ $command }` helps.
faq-which-network = Before you choose by price, see whose network is good where you go: `simplan faq coverage`.
faq-much-usage = See what everyday activities take: `{ $command }`.
faq-much-sum = Add up your own day: `{ $command }`.
faq-much-compare = Or take a ready-made day (light, medium, heavy, work): `{ $command }`.
faq-airport-counters = There is said to be a counter in every main airport.
faq-airport-hours = The opening hours are not known: if you land late, have an eSIM, or use Wi-Fi until the shops open.
faq-airport-town = In town a SIM is sold in the operator’s shops; recharges are sold in many places: { $value }.
faq-airport-compare = Before you pay, see what the same costs in town: `{ $command }`.
faq-airport-reports = Travellers have reported: a free SIM at the airport of { $free_at }, about { $shop_dh } dirhams in a shop, up to { $airport_dh } dirhams with { $airport_gb } GB at the airport of { $airport }.
faq-airport-reports-unknown = Its prices at airports are not known: ask for the price before you hand over your passport.
faq-id-check = { $value } used to be the number that says whether your SIM is registered.
faq-esim-phone = Check that your phone takes an eSIM and is not locked to an operator.
faq-esim-travel = Travel eSIMs are bought before you leave: `{ $command }` compares them.
faq-esim-install = Install it on Wi-Fi, keep the QR code, and switch data on for this line only.
faq-esim-visitors = Its site offered an eSIM for visitors in { $date }, but no longer after that: ask before you rely on it.
faq-esim-brand = { $brand } sells an eSIM online, or sends a SIM to an address in Morocco: to { $town } within { $town_hours } hours, to large towns within { $large_towns_hours } hours, elsewhere within { $elsewhere_days } days. It is a monthly plan, for residents.
faq-esim-open = It is not known whether a passport is enough for it, whether it can be bought from abroad, or whether it starts before you arrive.
faq-esim-prepaid = Its prepaid SIM is listed as a card or an eSIM: `{ $command }`.
faq-esim-unknown = It is not known whether its shops sell an eSIM to visitors: ask there, with your passport.
faq-phone-unlocked = The phone must not be locked to another operator: ask whoever sold it to you.
faq-phone-test = Put the SIM into another phone: if it works there, your phone is the problem.
faq-phone-size = If the SIM does not fit, have it exchanged for the right size (nano, micro) in the shop.
faq-phone-moved = After moving it: restart, choose it for mobile data, and enter the APN (`simplan faq apn`).
faq-phone-bands = It is not known which models lack the bands that are used here: test the SIM in the shop before you leave.
faq-two-data = Choose the Moroccan SIM for mobile data.
faq-two-roaming = Switch data roaming off on your home SIM.
faq-two-home = Leave your home SIM on for calls and for SMS from your bank; ask your operator at home what they cost.
faq-two-whatsapp = WhatsApp and WeChat keep your old number: if they ask, do not change it.
faq-two-slot = If there is only one slot, take an eSIM: `simplan faq esim`.
faq-recharge-star = Say or choose the star: *{ $star } turns the amount into data.
faq-recharge-shop = In a shop, with cash: say your number, the amount and the star, and wait for the SMS. Recharges are sold here: { $value }.
faq-recharge-online = Online: in the operator’s app or on its site, by card or wallet.
faq-recharge-steps = All steps one by one: `{ $command }`.
faq-recharge-advert = An advert without a date promised { $times } times the data on Internet recharges from { $from_dh } dirhams up: ask before you pay.
faq-valid-plans = Each pass has its own validity: `{ $command }` lists them.
faq-valid-schedule = The dates of a whole stay: `{ $command }`, with your own days and data.
faq-valid-credit-unknown = How long its call credit is valid is not known: read the SMS.
faq-auto-prepaid = Prepaid passes are bought one by one: nothing says that they renew by themselves. If you pay by card, do not tick automatic payment.
faq-auto-monthly = A monthly plan goes on until you cancel it: `simplan faq cancel-contract`.
faq-auto-reminder = A reminder in your calendar: `{ $command }`.
faq-auto-cycle-unknown = The day on which its monthly plans are billed is not known: see the contract.
faq-up-recharge = Buy the next pass now, with *{ $star }: there is nothing left to lose.
faq-up-off = Until then switch mobile data off: without a pass it is paid from call credit, and dearly.
faq-up-how = Use Wi-Fi for the app, or go to a shop, which needs no data: `simplan faq how-to-recharge`.
faq-up-advance = If nothing is left, it lends { $minutes } minutes or { $mb } MB for { $days } { $days ->
    [one] day
   *[other] days
}, taken from the next recharge.
faq-up-advance-unknown = It is not known whether it lends data: ask customer care.
faq-within-calls-abroad = “Unlimited” calls abroad of the plans of { $plans_dh } dirhams mean { $hours } hours; unlimited SMS mean { $sms } in Morocco or { $sms_abroad } abroad.
faq-within-box = Its home box: after the limit, { $value }.
faq-own-note = Write it down: every recharge needs it. It is also on the contract of the SIM and on its card holder.
faq-wrong-call = Call customer care at once: it is not known whether they can take the recharge back.
faq-wrong-seller = If the seller mistyped it, go back with the receipt and ask for it to be put right.
faq-refund-unknown = No rule about refunds is known: ask customer care at once, before you use anything.
faq-refund-proof = Have ready: the receipt or SMS, the number, the amount, the date and time.
faq-refund-bank = If your card was charged twice, check the balance first, then ask your bank too.
faq-abroad-own-unknown = It is not known whether its own app takes recharges from abroad: try it, or use a reseller.
faq-abroad-steps = All steps: `{ $command }`.
faq-net-settings = Check that mobile data is on, for this SIM, and that the network is chosen automatically.
faq-net-left = See whether data is left: `simplan faq what-is-left`. If so, check the APN: `simplan faq apn`.
faq-net-place = Go outside or a few streets on, and try again later: in the evening networks are slower.
faq-apn-first = Phones usually set it by themselves: first switch mobile data on and restart.
faq-apn-where = Otherwise add it in the phone’s settings, under mobile network and access points, and choose it.
faq-apn-name = Access point (APN): { $value }
faq-apn-prepaid = Access point (APN) for prepaid: { $value }
faq-apn-monthly = Access point (APN) for monthly plans: { $value }
faq-apn-unknown = Its access point is not known: ask customer care.
faq-coverage-regions = Networks differ by region: { $everywhere } is strong everywhere, { $south } in the south, { $north_east } in the north-east.
faq-coverage-wild = In the desert and in the mountains expect gaps: download maps and messages before you go.
faq-coverage-ask = Ask your hotel or guide which network works there before you buy a SIM.
faq-coverage-speed = Its measured speed: { $whole }.{ $hundredths } Mbit/s (median).
faq-coverage-speed-unknown = Its speed is not known here.
faq-5g-since = All three operators have had 5G since { $date }, at no extra charge and with the SIM you have.
faq-5g-reach = It grows: the target is { $share }% of the people by the end of { $year } and { $later_share }% in { $later_year }.
faq-5g-settings = Allow 5G in the network settings of the phone; where there is none, it uses the older network.
faq-5g-phones = 5G phones of { $value } bought abroad have no 5G here until they are updated.
faq-5g-phones-unknown = It is not known which foreign phones get its 5G: try it in the shop.
faq-calls-allowed = Calls in apps have been allowed on all networks since { $date }; no later block was found.
faq-calls-fail = If a call fails, try Wi-Fi instead of mobile data or the other way round, or another app.
faq-calls-data = Such calls take data, not call minutes: `{ $command }` says how much.
faq-vpn-law = No ban on VPNs was found, nor any case against a traveller; law { $law } asks for a declaration of encryption.
faq-vpn-before = Install it before you travel, and try it on Wi-Fi.
faq-roam-own = Do not count on a pass for Morocco in other countries: roaming has passes of its own.
faq-roam-off = Switch data roaming off before you cross the border.
faq-roam-price = What roaming costs is not known here: ask customer care before you leave, or buy an eSIM for the next country.
faq-roam-on = Data roaming is off until you ask for it: call { $call }, or use { $app }.
faq-roam-on-unknown = It is not known whether data roaming is on from the start: look in the app, or ask in a shop.
faq-lost-block = Call customer care from another phone and have the SIM blocked.
faq-lost-new = Go to a shop of the operator with the ID that the SIM is registered with, and ask for a new SIM with the same number. The price is not known.
faq-lost-puk = Locked: the PUK is on the holder that the SIM came in; customer care knows it too. Do not guess: too many tries and the SIM is dead.
faq-lost-wallet = If the phone is gone, have your bank cards and wallet blocked as well.
faq-care-ready = Have your number, and the receipt or SMS at hand.
faq-care-language = It is not known whether anybody speaks English: write by WhatsApp and use a translator, or go to a shop.
faq-care-brand = { $brand } has its own customer care on WhatsApp: { $whatsapp }; people answer from { $from_hour } to { $to_hour } o’clock.
faq-papers-ask = Ask in a shop before you go: ID or residence card, an address, bank details. What is asked of foreigners is not published.
faq-papers-prepaid = A prepaid SIM needs no more than a passport.
faq-papers-asked = It asks for { $value }; what foreigners show instead is not known.
faq-papers-unknown = Which papers it asks for is not known: ask in its shop.
faq-cancel-prepaid = A prepaid SIM needs no cancelling: just do not recharge it.
faq-cancel-written = Cancel a monthly plan in a shop, in writing, with your ID, and keep the stamped copy.
faq-cancel-terms = The operator’s terms ({ $plans }): { $value }.
faq-auto-brand = { $brand }: a plan that renews on day { $first_renewal } of the month is charged on day { $first_charge }; one that renews on day { $second_renewal } is charged on day { $second_charge }.
faq-cancel-brand = Terms of { $brand }: { $value }.
faq-cancel-unknown = Its terms are not known: read the contract, or ask in its shop.
