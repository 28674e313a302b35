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
exit-same = 两份目录的套餐相同
exit-different = 两份目录有差异
exit-usage = 命令行有误
exit-data = 数据有误，或文件无法读写
exit-gate = 价格或汇率比 --fail-if-stale 允许的更旧
man-name = 名称
man-synopsis = 概要
man-see-also = 参见
man-written = { $folder } 中有 { $count } 页手册。查看第一页：man -l { $first }
mcp-waits = 这个命令供智能助手调用，正在等待标准输入中的 JSON-RPC 消息，每行一条。
version-commit = 提交
version-built-in = 内置
version-catalogue = 套餐目录（{ $name }）：{ $count } 个套餐。最旧的价格：{ $oldest }；最新的价格：{ $newest }。
version-installed = 已安装，{ $file }
version-overlay = 并采用以下价格
version-passed-over = 已安装的目录没有更新的价格，未被使用：{ $file }

## Questions of `simplan` alone

language-name = 中文
ask-language = 语言
ask-days = 您停留几天？
ask-data = 您平时怎么用手机？
ask-preset = { $day }：每天约 { $volume }
ask-other-volume = 我知道需要多少流量
ask-volume = 整个行程需要多少流量？例如 20GB
ask-sim = 您手上有哪张摩洛哥 SIM 卡？
ask-no-sim = 还没有
ask-esim = 您的手机支持 eSIM 吗？
ask-unknown = 不清楚

## Questions of `simplan plans add`

ask-line = 这个套餐在哪条线路上购买？
ask-other-line = 其他线路
ask-line-id = 线路名称，用小写字母和连字符，例如 inwi-prepaid
ask-seller-id = 商家名称，格式相同，例如 inwi
ask-plan = 哪个套餐换了价格？
ask-new-plan = 这里没有的套餐
ask-name = 商家怎么称呼它？
ask-price = 含税价格
ask-plan-data = 流量，例如 5GB 或 unlimited（不清楚就留空）
ask-validity = 有效期，例如 7d 或 24h（不清楚就留空）
ask-buy = 星号代码，或购买地点
ask-source = 您在哪里看到这个价格？网址或地点
