### Texts of the command line; the comment over each is the English that it translates.

## Commands

# Find the cheapest SIM and data passes for a stay, and how to renew them
command-simplan = 找出行程中最便宜的 SIM 卡和流量套餐，并说明如何续费
# Compare plans for a stay: what to buy, the cost, when to renew
command-compare = 比较一次行程的方案：买什么、多少钱、何时续费
# Show where another offer becomes the cheapest
command-what-if = 显示到哪里换成别的方案更便宜
# Bill a basket of your own, and compare it with the cheapest one
command-cost = 给自选的购买清单算账，并与最便宜的方案对照
# Show when to buy what, as a table and a calendar file
command-schedule = 列出什么时候买什么：用表格显示，也可写成日历文件
# Show the renewal steps at an operator or a digital brand
command-renew-steps = 显示在运营商或线上品牌续费的步骤
# Say what to do today with the SIM in the phone
command-next = 告诉您今天该用手机里的 SIM 卡做什么
# Compare plans for every row of a file: CSV or NDJSON in and out
command-batch = 逐行比较文件中的需求：以 CSV 或 NDJSON 输入和输出
# Columns: days, and data, per_day, use or minutes (also beside data); optional: id, operator, line, resident, have_sim, have_data, have_days, mine, max_purchases, currency, from. Each means the same as the option of that name; `;` separates several names. Case does not matter. Other columns are carried through to the answers, after ours; one that an answer has too becomes in_<name>. With NDJSON needs, CSV answers leave them out.
#
# Answers: `basket` can be pasted into `simplan cost`; if nothing fits, `reason` says why for the nearest plans.
after-batch =
    列：days，以及 data、per_day、use 或 minutes（也可与流量并用）；可选：id、operator、line、resident、have_sim、have_data、have_days、mine、max_purchases、currency、from。各列的含义与同名选项相同；多个名称之间用 `;` 分隔。列名不分大小写。其他列会原样带到结果中，排在我们的列之后；如与结果的列同名，则在前面加 `in_`。需求为 NDJSON 而结果为 CSV 时，不带这些列。

    结果：`basket` 可直接粘贴到 `simplan cost`；没有合适的方案时，`reason` 说明最接近的套餐为何不行。
