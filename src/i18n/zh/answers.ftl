### One word for each thing: 套餐 is any row of the catalogue, 充值套餐 is prepaid, 月付合约 is billed, 购买清单 is what one buys,
### 方案 is a basket in the ranking, 行程 is the stay. 不限量 is 商家标称. A price that was seen has a 价格日期: it was not 查证.

## Figures

days = { $count }{"\u00A0"}天
days-fraction = { $count }{"\u00A0"}天
hours = { $count }{"\u00A0"}小时
minutes = { $count }{"\u00A0"}分钟
need-data = { $days }、{ $data } 流量
need-calls = { $days }、{ $minutes }通话
need-both = { $days }、{ $data } 流量、{ $minutes }通话
purchases = 购买{"\u00A0"}{ $count }{"\u00A0"}次
unknown = 未知
unlimited = 不限量
unlimited-by-seller = 商家标称不限量
unlimited-marked = 不限量†
sentence-separator = { "" }
list-separator = 、
list-last-separator = 、
quoted = “{ $text }”
per-day-suffix = 每天 { $volume }
per-day-short = { $volume }/天
at-least = ≥ { $amount }
fee = 开户费 { $amount }
sim-item = SIM 卡（{ $amount }）
yes = 是
no = 否

## compare

answer-best = { $need }：{ $offer }，{ $renewals }。
answer-best-on-two-sims = { $need }，用两张 SIM 卡：{ $offer }，{ $renewals }。
offer = { $seller }，{ $basket }，共 { $total }
answer-keep = { $need }：保留{ $offer }，{ $renewals }。
mine-dearer = 您现有的套餐 { $basket } 共 { $total }，比最便宜的贵 { $more }。
mine-not-enough = 您现有的套餐 { $mine } 满足不了这个需求。
seller-mine = 现有套餐
offer-on-two-sims = { $basket }，共 { $total }
offer-in-short = { $seller }，共 { $total }
items-of-line = { $line }（{ $items }）
first-seen = { $of ->
    [one] 价格日期
    [all] 价格日期
   *[oldest] 最早的价格日期（{ $plan }）
}：{ $age }，{ $confidence }。
first-undated = { $of ->
    [one] 价格
    [all] 价格
   *[oldest] { $plan } 的价格
}日期不明，{ $confidence }。
first-least-sure = 最不确定的是 { $plan }，{ $confidence }。
first-stale = 价格可能已变，付款前请先问清。
first-credit = 含 { $amount } 话费。
first-needs-esim = 需要支持 eSIM 的手机。
confidence-high = 可信度高
confidence-medium = 可信度中等
confidence-low = 可信度低
confidence-unknown = 可信度不详
age-unknown = 日期不明
age-today = 今天
age-days = { $count ->
    [1] 昨天
   *[other] { $count }{"\u00A0"}天前
}
age-months = { $count }{"\u00A0"}个月前
age-years = { $count }{"\u00A0"}年前
seen = { $when }
seen-sim = { $when }（SIM 卡）
seen-unsure = { $when }，不确定
answer-stated = 其流量为商家标称不限量。标明流量的套餐中，最便宜的方案：{ $basket }，共 { $total }。
answer-high = 按最高估计，每天 { $data }，最便宜的方案：{ $basket }，共 { $total }。
answer-high-nothing = 按最高估计，每天 { $data }，没有符合的方案。
answer-margin = 留 { $percent }% 的余量：您需要 { $asked }，以下按 { $counted }计算。
answer-state-suspended = 线路 { $line } 已停机：请先办理复机（`simplan renew-steps --have-sim { $line } --state suspended`）。卡上的剩余流量不计入。
answer-state-arrears = 线路 { $line } 有欠费：请先缴清（`simplan renew-steps --have-sim { $line } --state arrears`）。卡上的剩余流量不计入。
answer-state-unidentified = 线路 { $line } 的 SIM 卡尚未实名登记：请先凭护照或身份证登记（`simplan renew-steps --have-sim { $line } --state unidentified`）。卡上的剩余流量不计入。
renew-never = 无需续费
renew-once = 在第 { $day } 天续费一次
renew-on-days = 续费 { $count } 次（第 { $days } 天）
renew-count = 续费 { $count } 次
renew-often = 续费 { $count } 次（首次在第 { $day } 天）
billed = 出账 { $count } 次
answer-nothing = 套餐目录中没有符合 { $need }的方案。
answer-nothing-reasons = 原因：{ $reasons }。
reason-count = { $reason }（{ $count }）
answer-nothing-change = 加上 { $option } 后，有 { $count } 个套餐符合。
answer-nothing-change-without = 去掉 { $option } 后，有 { $count } 个套餐符合。
footer-more = { $more ->
    [1] 另有 1 个方案，{ $total }（--limit 0）。
   *[other] 另有 { $more } 个方案，{ $total } 起（--limit 0）。
}
footer-more-counted = 另有 { $more } 个方案（--limit 0）。
footer-refused = 有 { $refused } 个套餐不在任何方案中（--explain）。
footer-refused-some-unknown = 有 { $refused } 个套餐不在任何方案中，其中 { $unknown } 个因为信息不详（--explain）。
answer-left = 先用您 { $own } SIM 卡上的剩余流量，可用到{ $until }。
answer-left-other = 先用您 { $own } SIM 卡上的剩余流量，可用到{ $until }；之后换用 { $other } 的 SIM 卡。
two-sims-in-vain = 用两条线路（一部手机里插目录中的两张 SIM 卡）也不会更便宜。
own-sims-nothing = 您自己的 SIM 卡（{ $lines }）没有符合的套餐：{ $reasons }。
alternative = { $condition }：{ $offer }。
alternative-either = { $first }，或{ $second }
alternative-with = { $condition }（{ $option }）
alternative-without = { $condition }（去掉 { $option }）
alternative-form-sim = 如果手机不支持 eSIM
alternative-form = 不限 SIM 卡形式
alternative-resident = 如果您是当地居民
alternative-sims = 用两张 SIM 卡
alternative-network = 包括网络制式不详的套餐
alternative-max-age = 包括更早的价格
alternative-gone = 如果 { $plan } 已下架或涨价
next-step = 下一步：{ $command }
footer-refused-unknown = 有 { $count } 个套餐被排除，只是因为目录没有注明您要求的信息。
footer-incomplete = “≥” 表示总价之外还有一项价格不详：请向商家询问。
footer-unlimited = “†” 表示商家标称不限量。
footer-contract = 账单从行程第一天起算，每开始一个周期计一张。运营商自己的账期可能从别的日子开始，因而多出一张不足一个周期的账单。
footer-rate = 1 { $currency } = { $rate } { $base }（{ $date }）
footer-rate-own = 1 { $currency } = { $rate } { $base }（您给的汇率）
footer-rates = 换算汇率：{ $rates }。
column-rank = #
column-line = 线路
column-operator = 商家
column-mix = 组合
column-alone = 单一套餐
column-answer = 结果
column-schema = Schema
schema-how = 查看其中一个：`simplan schema compare`
column-basket = 购买清单
column-total = 总价
column-currency = 货币
column-complete = 总价完整
column-pay = 实付
column-purchases = 购买
column-renewals = 续费
column-renew_on_days = 续费日
column-covers_days = 可用天数
column-spare_mb = 剩余 MB
column-per_day = 每天
column-per_gb = 每 GB
column-verified_on = 价格日期
column-stale = 价格过旧
column-confidence = 可信度
plan-other-values = 未注明文件的值来自目录：{ $source }。
import-map-airalo = Airalo 合作伙伴接口的 JSON：运营商及其套餐
import-map-esimdb = 旅行 eSIM 的 CSV：`data_mb`、`validity_days`、`usd_price`、`data_cap_per`
import-map-price-list = 价目表 CSV：`name`、`price`、`data`、`days`
import-rounded = 有 { $rows } 行的金额小数位数多于货币的位数，已四舍五入
import-counts = 已导入 { $plans } 个套餐{ $left_out ->
    [0] {""}
   *[other] ；有错误的行：{ $left_out }
}{ $filtered ->
    [0] {""}
   *[other] ；被对照表筛掉的行：{ $filtered }
}{ $repeated ->
    [0] {""}
   *[other] ；与前面重复的行：{ $repeated }
}
severity-error = 错误
severity-warning = 警告
severity-note = 提示
check-summary = { $count } 个套餐，{ $errors ->
    [0] 没有错误
   *[other] { $errors } 个错误
}，{ $warnings ->
    [0] 没有警告
   *[other] { $warnings } 个警告
}，{ $notes ->
    [0] 没有提示
   *[other] { $notes } 个提示
}。
check-unseen = 另有 { $count } 个未显示。
check-not-compared = 文件太大，未比较各套餐。
column-code = 代码
column-severity = 程度
column-meaning = 含义
explain-heading = { $plans } 个套餐中有 { $refused } 个不在任何方案中，差得最少的在前
explain-left-out = 被您自己的筛选条件排除：{ $reasons }。
explain-counted = 这个套餐目录很大，被排除的套餐只计数，不逐一列出：{ $reasons }。
explain-offer = { $plan } 是第 { $rank } 个方案（共 { $offers } 个）：{ $basket }，共 { $total }。
explain-refused = { $plan } 不在任何方案中：{ $reason }。

