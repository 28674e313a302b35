## Labels

error = erreur
hint = conseil

## volumes, times, amounts

volume-without-unit = `{ $value }` n’a pas d’unité, il faut `{ $value }Go` ou `{ $value }Mo`
volume-unit-unknown = `{ $unit }` dans `{ $value }` n’est pas une unité de données, il faut Go, Mo ou Ko (GB, MB, kB ; 1 Go vaut 1000 Mo)
volume-for-each-day = `{ $value }` est un volume par jour, il faut un volume seul
volume-for-each-day-hint = pour un séjour, c’est `--per-day`, par exemple `--per-day 1GB` ; une formule a `day` dans `data_per`
volume-not-a-number = `{ $value }` n’est pas un volume, il faut un nombre et une unité comme `20Go`, `1,5 Go` ou `500Mo`
volume-not-whole-kb = `{ $value }` n’est pas un nombre entier de Ko, le suivant est `{ $next }`
two-readings = `{ $value }` peut se lire { $thousands } ou { $decimal } : écrivez la valeur voulue
volume-too-large = `{ $value }` est un volume trop grand
number-too-large = `{ $value }` est trop grand, il faut au plus { $max }
validity-too-long = `{ $value }` est une validité trop longue, il faut au plus `{ $max }`
validity-form = `{ $value }` n’est pas une validité, il faut un nombre de jours ou d’heures au-dessus de 0 comme `7d` ou `24h`
stay-not-whole-days = `{ $value }` n’est pas un nombre de jours, il faut par exemple `30` ou `2 semaines`
days-unequal = `{ $value }` n’a pas toujours le même nombre de jours
days-unequal-hint = donnez les jours, par exemple `30`, ou le premier et le dernier jour avec `--from` et `--to`
max-age-unequal = `{ $value }` n’a pas toujours le même nombre de jours
max-age-unequal-hint = donnez des jours, par exemple `1095`, ou `any`
have-days-form = `{ $value }` n’est pas un nombre de jours, il faut par exemple `4`
stay-out-of-range = `{ $value }` n’est pas une durée possible, un séjour dure de 1 à { $max } jours
stay-ends-before-it-begins = le séjour se termine le `{ $to }`, avant son début le `{ $from }`
date-form = `{ $value }` n’est pas une date, il faut par exemple `2026-12-01`
date-of-spreadsheet = `{ $value }` est une date telle qu’un tableur la récrit, il faut par exemple `2026-12-01`
date-of-spreadsheet-hint = mettez la colonne au format texte avant de saisir ou d’importer les dates
date-nonexistent = `{ $value }` n’existe pas dans le calendrier
date-two-readings = `{ $value }` peut se lire { $first } ou { $second } : écrivez la date voulue
minutes-form = `{ $value }` n’est pas un nombre de minutes, il faut par exemple `120`, `2h` ou `1h30`
amount-form = `{ $value }` n’est pas un montant, il faut des chiffres avec un point devant les décimales, comme `19.90`
amount-without-currency = `{ $value }` n’a pas de devise, il faut un montant et un code, par exemple `120 MAD`
amount-too-precise = `{ $value }` a trop de décimales, { $currency } en a au plus { $digits }
amount-too-large = { $value } est un montant trop grand
amount-too-large-max = `{ $value }` est un montant trop grand, il faut au plus { $max }
amount-in-another-currency = `{ $value }` est en { $currency }, mais les totaux sont affichés en { $shown }
amount-in-another-currency-hint = ajoutez `--currency { $currency }`, ou donnez le montant en { $shown }
time-too-large = le panier compte trop d’achats pour le calcul
currency-unknown = `{ $value }` n’est pas un code de monnaie, il faut un code ISO 4217 comme `MAD`, `EUR` ou `USD`
currency-shared = `{ $value }` désigne plusieurs monnaies, il faut un code comme { $expected }
rate-form = `{ $value }` n’est pas un taux de change, il faut un nombre au-dessus de 0 comme `9.35`
rate-unknown = le taux de change de { $currency } est inconnu
rate-unknown-hint = donnez-en un avec --rate { $currency }=NOMBRE
rate-of-the-base = { $currency } est la base des taux et n’en a pas besoin
rate-option-form = `{ $value }` n’est pas un taux de change, il faut par exemple `USD=9.35`
rates-too-large = les taux de change ont trop de chiffres pour un total exact
need-without-data = `{ $value }` n’est pas un besoin de données, il faut un volume au-dessus de 0
need-empty = le besoin est vide, il faut des données, des minutes d’appel ou les deux
need-too-large = `{ $value }` est un besoin trop grand, il faut au plus { $max } pour tout le séjour
margin-form = `{ $value }` n’est pas une marge, il faut un pourcentage entier jusqu’à { $max }%, par exemple `10%`
not-kebab-case = `{ $value }` n’est pas un nom de catalogue, il faut des minuscules, des chiffres et des traits d’union comme `maroc-telecom`
unknown-word = `{ $value }` n’est pas valable ici, valeurs possibles : { $expected }
quantity-form = `{ $value }` n’est pas une quantité, il faut un nombre entier ou `unlimited`
threads-form = `{ $value }` n’est pas un nombre de fils d’exécution, il en faut de 1 à { $max }
whole-number-form = `{ $value }` n’est pas un nombre entier
people-form = `{ $value }` n’est pas un nombre de personnes, il en faut de { $min } à { $max }
people-out-of-range = `--people` compare pour { $min } à { $max } personnes, pas pour `{ $value }`
older-than-form = `{ $value }` n’est pas un âge en jours
older-than-form-hint = par exemple : `--older-than 90`
max-age-form = `{ $value }` n’est pas un âge en jours, il faut un nombre de jours ou `any`
mine-form = `{ $value }` n’est pas un prix, une durée et un volume, comme `5 EUR/1d/500MB`
mine-taken = `{ $value }` est déjà le nom d’une offre ou d’une ligne de ce catalogue, attendu : un catalogue où ce nom reste libre pour ce que vous avez
report-on-terminal = ce document est un fichier pour un navigateur, attendu : `-o sejour.html` ou un tube
max-purchases-form = `{ $value }` n’est pas un nombre d’achats, il faut un nombre entier à partir de 1
max-purchases-zero = il faut au moins 1 achat, pas `{ $value }`

