## Headings

guide-title = { $operator } : renouveler { $channel }, payer { $payment }
guide-title-bill = { $operator } : payer la facture { $channel }, { $payment }
channel-online = en ligne
channel-shop = en boutique ou au kiosque
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
confidence-high = confiance élevée
confidence-medium = confiance moyenne
confidence-low = non vérifié
confidence-unknown = confiance inconnue

## Before

before-active = Votre ligne fonctionne : les appels ou les SMS passent. L’opérateur annonce les changements par SMS : lisez-les.
before-registered = Votre SIM est enregistrée avec votre pièce d’identité : sinon elle est coupée après { $value } mois.
before-suspended = Votre ligne est suspendue : faites-la d’abord réactiver, en boutique de l’opérateur ou par le service client. Rien n’est crédité avant.
before-suspended-where = Dans les { $value }, avec votre pièce d’identité, elle est réactivée sur place.
before-arrears = Vous devez de l’argent sur cette ligne : réglez-le d’abord. Rien de nouveau n’est crédité avant.
before-arrears-where = Les factures se paient ici : { $value }.
before-arrears-where-unknown = On ne sait pas où payer chez cet opérateur : demandez en boutique.
before-plan-any = Décidez ce que vous voulez : le montant du pass, et l’étoile { $star } (*{ $star }), qui veut dire Internet.
before-plan = Vous voulez { $plan } : { $price ->
    [unknown] prix inconnu
   *[other] { $price }
}, { $data ->
    [unknown] volume inconnu
   *[other] { $data }
}, { $validity ->
    [unknown] validité inconnue
   *[other] valable { $validity }
} ({ $seen ->
    [unknown] date du prix inconnue
   *[other] prix relevé : { $seen }
}).
before-balance = Voyez ce qui reste : composez le { $value }, ou regardez dans l’application.
before-balance-unknown = Aucun code connu ne montre ce qui reste : regardez dans l’application ou demandez en boutique.
before-own-number = Notez votre numéro : { $value } l’affiche.
before-own-number-unknown = Notez votre numéro : aucun code connu ne l’affiche. Appelez un ami : son téléphone le montre.
before-card = Prévoyez une carte bancaire qui fonctionne à l’étranger, et un autre moyen de payer au cas où elle serait refusée.
before-card-in-shop = Demandez d’abord si la boutique prend les cartes : toutes ne le font pas.
before-foreign-card = Une carte bancaire étrangère { $value } dans l’application : prévoyez des espèces pour une boutique.
before-foreign-card-unknown = On ne sait pas si une carte étrangère est acceptée : prévoyez des espèces pour une boutique.
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
online-sign-in = Connectez-vous avec votre numéro et votre mot de passe. Oublié ? Faites-le réinitialiser par SMS ou par e-mail.
online-menu = Ouvrez la page des recharges ({ $value }).
online-choose = { $plan ->
    [unsaid] Choisissez un forfait Internet (*{ $star }) au jour, à la semaine ou au mois, et leur nombre.
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
   *[other] Avant d’envoyer, vérifiez le numéro, le montant et le forfait.
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
shop-say = { $plan ->
    [unsaid] Dites ou montrez votre numéro, le montant et l’étoile { $star } : les phrases sont plus bas.
   *[other] { $star ->
        [unsaid] Dites votre numéro et le nom du forfait : « { $plan }, s’il vous plaît. »
       *[other] Dites ou montrez votre numéro, { $amount } et l’étoile { $star } : les phrases sont plus bas.
    }
}
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
    [unknown] Le prix du forfait n’est pas connu : demandez au vendeur.
   *[other] Prenez une carte de { $amount } : le montant décide du forfait que vous obtenez. S’il n’y en a pas de cette valeur, demandez une recharge sans carte.
}
scratch-open = Grattez doucement et lisez le code.
scratch-send = Envoyez un SMS au { $number }, ou appelez-le : le code, puis * et { $star }. La carte l’explique aussi.
scratch-send-unknown = Faites ce que dit la carte : elle explique comment utiliser le code.
scratch-example = Le SMS ressemble à ceci : { $value }
scratch-dial-star = Pour le pass *{ $star }, composez le { $code } avec le code de la carte à la place de CODE.
scratch-dial-star-unknown = On ne sait pas comment composer *{ $star } avec une carte : lisez la carte, ou demandez au vendeur de l’ajouter.
scratch-dial-plain = Sans étoile, c’est { $value } : on obtient du crédit d’appel.
scratch-call = L’opérateur indique aussi un numéro à appeler : { $value }.
scratch-star-matters = N’oubliez pas *{ $star } : sans cela, l’argent devient du crédit d’appel, pas le forfait.
scratch-keep = Gardez la carte jusqu’à ce qu’Internet fonctionne.

## Bill of a monthly plan

bill-not-recharge = C’est un abonnement mensuel : on paie sa facture, on ne le recharge pas.
bill-open = Ouvrez la page des factures et choisissez celle de votre numéro.
bill-where = Payez la facture ici : { $value }.
bill-where-unknown = On ne sait pas où payer la facture chez cet opérateur : demandez en boutique.
bill-say = Dites votre numéro et que vous voulez payer la facture : « Je voudrais payer ma facture, s’il vous plaît. »
bill-confirm = Attendez le SMS ou le reçu qui dit que la facture est payée.