## refusals

refused-operator-excluded = 其商家或线路被您排除
refused-kind-excluded = 其类型（{ $kind }）被您排除
refused-form-excluded = 要求 { $needed }，该套餐为 { $has }
refused-form-unknown = 要求 { $needed }，但该套餐的形式不详
refused-sold-excluded = 要求在{ $needed }有售，该套餐的销售渠道为{ $has }
refused-sold-unknown = 要求在{ $needed }有售，但该套餐的销售渠道不详
refused-unlimited-excluded = 不限量套餐被您排除
refused-scope-not-general = 流量仅限{ $scope }使用
refused-needs-contract = 仅限居民办理
refused-visitors-only = 仅限游客办理
refused-network-too-old = 要求 { $needed }，该套餐只有 { $has }
refused-network-unknown = 要求 { $needed }，但该套餐的网络制式不详
refused-confidence-too-low = 要求可信度{ $needed }，该套餐可信度{ $has }
refused-confidence-unknown = 要求可信度{ $needed }，但该套餐的可信度不详
refused-price-too-old = 价格日期为{ $verified_on }，距今 { $age_days } 天，最多允许 { $max_age_days } 天
refused-price-undated = 价格日期不详，最多允许 { $max_age_days } 天
refused-price-unknown = 价格不详
refused-allowance-unknown = 流量不详
refused-validity-unknown = 有效期不详
refused-daily-allowance-too-small = 每天需要 { $needed_per_day }，该套餐每天只有 { $has_per_day }
refused-monthly-allowance-too-small = 到下次出账需要 { $needed }，该套餐只有 { $has }
refused-too-few-minutes = 需要 { $needed } 分钟通话，该套餐只含 { $has } 分钟
refused-minutes-unknown = 需要 { $needed } 分钟通话，但该套餐的通话分钟数不详
refused-purchase-limit = 需要购买 { $needed } 次，最多允许 { $allowed } 次
refused-purchase-limit-never = 买多少次都不够
refused-too-expensive = 需要 { $total }，超过上限 { $max_total }
refused-too-large-to-search = 所属线路的组合太多，得不出确切结果，或总价太大，无法计算
refused-sim-only = 只是一张 SIM 卡，须另购套餐
refused-rate-unknown = 没有 { $currency } 的汇率
refused-not-needed = 剩余流量或该线路的 SIM 卡已经够用
refused-because-of-sim = 所需的 SIM 卡 { $sim } 被排除：{ $reason }
refused-unless = { $reason }；加上 { $option } 即符合
refused-unless-without = { $reason }；去掉 { $option } 即符合

