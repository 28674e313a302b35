### Texts of the command line; the comment over each is the English that it translates.

## Commands

# Find the cheapest SIM and data passes for a stay, and how to renew them
command-simplan = Trouver la SIM et les pass les moins chers pour un séjour, et comment les renouveler
# Example: simplan compare --days 30 --data 20GB
after-simplan = Exemple : simplan compare --days 30 --data 20GB
# Compare plans for a stay: which SIM and passes to buy, what they cost, when to renew
command-compare = Comparer les offres pour un séjour : quelle SIM et quels pass acheter, à quel prix, quand renouveler
# Bill a basket of your own: what it costs, whether it lasts, and the cheapest one beside it
command-cost = Chiffrer son propre panier : ce qu’il coûte, s’il suffit, et le moins cher à côté
# Show when to buy what, as a table and a calendar file
command-schedule = Montrer quand acheter quoi, en tableau et en fichier de calendrier
# Show the renewal steps at an operator or a digital brand (--operator yoxo)
command-renew-steps = Montrer les étapes du renouvellement chez un opérateur ou une marque numérique (--operator yoxo)
# Compare plans for every row of a file: CSV or NDJSON in and out
command-batch = Comparer les offres pour chaque ligne d’un fichier : CSV ou NDJSON en entrée et en sortie
# Columns: days, and data, per_day, use or minutes (also beside data); optional: id, operator, line, resident, have_sim,
# have_data, have_days, max_purchases, currency, from. Each means the same as the option of that name; `;` separates several names.
#
# Example: simplan batch needs.csv > answers.csv
after-batch =
    Colonnes : days, et data, per_day, use ou minutes (aussi avec data) ; facultatives : id, operator, line, resident,
    have_sim, have_data, have_days, max_purchases, currency, from. Chacune a le sens de l’option du même nom ; `;` sépare
    plusieurs noms.

    Exemple : simplan batch besoins.csv > reponses.csv
# Show how much data everyday activities take, and add up a day
command-usage = Montrer les données que prennent les activités courantes, et additionner une journée
# Answer questions about renewing
command-faq = Répondre aux questions sur le renouvellement
# List, show and check the plans of the catalogue
command-plans = Lister, montrer et vérifier les forfaits du catalogue
# Check a catalogue: every row, and that no id occurs twice
command-plans-check = Vérifier un catalogue : chaque ligne, et qu’aucun identifiant n’y figure deux fois
# The catalogue, `-` for standard input [default: that of --plans]
arg-plans-check-file = Le catalogue, `-` pour l’entrée standard [par défaut : celui de --plans]
# List the plans of the catalogue
command-plans-list = Lister les forfaits du catalogue
# Show everything known about one plan
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
# The format of the answer [default: table; of `batch`: csv]
arg-format = Le format de la réponse [par défaut : table ; pour `batch` : csv]
# Text without tables, lines and colours, for screen readers and messages
arg-plain = Du texte sans tableaux, traits ni couleurs, pour lecteurs d’écran et messages
# The language of texts, never of machine formats; an unknown one gives English [default: the locale's]
arg-lang = La langue des textes, jamais celle des formats pour machines ; une langue inconnue donne l’anglais [par défaut : celle du système]
# When to colour
arg-color = Quand mettre en couleur
# How many threads work on a large catalogue or on many needs [default: all cores]
arg-threads = Combien de fils travaillent sur un grand catalogue ou sur beaucoup de besoins [par défaut : tous les cœurs]
# In JSON, the SHA-256 of a catalogue above 1 MB too
arg-fingerprint = Donner aussi, en JSON, le SHA-256 d’un catalogue de plus de 1 Mo
# Reference date for the age of prices [default: today]
arg-today = La date de référence pour l’âge des prix [par défaut : aujourd’hui]
# Say on standard error if English replaces a language that is not available
arg-verbose = Signaler sur la sortie d’erreur que l’anglais remplace une langue non prise en charge
# Print help
arg-help = Afficher l’aide
# Print version
arg-version = Afficher la version

