### Texts of the command line; the comment over each is the English that it translates.

## Commands

# Find the cheapest SIM and data passes for a stay, and how to renew them
command-simplan = Trouver la SIM et les pass les moins chers d’un séjour, et les renouveler
# Compare plans for a stay: what to buy, the cost, when to renew
command-compare = Comparer les offres : quoi acheter, à quel prix, quand renouveler
# Show where another offer becomes the cheapest
command-what-if = Montrer à partir d’où une autre offre devient la moins chère
# Bill a basket of your own, and compare it with the cheapest one
command-cost = Chiffrer son propre panier et le comparer au moins cher
# Show when to buy what, as a table and a calendar file
command-schedule = Montrer quand acheter quoi, en tableau et en calendrier
# Show the renewal steps at an operator or a digital brand
command-renew-steps = Montrer comment renouveler chez un opérateur ou une marque
# Say what to do today with the SIM in the phone
command-next = Dire quoi faire aujourd’hui avec la SIM du téléphone
# Compare plans for every row of a file: CSV or NDJSON in and out
command-batch = Comparer les offres pour chaque ligne d’un fichier CSV ou NDJSON
# Columns: days, and data, per_day, use or minutes (also beside data); optional: id, operator, line, resident, have_sim, have_data, have_days, mine, max_purchases, currency, from. Each means the same as the option of that name; `;` separates several names. Case does not matter. Other columns are carried through to the answers, after ours; one that an answer has too becomes in_<name>. With NDJSON needs, CSV answers leave them out.
#
# Answers: `basket` can be pasted into `simplan cost`; if nothing fits, `reason` says why for the nearest plans.
after-batch =
    Colonnes : days, et data, per_day, use ou minutes (aussi avec data) ; facultatives : id, operator, line, resident, have_sim, have_data, have_days, mine, max_purchases, currency, from. Chacune a le sens de l’option du même nom ; `;` sépare plusieurs noms. La casse ne compte pas. Les autres colonnes sont reprises dans les réponses, après les nôtres ; celle qui porte le nom d’une colonne des réponses reçoit le préfixe `in_`. Avec des besoins en NDJSON, les réponses CSV ne les ont pas.

    Réponses : on peut coller `basket` dans `simplan cost` ; si rien ne convient, `reason` dit pourquoi pour les formules les plus proches.
