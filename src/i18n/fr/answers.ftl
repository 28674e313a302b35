### One word for each thing: a *formule* is any row of the catalogue, a *pass* is prepaid, an *abonnement* is monthly, a *panier*
### is what one buys, an *offre* is a basket in the ranking. Not *forfait*: in Morocco that is the monthly plan.
### A date with its preposition is an argument of its own: `le 2 janv. 2026`, `en déc. 2024`. “Illimité” is `selon le vendeur`.

## Figures

days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
days-fraction = { $whole ->
    [one] { $count } jour
   *[other] { $count } jours
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
unlimited-marked = illimité†
sentence-separator = { " " }
list-separator = { ", " }
list-last-separator = { " et " }
quoted = « { $text } »
per-day-suffix = { $volume } par jour
per-day-short = { $volume }/jour
at-least = ≥ { $amount }
fee = frais { $amount }
sim-item = SIM { $amount }
yes = oui
no = non

## compare

answer-best = { $need } : { $offer }, { $renewals }.
answer-best-on-two-sims = { $need }, sur deux SIM : { $offer }, { $renewals }.
offer = { $seller }, { $basket }, { $total }
answer-keep = { $need } : gardez { $offer }, { $renewals }.
mine-dearer = Ce que vous avez, { $basket }, coûte { $total } : { $more } de plus que le moins cher.
mine-not-enough = Ce que vous avez, { $mine }, ne suffit pas pour ce besoin.
seller-mine = ce que vous avez
offer-on-two-sims = { $basket }, { $total }
offer-in-short = { $seller }, { $total }
items-of-line = { $line } ({ $items })
first-seen = { $of ->
    [one] Prix relevé
    [all] Prix relevés
   *[oldest] Prix le plus ancien ({ $plan }) relevé
} { $age }, { $confidence }.
first-undated = { $of ->
    [one] Prix
    [all] Prix
   *[oldest] Prix de { $plan }
} sans date connue, { $confidence }.
first-least-sure = Le moins sûr : { $plan }, { $confidence }.
first-stale = { $of ->
    [one] Il a pu changer
    [all] Ils ont pu changer
   *[oldest] Les prix ont pu changer
} : demandez avant de payer.
first-credit = Avec { $amount } de crédit d’appel.
first-needs-esim = Il faut un téléphone eSIM.
confidence-high = fiabilité élevée
confidence-medium = fiabilité moyenne
confidence-low = fiabilité faible
confidence-unknown = fiabilité inconnue
age-unknown = date inconnue
age-today = aujourd’hui
age-days = { $count ->
    [one] hier
   *[other] il y a { $count } jours
}
age-months = il y a { $count } mois
age-years = il y a { $count } ans
seen = { $when }
seen-sim = { $when } (SIM)
seen-unsure = { $when }, peu sûr
answer-stated = Les données sont illimitées selon le vendeur. Le moins cher avec un volume annoncé : { $basket }, { $total }.
answer-high = Selon les estimations hautes, { $data } par jour : { $basket }, { $total }.
answer-high-nothing = Selon les estimations hautes, { $data } par jour, rien ne convient.
answer-margin = Avec { $percent } % de marge : vous demandez { $asked }, le calcul porte sur { $counted }.
answer-state-suspended = La ligne { $line } est suspendue : faites-la d’abord rouvrir (`simplan renew-steps --have-sim { $line } --state suspended`). Ce qui y restait n’est pas compté.
answer-state-arrears = Un impayé bloque la ligne { $line } : réglez-le d’abord (`simplan renew-steps --have-sim { $line } --state arrears`). Ce qui y restait n’est pas compté.
answer-state-unidentified = La SIM de la ligne { $line } n’est pas identifiée : faites-la d’abord enregistrer avec un passeport ou une carte d’identité (`simplan renew-steps --have-sim { $line } --state unidentified`). Ce qui y restait n’est pas compté.
renew-never = rien à renouveler
renew-once = à renouveler une fois, au { $day } jour
renew-on-days = à renouveler { $count } fois, aux { $days } jours
renew-count = à renouveler { $count } fois
renew-often = à renouveler { $count } fois, la première au { $day } jour
billed = { $count ->
    [one] facturé une fois
   *[other] facturé { $count } fois
}
answer-nothing = Rien dans ce catalogue ne convient pour { $need }.
answer-nothing-reasons = Pourquoi : { $reasons }.
reason-count = { $reason } ({ $count })
answer-nothing-change = Avec { $option }, { $count ->
        [one] { $count } formule conviendrait
       *[other] { $count } formules conviendraient
    }.
answer-nothing-change-without = Sans { $option }, { $count ->
        [one] { $count } formule conviendrait
       *[other] { $count } formules conviendraient
    }.
footer-more = { $more ->
    [one] { $more } autre offre, à { $total } (--limit 0).
   *[other] { $more } autres offres à partir de { $total } (--limit 0).
}
footer-more-counted = { $more ->
    [one] { $more } autre offre (--limit 0).
   *[other] { $more } autres offres (--limit 0).
}
footer-refused = { $refused ->
    [one] { $refused } formule n’est dans aucune offre (--explain).
   *[other] { $refused } formules ne sont dans aucune offre (--explain).
}
footer-refused-some-unknown = { $refused ->
    [one] { $refused } formule n’est dans aucune offre, faute d’une donnée connue (--explain).
   *[other] { $refused } formules ne sont dans aucune offre, dont { $unknown } faute d’une donnée connue (--explain).
}
answer-left = Ce qui reste sur votre SIM { $own } sert d’abord, jusqu’au { $until }.
answer-left-other = Ce qui reste sur votre SIM { $own } sert d’abord, jusqu’au { $until } : passez ensuite à la SIM { $other }.
two-sims-in-vain = Aucun panier sur deux lignes (deux SIM du catalogue dans un téléphone) ne coûte moins.
own-sims-nothing = Sur votre propre SIM ({ $lines }), rien ne convient : { $reasons }.
alternative = { $condition } : { $offer }.
alternative-either = { $first }, ou { $second }
alternative-with = { $condition } ({ $option })
alternative-without = { $condition } (sans { $option })
alternative-form-sim = sans téléphone eSIM
alternative-form = avec une SIM de n’importe quelle forme
alternative-resident = si vous êtes résident
alternative-sims = sur deux SIM
alternative-network = avec des formules dont le réseau n’est pas connu
alternative-max-age = avec des prix plus anciens
alternative-gone = si { $plan } n’existe plus ou a augmenté
next-step = Ensuite : { $command }
footer-refused-unknown = { $count ->
    [one] { $count } formule n’est écartée que parce que le catalogue ne précise pas ce que vous demandez.
   *[other] { $count } formules ne sont écartées que parce que le catalogue ne précise pas ce que vous demandez.
}
footer-incomplete = « ≥ » signale un total auquel il manque un prix inconnu : renseignez-vous en boutique.
footer-unlimited = « † » signale ce qui est illimité selon le vendeur.
footer-contract = Les factures sont comptées à partir du premier jour du séjour, une par période entamée. Le mois de facturation de l’opérateur peut commencer un autre jour et ajouter une facture partielle.
footer-rate = 1 { $currency } = { $rate } { $base } ({ $date })
footer-rate-own = 1 { $currency } = { $rate } { $base } (votre taux)
footer-rates = Taux de change : { $rates }.
column-rank = #
column-line = Ligne
column-operator = Vendeur
column-mix = Mélange
column-alone = Seule
column-answer = Réponse
column-schema = Schéma
schema-how = Pour en afficher un : `simplan schema compare`
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
column-confidence = Fiabilité
plan-other-values = Les valeurs sans nom de fichier viennent du catalogue : { $source }.
import-map-airalo = JSON de l’API partenaire d’Airalo : des opérateurs et leurs forfaits
import-map-esimdb = CSV d’eSIM de voyage : `data_mb`, `validity_days`, `usd_price`, `data_cap_per`
import-map-price-list = CSV d’une liste de prix : `name`, `price`, `data`, `days`
import-rounded = { $rows ->
    [one] sur { $rows } ligne, un montant a plus de décimales que sa devise : il est arrondi au plus proche
   *[other] sur { $rows } lignes, un montant a plus de décimales que sa devise : il est arrondi au plus proche
}
import-counts = { $plans ->
    [one] { $plans } formule importée
   *[other] { $plans } formules importées
}{ $left_out ->
    [0] {""}
   *[other] {""} ; lignes en erreur : { $left_out }
}{ $filtered ->
    [0] {""}
   *[other] {""} ; lignes filtrées par la table : { $filtered }
}{ $repeated ->
    [0] {""}
   *[other] {""} ; lignes qui en répètent une autre : { $repeated }
}
severity-error = erreur
severity-warning = avertissement
severity-note = remarque
check-summary = { $count ->
    [one] { $count } formule
   *[other] { $count } formules
}, { $errors ->
    [0] aucune erreur
    [one] { $errors } erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [0] aucun avertissement
    [one] { $warnings } avertissement
   *[other] { $warnings } avertissements
}, { $notes ->
    [0] aucune remarque
    [one] { $notes } remarque
   *[other] { $notes } remarques
}.
check-unseen = { $count ->
    [one] Une autre n’est pas affichée.
   *[other] { $count } autres ne sont pas affichées.
}
check-not-compared = Le fichier est trop grand pour comparer les formules entre elles.
column-code = Code
column-severity = Gravité
column-meaning = Sens
explain-heading = { $refused } formules sur { $plans } ne sont dans aucune offre, les plus proches d’abord
explain-left-out = Écartées par vos propres filtres : { $reasons }.
explain-counted = Ce catalogue est grand : ses formules écartées sont comptées, mais pas énumérées : { $reasons }.
explain-offer = { $plan } est l’offre { $rank } sur { $offers } : { $basket }, { $total }.
explain-refused = { $plan } n’entre dans aucune offre : { $reason }.

## refusals

refused-operator-excluded = son vendeur ou sa ligne est écarté
refused-kind-excluded = son type ({ $kind }) est écarté
refused-form-excluded = il faut une { $needed }, elle existe en { $has }
refused-form-unknown = il faut une { $needed }, sa forme est inconnue
refused-sold-excluded = vous demandez une formule vendue { $needed }, elle est vendue { $has }
refused-sold-unknown = vous demandez une formule vendue { $needed }, son lieu de vente est inconnu
refused-unlimited-excluded = les formules illimitées sont écartées
refused-scope-not-general = données pour un seul usage ({ $scope })
refused-needs-contract = pour résidents seulement
refused-visitors-only = pour visiteurs seulement
refused-network-too-old = il faut la { $needed }, elle a la { $has }
refused-network-unknown = il faut la { $needed }, son réseau est inconnu
refused-confidence-too-low = il faut une fiabilité { $needed }, la sienne est { $has }
refused-confidence-unknown = il faut une fiabilité { $needed }, la sienne est inconnue
refused-price-too-old = prix relevé { $verified_on }, il y a { $age_days } jours ; { $max_age_days } jours au plus
refused-price-undated = la date de son prix est inconnue ; { $max_age_days } jours au plus
refused-price-unknown = son prix est inconnu
refused-allowance-unknown = son volume de données est inconnu
refused-validity-unknown = sa validité est inconnue
refused-daily-allowance-too-small = il faut { $needed_per_day } par jour, elle en donne { $has_per_day }
refused-monthly-allowance-too-small = il faut { $needed } jusqu’à la facture suivante, elle en donne { $has }
refused-too-few-minutes = il faut { $needed ->
    [one] une minute
   *[other] { $needed } minutes
} d’appel, elle en donne { $has }
refused-minutes-unknown = il faut { $needed ->
    [one] une minute
   *[other] { $needed } minutes
} d’appel, on ne sait pas combien elle en donne
refused-purchase-limit = il faudrait { $needed } achats, { $allowed } au plus
refused-purchase-limit-never = aucun nombre d’achats ne suffit
refused-too-expensive = coûte { $total }, plus que les { $max_total } permis
refused-too-large-to-search = sa ligne a trop de combinaisons pour une réponse exacte, ou coûte trop cher pour être calculée
refused-sim-only = ce n’est qu’une carte SIM, il faut y ajouter un pass
refused-rate-unknown = pas de taux de change pour { $currency }
refused-not-needed = ce qui reste, ou la SIM de sa ligne, suffit
refused-because-of-sim = sa carte SIM { $sim } est écartée : { $reason }
refused-unless = { $reason } ; conviendrait avec { $option }
refused-unless-without = { $reason } ; conviendrait sans { $option }

## reasons in short

why-operator-excluded = vendeur ou ligne écarté
why-kind-excluded = type écarté
why-form-excluded = autre forme, ou inconnue
why-sold-excluded = vente ailleurs, ou lieu inconnu
why-unlimited-excluded = données illimitées écartées
why-scope-not-general = données pour certains usages seulement
why-needs-contract = pour résidents seulement
why-visitors-only = pour visiteurs seulement
why-network-too-old = réseau trop ancien ou inconnu
why-confidence-too-low = fiabilité trop faible
why-price-too-old = prix trop ancien
why-price-unknown = prix inconnu
why-allowance-unknown = volume inconnu
why-validity-unknown = validité inconnue
why-daily-allowance-too-small = trop peu de données par jour
why-monthly-allowance-too-small = trop peu de données par mois
why-too-few-minutes = trop peu de minutes
why-purchase-limit = trop d’achats nécessaires
why-too-expensive = prix trop élevé
why-too-large-to-search = trop de combinaisons, ou prix trop grand
why-sim-only = carte SIM seule
why-rate-unknown = pas de taux de change
why-not-needed = pas nécessaire

## plans

column-id = Formule
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
column-buy = Où acheter
column-audience = Pour
column-max_purchases = Achats max.
column-form = Forme
column-sold = Lieu de vente
column-credit = Crédit d’appel
column-balance = Solde
column-most_data = Données max.
column-source = Source
column-note = Remarque
column-reason = Motif
column-setting = Réglage
column-origin = Origine
setting-default = par défaut
settings-file-empty = Rien n’est réglé dans { $file }.
column-field = Champ
column-value = Valeur
number-of-plans = { $count ->
    [one] { $count } formule
   *[other] { $count } formules
}
plans-count = { $shown ->
    [one] { $shown } formule sur { $all }
   *[other] { $shown } formules sur { $all }
}
name-with-scope = { $name } ({ $scope } seulement)
plans-none = Aucune formule ne correspond.

## two catalogues

diff-none = { $count ->
    [one] Les deux catalogues ont la même formule.
   *[other] Les deux catalogues ont les mêmes { $count } formules.
}
diff-summary = Formules : { $parts }.
diff-changed = { $count ->
    [one] { $count } modifiée
   *[other] { $count } modifiées
}
diff-added = { $count ->
    [one] { $count } ajoutée
   *[other] { $count } ajoutées
}
diff-removed = { $count ->
    [one] { $count } retirée
   *[other] { $count } retirées
}
diff-renamed = { $count } avec un autre identifiant
diff-heading-changed = Modifiées
diff-heading-added = Ajoutées
diff-heading-removed = Retirées
diff-heading-renamed = Même formule, autre identifiant
diff-value = { $field } : { $old } → { $new }
diff-price = { $field } : { $old } → { $new }, { $change }
column-before = Avant
column-now = Maintenant
column-change = Écart
diff-rise = +{ $amount } (+{ $percent } %)
diff-fall = −{ $amount } (−{ $percent } %)
diff-rise-from-zero = +{ $amount }
diff-total-same = Pour { $need }, le total le moins cher reste à { $new }.
diff-total-lower = Pour { $need }, le total le moins cher passe de { $old } à { $new } : { $amount } de moins (−{ $percent } %).
diff-total-higher = Pour { $need }, le total le moins cher passe de { $old } à { $new } : { $amount } de plus (+{ $percent } %).
diff-total-from-zero = Pour { $need }, le total le moins cher passe de { $old } à { $new }.
diff-total-bound = Pour { $need }, le total le moins cher était de { $old }, il est maintenant de { $new }.
diff-total-gone = Pour { $need }, plus rien ne convient. Le total le moins cher était de { $old }.
diff-total-new = Pour { $need }, une offre convient désormais, à { $new }. Avant, rien ne convenait.
diff-total-none = Pour { $need }, rien ne convient, ni dans un catalogue ni dans l’autre.
diff-winner-same = Le panier le moins cher reste le même : { $new }.
diff-winner-other = Le panier le moins cher est maintenant { $new }. C’était { $old }.
diff-winner-gone = Le panier le moins cher était { $old }.
diff-winner-new = Le panier le moins cher est { $new }.

## prices to check

column-decides = Besoins
column-page = Page
stale-none = Tous les prix sont datés et aucun n’a plus de { $age }.
stale-summary = { $stale ->
    [one] { $stale } prix sur { $all } a plus de { $age } ou n’est pas daté
   *[other] { $stale } prix sur { $all } ont plus de { $age } ou ne sont pas datés
} ; { $needs ->
    [one] { $needs } besoin type sur { $typical } en dépend
   *[other] { $needs } besoins types sur { $typical } en dépendent
}.
stale-decides = { $count } sur { $all }
stale-no-page = aucune
stale-more = … { $more ->
    [one] { $more } autre prix
   *[other] { $more } autres prix
} (--limit 0).

## bills

column-subtotal = Sous-total
column-count = Fois
bill-title = Facture pour { $need }
bill-total = Total
bill-shares = { $per_day } par jour, { $per_gb } par Go.
bill-share-of-day = { $per_day } par jour.
bill-sim-uncounted = Le prix de { $sim } ({ $price }) ne peut pas être compté : le total est un minimum.
bill-useless = { $plan } ne couvre rien de ce besoin : { $reason }.
bill-lasts-exactly = C’est juste assez pour tout le séjour : il ne reste rien.
bill-lasts-whole = C’est assez pour tout le séjour.
bill-lasts = C’est assez pour tout le séjour, et { $spare } de plus.
bill-lasts-data = C’est assez pour tout le séjour, et { $spare } de plus ; il reste { $data }.
bill-lasts-data-only = C’est assez pour tout le séjour ; il reste { $data }.
bill-short = C’est assez pour { $covered_number } jours sur { $days } : il manque { $short } et { $data }.
bill-short-calls = C’est assez pour { $covered_number } jours sur { $days } : il manque { $short }.
bill-thin-day = { $plan } donne { $has } par jour, il vous en faut { $needed } : il manque { $data }.
bill-thin-month = { $plan } donne { $has } jusqu’à la facture suivante, il vous en faut { $needed } : il manque { $data }.
bill-short-minutes = Il manque { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} d’appel.
bill-unknown = On ne sait pas si c’est assez : le catalogue ne dit pas ce que contient { $plan }, ou pour combien de temps.
bill-cheapest = Le moins cher sur la même ligne : { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } de moins
    [more] { $amount } de plus
   *[same] au même prix
}.
bill-cheapest-lines = Le moins cher sur ces lignes : { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } de moins
    [more] { $amount } de plus
   *[same] au même prix
}.
bill-cheapest-of-all = Le moins cher, tous vendeurs confondus : { $seller }, { $basket }, { $total }, { $purchases }, { $difference ->
    [less] { $amount } de moins
    [more] { $amount } de plus
   *[same] au même prix
}.
bill-is-cheapest-of-all = Aucun panier d’aucun vendeur n’est moins cher.
bill-is-cheapest = Aucun panier sur cette ligne n’est moins cher.
bill-is-cheapest-lines = Aucun panier sur ces lignes n’est moins cher.
bill-left-is-enough = Ce qui reste sur votre SIM suffit pour tout le séjour : il n’y a rien à acheter.
bill-nothing-within = Aucun panier sur cette ligne ne couvre tout le séjour dans vos limites.
bill-nothing-lines-within = Aucun panier sur ces lignes ne couvre tout le séjour dans vos limites.
bill-nothing = Aucun panier sur cette ligne ne couvre tout le séjour.
bill-nothing-lines = Aucun panier sur ces lignes ne couvre tout le séjour.

