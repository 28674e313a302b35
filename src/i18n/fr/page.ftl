### The labels of the page. They become a JavaScript module, so each is plain text without placeholders.

page-direction = ltr
page-title = Quelle SIM pour le Maroc ?
page-language = Langue
page-loading = Chargement des prix…
page-failed = Les prix n’ont pas pu être chargés. Vérifiez le réseau et rouvrez la page ; un vieux navigateur demande peut-être une mise à jour.
page-private = Tout est calculé sur votre téléphone. Rien n’est envoyé.
page-new-version = Une nouvelle version est prête.
page-update = L’utiliser
page-copied = Copié
page-close = Fermer
page-cancel = Annuler
page-save = Enregistrer
page-remove = retirer

## what is asked

page-stay = Combien de temps restez-vous ?
page-by-days = Jours
page-by-dates = Dates
page-days = Nombre de jours
page-from = Premier jour (facultatif)
page-first-day = Premier jour
page-to = Dernier jour
page-data = Combien de données ?
page-by-amount = Volume
page-by-use = Mes activités
page-amount = Pour tout le séjour
page-slider = Curseur des données
page-day = Usage quotidien
page-no-day = Aucun
page-activities = Ajouter ou changer des activités, par jour
page-hours = (heures)
page-have = Qu’avez-vous déjà ?
page-have-sim = SIM marocaine
page-own-plan = Une offre de chez moi, comme 5 EUR/1d/500MB (facultatif)
page-no-sim = Pas encore
page-have-data = Données restantes
page-have-days = Valables encore (jours)
page-state = La ligne
page-state-active = fonctionne
page-state-suspended = est suspendue
page-state-arrears = a des factures impayées
page-state-unidentified = n’est pas enregistrée à mon nom
page-esim = Mon téléphone accepte l’eSIM
page-resident = J’habite au Maroc
page-need-stay = Indiquez la durée du séjour.
page-need-data = Indiquez le volume de données.
page-need-left = Indiquez les deux : les données restantes et leur durée.
page-chips = Autres critères

## the answer

page-answer = La réponse
page-card = Montrer au vendeur
page-card-title = À montrer
page-more-sellers = Autres vendeurs
page-also = Aussi possible
page-why-not = Pourquoi pas les autres ?
page-mine = mon prix

## the schedule and the steps

page-what-if = Si j’en consomme moins ou plus
page-schedule = Quand acheter quoi
page-calendar = Ajouter à l’agenda
page-calendar-from = Premier jour du séjour, pour l’agenda
page-steps = Renouveler, pas à pas
page-channel = Où
page-usual = Comme d’habitude
page-channel-shop = En boutique ou au kiosque
page-channel-online = En ligne ou dans l’application
page-channel-scratch = Avec une carte à gratter
page-channel-phone = Par code au téléphone
page-channel-abroad = Depuis l’étranger
page-pay = Moyen de paiement
page-pay-cash = Espèces
page-pay-card = Carte bancaire
page-pay-wallet = Portefeuille mobile
page-pay-credit = Crédit d’appel
page-number = Mon numéro (reste sur ce téléphone)
page-reset-ticks = Tout décocher

## questions

page-questions = Questions
page-faq-words = Que voulez-vous savoir ?
page-ask = Poser la question
page-see = voir ici

## my prices

page-prices = Mes prix
page-prices-text = Le kiosque affiche un autre prix ? Changez-le ici. Il reste sur ce téléphone et compte dans chaque réponse.
page-plan-words = Chercher une formule
page-no-plan = Aucune formule ne contient ces mots.
page-not-here = absent de cette liste de prix
page-add-plan = Ajouter une formule
page-change = Changer
page-new-line = Pour quelle SIM
page-new-name = Nom
page-new-data = Données, par exemple 5 Go
page-new-days = Valable (jours)
page-price = Prix
page-need-price = Indiquez le prix.
page-own-source = relevé par moi
page-forget = Supprimer mon prix
page-saved = Enregistré. Toutes les réponses en tiennent compte.
page-not-kept = Le téléphone ne peut pas l’enregistrer : cela compte jusqu’à la fermeture de la page.
page-unknown-plans = Enregistrées, mais cette liste de prix n’a pas ces formules :
page-export = Exporter mes prix
page-import = Importer des prix
page-choose = Utiliser une autre liste de prix (CSV)
page-catalogue = Liste de prix utilisée :
page-built-in = Revenir aux prix d’origine
page-built-in-used = Les prix d’origine sont de nouveau utilisés.
page-problem = Problème
page-problem-line = Ligne
page-problem-column = Colonne

## link and command

page-share-title = Lien et commande
page-link-text = Le lien ne contient que la question : ni vos prix, ni votre numéro.
page-copy-link = Copier le lien
page-share-link = Partager le lien
page-command = La même chose dans un terminal
page-own-note = La commande ne connaît pas mes prix.
page-copy-command = Copier la commande
page-save-json = Enregistrer la réponse en JSON