## configuration

config-syntax = ce n’est pas du TOML : { $why }
config-without-folder = pas de dossier pour les réglages : on ne connaît ni SIMPLAN_CONFIG ni le dossier personnel
setting-similar = `{ $value }` n’est pas un réglage, vouliez-vous dire `{ $similar }` ?
setting-unknown = `{ $value }` n’est pas un réglage, réglages possibles : { $expected }
setting-not-text = `{ $key }` demande un texte entre guillemets
setting-not-list = `{ $key }` demande un texte ou une liste, par exemple ["inwi", "orange"]
setting-not-flag = `{ $key }` demande `true` ou `false`
setting-not-days = `{ $key }` demande un nombre de jours ou "any"

## tables

file-empty = le fichier est vide, il faut une ligne d’en-tête comme `{ $expected }`
file-of-another-kind = c’est { $kind }, il faut un fichier CSV
file-of-another-kind-hint = décompressez-le, ou enregistrez-le en CSV (UTF-8) depuis le programme d’origine
word-file-workbook = un classeur Excel ou une autre archive ZIP
word-file-compressed = un fichier compressé
word-file-pdf = un PDF
word-file-parquet = un fichier Parquet
word-file-database = une base de données SQLite
word-file-markup = une page web ou un autre balisage
word-file-json = du JSON
column-missing = il manque la colonne `{ $column }`
column-twice = la colonne `{ $column }` figure deux fois
column-unnamed = la colonne { $column } n’a pas de nom : elle est ignorée
header-comment = le fichier commence par un commentaire, la ligne d’en-tête doit être la première
column-near-miss = la colonne `{ $column }` est inconnue : vouliez-vous dire { $names } ?
column-near-miss-hint = une colonne à vous est reprise dans les réponses : donnez-lui un autre nom
column-for-the-file = batch n’a pas de colonne `{ $column }`
column-for-the-file-hint = donnez `{ $option }` pour tout le fichier ; une colonne à vous doit porter un autre nom
column-not-of-batch = batch n’a pas de colonne `{ $column }`
column-not-of-batch-hint = `{ $option }` n’est une option que de `simplan compare` ; une colonne à vous doit porter un autre nom
column-unknown = la colonne `{ $column }` est inconnue et n’est pas utilisée
rows-left-out = { $rows ->
    [one] { $rows } ligne n’entre pas dans la réponse (celle-ci)
   *[other] { $rows } lignes n’entrent pas dans la réponse (la première est ici)
}
cells-blank = { $rows ->
    [one] { $rows } ligne n’a pas de `{ $column }` (la première ici)
   *[other] { $rows } lignes n’ont pas de `{ $column }` (la première ici)
}
cell-needed = `{ $column }` est vide, il faut une valeur
data-zero = `{ $value }` n’est valable que pour une SIM ou un pass avec des minutes ; laissez la cellule vide si le volume est inconnu
row-length = { $cells ->
    [one] la ligne a { $cells } cellule, il en faut { $columns } comme dans l’en-tête
   *[other] la ligne a { $cells } cellules, il en faut { $columns } comme dans l’en-tête
}
row-length-hint = mettez entre guillemets droits un texte qui contient `{ $delimiter }`
quote-not-closed = cette cellule ouvre un guillemet et ne le ferme jamais
text-after-quote = du texte suit le guillemet fermant de cette cellule
text-after-quote-hint = mettez toute la cellule entre guillemets droits, et doublez ceux qui sont à l’intérieur
quote-inside = cette cellule contient un guillemet droit mais ne commence pas par un guillemet
quote-inside-hint = mettez toute la cellule entre guillemets droits, et doublez ceux qui sont à l’intérieur
blank-before-quote = une espace précède le guillemet de cette cellule
blank-before-quote-hint = retirez l’espace : une cellule entre guillemets commence par son guillemet
not-utf-8 = cette cellule n’est pas du texte UTF-8
not-utf-8-hint = le fichier a sans doute un autre encodage : `--encoding { $encoding }` le lit
control-character = cette cellule contient un caractère de contrôle, il ne faut que du texte
setup-fee-not-contract = seul un abonnement a des frais d’activation
overlay-id-unknown = le catalogue n’a pas de formule `{ $value }` : la modification est ignorée
id-twice = l’identifiant `{ $value }` figure déjà à la ligne { $first_line }
line-of-two-operators = la ligne `{ $value }` appartient à `{ $known }`{ $first_line ->
    [0] {""}
   *[other] , voir la ligne { $first_line } du fichier
}
second-base = la base est `{ $value }`, il faut `{ $expected }` comme dans les lignes précédentes
rate-twice = il y a deux taux pour { $currency }
rates-empty = le fichier ne contient aucun taux
problems = { $count ->
    [one] { $count } problème dans { $file } ; le fichier n’a pas été utilisé
   *[other] { $count } problèmes dans { $file } ; le fichier n’a pas été utilisé
}

