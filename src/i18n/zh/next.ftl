### What to do today, and when to look again.

next-buy = 今天要买：{ $plans }，{ $price }。
next-buy-ends = 今天要买：{ $plans }，{ $price }。剩余流量撑不到今天结束。
next-bill = 不用续费：如果您的套餐是 { $plans }，会自动出账单，这次 { $price }。
next-bill-arrears = 请先付清欠款。之后，如果您的套餐是 { $plans }，会自动出账单，{ $price }。
next-bill-reopen = 请先恢复号码。之后，如果您的套餐是 { $plans }，会自动出账单，{ $price }。
next-reopen = 先恢复号码，再买 { $plans }，{ $price }。
next-wait-data = 今天不用买：流量可用到{ $date }。
next-wait-validity = 今天不用买：剩余流量的有效期到{ $date }。
next-look-buy = { $date }再看一次，届时购买 { $plans }，{ $price }。
next-look-bill = 下一张账单大约在{ $date }：{ $plans }，{ $price }。
next-look-check = { $date }（中途）查一次余量，以防实际用量比预计的多。
next-look-never = 不用再查：到{ $until }为止都不用再买。
next-item = { $plan }，{ $price }
next-more = ……还有 { $count } 次，最后一次在{ $date }：{ $purchases }，共 { $total }
next-total = 到{ $until }为止：{ $purchases }，{ $total }
next-high = 按最高估计，每天 { $data }，总共要 { $total }。
next-cheaper = 换一张 SIM 卡更便宜：{ $basket }，{ $total }。
next-cheaper-mine = 您现有的套餐更便宜：{ $basket }，{ $total }。
next-other-mine = 您现有的套餐就够用：{ $basket }，{ $total }。
next-other = 换一张 SIM 卡：{ $basket }，{ $total }。
next-steps = 详细步骤：`{ $command }`
next-reminders = 写入日历提醒：`{ $command }`
next-balance-unsaid = 未计入卡上剩余的流量：请用 --have-data 和 --have-days 写明剩余多少

## calendar files

ics-other-file = 如果您以前从其他文件添加过日历，请在日历应用里删除那些事件，或改为写入那个文件。
ics-past = 有 { $count } 个提醒的时间已过，不会响
ics-any-hour = 具体几点不详：如果在夜里，请提前在晚上购买，或等到早上再买。