# Show how much data activities take, and add up a day
command-usage = 查看各种用途的流量，并计算一天的用量
# Write the answer and its steps as one HTML file
command-report = 把答案和步骤写成一个网页文件
# Answer questions about renewing
command-faq = 回答有关续费的问题
# List, check, add, import, export and compare plans
command-plans = 列出、检查、添加、导入、导出和比较套餐
# Print the JSON Schema of the answers of a command, or of errors
command-schema = 输出某个命令的结果或错误的 JSON Schema
# Answer an assistant that speaks the Model Context Protocol
command-mcp = 为支持 MCP（模型上下文协议）的智能助手作答
# Check catalogues: every row, and what is suspicious
command-plans-check = 检查目录：每一行，以及可疑之处
# Catalogue files, `-` for standard input [default: that of --plans]
arg-files = 套餐目录文件，`-` 表示标准输入 [默认：--plans 指定的目录]
# Fail if there are warnings, too
arg-strict = 有警告也算失败
# Fail with exit code 4 if there are warnings and no errors
arg-strict-long = 没有错误但有警告时，以退出码 4 失败
# List the codes of all findings
arg-codes = 列出所有检查结果的代码
# Compare two catalogues: which plans came, went and changed
command-plans-diff = 比较两份目录：新增、取消和变动的套餐
# Write the catalogue as a file that reads back the same
command-plans-export = 把目录写成文件，读回来内容不变
# Old catalogue: a file, or built-in
arg-plans-diff-old = 旧目录：文件，或 built-in
# Old catalogue: a file, `-` for standard input, or `built-in` for Morocco's catalogue in the program
arg-plans-diff-old-long = 旧目录：文件，`-` 表示标准输入，`built-in` 表示内置的摩洛哥目录
# New catalogue: a file, or built-in
arg-plans-diff-new = 新目录：文件，或 built-in
# New catalogue: a file, `-` for standard input, or `built-in` for Morocco's catalogue in the program
arg-plans-diff-new-long = 新目录：文件，`-` 表示标准输入，`built-in` 表示内置的摩洛哥目录
# Say which old prices to check first, and on which page
command-plans-stale = 指出应先核对哪些旧价格，以及去哪个网页核对
# Prices that are more than DAYS days old, or undated [default: 180]
arg-older-than = 已超过这么多天或没有日期的价格 [默认：180]
# Number of prices to show; 0 for all [default: 10, or what fits on a screen; all for scripts]
arg-plans-stale-limit = 显示多少个价格；0 表示全部 [默认：10 个，或一屏能显示的；供脚本使用时为全部]
# Make a catalogue of a file with other columns
command-plans-import = 把列名不同的文件转成套餐目录
# File to import: CSV or JSON, `-` for standard input
arg-plans-import-file = 要导入的文件：CSV 或 JSON，`-` 表示标准输入
# Map from its fields to our columns: a TOML file, or one of --maps
arg-plans-import-map = 字段与列的对照表：TOML 文件，或 --maps 列出的名称
# Map from the fields of the file to our columns: a TOML file, or the name of a map that is built in (`--maps` lists them)
arg-plans-import-map-long = 文件字段与目录各列的对照表：TOML 文件，或内置对照表的名称（用 `--maps` 查看）
# List the maps that are built in
arg-plans-import-maps = 列出内置的对照表
# Print a map that is built in, to write your own from it
arg-plans-import-show-map = 打印一份内置的对照表，供您改写
# Add a plan or a new price to your own overlay
command-plans-add = 把新套餐或新价格加入您自己的数据
# Use a catalogue with newer prices from now on
command-plans-install = 今后使用价格更新的套餐目录
# Go back from an installed catalogue to the built-in one
command-plans-reset = 从已安装的目录恢复到内置目录
# Catalogue whose newest price is newer than those in the program, `-` for standard input
arg-plans-install-file = 最新价格比程序内置价格更新的目录文件，`-` 表示标准输入
# TEXT
value-text = 文本
# ID of the plan: one of the catalogue changes, another one is new [default: from seller and name]
arg-plans-add-id = 套餐 ID：目录中已有的会修改，没有的算新套餐 [默认：由商家和名称组成]
# Line that the plan is bought on, such as inwi-prepaid
arg-plans-add-line = 购买套餐的线路，例如 `inwi-prepaid`
# Seller [default: that of the line]
arg-plans-add-operator = 商家 [默认：线路的商家]
# Name, as the seller writes it
arg-plans-add-name = 商家使用的名称
# Kind: sim, pass, visitor, esim or contract [default: pass]
arg-plans-add-kind = 类型：`sim`、`pass`、`visitor`、`esim` 或 `contract` [默认：`pass`]
# Price with all taxes
arg-plans-add-price = 含税价格
# Currency of the amounts [default: MAD]
arg-plans-add-currency = 金额的货币 [默认：MAD]
# Activation fee of a contract
arg-plans-add-setup-fee = 合约的开通费
# Data, such as 5GB or unlimited
arg-plans-add-data = 流量，例如 `5GB` 或 `unlimited`
# Whether that data is in total or for each day: total, day
arg-plans-add-data-per = 流量是总量还是每天的量：`total`、`day`
# Validity, such as 7d or 24h
arg-plans-add-validity = 有效期，例如 `7d` 或 `24h`
# Call minutes
arg-plans-add-minutes = 通话分钟数
# SMS
arg-plans-add-sms = 短信条数
# What the data is for, such as general or social
arg-plans-add-scope = 流量的用途，例如 `general` 或 `social`
# Newest network: 3G, 4G, 5G
arg-plans-add-network = 最新的网络：`3G`、`4G`、`5G`
# Star code, or where it is bought
arg-plans-add-buy = 星号代码，或购买地点
# Who can buy it: anyone, resident, visitor
arg-plans-add-audience = 谁可以购买：`anyone`、`resident`、`visitor`
# How often it can be bought
arg-plans-add-max-purchases = 可以购买几次
# Form of a SIM: sim, esim, both
arg-plans-add-form = SIM 卡的形式：`sim`、`esim`、`both`
# Where a SIM is sold: shop, online, both, abroad
arg-plans-add-sold = SIM 卡在哪里卖：`shop`、`online`、`both`、`abroad`
# Call credit that comes with a SIM
arg-plans-add-credit = SIM 卡自带的话费
# Whether data, minutes and SMS share one balance: shared, separate
arg-plans-add-balance = 流量、通话和短信是否共用余额：`shared`、`separate`
# Where the price was seen: an address, or a place
arg-plans-add-source = 在哪里看到价格：网址或地点
# Day on which it was seen [default: today]
arg-plans-add-verified-on = 看到价格的日期 [默认：今天]
# How sure it is: high, medium, low [default: medium]
arg-plans-add-confidence = 有多可靠：`high`、`medium`、`low` [默认：`medium`]
# Anything else
arg-plans-add-note = 其他说明
# Whether it is still sold: on-sale, withdrawn
arg-plans-add-status = 是否还在销售：`on-sale`、`withdrawn`
# List the plans of the catalogue
command-plans-list = 列出目录中的套餐
# Show everything known about one plan
command-plans-show = 查看一个套餐的全部资料
# Show the settings: what options default to, and why
command-config = 显示各项设置，即选项的默认值和来源
# Show each setting, its value, and whether an option, a variable or the file gives it
command-config-show = 显示每项设置的值，以及它来自选项、环境变量还是配置文件
# Print the path of the configuration file
command-config-path = 输出配置文件的路径
# Print the script that makes a shell complete commands, ids and names
command-completions = 输出 shell 补全脚本，可补全命令、编号和名称
# The shell that runs the script when it starts
arg-shell = 启动时运行该脚本的 shell
# The shell that runs the script when it starts. bash: `source <(simplan completions bash)` in `~/.bashrc`; zsh: the same with zsh in `~/.zshrc`, after `compinit`; fish: `simplan completions fish | source` in `config.fish`; elvish: `eval (simplan completions elvish | slurp)` in `rc.elv`; PowerShell: `simplan completions powershell | Out-String | Invoke-Expression` in `$PROFILE`
arg-shell-long = 启动时运行该脚本的 shell。bash：在 `~/.bashrc` 中写入 `source <(simplan completions bash)`；zsh：在 `~/.zshrc` 的 `compinit` 之后同样写入，把 bash 换成 zsh；fish：在 `config.fish` 中写入 `simplan completions fish | source`；elvish：在 `rc.elv` 中写入 `eval (simplan completions elvish | slurp)`；PowerShell：在 `$PROFILE` 中写入 `simplan completions powershell | Out-String | Invoke-Expression`
# Write the manual pages
command-man = 生成手册页
# Folder for the pages, one for each command
arg-man-folder = 存放手册页的文件夹，每个命令一页
# SHELL
value-shell = SHELL
# FOLDER
value-folder = 文件夹
# Print this message or the help of the given subcommand(s)
command-help = 显示本帮助，或某个命令的帮助

