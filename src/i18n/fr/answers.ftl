## Figures

days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
need-data = { $days } et { $data }
need-calls = { $days } et { $minutes } d’appel
need-both = { $days }, { $data } et { $minutes } d’appel
purchases = { $count ->
    [one] { $count } achat
   *[other] { $count } achats
}
unknown = inconnu
unlimited = illimité
unlimited-by-seller = illimité selon le vendeur
sentence-separator = { " " }
list-separator = { ", " }
per-day-suffix = { $volume } par jour
at-least = ≥ { $amount }
fee = frais { $amount }
sim-item = SIM { $amount }
yes = oui
no = non

## compare

answer-best = Le moins cher pour { $need } : { $basket }, { $total }, { $purchases }, { $renewals }.
answer-stated = Le moins cher avec un volume annoncé : { $basket }, { $total }.
answer-margin = Avec { $percent } % de marge : vous demandez { $asked }, on compte { $counted }.
answer-state-suspended = La ligne { $line } est suspendue : faites-la d’abord rouvrir (`simplan renew-steps --state suspended`). Ce qui y restait ne compte pas.
answer-state-arrears = Un impayé bloque la ligne { $line } : réglez-le d’abord (`simplan renew-steps --state arrears`). Ce qui y restait ne compte pas.
answer-state-unidentified = La SIM de la ligne { $line } n’est pas identifiée : faites-la d’abord enregistrer avec un passeport ou une carte d’identité (`simplan renew-steps --state unidentified`). Ce qui y restait ne compte pas.
renew-never = rien à renouveler
renew-once = à renouveler une fois, le jour { $day }
renew-on-days = à renouveler { $count } fois, les jours { $days }
renew-count = à renouveler { $count } fois
renew-often = à renouveler { $count } fois, la première le jour { $day }
billed = { $count ->
    [one] facturé une fois
   *[other] facturé { $count } fois
}
answer-nothing = Rien dans ce catalogue ne convient pour { $need }.
answer-nothing-reasons = Pourquoi : { $reasons }.
reason-count = { $reason } ({ $count })
answer-nothing-change = Conviendrait avec { $option } : { $count ->
        [one] { $count } forfait
       *[other] { $count } forfaits
    }
answer-nothing-change-without = Conviendrait sans { $option } : { $count ->
        [one] { $count } forfait
       *[other] { $count } forfaits
    }
footer-shown = { $shown } sur { $offers ->
        [one] { $offers } offre
       *[other] { $offers } offres
    } ; { $refused ->
        [0] aucun forfait écarté
        [one] { $refused } forfait écarté : --explain dit pourquoi
       *[other] { $refused } forfaits écartés : --explain dit pourquoi
    }
footer-refused-unknown = { $count ->
    [one] dont { $count } seulement parce que le catalogue ne dit pas ce que vous demandez.
   *[other] dont { $count } seulement parce que le catalogue ne dit pas ce que vous demandez.
}
footer-prices = Prix relevés de { $oldest } à { $newest }.
footer-prices-of = Prix relevés { $oldest }.
footer-stale = « ! » marque un prix relevé il y a plus de { $days } jours ou à une date inconnue.
footer-incomplete = « ≥ » marque un total auquel s’ajoute un prix inconnu : demandez au magasin.
footer-contract = Un mois de facturation compte 30 jours à partir du début. Le mois de l’opérateur, qui commence souvent le 1er ou le 18, peut ajouter une facture partielle.
footer-rate = 1 { $currency } = { $rate } { $base } ({ $date })
footer-rate-own = 1 { $currency } = { $rate } { $base } (votre taux)
footer-rates = Converti à { $rates }.
column-rank = #
column-line = Ligne
column-operator = Opérateur
column-mix = Mélange
column-alone = Seul
column-basket = Panier
column-total = Total
column-currency = Monnaie
column-complete = Complet
column-pay = À payer
column-purchases = Achats
column-renewals = Renouv.
column-renew_on_days = Renouveler les jours
column-covers_days = Couvre (jours)
column-spare_mb = Mo en trop
column-per_day = Par jour
column-per_gb = Par Go
column-verified_on = Relevé
column-stale = Ancien
column-confidence = Confiance
check-sound = { $count ->
    [one] 1 forfait, en ordre.
   *[other] { $count } forfaits, en ordre.
}
explain-heading = Forfaits écartés
explain-left-out = { $count ->
    [one] { $count } autre forfait est écarté par votre propre choix de vendeurs et de types.
   *[other] { $count } autres forfaits sont écartés par votre propre choix de vendeurs et de types.
}
explain-counted = Ce catalogue est grand : ses forfaits écartés sont comptés, pas nommés : { $reasons }.
explain-offer = { $plan } est l’offre { $rank } sur { $offers } : { $basket }, { $total }.
explain-refused = { $plan } n’est dans aucune offre : { $reason }.