## schedules

column-step = #
column-day = Jour
column-date = Date
column-due = Quand
column-paid = Cumul
column-why = Motif
column-until = Fin
column-covers = Pour
covers-data = données
covers-calls = appels
covers-data-and-calls = données et appels
last-day = { $count ->
    [one] Le { $day }e jour coûte { $amount }
   *[other] Les { $count } derniers jours coûtent { $amount }
} : { $days } reviendraient à { $total }.
schedule-nothing = Rien à acheter : ce qui reste suffit pour tout le séjour, avec { $data } de marge.
schedule-nothing-unlimited = Rien à acheter : ce qui reste suffit pour tout le séjour, avec des données illimitées selon le vendeur.
schedule-left = « = » : ce qui reste sur la SIM, jusqu’au { $day } jour.
schedule-left-other = « = » : ce qui reste sur la SIM { $line }, jusqu’au { $day } jour ; passez ensuite à la SIM { $other }.
schedule-ends = Couvert jusqu’au { $until } ; dernier jour du séjour : { $end }.
schedule-night = { $count ->
    [one] L’achat { $steps } tombe
   *[other] Les achats { $steps } tombent
} la nuit : achetez le soir qui précède ou le matin qui suit.
schedule-nights = { $count } achats tombent la nuit : achetez le soir qui précède ou le matin qui suit.
timeline-left = Ce qui reste
timeline-more = … et encore { $count ->
    [one] { $count } achat
   *[other] { $count } achats
}
schedule-ends-at = Couvert jusqu’au { $until } ; fin du séjour : { $end }.
until-day = jour { $day }
why-stay-begins = début du séjour
why-data-used-up = données épuisées
why-minutes-used-up = minutes épuisées
why-validity-over = fin de validité
ics-summary = Acheter { $plan }, { $price }
ics-summary-unpriced = Acheter { $plan }
ics-where = Où acheter : { $buy }
ics-night = Cela tombe la nuit : achetez le soir qui précède ou le matin qui suit.
ics-empty = Rien à acheter : aucun calendrier n’a été enregistré.
ics-written = Le calendrier ({ $count ->
    [one] { $count } événement
   *[other] { $count } événements
}) est enregistré dans { $file }.
ics-cancelled = { $count ->
    [one] { $count } événement d’un plan précédent y est annulé
   *[other] { $count } événements d’un plan précédent y sont annulés
}.

