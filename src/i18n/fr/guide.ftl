## Headings

guide-title = { $operator } : renouveler { $channel }, payer { $payment }
guide-title-bill = { $operator } : payer la facture { $channel }, { $payment }
channel-online = en ligne
channel-shop = en boutique ou au kiosque
channel-own-shop = dans une boutique de l’opérateur
channel-scratch = avec une carte à gratter
channel-phone = par téléphone
channel-abroad = depuis l’étranger
payment-card = par carte
payment-wallet = par portefeuille mobile
payment-cash = en espèces
payment-credit = avec le crédit d’appel
part-say = Que dire ou montrer
part-checklist = Avant de renouveler
part-steps = Étapes
part-check = Est-ce que ça marche ?
part-trouble = Si ça ne marche pas
part-sources = Sources
unverified = { $text } (non vérifié)
dirhams = { $amount } dirhams
source-line = { $source } ({ $date }, { $confidence })
date-unknown = sans date
unverified-source = non vérifié

## Before

before-active = Votre ligne fonctionne : les appels ou les SMS passent. L’opérateur annonce les changements par SMS : lisez-les.
before-registered = Votre SIM est enregistrée avec votre pièce d’identité : sinon elle est coupée après { $value } mois.
before-suspended-where = Dans les { $value }, avec votre pièce d’identité, elle est réactivée sur place.
before-arrears-where = Les factures se paient ici : { $value }.
before-arrears-where-unknown = On ne sait pas où payer chez cet opérateur : demandez en boutique.
before-plan-any = Décidez ce que vous voulez : le montant du pass, et l’étoile { $star } (*{ $star }), qui veut dire Internet.
before-balance = Pour voir ce qui reste, composez le { $value }, ou regardez dans l’application.
before-balance-unknown = Aucun code connu ne montre ce qui reste : regardez dans l’application ou demandez en boutique.
before-own-number = Notez votre numéro : { $value } l’affiche.
before-own-number-unknown = Notez votre numéro : aucun code connu ne l’affiche. Appelez un ami : son téléphone le montre.
before-card = Prévoyez une carte bancaire qui fonctionne à l’étranger, et un autre moyen de payer au cas où elle serait refusée.
before-card-in-shop = Demandez d’abord si la boutique prend les cartes : toutes ne le font pas.
before-foreign-card = Une carte bancaire étrangère { $value } dans l’application : prévoyez des espèces pour une boutique.
before-foreign-card-unknown = On ignore si une carte étrangère est acceptée : prévoyez des espèces pour une boutique.
before-wallet = Prévoyez { $value } sur votre téléphone, un solde suffisant et votre code PIN en tête.
before-wallet-code = Le code du portefeuille mobile est le { $value }.
before-wallet-unknown = Aucun portefeuille de cet opérateur n’est connu : prévoyez une carte ou des espèces.
before-cash = { $amount ->
    [unsaid] Prévoyez assez de dirhams sur vous, de préférence en petits billets.
    [unknown] Prévoyez des dirhams sur vous ; le prix n’est pas connu, demandez-le d’abord.
   *[other] Prévoyez { $amount } sur vous, de préférence en petits billets.
}
before-doubled = Les recharges *{ $star } à partir de { $from_dh } dirhams sont souvent doublées, en promotion : demandez avant de payer.
before-id = Gardez votre { $value } sur vous : on peut vous le demander.

## Online

online-open = Ouvrez l’application { $app } ou { $website } ; passez par le Wi-Fi si vos données sont épuisées.
online-menu = Ouvrez la page des recharges ({ $value }).
online-choose = { $plan ->
    [unsaid] Choisissez un pass Internet (*{ $star }) au jour, à la semaine ou au mois, et leur nombre.
   *[other] { $star ->
        [unsaid] Choisissez { $plan } ({ $amount }).
       *[other] { $data ->
            [1] Choisissez Internet (*{ $star }) pour { $amount } : { $plan }.
           *[other] Choisissez *{ $star } pour { $amount } : { $plan }.
        }
    }
}
online-pay-card = Payez par carte : numéro, date d’expiration, code de sécurité ; confirmez comme votre banque le demande.
online-ways = On peut payer par : { $ways }. La page de paiement est celle de { $processor }.
online-pay-wallet = Si la page le propose, payez avec { $value } (ou le m-wallet national) : regardez le solde, puis entrez votre code PIN. Sinon, payez par carte.
online-pay-wallet-unknown = Payez avec votre portefeuille mobile si la page le propose, sinon par carte.
online-check-order = { $data ->
    [1] Avant d’envoyer, vérifiez le numéro, le montant, et qu’il s’agit bien d’Internet, pas d’appels.
   *[other] Avant d’envoyer, vérifiez le numéro, le montant et le pass.
}
online-confirm = Envoyez et attendez le SMS.

