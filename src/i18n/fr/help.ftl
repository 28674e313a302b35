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
exit-usage = La ligne de commande n’est pas valable
exit-data = Les données ne sont pas valables, ou un fichier ne peut être lu ou écrit
exit-gate = Un prix ou un taux est plus ancien que ne le permet --fail-if-stale
man-name = Nom
man-synopsis = Synopsis
man-see-also = Voir aussi
man-written = { $count } pages dans { $folder }. Pour lire la première : man -l { $first }
