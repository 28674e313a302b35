## Labels

error = 错误
hint = 提示

## volumes, times, amounts

volume-without-unit = `{ $value }` 没有单位，应写成 `{ $value }GB` 或 `{ $value }MB`
volume-unit-unknown = `{ $value }` 中的 `{ $unit }` 不是流量单位，应为 GB、MB 或 kB（Go、Mo、Ko；1 GB 等于 1000 MB）
volume-for-each-day = `{ $value }` 是每天的流量，此处只能写流量
volume-for-each-day-hint = 行程每天的需求用 `--per-day`，例如 `--per-day 1GB`；套餐则在 `data_per` 中写 `day`
volume-not-a-number = `{ $value }` 不是流量，应为数字加单位，例如 `20GB`、`1.5 GB` 或 `500MB`
volume-not-whole-kb = `{ $value }` 不是整数 kB，再大一点的整数是 `{ $next }`
two-readings = `{ $value }` 可以读作 { $thousands }，也可以读作 { $decimal }：请写明是哪一个
volume-too-large = `{ $value }` 的流量太大
number-too-large = `{ $value }` 太大，最多为 { $max }
validity-too-long = `{ $value }` 的有效期太长，最长为 `{ $max }`
validity-form = `{ $value }` 不是有效期，应为大于 0 的天数或小时数，例如 `7d` 或 `24h`
stay-not-whole-days = `{ $value }` 不是天数，应写成 `30` 或 `2周` 这样
days-unequal = `{ $value }` 的天数不固定
days-unequal-hint = 请写天数，例如 `30`，或用 `--from` 和 `--to` 写出第一天和最后一天
max-age-unequal = `{ $value }` 的天数不固定
max-age-unequal-hint = 请写天数，例如 `1095`，或写 `any`
have-days-form = `{ $value }` 不是天数，应写成 `4` 这样
stay-out-of-range = 行程不能是 `{ $value }` 天，应为 1 到 { $max } 天
stay-ends-before-it-begins = 行程结束于 `{ $to }`，早于开始的 `{ $from }`
date-form = `{ $value }` 不是日期，应写成 `2026-12-01`
date-of-spreadsheet = `{ $value }` 是电子表格改写过的日期，应写成 `2026-12-01` 这样
date-of-spreadsheet-hint = 先把这一列设为文本格式，再输入或导入日期
date-nonexistent = 日历上没有 `{ $value }` 这一天
date-two-readings = `{ $value }` 可以读作 { $first }，也可以读作 { $second }：请写明是哪一天
minutes-form = `{ $value }` 不是分钟数，应写成 `120`、`2h` 或 `1h30`
amount-form = `{ $value }` 不是金额，应为数字，小数点用英文句点，例如 `19.90`
amount-without-currency = `{ $value }` 没有货币，应写成 `120 MAD` 这样
amount-too-precise = `{ $value }` 的小数位数太多，{ $currency } 最多 { $digits } 位
amount-too-large = { $value } 的金额太大
amount-too-large-max = `{ $value }` 的金额太大，最多 { $max }
amount-in-another-currency = `{ $value }` 的货币是 { $currency }，而总价以 { $shown } 显示
amount-in-another-currency-hint = 请加上 `--currency { $currency }`，或把金额写成 { $shown }
time-too-large = 购买次数太多，无法计算
currency-unknown = `{ $value }` 不是货币代码，应为 ISO 4217 代码，例如 `CNY`（人民币）、`MAD` 或 `EUR`
currency-shared = `{ $value }` 可以指多种货币，应写代码，例如 { $expected }
rate-form = `{ $value }` 不是汇率，应为大于 0 的数字，例如 `9.35`
rate-unknown = { $currency } 的汇率不详
rate-unknown-hint = 请用 `--rate { $currency }=数字` 给出汇率
rate-of-the-base = { $currency } 是汇率的基准货币，不需要汇率
rate-option-form = `{ $value }` 不是汇率，应写成 `USD=9.35`
rates-too-large = 汇率的位数太多，无法精确计算总价
need-without-data = `{ $value }` 不是流量需求，应为大于 0 的流量
need-empty = 需求是空的，应有流量、通话分钟数，或两者都有
need-too-large = `{ $value }` 的需求太大，整个行程最多 { $max }
margin-form = `{ $value }` 不是余量，应为不超过 { $max }% 的整数百分比，例如 `10%`
not-kebab-case = `{ $value }` 不能作目录中的名称，应为小写字母、数字和连字符，例如 `maroc-telecom`
unknown-word = `{ $value }` 在这里无效，应为其中之一：{ $expected }
quantity-form = `{ $value }` 不是数量，应为整数或 `unlimited`
threads-form = `{ $value }` 不是线程数，应为 1 到 { $max } 的整数
whole-number-form = `{ $value }` 不是整数
people-form = `{ $value }` 不是人数，应为 { $min } 到 { $max } 的整数
people-out-of-range = `--people` 可比较 { $min } 到 { $max } 人，不能是 `{ $value }`
older-than-form = `{ $value }` 不是天数
older-than-form-hint = 例如：`--older-than 90`
max-age-form = `{ $value }` 不是价格的最大天数，应为天数或 `any`
mine-form = `{ $value }` 不是“价格/天数/流量”，例如 `5 EUR/1d/500MB`
mine-taken = 这份目录里已有名为 `{ $value }` 的套餐或线路，应为没有用到这个名称的目录
report-on-terminal = 这是供浏览器打开的文件，应为 `-o stay.html` 或管道
max-purchases-form = `{ $value }` 不是购买次数，应为不小于 1 的整数
max-purchases-zero = 至少要购买 1 次，不能是 `{ $value }`