## The need

# The need
heading-the-need = Le besoin
# How many days the stay has
arg-days = Combien de jours dure le séjour
# The first day of the stay, perhaps with its time, such as 2026-12-01T14:30
arg-from = Le premier jour du séjour, avec l’heure si on veut, par exemple 2026-12-01T14:30
# The last day of the stay, which counts too; with a time on both ends, 24-hour days from one to the other
arg-to = Le dernier jour du séjour, compris ; avec une heure aux deux bouts, on compte des jours de 24 heures de l’une à l’autre
# The data over the whole stay, such as 20GB
arg-data = Les données pour tout le séjour, par exemple 20GB
# The data each day, such as 500MB
arg-per-day = Les données par jour, par exemple 500MB
# What each day is used for, such as medium, "medium,video=1h" or maps=1h,photos=20; `usage` lists activities
arg-usage = L’usage de chaque jour, par exemple medium, "medium,video=1h" ou maps=1h,photos=20 ; `usage` liste les activités
# What a day has of each activity, such as maps=1h messages=100; a preset may come first [default: list all]
arg-amounts = Ce qu’une journée contient de chaque activité, par exemple maps=1h messages=100 ; une journée type peut venir en premier [par défaut : tout lister]
# Call minutes over the whole stay; without data, calls alone
arg-minutes = Les minutes d’appel pour tout le séjour ; sans données, les appels seuls
# Data and minutes to spare, such as 10%: the need is larger by that much
arg-margin = Une marge de données et de minutes, par exemple 10% : le besoin augmente d’autant
# The time zone of a stay whose time is given, such as Europe/Paris
arg-zone = Le fuseau horaire d’un séjour dont l’heure est donnée, par exemple Europe/Paris

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
# Only what comes in this form; a pass follows its SIM
arg-form = Seulement ce qui existe sous cette forme ; un pass suit sa SIM
# Only what is sold there; a pass follows its SIM
arg-sold = Seulement ce qui est vendu là ; un pass suit sa SIM
# No unlimited plans
arg-no-unlimited = Aucun forfait illimité
# I live there: plans for residents too, none for visitors only
arg-resident = J’y habite : aussi les forfaits pour résidents, aucun réservé aux visiteurs
# At least this network
arg-network = Au moins ce réseau
# At least this confidence
arg-min-confidence = Au moins cette confiance
# Maximum age of prices in days, none without a date; `any` for all [default: 1095, and undated ones]
arg-max-age = L’âge maximal des prix en jours, aucun prix sans date ; `any` pour tous [par défaut : 1095, et les prix sans date]

## What I have and want

