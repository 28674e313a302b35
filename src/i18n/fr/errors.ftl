## Labels

error = erreur
hint = conseil

## volumes, times, amounts

volume-without-unit = `{ $value }` n’a pas d’unité, il faut un volume comme `20GB` ou `500MB`
volume-unit-unknown = `{ $unit }` dans `{ $value }` n’est pas une unité de données, il faut Go, Mo ou Ko (GB, MB, kB ; 1 Go vaut 1000 Mo)
volume-not-a-number = `{ $value }` n’est pas un volume, il faut un nombre et une unité comme `20Go`, `1,5 Go` ou `500Mo`
volume-not-whole-kb = `{ $value }` n’est pas un nombre entier de Ko, il faut au plus six chiffres après la virgule pour des Go, trois pour des Mo
two-readings = `{ $value }` peut se lire { $thousands } ou { $decimal } : écrivez celui que vous voulez dire
volume-too-large = `{ $value }` est un volume trop grand
number-too-large = { $value } est un nombre trop grand, il faut au plus { $max }
validity-too-long = `{ $value }` est une validité trop longue, il faut au plus `{ $max }`
validity-form = `{ $value }` n’est pas une validité, il faut des jours ou des heures au-dessus de 0 comme `7d` ou `24h`
stay-not-whole-days = `{ $value }` n’est pas un nombre de jours, il faut un nombre entier comme `30`
stay-out-of-range = un séjour compte de 1 à { $max } jours, pas { $value }
stay-ends-before-it-begins = le séjour finit le { $to }, avant de commencer le { $from }
date-form = `{ $value }` n’est pas une date, il faut par exemple `2026-12-01`
amount-form = `{ $value }` n’est pas un montant, il faut des chiffres comme `19.90`
amount-too-precise = `{ $value }` a trop de décimales : { $currency } en a { $digits } au plus
amount-too-large = { $value } est un montant trop grand pour être compté
amount-too-large-max = { $value } est un montant trop grand, il faut au plus { $max }
time-too-large = le panier a trop d’achats pour être compté
currency-unknown = `{ $value }` n’est pas une monnaie, il faut un code ISO 4217 comme `MAD`, `EUR` ou `USD`
rate-form = `{ $value }` n’est pas un taux de change, il faut un nombre au-dessus de 0 comme `9.35`
rate-unknown = il n’y a pas de taux de change pour { $currency }
rate-unknown-hint = donnez-en un : --rate { $currency }=NOMBRE
rate-of-the-base = { $currency } est la base des taux et n’en a pas besoin
rate-option-form = `{ $value }` n’est pas un taux de change, il faut par exemple `USD=9.35`
rates-too-large = les taux de change ont trop de chiffres pour un total exact
need-without-data = ce n’est pas un besoin de données, il faut un volume au-dessus de 0
need-empty = rien n’est demandé : il faut des données, des minutes d’appel ou les deux
need-too-large = { $value } est un besoin trop grand, il faut au plus { $max }
margin-form = `{ $value }` n’est pas une marge, il faut un pourcentage entier jusqu’à { $max }%, par exemple `10%`
not-kebab-case = `{ $value }` n’est pas un nom du catalogue, il faut des minuscules, des chiffres et des traits d’union comme `maroc-telecom`
unknown-word = `{ $value }` n’est pas reconnu ici, il faut l’un de : { $expected }
quantity-form = `{ $value }` n’est pas une quantité, il faut un nombre entier ou `unlimited`
threads-form = `{ $value }` n’est pas un nombre de fils d’exécution, il en faut de 1 à { $max }
whole-number-form = `{ $value }` n’est pas un nombre entier
max-age-form = `{ $value }` n’est pas un âge, il faut un nombre de jours ou `any`
max-purchases-form = `{ $value }` n’est pas un nombre d’achats, il faut un nombre entier à partir de 1

## tables

