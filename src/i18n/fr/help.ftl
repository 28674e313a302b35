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