## reasons in short

why-operator-excluded = 商家或线路被您排除
why-kind-excluded = 类型被您排除
why-form-excluded = 形式不符或不详
why-sold-excluded = 销售渠道不符或不详
why-unlimited-excluded = 不限量套餐被您排除
why-scope-not-general = 流量仅限部分用途
why-needs-contract = 仅限居民
why-visitors-only = 仅限游客
why-network-too-old = 网络过旧或不详
why-confidence-too-low = 可信度不足
why-price-too-old = 价格过旧
why-price-unknown = 价格不详
why-allowance-unknown = 流量不详
why-validity-unknown = 有效期不详
why-daily-allowance-too-small = 每天流量不足
why-monthly-allowance-too-small = 每月流量不足
why-too-few-minutes = 通话分钟数不足
why-purchase-limit = 购买次数超过上限
why-too-expensive = 总价超过上限
why-too-large-to-search = 组合太多或总价太大，无法计算
why-sim-only = 只是 SIM 卡
why-rate-unknown = 没有汇率
why-not-needed = 不需要

## plans

column-id = 套餐
column-name = 名称
column-kind = 类型
column-price = 价格
column-setup_fee = 开户费
column-data = 流量
column-data_per = 流量计算方式
column-validity = 有效期
column-minutes = 通话分钟数
column-sms = 短信
column-scope = 用途
column-network = 网络
column-buy = 购买途径
column-audience = 适用对象
column-max_purchases = 限购次数
column-form = 形式
column-sold = 销售渠道
column-credit = 话费
column-balance = 余额
column-most_data = 最多流量
column-source = 来源
column-note = 备注
column-reason = 原因
column-setting = 设置
column-origin = 来源
setting-default = 默认
settings-file-empty = { $file } 中没有任何设置。
column-field = 项目
column-value = 内容
number-of-plans = { $count } 个套餐
plans-count = 共 { $all } 个套餐，显示 { $shown } 个
name-with-scope = { $name }（仅限{ $scope }）
plans-none = 没有符合的套餐。

