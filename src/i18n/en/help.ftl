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
exit-same = The catalogues have the same plans
exit-different = The catalogues differ
exit-usage = The command line is not valid
exit-data = The data is not valid, or a file cannot be read or written
exit-gate = A price or a rate is older than --fail-if-stale allows
man-name = Name
man-synopsis = Synopsis
man-see-also = See also
man-written = { $count } pages in { $folder }. Read the first one: man -l { $first }
mcp-waits = This command is for assistants. It is waiting for JSON-RPC messages on standard input, one on each line.
version-commit = Commit
version-built-in = built in
version-catalogue = Catalogue ({ $name }): { $count } plans. Oldest price: { $oldest }; newest: { $newest }.
version-installed = installed, { $file }
version-overlay = With the prices in
version-passed-over = The installed catalogue has no newer prices and is not used: { $file }

## Questions of `simplan` alone

language-name = English
ask-language = Language
ask-days = How many days do you stay?
ask-data = How do you use your phone?
ask-preset = { $day }: some { $volume } a day
ask-other-volume = I know how many gigabytes I need
ask-volume = How much data for the whole stay, such as 20GB?
ask-sim = Which Moroccan SIM do you have?
ask-no-sim = none yet
ask-esim = Does your phone take an eSIM?
ask-unknown = I do not know

## Questions of `simplan plans add`

ask-line = Which line is the plan bought on?
ask-other-line = another line
ask-line-id = Name of the line in small letters and hyphens, such as inwi-prepaid
ask-seller-id = Name of the seller in the same form, such as inwi
ask-plan = Which plan has a new price?
ask-new-plan = a plan that is not here
ask-name = What does the seller call it?
ask-price = Price with all taxes
ask-plan-data = Data, such as 5GB or unlimited (blank if you do not know)
ask-validity = Validity, such as 7d or 24h (blank if you do not know)
ask-buy = Star code, or where it is bought
ask-source = Where did you see the price? An address, or a place