## remarques d’une vérification

price-zero = le prix est 0, donc la formule passe pour gratuite et s’achète une fois : est-ce voulu ?
price-zero-hint = laissez le prix vide s’il est inconnu ; `max_purchases` dit combien de fois une formule gratuite peut être prise
price-far-above-line = le prix par Go est plus de dix fois celui qui est habituel pour la ligne `{ $value }`
price-far-below-line = le prix par Go est moins du dixième de celui qui est habituel pour la ligne `{ $value }`
plan-twice = la même formule que `{ $value }`{ $first_line ->
    [0] {""}
   *[other] {" "}à la ligne { $first_line }
}, sous un autre id
plan-dominated = `{ $value }`{ $first_line ->
    [0] {""}
   *[other] , à la ligne { $first_line },
} en donne au moins autant sans coûter plus
line-without-sim = la ligne `{ $value }` a des pass, mais pas de SIM pour les utiliser
name-says-unlimited = le nom dit illimité, mais les données sont de { $value }
name-says-volume = le nom dit `{ $value }`, mais les données sont illimitées
html-entity = `{ $value }` est un caractère codé comme dans une page web
html-entity-hint = écrivez le caractère lui-même, par exemple `&` au lieu de `&amp;`
html-tag = `{ $value }` est une balise de page web
text-misread = `{ $value }` est ce qu’un mauvais encodage laisse d’une lettre
text-misread-hint = recopiez le texte depuis sa source, en UTF-8
invisible-character = le texte contient un caractère invisible, { $value }
cell-formula = le texte commence par `{ $value }` : un tableur l’exécuterait comme une formule
date-in-future = `{ $value }` est dans le futur
price-old = { $rows ->
    [one] { $rows } prix a plus de { $days } jours (celui-ci)
   *[other] { $rows } prix ont plus de { $days } jours (le premier ici)
}
source-no-address = { $rows ->
    [one] { $rows } source n’est pas une adresse web (celle-ci)
   *[other] { $rows } sources ne sont pas des adresses web (la première ici)
}