## configuration

config-syntax = 不是有效的 TOML：{ $why }
config-without-folder = 没有存放设置的文件夹：既没有 SIMPLAN_CONFIG，也找不到主目录
setting-similar = 没有设置 `{ $value }`，您是不是想写 `{ $similar }`？
setting-unknown = 没有设置 `{ $value }`，可用的有：{ $expected }
setting-not-text = `{ $key }` 的值应为引号内的文字
setting-not-list = `{ $key }` 的值应为文字或列表，例如 ["inwi", "orange"]
setting-not-flag = `{ $key }` 的值应为 `true` 或 `false`
setting-not-days = `{ $key }` 的值应为天数或 "any"

## tables

file-empty = 文件是空的，应有表头，例如 `{ $expected }`
file-of-another-kind = 文件类型不对（{ $kind }），应为 CSV 文件
file-of-another-kind-hint = 请先解压，或在原来的程序中另存为 UTF-8 编码的 CSV
word-file-workbook = Excel 工作簿或其他 ZIP 压缩包
word-file-compressed = 压缩文件
word-file-pdf = PDF
word-file-parquet = Parquet 文件
word-file-database = SQLite 数据库
word-file-markup = 网页或其他标记文件
word-file-json = JSON
column-missing = 缺少列 `{ $column }`
column-twice = 列 `{ $column }` 出现两次
column-unnamed = 第 { $column } 列没有列名，已忽略
header-comment = 文件开头是注释，第一行应为表头
column-near-miss = 不认识列 `{ $column }`：您是不是想输入 { $names }？
column-near-miss-hint = 您自己的列会原样带到结果中，请给它换个名字
column-for-the-file = batch 没有列 `{ $column }`
column-for-the-file-hint = 请用 `{ $option }` 为整个文件指定；您自己的列请换个名字
column-not-of-batch = batch 没有列 `{ $column }`
column-not-of-batch-hint = `{ $option }` 只是 `simplan compare` 的选项；您自己的列请换个名字
column-unknown = 不认识列 `{ $column }`，已忽略
rows-left-out = 有 { $rows } 行未计入结果（第一行在此）
cells-blank = 有 { $rows } 行没有 `{ $column }`（第一处在此）
cell-needed = `{ $column }` 是空的，必须填写
data-zero = `{ $value }` 只能用于 SIM 卡或带通话分钟的套餐；未知请留空
row-length = 该行有 { $cells } 个单元格，应与表头一样为 { $columns } 个
row-length-hint = 含 `{ $delimiter }` 的文字要用英文双引号括起来
quote-not-closed = 此单元格的双引号没有闭合
text-after-quote = 此单元格的右引号之后还有文字
text-after-quote-hint = 给整个单元格加上英文双引号，其中的双引号写两次
quote-inside = 此单元格中间有双引号，开头却没有
quote-inside-hint = 给整个单元格加上英文双引号，其中的双引号写两次
blank-before-quote = 此单元格的双引号前有空格
blank-before-quote-hint = 删除空格：带引号的单元格必须以引号开头
not-utf-8 = 此单元格不是 UTF-8 文字
not-utf-8-hint = 文件可能是别的编码，可用 `--encoding { $encoding }` 读取
control-character = 此单元格含有控制字符，应为文字
setup-fee-not-contract = 只有月付合约才有开户费
overlay-id-unknown = 目录中没有套餐 `{ $value }`，已忽略这项修改
id-twice = 编号 `{ $value }` 在第 { $first_line } 行已出现
line-of-two-operators = { $first_line ->
    [0] 线路 `{ $value }` 属于 `{ $known }`
   *[other] 线路 `{ $value }` 属于 `{ $known }`，见文件第 { $first_line } 行
}
second-base = 基准货币是 `{ $value }`，应与上面各行一样为 `{ $expected }`
rate-twice = { $currency } 有两个汇率
rates-empty = 文件中没有汇率
problems = { $file } 中有 { $count } 个问题；未采用此文件