## Shop

shop-go = Allez à un point de vente : { $value }. Demandez autour de vous ou cherchez sur une carte.
shop-go-outlets = Pour cet opérateur aussi : { $value }.
shop-supermarkets = Ces supermarchés vendent ses recharges : { $value }.
shop-least = Les boutiques rechargent à partir de { $value } dirhams.
shop-bank-machines = Les distributeurs de banque rechargent à partir de { $min_dh } dirhams : { $banks }.
shop-go-unknown = Allez dans une boutique de l’opérateur : demandez autour de vous ou cherchez sur une carte.
shop-rural = Rechargez avant de quitter la ville : ailleurs c’est difficile.
shop-show-number = Montrez votre numéro à l’écran, et vérifiez ce que le vendeur tape.
shop-pay-cash = Payez en espèces.
shop-pay-card = Demandez si vous pouvez payer par carte ; sinon, payez en espèces.
shop-pay-wallet = Demandez si vous pouvez payer avec { $value } ; sinon, payez en espèces.
shop-pay-wallet-unknown = Demandez si vous pouvez payer avec votre portefeuille mobile ; sinon, payez en espèces.
shop-receipt = Gardez le reçu.
shop-wait-sms = Attendez le SMS avant de partir.

## Scratch card

scratch-buy = Achetez une carte à gratter de votre opérateur ; il y en a de { $min } à { $max } dirhams.
scratch-buy-values = Achetez une carte à gratter de votre opérateur ; il y en a de { $value } dirhams.
scratch-amount = { $amount ->
    [unknown] Le prix du pass n’est pas connu : demandez au vendeur.
   *[other] Prenez une carte de { $amount } : le montant décide du pass que vous obtenez. S’il n’y en a pas de cette valeur, demandez une recharge sans carte.
}
scratch-open = Grattez doucement et lisez le code.
scratch-send = Envoyez un SMS au { $number }, ou appelez-le : le code, puis * et { $star }. La carte l’explique aussi.
scratch-send-unknown = Faites ce que dit la carte : elle explique comment utiliser le code.
scratch-example = Le SMS ressemble à ceci : { $value }
scratch-dial-star = Pour le pass *{ $star }, composez le { $code } avec le code de la carte à la place de CODE.
scratch-dial-star-unknown = On ne sait pas comment composer *{ $star } avec une carte : lisez la carte, ou demandez au vendeur de l’ajouter.
scratch-dial-plain = Sans étoile, c’est { $value } : on obtient du crédit d’appel.
scratch-call = L’opérateur indique aussi un numéro à appeler : { $value }.
scratch-star-matters = N’oubliez pas *{ $star } : sans cela, l’argent devient du crédit d’appel, pas un pass.
scratch-keep = Gardez la carte jusqu’à ce qu’Internet fonctionne.

## Bill of a monthly plan

bill-not-recharge = C’est un abonnement mensuel : on paie sa facture, on ne le recharge pas.
bill-open = Ouvrez la page des factures et choisissez celle de votre numéro.
bill-where = Payez la facture ici : { $value }.
bill-where-unknown = On ne sait pas où payer la facture chez cet opérateur : demandez en boutique.
bill-confirm = Attendez le SMS ou le reçu qui dit que la facture est payée.

## Check

check-sms = Le SMS de confirmation est arrivé : gardez-le.
check-balance = Le nouveau solde s’affiche : composez le { $value }, ou regardez dans l’application.
check-balance-unknown = Le nouveau solde s’affiche dans l’application.
check-page = Une page s’ouvre, Wi-Fi coupé.
check-end-date = Notez la nouvelle date de fin.
check-border = Près de la frontière est, à { $place }, coupez l’itinérance : les téléphones peuvent capter le réseau algérien.

## Trouble