## one plan explained

explain-begins = { $plan } figure en premier dans l’offre { $rank } sur { $offers } : { $basket }, { $total }.
explain-mixed = { $plan } entre dans l’offre { $rank } sur { $offers }, un mélange : { $basket }, { $total }.
explain-alone = Seule, la formule { $plan } donnerait { $basket }, { $total } : un autre panier de sa ligne fait mieux.
explain-sim-beaten = Un autre panier de sa ligne fait mieux que tous ceux qui contiennent { $plan }, par exemple { $basket }, { $total }.
explain-covers-validity = Un achat couvre { $covers } : la validité est de { $validity }, les données dureraient { $data } à raison de { $pace } par jour.
explain-covers-data = Un achat couvre { $covers } : les données durent { $data } à raison de { $pace } par jour, la validité est de { $validity }.
explain-covers-minutes = Un achat couvre { $covers }, comme ses minutes.
explain-covers = Un achat couvre { $covers }, comme sa validité.
explain-break-even = À { $price } ou moins par achat, un panier de cette seule formule serait la première offre.
explain-sim-unknown = À elle seule, elle ne fait pas une offre : { $reason }.
explain-never-first = Même gratuite, cette formule seule ne serait pas la première offre.
trade-off = Payer plus pour acheter moins souvent : aucune offre ne fait mieux que celles-ci sur les deux critères.
budget-best = Avec { $budget }, vous avez au plus { $data } pour { $need } : { $offer }.
budget-best-unlimited = Avec { $budget }, vous avez pour { $need } des données illimitées selon le vendeur : { $offer }.
budget-stated = Avec un volume annoncé, vous avez au plus { $data } : { $offer }.
budget-margin = Avec { $percent } % de marge, { $need } comptent pour { $counted }.
budget-nothing = Avec { $budget }, vous n’avez pas de données pour { $need }.

