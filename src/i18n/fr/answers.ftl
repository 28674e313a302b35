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
answer-high = Selon les estimations hautes, { $data } par jour : { $basket }, { $total }.
answer-high-nothing = Selon les estimations hautes, { $data } par jour, rien ne convient.
answer-margin = Avec { $percent } % de marge : vous demandez { $asked }, le calcul porte sur { $counted }.
answer-state-suspended = La ligne { $line } est suspendue : faites-la d’abord rouvrir (`simplan renew-steps --state suspended`). Ce qui y restait n’est pas compté.
answer-state-arrears = Un impayé bloque la ligne { $line } : réglez-le d’abord (`simplan renew-steps --state arrears`). Ce qui y restait n’est pas compté.
answer-state-unidentified = La SIM de la ligne { $line } n’est pas identifiée : faites-la d’abord enregistrer avec un passeport ou une carte d’identité (`simplan renew-steps --state unidentified`). Ce qui y restait n’est pas compté.
renew-never = rien à renouveler
renew-once = à renouveler une fois (jour { $day })
renew-on-days = à renouveler { $count } fois (jours { $days })
renew-count = à renouveler { $count } fois
renew-often = à renouveler { $count } fois (la première le jour { $day })
billed = { $count ->
    [one] facturé une fois
   *[other] facturé { $count } fois
}
answer-nothing = Rien dans ce catalogue ne convient pour { $need }.
answer-nothing-reasons = Pourquoi : { $reasons }.
reason-count = { $reason } ({ $count })
answer-nothing-change = Avec { $option }, { $count ->
        [one] { $count } forfait conviendrait
       *[other] { $count } forfaits conviendraient
    }.
answer-nothing-change-without = Sans { $option }, { $count ->
        [one] { $count } forfait conviendrait
       *[other] { $count } forfaits conviendraient
    }.
footer-shown = { $shown } sur { $offers ->
        [one] { $offers } offre
       *[other] { $offers } offres
    } ; { $refused ->
        [0] aucun forfait écarté
        [one] { $refused } forfait écarté : --explain dit pourquoi
       *[other] { $refused } forfaits écartés : --explain dit pourquoi
    }
footer-refused-unknown = { $count ->
    [one] { $count } forfait n’est écarté que parce que le catalogue ne précise pas ce que vous demandez.
   *[other] { $count } forfaits ne sont écartés que parce que le catalogue ne précise pas ce que vous demandez.
}
footer-prices = Dates des prix : de { $oldest } à { $newest }.
footer-prices-of = Date des prix : { $oldest }.
footer-stale = « ! » marque un prix relevé il y a plus de { $days } jours ou à une date inconnue.
footer-incomplete = « ≥ » marque un total auquel s’ajoute un prix inconnu : demandez en boutique.
footer-contract = Les factures sont comptées dès le premier jour du séjour, une par période commencée. Le mois de facturation de l’opérateur peut commencer un autre jour et ajouter une facture partielle.
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
column-renew_on_days = Jours de renouv.
column-covers_days = Couvre (jours)
column-spare_mb = Mo en trop
column-per_day = Par jour
column-per_gb = Par Go
column-verified_on = Date du prix
column-stale = Ancien
column-confidence = Confiance
check-valid = { $count ->
    [one] { $count } forfait vérifié, aucune erreur.
   *[other] { $count } forfaits vérifiés, aucune erreur.
}
explain-heading = Forfaits écartés
explain-left-out = { $count ->
    [one] { $count } autre forfait est écarté par vos propres filtres.
   *[other] { $count } autres forfaits sont écartés par vos propres filtres.
}
explain-counted = Ce catalogue est grand : ses forfaits écartés sont comptés sans être énumérés : { $reasons }.
explain-offer = { $plan } est l’offre { $rank } sur { $offers } : { $basket }, { $total }.
explain-refused = { $plan } n’est dans aucune offre : { $reason }.

## refusals