## options and arguments

link-without-file = un lien ne contient pas de fichier : `{ $option }` n’y a pas sa place
link-of-own-catalogue = un lien ouvre le catalogue intégré, mais { $file } est utilisé
link-of-own-catalogue-hint = avec `--plans built-in`, le lien s’en passe
link-option-unknown = le lien contient une option inconnue, `{ $value }`
option-unknown = option inconnue `{ $option }`
option-unknown-hint = `{ $command } --help` liste les options
option-of-another = option inconnue `{ $option }`
option-of-another-hint = c’est une option de `{ $command }`
option-is-column = option inconnue `{ $option }`
option-is-column-hint = c’est une colonne du fichier : `{ $column }`
tool-argument-unknown = l’outil `{ $tool }` n’a pas d’argument `{ $value }`
tool-argument-not-text = `{ $name }` demande un texte ou un nombre
tool-argument-not-list = `{ $name }` demande une liste de textes, par exemple ["inwi", "orange"]
tool-argument-not-flag = `{ $name }` demande `true` ou `false`
option-with-dash = `{ $value }` commence par un tiret, il faut deux traits d’union : `{ $option }`
option-with-one-hyphen = `{ $value }` commence par un seul trait d’union, écrivez `{ $option }`
as-a-value = si c’est une valeur et non une option, écrivez `-- { $value }`
argument-unexpected = `{ $value }` n’a pas sa place ici
argument-unexpected-hint = utilisation : { $usage }
argument-after-value = `{ $value }` n’a pas sa place ici : cela semble être la suite de la valeur qui précède
value-with-blank = écrivez `{ $joined }`, ou `{ $quoted }` avec les guillemets
value-without-quotes = une valeur avec des espaces se met entre guillemets : `{ $quoted }`
sorted-by-total = les offres sont toujours triées par total, la moins chère en premier ; `--limit` en montre plus
country-of-catalogue = les formules sont celles du catalogue : celui du Maroc est intégré, `--plans FICHIER` en lit un autre
arguments-missing = il manque { $names }
arguments-missing-hint = utilisation : { $usage }
argument-not-utf-8 = `{ $value }` n’est pas du texte UTF-8
command-missing = il manque une commande
command-missing-hint = `{ $command } --help` liste les commandes
command-unknown = commande inconnue `{ $value }`
command-after-dashes = `{ $value }` est une commande : ne mettez pas `--` devant
option-twice = donnée plusieurs fois, il ne faut la donner qu’une fois
options-conflict = `{ $option }` ne se combine pas avec { $others }
value-missing = il manque une valeur
value-missing-of = il manque une valeur, valeurs possibles : { $expected }
value-unexpected = la valeur `{ $value }` n’a pas sa place ici
value-invalid = `{ $value }` n’est pas valable : { $why }
values-too-few = { $given ->
    [one] { $given } valeur donnée
   *[other] { $given } valeurs données
}, il en faut au moins { $expected }
values-wrong-number = { $given ->
    [one] { $given } valeur donnée
   *[other] { $given } valeurs données
}, il en faut { $expected }
equals-missing = il faut un signe égal devant la valeur : `{ $option }=…`

## files and the command line