## warnings about an answer

warning = attention
start-in-the-past = le séjour commence le { $date }, avant aujourd’hui ({ $today })
start-skipped = le { $date }, on avance les horloges et { $time } n’existe pas : le séjour commence à { $read }
start-repeated = le { $date }, on recule les horloges et { $time } revient deux fois : le séjour commence à la première
gate-not-passed = la première offre, ou un taux dont elle dépend, a plus de { $days } jours, la limite de --fail-if-stale : code de sortie 4
stale-offer = le prix de { $name } ({ $plan }) a été relevé { $verified_on }, il y a { $age_days } jours : il a pu changer
stale-offer-undated = la date du prix de { $name } ({ $plan }) est inconnue : il a pu changer
stale-rate = le taux de { $currency } date d’il y a { $age_days } jours ({ $date }) : donnez un taux récent avec --rate
rate-of-the-future = le taux de { $currency } porte une date à venir ({ $date })
rate-far-from-file = votre taux de { $currency }, { $rate }, vaut plus du double ou moins de la moitié de celui du fichier, { $file_rate }
left-out = hors de la réponse : { $error }
search-too-large = la ligne `{ $line }` a trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il faut { $purchases } achats) ; raccourcissez le séjour, réduisez le besoin ou écartez les petites formules
pair-too-large = les lignes `{ $line }` ont ensemble trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il faut { $purchases } achats) ; raccourcissez le séjour, réduisez le besoin ou écartez les petites formules
trade-off-too-large = le front de Pareto de `{ $line }` a trop de combinaisons : pas de réponse exacte après { $searched } paniers partiels (avec `{ $plan }` seul, il faut { $purchases } achats) ; raccourcissez le séjour, réduisez le besoin ou écartez les petites formules
count-too-large = la ligne `{ $line }` demande trop d’achats pour le calcul ; raccourcissez le séjour ou réduisez le besoin

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
date-in-range = le { $date }
on-day = le { $date }
in-month = en { $date }
ordinal-day = { $day ->
    [1] 1er
   *[other] { $day }e
}