## two catalogues

diff-none = 两份目录中的 { $count } 个套餐完全相同。
diff-summary = 套餐：{ $parts }。
diff-changed = 变动 { $count } 个
diff-added = 新增 { $count } 个
diff-removed = 取消 { $count } 个
diff-renamed = 换编号 { $count } 个
diff-heading-changed = 有变动的套餐
diff-heading-added = 新增的套餐
diff-heading-removed = 取消的套餐
diff-heading-renamed = 只换了编号的套餐
diff-value = { $field }：{ $old } → { $new }
diff-price = { $field }：{ $old } → { $new }，{ $change }
column-before = 原来
column-now = 现在
column-change = 变动
diff-rise = +{ $amount }（+{ $percent }%）
diff-fall = −{ $amount }（−{ $percent }%）
diff-rise-from-zero = +{ $amount }
diff-total-same = { $need }，最低总价仍是 { $new }。
diff-total-lower = { $need }，最低总价从 { $old } 降到 { $new }，便宜 { $amount }（−{ $percent }%）。
diff-total-higher = { $need }，最低总价从 { $old } 涨到 { $new }，贵 { $amount }（+{ $percent }%）。
diff-total-from-zero = { $need }，最低总价从 { $old } 涨到 { $new }。
diff-total-bound = { $need }，最低总价原来是 { $old }，现在是 { $new }。
diff-total-gone = { $need }，现在没有符合的方案；原来的最低总价是 { $old }。
diff-total-new = { $need }，原来没有符合的方案，现在有了，最低总价 { $new }。
diff-total-none = { $need }，两份目录中都没有符合的方案。
diff-winner-same = 最便宜的方案不变：{ $new }。
diff-winner-other = 最便宜的方案现在是 { $new }，原来是 { $old }。
diff-winner-gone = 原来最便宜的方案是 { $old }。
diff-winner-new = 最便宜的方案是 { $new }。