trouble-wait = Cela peut prendre { $value }.
trouble-restart = Activez puis coupez le mode avion, ou redémarrez le téléphone.
trouble-refused = Si le paiement est refusé, essayez un autre réseau, plus tard, ou une autre carte ; sinon, allez à un point de vente avec des espèces.
trouble-receipt = Retournez chez le vendeur avec le reçu.
trouble-credit = Si vous avez reçu du crédit d’appel au lieu du pass, il manquait sans doute l’étoile *{ $star } : demandez au service client ce qu’on peut faire avant de racheter.
trouble-apn = Si le solde est bon et qu’aucune page ne s’ouvre, voyez si le point d’accès (APN) du téléphone est { $apn }.
trouble-apn-login = Son nom d’utilisateur est { $user }, son mot de passe { $password }.
trouble-care-language = Le service client parle { $value }.
care = Service client : appelez le { $value }.
care-price = L’appel coûte { $value } { $value ->
    [one] dirham
   *[other] dirhams
}.
care-other-phones = Depuis un autre téléphone : { $value }.
care-from-abroad = Service client depuis l’étranger : { $value }.
care-whatsapp = Service client sur WhatsApp : { $value }.
care-contract = Service client pour les abonnements : appelez le { $call }, depuis un autre téléphone le { $other_phones }, en itinérance le { $roaming }.
care-brand = Son service client sur WhatsApp : { $whatsapp } ; des conseillers répondent de { $from_hour } h à { $to_hour } h.
care-unknown = Aucun numéro du service client n’est connu : demandez en boutique.

## Terms

term-agencies = agences de l’opérateur
term-operator-shops = boutiques de l’opérateur
term-small-groceries = petites épiceries (hanout)
term-tobacco-kiosks = bureaux de tabac
term-phone-shops = boutiques de téléphonie
term-online-payment = en ligne
term-partner-banks = banques partenaires (en ligne ou au distributeur)
term-direct-debit = prélèvement automatique
term-may-be-refused = peut être refusée
term-passport = passeport
term-minutes = quelques minutes
term-half-an-hour = jusqu’à une demi-heure
term-french-only = seulement le français

## Phone and abroad

before-unidentified = Votre SIM n’est pas identifiée (aucune pièce d’identité enregistrée) : faites-le d’abord, en boutique de l’opérateur.
before-unidentified-id = Apportez-y votre { $value }.
identify-page = La page de l’opérateur pour identifier une SIM : { $value }.
identify-in-app = On peut aussi l’identifier dans l’application, en scannant la pièce d’identité : { $value }. On ignore si un passeport y est accepté.
before-unidentified-cut = N’attendez pas : une SIM non enregistrée est coupée après { $value } mois.
before-credit = { $amount ->
    [unsaid] Prévoyez assez de crédit d’appel sur votre ligne pour le pass.
    [unknown] Prévoyez du crédit d’appel sur votre ligne ; le prix n’est pas connu, demandez-le d’abord.
   *[other] Prévoyez { $amount } de crédit d’appel sur votre ligne.
}
phone-call = Appelez le { $number } : l’opérateur le donne pour prendre un pass Internet.
phone-unproven = Ce n’est prouvé que pour { $line }, pas pour votre SIM : écoutez ce qui est proposé avant d’accepter.
phone-choose = Choisissez le pass Internet ; écoutez le prix et ce qui le paie (sans doute votre crédit d’appel) avant de confirmer.
abroad-reseller = Voyez si un revendeur sert votre opérateur, par exemple : { $value }.
abroad-own = En { $country } seulement, { $reseller } la recharge, à partir de { $min_dh } dirhams ({ $min_eur } EUR).
abroad-reseller-unknown = Aucun revendeur à l’étranger n’est connu : demandez à quelqu’un sur place de recharger votre numéro.
abroad-amount = { $amount ->
    [unsaid] Choisissez le montant.
    [unknown] Choisissez le montant ; le prix du pass n’est pas connu.
   *[other] Choisissez le montant : { $amount }.
}
abroad-dearer = Attendez-vous à payer { $min } à { $max } % de plus que sur place.
abroad-sells = Ce qui arrive est sans doute du { $value } : on n’a pas vu de revendeur qui vende des données. Demandez avant de payer.
abroad-data = On ignore si cela arrive en données ou en crédit d’appel : demandez au revendeur avant de payer.
trouble-wait-abroad = Cela peut prendre { $value }.
trouble-phone = Si le numéro ne répond pas ou ne propose pas de pass, allez en boutique.
term-minutes-to-a-day = de quelques minutes à un jour

## What to say at the counter

say-card-french = En français : « Bonjour, une carte de recharge { $operator } de { $amount } dirhams, s’il vous plaît. »
say-card-darija = En arabe marocain : « Salam, 3afak wahed l-carte dyal recharge { $operator } dyal { $amount } dirham. »
say-card-arabic = À montrer : «سلام، عافاك واحد لاكارط ديال الروشارج { $operator } ديال { $amount } درهم.»
say-card-meaning = Les trois phrases disent la même chose.

## A need and its dates

part-dates = Quand acheter
dates-end = Cela dure jusqu’au { $when }.