file-empty = le fichier est vide, il faut une ligne de titres comme `{ $expected }`
column-missing = il n’y a pas de colonne `{ $column }`
column-twice = la colonne `{ $column }` figure deux fois
column-unknown = la colonne `{ $column }` n’est pas connue et n’est pas utilisée
rows-left-out = { $rows ->
    [one] { $rows } ligne n’entre pas dans la réponse (celle-ci)
   *[other] { $rows } lignes n’entrent pas dans la réponse (la première est ici)
}
cells-blank = { $rows ->
    [one] { $rows } ligne n’a pas de `{ $column }` (la première ici)
   *[other] { $rows } lignes n’ont pas de `{ $column }` (la première ici)
}
cell-needed = `{ $column }` est vide, il faut une valeur
data-zero = `{ $value }` ne vaut que pour une SIM, ou pour un pass avec des minutes ; laissez vide si c’est inconnu
row-length = la ligne a { $cells } cases, il en faut { $columns } comme dans les titres
row-length-hint = un texte avec une virgule doit être entre guillemets droits
quote-not-closed = cette case ouvre un guillemet qui n’est jamais fermé
text-after-quote = du texte suit le guillemet fermant de cette case
text-after-quote-hint = mettez toute la case entre guillemets droits, et doublez ceux qui sont à l’intérieur
quote-inside = cette case contient un guillemet droit sans commencer par un guillemet
quote-inside-hint = mettez toute la case entre guillemets droits, et doublez ceux qui sont à l’intérieur
blank-before-quote = une espace précède le guillemet de cette case
blank-before-quote-hint = retirez l’espace : une case entre guillemets commence par son guillemet
not-utf-8 = cette case n’est pas du texte UTF-8
control-character = cette case a un caractère de contrôle, il faut du texte
setup-fee-not-contract = seul un abonnement a des frais d’activation
id-twice = l’identifiant `{ $value }` figure déjà à la ligne { $first_line }
line-of-two-operators = la ligne `{ $value }` appartient à `{ $known }`, voir la ligne { $first_line } du fichier
second-base = la base est `{ $value }`, il faut `{ $expected }` comme dans les lignes précédentes
rate-twice = il y a deux taux pour { $currency }
rates-empty = le fichier n’a pas de taux
problems = { $count ->
    [one] { $count } problème dans { $file } ; le fichier n’a pas été utilisé
   *[other] { $count } problèmes dans { $file } ; le fichier n’a pas été utilisé
}

## options and arguments

option-unknown = il n’y a pas d’option `{ $option }`
option-unknown-hint = `{ $command } --help` donne les options
as-a-value = si c’est une valeur et non une option, écrivez `-- { $value }`
argument-unexpected = `{ $value }` n’a pas sa place ici
argument-unexpected-hint = utilisation : { $usage }
arguments-missing = il manque { $names }
arguments-missing-hint = utilisation : { $usage }
argument-not-utf-8 = `{ $value }` n’est pas du texte UTF-8
command-unknown = il n’y a pas de commande `{ $value }`
command-after-dashes = `{ $value }` est une commande : ne mettez pas `--` devant
option-twice = donnée plusieurs fois, il ne la faut qu’une fois
options-conflict = `{ $option }` ne va pas avec { $others }
value-missing = il manque une valeur
value-missing-of = il manque une valeur, il faut l’une de : { $expected }
value-unexpected = la valeur `{ $value }` n’a pas sa place ici
value-invalid = `{ $value }` ne convient pas : { $why }
values-too-few = { $given ->
    [one] { $given } valeur donnée
   *[other] { $given } valeurs données
}, il en faut au moins { $expected }
values-wrong-number = { $given ->
    [one] { $given } valeur donnée
   *[other] { $given } valeurs données
}, il en faut { $expected }
equals-missing = la valeur demande un signe égal : `{ $option }=…`

## files and the command line