file-not-read = impossible de lire { $file } : { $why }
file-changed = { $file } a changé pendant la lecture
file-changed-hint = relancez la commande
file-too-large = { $file } dépasse { $most } Mio, et cette commande garde tout le fichier en mémoire
file-too-large-hint = `compare` et `plans check` lisent des catalogues de toute taille
file-read-once = { $file } est un grand catalogue, qu’il faut lire deux fois, mais il ne peut être lu qu’une fois
file-read-once-hint = enregistrez-le dans un fichier et utilisez --plans FICHIER
output-is-input = impossible d’écrire dans { $output } : c’est le même fichier que { $input }, qui est lu
output-twice = impossible d’écrire dans { $output } : c’est le même fichier que { $other_output }, qui est aussi écrit
file-not-written = impossible d’écrire { $file } : { $why }
output-not-written = impossible d’écrire la réponse : { $why }
language-unknown = la langue `{ $value }` n’est pas prise en charge : l’anglais la remplace (disponibles : { $known })
script-unknown = `{ $value }` demande le chinois traditionnel, qui n’est pas disponible : le chinois simplifié le remplace
operator-unknown = le catalogue n’a pas d’opérateur `{ $value }`
line-unknown = le catalogue n’a pas de ligne `{ $value }`
name-empty = le nom est vide
plan-unknown = le catalogue n’a pas de formule `{ $value }`
plan-name-shared = plusieurs formules s’appellent `{ $value }` : { $names }
plan-name-shared-hint = donnez l’identifiant de celle que vous voulez
opening-sim-unknown = `{ $value }` ne désigne pas une seule formule
opening-sim-how = donnez l’identifiant de la SIM, ou ne la citez pas : celle qu’il faut à la ligne est ajoutée
operator-not-in-guide = le guide n’a pas d’opérateur `{ $value }`
column-not-offered = colonne inconnue `{ $value }`, colonnes possibles : { $expected }
nearest = vouliez-vous dire { $names } ?
known-names = disponibles : { $names }
plans-list-hint = `simplan plans list` les liste toutes
days-missing = combien de temps dure le séjour ? Il manque `--days`
days-missing-hint = par exemple : `--days 30 --data 20GB`
days-missing-for-budget = combien de temps dure le séjour ? Il manque `--days`
days-missing-for-budget-hint = par exemple : `--days 30 --budget { $value }`
range-reversed = l’intervalle finit avant de commencer : `{ $from }..{ $to }`
range-too-long = un intervalle a au plus { $max } jours
list-too-long = une liste a au plus { $max } valeurs, celle-ci en a { $count }
two-ranges = une seule grandeur peut être un intervalle, il faut des valeurs fixes ou des listes pour les autres
two-ranges-hint = par exemple : `--days 30 --data 1GB..50GB`, ou `--days 7,14,30 --data 5GB,10GB`
budget-without-range = `{ $value }` n’est pas un intervalle de sommes, il en faut un comme `50..300`
budget-without-range-hint = `simplan compare --budget { $value }` répond pour une seule somme
spread-form = `{ $value }` n’est pas un pourcentage de 1 à 99
spread-around-one-need = cet écart se compte autour d’un seul besoin : retirez-le, ou l’intervalle et les listes
too-many-changes = le panier le moins cher change plus de { $max } fois dans cet intervalle : demandez-en un plus court
data-missing = de quoi avez-vous besoin ? Il manque `--data`, `--per-day` ou `--minutes`
data-missing-hint = par exemple : `--days 30 --data 20GB`
days-twice = `--days` et `--from … --to …` donnent tous deux la durée du séjour, il n’en faut qu’un
to-without-from = `--to` demande `--from`
from-without-end = `--from` demande `--to` ou `--days`
left-needs-both = `--have-data` et `--have-days` vont ensemble : combien de données reste-t-il, et pour combien de jours ?
left-needs-one-sim = `--have-data` demande exactement un `--have-sim` : sur quelle SIM est-ce ?
state-needs-one-sim = l’état est celui de votre SIM, il faut donc exactement un `--have-sim`
plan-of-another-operator = la formule `{ $plan }` est vendue par `{ $operator }`, pas par `{ $value }`
schema-unknown = aucune réponse `{ $value }` n’a de schéma
field-unknown = la réponse n’a pas de clé `{ $value }`
field-of-several = `{ $value }` contient plusieurs valeurs, clés possibles : { $expected }
format-not-here = cette réponse n’existe pas en `{ $value }`, formats possibles : { $expected }
variable-format-not-here = { $variable } : cette réponse n’existe pas au format `{ $value }`, elle est écrite au format `{ $format }`
ending-not-here = { $file } : cette réponse n’existe pas au format de cette extension, elle est écrite au format `{ $format }`
ending-of-calendar = { $file } : cette réponse n’existe pas au format de cette extension, elle est écrite au format `{ $format }` ; `--ics { $file }` écrit un calendrier
ending-overruled = { $file } : l’option l’emporte sur l’extension, la réponse est écrite au format `{ $format }`