# Show how much data activities take, and add up a day
command-usage = Montrer les données que prend chaque activité, faire le total
# Write the answer and its steps as one HTML file
command-report = Écrire la réponse et ses étapes dans un fichier HTML
# Answer questions about renewing
command-faq = Répondre aux questions sur le renouvellement
# List, check, add, import, export and compare plans
command-plans = Lister, vérifier, ajouter, importer et comparer des formules
# Print the JSON Schema of the answers of a command, or of errors
command-schema = Afficher le schéma JSON des réponses d’une commande, ou des erreurs
# Answer an assistant that speaks the Model Context Protocol
command-mcp = Répondre à un assistant qui parle le Model Context Protocol
# Check catalogues: every row, and what is suspicious
command-plans-check = Vérifier des catalogues : chaque ligne, et ce qui est suspect
# Catalogue files, `-` for standard input [default: that of --plans]
arg-files = Les fichiers de catalogue, `-` pour l’entrée standard [par défaut : celui de --plans]
# Fail if there are warnings, too
arg-strict = Échouer aussi s’il y a des avertissements
# Fail with exit code 4 if there are warnings and no errors
arg-strict-long = Échouer avec le code de sortie 4 s’il y a des avertissements sans erreurs
# List the codes of all findings
arg-codes = Lister les codes de tout ce qui peut être trouvé
# Compare two catalogues: which plans came, went and changed
command-plans-diff = Comparer deux catalogues : les formules ajoutées, retirées, modifiées
# Write the catalogue as a file that reads back the same
command-plans-export = Écrire le catalogue dans un fichier qui se relit à l’identique
# Old catalogue: a file, or built-in
arg-plans-diff-old = L’ancien catalogue : un fichier, ou built-in
# Old catalogue: a file, `-` for standard input, or `built-in` for Morocco's catalogue in the program
arg-plans-diff-old-long = L’ancien catalogue : un fichier, `-` pour l’entrée standard, ou `built-in` pour celui du Maroc, intégré au programme
# New catalogue: a file, or built-in
arg-plans-diff-new = Le nouveau catalogue : un fichier, ou built-in
# New catalogue: a file, `-` for standard input, or `built-in` for Morocco's catalogue in the program
arg-plans-diff-new-long = Le nouveau catalogue : un fichier, `-` pour l’entrée standard, ou `built-in` pour celui du Maroc, intégré au programme
# Say which old prices to check first, and on which page
command-plans-stale = Dire quels prix anciens vérifier d’abord, et sur quelle page
# Prices that are more than DAYS days old, or undated [default: 180]
arg-older-than = Les prix de plus de JOURS jours, ou sans date [par défaut : 180]
# Number of prices to show; 0 for all [default: 10, or what fits on a screen; all for scripts]
arg-plans-stale-limit = Le nombre de prix à montrer ; 0 pour tous [par défaut : 10, ou ce que l’écran contient ; tous pour les scripts]
# Make a catalogue of a file with other columns
command-plans-import = Faire un catalogue d’un fichier qui a d’autres colonnes
# File to import: CSV or JSON, `-` for standard input
arg-plans-import-file = Le fichier à importer : CSV ou JSON, `-` pour l’entrée standard
# Map from its fields to our columns: a TOML file, or one of --maps
arg-plans-import-map = La table entre ses champs et nos colonnes : un fichier TOML, ou l’une de --maps
# Map from the fields of the file to our columns: a TOML file, or the name of a map that is built in (`--maps` lists them)
arg-plans-import-map-long = La table entre les champs du fichier et nos colonnes : un fichier TOML, ou le nom d’une table intégrée (`--maps` les liste)
# List the maps that are built in
arg-plans-import-maps = Lister les tables intégrées
# Print a map that is built in, to write your own from it
arg-plans-import-show-map = Afficher une table intégrée, pour écrire la vôtre à partir d’elle
# Add a plan or a new price to your own overlay
command-plans-add = Ajouter une formule ou un nouveau prix à vos propres données
# Use a catalogue with newer prices from now on
command-plans-install = Utiliser désormais un catalogue aux prix plus récents
# Go back from an installed catalogue to the built-in one
command-plans-reset = Revenir d’un catalogue installé à celui du programme
# Catalogue whose newest price is newer than those in the program, `-` for standard input
arg-plans-install-file = Un catalogue dont le dernier prix est plus récent que ceux du programme, `-` pour l’entrée standard
# TEXT
value-text = TEXTE
# ID of the plan: one of the catalogue changes, another one is new [default: from seller and name]
arg-plans-add-id = L’identifiant de la formule : une du catalogue change, une autre est nouvelle [par défaut : du vendeur et du nom]
# Line that the plan is bought on, such as inwi-prepaid
arg-plans-add-line = La ligne sur laquelle elle s’achète, par exemple inwi-prepaid
# Seller [default: that of the line]
arg-plans-add-operator = Le vendeur [par défaut : celui de la ligne]
# Name, as the seller writes it
arg-plans-add-name = Le nom, comme le vendeur l’écrit
# Kind: sim, pass, visitor, esim or contract [default: pass]
arg-plans-add-kind = Le type : sim, pass, visitor, esim ou contract [par défaut : pass]
# Price with all taxes
arg-plans-add-price = Le prix toutes taxes comprises
# Currency of the amounts [default: MAD]
arg-plans-add-currency = La devise des montants [par défaut : MAD]
# Activation fee of a contract
arg-plans-add-setup-fee = Les frais de mise en service d’un forfait
# Data, such as 5GB or unlimited
arg-plans-add-data = Les données, par exemple 5GB ou unlimited
# Whether that data is in total or for each day: total, day
arg-plans-add-data-per = Si ces données sont en tout ou par jour : total, day
# Validity, such as 7d or 24h
arg-plans-add-validity = La validité, par exemple 7d ou 24h
# Call minutes
arg-plans-add-minutes = Les minutes d’appel
# SMS
arg-plans-add-sms = Les SMS
# What the data is for, such as general or social
arg-plans-add-scope = À quoi servent les données, par exemple general ou social
# Newest network: 3G, 4G, 5G
arg-plans-add-network = Le réseau le plus récent : 3G, 4G, 5G
# Star code, or where it is bought
arg-plans-add-buy = Le code étoile, ou le lieu d’achat
# Who can buy it: anyone, resident, visitor
arg-plans-add-audience = Qui peut l’acheter : anyone, resident, visitor
# How often it can be bought
arg-plans-add-max-purchases = Combien de fois on peut l’acheter
# Form of a SIM: sim, esim, both
arg-plans-add-form = La forme d’une SIM : sim, esim, both
# Where a SIM is sold: shop, online, both, abroad
arg-plans-add-sold = Où une SIM se vend : shop, online, both, abroad
# Call credit that comes with a SIM
arg-plans-add-credit = Le crédit d’appel compris avec une SIM
# Whether data, minutes and SMS share one balance: shared, separate
arg-plans-add-balance = Si données, minutes et SMS partagent un solde : shared, separate
# Where the price was seen: an address, or a place
arg-plans-add-source = Où le prix a été vu : une adresse, ou un lieu
# Day on which it was seen [default: today]
arg-plans-add-verified-on = Le jour où il a été vu [par défaut : aujourd’hui]
# How sure it is: high, medium, low [default: medium]
arg-plans-add-confidence = S’il est sûr : high, medium, low [par défaut : medium]
# Anything else
arg-plans-add-note = Toute autre remarque
# Whether it is still sold: on-sale, withdrawn
arg-plans-add-status = Si elle se vend encore : on-sale, withdrawn
# List the plans of the catalogue
command-plans-list = Lister les formules du catalogue
# Show everything known about one plan
command-plans-show = Montrer tout ce que l’on sait d’une formule
# Show the settings: what options default to, and why
command-config = Montrer les réglages : ce que valent les options par défaut
# Show each setting, its value, and whether an option, a variable or the file gives it
command-config-show = Montrer chaque réglage, sa valeur et ce qui la donne : option, variable ou fichier
# Print the path of the configuration file
command-config-path = Afficher le chemin du fichier de configuration
# Print the script that makes a shell complete commands, ids and names
command-completions = Afficher le script qui complète commandes, identifiants et noms
# The shell that runs the script when it starts
arg-shell = Le shell qui lance ce script à son démarrage
# The shell that runs the script when it starts. bash: `source <(simplan completions bash)` in `~/.bashrc`; zsh: the same with zsh in `~/.zshrc`, after `compinit`; fish: `simplan completions fish | source` in `config.fish`; elvish: `eval (simplan completions elvish | slurp)` in `rc.elv`; PowerShell: `simplan completions powershell | Out-String | Invoke-Expression` in `$PROFILE`
arg-shell-long = Le shell qui lance ce script à son démarrage. bash : `source <(simplan completions bash)` dans `~/.bashrc` ; zsh : de même avec zsh dans `~/.zshrc`, après `compinit` ; fish : `simplan completions fish | source` dans `config.fish` ; elvish : `eval (simplan completions elvish | slurp)` dans `rc.elv` ; PowerShell : `simplan completions powershell | Out-String | Invoke-Expression` dans `$PROFILE`
# Write the manual pages
command-man = Écrire les pages du manuel
# Folder for the pages, one for each command
arg-man-folder = Le dossier des pages, une par commande
# SHELL
value-shell = SHELL
# FOLDER
value-folder = DOSSIER
# Print this message or the help of the given subcommand(s)
command-help = Afficher cette aide ou celle d’une commande