file-not-read = impossible de lire { $file } : { $why }
file-changed = { $file } a changé pendant la lecture
file-changed-hint = relancez la commande
file-too-large = { $file } dépasse { $most } Mio, et cette commande le garde en entier
file-too-large-hint = `compare` et `plans check` lisent des catalogues de toute taille
file-read-once = { $file } est un grand catalogue, à lire deux fois, mais il ne peut être lu qu’une fois
file-read-once-hint = enregistrez-le dans un fichier et donnez-le : --plans FICHIER
output-is-input = impossible d’écrire dans { $output } : c’est le même fichier que { $input }, qui est lu
output-twice = impossible d’écrire dans { $output } : c’est le même fichier que { $other_output }, qui est écrit aussi
file-not-written = impossible d’écrire { $file } : { $why }
output-not-written = impossible d’écrire la réponse : { $why }
language-unknown = la langue `{ $value }` n’est pas prise en charge : l’anglais la remplace ; disponibles : { $known }
operator-unknown = il n’y a pas d’opérateur `{ $value }` dans ce catalogue
line-unknown = il n’y a pas de ligne `{ $value }` dans ce catalogue
plan-unknown = il n’y a pas de forfait `{ $value }` dans ce catalogue
operator-not-in-guide = le guide n’a pas d’opérateur `{ $value }`
column-not-offered = il n’y a pas de colonne `{ $value }`, il en faut parmi : { $expected }
nearest = vouliez-vous dire { $names } ?
known-names = connus : { $names }
plans-list-hint = `simplan plans list` les montre tous
days-missing = combien de temps dure le séjour ? Il manque `--days`
days-missing-hint = par exemple : `--days 30 --data 20GB`
data-missing = de quoi avez-vous besoin ? Il manque `--data`, `--per-day` ou `--minutes`
data-missing-hint = par exemple : `--days 30 --data 20GB`
days-twice = `--days` et `--from … --to …` donnent tous deux la durée du séjour, il n’en faut qu’un
to-without-from = `--to` demande `--from`
from-without-end = `--from` demande `--to` ou `--days`
combination-senseless-cash-online = on ne paie pas en espèces en ligne
combination-senseless-cash-online-hint = payez avec `--pay card` ou `--pay wallet`, ou allez en boutique : `--channel shop --pay cash`
combination-senseless-scratch-bill = une facture mensuelle ne se paie pas avec une carte à gratter
combination-senseless-scratch-bill-hint = utilisez `--channel online` ou `--channel shop`
combination-senseless-scratch-plan = `{ $plan }` ne s’achète pas avec une carte à gratter
combination-senseless-scratch-plan-hint = utilisez `--channel online` ou `--channel shop`
combination-senseless-abroad = un revendeur à l’étranger se paie par carte
combination-senseless-abroad-hint = omettez `--pay`, ou utilisez `--pay card`
combination-senseless-phone = un pass pris par téléphone se paie avec le crédit d’appel de la ligne
combination-senseless-phone-hint = omettez `--pay` ; pour mettre du crédit sur la ligne : `--channel shop --pay cash`
combination-senseless-credit = le crédit d’appel ne paie qu’un pass pris par téléphone
combination-senseless-credit-hint = utilisez `--channel phone`, ou un autre `--pay`
combination-senseless-bill-elsewhere = une facture mensuelle ne se paie pas ainsi
combination-senseless-bill-elsewhere-hint = utilisez `--channel online` ou `--channel shop`
left-needs-both = `--have-data` et `--have-days` vont ensemble : combien il reste, et pour combien de temps
left-needs-one-sim = `--have-data` va avec un `--have-sim` : sur quelle SIM est-ce ?
state-needs-one-sim = l’état est celui de votre SIM : il faut exactement un `--have-sim`
plan-of-another-operator = le forfait `{ $plan }` est vendu par `{ $operator }`, pas par `{ $value }`
format-not-here = cette réponse n’existe pas en `{ $value }`, il faut l’un de : { $expected }

## schedules and bills