refused-operator-excluded = son vendeur ou sa ligne est écarté
refused-kind-excluded = son type ({ $kind }) est écarté
refused-form-excluded = forme demandée : { $needed }, ici : { $has }
refused-sold-excluded = vente demandée : { $needed }, ici : { $has }
refused-unlimited-excluded = les forfaits illimités sont écartés
refused-scope-not-general = données réservées à un usage : { $scope }
refused-needs-contract = réservé aux résidents
refused-visitors-only = réservé aux visiteurs
refused-network-too-old = réseau demandé : { $needed }, ici : { $has }
refused-confidence-too-low = confiance demandée : { $needed }, ici : { $has }
refused-price-too-old = date du prix : { $verified_on }, il y a { $age_days } jours ; { $max_age_days } jours au plus
refused-price-undated = la date de son prix est inconnue ; { $max_age_days } jours au plus
refused-price-unknown = son prix est inconnu
refused-allowance-unknown = son volume de données est inconnu
refused-validity-unknown = sa validité est inconnue
refused-daily-allowance-too-small = il faut { $needed_per_day } par jour, il en a { $has_per_day }
refused-monthly-allowance-too-small = il faut { $needed } jusqu’à la facture suivante, il en a { $has }
refused-too-few-minutes = il faut { $needed ->
    [one] une minute
   *[other] { $needed } minutes
} d’appel, comprises : { $has }
refused-purchase-limit = il faudrait { $needed } achats, { $allowed } au plus
refused-purchase-limit-never = aucun nombre d’achats ne suffit
refused-too-expensive = coûte { $total }, { $max_total } au plus
refused-too-large-to-search = sa ligne a trop de combinaisons pour une réponse exacte, ou coûte trop cher pour être comptée
refused-sim-only = une carte SIM seule : on achète un pass avec
refused-rate-unknown = pas de taux de change pour { $currency }
refused-not-needed = ce qui reste, ou la SIM de sa ligne, suffit
refused-because-of-sim = sa carte SIM { $sim } est écartée : { $reason }
refused-unless = { $reason } ; conviendrait avec { $option }
refused-unless-without = { $reason } ; conviendrait sans { $option }

## reasons in short

why-operator-excluded = vendeur ou ligne écarté
why-kind-excluded = type écarté
why-form-excluded = autre forme, ou inconnue
why-sold-excluded = vendu ailleurs, ou lieu inconnu
why-unlimited-excluded = illimité écarté
why-scope-not-general = données pour certains usages seulement
why-needs-contract = réservé aux résidents
why-visitors-only = réservé aux visiteurs
why-network-too-old = réseau trop ancien ou inconnu
why-confidence-too-low = pas assez sûr
why-price-too-old = prix trop ancien
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
column-form = Forme
column-sold = Vente
column-credit = Crédit d’appel
column-balance = Solde
column-most_data = Données max.
column-source = Source
column-note = Remarque
column-reason = Motif
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
bill-lasts-exactly = Cela suffit tout juste pour tout le séjour : il ne reste rien.
bill-lasts-whole = Cela suffit pour tout le séjour.
bill-lasts = Cela suffit pour tout le séjour, { $spare } de plus que nécessaire.
bill-lasts-data = Cela suffit pour tout le séjour, { $spare } de plus que nécessaire ; il reste { $data }.
bill-lasts-data-only = Cela suffit pour tout le séjour ; il reste { $data }.
bill-short = Cela dure { $covered_number } jours sur { $days } : il manque { $short } et { $data }.
bill-short-calls = Cela dure { $covered_number } jours sur { $days } : il manque { $short }.
bill-thin-day = { $plan } donne { $has } par jour, il vous en faut { $needed } : il manque { $data }.
bill-thin-month = { $plan } donne { $has } jusqu’à la facture suivante, il vous en faut { $needed } : il manque { $data }.
bill-short-minutes = Il manque { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} d’appel.
bill-unknown = On ne sait pas si cela suffit : le catalogue ne dit pas ce que contient { $plan }, ou pour combien de temps.
bill-cheapest = Le moins cher sur la même ligne : { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } de moins
    [more] { $amount } de plus
   *[same] au même prix
}.
bill-cheapest-lines = Le moins cher sur ces lignes : { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } de moins
    [more] { $amount } de plus
   *[same] au même prix
}.
bill-is-cheapest = Aucun panier de la même ligne n’est moins cher.
bill-is-cheapest-lines = Aucun panier sur ces lignes n’est moins cher.
bill-left-is-enough = Ce qui reste sur votre SIM suffit pour tout le séjour : il n’y a rien à acheter.
bill-nothing = Rien sur la même ligne ne dure tout le séjour.
bill-nothing-lines = Rien sur ces lignes ne dure tout le séjour.

## schedules