## 检查结果

price-zero = 价格为 0，套餐会被当作免费、只买一次：是这样吗？
price-zero-hint = 价格未知时请留空；`max_purchases` 表示免费套餐可领几次
price-far-above-line = 每 GB 价格是线路 `{ $value }` 常见价格的十倍以上
price-far-below-line = 每 GB 价格不到线路 `{ $value }` 常见价格的十分之一
plan-twice = { $first_line ->
    [0] 与 `{ $value }` 是同一套餐，只是 id 不同
   *[other] 与第 { $first_line } 行的 `{ $value }` 是同一套餐，只是 id 不同
}
plan-dominated = { $first_line ->
    [0] `{ $value }` 给得不少，价格不高
   *[other] 第 { $first_line } 行的 `{ $value }` 给得不少，价格不高
}
line-without-sim = 线路 `{ $value }` 有流量包，却没有可用的 SIM 卡
name-says-unlimited = 名称写着不限量，流量却是 { $value }
name-says-volume = 名称写着 `{ $value }`，流量却是不限量
html-entity = `{ $value }` 是网页的字符代码
html-entity-hint = 请直接写该字符，例如把 `&amp;` 写成 `&`
html-tag = `{ $value }` 是网页的标签
text-misread = `{ $value }` 是编码读错后留下的乱码
text-misread-hint = 请从来源以 UTF-8 重新复制该文字
invisible-character = 文字中有不可见字符 { $value }
cell-formula = 文字以 `{ $value }` 开头，电子表格会当作公式执行
date-in-future = `{ $value }` 还没到
price-old = { $rows ->
   *[other] { $rows } 个价格已超过 { $days } 天（第一个在此）
}
source-no-address = { $rows ->
   *[other] { $rows } 个来源不是网址（第一个在此）
}

## options and arguments