## Words of the catalogue

word-sim = SIM
word-pass = pass
word-tourist = pass visiteur
word-contract = abonnement
word-esim = eSIM
word-anyone = tous
word-visitor = visiteurs
word-resident = résidents
word-high = élevée
word-medium = moyenne
word-low = faible
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
word-total = au total
word-day = par jour
word-stdin = l’entrée standard
word-stdout = la sortie standard
labelled = { $title } : { $text }

## batch

batch-progress = { $rows } lignes, { $rate } par seconde
batch-progress-left = { ", " }{ $percent } %, reste { $time }
batch-past = { $past ->
    [one] { $past } séjour sur { $rows } commence
   *[other] { $past } séjours sur { $rows } commencent
} avant aujourd’hui ({ $today })
batch-stale = { $stale ->
    [one] { $stale } réponse sur { $rows } repose sur un prix qui a pu changer : son `stale` est true
   *[other] { $stale } réponses sur { $rows } reposent sur un prix qui a pu changer : leur `stale` est true
}
batch-bad = { $bad ->
    [one] { $bad } ligne sur { $rows } est erronée : son `error` dit où et pourquoi
   *[other] { $bad } lignes sur { $rows } sont erronées : leur `error` dit où et pourquoi
}
in-brackets = { " (" }{ $text })
preference-skipped = { $seller } n’a pas d’offre pour ce besoin : l’opérateur suivant a été pris