## Data and output

# Data and output
heading-data-and-output = 数据与输出
# Catalogue file, `-` for standard input [default: Morocco's, built in]
arg-plans = 套餐目录文件，`-` 表示标准输入 [默认：内置的摩洛哥目录]
# Catalogue file, `-` for standard input, or `built-in` for Morocco's catalogue in the program, which is then used without your own prices [default: an installed catalogue, else the built-in one]
arg-plans-long = 套餐目录文件，`-` 表示标准输入，`built-in` 表示程序内置的摩洛哥目录（此时不用您自己的价格）[默认：已安装的目录，否则为内置目录]
# File of prices and plans to lay over the catalogue; repeatable
arg-overlay = 叠加在目录上的价格和套餐文件；可重复
# File of prices and plans to lay over the catalogue: rows by id, whose cells replace those of the plan unless they are blank; a column `status` can say `withdrawn` or `on-sale`; repeatable, and the last one wins
arg-overlay-long = 叠加在目录上的价格和套餐文件：按 id 逐行，非空的单元格替换套餐的值；`status` 列可写 `withdrawn`（停售）或 `on-sale`（在售）；可重复，以最后的为准
# Write the answer to a file, whose ending picks the format, or `-` for standard output; `batch` continues one that was interrupted
arg-output = 把结果写入文件（扩展名决定格式），`-` 表示标准输出；`batch` 接着写中断的文件
# Format
arg-format = 结果的格式
# Format of the answer; `--json` and `--csv` are short forms [default: table; for `batch`: csv]
arg-format-long = 结果的格式；可简写为 `--json` 和 `--csv` [默认：table；`batch` 为 csv]
# What separates the cells of CSV, such as `;` or tab
arg-delimiter = CSV 单元格的分隔符，例如 `;` 或 tab
# What separates the cells of CSV, such as `;` or `tab`: in the answer, and in a file that is read if its header does not show it [default: `,`]
arg-delimiter-long = CSV 单元格的分隔符，例如 `;` 或 `tab`：用于结果，也用于表头看不出分隔符的输入文件 [默认：`,`]
# Begin CSV and TSV with a byte order mark, which Excel needs
arg-bom = 在 CSV 和 TSV 开头写字节顺序标记（Excel 需要）
# Encoding of the files that are read, such as windows-1252 or gbk [default: UTF-8, or that of the byte order mark]
arg-encoding = 输入文件的编码，例如 `windows-1252` 或 `gbk` [默认：`UTF-8`，或字节顺序标记所示的编码]
# Print only the value at this key of the JSON answer, such as total
arg-field = 只输出 JSON 结果中这个键的值，例如 total
# Short for --format json
arg-json = --format json 的简写
# Short for --format csv
arg-csv = --format csv 的简写
# Text without tables, lines and colours, for screen readers and messages
arg-plain = 不带表格、线条和颜色的文本，用于读屏软件和短信
# Language of texts
arg-lang = 文字的语言
# Language of texts, never of machine formats; English replaces an unsupported one [default: the locale's]
arg-lang-long = 文字的语言，不影响机器格式；没有的语言改用英语 [默认：系统语言]
# When to use colours
arg-color = 何时使用颜色
# Number of threads for a large catalogue or many needs [default: all cores]
arg-threads = 用多少个线程处理大目录或大量需求 [默认：全部核心]
# Put the SHA-256 of a catalogue above 1 MB into JSON, too
arg-fingerprint = 在 JSON 中也给出大于 1 MB 的目录的 SHA-256
# Reference date for the age of prices [default: today]
arg-today = 以哪一天计算价格的新旧 [默认：今天]
# Say on standard error if another language or script replaces the one asked for
arg-verbose = 改用其他语言或简体中文时，在标准错误输出中说明
# Do not read the configuration file
arg-no-config = 不读取配置文件
# No warnings or progress on standard error, only errors
arg-quiet = 标准错误只输出错误，不输出警告和进度
# Print help (see more with '--help')
arg-help = 显示简短帮助
# Print help (see a summary with '-h')
arg-help-long = 显示帮助（`-h` 为简短版）
# Print version
arg-version = 显示版本