## schedules and bills

bill-too-large = { $plans } : ce panier coûte trop cher pour le calcul ({ $amount })
bill-not-decided = { $plans } : après { $searched } paniers partiels, on ne sait pas exactement si ce panier suffit ; écartez les petites formules ou réduisez les quantités
schedule-too-long = { $count } achats, c’est trop pour un calendrier, il en faut au plus { $max }
date-out-of-range = cette date sort du calendrier
date-or-time-form = `{ $value }` n’est pas une date, il faut par exemple `2026-12-01` ou `2026-12-01T14:30`
zone-unknown = `{ $value }` n’est pas un fuseau horaire, il faut par exemple `Africa/Casablanca` ou `Europe/Paris`
remind-form = `{ $value }` n’est pas un moment de rappel, il faut des jours avant comme `2d`, une heure le jour même comme `9:00`, ou des heures ou minutes avant comme `3h` ou `30m`
ics-needs-from = un calendrier demande la date de début du séjour
ics-needs-from-hint = ajoutez-la : --from 2026-12-01
ics-not-ours = { $file } n’est pas un calendrier écrit par ce programme : le fichier reste tel quel
ics-not-ours-hint = choisissez un autre nom de fichier, ou supprimez d’abord ce fichier
plan-count-form = `{ $value }` ne contient pas de nombre d’achats valable, il faut un nombre entier à partir de 1, comme dans `maroc-telecom-star3-20:2`
bought-too-often = { $limit ->
    [one] `{ $plan }` ne peut être acheté qu’une fois
   *[other] `{ $plan }` ne peut être acheté que { $limit } fois
}
billed-too-often = { $limit ->
    [one] `{ $plan }` n’est facturé qu’une fois pendant ce séjour
   *[other] `{ $plan }` n’est facturé que { $limit } fois pendant ce séjour
}
serves-unknown = on ne sait pas quand racheter : le catalogue ne dit pas ce que contient `{ $plan }`, ou pour combien de temps
contract-mixed = l’abonnement `{ $plan }` ne se mélange pas avec d’autres formules
second-sim = une seule carte SIM suffit par ligne : `{ $plan }` est la deuxième de `{ $line }`
nothing-fits = rien dans ce catalogue ne convient
nothing-fits-hint = `simplan compare` avec les mêmes options dit pourquoi
plain-is-text = `{ $format }` est un format pour machines : --plain ne vaut que pour le texte
bom-of-csv = le format `{ $format }` n’a pas de marque d’ordre des octets : --bom ne vaut que pour csv et tsv
delimiter-form = `{ $value }` n’est pas un séparateur, il faut un seul signe comme `;`, ou `tab`
encoding-unknown = `{ $value }` n’est pas un encodage, il faut par exemple `windows-1252`, `gbk` ou `utf-16`
brand-without-plans = le catalogue n’a aucune formule de { $brand }
brand-without-plans-hint = omettez le besoin (--days, --data) pour voir quand même les étapes
faq-nothing-found = aucune question ne correspond à `{ $value }`
faq-nothing-found-hint = les questions les plus proches : { $titles }
faq-nearest-how = `simplan faq { $word }` répond à la première ; `simplan faq` montre toutes les questions

## batch

