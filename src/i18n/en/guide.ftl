## Headings

guide-title = { $operator }: renew { $channel }, pay { $payment }
guide-title-bill = { $operator }: pay the bill { $channel }, { $payment }
channel-online = online
channel-shop = at a shop or kiosk
channel-own-shop = in a shop of the operator
channel-scratch = with a scratch card
channel-phone = by phone
channel-abroad = from abroad
payment-card = by card
payment-wallet = by wallet
payment-cash = in cash
payment-credit = from call credit
part-say = What to say or show
part-checklist = Before you renew
part-steps = Steps
part-check = Did it work?
part-trouble = If it did not work
part-sources = Where this comes from
unverified = { $text } (unverified)
dirhams = { $amount } dirhams
source-line = { $source } ({ $date }, { $confidence })
date-unknown = no date
unverified-source = unverified

## Before

before-active = Your line works: calls or SMS come through. The operator announces changes by SMS: read them.
before-registered = Your SIM is registered with your ID: an unregistered SIM is cut off after { $value } { $value ->
    [one] month
   *[other] months
}.
before-suspended-where = At { $value }, with your ID, it works again on the spot.
before-arrears-where = Bills are paid here: { $value }.
before-arrears-where-unknown = It is not known where to pay this operator: ask in its shop.
before-plan-any = Know what you want: the amount of your pass, and the star { $star } (*{ $star }), which means Internet.
before-balance = See what is left: dial { $value }, or look in the app.
before-balance-unknown = No code is known that shows what is left: look in the app or ask in a shop.
before-own-number = Know your own number: { $value } shows it.
before-own-number-unknown = Know your own number, and write it down: no code that shows it is known. Call a friend’s phone to read it there.
before-card = Have a bank card that works abroad, and another way to pay in case it is refused.
before-card-in-shop = Ask first whether the shop takes cards: not every one does.
before-foreign-card = A foreign card { $value } in the app: have cash for a shop ready.
before-foreign-card-unknown = It is not known whether a foreign card is accepted: have cash for a shop ready.
before-wallet = Have { $value } on your phone, with enough balance, and know your PIN.
before-wallet-code = The code of the wallet is { $value }.
before-wallet-unknown = No wallet of this operator is known: have a card or cash.
before-cash = { $amount ->
    [unsaid] Have enough dirhams with you, preferably in small notes.
    [unknown] Have dirhams with you; the price of the plan is not known, so ask first.
   *[other] Have { $amount } with you, preferably in small notes.
}
before-doubled = Recharges of *{ $star } from { $from_dh } dirhams up are often doubled, a promotion: ask before you pay.
before-id = Have your { $value } with you: it may be asked for.

## Online

online-open = Open the app { $app } or { $website }; use Wi-Fi if your data is used up.
online-menu = Open the page for recharges ({ $value }).
online-choose = { $plan ->
    [unsaid] Choose an Internet pass (*{ $star }) for a day, a week or a month, and how many.
   *[other] { $star ->
        [unsaid] Choose { $plan } ({ $amount }).
       *[other] { $data ->
            [1] Choose Internet (*{ $star }) for { $amount }: { $plan }.
           *[other] Choose *{ $star } for { $amount }: { $plan }.
        }
    }
}
online-pay-card = Pay by card: number, expiry date, security code; confirm the way your bank asks.
online-ways = It can be paid with: { $ways }. The page of the payment is that of { $processor }.
online-pay-wallet = If the page offers it, pay with { $value } (or the national m-wallet): look at the balance, then enter your PIN. Otherwise pay by card.
online-pay-wallet-unknown = Pay with your wallet if the page offers it, otherwise by card.
online-check-order = { $data ->
    [1] Before you send it, check the number, the amount, and that it says Internet, not calls.
   *[other] Before you send it, check the number, the amount and the plan.
}
online-confirm = Send it and wait for the SMS.

## Shop