## The need

# The need
heading-the-need = 需求
# Number of days of the stay, such as 30
arg-days = 行程有多少天，例如 30
# First day of the stay, such as 2026-12-01
arg-from = 行程的第一天，例如 2026-12-01
# First day of the stay, optionally with a time, such as 2026-12-01T14:30
arg-from-long = 行程的第一天，可加钟点，例如 2026-12-01T14:30
# Last day of the stay, which also counts; with a time on both ends, the stay is counted in 24-hour days
arg-to = 行程的最后一天，也计算在内；首尾都有钟点时，按 24 小时一天计算
# Data for the whole stay, such as 20GB
arg-data = 整个行程的流量，例如 20GB
# Last day of the stay, such as 2026-12-20
arg-until = 行程的最后一天，例如 2026-12-20
# Last day of the stay, which also counts
arg-until-long = 行程的最后一天，也计算在内
# Data for each day, such as 500MB
arg-per-day = 每天的流量，例如 500MB
# What each day is used for, such as medium or maps=1h
arg-usage = 每天的用途，例如 medium 或 maps=1h
# What each day is used for, such as medium, "medium,video=1h" or maps=1h,photos=20; `usage` lists activities
arg-usage-long = 每天的用途，例如 medium、"medium,video=1h" 或 maps=1h,photos=20；`usage` 列出所有用途
# What a day has of each activity, such as maps=1h messages=100; a preset may come first [default: list all]
arg-amounts = 一天中每种用途的用量，例如 maps=1h messages=100；可先写一个预设用量 [默认：全部列出]
# Call minutes for the whole stay, such as 60
arg-minutes = 整个行程的通话分钟数，例如 60
# Call minutes for the whole stay; without data, only calls count
arg-minutes-long = 整个行程的通话分钟数；不写流量时只算通话
# Call minutes from today to the end; without data, only calls count
arg-next-minutes = 从今天到最后一天的通话分钟数；不写流量时只算通话
# Data and minutes to spare, such as 10%: increases the need by that much
arg-margin = 给流量和通话留出余量，例如 10%：需求相应增加
# Time zone of a stay that has a time, such as Europe/Paris
arg-zone = 行程写明钟点时所用的时区，例如 Asia/Shanghai