## Monthly plans and digital brands

before-bill-any = Regardez ce que vous devez : la dernière facture ou son SMS le dit.
before-bill-cycle = La facturation commence à l’un de ces jours du mois : { $days } ; { $plan } dure { $plan_days } jours à partir de son activation.
before-bill-first = La première facture d’un abonnement à partir de { $from_dh } dirhams compte aussi les jours avant le début du mois.
before-brand-cycle = Un abonnement qui se renouvelle le { $first_renewal } du mois est prélevé le { $first_charge } ; s’il se renouvelle le { $second_renewal }, il est prélevé le { $second_charge }.
fair-use = « Illimité » dans les abonnements de { $plans_dh } dirhams veut dire { $gb } Go ; ensuite, c’est lent.
before-balance-voice = Ou appelez le { $number } : une voix lit le solde, en { $language }.
before-balance-other = Ou appelez le { $call }, ou composez le { $menu } pour le menu.
brand-is = { $brand } est une marque numérique : elle se gère et se paie en ligne, sans recharges.
brand-open = Ouvrez { $value }.
brand-language = Le site existe en { $value }.
brand-choose = Ouvrez votre abonnement et choisissez de le payer ou de le renouveler.
brand-bill-where = La facture se paie en ligne : { $value }.
brand-pay = La première facture se paie par : { $value } ; pour les suivantes, on ne sait pas.
brand-pay-unknown = On ne sait pas comment cette marque se paie : la page montre les moyens avant tout envoi.
check-bill = La facture est notée comme payée.
check-next-bill = Notez le jour de la prochaine facture.

## What differs between operators

online-page = L’adresse directe de la page : { $value }.
online-cashback = Regardez s’il y a encore { $value } % remboursés sur les factures et les recharges, comme l’opérateur l’a annoncé, et pour quel moyen de paiement.
shop-touch = Si vous avez la carte NFC de l’opérateur ({ $card_dh } dirhams en { $year }) ou son autocollant ({ $sticker_dh } dirhams), posez-les sur l’appareil du vendeur au lieu de donner le numéro.
trouble-care-channels = Le service client se joint aussi par : { $value }.
trouble-care-abroad = Depuis l’étranger, le siège : { $value }.
term-english-site = anglais
term-bank-card = carte bancaire
term-whatsapp-service = WhatsApp
term-relation-centres = centres de relation client
term-portal = son portail
term-without-commitment = sans engagement
term-card-terminals = terminaux de paiement
term-call-credit = crédit d’appel
term-spain = Espagne
term-arabic = arabe
term-french = français

## Kinds of sources

term-chinese-guide = un guide chinois sans date sur les SIM marocaines
term-app-contacts = contacts d’exemple d’une application
term-own-conditions = conditions de l’opérateur lui-même
term-own-page = page de l’opérateur lui-même
term-phone-settings = liste de réglages de téléphone
term-reseller = revendeur
term-phone-app = une application qui lit les soldes
term-travel-guide = guide de voyage
term-independent-guide = guide indépendant
term-press = presse
term-several-sources = plusieurs sources concordent
term-regulator = régulateur
term-own-page-copy = copie de la page de l’opérateur
term-own-brochure-copy = copie de la brochure de l’opérateur
term-volunteers-blog = blog d’un volontaire
term-old-travel-sites = anciens sites de voyage
term-catalogue-transcription = copie du catalogue de l’opérateur
term-app-identifiers = liste des applications des opérateurs
term-travel-report = récit d’un voyageur
trouble-refused-abroad = Si le paiement est refusé, essayez une autre carte ou un autre revendeur, ou demandez à quelqu’un sur place de recharger votre numéro.
bill-where-shop-unknown = On ne sait pas quelles boutiques encaissent les factures de cet opérateur : demandez dans la sienne. On ne connaît que l’application { $value }.
before-arrears-bill = Il y a des factures impayées sur cette ligne : réglez-les toutes, et elle fonctionnera de nouveau.
term-brand-app = ou son application
care-of-operator = Service client ({ $operator }) : { $value } ; on ne sait pas s’il sert { $brand }.
guide-title-brand = { $operator } : payer ou renouveler { $channel }, { $payment }
before-brand-wallet-unknown = On ignore si un portefeuille mobile paie cette marque : prévoyez une carte.
check-data-end = À votre rythme, les données durent jusqu’au { $end } ; la validité du SMS peut être plus longue.
trouble-card = Retournez chez le vendeur avec la carte.
trouble-blocked = Après { $wrong_codes } codes erronés, la recharge est bloquée : appelez le { $call }, ou depuis un autre téléphone le { $other_phones }.
trouble-apn-bill = Si la facture est payée et qu’aucune page ne s’ouvre, voyez si le point d’accès (APN) du téléphone est { $apn }.
shop-supermarkets-unknown = On ignore si les supermarchés vendent des recharges : demandez à la caisse.
scratch-language = Si vous appelez, voici les langues de la voix : { $value }. Le SMS est plus simple.