shop-go = Go to a point of sale: { $value }. Ask around or search a map.
shop-go-outlets = For this operator also: { $value }.
shop-supermarkets = These supermarkets sell its recharges: { $value }.
shop-least = Shops recharge from { $value } dirhams up.
shop-bank-machines = Cash machines recharge from { $min_dh } dirhams up: { $banks }.
shop-go-unknown = Go to a shop of the operator: ask around or search a map.
shop-rural = Recharge before you leave town: outside towns it is hard.
shop-show-number = Show your number on your screen, and check what the seller types.
shop-pay-cash = Pay in cash.
shop-pay-card = Ask whether you can pay by card; if not, pay in cash.
shop-pay-wallet = Ask whether you can pay with { $value }; if not, pay in cash.
shop-pay-wallet-unknown = Ask whether you can pay with your wallet; if not, pay in cash.
shop-receipt = Keep the receipt.
shop-wait-sms = Wait for the SMS before you leave.

## Scratch card

scratch-buy = Buy a scratch card of your operator; there are cards from { $min } to { $max } dirhams.
scratch-buy-values = Buy a scratch card of your operator; there are cards of { $value } dirhams.
scratch-amount = { $amount ->
    [unknown] The price of the plan is not known: ask the seller.
   *[other] Take one card of { $amount }: the amount decides which pass you get. If there is none of this value, ask for a recharge without a card.
}
scratch-open = Scratch gently and read the code.
scratch-send = Send an SMS to { $number }, or call it: the code, then * and { $star }. The card says how, too.
scratch-send-unknown = Do what the card says: it prints how to use the code.
scratch-example = The SMS looks like this: { $value }
scratch-dial-star = For the pass of *{ $star }, dial { $code } with the card’s code instead of CODE.
scratch-dial-star-unknown = It is not known how *{ $star } is dialled with a card: read the card, or ask the seller to add it.
scratch-dial-plain = Without a star it is { $value }: that gives call credit.
scratch-call = The operator also names a number for calling: { $value }.
scratch-star-matters = Do not forget *{ $star }: without it the money becomes call credit, not the pass.
scratch-keep = Keep the card until your data works.

## Bill of a monthly plan

bill-not-recharge = This is a monthly plan: its bill is paid, it is not recharged.
bill-open = Open the page for bills and choose the bill of your number.
bill-where = Pay the bill here: { $value }.
bill-where-unknown = It is not known where this operator’s bills are paid: ask in its shop.
bill-confirm = Wait for the SMS or the receipt that says the bill is paid.

## Check

check-sms = The SMS that confirms it has come: keep it.
check-balance = The new balance shows: dial { $value }, or look in the app.
check-balance-unknown = The new balance shows in the app.
check-page = A page opens with Wi-Fi switched off.
check-end-date = Note the new end date.
check-border = Near the eastern border, at { $place }, switch roaming off: phones may catch the Algerian network.

## Trouble

trouble-wait = It can take { $value }.
trouble-restart = Switch flight mode on and off, or restart the phone.
trouble-refused = If the payment is refused, try another network, later, or another card; otherwise go to a point of sale with cash.
trouble-receipt = Go back to the seller with the receipt.
trouble-credit = If you got call credit instead of the pass, the star *{ $star } was probably missing: ask customer care what can be done before you buy again.
trouble-apn = If the balance is right and no page opens, see whether the access point (APN) of the phone is { $apn }.
trouble-apn-login = Its user name is { $user }, its password { $password }.
trouble-care-language = Customer care speaks { $value }.
care = Customer care: call { $value }.
care-price = The call costs { $value } { $value ->
    [one] dirham
   *[other] dirhams
}.
care-other-phones = From another phone: { $value }.
care-from-abroad = Customer care from abroad: { $value }.
care-whatsapp = Customer care on WhatsApp: { $value }.
care-contract = Customer care for monthly plans: call { $call }, from another phone { $other_phones }, in roaming { $roaming }.
care-brand = Its customer care on WhatsApp: { $whatsapp }; people answer from { $from_hour } to { $to_hour } o’clock.
care-unknown = No number of customer care is known: ask in a shop.

## Terms

term-agencies = agencies of the operator
term-operator-shops = shops of the operator
term-small-groceries = small groceries (hanout)
term-tobacco-kiosks = tobacco kiosks
term-phone-shops = phone shops
term-online-payment = online
term-partner-banks = partner banks (online or cash machine)
term-direct-debit = direct debit
term-may-be-refused = may be refused
term-passport = passport
term-minutes = a few minutes
term-half-an-hour = up to half an hour
term-french-only = only French

## Phone and abroad