## Which plans

# Which plans
heading-which-plans = 哪些套餐
# Only what holds for this operator or digital brand; repeatable
arg-faq-operator = 只要适用于这家运营商或线上品牌的内容；可重复
# What the question is about, in any of the languages [default: list the questions]
arg-words = 问题涉及的词语，用哪种语言都行 [默认：列出所有问题]
# Show every answer that fits in full, not only the best one
arg-all = 完整显示每个相符的回答，而不只是最佳的
# Only this operator, such as inwi; repeatable
arg-operator = 只要这家运营商，例如 inwi；可重复
# Not this operator; repeatable
arg-not-operator = 不要这家运营商；可重复
# Only this line; repeatable
arg-line = 只要这条线路；可重复
# Not this line; repeatable
arg-not-line = 不要这条线路；可重复
# Only this kind; repeatable
arg-kind = 只要这种类型；可重复
# Not this kind; repeatable
arg-not-kind = 不要这种类型；可重复
# Only what comes in this form
arg-form = 只要这种形式的卡
# Only what comes in this form; a pass follows its SIM
arg-form-long = 只要这种形式的卡；套餐随其 SIM 卡
# Only what is sold there; a pass follows its SIM
arg-sold = 只要在这里出售的；套餐随其 SIM 卡
# Only what I can buy before my arrival: the same as --sold abroad
arg-before-arrival = 只看抵达前就能买的，等同于 --sold abroad
# Leave out unlimited plans
arg-no-unlimited = 排除不限量套餐
# I live there: also plans for residents
arg-resident = 我住在当地：也看居民套餐
# I live there: also plans for residents, none for visitors only
arg-resident-long = 我住在当地：包括居民套餐，不要仅限游客的套餐
# At least this network
arg-network = 至少要这种网络
# At least this confidence
arg-min-confidence = 至少要这种可信度
# Maximum age of prices in days, none without a date; `any` for all [default: 1095, and undated ones]
arg-max-age = 价格最多是多少天前的，不要日期不详的；`any` 表示不限 [默认：1095，包括日期不详的]

## What I have and want

# What I have and want
heading-what-i-have-and-want = 已有的和想要的
# I have the SIM of this line, such as inwi-prepaid
arg-have-sim = 已有这条线路的 SIM 卡，例如 inwi-prepaid
# I already have the SIM of this line; repeatable
arg-have-sim-long = 已有这条线路的 SIM 卡；可重复
# What I have already, such as roaming: 5 EUR/1d/500MB
arg-mine = 我已有的套餐，例如漫游：5 EUR/1d/500MB
# What I have already, such as the roaming of my operator at home: its price, days and data, as in `5 EUR/1d/500MB`. It is bought as often as needed; a free one counts once
arg-mine-long = 我已有的套餐，例如本国运营商的漫游：价格、天数、流量，如 `5 EUR/1d/500MB`。需要几次就买几次；免费的只算一次
# Data left on that SIM, such as 1.2GB
arg-have-data = 这张 SIM 卡上剩余的流量，例如 1.2GB
# Data left on that SIM; it is used first
arg-have-data-long = 这张 SIM 卡上剩余的流量，会先用掉
# Days for which that data is still valid, such as 5
arg-have-days = 剩余流量还能用几天，例如 5
# Number of days for which that data is still valid
arg-have-days-long = 剩余流量还能用几天
# State of that line; if it does not work, nothing on it counts [default: active]
arg-state = 这条线路的状态；如果不能用，卡上剩余的都不计入 [默认：active]
# Baskets over one Moroccan line, or over two as well: two SIMs of the catalogue in one phone, not counting the SIM from home
arg-sims = 只看一条摩洛哥线路的购买清单，或也看两条的：一部手机里装目录中的两张 SIM 卡，自带的卡不算
# Maximum number of purchases, including the SIM and bills
arg-max-purchases = 最多购买多少次，包括 SIM 卡和账单
# Maximum total, in the shown currency
arg-max-total = 总价上限，以显示的货币计

## Money

# Money
heading-money = 货币
# Currency in which prices are shown, such as EUR
arg-currency = 显示价格所用的货币，例如 CNY
# Exchange rate of today, such as USD=9.35: one unit in the base currency of the rates; repeatable
arg-rate = 今天的汇率，例如 USD=9.35：一个单位折合多少基准货币；可重复
# File of exchange rates [default: built in]
arg-rates = 汇率文件 [默认：内置]