## What is bought

plan-includes = { $data ->
    [unsaid] {""}
    [unknown] volume inconnu
   *[other] { $data }
}{ $minutes ->
    [unsaid] {""}
   *[other] { $data ->
        [unsaid] { $minutes }
       *[other] , { $minutes }
    }
}, { $validity ->
    [unknown] validité inconnue
   *[other] valable { $validity }
}
included-minutes = { $count ->
    [one] { $count } minute d’appel
   *[other] { $count } minutes d’appel
}
unlimited-minutes = appels illimités (selon le vendeur)
dates-item = { $when ->
    [unsaid] {""}
   *[other] { $when } :{" "}
}{ $plan }, { $price ->
    [unknown] prix inconnu
   *[other] { $price }
}{ $star ->
    [unsaid] {""}
   *[other] , étoile *{ $star }
}{ $includes ->
    [unsaid] {""}
   *[other] {" : "}{ $includes }
}
dates-bills = { $count ->
    [one] Une facture de { $price }, à partir de : { $when }
   *[other] { $count } factures mensuelles { $price ->
        [unknown] d’un montant inconnu
       *[other] de { $price } chacune
    }, la première : { $when }
}
before-plan = À acheter : { $plan }, { $price ->
    [unknown] prix inconnu
   *[other] { $price }
}, { $includes } ({ $seen ->
    [unknown] date du prix inconnue
   *[other] prix relevé : { $seen }
}).
before-bill = Votre abonnement est { $plan } : { $price ->
    [unknown] prix inconnu
   *[other] { $price } par mois
}, { $includes } ({ $seen ->
    [unknown] date du prix inconnue
   *[other] prix relevé : { $seen }
}).
other-amounts = D’autres achats ont d’autres montants ou d’autres étoiles : voir « Quand acheter ».

## The state of the line

part-state = D’abord : remettre la ligne en service
state-nothing-left = Ce qui reste sur la SIM ne compte pas tant que la ligne ne fonctionne pas.
before-suspended = Votre ligne est suspendue. Faites-la d’abord réactiver, en boutique de l’opérateur ou par le service client : rien n’est crédité avant.
state-suspended-abroad = Votre ligne est suspendue. Faites-la d’abord réactiver : demandez au service client si c’est possible depuis l’étranger. Rien n’est crédité avant.
state-arrears-prepaid = Une ligne prépayée n’a pas de facture : ce que vous devez, c’est une avance de l’opérateur.
state-arrears-advance = L’avance de { $minutes } minutes ou de { $mb } Mo, pour { $days } { $days ->
    [one] jour
   *[other] jours
}, est reprise sur la prochaine recharge.
state-arrears-unknown = On ne sait pas combien cet opérateur avance, ni comment il le reprend : demandez au service client ce que vous devez.
state-arrears-more = Rechargez d’abord ce que vous devez et attendez le SMS. Achetez ensuite le pass : sinon, le montant ne suffit plus. Une facture impayée relève d’un abonnement, pas de cette ligne.
state-unidentified-abroad = Votre SIM n’est pas identifiée (aucune pièce d’identité enregistrée) : faites-le d’abord.
state-unidentified-abroad-unknown = On ignore si c’est possible depuis l’étranger : demandez au service client.
care-abroad-unknown = Aucun numéro du service client pour l’étranger n’est connu : écrivez-lui dans l’application { $app } ou sur { $website }.

## The first SIM