before-unidentified = Your SIM is not registered with an ID: have that done first, in an operator’s shop.
before-unidentified-id = Take your { $value } there.
identify-page = The operator’s page for registering a SIM: { $value }.
identify-in-app = It can be registered in the app too, with a scan of the ID: { $value }. It is not known whether a passport is accepted there.
before-unidentified-cut = Do not wait: an unregistered SIM is cut off after { $value } { $value ->
    [one] month
   *[other] months
}.
before-credit = { $amount ->
    [unsaid] Have enough call credit on your line for the pass.
    [unknown] Have call credit on your line; the price of the plan is not known, so ask first.
   *[other] Have { $amount } of call credit on your line.
}
phone-call = Call { $number }: the operator names it for taking an Internet pass.
phone-unproven = It is proven for { $line } only, not for your SIM: listen to what is offered before you agree.
phone-choose = Choose the Internet pass; listen to what it costs and how it is paid (probably from your call credit) before you confirm.
abroad-reseller = See whether a reseller serves your operator, for example: { $value }.
abroad-own = In { $country } only, { $reseller } recharges it, from { $min_dh } dirhams ({ $min_eur } EUR).
abroad-reseller-unknown = No reseller abroad is known: ask somebody in the country to recharge your number.
abroad-amount = { $amount ->
    [unsaid] Choose the amount.
    [unknown] Choose the amount; the price of the plan is not known.
   *[other] Choose the amount: { $amount }.
}
abroad-dearer = Expect to pay { $min } to { $max }% more than in the country.
abroad-sells = What arrives is probably { $value }: no reseller was seen to sell data. Ask before you pay.
abroad-data = It is not known whether it arrives as data or as call credit: ask the reseller before you pay.
trouble-wait-abroad = It can take { $value }.
trouble-phone = If the number does not answer or offers no pass, go to a shop.
term-minutes-to-a-day = from a few minutes to a day

## What to say at the counter

say-card-french = French: “Bonjour, une carte de recharge { $operator } de { $amount } dirhams, s’il vous plaît.”
say-card-darija = Moroccan Arabic: “Salam, 3afak wahed l-carte dyal recharge { $operator } dyal { $amount } dirham.”
say-card-arabic = To show: «سلام، عافاك واحد لاكارط ديال الروشارج { $operator } ديال { $amount } درهم.»
say-card-meaning = It means: “Hello, a recharge card of { $operator } of { $amount } dirhams, please.”

## A need and its dates

part-dates = When to buy
dates-end = It lasts until { $when }.

## Monthly plans and digital brands

before-bill-any = Know what you owe: see the last bill or its SMS.
before-bill-cycle = The bill counts from one of these days of the month: { $days }; { $plan } lasts { $plan_days } days from its start.
before-bill-first = The first bill of a plan from { $from_dh } dirhams up also has the days before the month begins.
before-brand-cycle = A plan that renews on day { $first_renewal } of the month is charged on day { $first_charge }; one that renews on day { $second_renewal } is charged on day { $second_charge }.
fair-use = “Unlimited” of the plans of { $plans_dh } dirhams means { $gb } GB; after that it is slow.
before-balance-voice = Or call { $number }: a voice reads the balance, in { $language }.
before-balance-other = Or call { $call }, or dial { $menu } for the menu.
brand-is = { $brand } is a digital brand: you manage and pay it online, not with recharges.
brand-open = Open { $value }.
brand-language = The site is available in { $value }.
brand-choose = Open your plan and choose to pay or renew it.
brand-bill-where = The bill is paid online: { $value }.
brand-pay = The first bill can be paid with: { $value }; nothing is known about later ones.
brand-pay-unknown = It is not known how this brand is paid: the page shows the ways before you send anything.
check-bill = The bill shows as paid.
check-next-bill = Note the day of the next bill.

## What differs between operators

online-page = The direct address of the page: { $value }.
online-cashback = See whether there is still { $value }% back on bills and recharges, as the operator has advertised, and for which way to pay.
shop-touch = If you have the operator’s NFC card ({ $card_dh } dirhams in { $year }) or sticker ({ $sticker_dh } dirhams), touch it to the seller’s device instead of giving your number.
trouble-care-channels = Customer care is also reached by: { $value }.
trouble-care-abroad = From abroad, the head office: { $value }.
term-english-site = English
term-bank-card = bank card
term-whatsapp-service = WhatsApp
term-relation-centres = customer centres
term-portal = its portal
term-without-commitment = no commitment
term-card-terminals = card terminals
term-call-credit = call credit
term-spain = Spain
term-arabic = Arabic
term-french = French