# What I have and want
heading-what-i-have-and-want = Ce que j’ai et ce que je veux
# The SIM of this line is in the phone already; repeatable
arg-have-sim = La SIM de cette ligne est déjà dans le téléphone ; répétable
# The data left on that SIM; it is used first
arg-have-data = Les données qui restent sur cette SIM ; elles servent d’abord
# The days for which it still lasts
arg-have-days = Combien de jours elles restent valables
# The state of that line: one that does not work has nothing left [default: active]
arg-state = L’état de cette ligne ; si elle est bloquée, rien n’y reste utilisable [par défaut : active]
# Baskets over one line, or over two as well (a phone for two SIMs)
arg-sims = Des paniers sur une ligne, ou aussi sur deux (téléphone à deux SIM)
# Maximum number of purchases, including the SIM and bills
arg-max-purchases = Le nombre maximal d’achats, SIM et factures comprises
# Maximum total, in the shown currency
arg-max-total = Le total maximal, dans la monnaie affichée

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
# How much data this amount buys, instead of a need of data
arg-budget = Combien de données on obtient pour cette somme, au lieu d’un besoin de données
# Every plan repeated alone too, not only the best basket of each line
arg-compare-all = Aussi chaque forfait répété seul, pas seulement le meilleur panier de chaque ligne
# Number of offers to show; 0 for all
arg-limit = Le nombre d’offres à montrer ; 0 pour toutes
# Only these columns, such as rank,basket,total (table, csv, markdown)
arg-columns = Seulement ces colonnes, par exemple rank,basket,total (table, csv, markdown)
# Only these columns, such as id,price,data (table, csv, markdown)
arg-plans-list-columns = Seulement ces colonnes, par exemple id,price,data (table, csv, markdown)
# Show what fewer purchases cost (the Pareto front)
arg-trade-off = Montrer ce qu’il en coûte d’acheter moins souvent (le front de Pareto)
# Why plans are refused: all of them, or what became of the plan ID
arg-explain = Pourquoi des forfaits sont écartés : tous, ou ce qu’est devenu le forfait ID
# Exit with 4 if the first offer, or a rate behind it, is more than DAYS old
arg-fail-if-stale = Finir avec le code 4 si la première offre, ou un taux derrière elle, a plus de JOURS jours

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
# Write a calendar file, too; a new plan replaces the one that the file has
arg-ics = Écrire aussi un fichier de calendrier ; un nouveau plan y remplace le précédent
# The name of this plan, so that plans with other names stay beside it in the calendar
arg-calendar = Le nom de ce plan, pour que les plans d’autres noms restent à côté de lui dans le calendrier
# When to remind: 2d (in the evening two days before), 9:00 (on the day), 3h or 30m before; repeatable [default: 1d]
arg-remind = Quand rappeler : 2d (le soir, deux jours avant), 9:00 (le jour même), 3h ou 30m avant ; répétable [par défaut : 1d]
# Where to renew, in the steps of the calendar [default: shop; online for a digital brand]
arg-schedule-channel = Où renouveler, dans les étapes du calendrier [par défaut : shop ; online pour une marque numérique]
# What to pay with, in the steps of the calendar [default: the channel's usual one]
arg-schedule-pay = Avec quoi payer, dans les étapes du calendrier [par défaut : le moyen habituel du canal]

## The renewal guide

# The renewal
heading-the-renewal = Le renouvellement
# Where to renew [default: shop; online for a digital brand]
arg-channel = Où renouveler [par défaut : shop ; online pour une marque numérique]
# What to pay with [default: the channel's usual one]
arg-pay = Avec quoi payer [par défaut : le moyen habituel du canal]

## Names of values

# AMOUNT
value-amount = MONTANT
# CHANNEL
value-channel = CANAL
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
value-confidence = CONFIANCE
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
# NAME
value-name = NOM
# NETWORK
value-network = RÉSEAU
# OPERATOR
value-operator = OPÉRATEUR
# PAYMENT
value-payment = PAIEMENT
# PERCENT
value-percent = POURCENTAGE
# PLACE
value-place = LIEU
# PLAN[:COUNT]
value-plan-count = FORFAIT[:NOMBRE]
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
# The needs, a row each; `-` for standard input [default: -]
arg-file = Les besoins, un par ligne ; `-` pour l’entrée standard [par défaut : -]
# The format of the needs [default: by the file's name, else by its first character]
arg-input = Le format des besoins [par défaut : selon le nom du fichier, sinon selon son premier caractère]
# Number of offers for each need, the cheapest first; 0 for all
arg-top = Le nombre d’offres par besoin, la moins chère d’abord ; 0 pour toutes
# Skip the first N needs, which an interrupted run has answered on standard output; no header row
arg-skip = Sauter les N premiers besoins, auxquels un calcul interrompu a répondu sur la sortie standard ; pas d’en-tête
# Stop at the first bad row
arg-fail-fast = S’arrêter à la première mauvaise ligne
# If a row says nothing else
heading-if-a-row-says-nothing-else = Quand une ligne ne dit rien d’autre
# Call minutes over the whole stay, if a row has none
arg-batch-minutes = Les minutes d’appel de tout le séjour, si la ligne n’en a pas
# The first day of the stay, if a row has none
arg-batch-from = Le premier jour du séjour, si la ligne n’en a pas
# K
value-k = K