## Data and output

# Data and output
heading-data-and-output = Données et sortie
# Catalogue file, `-` for standard input [default: Morocco's, built in]
arg-plans = Le fichier du catalogue, `-` pour l’entrée standard [par défaut : celui du Maroc, intégré]
# Catalogue file, `-` for standard input, or `built-in` for Morocco's catalogue in the program, which is then used without your own prices [default: an installed catalogue, else the built-in one]
arg-plans-long = Le fichier du catalogue, `-` pour l’entrée standard, ou `built-in` pour celui du Maroc, intégré au programme, qui sert alors sans vos propres prix [par défaut : un catalogue installé, sinon celui du programme]
# File of prices and plans to lay over the catalogue; repeatable
arg-overlay = Un fichier de prix et de formules à poser sur le catalogue ; répétable
# File of prices and plans to lay over the catalogue: rows by id, whose cells replace those of the plan unless they are blank; a column `status` can say `withdrawn` or `on-sale`; repeatable, and the last one wins
arg-overlay-long = Un fichier de prix et de formules à poser sur le catalogue : des lignes par id, dont les cellules remplacent celles de la formule sauf si elles sont vides ; une colonne `status` peut dire `withdrawn` ou `on-sale` ; répétable, le dernier l’emporte
# Write the answer to a file, whose ending picks the format, or `-` for standard output; `batch` continues one that was interrupted
arg-output = Écrire la réponse dans un fichier, dont l’extension choisit le format, ou `-` pour la sortie standard ; `batch` reprend celui d’un calcul interrompu
# Format
arg-format = Le format
# Format of the answer; `--json` and `--csv` are short forms [default: table; for `batch`: csv]
arg-format-long = Le format de la réponse ; `--json` et `--csv` en sont les formes courtes [par défaut : table ; pour `batch` : csv]
# What separates the cells of CSV, such as `;` or tab
arg-delimiter = Ce qui sépare les cellules du CSV, par exemple `;` ou tab
# What separates the cells of CSV, such as `;` or `tab`: in the answer, and in a file that is read if its header does not show it [default: `,`]
arg-delimiter-long = Ce qui sépare les cellules du CSV, par exemple `;` ou `tab` : dans la réponse, et dans un fichier lu dont l’en-tête ne le montre pas [par défaut : `,`]
# Begin CSV and TSV with a byte order mark, which Excel needs
arg-bom = Commencer le CSV et le TSV par une marque d’ordre des octets, qu’il faut à Excel
# Encoding of the files that are read, such as windows-1252 or gbk [default: UTF-8, or that of the byte order mark]
arg-encoding = L’encodage des fichiers lus, par exemple windows-1252 ou gbk [par défaut : UTF-8, ou celui de la marque d’ordre des octets]
# Print only the value at this key of the JSON answer, such as total
arg-field = Afficher seulement la valeur de cette clé de la réponse JSON, par exemple total
# Short for --format json
arg-json = Forme courte de --format json
# Short for --format csv
arg-csv = Forme courte de --format csv
# Text without tables, lines and colours, for screen readers and messages
arg-plain = Du texte sans tableaux, traits ni couleurs, pour lecteurs d’écran et messages
# Language of texts
arg-lang = La langue des textes
# Language of texts, never of machine formats; English replaces an unsupported one [default: the locale's]
arg-lang-long = La langue des textes, jamais celle des formats pour machines ; une langue inconnue donne l’anglais [par défaut : celle du système]
# When to use colours
arg-color = Quand utiliser des couleurs
# Number of threads for a large catalogue or many needs [default: all cores]
arg-threads = Le nombre de fils d’exécution pour un grand catalogue ou de nombreux besoins [par défaut : un par cœur]
# Put the SHA-256 of a catalogue above 1 MB into JSON, too
arg-fingerprint = Mettre aussi dans le JSON le SHA-256 d’un catalogue de plus de 1 Mo
# Reference date for the age of prices [default: today]
arg-today = La date de référence pour l’âge des prix [par défaut : aujourd’hui]
# Say on standard error if another language or script replaces the one asked for
arg-verbose = Signaler sur la sortie d’erreur qu’une autre langue ou une autre écriture remplace celle demandée
# Do not read the configuration file
arg-no-config = Ne pas lire le fichier de configuration
# No warnings or progress on standard error, only errors
arg-quiet = Ni avertissement ni progression sur la sortie d’erreur, seulement les erreurs
# Print help (see more with '--help')
arg-help = Afficher l’aide courte
# Print help (see a summary with '-h')
arg-help-long = Afficher l’aide (version courte avec `-h`)
# Print version
arg-version = Afficher la version