link-without-file = 链接里不能带文件，不能与 `{ $option }` 同用
link-of-own-catalogue = 链接打开的是内置目录，而现在用的是 { $file }
link-of-own-catalogue-hint = 加上 `--plans built-in`，生成的链接就不用它
link-option-unknown = 链接中的选项 `{ $value }` 不存在
option-unknown = 没有选项 `{ $option }`
option-unknown-hint = 用 `{ $command } --help` 查看全部选项
option-of-another = 没有选项 `{ $option }`
option-of-another-hint = 它是 `{ $command }` 的选项
option-is-column = 没有选项 `{ $option }`
option-is-column-hint = 它是文件中的列：`{ $column }`
tool-argument-unknown = 工具 `{ $tool }` 没有参数 `{ $value }`
tool-argument-not-text = `{ $name }` 的值应为文字或数字
tool-argument-not-list = `{ $name }` 的值应为文字列表，例如 ["inwi", "orange"]
tool-argument-not-flag = `{ $name }` 的值应为 `true` 或 `false`
option-with-dash = `{ $value }` 开头是破折号，应为两个连字符：`{ $option }`
option-with-one-hyphen = `{ $value }` 开头只有一个连字符，应写成 `{ $option }`
as-a-value = 如果它是值而不是选项，请写 `-- { $value }`
argument-unexpected = 这里不应有 `{ $value }`
argument-unexpected-hint = 用法：{ $usage }
argument-after-value = `{ $value }` 不应出现在这里：它像是前面那个值的一部分
value-with-blank = 请写成 `{ $joined }`，或加引号写成 `{ $quoted }`
value-without-quotes = 带空格的值要加引号：`{ $quoted }`
sorted-by-total = 方案总是按总价从低到高排列；用 `--limit` 可以多显示几个
country-of-catalogue = 套餐来自目录：内置的是摩洛哥的目录，`--plans 文件` 可以换用别的目录
arguments-missing = 缺少 { $names }
arguments-missing-hint = 用法：{ $usage }
argument-not-utf-8 = `{ $value }` 不是 UTF-8 文本
command-missing = 缺少命令
command-missing-hint = 用 `{ $command } --help` 查看全部命令
command-unknown = 没有命令 `{ $value }`
command-after-dashes = `{ $value }` 是命令，前面不应有 `--`
option-twice = 给了不止一次，应只给一次
options-conflict = `{ $option }` 不能与 { $others } 一起使用
value-missing = 缺少值
value-missing-of = 缺少值，应为其中之一：{ $expected }
value-unexpected = 这里不应有值 `{ $value }`
value-invalid = `{ $value }` 无效：{ $why }
values-too-few = 给了 { $given } 个值，至少应为 { $expected } 个
values-wrong-number = 给了 { $given } 个值，应为 { $expected } 个
equals-missing = 值前面要有等号：`{ $option }=…`

## files and the command line

file-not-read = 无法读取 { $file }：{ $why }
file-changed = 读取期间 { $file } 发生了变化
file-changed-hint = 请重新运行命令
file-too-large = { $file } 超过 { $most } MiB，而此命令要把整个文件读入内存
file-too-large-hint = `compare` 和 `plans check` 可以读取任意大小的目录
file-read-once = { $file } 是大目录，需要读取两次，但它只能读取一次
file-read-once-hint = 请先保存为文件，再用 `--plans 文件` 指定
output-is-input = 不能写入 { $output }：它与要读取的 { $input } 是同一个文件
output-twice = 不能写入 { $output }：它与另一个输出 { $other_output } 是同一个文件
file-not-written = 无法写入 { $file }：{ $why }
output-not-written = 无法写出结果：{ $why }
language-unknown = 不支持语言 `{ $value }`，改用英语（可用的有：{ $known }）
script-unknown = `{ $value }` 要求繁体中文，本程序只有简体中文，改用简体中文
operator-unknown = 目录中没有运营商 `{ $value }`
line-unknown = 目录中没有线路 `{ $value }`
name-empty = 名称为空
plan-unknown = 目录中没有套餐 `{ $value }`
plan-name-shared = 有多个套餐名为 `{ $value }`：{ $names }
plan-name-shared-hint = 请输入您要的那个套餐的编号
opening-sim-unknown = `{ $value }` 不能确定是哪一个套餐
opening-sim-how = 请输入 SIM 卡的编号，或干脆省略：线路所需的 SIM 卡会自动加上
operator-not-in-guide = 指南中没有运营商 `{ $value }`
column-not-offered = 没有列 `{ $value }`，可用的有：{ $expected }
nearest = 您是不是想输入 { $names }？
known-names = 可用的有：{ $names }
plans-list-hint = 用 `simplan plans list` 查看全部
days-missing = 行程有多少天？缺少 `--days`
days-missing-hint = 例如：`--days 30 --data 20GB`
days-missing-for-budget = 行程有多少天？缺少 `--days`
days-missing-for-budget-hint = 例如：`--days 30 --budget { $value }`
range-reversed = 范围的终点在起点之前：`{ $from }..{ $to }`
range-too-long = 范围最多 { $max } 天
list-too-long = 列表最多 { $max } 个值，这里有 { $count } 个
two-ranges = 只能有一个量是范围，其他的应为固定值或列表
two-ranges-hint = 例如：`--days 30 --data 1GB..50GB`，或 `--days 7,14,30 --data 5GB,10GB`
budget-without-range = `{ $value }` 不是金额范围，应为 `50..300` 这样的形式
budget-without-range-hint = 只看一个金额时用 `simplan compare --budget { $value }`
spread-form = `{ $value }` 不是 1 到 99 的百分比
spread-around-one-need = 这个幅度只用于单一需求：请去掉它，或去掉范围和列表
too-many-changes = 在这个范围里，最便宜的买法变了 { $max } 次以上：请缩小范围
data-missing = 需要什么？缺少 `--data`、`--per-day` 或 `--minutes`
data-missing-hint = 例如：`--days 30 --data 20GB`
days-twice = `--days` 和 `--from … --to …` 都说明了行程天数，只能用其中之一
to-without-from = `--to` 需要 `--from`
from-without-end = `--from` 需要 `--to` 或 `--days`
left-needs-both = `--have-data` 和 `--have-days` 要一起使用：还剩多少流量，还能用几天？
left-needs-one-sim = `--have-data` 要与一个 `--have-sim` 一起使用：在哪张 SIM 卡上？
state-needs-one-sim = 状态是指您已有的 SIM 卡的状态，要正好一个 `--have-sim`
plan-of-another-operator = 套餐 `{ $plan }` 由 `{ $operator }` 销售，不是 `{ $value }`
schema-unknown = 没有 `{ $value }` 的 Schema
field-unknown = 结果中没有键 `{ $value }`
field-of-several = `{ $value }` 含有多个值，应为其中之一：{ $expected }
format-not-here = 此结果没有 `{ $value }` 格式，应为其中之一：{ $expected }
variable-format-not-here = { $variable }：这个回答没有 `{ $value }` 格式，改用 `{ $format }` 格式
ending-not-here = { $file }：这个回答没有该扩展名的格式，改用 `{ $format }` 格式
ending-of-calendar = { $file }：这个回答没有该扩展名的格式，改用 `{ $format }` 格式；`--ics { $file }` 可写出日历文件
ending-overruled = { $file }：以选项为准，不按扩展名，写成 `{ $format }` 格式

