### Texts of the command line; the comment over each is the English that it translates.

## Commands

# Which SIM and which passes cost least for this stay and this need, and how to renew them
command-simplan = Quelle SIM et quels forfaits coûtent le moins pour ce séjour et ce besoin, et comment les renouveler
# Example: simplan compare --days 30 --data 20GB
after-simplan = Exemple : simplan compare --days 30 --data 20GB
# Rank what serves the stay: which SIM and which passes, at what total, renewed when
command-compare = Classer ce qui convient au séjour : quelle SIM, quels forfaits, à quel total, à renouveler quand
# Bill my own basket: what it costs, whether it lasts, and the cheapest one beside it
command-cost = Chiffrer mon propre panier : ce qu’il coûte, s’il suffit, et le moins cher à côté
# When to buy what, as a table and a calendar file
command-schedule = Quand acheter quoi, en tableau et en fichier de calendrier
# Tell how to renew at an operator or a digital brand (--operator yoxo), step by step
command-renew-steps = Dire comment renouveler chez un opérateur ou une marque numérique (--operator yoxo), étape par étape
# Answer many needs, one a row: CSV or NDJSON in and out
command-batch = Répondre à beaucoup de besoins, un par ligne : CSV ou NDJSON en entrée et en sortie
# Columns: days, data or per_day; optional: id, minutes, operator, line, resident, have_sim, have_data, have_days,
# max_purchases, currency, from. Each says what the option of its name says; `;` stands between several names.
#
# Example: simplan batch needs.csv > answers.csv
after-batch =
    Colonnes : days, data ou per_day ; facultatives : id, minutes, operator, line, resident, have_sim, have_data,
    have_days, max_purchases, currency, from. Chacune dit ce que dit l’option du même nom ; `;` sépare plusieurs noms.

    Exemple : simplan batch besoins.csv > reponses.csv
# Questions and answers about renewing
command-faq = Questions et réponses sur le renouvellement
# List and show the plans of the catalogue
command-plans = Lister et montrer les forfaits du catalogue
# Check a catalogue: every row, and that no id is there twice
command-plans-check = Vérifier un catalogue : chaque ligne, et qu’aucun identifiant n’y est deux fois
# The catalogue, `-` for standard input [default: that of --plans]
arg-plans-check-file = Le catalogue, `-` pour l’entrée standard [par défaut : celui de --plans]
# List the plans of the catalogue
command-plans-list = Lister les forfaits du catalogue
# Show everything that is known of one plan
command-plans-show = Montrer tout ce qu’on sait d’un forfait
# Print this message or the help of the given subcommand(s)
command-help = Afficher cette aide ou celle d’une commande

## Data and output

# Data and output
heading-data-and-output = Données et sortie
# The catalogue, `-` for standard input [default: Morocco's, built in]
arg-plans = Le catalogue, `-` pour l’entrée standard [par défaut : celui du Maroc, intégré]
# Write the answer to a file, `-` for standard output; `batch` continues one that was interrupted
arg-output = Écrire la réponse dans un fichier, `-` pour la sortie standard ; `batch` reprend celui d’un calcul interrompu
# The notation of the answer [default: table; of `batch`: csv]
arg-format = La forme de la réponse [par défaut : table ; pour `batch` : csv]
# Text without tables, lines and colours, for screen readers and messages
arg-plain = Du texte sans tableaux, traits ni couleurs, pour lecteurs d’écran et messages
# The language of texts, never of machine formats; another one means English [default: the locale's]
arg-lang = La langue des textes, jamais celle des formats pour machines ; toute autre donne l’anglais [par défaut : celle du système]
# When to colour
arg-color = Quand mettre en couleur
# How many threads work on a large catalogue or on many needs [default: all cores]
arg-threads = Combien de fils travaillent sur un grand catalogue ou sur beaucoup de besoins [par défaut : tous les cœurs]
# The day to which the age of prices counts [default: today]
arg-today = Le jour de référence pour l’âge des prix [par défaut : aujourd’hui]
# Say on standard error when English stands in for a language that is not spoken here
arg-verbose = Signaler sur la sortie d’erreur que l’anglais remplace une langue qui n’est pas parlée ici
# Print help
arg-help = Afficher l’aide
# Print version
arg-version = Afficher la version

