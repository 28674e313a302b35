## Headings

guide-title = { $operator }: renew { $channel }, pay { $payment }
guide-title-bill = { $operator }: pay the bill { $channel }, { $payment }
channel-online = online
channel-shop = at a shop or kiosk
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
confidence-high = high confidence
confidence-medium = medium confidence
confidence-low = unverified
confidence-unknown = confidence unknown

## Before

before-active = Your line works: calls or SMS come through. The operator announces changes by SMS: read them.
before-registered = Your SIM is registered with your ID: an unregistered SIM is cut off after { $value } { $value ->
    [one] month
   *[other] months
}.
before-suspended = Your line is suspended: have it reactivated first, in an operator’s shop or by customer care. Nothing is credited before.
before-suspended-where = At { $value }, with your ID, it works again on the spot.
before-arrears = You owe something on this line: pay that first. Nothing new is credited before.
before-arrears-where = Bills are paid here: { $value }.
before-arrears-where-unknown = It is not known where to pay this operator: ask in its shop.
before-plan-any = Know what you want: the amount of your pass, and the star { $star } (*{ $star }), which means Internet.
before-plan = You want { $plan }: { $price ->
    [unknown] price not known
   *[other] { $price }
}, { $data ->
    [unknown] allowance not known
   *[other] { $data }
}, { $validity ->
    [unknown] validity not known
   *[other] valid for { $validity }
} (price seen { $seen ->
    [unknown] at an unknown date
   *[other] { $seen }
}).
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
online-sign-in = Sign in with your number and your password. If you forgot it, have it reset by SMS or e-mail.
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
shop-say = { $plan ->
    [unsaid] Say or show your number, the amount and the star { $star }: the sentences are below.
   *[other] { $star ->
        [unsaid] Say your number and the name of the plan: “{ $plan }, s’il vous plaît.”
       *[other] Say or show your number, { $amount } and the star { $star }: the sentences are below.
    }
}
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
bill-say = Say your number and that you want to pay the bill: “Je voudrais payer ma facture, s’il vous plaît.”
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
phone-unknown = No number is known for taking a pass by phone here: go to a shop (--channel shop) or use the app (--channel online).
abroad-reseller = See whether a reseller serves your operator, for example: { $value }.
abroad-own = In { $country } only, { $reseller } recharges it, from { $min_dh } dirhams ({ $min_eur } EUR).
abroad-reseller-unknown = No reseller abroad is known: ask somebody in the country to recharge your number.
abroad-number = Give your number with the country code, +212, and check the operator it names.
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

say-french = French: “Bonjour, une recharge de { $amount } dirhams, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, pour le 06…, s’il vous plaît.”
say-darija = Moroccan Arabic: “Salam, 3afak wahed r-recharge dyal { $amount } dirham, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, l had nnemra: 06…”
say-arabic = To show: «سلام، عافاك واحد الروشارج ديال { $amount } درهم، إيتوال { $star }{ $data ->
    [1] ، أنترنيت
   *[other] {""}
}، لهاد النمرة: 06…»
say-meaning = It means: “Hello, a recharge of { $amount } dirhams, star { $star }{ $data ->
    [1] , Internet
   *[other] {""}
}, for the number 06…, please.” Put the amount and your number, without blanks, in the places of “…”.
say-card-french = French: “Bonjour, une carte de recharge { $operator } de { $amount } dirhams, s’il vous plaît.”
say-card-darija = Moroccan Arabic: “Salam, 3afak wahed l-carte dyal recharge { $operator } dyal { $amount } dirham.”
say-card-arabic = To show: «سلام، عافاك واحد لاكارط ديال الروشارج { $operator } ديال { $amount } درهم.»
say-card-meaning = It means: “Hello, a recharge card of { $operator } of { $amount } dirhams, please.”

## A need and its dates

part-dates = When to buy
dates-item = { $star ->
    [unsaid] { $when }: { $plan }, { $price ->
        [unknown] price not known
       *[other] { $price }
    }
   *[other] { $when }: { $plan }, { $price ->
        [unknown] price not known
       *[other] { $price }
    }, star { $star }
}
dates-more = { $count ->
    [one] and one more purchase: `simplan schedule` lists it
   *[other] and { $count } more purchases: `simplan schedule` lists them
}
dates-end = It lasts until { $when }.