## schedules and bills

bill-too-large = { $plans }：这份购买清单的总价太大，无法计算（{ $amount }）
bill-not-decided = { $plans }：试了 { $searched } 种部分组合，仍不能确定这份购买清单是否够用；请排除小套餐或减少次数
schedule-too-long = { $count } 次购买太多，无法列成日程，最多 { $max } 次
date-out-of-range = 日期超出日历范围
date-or-time-form = `{ $value }` 不是日期，应写成 `2026-12-01` 或 `2026-12-01T14:30`
zone-unknown = `{ $value }` 不是时区，应写成 `Africa/Casablanca` 或 `Asia/Shanghai`
remind-form = `{ $value }` 不是提醒时间，应为提前的天数（例如 `2d`）、当天的钟点（例如 `9:00`），或提前的小时、分钟数（例如 `3h`、`30m`）
ics-needs-from = 写日历需要行程开始的日期
ics-needs-from-hint = 请加上：--from 2026-12-01
ics-not-ours = 日历 { $file } 不是本程序写出的，文件保持原样
ics-not-ours-hint = 请换一个文件名，或先删除这个文件
plan-count-form = `{ $value }` 中没有有效的购买次数，应为不小于 1 的整数，例如 `maroc-telecom-star3-20:2`
bought-too-often = `{ $plan }` 最多可买 { $limit } 次
billed-too-often = 行程期间 `{ $plan }` 最多出账 { $limit } 次
serves-unknown = 何时再买不详：目录没有注明 `{ $plan }` 的流量或有效期
contract-mixed = 月付合约 `{ $plan }` 不能与其他套餐组合
second-sim = 每条线路只需一张 SIM 卡：`{ $plan }` 是 `{ $line }` 的第二张
nothing-fits = 目录中没有符合需求的方案
nothing-fits-hint = 用同样的选项运行 `simplan compare` 查看原因
plain-is-text = `{ $format }` 是给机器读的格式：--plain 只用于文本
bom-of-csv = `{ $format }` 没有字节顺序标记：--bom 只用于 csv 和 tsv
delimiter-form = `{ $value }` 不能作分隔符，应为一个符号（如 `;`）或 `tab`
encoding-unknown = 没有 `{ $value }` 这种编码，应为 `windows-1252`、`gbk`、`utf-16` 等
brand-without-plans = 套餐目录里没有 { $brand } 的套餐
brand-without-plans-hint = 不写需求（--days、--data）即可查看步骤
faq-nothing-found = 这里没有与 `{ $value }` 相符的问题
faq-nothing-found-hint = 最接近的问题：{ $titles }
faq-nearest-how = 输入 `simplan faq { $word }` 查看第一个问题的回答；`simplan faq` 列出全部问题