## The need

# The need
heading-the-need = Le besoin
# Number of days of the stay, such as 30
arg-days = Le nombre de jours du séjour, par exemple 30
# First day of the stay, such as 2026-12-01
arg-from = Le premier jour du séjour, par exemple 2026-12-01
# First day of the stay, optionally with a time, such as 2026-12-01T14:30
arg-from-long = Le premier jour du séjour, avec l’heure si elle est connue, par exemple 2026-12-01T14:30
# Last day of the stay, which also counts; with a time on both ends, the stay is counted in 24-hour days
arg-to = Le dernier jour du séjour, compris ; avec une heure aux deux bouts, le séjour est compté en jours de 24 heures
# Last day of the stay, such as 2026-12-20
arg-until = Le dernier jour du séjour, par exemple 2026-12-20
# Last day of the stay, which also counts
arg-until-long = Le dernier jour du séjour, compris
# Data for the whole stay, such as 20GB
arg-data = Les données pour tout le séjour, par exemple 20GB
# Data for each day, such as 500MB
arg-per-day = Les données par jour, par exemple 500MB
# What each day is used for, such as medium or maps=1h
arg-usage = L’usage de chaque jour, par exemple medium ou maps=1h
# What each day is used for, such as medium, "medium,video=1h" or maps=1h,photos=20; `usage` lists activities
arg-usage-long = L’usage de chaque jour, par exemple medium, "medium,video=1h" ou maps=1h,photos=20 ; `usage` liste les activités
# What a day has of each activity, such as maps=1h messages=100; a preset may come first [default: list all]
arg-amounts = Ce qu’une journée contient de chaque activité, par exemple maps=1h messages=100 ; une journée type peut venir en premier [par défaut : tout lister]
# Call minutes for the whole stay, such as 60
arg-minutes = Les minutes d’appel de tout le séjour, par exemple 60
# Call minutes for the whole stay; without data, only calls count
arg-minutes-long = Les minutes d’appel pour tout le séjour ; sans données, seuls les appels comptent
# Data and minutes to spare, such as 10%: increases the need by that much
arg-margin = Une marge de données et de minutes, par exemple 10% : le besoin augmente d’autant
# Time zone of a stay that has a time, such as Europe/Paris
arg-zone = Le fuseau horaire d’un séjour avec heure, par exemple Europe/Paris
# Call minutes from today to the end; without data, only calls count
arg-next-minutes = Les minutes d’appel d’aujourd’hui à la fin ; sans données, seuls les appels comptent