## Monthly plans and digital brands

before-bill-any = Know what you owe: see the last bill or its SMS.
before-bill-cycle = The month of a plan begins on day { $days } of the calendar month; that of { $plan } lasts { $plan_days } days from its start.
before-bill-first = The first bill of a plan from { $from_dh } dirhams up also has the days before the month begins.
before-contract = Terms: { $value }.
before-contract-fees = The start costs as much as { $fee_months } { $fee_months ->
    [one] month
   *[other] months
} of the plan, including the SIM; leaving takes { $leave_days } days.
before-brand-cycle = A plan that renews on day { $first_renewal } of the month is charged on day { $first_charge }; one that renews on day { $second_renewal } is charged on day { $second_charge }.
fair-use = “Unlimited” of the plans of { $plans_dh } dirhams means { $gb } GB; after that it is slow.
before-bill = Your plan is { $plan }: { $price ->
    [unknown] price not known
   *[other] { $price } a month
}, { $data ->
    [unknown] allowance not known
   *[other] { $data }
} (price seen { $seen ->
    [unknown] at an unknown date
   *[other] { $seen }
}).
before-left-in-app = See what is left in the app or on the site: the codes are for prepaid lines.
before-balance-voice = Or call { $number }: a voice reads the balance, in { $language }.
before-balance-other = Or call { $call }, or dial { $menu } for the menu.
brand-is = { $brand } is a digital brand: you manage and pay it online, not with recharges.
brand-open = Open { $value }.
brand-language = The site is available in { $value }.
brand-choose = Open your plan and choose to pay or renew it.
brand-bill-where = The bill is paid online: { $value }.
brand-pay = The first bill can be paid with: { $value }; nothing is known about later ones.
brand-pay-unknown = It is not known how this brand is paid: the page shows the ways before you send anything.
brand-shop-unknown = It is not known whether a shop takes money for { $brand }: ask first, or pay online (--channel online).
check-bill = The bill shows as paid.
check-next-bill = Note the day of the next bill.
say-bill-french = French: “Bonjour, je voudrais payer ma facture pour le 06…, s’il vous plaît.”
say-bill-darija = Moroccan Arabic: “Salam, 3afak bghit nkhelles l-facture dyal had nnemra: 06…”
say-bill-arabic = To show: «سلام، عافاك بغيت نخلص لافاكتور ديال هاد النمرة: 06…»
say-bill-meaning = It means: “Hello, I would like to pay my bill for the number 06…, please.” Put your number, without blanks, in its place.

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
shop-where-sold = This plan is not sold as a recharge. It is sold here: { $buy }.
before-sim-first = First buy the SIM: { $plan }, { $price }. It is registered with your ID before it works.
trouble-refused-abroad = If the payment is refused, try another card or another reseller, or ask somebody in the country to recharge your number.
bill-where-shop-unknown = It is not known which shops take this operator’s bills: ask in its own shop. Only the app { $value } is known.
before-arrears-bill = You owe something on this line: pay all of it, and it works again.
nothing-to-renew = Nothing has to be bought: what is left on your SIM lasts for the stay.
sim-is-enough = Nothing has to be renewed: { $plan } covers the whole stay. The papers for a SIM: simplan faq passport
term-brand-app = or its app
care-of-operator = Customer care of { $operator }: { $value }; it is not known whether it serves { $brand }.
guide-title-brand = { $operator }: pay or renew { $channel }, { $payment }
before-brand-wallet-unknown = It is not known whether this brand takes wallets: have a card.
check-data-end = At your pace the data lasts until { $end }; the validity in the SMS may be later.
trouble-card = Go back to the seller with the card.
trouble-blocked = After { $wrong_codes } wrong codes recharging is blocked: call { $call }, from another phone { $other_phones }.
trouble-apn-bill = If the bill is paid and no page opens, see whether the access point (APN) of the phone is { $apn }.
shop-supermarkets-unknown = It is not known whether supermarkets sell recharges: ask at the till.
scratch-language = If you call, the voice speaks only { $value }: the SMS is easier.