## The need

# The need
heading-the-need = Le besoin
# How many days the stay has
arg-days = Combien de jours dure le séjour
# The first day of the stay (and for `schedule` its time, such as 2026-12-01T14:30)
arg-from = Le premier jour du séjour (et pour `schedule` son heure, par exemple 2026-12-01T14:30)
# The last day of the stay; it counts too
arg-to = Le dernier jour du séjour, compris
# The data over the whole stay, such as 20GB
arg-data = Les données pour tout le séjour, par exemple 20GB
# The data each day, such as 500MB
arg-per-day = Les données par jour, par exemple 500MB
# Call minutes over the whole stay
arg-minutes = Les minutes d’appel pour tout le séjour

## Which plans

# Which plans
heading-which-plans = Quels forfaits
# Only what holds for this operator or digital brand; repeatable
arg-faq-operator = Seulement ce qui vaut pour cet opérateur ou cette marque numérique ; répétable
# What the question is about, in any of the languages [default: list the questions]
arg-words = Ce sur quoi porte la question, dans n’importe laquelle des langues [par défaut : lister les questions]
# Every answer that fits in full, not only the best one
arg-all = Chaque réponse qui convient en entier, pas seulement la meilleure
# Only this operator; repeatable
arg-operator = Seulement cet opérateur ; répétable
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
# I live there: plans for residents too, none for visitors only
arg-resident = J’y habite : aussi les forfaits pour résidents, aucun réservé aux visiteurs
# At least this network
arg-network = Au moins ce réseau
# At least this confidence
arg-min-confidence = Au moins cette confiance
# No price seen longer ago than so many days; `any` for all [default: 1095]
arg-max-age = Aucun prix relevé il y a plus de tant de jours ; `any` pour tous [par défaut : 1095]

## What I have and want

# What I have and want
heading-what-i-have-and-want = Ce que j’ai et ce que je veux
# The SIM of this line is in the phone already; repeatable
arg-have-sim = La SIM de cette ligne est déjà dans le téléphone ; répétable
# The data left on that SIM; it serves first
arg-have-data = Les données qui restent sur cette SIM ; elles servent d’abord
# The days for which it still lasts
arg-have-days = Combien de jours elles restent valables
# Baskets over one line, or over two as well (a phone for two SIMs)
arg-sims = Des paniers sur une ligne, ou aussi sur deux (téléphone à deux SIM)
# At most so many purchases, the SIM among them
arg-max-purchases = Au plus tant d’achats, la SIM comprise
# At most this total, in the shown currency
arg-max-total = Au plus ce total, dans la monnaie affichée

## Money

# Money
heading-money = Monnaie
# The currency in which prices are shown
arg-currency = La monnaie dans laquelle les prix sont affichés
# A rate of today, such as USD=9.35: one unit in the base of the rates; repeatable
arg-rate = Un taux du jour, par exemple USD=9.35 : une unité, dans la base des taux ; répétable
# The exchange rates [default: built in]
arg-rates = Les taux de change [par défaut : intégrés]

## What to show

# What to show
heading-what-to-show = Que montrer
# Show so many offers; 0 for all
arg-limit = Montrer tant d’offres ; 0 pour toutes
# Only these columns, such as rank,basket,total (table, csv, markdown)
arg-columns = Seulement ces colonnes, par exemple rank,basket,total (table, csv, markdown)
# Only these columns, such as id,price,data (table, csv, markdown)
arg-plans-list-columns = Seulement ces colonnes, par exemple id,price,data (table, csv, markdown)
# Show every offer that none beats in both purchases and total
arg-trade-off = Montrer chaque offre qu’aucune autre ne bat à la fois en achats et en total
# Why plans are refused: all of them, or what became of the plan ID
arg-explain = Pourquoi des forfaits sont écartés : tous, ou ce qu’est devenu le forfait ID
# Exit with 4 where the first offer is older than so many days
arg-fail-if-stale = Finir avec le code 4 si la première offre a plus de tant de jours