## people

people-best = { $people } personnes, { $need } chacune : { $sims }, { $baskets }, { $total } ; { $share } par personne.
people-own = une SIM chacune
people-one = une seule SIM, en partage de connexion
people-some = { $sims } SIM pour { $groups } personnes, en partage de connexion
people-basket = { $seller }, { $items }
people-more = … { $more ->
    [one] { $more } autre façon
   *[other] { $more } autres façons
} à partir de { $total } (--limit 0).
people-fewest = Avec moins de { $sims } SIM, rien ne convient.
people-hotspot = En partage de connexion, restez près du téléphone qui porte la SIM : sa batterie se vide plus vite. Aucune règle contre le partage n’a été trouvée, mais les conditions d’une offre peuvent le limiter : demandez à l’achat.
people-unlimited = On ne sait pas si des données illimitées peuvent être partagées : --no-unlimited écarte ces formules.
people-calls = Les minutes ne se partagent pas : il faut une SIM par personne.
column-sims = SIM
column-groups = Personnes par SIM
column-baskets = Paniers

## what-if

what-if-best = { $fixed }, de { $from } à { $to } : { $changes ->
    [0] un seul panier reste le moins cher.
    [one] le panier le moins cher change une fois.
   *[other] le panier le moins cher change { $changes } fois.
}
what-if-budget = { $fixed }, de { $from } à { $to } : { $changes ->
    [0] toute somme donne la même chose.
    [one] un seuil donne plus.
   *[other] { $changes } seuils donnent plus.
}
what-if-nothing = { $fixed }, de { $from } à { $to } : rien ne convient dans ce catalogue.
what-if-margin = Une marge de { $percent } % s’ajoute à chaque besoin.
what-if-none = rien ne convient
what-if-span = { $from } à { $to }
what-if-more = … { $more ->
    [one] encore 1 ligne
   *[other] encore { $more } lignes
} (--limit 0).
what-if-narrower = Voici les tranches les plus larges ; { $more ->
    [one] 1 autre n’est pas montrée
   *[other] { $more } autres ne sont pas montrées
} (--limit 0).
what-if-table = L’offre la moins chère pour chaque séjour et chaque volume :
what-if-table-nothing = Rien ne convient dans ce catalogue, pour aucun de ces besoins.
what-if-cheapest = { $need } : { $offer }.
what-if-safest = Le choix le plus sûr à { $spread } % près, en plus ou en moins : { $offer } ; au pire { $regret } de plus que le moins cher.
what-if-safest-first = C’est aussi le choix le plus sûr à { $spread } % près, en plus ou en moins : au pire { $regret } de plus que le moins cher.
what-if-safest-always = À { $spread } % près, en plus ou en moins, { $seller } reste le moins cher.
what-if-safest-unknown = On ne sait pas quel choix est le plus sûr à { $spread } % près.
what-if-up-to = Pour { $need }
what-if-regret = Regret : l’écart avec le moins cher, au pire. Si { $less } suffisent, le prix payé reste le même.
column-from = Dès
column-stay = Séjour
column-regret = Regret
reach-from = La moins chère au-delà de { $from }.
reach-to = La moins chère jusqu’à { $to }.
reach-between = La moins chère de { $from } à { $to }.