## refusals

refused-operator-excluded = son vendeur ou sa ligne est écarté
refused-kind-excluded = son type ({ $kind }) est écarté
refused-form-excluded = { $needed } demandé, il se présente en { $has }
refused-sold-excluded = vente { $needed } demandée, la sienne est { $has }
refused-unlimited-excluded = les forfaits illimités sont écartés
refused-scope-not-general = ses données ne servent qu’à { $scope }
refused-needs-contract = réservé aux résidents
refused-visitors-only = réservé aux visiteurs
refused-network-too-old = { $needed } demandé, son réseau est { $has }
refused-confidence-too-low = confiance { $needed } demandée, la sienne est { $has }
refused-price-too-old = prix relevé { $verified_on }, il y a { $age_days } jours ; { $max_age_days } au plus
refused-price-undated = on ne sait pas quand son prix a été relevé ; { $max_age_days } jours au plus demandés
refused-price-unknown = son prix est inconnu
refused-allowance-unknown = son volume de données est inconnu
refused-validity-unknown = sa validité est inconnue
refused-daily-allowance-too-small = il faut { $needed_per_day } par jour, il en a { $has_per_day }
refused-monthly-allowance-too-small = il faut { $needed } jusqu’à la facture suivante, il en a { $has }
refused-too-few-minutes = il faut { $needed ->
    [one] une minute
   *[other] { $needed } minutes
}, il en a { $has }
refused-purchase-limit = il faudrait { $needed } achats, { $allowed } au plus
refused-purchase-limit-never = aucun nombre d’achats ne suffit
refused-too-expensive = coûte { $total }, { $max_total } au plus
refused-too-large-to-search = sa ligne a trop de combinaisons pour une réponse exacte, ou coûte plus qu’on ne peut compter
refused-sim-only = une carte SIM seule : on l’achète avec un forfait
refused-rate-unknown = pas de taux de change pour { $currency }
refused-not-needed = ce qui reste, ou la SIM de sa ligne, suffit
refused-because-of-sim = sa carte SIM { $sim } est écartée : { $reason }
refused-unless = { $reason } ; conviendrait avec { $option }
refused-unless-without = { $reason } ; conviendrait sans { $option }

## reasons in short

why-operator-excluded = vendeur ou ligne écarté
why-kind-excluded = type écarté
why-form-excluded = autre présentation, ou inconnue
why-sold-excluded = vendu ailleurs, ou on ne sait où
why-unlimited-excluded = illimité écarté
why-scope-not-general = données pour certains usages seulement
why-needs-contract = réservé aux résidents
why-visitors-only = réservé aux visiteurs
why-network-too-old = réseau trop ancien ou inconnu
why-confidence-too-low = pas assez sûr
why-price-too-old = prix relevé il y a trop longtemps
why-price-unknown = prix inconnu
why-allowance-unknown = volume inconnu
why-validity-unknown = validité inconnue
why-daily-allowance-too-small = trop peu de données par jour
why-monthly-allowance-too-small = trop peu de données par mois
why-too-few-minutes = trop peu de minutes
why-purchase-limit = trop d’achats nécessaires
why-too-expensive = trop cher
why-too-large-to-search = trop grand pour être calculé
why-sim-only = carte SIM seule
why-rate-unknown = pas de taux de change
why-not-needed = pas nécessaire

## plans

