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
common-options = 常用选项
example = 示例：{ $command }
examples = 示例
more = 全部选项、退出码和更多示例：{ $command } --help
exit-codes = 退出码
exit-answer = 已给出回答
exit-nothing = 问题有效，但没有合适的方案
exit-usage = 命令行有误
exit-data = 数据有误，或文件无法读写
exit-gate = 价格或汇率比 --fail-if-stale 允许的更旧
man-name = 名称
man-synopsis = 概要
man-see-also = 参见
man-written = { $folder } 中有 { $count } 页手册。查看第一页：man -l { $first }