## Which plans

# Which plans
heading-which-plans = Quelles formules
# Only what holds for this operator or digital brand; repeatable
arg-faq-operator = Seulement ce qui vaut pour cet opérateur ou cette marque numérique ; répétable
# What the question is about, in any of the languages [default: list the questions]
arg-words = Le sujet de la question, dans n’importe laquelle des langues [par défaut : lister les questions]
# Show every answer that fits in full, not only the best one
arg-all = Montrer toutes les réponses qui conviennent en entier, pas seulement la meilleure
# Only this operator, such as inwi; repeatable
arg-operator = Seulement cet opérateur, par exemple inwi ; répétable
# Not this operator; repeatable
arg-not-operator = Pas cet opérateur ; répétable
# Only this line; repeatable
arg-line = Seulement cette ligne ; répétable
# Not this line; repeatable
arg-not-line = Pas cette ligne ; répétable
# Only this kind; repeatable
arg-kind = Seulement ce type ; répétable
# Not this kind; repeatable
arg-not-kind = Pas ce type ; répétable
# Only what comes in this form
arg-form = Seulement sous cette forme
# Only what comes in this form; a pass follows its SIM
arg-form-long = Seulement ce qui existe sous cette forme ; un pass suit sa SIM
# Only what is sold there; a pass follows its SIM
arg-sold = Seulement ce qui est vendu là ; un pass suit sa SIM
# Only what I can buy before my arrival: the same as --sold abroad
arg-before-arrival = Seulement ce que je peux acheter avant d’arriver : comme --sold abroad
# Leave out unlimited plans
arg-no-unlimited = Écarter les formules illimitées
# I live there: also plans for residents
arg-resident = J’y habite : les formules pour résidents aussi
# I live there: also plans for residents, none for visitors only
arg-resident-long = J’y habite : les formules pour résidents aussi, aucune réservée aux visiteurs
# At least this network
arg-network = Au moins ce réseau
# At least this confidence
arg-min-confidence = Au moins cette fiabilité
# Maximum age of prices in days, none without a date; `any` for all [default: 1095, and undated ones]
arg-max-age = L’âge maximal des prix en jours, aucun prix sans date ; `any` pour tous [par défaut : 1095, et les prix sans date]

