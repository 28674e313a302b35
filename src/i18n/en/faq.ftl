## Questions

faq-online-fails = I cannot renew online: what now?
faq-online-fails-words = online app apps site website web page fails fail failed failure failing error errors crash crashes crashing not loading transaction unsuccessful does not go through cannot rejects reject unable recharge online top up online internet pay payment failed problem login log
faq-how-long = How long until it works?
faq-how-long-words = how long wait waiting time minutes delay delayed arrive arrived arrives arriving received receive came come instantly immediately quickly fast available activated activation effective credited SMS confirmation pending
faq-share-sim = May several people share one SIM?
faq-share-sim-words = share shared sharing hotspot tethering tether router laptop computer tablet friends family two wife husband people persons couple children kids several phones devices Wi-Fi wifi together
faq-suspended = My line is suspended or I owe money: can I just buy a pass?
faq-suspended-words = suspended suspension blocked non-payment barred disconnected debt owe owed owing arrears overdue unpaid bill bills cut off reactivate reactivated reactivation unblock
faq-credit-instead = I recharged and got call credit instead of data: why?
faq-credit-instead-words = credit instead of data convert converted turn swap forgot forgotten star airtime calls only
faq-foreign-card = The app refuses my foreign card: what now?
faq-foreign-card-words = card refused declined rejected accepted accept foreign bank banks Visa Mastercard American Express Amex debit credit card Apple Google Pay PayPal pay paying payment international abroad overseas
faq-unused-data = What happens to unused data?
faq-unused-data-words = unused leftover left over rest remaining expire expired expires roll rolls rolled rollover carry carried over next month keep unspent finish gigabytes megabytes
faq-lose-number = When do I lose my number?
faq-lose-number-words = lose losing keep keeping number SIM expire expires expired inactive deactivated deactivate deactivation dead how long months takes back leave leaving recycled
faq-add-up = Do passes add up?
faq-add-up-words = add adds added up stack stacking cumulate accumulate combine combined two second passes first together same time extend prolong simultaneously double
faq-which-id = Which ID do I need for a SIM?
faq-which-id-words = ID identity tourist tourists passport passports register registered registering registration documents document papers paperwork identification driving licence license residence national card buy SIM
faq-what-is-left = How do I see what is left?
faq-what-is-left-words = balance left remaining remains check code USSD dial how much data
faq-renew-early = Can I renew before the end?
faq-renew-early-words = early earlier before end ends expiry expires expire in advance ahead exact day sooner
faq-fraud = How do I avoid fakes and fraud?
faq-fraud-words = fraud fraudulent scam scams scammed scammer fake fakes counterfeit genuine trap PIN code fraudster street shop safe safely safety secure security official trust suspicious cheated rip ripped seller sell sold already activated
faq-stay-within = How do I stay within my data?
faq-stay-within-words = save saving saver less reduce limit limits lower consume consumption stretch economise maps offline download updates background budget
faq-stars = What do the stars mean?
faq-stars-words = star stars asterisk code codes *1 *2 *3 *4 *5 *6 *7 *8 *9 *22 *30 *33 *77 *78 *88 meaning recharge

## Answers

faq-source-advice = General advice, not based on a statement of an operator.
faq-others = Other questions that fit
faq-all = Questions
faq-how = `simplan faq WORDS` answers the question that fits best; --all answers all of them.