column-step = #
column-day = Jour
column-date = Date
column-due = Quand
column-paid = Cumul
column-why = Motif
column-until = Jusqu’à
column-covers = Pour
covers-data = données
covers-calls = appels
covers-data-and-calls = données et appels
schedule-title = Pour { $need } : { $basket }, { $total }, { $renewals }.
schedule-nothing = Rien à acheter : ce qui reste suffit pour tout le séjour, avec { $data } de marge.
schedule-nothing-unlimited = Rien à acheter : ce qui reste suffit pour tout le séjour, et ses données sont illimitées.
schedule-left = « = » est ce qui reste sur la SIM ; cela dure jusqu’au jour { $day }.
schedule-left-other = « = » est ce qui reste sur la SIM de { $line } ; cela dure jusqu’au jour { $day } : passez alors à la SIM de { $other }.
schedule-ends = Couvert jusqu’à : { $until } ; le séjour finit avec le jour { $day }.
schedule-night = { $count ->
    [one] L’achat { $steps } tombe
   *[other] Les achats { $steps } tombent
} la nuit : achetez le soir qui précède ou le matin qui suit.
schedule-nights = { $count } achats tombent la nuit : achetez le soir qui précède ou le matin qui suit.
timeline-more = … et encore { $count ->
    [one] { $count } achat
   *[other] { $count } achats
}
until-day = jour { $day }
why-stay-begins = début du séjour
why-data-used-up = données épuisées
why-minutes-used-up = minutes épuisées
why-validity-over = validité terminée
ics-summary = Acheter { $plan }, { $price }
ics-summary-unpriced = Acheter { $plan }
ics-where = Où acheter : { $buy }
ics-night = Cela tombe la nuit : achetez le soir qui précède ou le matin qui suit.
ics-empty = Rien à acheter : aucun calendrier n’a été écrit.
ics-written = Le calendrier de { $count ->
    [one] { $count } événement
   *[other] { $count } événements
} est dans { $file }.
ics-cancelled = { $count ->
    [one] { $count } événement d’un plan précédent y est annulé
   *[other] { $count } événements d’un plan précédent y sont annulés
}.

## one plan explained

explain-begins = { $plan } figure en premier dans l’offre { $rank } sur { $offers } : { $basket }, { $total }.
explain-mixed = { $plan } est dans l’offre { $rank } sur { $offers }, un mélange : { $basket }, { $total }.
explain-alone = Seul, { $plan } est battu par un autre panier de sa ligne : { $basket }, { $total }.
explain-sim-beaten = { $plan } n’est que dans des paniers battus par un autre panier de sa ligne, par exemple { $basket }, { $total }.
explain-covers-validity = Un achat couvre { $covers } : la validité est de { $validity }, les données dureraient { $data } à { $pace } par jour.
explain-covers-data = Un achat couvre { $covers } : les données durent { $data } à { $pace } par jour, la validité est de { $validity }.
explain-covers-minutes = Un achat couvre { $covers } : le temps que durent ses minutes.
explain-covers = Un achat couvre { $covers } : le temps que dure sa validité.
explain-break-even = À { $price } ou moins par achat, un panier de ce seul forfait serait la première offre.
explain-never-first = Même gratuit, un panier de ce seul forfait ne serait pas la première offre.
trade-off = Payer plus pour acheter moins souvent : aucune offre ne fait mieux que celles-ci sur les deux critères.
budget-best = { $budget } donnent au plus { $data } pour { $need } : { $basket }, { $total }.
budget-best-unlimited = { $budget } donnent des données illimitées, selon le vendeur, pour { $need } : { $basket }, { $total }.
budget-stated = Avec un volume annoncé, au plus { $data } : { $basket }, { $total }.
budget-margin = Avec { $percent } % de marge, { $need } sont comptés comme { $counted }.
budget-nothing = { $budget } ne suffisent pas pour { $need } avec des données.

## warnings about an answer

warning = attention
start-in-the-past = le séjour commence le { $date }, avant aujourd’hui ({ $today })
start-skipped = le { $date }, les horloges avancent et sautent { $time } : le séjour commence à { $read }
start-repeated = le { $date }, les horloges reculent et affichent deux fois { $time } : le séjour commence à la première des deux
stale-offer = le prix de { $name } ({ $plan }) date d’il y a { $age_days } jours ({ $verified_on }) : il a pu changer
stale-offer-undated = le prix de { $name } ({ $plan }) n’est pas daté : il a pu changer
stale-rate = le taux de { $currency } date d’il y a { $age_days } jours ({ $date }) : donnez un taux récent avec --rate
rate-of-the-future = le taux de { $currency } porte une date à venir ({ $date })
rate-far-from-file = votre taux de { $currency }, { $rate }, dépasse le double de celui du fichier, { $file_rate }, ou n’en atteint pas la moitié
left-out = absent de la réponse : { $error }
search-too-large = la ligne `{ $line }` a trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il en faut { $purchases }) ; raccourcissez le séjour, réduisez le besoin ou écartez les petits forfaits
pair-too-large = les lignes `{ $line }` ont ensemble trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il en faut { $purchases }) ; raccourcissez le séjour, réduisez le besoin ou écartez les petits forfaits
trade-off-too-large = le compromis entre achats et prix de `{ $line }` a trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il en faut { $purchases }) ; raccourcissez le séjour, réduisez le besoin ou écartez les petits forfaits
count-too-large = la ligne `{ $line }` demande trop d’achats pour être comptés ; raccourcissez le séjour ou réduisez le besoin

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
word-pass = pass
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
word-sim-or-esim = SIM ou eSIM
word-shop-and-online = en boutique et en ligne
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
    [one] { $bad } ligne sur { $rows } est erronée : son `error` dit où et pourquoi
   *[other] { $bad } lignes sur { $rows } sont erronées : leur `error` dit où et pourquoi
}
in-brackets = { " (" }{ $text })