# A chart of what each seller asks. $from, $to: the ends of the range.
chart-of-totals = Le prix chez chaque vendeur, de { $from } à { $to } ; en gras, le moins cher.
# The same of the data that a budget buys.
chart-of-budget = Le volume chez chaque vendeur, de { $from } à { $to } ; en gras, le plus grand.
# A line of the chart in words. $first, $last: the totals or the volumes at both ends.
chart-line = { $seller } : { $first } à { $from }, { $last } à { $to }.
chart-left-out = Hors du graphique : { $sellers }.

# The headings and the title of a report.
report-title = { $need } : quoi acheter, quand et comment
# $name: the source of the catalogue; $count: how many plans it has.
report-origin = Établi le { $today } d’après le catalogue ({ $name }) : { $count } formules, prix relevés du { $oldest } au { $newest }.
report-answer = La réponse
report-use = Avec moins ou plus de données
report-schedule = Quand acheter quoi
report-steps = Comment acheter et recharger
report-card = À montrer au comptoir
report-command = La commande qui établit cette feuille
report-code = Code QR de la commande

## the catalogue in use

# $newest: the date of the newest price.
plans-installed = Installé : { $count } formules, dernier prix : { $newest }, dans { $file }. `simplan plans check` montre ce qui y est suspect, et `simplan plans reset` revient en arrière.
plans-reset = Supprimé : { $file }. Le catalogue intégré sert de nouveau, dernier prix : { $newest }.
plans-not-installed = Aucun catalogue n’est installé. Le catalogue intégré est utilisé, dernier prix : { $newest }.
plans-own-stay = Vos propres prix dans { $file } restent utilisés.
plans-added = Ajouté dans { $file } : { $id }
plans-changed = Modifié dans { $file } : { $id }