guide-title-sim = { $operator } : acheter la SIM, puis recharger { $channel }, payer { $payment }
guide-title-sim-only = { $operator } : acheter la SIM { $channel }, payer { $payment }
part-checklist-first = Avant le premier pass
part-checklist-bill = Avant de payer
part-sim = D’abord la carte SIM
sim-buy = Achetez { $plan } : { $price ->
    [unknown] prix inconnu
   *[other] { $price }
}{ $includes ->
    [unsaid] {""}
   *[other] , { $includes }
}.
sim-esim-phone = Il faut un téléphone déverrouillé et compatible eSIM : cherchez « eSIM » ou « EID » dans ses réglages avant de payer.
sim-form-choice = Elle existe en carte ou en eSIM : dites laquelle vous voulez. L’eSIM demande un téléphone compatible.
sim-where-shop = Allez dans une boutique { $operator } : demandez autour de vous ou cherchez sur une carte.{ $buy ->
    [unsaid] {""}
   *[other] {" "}Le catalogue indique : { $buy }.
}
sim-where-online = Achetez-la en ligne.{ $buy ->
    [unsaid] {""}
   *[other] {" "}Le catalogue indique : { $buy }.
}
sim-where-both = Allez dans une boutique { $operator }, ou achetez-la en ligne.{ $buy ->
    [unsaid] {""}
   *[other] {" "}Le catalogue indique : { $buy }.
}
sim-airport = À l’aéroport de { $place }, des stands d’opérateurs se trouvaient avant la sortie : comparez leur prix à celui-ci.
sim-document = Préparez votre { $value } : il le faut pour l’identification.
sim-registered = Le vendeur enregistre la SIM à votre nom, avec le numéro de votre pièce d’identité, et vous signez un contrat. Vérifiez que c’est bien votre nom.
sim-not-active = Refusez une SIM déjà active : elle est au nom d’un autre et peut être coupée.
sim-say-french = En français : « Bonjour, je voudrais { $esim ->
    [1] une eSIM prépayée
   *[other] une carte SIM prépayée
} { $operator }, s’il vous plaît. Voici mon passeport. »
sim-say-darija = En arabe marocain : « Salam, bghit { $esim ->
    [1] wahed l-eSIM
   *[other] wahed la carte SIM
} dyal { $operator }, 3afak. Ha l-passeport dyali. »
sim-say-arabic = À montrer : «سلام، بغيت { $esim ->
    [1] eSIM
   *[other] لاكارط SIM
} ديال { $operator }، عافاك. ها الباسبور ديالي.»
sim-say-meaning = Les trois phrases disent la même chose.
sim-insert = Insérez la SIM, entrez son code PIN (il est sur le support) et attendez le nom de l’opérateur et son SMS.
sim-install = En Wi-Fi, scannez le code QR dans les réglages et attendez le nom de l’opérateur et son SMS. Gardez le code : après une réinitialisation, le téléphone le redemande.
sim-insert-or-install = Insérez la carte et entrez son code PIN, ou scannez en Wi-Fi le code QR de l’eSIM. Attendez le nom de l’opérateur et son SMS.
sim-test = Essayez-la avant de partir : le vendeur vous appelle, vous le rappelez.
sim-papers = Gardez le reçu, et le support avec le PIN, le PUK et le numéro.
sim-papers-esim = Gardez le reçu, et ce qui porte le numéro, le PIN et le PUK.
shop-same-counter = Demandez le pass au même comptoir, dès que la SIM fonctionne.
sim-own-number = Votre numéro : composez le { $value } et notez-le.
sim-own-number-unknown = Votre numéro est sur le support : notez-le. Aucun code connu ne l’affiche.
sim-balance = Ce qui reste : composez le { $value }.

## Monthly plans: terms

part-contract = L’abonnement
contract-papers-asked = L’opérateur demande { $value }.
contract-papers = Un { $value } a été accepté, dans une boutique de l’opérateur.
contract-papers-resident = Il est réservé aux résidents : demandez quels papiers il faut, par exemple un titre de séjour, avant d’y aller.
contract-papers-unknown = On ne sait pas quels papiers sont demandés : demandez si un passeport suffit avant de signer.
contract-fee = La mise en service coûte { $fee }, une seule fois.
contract-fee-none = La mise en service est gratuite, d’après le catalogue.
contract-fee-months = La mise en service coûte l’équivalent de { $fee_months } mois d’abonnement, SIM comprise.
contract-fee-unknown = On ne sait pas ce que coûte la mise en service : demandez avant de signer.
contract-cycle-unknown = On ne sait pas quel jour arrive la facture : demandez-le et notez-le.
contract-notice = La résiliation prend { $leave_days } jours : demandez-la assez tôt avant votre départ.
contract-notice-unknown = On ne sait pas quel préavis il faut pour résilier : demandez-le avant de signer, par écrit.
before-contract = Conditions de l’opérateur : { $value }.
contract-terms-unknown = On ne sait pas s’il y a une durée minimale : demandez avant de signer.
before-left-in-app = Voyez ce qui reste dans l’application ou sur le site : les codes de solde sont pour les lignes prépayées.

## Travel eSIM