## Plans that one names

# The plans that I buy, and how often each: ID or ID:COUNT [default: the cheapest offer]
arg-basket = Les forfaits que j’achète, et combien de fois : ID ou ID:NOMBRE [par défaut : l’offre la moins chère]
# The plan
arg-id = Le forfait
# The plan to buy: its price, star code and amount are filled in. A need does the same with the cheapest offer
arg-plan = Le forfait à acheter : son prix, son étoile et son montant sont remplis. Un besoin fait de même avec l’offre la moins chère

## Calendar

# Calendar
heading-calendar = Calendrier
# The time zone of a stay whose time is given, such as Europe/Paris
arg-zone = Le fuseau horaire d’un séjour dont l’heure est donnée, comme Europe/Paris
# Write a calendar file, too
arg-ics = Écrire aussi un fichier de calendrier
# Remind so long before each purchase: 1d, 2h, 30m; repeatable [default: 1d]
arg-remind = Rappeler tant de temps avant chaque achat : 1d, 2h, 30m ; répétable [par défaut : 1d]
# Where the calendar's steps say to renew [default: shop; online for a digital brand]
arg-schedule-channel = Où renouveler, dans les étapes du calendrier [par défaut : shop ; online pour une marque numérique]
# What they say to pay with [default: the channel's usual one]
arg-schedule-pay = Avec quoi payer, dans les étapes du calendrier [par défaut : le moyen habituel du canal]

## The renewal guide

# The renewal
heading-the-renewal = Le renouvellement
# Where to renew [default: shop; online for a digital brand]
arg-channel = Où renouveler [par défaut : shop ; online pour une marque numérique]
# What to pay with [default: the channel's usual one]
arg-pay = Avec quoi payer [par défaut : le moyen habituel du canal]
# The state of the line [default: active]
arg-state = L’état de la ligne [par défaut : active]

## Names of values

# AMOUNT
value-amount = MONTANT
# CHANNEL
value-channel = CANAL
# CODE
value-code = CODE
# CODE=NUMBER
value-code-number = CODE=NOMBRE
# COLUMNS
value-columns = COLONNES
# CONFIDENCE
value-confidence = CONFIANCE
# DATE
value-date = DATE
# DAYS
value-days = JOURS
# FILE
value-file = FICHIER
# FORMAT
value-format = FORMAT
# ID
value-id = ID
# KIND
value-kind = TYPE
# LANGUAGE
value-language = LANGUE
# LINE
value-line = LIGNE
# MINUTES
value-minutes = MINUTES
# N
value-n = N
# NETWORK
value-network = RÉSEAU
# OPERATOR
value-operator = OPÉRATEUR
# PAYMENT
value-payment = PAIEMENT
# PLAN[:COUNT]
value-plan-count = FORFAIT[:NOMBRE]
# STATE
value-state = ÉTAT
# TIME
value-time = DÉLAI
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
# The needs, a row each; `-` for standard input [default: -]
arg-file = Les besoins, un par ligne ; `-` pour l’entrée standard [par défaut : -]
# The notation of the needs [default: by the file's name, else by its first character]
arg-input = La forme des besoins [par défaut : selon le nom du fichier, sinon selon son premier caractère]
# So many offers for each need, the cheapest first; 0 for all
arg-top = Tant d’offres par besoin, la moins chère d’abord ; 0 pour toutes
# Pass over the first N needs, which an interrupted run has answered on standard output: no header row
arg-skip = Passer les N premiers besoins, auxquels un calcul interrompu a répondu sur la sortie standard : pas d’en-tête
# Stop at the first bad row
arg-fail-fast = S’arrêter à la première mauvaise ligne
# Where a row says nothing else
heading-where-a-row-says-nothing-else = Quand une ligne ne dit rien d’autre
# Call minutes over the whole stay, where a row has none
arg-batch-minutes = Les minutes d’appel de tout le séjour, si la ligne n’en a pas
# The first day of the stay, where a row has none
arg-batch-from = Le premier jour du séjour, si la ligne n’en a pas
# NOTATION
value-notation = FORME
# K
value-k = K