## What I have and want

# What I have and want
heading-what-i-have-and-want = Ce que j’ai et ce que je veux
# I have the SIM of this line, such as inwi-prepaid
arg-have-sim = J’ai la SIM de cette ligne, par exemple inwi-prepaid
# I already have the SIM of this line; repeatable
arg-have-sim-long = J’ai déjà la SIM de cette ligne ; répétable
# What I have already, such as roaming: 5 EUR/1d/500MB
arg-mine = Ce que j’ai déjà, l’itinérance par exemple : 5 EUR/1d/500MB
# What I have already, such as the roaming of my operator at home: its price, days and data, as in `5 EUR/1d/500MB`. It is bought as often as needed; a free one counts once
arg-mine-long = Ce que j’ai déjà, par exemple l’itinérance de mon opérateur d’origine : son prix, sa durée et son volume, comme `5 EUR/1d/500MB`. Elle est achetée autant de fois qu’il faut ; gratuite, elle compte une fois
# Data left on that SIM, such as 1.2GB
arg-have-data = Les données restant sur cette SIM, par exemple 1.2GB
# Data left on that SIM; it is used first
arg-have-data-long = Les données qui restent sur cette SIM ; elles sont utilisées en premier
# Days for which that data is still valid, such as 5
arg-have-days = Les jours où elles restent valables, par exemple 5
# Number of days for which that data is still valid
arg-have-days-long = Le nombre de jours pendant lesquels elles restent valables
# State of that line; if it does not work, nothing on it counts [default: active]
arg-state = L’état de cette ligne ; si elle ne fonctionne pas, ce qui y reste ne compte pas [par défaut : active]
# Baskets over one Moroccan line, or over two as well: two SIMs of the catalogue in one phone, not counting the SIM from home
arg-sims = Des paniers sur une ligne marocaine, ou sur deux aussi : deux SIM du catalogue dans un même téléphone, sans compter celle de chez soi
# Maximum number of purchases, including the SIM and bills
arg-max-purchases = Le nombre maximal d’achats, SIM et factures comprises
# Maximum total, in the shown currency
arg-max-total = Le total maximal, dans la monnaie affichée

## Money

# Money
heading-money = Monnaie
# Currency in which prices are shown, such as EUR
arg-currency = La monnaie des prix affichés, par exemple EUR
# Exchange rate of today, such as USD=9.35: one unit in the base currency of the rates; repeatable
arg-rate = Un taux de change du jour, par exemple USD=9.35 : une unité dans la monnaie de base des taux ; répétable
# File of exchange rates [default: built in]
arg-rates = Le fichier des taux de change [par défaut : intégré]

## What to show