bill-too-large = { $plans } : ce panier coûte trop cher pour être compté ({ $amount })
bill-not-decided = { $plans } : pas de réponse exacte après { $searched } paniers partiels, on ne sait donc pas si ce panier suffit ; écartez les petits forfaits ou réduisez les quantités
schedule-too-long = { $count } achats sont trop pour un calendrier, il en faut au plus { $max }
date-out-of-range = cette date dépasse le calendrier
date-or-time-form = `{ $value }` n’est pas une date, il faut par exemple `2026-12-01` ou `2026-12-01T14:30`
zone-unknown = il n’y a pas de fuseau horaire `{ $value }`, il faut par exemple `Africa/Casablanca` ou `Europe/Paris`
remind-form = `{ $value }` n’est pas un moment de rappel, il faut des jours avant comme `2d`, une heure le jour même comme `9:00`, ou des heures ou minutes avant comme `3h` ou `30m`
ics-needs-from = un calendrier demande le jour où le séjour commence
ics-needs-from-hint = ajoutez-le : --from 2026-12-01
ics-not-ours = { $file } n’est pas un calendrier écrit par ce programme : il reste tel quel
ics-not-ours-hint = donnez le nom d’un autre fichier, ou supprimez d’abord celui-ci
plan-count-form = `{ $value }` n’est pas un nombre d’achats, il faut un nombre entier à partir de 1, comme dans `maroc-telecom-star3-20:2`
bought-too-often = `{ $plan }` ne peut être acheté que { $limit } fois
billed-too-often = `{ $plan }` n’est facturé que { $limit } fois pendant ce séjour
serves-unknown = on ne sait pas quand racheter : le catalogue ne dit pas ce que contient `{ $plan }`, ou pour combien de temps
contract-mixed = l’abonnement `{ $plan }` ne se mélange pas avec d’autres forfaits
second-sim = une seule carte SIM suffit par ligne : `{ $plan }` est la deuxième de `{ $line }`
nothing-fits = rien dans ce catalogue ne convient
nothing-fits-hint = `simplan compare` avec les mêmes options dit pourquoi
plain-is-text = `{ $format }` est un format pour machines : --plain est pour le texte
brand-not-alone = une marque numérique se nomme seule
brand-without-plans = le catalogue n’a aucun forfait de { $brand }
brand-without-plans-hint = omettez le besoin (--days, --data) pour voir quand même les étapes
faq-nothing-found = aucune question ne correspond à `{ $value }`
faq-nothing-found-hint = les questions les plus proches : { $titles }
faq-nearest-how = `simplan faq { $word }` répond à la première ; `simplan faq` montre toutes les questions
combination-senseless-sim = `{ $plan }` est une carte SIM : elle s’achète une fois, elle ne se renouvelle pas
combination-senseless-sim-hint = nommez avec --plan le pass à acheter dessus ; les papiers pour une SIM : simplan faq passeport
seller-not-in-guide = `{ $plan }` est vendu par `{ $operator }`, que le guide ne couvre pas
seller-not-in-guide-hint = renouvelez-le dans l’application ou sur le site de ce vendeur
brand-not-alone-hint = nommez une seule marque : --operator yoxo
plan-of-another-operator-hint = omettez --operator

## batch

skip-with-output = `--output` continue de lui-même un travail interrompu, et `--skip` ferait perdre des réponses
skip-with-output-hint = retirez `--skip`
skip-beyond-the-end = impossible de passer { $value } besoins, il n’y en a que { $rows }
part-of-more-needs = { $file } contient plus de réponses qu’il n’y a de besoins ({ $rows }) : il vient d’un autre travail
part-of-more-needs-hint = supprimez-le pour tout recommencer
part-of-another-run = { $file } contient d’autres réponses que celles-ci : il vient d’autres besoins, d’autres options ou d’un autre jour, et reste tel quel
part-of-another-run-hint = relancez la commande qui l’a commencé, ou supprimez-le pour tout recommencer
part-unreadable = { $file } ne contient pas de réponses dans ce format, et reste tel quel
part-unreadable-hint = supprimez-le pour tout recommencer
part-in-use = un autre travail est en train d’écrire { $file }
batch-go-on = { $answered ->
    [0] aucune ligne n’a encore de réponse
    [one] la ligne qui précède a sa réponse
   *[other] les { $answered } lignes qui précèdent ont leur réponse
} : corrigez celle-ci, puis continuez avec : { $command }
batch-again = { $answered ->
    [0] aucun besoin n’a encore de réponse
    [one] { $answered } besoin a sa réponse, qui est gardée
   *[other] { $answered } besoins ont leur réponse, qui est gardée
} ; pour continuer : { $command }
batch-again-skip = { $answered ->
    [one] { $answered } besoin a une réponse entière
   *[other] { $answered } besoins ont une réponse entière
} : supprimez ce qui suit, puis continuez avec : { $command }
row-too-long = cette ligne a plus de { $most } octets
not-a-json-object = cette ligne n’est pas un objet JSON
cell-not-text = cette valeur n’est ni un texte, ni un nombre, ni une liste de noms, ni vrai ou faux
data-twice = un seul de `data`, `per_day` et `use` peut donner les données
stdin-twice = l’entrée standard contient les besoins, elle ne peut pas contenir aussi le catalogue
usage-empty = il faut au moins une activité avec une quantité au-dessus de 0, par exemple maps=1h
usage-without-amount = `{ $value }` n’a pas de quantité, par exemple { $expected }
usage-twice = `{ $value }` est donné deux fois
preset-not-first = une seule journée type est possible, et elle vient en premier : `{ $value }`
time-form = `{ $value }` n’est pas une durée pour { $activity }, il faut par exemple 30min, 2h ou 1h30
items-form = `{ $value }` n’est pas un nombre entier pour { $activity }
day-too-long = `{ $value }` dépasse les 24 heures d’une journée
too-many-items = `{ $value }` dépasse { $max } par jour