## prices to check

column-decides = 影响需求
column-page = 网页
stale-none = 所有价格都有日期，且都在 { $age }以内。
stale-summary = { $all } 个价格中，{ $stale } 个已超过 { $age }或日期不明；{ $typical } 种典型需求中，{ $needs } 种的最便宜方案用到了这些价格。
stale-decides = { $count }/{ $all }
stale-no-page = 无
stale-more = … 另有 { $more } 个价格（--limit 0）。

## bills

column-subtotal = 小计
column-count = 次数
bill-title = { $need }的账单
bill-total = 合计
bill-shares = 每天 { $per_day }，每 GB { $per_gb }。
bill-share-of-day = 每天 { $per_day }。
bill-sim-uncounted = { $sim } 的价格（{ $price }）无法计入，总价只是下限。
bill-useless = { $plan } 对这个需求没有用处：{ $reason }。
bill-lasts-exactly = 正好够用到行程结束，没有剩余。
bill-lasts-whole = 够用到行程结束。
bill-lasts = 够用到行程结束，还多 { $spare }。
bill-lasts-data = 够用到行程结束，还多 { $spare }；剩余 { $data }。
bill-lasts-data-only = 够用到行程结束，剩余 { $data }。
bill-short = 行程 { $days } 天，只够用 { $covered_number } 天：还差 { $short }、{ $data }。
bill-short-calls = 行程 { $days } 天，只够用 { $covered_number } 天：还差 { $short }。
bill-thin-day = { $plan } 每天只有 { $has }，您每天需要 { $needed }：还差 { $data }。
bill-thin-month = { $plan } 到下次出账只有 { $has }，您需要 { $needed }：还差 { $data }。
bill-short-minutes = 还差 { $minutes } 分钟通话。
bill-unknown = 是否够用不详：目录没有注明 { $plan } 的流量或有效期。
bill-cheapest = 同一线路最便宜的方案：{ $basket }，共 { $total }，{ $purchases }，{ $difference ->
    [less] 便宜 { $amount }
    [more] 贵 { $amount }
   *[same] 价格相同
}。
bill-cheapest-lines = 这些线路上最便宜的方案：{ $basket }，共 { $total }，{ $purchases }，{ $difference ->
    [less] 便宜 { $amount }
    [more] 贵 { $amount }
   *[same] 价格相同
}。
bill-cheapest-of-all = 所有卖家中最便宜的方案：{ $seller }，{ $basket }，共 { $total }，{ $purchases }，{ $difference ->
    [less] 便宜 { $amount }
    [more] 贵 { $amount }
   *[same] 价格相同
}。
bill-is-cheapest-of-all = 所有卖家都没有更便宜的方案。
bill-is-cheapest = 同一线路上没有更便宜的方案。
bill-is-cheapest-lines = 这些线路上没有更便宜的方案。
bill-left-is-enough = 您 SIM 卡上的剩余流量够用到行程结束，无需购买。
bill-nothing-within = 同一线路上，在您限定的范围内没有够用到行程结束的方案。
bill-nothing-lines-within = 这些线路上，在您限定的范围内没有够用到行程结束的方案。
bill-nothing = 同一线路上没有够用到行程结束的方案。
bill-nothing-lines = 这些线路上没有够用到行程结束的方案。

## schedules