## What to show

# What to show
heading-what-to-show = 显示什么
# Show how much data this amount buys, instead of offers for a need of data
arg-budget = 显示这笔钱能买多少流量，而不是按流量需求比较
# Number of days of the stay: 30, a range 3..90, or a list 7,14,30
arg-what-if-days = 行程天数：30、范围 3..90 或列表 7,14,30
# Data for the whole stay: 20GB, a range 1GB..50GB, or a list 5GB,10GB
arg-what-if-data = 整个行程的流量：20GB、范围 1GB..50GB 或列表 5GB,10GB
# Data for each day: 500MB, or a range or a list
arg-what-if-per-day = 每天的流量：500MB，或范围、列表
# Budget that moves, such as 50..300: the data that it buys
arg-what-if-budget = 变动的预算，例如 50..300：看它能买多少流量
# Draw what each seller asks over the range
arg-chart = 画出各家在此范围内的价格
# How much less and more one need may take [default: 30%]
arg-what-if-spread = 用量可能多出或减少多少 [默认：30%]
# Number of rows to show; 0 for all [default: as many as fit on a screen; all for scripts]
arg-what-if-limit = 显示多少行；0 表示全部 [默认：一屏能显示的；供脚本使用时为全部]
# Compare a SIM for each of N people with sharing
arg-people = N 个人：比较每人一张卡与共用
# Compare a SIM for each of N people, who all have this need, with fewer SIMs and a hotspot
arg-people-long = N 个人都有这样的需求：比较每人一张 SIM 卡与少买几张、开热点共用
# Rank every plan bought alone, too, not only the best basket of each line
arg-compare-all = 也列出只重复购买一种套餐的方案，而不只是每条线路的最佳方案
# Number of offers to show; 0 for all [default: as many as fit on a screen; 10 for scripts]
arg-limit = 显示多少个方案；0 表示全部 [默认：一屏能显示的；供脚本使用时为 10]
# Only these columns, such as rank,basket,total (all formats but json)
arg-columns = 只要这些列，例如 rank,basket,total（json 以外的格式）
# Only these columns, such as id,price,data (all formats but json)
arg-plans-list-columns = 只要这些列，例如 id,price,data（json 以外的格式）
# Show what fewer purchases cost (the Pareto front)
arg-trade-off = 显示少跑几趟要多花多少钱（帕累托前沿）
# Show why plans are refused, or how the plan with this id or name fared
arg-explain = 说明套餐为何被排除，或某个套餐（编号或名称）结果如何
# Print the end of a link to this answer on the page, from its #, instead of the answer
arg-link = 只输出链接中 # 起的部分（用于在网页上打开同一答案），不输出答案
# Exit with code 4 if the first offer, or a rate that it depends on, is more than DAYS days old
arg-fail-if-stale = 第一个方案的价格或所用汇率已超过这么多天时，以退出码 4 结束

## Plans that one names

# Plans that I buy, by id or name [default: the cheapest offer]
arg-basket = 我要买的套餐（编号或名称）[默认：最便宜的方案]
# Plans that I buy, by id or name, and how many of each: PLAN or PLAN:COUNT [default: the cheapest offer]
arg-basket-long = 我要买的套餐（编号或名称）和次数：`套餐` 或 `套餐:次数` [默认：最便宜的方案]
# ID or name of the plan
arg-id = 套餐的编号或名称
# Plan to buy, by id or name
arg-plan = 要买的套餐（编号或名称）
# Plan to buy, by id or name: fills in its price, star code and amount; a need does the same for the cheapest offer
arg-plan-long = 要买的套餐（编号或名称）：自动填入价格、星号代码和金额。给出需求时则用最便宜的方案

## Calendar

# Calendar
heading-calendar = 日历
# Write a calendar file, too, such as renewals.ics
arg-ics = 同时写出日历文件，例如 renewals.ics
# Write a calendar file, too; a new plan replaces the one in the file
arg-ics-long = 同时写出日历文件；新的计划取代文件中原有的计划
# Name of this plan; plans with other names stay in the calendar
arg-calendar = 此计划的名称；日历中其他名称的计划保留不变
# When to remind, such as 2d, 9:00 or 3h before
arg-remind = 何时提醒，例如提前 2d、当天 9:00 或提前 3h
# When to remind: 2d (in the evening two days before), 9:00 (on the day), 3h or 30m before; repeatable [default: 1d]
arg-remind-long = 何时提醒：2d（提前两天的傍晚）、9:00（当天）、提前 3h 或 30m；可重复 [默认：1d]
# Where to renew, in the steps of the calendar [default: shop; online for what is sold only there]
arg-schedule-channel = 日历步骤中在哪里续费 [默认：shop；只在网上卖的为 online]
# What to pay with, in the steps of the calendar [default: the channel's usual one]
arg-schedule-pay = 日历步骤中用什么支付 [默认：该渠道的通常方式]

