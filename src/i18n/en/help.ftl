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
common-options = Common options
example = Example: { $command }
examples = Examples
more = All options, exit codes and more examples: { $command } --help
exit-codes = Exit codes
exit-answer = There is an answer
exit-nothing = The question is valid, but nothing fits
exit-usage = The command line is not valid
exit-data = The data is not valid, or a file cannot be read or written
exit-gate = A price or a rate is older than --fail-if-stale allows
man-name = Name
man-synopsis = Synopsis
man-see-also = See also
man-written = { $count } pages in { $folder }. Read the first one: man -l { $first }