# What to show
heading-what-to-show = Que montrer
# Show how much data this amount buys, instead of offers for a need of data
arg-budget = Montrer combien de données donne cette somme, au lieu des offres pour un besoin de données
# Number of days of the stay: 30, a range 3..90, or a list 7,14,30
arg-what-if-days = Le nombre de jours du séjour : 30, un intervalle 3..90 ou une liste 7,14,30
# Data for the whole stay: 20GB, a range 1GB..50GB, or a list 5GB,10GB
arg-what-if-data = Les données pour tout le séjour : 20GB, un intervalle 1GB..50GB ou une liste 5GB,10GB
# Data for each day: 500MB, or a range or a list
arg-what-if-per-day = Les données par jour : 500MB, intervalle ou liste
# Budget that moves, such as 50..300: the data that it buys
arg-what-if-budget = Un budget qui varie, par exemple 50..300 : les données qu’il donne
# Draw what each seller asks over the range
arg-chart = Tracer le prix de chaque vendeur sur l’étendue
# How much less and more one need may take [default: 30%]
arg-what-if-spread = De combien l’usage d’un besoin peut s’écarter [par défaut : 30%]
# Number of rows to show; 0 for all [default: as many as fit on a screen; all for scripts]
arg-what-if-limit = Le nombre de lignes à montrer ; 0 pour toutes [par défaut : ce que l’écran contient ; toutes pour les scripts]
# Compare a SIM for each of N people with sharing
arg-people = N personnes : une SIM chacune, ou le partage
# Compare a SIM for each of N people, who all have this need, with fewer SIMs and a hotspot
arg-people-long = Comparer une SIM pour chacune de N personnes, qui ont toutes ce besoin, à moins de SIM en partage de connexion
# Rank every plan bought alone, too, not only the best basket of each line
arg-compare-all = Classer aussi chaque formule achetée seule, pas seulement le meilleur panier de chaque ligne
# Number of offers to show; 0 for all [default: as many as fit on a screen; 10 for scripts]
arg-limit = Le nombre d’offres à montrer ; 0 pour toutes [par défaut : ce que l’écran contient ; 10 pour les scripts]
# Only these columns, such as rank,basket,total (all formats but json)
arg-columns = Seulement ces colonnes, par exemple rank,basket,total (tous les formats sauf json)
# Only these columns, such as id,price,data (all formats but json)
arg-plans-list-columns = Seulement ces colonnes, par exemple id,price,data (tous les formats sauf json)
# Show what fewer purchases cost (the Pareto front)
arg-trade-off = Montrer ce qu’il en coûte d’acheter moins souvent (le front de Pareto)
# Show why plans are refused, or how the plan with this id or name fared
arg-explain = Montrer pourquoi des formules sont écartées, ou ce qu’il en est de la formule qui a cet ID ou ce nom
# Print the end of a link to this answer on the page, from its #, instead of the answer
arg-link = Imprimer la fin du lien vers cette réponse sur la page, à partir du #, au lieu de la réponse
# Exit with code 4 if the first offer, or a rate that it depends on, is more than DAYS days old
arg-fail-if-stale = Finir avec le code 4 si la première offre, ou un taux dont elle dépend, a plus de JOURS jours

## Plans that one names

# Plans that I buy, by id or name [default: the cheapest offer]
arg-basket = Les formules que j’achète, par ID ou par nom [par défaut : l’offre la moins chère]
# Plans that I buy, by id or name, and how many of each: PLAN or PLAN:COUNT [default: the cheapest offer]
arg-basket-long = Les formules que j’achète, par ID ou par nom, et combien de fois : FORMULE ou FORMULE:NOMBRE [par défaut : l’offre la moins chère]
# ID or name of the plan
arg-id = L’ID ou le nom de la formule
# Plan to buy, by id or name
arg-plan = La formule à acheter, par ID ou par nom
# Plan to buy, by id or name: fills in its price, star code and amount; a need does the same for the cheapest offer
arg-plan-long = La formule à acheter, par ID ou par nom : remplit son prix, son code étoile et son montant ; un besoin fait de même pour l’offre la moins chère

## Calendar

# Calendar
heading-calendar = Calendrier
# Write a calendar file, too, such as renewals.ics
arg-ics = Écrire aussi un calendrier, par exemple renewals.ics
# Write a calendar file, too; a new plan replaces the one in the file
arg-ics-long = Écrire aussi un fichier de calendrier ; un nouveau plan y remplace le précédent
# Name of this plan; plans with other names stay in the calendar
arg-calendar = Le nom de ce plan : les plans d’un autre nom restent dans le calendrier
# When to remind, such as 2d, 9:00 or 3h before
arg-remind = Quand rappeler, par exemple 2d, 9:00 ou 3h avant
# When to remind: 2d (in the evening two days before), 9:00 (on the day), 3h or 30m before; repeatable [default: 1d]
arg-remind-long = Quand rappeler : 2d (le soir, deux jours avant), 9:00 (le jour même), 3h ou 30m avant ; répétable [par défaut : 1d]
# Where to renew, in the steps of the calendar [default: shop; online for what is sold only there]
arg-schedule-channel = Où renouveler, dans les étapes du calendrier [par défaut : shop ; online pour ce qui ne se vend qu’en ligne]
# What to pay with, in the steps of the calendar [default: the channel's usual one]
arg-schedule-pay = Avec quoi payer, dans les étapes du calendrier [par défaut : le moyen habituel du canal]

## The renewal guide