## Kinds of sources

term-chinese-guide = an undated Chinese guide to renewing Moroccan SIMs
term-app-contacts = sample contacts in a phone app
term-own-conditions = the operator’s own conditions
term-own-page = the operator’s own page
term-phone-settings = a list of phone settings
term-reseller = reseller
term-phone-app = a phone app that reads balances
term-travel-guide = travel guide
term-independent-guide = independent guide
term-press = press
term-several-sources = several sources agree
term-regulator = the regulator
term-own-page-copy = copy of the operator’s page
term-own-brochure-copy = copy of the operator’s brochure
term-volunteers-blog = a volunteer’s blog
term-old-travel-sites = old travel sites
term-catalogue-transcription = a copy of the operator’s catalogue
term-app-identifiers = a list of the operators’ apps
term-travel-report = a traveller’s report
trouble-refused-abroad = If the payment is refused, try another card or another reseller, or ask somebody in the country to recharge your number.
bill-where-shop-unknown = It is not known which shops take this operator’s bills: ask in its own shop. Only the app { $value } is known.
before-arrears-bill = Bills of this line are unpaid: pay all of them, and it works again.
term-brand-app = or its app
care-of-operator = Customer care of { $operator }: { $value }; it is not known whether it serves { $brand }.
guide-title-brand = { $operator }: pay or renew { $channel }, { $payment }
before-brand-wallet-unknown = It is not known whether this brand takes wallets: have a card.
check-data-end = At your pace the data lasts until { $end }; the validity in the SMS may be later.
trouble-card = Go back to the seller with the card.
trouble-blocked = After { $wrong_codes } wrong codes recharging is blocked: call { $call }, from another phone { $other_phones }.
trouble-apn-bill = If the bill is paid and no page opens, see whether the access point (APN) of the phone is { $apn }.
shop-supermarkets-unknown = It is not known whether supermarkets sell recharges: ask at the till.
scratch-language = If you call, these are the languages of the voice: { $value }. The SMS is easier.

## What is bought

plan-includes = { $data ->
    [unsaid] {""}
    [unknown] allowance not known
   *[other] { $data }
}{ $minutes ->
    [unsaid] {""}
   *[other] { $data ->
        [unsaid] { $minutes }
       *[other] , { $minutes }
    }
}, { $validity ->
    [unknown] validity not known
   *[other] valid for { $validity }
}
included-minutes = { $count ->
    [one] { $count } minute of calls
   *[other] { $count } minutes of calls
}
unlimited-minutes = unlimited calls (according to the seller)
dates-item = { $when ->
    [unsaid] {""}
   *[other] { $when }:{" "}
}{ $plan }, { $price ->
    [unknown] price not known
   *[other] { $price }
}{ $star ->
    [unsaid] {""}
   *[other] , star *{ $star }
}{ $includes ->
    [unsaid] {""}
   *[other] {": "}{ $includes }
}
dates-bills = { $count ->
    [one] One bill of { $price }, from { $when }
   *[other] { $count } monthly bills of { $price ->
        [unknown] an unknown amount
       *[other] { $price } each
    }, the first from { $when }
}
before-plan = To buy: { $plan }, { $price ->
    [unknown] price not known
   *[other] { $price }
}, { $includes } (price seen { $seen ->
    [unknown] at an unknown date
   *[other] { $seen }
}).
before-bill = Your plan is { $plan }: { $price ->
    [unknown] price not known
   *[other] { $price } a month
}, { $includes } (price seen { $seen ->
    [unknown] at an unknown date
   *[other] { $seen }
}).
other-amounts = Other purchases have other amounts or stars: see “When to buy”.

## The state of the line