## batch

part-of-more-needs = { $file } 中的答案比需求（{ $rows } 个）还多，不是这次任务留下的
part-of-more-needs-hint = 删除它即可重新开始
part-of-another-run = { $file } 中的答案来自别的需求、选项或日期，不是这次任务留下的；文件保持原样
part-of-another-run-hint = 请运行当初的命令，或删除它重新开始
part-unreadable = { $file } 的内容不是这种格式的答案；文件保持原样
part-unreadable-hint = 删除它即可重新开始
part-in-use = 另一个任务正在写入 { $file }
batch-go-on = { $answered ->
    [0] 还没有一行有答案
   *[other] 前面 { $answered } 行已有答案
}：请改正此行，再用以下命令继续：{ $command }
batch-again = { $answered ->
    [0] 还没有需求得到答案
   *[other] 已回答 { $answered } 个需求，答案已保存
}；继续请运行：{ $command }
batch-go-on-resume = 前面 { $answered } 行已有答案：请改正此行，再用以下命令继续（把“文件”换成答案文件的名称）：{ $command } --resume 文件
batch-again-resume = 继续请运行以下命令（把“文件”换成答案文件的名称）：{ $command } --resume 文件
resume-without-a-file = { $file } 不是文件，`--resume` 只能接着写文件
row-too-long = 此行超过 { $most } 字节
not-a-json-object = 此行不是 JSON 对象
json-without-number = `{ $value }` 不是 JSON，应为数字或 `null`
json-array = 需求是一个 JSON 数组，应为 NDJSON：每行一个对象
json-array-hint = 用 `jq -c '.[]' needs.json` 改成每行一个；pandas 可用 `orient="records", lines=True`
json-over-lines = 这个 JSON 对象分成了几行，应为 NDJSON：每行一个完整的对象
json-over-lines-hint = 用 `jq -c . needs.json` 改成每行一个
cell-not-text = 此值不是文字、数字、名称列表或真假值
data-twice = `data`、`per_day` 和 `use` 只能用其中一个说明流量
stdin-twice = 标准输入只能作为其中一个文件
stdin-has-messages = 标准输入已用于接收助手的消息，不能同时用来读取文件
usage-empty = 至少需要一项大于 0 的用途，例如 maps=1h
usage-without-amount = `{ $value }` 缺少用量，应写成 { $expected }
usage-amount-apart = `{ $value }` 缺少用量，应写成 `{ $expected }`
usage-twice = `{ $value }` 重复了
preset-not-first = 只能用一个预设用量，并且要放在最前面：`{ $value }`
time-form = `{ $value }` 不是 { $activity } 的时长，应写成 30min、2h 或 1h30
items-form = `{ $value }` 不是 { $activity } 的次数，应为整数
day-too-long = `{ $value }` 超过一天的 24 小时
too-many-items = `{ $value }` 超过每天 { $max } 的上限

## ways to renew

payment-not-on-channel = `--pay { $pay }` 不能与 `--channel { $channel }` 一起用
payment-not-on-channel-hint = 可以用：{ $ways }
channel-not-for-plan = `{ $plan }` 不能用 `--channel { $channel }` 购买
channel-not-for-plan-hint = 可以用：{ $ways }
channel-not-for-service = { $service ->
    [monthly] 合约套餐不能用
    [digital-brand] 线上品牌不能用
    [travel-esim] 旅行 eSIM 不能用
   *[prepaid] 预付费号码不能用
} `--channel { $channel }`
channel-not-for-service-hint = 可以用：{ $ways }
channel-unknown = 目前不知道怎样用 `--channel { $channel }` 给 { $seller } 续费
channel-unknown-hint = 已知的方式：{ $ways }
card-needs-a-counter = `--card` 用于柜台，不能与 `--channel { $channel }` 一起用
card-needs-a-counter-hint = 去掉 `--card` 可查看这种渠道的步骤
card-nothing-at-counter = 这里没有要在柜台买的东西
card-nothing-at-counter-hint = 去掉 `--card` 可查看步骤
number-form = `{ $value }` 不是摩洛哥的电话号码，应为 { $min } 到 { $max } 位数字，前面可以有 +{ $code }
seller-ways-unknown = 不知道 { $seller } 怎样销售：请向它询问
plan-of-another-operator-hint = 去掉 `--operator`