## Check

check-sms = Le SMS de confirmation est arrivé : gardez-le.
check-balance = Le nouveau solde s’affiche : composez le { $value }, ou regardez dans l’application.
check-balance-unknown = Le nouveau solde s’affiche dans l’application.
check-page = Une page s’ouvre, Wi-Fi coupé.
check-end-date = Notez la nouvelle date de fin.
check-border = Près de la frontière est, à { $place }, coupez l’itinérance : les téléphones peuvent capter le réseau algérien.

## Trouble

trouble-wait = Patientez : cela prend { $value }.
trouble-restart = Activez puis coupez le mode avion, ou redémarrez le téléphone.
trouble-refused = Si le paiement est refusé, essayez un autre réseau, plus tard, ou une autre carte ; sinon, allez à un point de vente avec des espèces.
trouble-receipt = Retournez chez le vendeur avec le reçu.
trouble-credit = Si vous avez reçu du crédit d’appel au lieu du forfait, il manquait sans doute l’étoile *{ $star } : demandez au service client ce qu’on peut faire avant de racheter.
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
identify-in-app = On peut aussi l’identifier dans l’application, en scannant la pièce d’identité : { $value }. On ne sait pas si un passeport y est accepté.
before-unidentified-cut = N’attendez pas : une SIM non enregistrée est coupée après { $value } mois.
before-credit = { $amount ->
    [unsaid] Prévoyez assez de crédit d’appel sur votre ligne pour le forfait.
    [unknown] Prévoyez du crédit d’appel sur votre ligne ; le prix n’est pas connu, demandez-le d’abord.
   *[other] Prévoyez { $amount } de crédit d’appel sur votre ligne.
}
phone-call = Appelez le { $number } : l’opérateur le donne pour prendre un pass Internet.
phone-unproven = Ce n’est prouvé que pour { $line }, pas pour votre SIM : écoutez ce qui est proposé avant d’accepter.
phone-choose = Choisissez le forfait Internet ; écoutez le prix et ce qui le paie (sans doute votre crédit d’appel) avant de confirmer.
phone-unknown = Aucun numéro n’est connu ici pour prendre un forfait par téléphone : allez en boutique (--channel shop) ou utilisez l’application (--channel online).
abroad-reseller = Voyez si un revendeur sert votre opérateur, par exemple : { $value }.
abroad-own = En { $country } seulement, { $reseller } la recharge, à partir de { $min_dh } dirhams ({ $min_eur } EUR).
abroad-reseller-unknown = Aucun revendeur à l’étranger n’est connu : demandez à quelqu’un sur place de recharger votre numéro.
abroad-number = Donnez votre numéro avec l’indicatif, +212, et vérifiez l’opérateur affiché.
abroad-amount = { $amount ->
    [unsaid] Choisissez le montant.
    [unknown] Choisissez le montant ; le prix du forfait n’est pas connu.
   *[other] Choisissez le montant : { $amount }.
}
abroad-dearer = Attendez-vous à payer { $min } à { $max } % de plus que sur place.
abroad-sells = Ce qui arrive est sans doute du { $value } : on n’a pas vu de revendeur qui vende des données. Demandez avant de payer.
abroad-data = On ne sait pas si cela arrive en données ou en crédit d’appel : demandez au revendeur avant de payer.
trouble-wait-abroad = Patientez : cela prend { $value }.
trouble-phone = Si le numéro ne répond pas ou ne propose pas de forfait, allez en boutique.
term-minutes-to-a-day = de quelques minutes à un jour

## What to say at the counter

say-french = En français : « Bonjour, une recharge de { $amount } dirhams, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, pour le 06…, s’il vous plaît. »
say-darija = En arabe marocain : « Salam, 3afak wahed r-recharge dyal { $amount } dirham, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, l had nnemra: 06… »
say-arabic = À montrer : «سلام، عافاك واحد الروشارج ديال { $amount } درهم، إيتوال { $star }{ $data ->
    [1] ، أنترنيت
   *[other] {""}
}، لهاد النمرة: 06…»
say-meaning = Les trois phrases disent la même chose. Mettez le montant et votre numéro, sans espaces, à la place des « … ».
say-card-french = En français : « Bonjour, une carte de recharge { $operator } de { $amount } dirhams, s’il vous plaît. »
say-card-darija = En arabe marocain : « Salam, 3afak wahed l-carte dyal recharge { $operator } dyal { $amount } dirham. »
say-card-arabic = À montrer : «سلام، عافاك واحد لاكارط ديال الروشارج { $operator } ديال { $amount } درهم.»
say-card-meaning = Les trois phrases disent la même chose.

## A need and its dates