part-state = First: the way back
state-nothing-left = What is left on the SIM does not count until the line works again.
before-suspended = Your line is suspended. Have it reactivated first, in an operator’s shop or by customer care: nothing is credited before.
state-suspended-abroad = Your line is suspended. Have it reactivated first: ask customer care whether that works from abroad. Nothing is credited before.
state-arrears-prepaid = A prepaid line has no bill: what you owe is credit that the operator lent you.
state-arrears-advance = The loan of { $minutes } minutes or { $mb } MB, for { $days } { $days ->
    [one] day
   *[other] days
}, is taken from the next recharge.
state-arrears-unknown = It is not known how much this operator lends, and how it takes that back: ask customer care what you owe.
state-arrears-more = Recharge what you owe first, and wait for the SMS. Then buy the pass: otherwise the amount is no longer enough for it. An unpaid bill belongs to a monthly plan, not to this line.
state-unidentified-abroad = Your SIM is not registered with an ID: have that done first.
state-unidentified-abroad-unknown = It is not known whether that works from abroad: ask customer care.
care-abroad-unknown = No number of customer care for calls from abroad is known: write to it in the app { $app } or on { $website }.

## The first SIM

guide-title-sim = { $operator }: buy the SIM, then recharge { $channel }, pay { $payment }
guide-title-sim-only = { $operator }: buy the SIM { $channel }, pay { $payment }
part-checklist-first = Before the first pass
part-checklist-bill = Before you pay
part-sim = First the SIM
sim-buy = Buy { $plan }: { $price ->
    [unknown] price not known
   *[other] { $price }
}{ $includes ->
    [unsaid] {""}
   *[other] , { $includes }
}.
sim-esim-phone = Your phone has to be unlocked and take an eSIM: look for “eSIM” or “EID” in its settings before you pay.
sim-form-choice = It comes as a card or as an eSIM: say which one you want. An eSIM needs a phone that takes one.
sim-where-shop = Go to a shop of { $operator }: ask around or search a map.{ $buy ->
    [unsaid] {""}
   *[other] {" "}The catalogue says: { $buy }.
}
sim-where-online = Buy it online.{ $buy ->
    [unsaid] {""}
   *[other] {" "}The catalogue says: { $buy }.
}
sim-where-both = Go to a shop of { $operator }, or buy it online.{ $buy ->
    [unsaid] {""}
   *[other] {" "}The catalogue says: { $buy }.
}
sim-airport = At the airport of { $place } there were stands of operators before the exit: compare their price with this one.
sim-document = Have your { $value } ready: it is needed for the registration.
sim-registered = The seller registers the SIM in your name, with the number of your ID, and you sign a contract. Check that the name is yours.
sim-not-active = Refuse a SIM that is active already: it is registered to somebody else and may be cut off.
sim-say-french = French: “Bonjour, je voudrais { $esim ->
    [1] une eSIM prépayée
   *[other] une carte SIM prépayée
} { $operator }, s’il vous plaît. Voici mon passeport.”
sim-say-darija = Moroccan Arabic: “Salam, bghit { $esim ->
    [1] wahed l-eSIM
   *[other] wahed la carte SIM
} dyal { $operator }, 3afak. Ha l-passeport dyali.”
sim-say-arabic = To show: «سلام، بغيت { $esim ->
    [1] eSIM
   *[other] لاكارط SIM
} ديال { $operator }، عافاك. ها الباسبور ديالي.»
sim-say-meaning = It means: “Hello, I would like a prepaid { $esim ->
    [1] eSIM
   *[other] SIM card
} of { $operator }, please. Here is my passport.”
sim-insert = Put the SIM in, enter its PIN (it is on the holder), and wait for the name of the operator and its SMS.
sim-install = On Wi-Fi, scan the QR code in the settings, and wait for the name of the operator and its SMS. Keep the code: after a reset the phone asks for it again.
sim-insert-or-install = Put the card in and enter its PIN, or scan the QR code of the eSIM on Wi-Fi. Wait for the name of the operator and its SMS.
sim-test = Test it before you leave: the seller calls you, you call back.
sim-papers = Keep the receipt, and the holder with the PIN, the PUK and the number.
sim-papers-esim = Keep the receipt, and what has the number, the PIN and the PUK on it.
shop-same-counter = Ask for the pass at the same counter, as soon as the SIM works.
sim-own-number = Your number: dial { $value }, and write it down.
sim-own-number-unknown = Your number is on the holder: write it down. No code that shows it is known.
sim-balance = What is left: dial { $value }.