## next

next-missing = 要知道今天该做什么，还缺少：{ $expected }
next-missing-hint = `--have-sim` 是手机里 SIM 卡的线路（见 `plans list`），`--until` 是行程的最后一天，`--per-day` 或 `--use` 是每天的用量；例如：`simplan next --have-sim inwi-prepaid --until 2026-12-20 --per-day 500MB`
next-one-sim = 给了多次，只需要一张：上网用的那张 SIM 卡
until-in-the-past = 行程的最后一天（{ $date }）早于今天（{ $today }）

## plans import

map-key-missing = 缺少 `{ $key }`
map-key-similar = 这里没有键 `{ $value }`，您是不是想写 `{ $similar }`？
map-key-unknown = 这里没有键 `{ $value }`，可用的有：{ $expected }
map-not-text = `{ $key }` 的值应为引号内的文字
map-not-texts = `{ $key }` 的值应为文字或列表，例如 ["day", "daily"]
map-not-names = `{ $key }` 的值应为字段名或字段名列表
map-not-table = `{ $key }` 的值应为表
map-not-flag = `{ $key }` 的值应为 `true` 或 `false`
map-not-column = `{ $key }` 的值应为引号内的字段名，或这样的表：{ "{" }from = "price"{ "}" }
map-origin = `{ $key }` 只能也必须写 `from`、`value`、`join`、`slug` 中的一个
map-decimal = `{ $value }` 不是小数点，应为 "." 或 ","
map-unit-not-here = `{ $key }` 没有单位，只有 `data` 和 `validity` 有
map-column-not-mapped = 这份对照表没有填写 `{ $value }` 这一列
import-field-missing = 文件里没有字段 `{ $value }`，现有字段：{ $expected }
import-field-similar = 文件里没有字段 `{ $value }`，您是不是想写 `{ $similar }`？
import-field-missing-hint = 文件里可以没有的字段，请写 `optional = true`
import-json = 不是有效的 JSON：{ $why }
import-not-object = 这不是 JSON 对象
import-row-blank = 这一行没有内容可以填入任何一列
import-slug-empty = `{ $value }` 里没有可以组成编号的字母或数字
import-id-twice = 编号 `{ $value }` 已属于另一个套餐（第 { $first_line } 行）
import-id-twice-hint = 请在对照表的 `id` 里再写一个能区分这些套餐的字段
import-map-unknown = `{ $value }` 既不是文件，也不是内置的对照表

## the catalogue in use

catalogue-installed = 使用已安装的套餐目录，价格截至 { $newest }（`simplan plans reset` 可恢复内置目录）
overlay-own = 并采用 { $file } 中您自己的价格
installed-hint = `simplan plans reset` 可恢复内置目录
data-without-folder = 没有存放套餐目录的文件夹：找不到主目录
catalogue-not-newer = { $file } 不比内置目录新：其最新价格为 { $newest }，内置目录为 { $known }
catalogue-undated = { $file } 的价格都没有日期，至少要有一个晚于内置目录的最新日期 { $known }
catalogue-of-the-future = { $file } 的最新价格为 { $newest }，晚于今天（{ $today }）：年份对吗？
not-newer-hint = 可用 `--plans` 直接使用该文件

## plans add

add-other-currency = `{ $value }` 的货币是 { $currency }，而此套餐的金额用 { $known }
add-other-currency-hint = 加上 `--currency { $currency }` 后，此套餐的所有金额都用 { $currency }
add-missing = 新套餐还需要 { $expected }
add-missing-hint = 目录中已有的套餐只需 `--id` 和变动的内容，例如 `--price 22`；ID 见 `plans list`
add-without-a-file = `-` 是标准输入，请给出要写入的文件
add-nothing = 没有说明套餐 `{ $value }` 有什么变动，例如 `--price 22`
