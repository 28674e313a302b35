## Help

usage = Utilisation : { $usage }
usage-options = [OPTIONS]
usage-command = <COMMANDE>
heading = { $name } :
commands = Commandes
arguments = Arguments
options = Options
default = [par défaut : { $value }]
possible-values = [valeurs possibles : { $values }]
variable = [variable : { $name }]
common-options = Options courantes
example = Exemple : { $command }
examples = Exemples
more = Toutes les options, codes de sortie, exemples : { $command } --help
exit-codes = Codes de sortie
exit-answer = Il y a une réponse
exit-nothing = La question est valable, mais rien ne convient
exit-same = Les catalogues ont les mêmes formules
exit-different = Les catalogues diffèrent
exit-usage = La ligne de commande n’est pas valable
exit-data = Les données ne sont pas valables, ou un fichier ne peut être lu ou écrit
exit-gate = Un prix ou un taux est plus ancien que ne le permet --fail-if-stale
man-name = Nom
man-synopsis = Synopsis
man-see-also = Voir aussi
man-written = { $count } pages dans { $folder }. Pour lire la première : man -l { $first }
mcp-waits = Cette commande s’adresse aux assistants. Elle attend des messages JSON-RPC sur l’entrée standard, un par ligne.
version-commit = Commit
version-built-in = intégré
version-catalogue = Catalogue ({ $name }) : { $count } formules. Prix le plus ancien : { $oldest } ; le plus récent : { $newest }.
version-installed = installé, { $file }
version-overlay = Avec les prix de
version-passed-over = Le catalogue installé n’a pas de prix plus récents et ne sert pas : { $file }

## Questions of `simplan` alone

language-name = français
ask-language = Langue
ask-days = Combien de jours restez-vous ?
ask-data = Comment utilisez-vous votre téléphone ?
ask-preset = { $day } : environ { $volume } par jour
ask-other-volume = Je sais combien de gigaoctets il me faut
ask-volume = Combien de données pour tout le séjour, par exemple 20 Go ?
ask-sim = Quelle SIM marocaine avez-vous ?
ask-no-sim = aucune pour l’instant
ask-esim = Votre téléphone accepte-t-il une eSIM ?
ask-unknown = je ne sais pas

## Questions of `simplan plans add`

ask-line = Sur quelle ligne la formule s’achète-t-elle ?
ask-other-line = une autre ligne
ask-line-id = Nom de la ligne en minuscules, avec des traits d’union, par exemple inwi-prepaid
ask-seller-id = Nom du vendeur sous la même forme, par exemple inwi
ask-plan = Quelle formule a un nouveau prix ?
ask-new-plan = une formule absente d’ici
ask-name = Comment le vendeur l’appelle-t-il ?
ask-price = Prix toutes taxes comprises
ask-plan-data = Données, par exemple 5GB ou unlimited (vide si vous ne savez pas)
ask-validity = Validité, par exemple 7d ou 24h (vide si vous ne savez pas)
ask-buy = Code étoile, ou lieu d’achat
ask-source = Où avez-vous vu ce prix ? Une adresse, ou un lieu