## Monthly plans: terms

part-contract = The monthly plan
contract-papers-asked = The operator asks for { $value }.
contract-papers = A { $value } was accepted for it, in the operator’s own shop.
contract-papers-resident = It is for residents: ask which papers are needed, such as a residence permit, before you go.
contract-papers-unknown = It is not known which papers are asked for: ask whether a passport is enough before you sign.
contract-fee = The start costs { $fee } once.
contract-fee-none = The start costs nothing, according to the catalogue.
contract-fee-months = The start costs as much as { $fee_months } { $fee_months ->
    [one] month
   *[other] months
} of the plan, including the SIM.
contract-fee-unknown = It is not known what the start costs: ask before you sign.
contract-cycle-unknown = It is not known on which day the bill comes: ask, and note it.
contract-notice = Leaving takes { $leave_days } days: give notice that long before you leave.
contract-notice-unknown = It is not known how much notice it takes to leave: ask before you sign, and have it in writing.
before-contract = The operator’s terms: { $value }.
contract-terms-unknown = It is not known whether there is a minimum term: ask before you sign.
before-left-in-app = See what is left in the app or on the site: balance codes are for prepaid lines.

## Travel eSIM

guide-title-esim = { $operator }: travel eSIM, bought { $channel }, paid { $payment }
part-checklist-esim = Before you buy
esim-unlocked = Your phone is unlocked: with a locked one, only the SIMs of its seller work.
esim-capable = Your phone takes an eSIM: its settings say “eSIM” or show an EID.
esim-card = Have the card or the wallet of your phone ready: it is paid online.
esim-buy = Buy it in the app or on the site of { $seller }, on Wi-Fi. Check the country, the data and the days before you pay.
esim-when = Buy and install it before departure, or on Wi-Fi after you land. Read whether the days count from the installation or from the first use.
esim-install = Scan the QR code in the settings (“Add eSIM”), or install it from the app. The code works once: do not delete the eSIM.
esim-label = Give the line a name, and choose it for mobile data.
esim-roaming = Switch data roaming on for this line only, and off for your home SIM.
esim-home-sim = Leave your home SIM on for calls and SMS, such as the codes of your bank. Answering may cost money there.
esim-top-up = Buy the next one in the same app, on the days above.
esim-top-up-if-needed = If you need more, buy it in the same app of { $seller }.
esim-trouble-line = Check that this line is on, chosen for mobile data, and that its data roaming is on.
esim-trouble-apn = If no page opens, enter the access point (APN) that { $seller } names in its app.
esim-care = Otherwise write to { $seller } in its app, with a picture of the settings: shops in the country cannot help.

## The account and the card

online-create-account = The first time, create the account: enter the number of the SIM, and the code that comes by SMS, then choose a password. A new SIM has none.
online-sign-in = After that, sign in with your number and your password. If you forgot it, have it reset by SMS or e-mail.
online-tie-card = The app may offer to keep the card: try a small amount first, and do not keep it on a phone of others.
before-foreign-card-elsewhere = A foreign card is taken by resellers abroad, which are dearer: { $value } (--channel abroad). Or draw cash at a bank and pay at a kiosk.
before-wallet-visitor = For visitors: { $value }.
before-wallet-visitor-unknown = It is not known whether a visitor can open this wallet: ask in an agency, with your passport, before you count on it.
before-left-abroad = See what is left in the app: codes work only in the operator’s network.
check-data-end-esim = At your pace the data lasts until { $end }; the seller’s app may show a later date.
check-receipt-abroad = The reseller has confirmed it, in its app or by e-mail: keep that.
check-balance-abroad = The new balance shows in the operator’s app, on Wi-Fi.
abroad-number = Give your number with the country code, { $value }, and check the operator it names.

## What to say or show