part-dates = Quand acheter
dates-item = { $star ->
    [unsaid] { $when } : { $plan }, { $price ->
        [unknown] prix inconnu
       *[other] { $price }
    }
   *[other] { $when } : { $plan }, { $price ->
        [unknown] prix inconnu
       *[other] { $price }
    }, étoile { $star }
}
dates-more = { $count ->
    [one] et encore un achat : `simplan schedule` le montre
   *[other] et encore { $count } achats : `simplan schedule` les montre
}
dates-end = Cela dure jusqu’au { $when }.

## Monthly plans and digital brands

before-bill-any = Regardez ce que vous devez : la dernière facture ou son SMS le dit.
before-bill-cycle = Le mois d’un abonnement commence le { $days } du mois ; celui de { $plan } dure { $plan_days } jours à partir de son activation.
before-bill-first = La première facture d’un abonnement à partir de { $from_dh } dirhams compte aussi les jours avant le début du mois.
before-contract = Conditions : { $value }.
before-contract-fees = La mise en service coûte { $fee_months } mois d’abonnement, SIM comprise ; la résiliation prend { $leave_days } jours.
before-brand-cycle = Un forfait qui se renouvelle le { $first_renewal } du mois est prélevé le { $first_charge } ; s’il se renouvelle le { $second_renewal }, il est prélevé le { $second_charge }.
fair-use = « Illimité » dans les abonnements de { $plans_dh } dirhams veut dire { $gb } Go ; ensuite, c’est lent.
before-bill = Votre abonnement est { $plan } : { $price ->
    [unknown] prix inconnu
   *[other] { $price } par mois
}, { $data ->
    [unknown] volume inconnu
   *[other] { $data }
} ({ $seen ->
    [unknown] date du prix inconnue
   *[other] prix relevé : { $seen }
}).
before-left-in-app = Voyez ce qui reste dans l’application ou sur le site : les codes sont pour les lignes prépayées.
before-balance-voice = Ou appelez le { $number } : une voix lit le solde, en { $language }.
before-balance-other = Ou appelez le { $call }, ou composez le { $menu } pour le menu.
brand-is = { $brand } est une marque numérique : elle se gère et se paie en ligne, sans recharges.
brand-open = Ouvrez { $value }.
brand-language = Le site existe en { $value }.
brand-choose = Ouvrez votre forfait et choisissez de le payer ou de le renouveler.
brand-bill-where = La facture se paie en ligne : { $value }.
brand-pay = La première facture se paie par : { $value } ; pour les suivantes, on ne sait pas.
brand-pay-unknown = On ne sait pas comment cette marque se paie : la page montre les moyens avant tout envoi.
brand-shop-unknown = On ne sait pas si une boutique encaisse pour { $brand } : demandez d’abord, ou payez en ligne (--channel online).
check-bill = La facture est notée comme payée.
check-next-bill = Notez le jour de la prochaine facture.
say-bill-french = En français : « Bonjour, je voudrais payer ma facture pour le 06…, s’il vous plaît. »
say-bill-darija = En arabe marocain : « Salam, 3afak bghit nkhelles l-facture dyal had nnemra: 06… »
say-bill-arabic = À montrer : «سلام، عافاك بغيت نخلص لافاكتور ديال هاد النمرة: 06…»
say-bill-meaning = Les trois phrases disent la même chose. Mettez votre numéro, sans espaces, à la place de 06…

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
shop-where-sold = Ce forfait ne se vend pas en recharge. Il se vend ici : { $buy }.
before-sim-first = Achetez d’abord la carte SIM : { $plan }, { $price }. On l’enregistre avec votre pièce d’identité avant qu’elle ne marche.
trouble-refused-abroad = Si le paiement est refusé, essayez une autre carte ou un autre revendeur, ou demandez à quelqu’un sur place de recharger votre numéro.
bill-where-shop-unknown = On ne sait pas quelles boutiques encaissent les factures de cet opérateur : demandez dans la sienne. On ne connaît que l’application { $value }.
before-arrears-bill = Vous devez de l’argent sur cette ligne : réglez tout, elle remarchera ensuite.
nothing-to-renew = Rien à acheter : ce qui reste sur votre SIM suffit pour le séjour.
sim-is-enough = Rien à renouveler : { $plan } suffit pour tout le séjour. Les papiers pour une SIM : simplan faq passeport
term-brand-app = ou son application
care-of-operator = Service client ({ $operator }) : { $value } ; on ne sait pas s’il sert { $brand }.
guide-title-brand = { $operator } : payer ou renouveler { $channel }, { $payment }
before-brand-wallet-unknown = On ne sait pas si un portefeuille mobile paie cette marque : prévoyez une carte.
check-data-end = À votre rythme, les données durent jusqu’au { $end } ; la validité du SMS peut être plus longue.
trouble-card = Retournez chez le vendeur avec la carte.
trouble-blocked = Après { $wrong_codes } codes erronés, la recharge est bloquée : appelez le { $call }, ou depuis un autre téléphone le { $other_phones }.
trouble-apn-bill = Si la facture est payée et qu’aucune page ne s’ouvre, voyez si le point d’accès (APN) du téléphone est { $apn }.
shop-supermarkets-unknown = On ne sait pas si les supermarchés vendent des recharges : demandez à la caisse.
scratch-language = Si vous appelez, la voix ne parle que { $value } : le SMS est plus simple.