column-id = Forfait
column-name = Nom
column-kind = Type
column-price = Prix
column-setup_fee = Frais d’activation
column-data = Données
column-data_per = Données par
column-validity = Validité
column-minutes = Minutes
column-sms = SMS
column-scope = Usage
column-network = Réseau
column-buy = Achat
column-audience = Pour
column-max_purchases = Achats max.
column-form = Présentation
column-sold = Vente
column-credit = Crédit d’appel
column-balance = Solde
column-most_data = Données au plus
column-source = Source
column-note = Remarque
column-reason = Pourquoi
column-field = Champ
column-value = Valeur
plans-count = { $shown ->
    [one] { $shown } forfait sur { $all }
   *[other] { $shown } forfaits sur { $all }
}
plans-none = Aucun forfait ne correspond.

## bills

column-subtotal = Sous-total
column-count = Fois
bill-title = Facture pour { $need }
bill-total = Total
bill-shares = { $per_day } par jour, { $per_gb } par Go.
bill-share-of-day = { $per_day } par jour.
bill-sim-uncounted = Le prix de { $sim } ne peut pas être compté ({ $price }) : le total est un minimum.
bill-useless = { $plan } ne couvre rien de ce besoin : { $reason }.
bill-lasts-exactly = Cela suffit pour tout le séjour, il ne reste rien.
bill-lasts = Cela suffit pour tout le séjour, { $spare } de plus que nécessaire.
bill-lasts-data = Cela suffit pour tout le séjour, { $spare } de plus que nécessaire ; il reste { $data }.
bill-short = Cela dure { $covered_number } jours sur { $days } : il manque { $short } et { $data }.
bill-short-calls = Cela dure { $covered_number } jours sur { $days } : il manque { $short }.
bill-thin-day = { $plan } donne { $has } par jour, il vous en faut { $needed } : il manque { $data }.
bill-thin-month = { $plan } donne { $has } jusqu’à la facture suivante, il vous en faut { $needed } : il manque { $data }.
bill-short-minutes = Il manque { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} d’appel.
bill-unknown = On ne sait pas si cela suffit : le catalogue ne dit pas ce que contient { $plan }, ou pour combien de temps.
bill-cheapest = Le moins cher sur la même ligne : { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } de moins
    [more] { $amount } de plus
   *[same] autant
}.
bill-is-cheapest = Aucun panier de la même ligne ne coûte moins.
bill-nothing = Rien sur la même ligne ne dure tout le séjour.

## schedules

column-step = #
column-day = Jour
column-date = Date
column-due = Quand
column-paid = Payé en tout
column-why = Pourquoi alors
column-until = Jusqu’à
column-covers = Pour
covers-data = données
covers-calls = appels
covers-data-and-calls = données et appels
schedule-title = Pour { $need } : { $basket }, { $total }, { $renewals }.
schedule-nothing = Rien à acheter : ce qui reste suffit pour tout le séjour, avec { $data } de marge.
schedule-left = « = » est ce qui reste sur la SIM ; cela dure jusqu’au jour { $day }.
schedule-left-other = « = » est ce qui reste sur la SIM de { $line } ; cela dure jusqu’au jour { $day } : passez alors à la SIM de { $other }.
schedule-ends = Couvert jusqu’à : { $until } ; le séjour finit avec le jour { $day }.
until-day = jour { $day }
why-stay-begins = le séjour commence
why-data-used-up = les données sont épuisées
why-minutes-used-up = les minutes sont épuisées
why-validity-over = la validité est finie
ics-summary = Acheter { $plan }, { $price }
ics-summary-unpriced = Acheter { $plan }
ics-where = Cela s’achète ici : { $buy }
ics-empty = Rien à acheter : aucun calendrier n’a été écrit.
ics-written = Le calendrier de { $count ->
    [one] { $count } événement
   *[other] { $count } événements
} est dans { $file }.

## one plan explained