shop-where-sold = This plan is not sold as a recharge. { $buy ->
    [unknown] It is not known where it is sold: ask in a shop of the operator.
   *[other] It is sold here: { $buy }.
}
shop-say = { $star ->
    [unsaid] Say your number and the name of the plan: “{ $plan }, s’il vous plaît.”
   *[other] { $amount ->
        [unsaid] Say or show your number, the amount and the star *{ $star }: the sentences are below.
        [unknown] Say or show your number and the star *{ $star }, and ask for the price: the sentences are below.
       *[other] Say or show your number, { $amount } and the star *{ $star }: the sentences are below.
    }
}
say-for = For { $plan }, { $price ->
    [unknown] price not known
   *[other] { $price }
}:
say-french = French: “Bonjour, une recharge de { $amount } dirhams, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, pour le { $number }, s’il vous plaît.”
say-darija = Moroccan Arabic: “Salam, 3afak wahed r-recharge dyal { $amount } dirham, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, l had nnemra: { $number }”
say-arabic = To show: «سلام، عافاك واحد الروشارج ديال { $amount } درهم، إيتوال { $star }{ $data ->
    [1] ، أنترنيت
   *[other] {""}
}، لهاد النمرة: { $number }»
say-meaning = It means: “Hello, a recharge of { $amount } dirhams, star { $star }{ $data ->
    [1] , Internet
   *[other] {""}
}, for the number { $number }, please.”{ $gaps ->
    [1] {" "}Fill in what is “…”.
   *[other] {""}
}
bill-say = Say your number and that you want to pay the bill: the sentences are below.
say-bill-french = French: “Bonjour, je voudrais payer ma facture pour le { $number }, s’il vous plaît.”
say-bill-darija = Moroccan Arabic: “Salam, 3afak bghit nkhelles l-facture dyal had nnemra: { $number }”
say-bill-arabic = To show: «سلام، عافاك بغيت نخلص لافاكتور ديال هاد النمرة: { $number }»
say-bill-meaning = It means: “Hello, I would like to pay my bill for the number { $number }, please.”{ $gaps ->
    [1] {" "}Fill in what is “…”.
   *[other] {""}
}

## The counter card: labels in the languages of the seller

card-number = Numéro · النمرة
card-amount = Montant (DH) · المبلغ
card-amount-star = { card-amount } — { card-star }
card-star = Étoile · إيتوال

## What differs if it is bought online, or if the line is new

before-foreign-card-online = A foreign card { $value } there: have another card ready.
before-foreign-card-online-unknown = It is not known whether a foreign card is accepted: have another card ready.
sim-test-online = Test it: open a page with Wi-Fi switched off, and call somebody.
sim-papers-online = Keep the order, and what has the number, the PIN and the PUK on it.
sim-own-number-unknown-esim = Write down your number: the papers of the eSIM have it. No code that shows it is known.
online-where-sold = { $plan } is not bought on the page for recharges. { $buy ->
    [unknown] It is not known where it is sold: ask customer care.
   *[other] It is sold here: { $buy }.
}
before-subscribe = To sign: { $plan }, { $price ->
    [unknown] price not known
   *[other] { $price } a month
}, { $includes } (price seen { $seen ->
    [unknown] at an unknown date
   *[other] { $seen }
}).
subscribe-where = { $plan } is a monthly plan on a new line. { $buy ->
    [unknown] It is not known where it is sold: ask in a shop of the operator.
   *[other] It is sold here: { $buy }.
}
subscribe-say = Say which plan you want: the sentences are below.
subscribe-sign = Read the fee, the day of the bill and the notice before you sign. Keep a copy of the contract.
subscribe-bills = After that a bill comes every month.
guide-title-subscribe = { $operator }: take the monthly plan { $channel }, pay { $payment }
say-plan-french = French: “Bonjour, je voudrais { $plan }, s’il vous plaît.”
say-plan-darija = Moroccan Arabic: “Salam, bghit { $plan }, 3afak.”
say-plan-arabic = To show: «سلام، بغيت { $plan }، عافاك.»
say-plan-meaning = It means: “Hello, I would like { $plan }, please.”
trouble-refused-online = If the payment is refused, try another network, later, or another card.

## More terms

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
term-unlimited-internet = unlimited Internet, according to the seller
term-internet-by-the-hour = Internet by the hour
term-credit-for-its-offers = credit for its offers
term-unlimited-calls-to-its-own-network = unlimited within its network, according to the seller
term-roaming = roaming
term-international-calls = calls abroad
term-one-balance-for-all = one balance for everything
term-national-calls-and-sms = calls and SMS in Morocco
term-reduced-speed = a reduced speed
term-national-card-copy = a copy of the Moroccan identity card (CIN)
term-advert = advert