part-of-more-needs = { $file } contient plus de réponses qu’il n’y a de besoins ({ $rows }) : il vient d’un autre calcul
part-of-more-needs-hint = supprimez-le pour recommencer
part-of-another-run = { $file } contient des réponses à d’autres besoins, à d’autres options ou d’un autre jour : il vient d’un autre calcul et reste tel quel
part-of-another-run-hint = relancez la commande d’origine, ou supprimez-le pour recommencer
part-unreadable = { $file } ne contient pas de réponses dans ce format, et reste tel quel
part-unreadable-hint = supprimez-le pour recommencer
part-in-use = un autre calcul est en train d’écrire { $file }
batch-go-on = { $answered ->
    [0] aucune ligne n’est encore traitée
    [one] la ligne qui précède est déjà traitée
   *[other] les { $answered } lignes qui précèdent sont déjà traitées
} : corrigez celle-ci, puis continuez avec : { $command }
batch-again = { $answered ->
    [0] aucun besoin n’est encore traité
    [one] { $answered } besoin est traité, sa réponse est gardée
   *[other] { $answered } besoins sont traités, leurs réponses sont gardées
} ; pour continuer : { $command }
batch-go-on-resume = { $answered ->
    [one] la ligne qui précède est déjà traitée
   *[other] les { $answered } lignes qui précèdent sont déjà traitées
} : corrigez celle-ci, puis continuez, en remplaçant FICHIER par le nom du fichier de réponses : { $command } --resume FICHIER
batch-again-resume = pour continuer, en remplaçant FICHIER par le nom du fichier de réponses : { $command } --resume FICHIER
resume-without-a-file = { $file } n’est pas un fichier, et `--resume` ne complète que des fichiers
row-too-long = cette ligne dépasse { $most } octets
not-a-json-object = cette ligne n’est pas un objet JSON
json-without-number = `{ $value }` n’est pas du JSON, il faut un nombre ou `null`
json-array = les besoins forment un tableau JSON, il faut du NDJSON : un objet par ligne
json-array-hint = `jq -c '.[]' needs.json` met chacun sur sa ligne ; pandas aussi, avec `orient="records", lines=True`
json-over-lines = cet objet JSON continue à la ligne suivante, il faut du NDJSON : un objet entier par ligne
json-over-lines-hint = `jq -c . needs.json` met chacun sur sa ligne
cell-not-text = cette valeur n’est ni un texte, ni un nombre, ni une liste de noms, ni vrai ou faux
data-twice = les données viennent d’un seul de `data`, `per_day` et `use`
stdin-twice = l’entrée standard ne peut être qu’un seul des fichiers
stdin-has-messages = l’entrée standard reçoit les messages de l’assistant, elle ne peut pas contenir aussi un fichier
usage-empty = il faut au moins une activité avec une quantité au-dessus de 0, par exemple maps=1h
usage-without-amount = `{ $value }` n’a pas de quantité, il faut par exemple { $expected }
usage-amount-apart = `{ $value }` n’a pas de quantité ; écrivez `{ $expected }`
usage-twice = `{ $value }` est donné deux fois
preset-not-first = une seule journée type est possible, et elle vient en premier : `{ $value }`
time-form = `{ $value }` n’est pas une durée pour { $activity }, il faut par exemple 30min, 2h ou 1h30
items-form = `{ $value }` n’est pas un nombre entier pour { $activity }
day-too-long = `{ $value }` dépasse les 24 heures d’une journée
too-many-items = `{ $value }` dépasse { $max } par jour

## ways to renew

payment-not-on-channel = `--pay { $pay }` ne va pas avec `--channel { $channel }`
payment-not-on-channel-hint = cela fonctionne : { $ways }
channel-not-for-plan = `{ $plan }` ne s’achète pas avec `--channel { $channel }`
channel-not-for-plan-hint = cela fonctionne : { $ways }
channel-not-for-service = { $service ->
    [monthly] un abonnement ne se paie pas
    [digital-brand] une marque numérique ne se paie pas
    [travel-esim] une eSIM de voyage ne s’achète pas
   *[prepaid] une ligne prépayée ne se recharge pas
} avec `--channel { $channel }`
channel-not-for-service-hint = cela fonctionne : { $ways }
channel-unknown = on ne sait pas comment renouveler chez { $seller } avec `--channel { $channel }`
channel-unknown-hint = moyens connus : { $ways }
card-needs-a-counter = `--card` sert au comptoir, pas à `--channel { $channel }`
card-needs-a-counter-hint = sans `--card`, les étapes de ce canal s’affichent
card-nothing-at-counter = rien de tout cela ne s’achète au comptoir
card-nothing-at-counter-hint = sans `--card`, les étapes s’affichent
number-form = `{ $value }` n’est pas un numéro marocain : il faut { $min } à { $max } chiffres, éventuellement précédés de +{ $code }
seller-ways-unknown = on ne sait pas comment { $seller } vend cela : demandez-lui
plan-of-another-operator-hint = retirez `--operator`

