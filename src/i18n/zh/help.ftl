## Help

usage = 用法：{ $usage }
usage-options = [选项]
usage-command = <命令>
heading = { $name }：
commands = 命令
arguments = 参数
options = 选项
default = [默认：{ $value }]
possible-values = [可选值：{ $values }]
variable = [环境变量：{ $name }]