# The renewal
heading-the-renewal = Le renouvellement
# Where to renew
arg-channel = Où renouveler
# Where to renew [default: shop; online for what is sold only there]
arg-channel-long = Où renouveler [par défaut : shop ; online pour ce qui ne se vend qu’en ligne]
# What to pay with
arg-pay = Avec quoi payer
# What to pay with [default: the channel's usual one]
arg-pay-long = Avec quoi payer [par défaut : le moyen habituel du canal]
# Number of my line, for the sentences and the card
arg-number = Le numéro de ma ligne, pour les phrases et la carte
# Only what to show to the seller
arg-card = Seulement ce qu’on montre au vendeur
# Only what to show to the seller: the number, the amount, the star, and the sentence in French and Arabic
arg-card-long = Seulement ce qu’on montre au vendeur : le numéro, le montant, l’étoile et la phrase en français et en arabe
# Without the sources at the end
arg-no-sources = Sans les sources à la fin

## Names of values

# MAP
value-map = TABLE
# AMOUNT
value-amount = MONTANT
# CHANNEL
value-channel = CANAL
# NUMBER
value-number = NUMÉRO
# COMMAND
value-command = COMMANDE
# CODE
value-code = CODE
# CODE=NUMBER
value-code-number = CODE=NOMBRE
# ACTIVITIES
value-activities = ACTIVITÉS
# ACTIVITY=AMOUNT
value-activity-amount = ACTIVITÉ=QUANTITÉ
# COLUMNS
value-columns = COLONNES
# CONFIDENCE
value-confidence = FIABILITÉ
# DATE
value-date = DATE
# DAYS
value-days = JOURS
# FILE
value-file = FICHIER
# FORM
value-form = FORME
# FORMAT
value-format = FORMAT
# ID
value-id = ID
# KEY
value-key = CLÉ
# KIND
value-kind = TYPE
# LANGUAGE
value-language = LANGUE
# LINE
value-line = LIGNE
# MARK
value-mark = SIGNE
# MINUTES
value-minutes = MINUTES
# N
value-n = N
# NAME
value-name = NOM
# NETWORK
value-network = RÉSEAU
# NEW
value-new = NOUVEAU
# OLD
value-old = ANCIEN
# OPERATOR
value-operator = OPÉRATEUR
# PAYMENT
value-payment = PAIEMENT
# PERCENT
value-percent = POURCENTAGE
# PLACE
value-place = LIEU
# PLAN
value-plan = FORMULE
# PLAN[:COUNT]
value-plan-count = FORMULE[:NOMBRE]
# STATE
value-state = ÉTAT
# TIME
value-time = MOMENT
# VOLUME
value-volume = VOLUME
# WHEN
value-when = QUAND
# ZONE
value-zone = FUSEAU
# WORDS
value-words = MOTS

## Rows

# Rows
heading-rows = Lignes
# Needs, one in each row, with columns such as days and data
arg-file = Les besoins, un par ligne, avec des colonnes comme days et data
# Needs, one in each row; `-` for standard input [default: -]
arg-file-long = Les besoins, un par ligne ; `-` pour l’entrée standard [par défaut : -]
# Format of the needs [default: by the name of the file, else by its first character]
arg-input = Le format des besoins [par défaut : selon le nom du fichier, sinon selon son premier caractère]
# Number of offers for each need, the cheapest first; 0 for all
arg-top = Le nombre d’offres par besoin, la moins chère d’abord ; 0 pour toutes
# Append what is missing to the answers of an interrupted run on standard output; a new file gets all answers
arg-resume = Ajouter ce qui manque aux réponses d’un calcul interrompu sur la sortie standard ; un nouveau fichier les reçoit toutes
# Stop at the first bad row
arg-fail-fast = S’arrêter à la première ligne erronée
# If a row does not say otherwise
heading-if-a-row-does-not-say-otherwise = Quand une ligne ne dit rien d’autre
# Call minutes for the whole stay, if a row has none
arg-batch-minutes = Les minutes d’appel de tout le séjour, si la ligne n’en a pas
# First day of the stay, if a row has none
arg-batch-from = Le premier jour du séjour, si la ligne n’en a pas
# K
value-k = K

## schema

# Command, such as compare or plans list, or error [default: list all]
arg-schema-answer = La commande, par exemple compare ou plans list, ou bien error [par défaut : les lister toutes]