## The renewal guide

# The renewal
heading-the-renewal = 续费
# Where to renew
arg-channel = 在哪里续费
# Where to renew [default: shop; online for what is sold only there]
arg-channel-long = 在哪里续费 [默认：shop；只在网上卖的为 online]
# What to pay with
arg-pay = 用什么支付
# What to pay with [default: the channel's usual one]
arg-pay-long = 用什么支付 [默认：该渠道的通常方式]
# Number of my line, for the sentences and the card
arg-number = 我的号码，用于要说的话和柜台卡片
# Only what to show to the seller
arg-card = 只显示给店员看的内容
# Only what to show to the seller: the number, the amount, the star, and the sentence in French and Arabic
arg-card-long = 只显示给店员看的内容：号码、金额、星号，以及法语和阿拉伯文的句子
# Without the sources at the end
arg-no-sources = 不列出文末的来源

## Names of values

# MAP
value-map = 对照表
# AMOUNT
value-amount = 金额
# CHANNEL
value-channel = 渠道
# NUMBER
value-number = 号码
# COMMAND
value-command = 命令
# CODE
value-code = 代码
# CODE=NUMBER
value-code-number = 代码=数字
# ACTIVITIES
value-activities = 用途
# ACTIVITY=AMOUNT
value-activity-amount = 用途=用量
# COLUMNS
value-columns = 列
# CONFIDENCE
value-confidence = 可信度
# DATE
value-date = 日期
# DAYS
value-days = 天数
# FILE
value-file = 文件
# FORM
value-form = 形式
# FORMAT
value-format = 格式
# ID
value-id = 编号
# KEY
value-key = 键
# KIND
value-kind = 类型
# LANGUAGE
value-language = 语言
# LINE
value-line = 线路
# MARK
value-mark = 符号
# MINUTES
value-minutes = 分钟数
# N
value-n = 数量
# NAME
value-name = 名称
# NETWORK
value-network = 网络
# NEW
value-new = 新目录
# OLD
value-old = 旧目录
# OPERATOR
value-operator = 运营商
# PAYMENT
value-payment = 支付方式
# PERCENT
value-percent = 百分比
# PLACE
value-place = 销售渠道
# PLAN
value-plan = 套餐
# PLAN[:COUNT]
value-plan-count = 套餐[:次数]
# STATE
value-state = 状态
# TIME
value-time = 时间
# VOLUME
value-volume = 流量
# WHEN
value-when = 何时
# ZONE
value-zone = 时区
# WORDS
value-words = 词语

## Rows

# Rows
heading-rows = 行
# Needs, one in each row, with columns such as days and data
arg-file = 需求，每行一个，列如 days 和 data
# Needs, one in each row; `-` for standard input [default: -]
arg-file-long = 需求，每行一个；`-` 表示标准输入 [默认：-]
# Format of the needs [default: by the name of the file, else by its first character]
arg-input = 需求的格式 [默认：看文件名，否则看第一个字符]
# Number of offers for each need, the cheapest first; 0 for all
arg-top = 每个需求给出多少个方案，最便宜的在前；0 表示全部
# Append what is missing to the answers of an interrupted run on standard output; a new file gets all answers
arg-resume = 补全中断的任务在标准输出中留下的答案；文件不存在时写入全部答案
# Stop at the first bad row
arg-fail-fast = 遇到第一个有误的行就停止
# If a row does not say otherwise
heading-if-a-row-does-not-say-otherwise = 行中未写明时
# Call minutes for the whole stay, if a row has none
arg-batch-minutes = 整个行程的通话分钟数，用于未写明的行
# First day of the stay, if a row has none
arg-batch-from = 行程的第一天，用于未写明的行
# K
value-k = K

## schema

# Command, such as compare or plans list, or error [default: list all]
arg-schema-answer = 命令，例如 compare 或 plans list，也可以是 error [默认：全部列出]