guide-title-esim = { $operator } : eSIM de voyage, achetée { $channel }, payée { $payment }
part-checklist-esim = Avant d’acheter
esim-unlocked = Votre téléphone est déverrouillé : sinon, seules les SIM de son vendeur fonctionnent.
esim-capable = Votre téléphone accepte une eSIM : ses réglages disent « eSIM » ou affichent un EID.
esim-card = Préparez la carte ou le portefeuille de votre téléphone : on paie en ligne.
esim-buy = Achetez-la dans l’application ou sur le site du vendeur ({ $seller }), en Wi-Fi. Vérifiez le pays, le volume et les jours avant de payer.
esim-when = Achetez-la et installez-la avant le départ, ou en Wi-Fi à l’arrivée. Lisez si les jours comptent dès l’installation ou dès le premier usage.
esim-install = Scannez le code QR dans les réglages (« Ajouter une eSIM »), ou installez-la depuis l’application. Le code ne sert qu’une fois : ne supprimez pas l’eSIM.
esim-label = Donnez un nom à la ligne et choisissez-la pour les données mobiles.
esim-roaming = Activez l’itinérance des données pour cette ligne seulement ; coupez-la pour votre SIM habituelle.
esim-home-sim = Laissez votre SIM habituelle active pour les appels et les SMS, par exemple les codes de votre banque. Répondre peut y être payant.
esim-top-up = Achetez la suivante dans la même application, aux jours indiqués plus haut.
esim-top-up-if-needed = S’il vous en faut plus, achetez-le dans la même application, chez { $seller }.
esim-trouble-line = Vérifiez que cette ligne est active, choisie pour les données mobiles, et que son itinérance est activée.
esim-trouble-apn = Si aucune page ne s’ouvre, entrez le point d’accès (APN) que le vendeur ({ $seller }) indique dans son application.
esim-care = Sinon, écrivez à { $seller } dans son application, avec une capture des réglages : les boutiques sur place n’y peuvent rien.

## The account and the card

online-create-account = La première fois, créez le compte : entrez le numéro de la SIM, puis le code reçu par SMS, et choisissez un mot de passe. Une SIM neuve n’en a pas.
online-sign-in = Ensuite, connectez-vous avec votre numéro et votre mot de passe. Oublié ? Faites-le réinitialiser par SMS ou par e-mail.
online-tie-card = L’application peut proposer de garder la carte : essayez d’abord un petit montant, et ne la laissez pas sur le téléphone d’un autre.
before-foreign-card-elsewhere = Les revendeurs à l’étranger prennent une carte étrangère, mais sont plus chers : { $value } (--channel abroad). Ou retirez des espèces et payez au kiosque.
before-wallet-visitor = Pour les visiteurs : { $value }.
before-wallet-visitor-unknown = On ignore si un visiteur peut ouvrir ce portefeuille : demandez en agence, avec votre passeport, avant d’y compter.
before-left-abroad = Voyez ce qui reste dans l’application : les codes ne marchent que sur le réseau de l’opérateur.
check-data-end-esim = À votre rythme, les données durent jusqu’au { $end } ; l’application du vendeur peut indiquer une date plus tardive.
check-receipt-abroad = Le revendeur l’a confirmé, dans son application ou par e-mail : gardez ce message.
check-balance-abroad = Le nouveau solde s’affiche dans l’application de l’opérateur, en Wi-Fi.
abroad-number = Donnez votre numéro avec l’indicatif, { $value }, et vérifiez l’opérateur affiché.

## What to say or show

shop-where-sold = Cette offre ne se vend pas en recharge. { $buy ->
    [unknown] On ne sait pas où elle se vend : demandez dans une boutique de l’opérateur.
   *[other] Elle se vend ici : { $buy }.
}
shop-say = { $star ->
    [unsaid] Dites votre numéro et le nom de l’offre : « { $plan }, s’il vous plaît. »
   *[other] { $amount ->
        [unsaid] Dites ou montrez votre numéro, le montant et l’étoile *{ $star } : les phrases sont plus bas.
        [unknown] Dites ou montrez votre numéro et l’étoile *{ $star }, et demandez le prix : les phrases sont plus bas.
       *[other] Dites ou montrez votre numéro, { $amount } et l’étoile *{ $star } : les phrases sont plus bas.
    }
}
say-for = Pour { $plan }, { $price ->
    [unknown] prix inconnu
   *[other] { $price }
} :
say-french = En français : « Bonjour, une recharge de { $amount } dirhams, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, pour le { $number }, s’il vous plaît. »
say-darija = En arabe marocain : « Salam, 3afak wahed r-recharge dyal { $amount } dirham, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, l had nnemra: { $number } »
say-arabic = À montrer : «سلام، عافاك واحد الروشارج ديال { $amount } درهم، إيتوال { $star }{ $data ->
    [1] ، أنترنيت
   *[other] {""}
}، لهاد النمرة: { $number }»
say-meaning = Les trois phrases disent la même chose.{ $gaps ->
    [1] {" "}Complétez ce qui est « … ».
   *[other] {""}
}
bill-say = Dites votre numéro et que vous voulez payer la facture : les phrases sont plus bas.
say-bill-french = En français : « Bonjour, je voudrais payer ma facture pour le { $number }, s’il vous plaît. »
say-bill-darija = En arabe marocain : « Salam, 3afak bghit nkhelles l-facture dyal had nnemra: { $number } »
say-bill-arabic = À montrer : «سلام، عافاك بغيت نخلص لافاكتور ديال هاد النمرة: { $number }»
say-bill-meaning = Les trois phrases disent la même chose.{ $gaps ->
    [1] {" "}Complétez ce qui est « … ».
   *[other] {""}
}