column-step = #
column-day = 第几天
column-date = 日期
column-due = 时间
column-paid = 累计
column-why = 原因
column-until = 用到
column-covers = 用于
covers-data = 流量
covers-calls = 通话
covers-data-and-calls = 流量和通话
last-day = { $count ->
    [1] 第 { $day } 天要多花 { $amount }
   *[other] 最后 { $count } 天要多花 { $amount }
}：只住 { $days }的话，共 { $total }。
schedule-nothing = 无需购买：剩余流量够用到行程结束，还多 { $data }。
schedule-nothing-unlimited = 无需购买：剩余流量为商家标称不限量，够用到行程结束。
schedule-left = “=” 表示 SIM 卡上的剩余流量，可用到第 { $day } 天。
schedule-left-other = “=” 表示 { $line } 的 SIM 卡上的剩余流量，可用到第 { $day } 天；之后换用 { $other } 的 SIM 卡。
schedule-ends = 可用到{ $until }；行程的最后一天是{ $end }。
schedule-night = 第 { $steps } 次购买在夜里：请提前在晚上买好，或等到早上再买。
schedule-nights = 有 { $count } 次购买在夜里：请提前在晚上买好，或等到早上再买。
timeline-left = 余量
timeline-more = ……还有 { $count } 次购买
schedule-ends-at = 可用到{ $until }；行程到{ $end }结束。
until-day = 第 { $day } 天
why-stay-begins = 行程开始
why-data-used-up = 流量用完
why-minutes-used-up = 通话分钟数用完
why-validity-over = 有效期已到
ics-summary = 购买 { $plan }，{ $price }
ics-summary-unpriced = 购买 { $plan }
ics-where = 购买途径：{ $buy }
ics-night = 这个时间在夜里：请提前在晚上买好，或等到早上再买。
ics-empty = 无需购买，没有写日历。
ics-written = 日历（{ $count } 个日程）已写入 { $file }。
ics-cancelled = 其中取消了先前计划的 { $count } 个日程。

## one plan explained

explain-begins = { $plan } 包含在第 { $rank } 个方案中（共 { $offers } 个）：{ $basket }，共 { $total }。
explain-mixed = { $plan } 是第 { $rank } 个方案（共 { $offers } 个）的一部分：{ $basket }，共 { $total }。
explain-alone = 只买 { $plan } 则为 { $basket }，共 { $total }，不如同一线路的其他方案。
explain-sim-beaten = 含 { $plan } 的方案都不如同一线路的其他方案，例如：{ $basket }，共 { $total }。
explain-covers-validity = 每次购买可用 { $covers }：有效期为 { $validity }；流量按每天 { $pace } 计算，可用 { $data }。
explain-covers-data = 每次购买可用 { $covers }：流量按每天 { $pace } 计算，可用 { $data }；有效期为 { $validity }。
explain-covers-minutes = 每次购买可用 { $covers }，到通话分钟数用完为止。
explain-covers = 每次购买可用 { $covers }，到有效期结束为止。
explain-break-even = 每次价格不高于 { $price } 时，只买它的方案会排第一。
explain-sim-unknown = 单买这张卡不成方案：{ $reason }。
explain-never-first = 即使免费，只买它的方案也不会排第一。
trade-off = 少跑几趟要多花多少：下列方案在次数和价格上各有所长。
budget-best = { $need }，{ $budget } 最多可买 { $data } 流量：{ $offer }。
budget-best-unlimited = { $need }，{ $budget } 可买到商家标称不限量的流量：{ $offer }。
budget-stated = 标明流量的套餐中，最多可买 { $data }：{ $offer }。
budget-margin = 留 { $percent }% 的余量：{ $need }按 { $counted }计算。
budget-nothing = { $need }，{ $budget } 买不到流量。

## warnings about an answer