## next

next-missing = pour savoir quoi faire aujourd’hui, il manque : { $expected }
next-missing-hint = `--have-sim` est la ligne de la SIM dans le téléphone (`plans list` les donne), `--until` le dernier jour du séjour, `--per-day` ou `--use` ce que prend une journée ; par exemple : `simplan next --have-sim inwi-prepaid --until 2026-12-20 --per-day 500MB`
next-one-sim = donné plusieurs fois, il faut une seule SIM : celle dont on utilise les données
until-in-the-past = le dernier jour du séjour, le { $date }, est avant aujourd’hui ({ $today })

## plans import

map-key-missing = il manque `{ $key }`
map-key-similar = `{ $value }` n’est pas une clé à cet endroit, vouliez-vous dire `{ $similar }` ?
map-key-unknown = `{ $value }` n’est pas une clé à cet endroit, clés possibles : { $expected }
map-not-text = `{ $key }` demande un texte entre guillemets
map-not-texts = `{ $key }` demande un texte ou une liste, par exemple ["day", "daily"]
map-not-names = `{ $key }` demande un nom de champ ou une liste de noms
map-not-table = `{ $key }` demande une table
map-not-flag = `{ $key }` demande `true` ou `false`
map-not-column = `{ $key }` demande un nom de champ entre guillemets, ou une table comme { "{" }from = "price"{ "}" }
map-origin = `{ $key }` demande une seule de ces clés : `from`, `value`, `join`, `slug`
map-decimal = `{ $value }` n’est pas une marque décimale, il faut "." ou ","
map-unit-not-here = `{ $key }` n’a pas d’unité, seuls `data` et `validity` en ont une
map-column-not-mapped = cette table ne remplit pas la colonne `{ $value }`
import-field-missing = le fichier n’a pas de champ `{ $value }` ; il a : { $expected }
import-field-similar = le fichier n’a pas de champ `{ $value }`, vouliez-vous dire `{ $similar }` ?
import-field-missing-hint = `optional = true` marque un champ qui peut manquer dans le fichier
import-json = ce n’est pas du JSON : { $why }
import-not-object = ce n’est pas un objet JSON
import-row-blank = rien dans cette ligne ne remplit une colonne
import-slug-empty = `{ $value }` n’a ni lettre ni chiffre dont on puisse faire un identifiant
import-id-twice = l’identifiant `{ $value }` est déjà celui d’une autre formule, ligne { $first_line }
import-id-twice-hint = dans la table, ajoutez à `id` un champ qui distingue ces formules
import-map-unknown = `{ $value }` n’est ni un fichier ni une table intégrée

## the catalogue in use

catalogue-installed = prix du catalogue installé, dernier prix : { $newest } (`simplan plans reset` revient au catalogue intégré)
overlay-own = avec vos propres prix, dans { $file }
installed-hint = `simplan plans reset` revient au catalogue intégré
data-without-folder = pas de dossier pour les catalogues : on ne connaît pas le dossier personnel
catalogue-not-newer = { $file } n’est pas plus récent que le catalogue intégré : dernier prix { $newest }, contre { $known } dans le catalogue intégré
catalogue-undated = aucun prix de { $file } n’a de date, il en faut une après celle du catalogue intégré, { $known }
catalogue-of-the-future = le dernier prix de { $file } est de { $newest }, après aujourd’hui ({ $today }) : l’année est-elle juste ?
not-newer-hint = `--plans` l’utilise tel quel

## plans add

add-other-currency = `{ $value }` est en { $currency }, mais les montants de cette formule sont en { $known }
add-other-currency-hint = avec `--currency { $currency }`, tous les montants de la formule sont en { $currency }
add-missing = à une nouvelle formule, il faut aussi { $expected }
add-missing-hint = pour une formule du catalogue, `--id` et ce qui change suffisent, par exemple `--price 22` ; `plans list` donne les identifiants
add-without-a-file = `-` est l’entrée standard, il faut le fichier qui reçoit la ligne
add-nothing = rien n’est dit de la formule `{ $value }`, il faut ce qui change, par exemple `--price 22`