faq-online-network = Try another network or Wi-Fi, and try again later.
faq-online-card = Try another card, or the operator’s wallet.
faq-online-shop = If it still fails, go to a point of sale with cash: { $value }.
faq-online-coverage = Networks differ by region: { $everywhere } is strong everywhere, { $south } in the south, { $north_east } in the north-east.
faq-online-5g = All three operators have had 5G since { $date }, at no extra charge and with the SIM you have.
faq-online-calls = Calls in Internet apps have been allowed on all networks since { $date }; no later block was found.
faq-online-vpn = No ban on VPNs was found, nor any case against a traveller.
faq-online-where = Check that you are in the operator’s own app ({ $app }) or site ({ $website }).
faq-wallet = Its wallet: { $value }.
faq-wallet-unknown = Its wallet is not known: use a card or cash.
faq-online-speed = Its measured speed: { $value } Mbit/s (median).
faq-online-5g-phones = 5G phones of { $value } bought abroad have no 5G here until they are updated.
faq-online-advance = If nothing is left, it lends { $minutes } minutes or { $mb } MB for { $days } { $days ->
    [one] day
   *[other] days
}, taken from the next recharge.
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
faq-unused = Expect to lose it when the validity ends: use it before then.
faq-unused-kept = Unused data of *{ $star } is carried over to the next recharge of *{ $star }, if that is made within { $months } { $months ->
    [one] month
   *[other] months
}.
faq-unused-unknown = It is not known whether the rest is kept: read the SMS that comes when you recharge.
faq-lose-rule = Credit has a validity, which the operator announces when you recharge; recharge before it ends, or the operator blocks the line.
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
faq-add-up-not = Do not count on it: nothing recent says that passes add up. Buy the next one when the last is used up.
faq-add-up-unknown = It is not known what happens to two passes at once: ask in its shop.
faq-id-travellers = Travellers need a { $value }.
faq-id-rule = No SIM is sold active: your name, your ID number (national card or another official ID) and a signed contract are registered.
faq-id-cut = A SIM that is not registered is cut off after { $value } { $value ->
    [one] month
   *[other] months
}.
faq-id-how-many = It is not known how many SIMs one person may have.
faq-id-free = The card itself is free: what you pay for it is credited to its account.
faq-id-airport = Airport of { $place }: there are stands before the exit of the arrivals, with a free SIM on request.
faq-id-airport-price = Airport of { $place }: the cheapest was about { $dh } dirhams for { $gb } GB and { $hours } hours of calls.
faq-id-esim = An eSIM is sold here: { $value }.
faq-id-contract = For a monthly plan a { $value } was accepted in its shop.
identify-unknown = No page for registering a SIM is known: have it done in its shop.
faq-left-sms = The SMS after a recharge says what you have and until when: keep it.
faq-left-code = Dial { $value }.
faq-left-code-unknown = No code is known: look in the app or ask in a shop.
faq-left-app = Or look in the app { $name }.
faq-early = It is better to wait until it is used up: it is not known whether the rest is added to the new pass.
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
faq-within-compare = See what more data would cost: `simplan compare` with a larger --data. Often a larger pass is cheaper than a second one.
fair-use-unknown = It is not known how much data its “unlimited” plans allow: ask in its shop.
faq-stars-what = The star after the amount decides what a recharge becomes. Without one it becomes call credit.
faq-stars-unknown = Its stars are not known: read the scratch card, or ask in its shop.
faq-star = *{ $star }: { $meaning }
faq-star-by-the-hour = *{ $star } gives { $short_hours } hours of Internet for { $short_dh } dirhams or { $long_hours } hours for { $long_dh } dirhams; start and stop it in the app or with { $code }.

term-internet = Internet
term-sms-pass = SMS
term-calls-and-some-data = calls and a little data
term-national-calls = calls in Morocco
term-national-and-international-calls = calls in Morocco and abroad
term-all-in-one = all in one: data, calls, SMS
term-social-networks-only = social networks only
term-social-networks = social networks
term-roaming-several = roaming, several services
term-roaming-africa = roaming in Africa
term-roaming-internet = roaming, Internet
term-roaming-internet-recharge = roaming, Internet recharge
term-gaming = games
term-entertainment = entertainment
term-calls-and-internet = calls and Internet
term-unlimited-internet = unlimited Internet
term-internet-by-the-hour = Internet by the hour
term-credit-for-its-offers = credit for its offers
term-unlimited-calls-to-its-own-network = unlimited within its network
term-roaming = roaming
term-international-calls = calls abroad
term-one-balance-for-all = one balance for everything
term-national-calls-and-sms = calls and SMS in Morocco
faq-brand = These facts are about { $operator }; it is not known whether they also hold for { $brand }. { $brand } is managed at { $value }.
