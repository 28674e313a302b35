### The labels of the page. They become a JavaScript module, so each is plain text without placeholders.

page-direction = ltr
page-title = 去摩洛哥买哪张 SIM 卡？
page-language = 语言
page-loading = 正在载入价格……
page-failed = 无法载入价格。请检查网络后重新打开本页；浏览器版本过旧时请先更新。
page-private = 全部在您的手机上计算，不会发送任何信息。
page-new-version = 新版本已就绪。
page-update = 立即使用
page-copied = 已复制
page-close = 关闭
page-cancel = 取消
page-save = 保存
page-remove = 删除此条件

## what is asked

page-stay = 停留多久？
page-by-days = 天数
page-by-dates = 日期
page-days = 天数
page-from = 第一天（可不填）
page-first-day = 第一天
page-to = 最后一天
page-data = 需要多少流量？
page-by-amount = 直接填流量
page-by-use = 按日常用途估算
page-amount = 全程共需
page-slider = 流量滑块
page-day = 每天用网的程度
page-no-day = 都不像
page-activities = 添加或修改每天的用途
page-hours = （小时）
page-have = 您现在有什么？
page-have-sim = 摩洛哥 SIM 卡
page-own-plan = 国内已有的套餐，例如 5 EUR/1d/500MB（可不填）
page-no-sim = 还没有
page-have-data = 剩余流量
page-have-days = 流量还能用几天
page-state = 号码状态
page-state-active = 正常
page-state-suspended = 已停机
page-state-arrears = 有欠费
page-state-unidentified = 未用本人证件实名登记
page-esim = 手机支持 eSIM
page-resident = 我在摩洛哥居住
page-need-stay = 请填写停留时间。
page-need-data = 请填写所需流量。
page-need-left = 剩余流量和还能用的天数，两项都要填。
page-chips = 其他条件

## the answer

page-answer = 答案
page-card = 给店员看
page-card-title = 出示给店员
page-more-sellers = 更多商家
page-also = 也可以选
page-why-not = 其他套餐为什么不行？
page-mine = 我的价格

## the schedule and the steps

page-what-if = 用得少些或多些
page-schedule = 什么时候买什么
page-calendar = 加入日历
page-calendar-from = 行程第一天（加入日历要用）
page-steps = 续费步骤
page-channel = 在哪里续费
page-usual = 按通常方式
page-channel-shop = 门店或小卖部
page-channel-online = 网上或应用里
page-channel-scratch = 用刮刮卡
page-channel-phone = 拨打代码
page-channel-abroad = 在国外
page-pay = 付款方式
page-pay-cash = 现金
page-pay-card = 银行卡
page-pay-wallet = 手机钱包
page-pay-credit = 话费余额
page-number = 我的号码（只存在这部手机上）
page-reset-ticks = 清除勾选

## questions

page-questions = 常见问题
page-faq-words = 想了解什么？
page-ask = 提问
page-see = 查看说明

## my prices

page-prices = 我的价格
page-prices-text = 在报亭看到的价格不一样？可以在这里改。改后的价格只存在这部手机上，每次计算都会用到。
page-plan-words = 查找套餐
page-no-plan = 没有符合这些字词的套餐。
page-not-here = 不在此价目表中
page-add-plan = 添加套餐
page-change = 修改
page-new-line = 用于哪张 SIM 卡
page-new-name = 名称
page-new-data = 流量，例如 5GB
page-new-days = 有效天数
page-price = 价格
page-need-price = 请填写价格。
page-own-source = 本人所见
page-forget = 删除我的价格
page-saved = 已保存，之后的计算都会用到。
page-not-kept = 手机无法保存，关闭页面后失效。
page-unknown-plans = 已保存，但此价目表中没有这些套餐：
page-export = 导出我的价格
page-import = 导入我的价格
page-choose = 使用其他价格表（CSV）
page-catalogue = 正在使用的价格表：
page-built-in = 恢复内置价格
page-built-in-used = 已恢复内置价格。
page-problem = 问题
page-problem-line = 行
page-problem-column = 列

## link and command

page-share-title = 链接和命令
page-link-text = 链接里只有您的问题，不含您的价格和号码。
page-copy-link = 复制链接
page-share-link = 分享链接
page-command = 在终端里得到同样的答案
page-own-note = 该命令不含我的价格。
page-copy-command = 复制命令
page-save-json = 把答案存为 JSON