## The counter card: labels in the languages of the seller

card-number = Numéro · النمرة
card-amount = Montant (DH) · المبلغ
card-amount-star = { card-amount } — { card-star }
card-star = Étoile · إيتوال

## What differs if it is bought online, or if the line is new

before-foreign-card-online = Une carte étrangère { $value } : prévoyez une autre carte.
before-foreign-card-online-unknown = On ne sait pas si une carte étrangère est acceptée : prévoyez une autre carte.
sim-test-online = Essayez-la : ouvrez une page, Wi-Fi coupé, et appelez quelqu’un.
sim-papers-online = Gardez la commande, et ce qui porte le numéro, le PIN et le PUK.
sim-own-number-unknown-esim = Notez votre numéro : il est sur les papiers de l’eSIM. Aucun code connu ne l’affiche.
online-where-sold = { $plan } ne s’achète pas sur la page des recharges. { $buy ->
    [unknown] On ne sait pas où cela se vend : demandez au service client.
   *[other] Lieu de vente : { $buy }.
}
before-subscribe = À signer : { $plan }, { $price ->
    [unknown] prix inconnu
   *[other] { $price } par mois
}, { $includes } ({ $seen ->
    [unknown] date du prix inconnue
   *[other] prix relevé : { $seen }
}).
subscribe-where = { $plan } est un abonnement sur une nouvelle ligne. { $buy ->
    [unknown] On ne sait pas où il se vend : demandez dans une boutique de l’opérateur.
   *[other] Lieu de vente : { $buy }.
}
subscribe-say = Dites quel abonnement vous voulez : les phrases sont plus bas.
subscribe-sign = Lisez les frais, le jour de la facture et le préavis avant de signer. Gardez une copie du contrat.
subscribe-bills = Ensuite, une facture arrive chaque mois.
guide-title-subscribe = { $operator } : prendre l’abonnement { $channel }, payer { $payment }
say-plan-french = En français : « Bonjour, je voudrais { $plan }, s’il vous plaît. »
say-plan-darija = En arabe marocain : « Salam, bghit { $plan }, 3afak. »
say-plan-arabic = À montrer : «سلام، بغيت { $plan }، عافاك.»
say-plan-meaning = Les trois phrases disent la même chose.
trouble-refused-online = Si le paiement est refusé, essayez un autre réseau, plus tard, ou une autre carte.

## More terms

term-internet = Internet
term-sms-pass = SMS
term-calls-and-some-data = appels et un peu de données
term-national-calls = appels au Maroc
term-national-and-international-calls = appels au Maroc et à l’étranger
term-all-in-one = tout en un : données, appels, SMS
term-social-networks-only = réseaux sociaux seulement
term-social-networks = réseaux sociaux
term-roaming-several = itinérance, plusieurs services
term-roaming-africa = itinérance en Afrique
term-roaming-internet = itinérance, Internet
term-roaming-internet-recharge = itinérance, recharge Internet
term-gaming = jeux
term-entertainment = divertissement
term-calls-and-internet = appels et Internet
term-unlimited-internet = Internet illimité, selon le vendeur
term-internet-by-the-hour = Internet à l’heure
term-credit-for-its-offers = crédit pour ses offres
term-unlimited-calls-to-its-own-network = illimité vers son réseau, selon le vendeur
term-roaming = itinérance
term-international-calls = appels vers l’étranger
term-one-balance-for-all = un solde pour tout
term-national-calls-and-sms = appels et SMS au Maroc
term-reduced-speed = un débit réduit
term-national-card-copy = une copie de la carte d’identité marocaine (CIN)
term-advert = publicité