warning = 警告
start-in-the-past = 行程从{ $date }开始，早于今天（{ $today }）
start-skipped = { $date }时钟拨快，没有 { $time } 这个时间：行程从 { $read } 开始
start-repeated = { $date }时钟拨慢，{ $time } 会出现两次：行程从第一次开始
gate-not-passed = 第一个方案或其所用汇率的日期超过 --fail-if-stale 规定的 { $days } 天：退出码 4
stale-offer = { $name }（{ $plan }）的价格日期为{ $verified_on }，距今 { $age_days } 天：价格可能已经变动
stale-offer-undated = { $name }（{ $plan }）的价格日期不详：价格可能已经变动
stale-rate = { $currency } 的汇率日期为{ $date }，距今 { $age_days } 天：请用 --rate 给出最新汇率
rate-of-the-future = { $currency } 的汇率日期在未来（{ $date }）
rate-far-from-file = 您给的 { $currency } 汇率 { $rate } 高于文件中汇率 { $file_rate } 的两倍，或低于它的一半
left-out = 结果中不含：{ $error }
search-too-large = 线路 `{ $line }` 的组合太多：试了 { $searched } 种部分组合，仍得不出确切结果（只买 `{ $plan }` 要买 { $purchases } 次）；请缩短行程、减少需求，或排除小套餐
pair-too-large = 线路 `{ $line }` 合起来的组合太多：试了 { $searched } 种部分组合，仍得不出确切结果（只买 `{ $plan }` 要买 { $purchases } 次）；请缩短行程、减少需求，或排除小套餐
trade-off-too-large = 线路 `{ $line }` 的帕累托前沿组合太多：试了 { $searched } 种部分组合，仍得不出确切结果（只买 `{ $plan }` 要买 { $purchases } 次）；请缩短行程、减少需求，或排除小套餐
count-too-large = 线路 `{ $line }` 的购买次数太多，无法计算；请缩短行程或减少需求

## Dates

month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
date-day = { $year }年{ $month }{ $day }日
date-month = { $year }年{ $month }
date-time = { $date } { $time }
date-in-range = { $date }
on-day = { $date }
in-month = { $date }
ordinal-day = { $day }

## Words of the catalogue

word-sim = SIM 卡
word-pass = 充值套餐
word-tourist = 游客套餐
word-contract = 月付合约
word-esim = eSIM
word-anyone = 不限
word-visitor = 游客
word-resident = 居民
word-high = 高
word-medium = 中
word-low = 低
word-shop = 门店
word-online = 网上
word-sim-or-esim = SIM 卡或 eSIM
word-shop-and-online = 门店和网上
word-abroad = 境外网上
word-shared = 合用
word-separate = 分开
word-video = 视频
word-general = 通用
word-social = 社交应用
word-games = 游戏
word-total = 总量
word-day = 每天
word-stdin = 标准输入
word-stdout = 标准输出
labelled = { $title }：{ $text }

## batch

batch-progress = { $rows } 行，每秒 { $rate } 行
batch-progress-left = ，{ $percent }%，还需 { $time }
batch-past = { $rows } 个行程中有 { $past } 个在今天（{ $today }）之前开始
batch-stale = { $rows } 个答案中有 { $stale } 个用到可能已经变动的价格：其 `stale` 为 true
batch-bad = { $rows } 行中有 { $bad } 行有误：其 `error` 说明位置和原因
in-brackets = （{ $text }）
preference-skipped = { $seller } 没有符合需求的方案：已改用下一家

## people

people-best = { $people } 人，每人 { $need }：{ $sims }，{ $baskets }，共 { $total }；人均 { $share }。
people-own = 每人一张 SIM 卡
people-one = 一张 SIM 卡开热点
people-some = { $sims } 张 SIM 卡开热点（{ $groups } 人）
people-basket = { $seller }，{ $items }
people-more = … 另有 { $more } 种买法，最低 { $total }（--limit 0）。
people-fewest = 少于 { $sims } 张 SIM 卡时，没有合适的方案。
people-hotspot = 用热点时，大家要离插卡的手机近，这部手机也更费电。没有发现禁止共用的规定，但套餐条款可能有限制：购买时问清。
people-unlimited = 不限量流量能否共用不详：可用 --no-unlimited 排除。
people-calls = 通话分钟数不能用热点共用：每人都要有 SIM 卡。
column-sims = SIM 卡
column-groups = 每卡人数
column-baskets = 购买清单