explain-begins = { $plan } commence l’offre { $rank } sur { $offers } : { $basket }, { $total }.
explain-mixed = { $plan } est dans l’offre { $rank } sur { $offers }, un mélange : { $basket }, { $total }.
explain-alone = Seul, { $plan } est battu par un autre panier de sa ligne : { $basket }, { $total }.
explain-covers-validity = Un achat couvre { $covers } : sa validité dure { $validity }, ses données dureraient { $data } à { $pace } par jour.
explain-covers-data = Un achat couvre { $covers } : ses données durent { $data } à { $pace } par jour, sa validité durerait { $validity }.
explain-covers-minutes = Un achat couvre { $covers } : autant que durent ses minutes.
explain-covers = Un achat couvre { $covers } : autant que dure sa validité.
explain-break-even = À { $price } l’achat ou moins, un panier de ce seul forfait serait la première offre.
explain-never-first = À aucun prix un panier de ce seul forfait ne serait la première offre.
trade-off = Ce que coûtent moins d’achats : aucune offre n’est meilleure que celles-ci sur les deux points.
budget-best = Pour { $budget }, au plus { $data } pendant { $days } : { $basket }, { $total }.
budget-nothing = Pour { $budget }, pas de données pendant { $days }.

## warnings about an answer

warning = attention
stale-offer = le prix de { $name } ({ $plan }) a été relevé { $verified_on }, il y a { $age_days } jours : il a pu changer
stale-offer-undated = on ne sait pas quand le prix de { $name } ({ $plan }) a été relevé : il a pu changer
stale-rate = le taux de { $currency } date du { $date }, il y a { $age_days } jours : donnez celui du jour avec --rate
rate-of-the-future = le taux de { $currency } est d’un jour à venir ({ $date })
rate-far-from-file = votre taux de { $currency }, { $value }, dépasse le double ou n’atteint pas la moitié de celui du fichier, { $expected }
left-out = absent de la réponse : { $fault }
search-too-large = la ligne `{ $line }` a trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il en faut { $purchases }) ; raccourcissez le séjour, réduisez le besoin ou écartez les petits forfaits
pair-too-large = les lignes `{ $line }` ont ensemble trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il en faut { $purchases }) ; raccourcissez le séjour, réduisez le besoin ou écartez les petits forfaits
trade-off-too-large = le compromis entre achats et prix de `{ $line }` a trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il en faut { $purchases }) ; raccourcissez le séjour, réduisez le besoin ou écartez les petits forfaits
count-too-large = la ligne `{ $line }` demande plus d’achats qu’on n’en peut compter ; raccourcissez le séjour ou réduisez le besoin

## Dates

month-1 = janv.
month-2 = févr.
month-3 = mars
month-4 = avr.
month-5 = mai
month-6 = juin
month-7 = juil.
month-8 = août
month-9 = sept.
month-10 = oct.
month-11 = nov.
month-12 = déc.
date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-month = { $month } { $year }
date-time = { $date } à { $time }

## Words of the catalogue

word-sim = SIM
word-pass = forfait
word-tourist = pour visiteurs
word-contract = abonnement
word-esim = eSIM
word-anyone = tous
word-visitor = visiteurs
word-resident = résidents
word-high = haute
word-medium = moyenne
word-low = basse
word-shop = en boutique
word-online = en ligne
word-both = les deux
word-abroad = en ligne depuis l’étranger
word-shared = commun
word-separate = séparé
word-video = vidéo
word-general = tout usage
word-social = réseaux sociaux
word-games = jeux
word-total = en tout
word-day = par jour
word-stdin = l’entrée standard
word-stdout = la sortie standard
labelled = { $title } : { $text }

## batch

batch-progress = { $rows } lignes, { $rate } par seconde
batch-progress-left = { ", " }{ $percent } %, reste { $time }
batch-stale = { $stale ->
    [one] { $stale } réponse sur { $rows } repose sur un prix qui a pu changer : son `stale` est true
   *[other] { $stale } réponses sur { $rows } reposent sur un prix qui a pu changer : leur `stale` est true
}
batch-bad = { $bad ->
    [one] { $bad } ligne sur { $rows } est mauvaise : son `error` dit où et pourquoi
   *[other] { $bad } lignes sur { $rows } sont mauvaises : leur `error` dit où et pourquoi
}
in-brackets = { " (" }{ $text })
