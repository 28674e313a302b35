## Help

usage = Usage: { $usage }
usage-options = [OPTIONS]
usage-command = <COMMAND>
heading = { $name }:
commands = Commands
arguments = Arguments
options = Options
default = [default: { $value }]
possible-values = [possible values: { $values }]
variable = [env: { $name }]