## what-if

what-if-best = { $fixed }，从 { $from } 到 { $to }：{ $changes ->
    [0] 始终是同一种买法最便宜。
   *[other] 最便宜的买法变 { $changes } 次。
}
what-if-budget = { $fixed }，从 { $from } 到 { $to }：{ $changes ->
    [0] 花多少都一样。
   *[other] 有 { $changes } 个价位能买到更多。
}
what-if-nothing = { $fixed }，从 { $from } 到 { $to }：这份目录里没有合适的套餐。
what-if-margin = 每种需求都另加 { $percent }% 的余量。
what-if-none = 没有合适的
what-if-span = { $from } 到 { $to }
what-if-more = … 另有 { $more } 行（--limit 0）。
what-if-narrower = 只列出范围最宽的几行，另有 { $more } 行未列出（--limit 0）。
what-if-table = 每种行程、每种流量的最便宜方案：
what-if-table-nothing = 这些需求在这份目录里都没有合适的套餐。
what-if-cheapest = { $need }：{ $offer }。
what-if-safest = 用量多或少 { $spread }% 时最稳妥：{ $offer }；最多比最便宜的贵 { $regret }。
what-if-safest-first = 用量多或少 { $spread }% 时，它也最稳妥：最多比最便宜的贵 { $regret }。
what-if-safest-always = 用量多或少 { $spread }% 时，{ $seller } 仍最便宜。
what-if-safest-unknown = 用量多或少 { $spread }% 时哪种最稳妥，尚不清楚。
what-if-up-to = 需 { $need }
what-if-regret = 多付：最坏时比最便宜的贵多少。只用 { $less } 时，付的钱不变。
column-from = 起
column-stay = 行程
column-regret = 多付
reach-from = 超过 { $from } 时最便宜。
reach-to = 不超过 { $to } 时最便宜。
reach-between = 从 { $from } 到 { $to } 都最便宜。

# A chart of what each seller asks. $from, $to: the ends of the range.
chart-of-totals = 从 { $from } 到 { $to }，各家的价格；粗线为最便宜。
# The same of the data that a budget buys.
chart-of-budget = 从 { $from } 到 { $to }，各家能买到的流量；粗线为最多。
# A line of the chart in words. $first, $last: the totals or the volumes at both ends.
chart-line = { $seller }：{ $from } 时 { $first }，{ $to } 时 { $last }。
chart-left-out = 未画出：{ $sellers }。

# The headings and the title of a report.
report-title = { $need }：买什么、何时买、怎么买
# $name: the source of the catalogue; $count: how many plans it has.
report-origin = { $today } 制作，依据套餐目录（{ $name }）：{ $count } 个套餐，价格日期从 { $oldest } 到 { $newest }。
report-answer = 答案
report-use = 用得少些或多些
report-schedule = 何时买什么
report-steps = 如何购买和续费
report-card = 柜台出示
report-command = 生成本页的命令
report-code = 命令的二维码

## the catalogue in use

# $newest: the date of the newest price.
plans-installed = 已安装：{ $count } 个套餐，最新价格 { $newest }，位于 { $file }。`simplan plans check` 列出可疑之处，`simplan plans reset` 可恢复。
plans-reset = 已删除：{ $file }。重新使用内置目录，最新价格 { $newest }。
plans-not-installed = 没有安装套餐目录。正在使用内置目录，最新价格 { $newest }。
plans-own-stay = { $file } 中您自己的价格继续有效。
plans-added = 已添加到 { $file }：{ $id }
plans-changed = 已在 { $file } 中修改：{ $id }
