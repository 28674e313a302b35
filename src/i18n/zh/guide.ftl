## Headings

guide-title = { $operator }：{ $channel }续费，{ $payment }
guide-title-bill = { $operator }：{ $channel }缴费，{ $payment }
channel-online = 网上
channel-shop = 到店
channel-own-shop = 到运营商门店
channel-scratch = 用刮刮卡
channel-phone = 打电话
channel-abroad = 从国外
payment-card = 银行卡支付
payment-wallet = 电子钱包支付
payment-cash = 现金支付
payment-credit = 话费支付
part-say = 说什么、给对方看什么
part-checklist = 续费之前
part-steps = 步骤
part-check = 成功了吗？
part-trouble = 没有成功怎么办
part-sources = 资料来源
unverified = { $text }（未经核实）
dirhams = { $amount } 迪拉姆
source-line = { $source }（{ $date }，{ $confidence }）
date-unknown = 日期不详
unverified-source = 未经核实

## Before

before-active = 号码状态正常：能打电话或收短信。运营商会用短信通知变动，请留意。
before-registered = SIM 卡已用证件实名登记：未登记的 { $value } 个月后会被停用。
before-suspended-where = 带证件到{ $value }可当场恢复。
before-arrears-where = 账单缴费渠道：{ $value }。
before-arrears-where-unknown = 该运营商的缴费渠道不详：请到其门店询问。
before-plan-any = 想好要买什么：套餐金额，以及代表上网流量的星号 { $star }（*{ $star }）。
before-balance = 查剩余流量和余额：拨 { $value }，或在应用里看。
before-balance-unknown = 查剩余流量和余额的代码不详：在应用里看，或到店询问。
before-own-number = 记住自己的号码：拨 { $value } 可查。
before-own-number-unknown = 把自己的号码抄下来：目前不知道哪个代码能查本机号码，可以打给朋友看来电显示。
before-card = 准备一张能在境外使用的银行卡，再准备另一种支付方式，以防被拒。
before-card-in-shop = 先问店里能不能刷卡：不是每家都可以。
before-foreign-card = 外国银行卡在应用里{ $value }：请备好现金，以便到店充值。
before-foreign-card-unknown = 是否接受外国银行卡不详：请备好现金，以便到店充值。
before-wallet = 手机上装好 { $value }，余额充足，并记得 PIN 码。
before-wallet-code = 电子钱包的代码是 { $value }。
before-wallet-unknown = 该运营商的电子钱包不详：请用银行卡或现金。
before-cash = { $amount ->
    [unsaid] 带够迪拉姆现金，最好是小额纸币。
    [unknown] 带上迪拉姆现金；套餐价格不详，请先问清。
   *[other] 带上 { $amount }，最好是小额纸币。
}
before-doubled = { $from_dh } 迪拉姆起的 *{ $star } 充值常有流量翻倍的促销：付款之前先问。
before-id = 带上{ $value }：可能要出示。

## Online

online-open = 打开应用 { $app } 或网站 { $website }；流量用完时请连 Wi-Fi。
online-menu = 进入充值页面（{ $value }）。
online-choose = { $plan ->
    [unsaid] 选择上网套餐（*{ $star }）：日、周或月套餐，以及数量。
   *[other] { $star ->
        [unsaid] 选择 { $plan }（{ $amount }）。
       *[other] { $data ->
            [1] 选择上网流量（*{ $star }），金额 { $amount }：{ $plan }。
           *[other] 选择 *{ $star }，金额 { $amount }：{ $plan }。
        }
    }
}
online-pay-card = 用银行卡支付：卡号、有效期、安全码；按银行的要求确认。
online-ways = 可用的支付方式：{ $ways }。付款页面属于 { $processor }。
online-pay-wallet = 页面若支持，就用 { $value }（或全国通用的 m-wallet）支付：先看余额，再输入 PIN 码。否则用银行卡。
online-pay-wallet-unknown = 页面若支持电子钱包就用它，否则用银行卡。
online-check-order = { $data ->
    [1] 提交前核对：号码、金额，并确认是上网流量（Internet），不是话费。
   *[other] 提交前核对：号码、金额和套餐。
}
online-confirm = 提交订单，等待短信。

## Shop

shop-go = 找一家代售点：{ $value }。问问路人，或查地图。
shop-go-outlets = 该运营商另有：{ $value }。
shop-supermarkets = 可充值的超市：{ $value }。
shop-least = 店里充值 { $value } 迪拉姆起。
shop-bank-machines = 银行自动柜员机可充值，{ $min_dh } 迪拉姆起：{ $banks }。
shop-go-unknown = 到运营商门店：问问路人，或查地图。
shop-rural = 出城之前先充好：城外不容易充值。
shop-show-number = 把号码显示在手机屏幕上给店员看，并核对对方输入的号码。
shop-pay-cash = 付现金。
shop-pay-card = 问能不能刷卡；不能就付现金。
shop-pay-wallet = 问能不能用 { $value } 付款；不能就付现金。
shop-pay-wallet-unknown = 问能不能用电子钱包付款；不能就付现金。
shop-receipt = 保留小票。
shop-wait-sms = 收到短信再离开。

## Scratch card

scratch-buy = 买一张本运营商的刮刮卡，面值 { $min } 到 { $max } 迪拉姆。
scratch-buy-values = 买一张本运营商的刮刮卡，面值有 { $value } 迪拉姆。
scratch-amount = { $amount ->
    [unknown] 套餐价格不详：请问店员。
   *[other] 买一张面值 { $amount }的：面值决定得到哪种套餐。没有这种面值时，请店家直接充值。
}
scratch-open = 轻轻刮开涂层，看清密码。
scratch-send = 发短信到 { $number }，或拨打该号码：先输密码，再输 * 和 { $star }。卡上也印有用法。
scratch-send-unknown = 按卡上印的用法操作。
scratch-example = 短信内容例如：{ $value }
scratch-dial-star = 要买 *{ $star } 套餐，拨 { $code }，把 CODE 换成卡上的密码。
scratch-dial-star-unknown = 用刮刮卡时怎样输入 *{ $star } 不详：看卡上的说明，或请店员加上。
scratch-dial-plain = 不加 * 和数字时是 { $value }：到账的是话费。
scratch-call = 运营商另有可拨打的充值号码：{ $value }。
scratch-star-matters = 别忘了 *{ $star }：不加它，钱会变成话费，而不是套餐。
scratch-keep = 流量可用之前，把卡留好。

## Bill of a monthly plan

bill-not-recharge = 这是月付合约套餐：要缴的是账单，不是充值。
bill-open = 进入账单页面，选择本号码的账单。
bill-where = 缴费渠道：{ $value }。
bill-where-unknown = 该运营商的缴费渠道不详：请到其门店询问。
bill-confirm = 等待缴费成功的短信或收据。

## Check

check-sms = 收到确认短信，请保留。
check-balance = 新余额已显示：拨 { $value }，或在应用里看。
check-balance-unknown = 应用里显示新余额。
check-page = 关掉 Wi-Fi，网页能打开。
check-end-date = 记下新的到期日。
check-border = 在东部边境的 { $place } 附近请关闭漫游：手机可能会搜到阿尔及利亚的网络。

## Trouble

trouble-wait = 通常{ $value }生效。
trouble-restart = 开关一次飞行模式，或重启手机。
trouble-refused = 支付被拒时，换个网络、过一会儿再试或换一张卡；还不行就带现金去代售点。
trouble-receipt = 带着小票回去找店员。
trouble-credit = 如果到账的是话费而不是套餐，很可能漏了星号 *{ $star }：重新购买之前先问客服能否补救。
trouble-apn = 余额正常却打不开网页时，检查手机的接入点（APN）是否为 { $apn }。
trouble-apn-login = 用户名是 { $user }，密码是 { $password }。
trouble-care-language = 客服使用的语言：{ $value }。
care = 客服电话：{ $value }。
care-price = 每次通话 { $value } 迪拉姆。
care-other-phones = 用其他电话拨打：{ $value }。
care-from-abroad = 从国外拨打客服：{ $value }。
care-whatsapp = 客服 WhatsApp：{ $value }。
care-contract = 合约套餐客服：拨打 { $call }，用其他电话拨 { $other_phones }，漫游时拨 { $roaming }。
care-brand = 它的客服 WhatsApp：{ $whatsapp }；人工服务时间 { $from_hour } 点到 { $to_hour } 点。
care-unknown = 客服电话不详：请到店询问。

## Terms

term-agencies = 运营商营业厅
term-operator-shops = 运营商门店
term-small-groceries = 小杂货店（hanout）
term-tobacco-kiosks = 售烟亭
term-phone-shops = 手机店
term-online-payment = 网上支付
term-partner-banks = 合作银行（网银或自动柜员机）
term-direct-debit = 自动扣款
term-may-be-refused = 可能被拒
term-passport = 护照
term-minutes = 几分钟
term-half-an-hour = 半小时以内
term-french-only = 只有法语

## Phone and abroad

before-unidentified = SIM 卡还没有实名登记：先到运营商门店登记。
before-unidentified-id = 带上{ $value }去登记。
identify-page = 运营商的实名登记页面：{ $value }。
identify-in-app = 也可以在应用里扫描证件登记：{ $value }。那里是否接受护照不详。
before-unidentified-cut = 不要拖延：未登记的 SIM 卡 { $value } 个月后会被停用。
before-credit = { $amount ->
    [unsaid] 号码里要有足够买套餐的话费。
    [unknown] 号码里要有话费；套餐价格不详，请先问清。
   *[other] 号码里要有 { $amount } 话费。
}
phone-call = 拨打 { $number }：运营商称可用它购买上网套餐。
phone-unproven = 目前只能确认它适用于 { $line }，是否适用于您的 SIM 卡不详：确认之前请听清语音内容。
phone-choose = 选择上网套餐；确认之前先听清价格和扣款方式（很可能扣话费）。
abroad-reseller = 看代充商是否支持您的运营商，例如：{ $value }。
abroad-own = 仅在{ $country }：{ $reseller } 可代充，{ $min_dh } 迪拉姆（{ $min_eur } EUR）起。
abroad-reseller-unknown = 国外的代充商不详：请当地的人帮您的号码充值。
abroad-amount = { $amount ->
    [unsaid] 选择金额。
    [unknown] 选择金额；套餐价格不详。
   *[other] 选择金额：{ $amount }。
}
abroad-dearer = 价格会比当地贵 { $min }% 到 { $max }%。
abroad-sells = 到账的很可能是{ $value }：没有见到代充商卖流量。付款之前先问清。
abroad-data = 到账的是流量还是话费不详：付款之前先问代充商。
trouble-wait-abroad = 通常{ $value }到账。
trouble-phone = 号码打不通或没有套餐可选时，请到店。
term-minutes-to-a-day = 几分钟到一天

## What to say at the counter

say-card-french = 法语：“Bonjour, une carte de recharge { $operator } de { $amount } dirhams, s’il vous plaît.”
say-card-darija = 摩洛哥阿拉伯语：“Salam, 3afak wahed l-carte dyal recharge { $operator } dyal { $amount } dirham.”
say-card-arabic = 给对方看：«سلام، عافاك واحد لاكارط ديال الروشارج { $operator } ديال { $amount } درهم.»
say-card-meaning = 意思是：“您好，请给我一张 { $amount } 迪拉姆的 { $operator } 充值卡。”

## A need and its dates

part-dates = 什么时候买
dates-end = 可用到{ $when }。

## Monthly plans and digital brands

before-bill-any = 弄清要缴多少：最近一张账单或短信里有。
before-bill-cycle = 账期从每月的 { $days } 日开始；{ $plan } 从启用起算 { $plan_days } 天。
before-bill-first = { $from_dh } 迪拉姆起的套餐，首张账单还包括账期开始之前的天数。
before-brand-cycle = 每月 { $first_renewal } 日续订的套餐在 { $first_charge } 日扣款；{ $second_renewal } 日续订的在 { $second_charge } 日扣款。
fair-use = { $plans_dh } 迪拉姆套餐的“不限量”是指 { $gb } GB，之后限速。
before-balance-voice = 或拨打 { $number }：语音会用{ $language }报余额。
before-balance-other = 或拨打 { $call }，或拨 { $menu } 进入菜单。
brand-is = { $brand } 是线上品牌：在网上管理和付款，不用充值。
brand-open = 打开 { $value }。
brand-language = 网站有{ $value }。
brand-choose = 打开自己的套餐，选择付款或续订。
brand-bill-where = 账单在网上支付：{ $value }。
brand-pay = 首张账单可用：{ $value }；以后的账单不详。
brand-pay-unknown = 该品牌的付款方式不详：提交之前页面会列出。
check-bill = 账单显示为已缴。
check-next-bill = 记下下一张账单的日期。

## What differs between operators

online-page = 该页面的网址：{ $value }。
online-cashback = 看是否仍有运营商宣传过的账单和充值返还 { $value }%，以及适用于哪种付款方式。
shop-touch = 如果有运营商的 NFC 卡（{ $year } 年售价 { $card_dh } 迪拉姆）或贴纸（{ $sticker_dh } 迪拉姆），在店家设备上碰一下即可，不必报号码。
trouble-care-channels = 客服的其他渠道：{ $value }。
trouble-care-abroad = 从国外可打总部电话：{ $value }。
term-english-site = 英文版
term-bank-card = 银行卡
term-whatsapp-service = WhatsApp
term-relation-centres = 客户服务中心
term-portal = 它的门户网站
term-without-commitment = 没有期限约束
term-card-terminals = 刷卡终端
term-call-credit = 话费
term-spain = 西班牙
term-arabic = 阿拉伯语
term-french = 法语

## Kinds of sources

term-chinese-guide = 一份未注明日期的摩洛哥 SIM 卡续费中文指南
term-app-contacts = 一款手机应用里的示例联系人
term-own-conditions = 运营商自己的条款
term-own-page = 运营商自己的网页
term-phone-settings = 手机设置列表
term-reseller = 代充商
term-phone-app = 一款查余额的手机应用
term-travel-guide = 旅行指南
term-independent-guide = 第三方指南
term-press = 媒体报道
term-several-sources = 多个来源一致
term-regulator = 监管机构
term-own-page-copy = 运营商网页的副本
term-own-brochure-copy = 运营商宣传册的副本
term-volunteers-blog = 一位志愿者的博客
term-old-travel-sites = 旧的旅行网站
term-catalogue-transcription = 运营商产品目录的抄录
term-app-identifiers = 运营商应用列表
term-travel-report = 旅行者的记录
trouble-refused-abroad = 支付被拒时，换一张卡或换一家代充商，或请当地的人帮您充值。
bill-where-shop-unknown = 哪些店可以代缴该运营商的账单不详：请到其门店询问。已知的只有应用 { $value }。
before-arrears-bill = 这个号码有未缴的账单：全部缴清之后才能恢复使用。
term-brand-app = 或它的应用
care-of-operator = { $operator } 的客服电话：{ $value }；是否受理 { $brand } 不详。
guide-title-brand = { $operator }：{ $channel }付款或续订，{ $payment }
before-brand-wallet-unknown = 能否用电子钱包给该品牌付款不详：请备好银行卡。
check-data-end = 按您的用量，流量可用到{ $end }；短信里的有效期可能更晚。
trouble-card = 带着刮刮卡回去找店员。
trouble-blocked = 输错 { $wrong_codes } 次密码后充值会被锁定：拨打 { $call }，用其他电话拨 { $other_phones }。
trouble-apn-bill = 账单已缴却打不开网页时，检查手机的接入点（APN）是否为 { $apn }。
shop-supermarkets-unknown = 超市是否卖充值不详：到收银台问一问。
scratch-language = 拨打时的语音只有：{ $value }。发短信更方便。

## What is bought

plan-includes = { $data ->
    [unsaid] {""}
    [unknown] 流量不详
   *[other] { $data }
}{ $minutes ->
    [unsaid] {""}
   *[other] { $data ->
        [unsaid] { $minutes }
       *[other] 、{ $minutes }
    }
}，{ $validity ->
    [unknown] 有效期不详
   *[other] 有效期 { $validity }
}
included-minutes = { $count } 分钟通话
unlimited-minutes = 通话不限量（商家标称）
dates-item = { $when ->
    [unsaid] {""}
   *[other] { $when }：
}{ $plan }，{ $price ->
    [unknown] 价格不详
   *[other] { $price }
}{ $star ->
    [unsaid] {""}
   *[other] {"，"}星号 *{ $star }
}{ $includes ->
    [unsaid] {""}
   *[other] ；{ $includes }
}
dates-bills = { $price ->
    [unknown] 每月一张账单，金额不详，共 { $count } 张，首张：{ $when }
   *[other] 每月一张账单，每张 { $price }，共 { $count } 张，首张：{ $when }
}
before-plan = 要买的是 { $plan }：{ $price ->
    [unknown] 价格不详
   *[other] { $price }
}，{ $includes }（{ $seen ->
    [unknown] 价格日期不详
   *[other] 价格日期：{ $seen }
}）。
before-bill = 您的合约套餐是 { $plan }：{ $price ->
    [unknown] 价格不详
   *[other] 每月 { $price }
}，{ $includes }（{ $seen ->
    [unknown] 价格日期不详
   *[other] 价格日期：{ $seen }
}）。
other-amounts = 其他几次购买的金额或星号不同：见“什么时候买”。

## The state of the line

part-state = 先让号码可用
state-nothing-left = 号码恢复之前，卡上剩余的流量和余额都用不了，不能算在内。
before-suspended = 号码已停机。先到运营商门店或找客服恢复：恢复之前充值不会到账。
state-suspended-abroad = 号码已停机，要先恢复：问客服在国外能否办理。恢复之前充值不会到账。
state-arrears-prepaid = 预付费号码没有账单：欠的是运营商垫付的话费。
state-arrears-advance = 垫付的 { $minutes } 分钟通话或 { $mb } MB 流量（{ $days } 天内有效），下次充值时扣回。
state-arrears-unknown = 这家运营商垫付多少、怎样扣回不详：请问客服欠多少。
state-arrears-more = 先充值还清欠款，等短信到了再买套餐：否则扣款之后余额不够买套餐。未缴的账单属于合约套餐，与这个号码无关。
state-unidentified-abroad = SIM 卡还没有实名登记：要先登记。
state-unidentified-abroad-unknown = 在国外能否办理不详：请问客服。
care-abroad-unknown = 从国外可拨打的客服电话不详：请在应用 { $app } 或网站 { $website } 上联系客服。

## The first SIM

guide-title-sim = { $operator }：先买 SIM 卡，再{ $channel }充值，{ $payment }
guide-title-sim-only = { $operator }：{ $channel }买 SIM 卡，{ $payment }
part-checklist-first = 买第一个套餐之前
part-checklist-bill = 缴费之前
part-sim = 先买 SIM 卡
sim-buy = 买 { $plan }：{ $price ->
    [unknown] 价格不详
   *[other] { $price }
}{ $includes ->
    [unsaid] {""}
   *[other] {"，"}{ $includes }
}。
sim-esim-phone = 手机要没有网络锁，并且支持 eSIM：付款之前在设置里找“eSIM”或“EID”。
sim-form-choice = 有实体卡和 eSIM 两种：告诉店员要哪一种。eSIM 需要手机支持。
sim-where-shop = 到 { $operator } 的门店买：问问路人，或查地图。{ $buy ->
    [unsaid] {""}
   *[other] 目录中写的购买处：{ $buy }。
}
sim-where-online = 在网上买。{ $buy ->
    [unsaid] {""}
   *[other] 目录中写的购买处：{ $buy }。
}
sim-where-both = 到 { $operator } 的门店买，也可以在网上买。{ $buy ->
    [unsaid] {""}
   *[other] 目录中写的购买处：{ $buy }。
}
sim-airport = { $place } 机场到达出口前有运营商的柜台：先和这里的价格比一比。
sim-document = 备好{ $value }：实名登记时要用。
sim-registered = 店员会用您的姓名和证件号码登记这张卡，您要签合同。请核对登记的是本人姓名。
sim-not-active = 不要买已经激活的卡：它登记在别人名下，随时可能被停用。
sim-say-french = 法语：“Bonjour, je voudrais { $esim ->
    [1] une eSIM prépayée
   *[other] une carte SIM prépayée
} { $operator }, s’il vous plaît. Voici mon passeport.”
sim-say-darija = 摩洛哥阿拉伯语：“Salam, bghit { $esim ->
    [1] wahed l-eSIM
   *[other] wahed la carte SIM
} dyal { $operator }, 3afak. Ha l-passeport dyali.”
sim-say-arabic = 给对方看：«سلام، بغيت { $esim ->
    [1] eSIM
   *[other] لاكارط SIM
} ديال { $operator }، عافاك. ها الباسبور ديالي.»
sim-say-meaning = 意思是：“您好，我要一张 { $operator } 的预付费{ $esim ->
    [1] {" "}eSIM
   *[other] {" "}SIM 卡
}，这是我的护照。”
sim-insert = 插入 SIM 卡，输入卡托上的 PIN 码，等到手机显示运营商名称并收到短信。
sim-install = 连上 Wi-Fi，在设置里扫描二维码，等到手机显示运营商名称并收到短信。二维码要留好：手机重置之后还要用。
sim-insert-or-install = 插入实体卡并输入 PIN 码，或连上 Wi-Fi 扫描 eSIM 的二维码。等到手机显示运营商名称并收到短信。
sim-test = 离店之前先试一试：请店员打给您，您再打回去。
sim-papers = 留好小票，还有印着 PIN 码、PUK 码和号码的卡托。
sim-papers-esim = 留好小票，还有印着号码、PIN 码和 PUK 码的单据。
shop-same-counter = SIM 卡一通，就在同一个柜台买套餐。
sim-own-number = 查本机号码：拨 { $value }，并抄下来。
sim-own-number-unknown = 号码印在卡托上：抄下来。目前不知道哪个代码能查本机号码。
sim-balance = 查剩余流量和余额：拨 { $value }。

## Monthly plans: terms

part-contract = 合约须知
contract-papers-asked = 运营商要求提供{ $value }。
contract-papers = 在运营商自己的门店，曾凭{ $value }办成。
contract-papers-resident = 只对居民开放：去之前先问清要带哪些证件，例如居留证。
contract-papers-unknown = 要哪些证件不详：签约之前先问凭护照能不能办。
contract-fee = 开通费 { $fee }，只收一次。
contract-fee-none = 目录中写明没有开通费。
contract-fee-months = 开通费相当于 { $fee_months } 个月的月费，含 SIM 卡。
contract-fee-unknown = 开通费不详：签约之前先问清。
contract-cycle-unknown = 哪天出账单不详：请问清并记下。
contract-notice = 退订 { $leave_days } 天后生效：离开之前要提早办理。
contract-notice-unknown = 退订要提前多久不详：签约之前问清，最好有书面说明。
before-contract = 运营商的条款：{ $value }。
contract-terms-unknown = 有没有最短期限不详：签约之前先问清。
before-left-in-app = 在应用或网站里查看剩余量：查余额的代码只适用于预付费号码。

## Travel eSIM

guide-title-esim = { $operator }：旅行 eSIM，{ $channel }购买，{ $payment }
part-checklist-esim = 购买之前
esim-unlocked = 手机没有网络锁：有锁的手机只能用原运营商的卡。
esim-capable = 手机支持 eSIM：设置里有“eSIM”或能看到 EID。
esim-card = 备好银行卡或手机钱包：要在网上付款。
esim-buy = 连上 Wi-Fi，在 { $seller } 的应用或网站购买。付款之前核对国家、流量和天数。
esim-when = 出发之前买好装好，或落地后连 Wi-Fi 再装。看清天数从安装起算还是从首次使用起算。
esim-install = 在设置里“添加 eSIM”并扫描二维码，或直接在应用里安装。二维码只能用一次：不要删除这个 eSIM。
esim-label = 给这条线路起个名字，并选它为移动数据线路。
esim-roaming = 只为这条线路打开数据漫游；国内卡的数据漫游要关掉。
esim-home-sim = 国内的卡保持开机，用来接电话和收短信，例如银行验证码。接电话可能要付漫游费。
esim-top-up = 到了上面的日期，在同一个应用里再买。
esim-top-up-if-needed = 不够用时，在 { $seller } 的同一个应用里再买。
esim-trouble-line = 检查这条线路是否已打开、是否选为移动数据线路、数据漫游是否已打开。
esim-trouble-apn = 网页打不开时，填入 { $seller } 应用里给出的接入点（APN）。
esim-care = 还是不行，就在应用里联系 { $seller }，附上设置的截图：当地门店帮不上忙。

## The account and the card

online-create-account = 第一次要先注册：输入 SIM 卡的号码和短信验证码，再设密码。新卡没有现成的密码。
online-sign-in = 以后用手机号和密码登录。忘记密码，可通过短信或邮箱重设。
online-tie-card = 应用可能会让您绑定银行卡：先用小额试一次；别人的手机上不要绑卡。
before-foreign-card-elsewhere = 国外的代充商收外国银行卡，但价格更高：{ $value }（--channel abroad）。也可以在银行取现金，到代售点付款。
before-wallet-visitor = 游客：{ $value }。
before-wallet-visitor-unknown = 游客能否开通这个电子钱包不详：打算用它之前，先带护照到营业厅问清。
before-left-abroad = 在应用里查看剩余量：查询代码只在该运营商的网络里有效。
check-data-end-esim = 按您的用量，流量可用到{ $end }；卖家应用里的到期日可能更晚。
check-receipt-abroad = 代充商在应用或邮件里已确认：请保留。
check-balance-abroad = 连上 Wi-Fi，在运营商的应用里能看到新余额。
abroad-number = 输入带国家代码 { $value } 的号码，并核对显示的运营商。

## What to say or show

shop-where-sold = 这个套餐不能用充值购买。{ $buy ->
    [unknown] 购买处不详：请到运营商门店询问。
   *[other] 购买处：{ $buy }。
}
shop-say = { $star ->
    [unsaid] 告诉店员号码和套餐名称，可以说法语：“{ $plan }, s’il vous plaît.”
   *[other] { $amount ->
        [unsaid] 说出或出示号码、金额和星号 *{ $star }：要说的话见下文。
        [unknown] 说出或出示号码和星号 *{ $star }，并问清价格：要说的话见下文。
       *[other] 说出或出示号码、金额（{ $amount }）和星号 *{ $star }：要说的话见下文。
    }
}
say-for = { $plan }（{ $price ->
    [unknown] 价格不详
   *[other] { $price }
}）：
say-french = 法语：“Bonjour, une recharge de { $amount } dirhams, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, pour le { $number }, s’il vous plaît.”
say-darija = 摩洛哥阿拉伯语：“Salam, 3afak wahed r-recharge dyal { $amount } dirham, étoile { $star }{ $data ->
    [1] , internet
   *[other] {""}
}, l had nnemra: { $number }”
say-arabic = 给对方看：«سلام، عافاك واحد الروشارج ديال { $amount } درهم، إيتوال { $star }{ $data ->
    [1] ، أنترنيت
   *[other] {""}
}، لهاد النمرة: { $number }»
say-meaning = 意思是：“您好，请给 { $number } 这个号码充 { $amount } 迪拉姆，星号 { $star }{ $data ->
    [1] {"，"}上网流量
   *[other] {""}
}。”{ $gaps ->
    [1] 请填好“…”的地方。
   *[other] {""}
}
bill-say = 告诉店员号码，说要缴账单：要说的话见下文。
say-bill-french = 法语：“Bonjour, je voudrais payer ma facture pour le { $number }, s’il vous plaît.”
say-bill-darija = 摩洛哥阿拉伯语：“Salam, 3afak bghit nkhelles l-facture dyal had nnemra: { $number }”
say-bill-arabic = 给对方看：«سلام، عافاك بغيت نخلص لافاكتور ديال هاد النمرة: { $number }»
say-bill-meaning = 意思是：“您好，我想缴 { $number } 这个号码的账单。”{ $gaps ->
    [1] 请填好“…”的地方。
   *[other] {""}
}

## The counter card: labels in the languages of the seller

card-number = Numéro · النمرة
card-amount = Montant (DH) · المبلغ
card-amount-star = { card-amount } — { card-star }
card-star = Étoile · إيتوال

## What differs if it is bought online, or if the line is new

before-foreign-card-online = 外国银行卡{ $value }：请再备一张卡。
before-foreign-card-online-unknown = 是否接受外国银行卡不详：请再备一张卡。
sim-test-online = 试一试：关掉 Wi-Fi 打开网页，再打一个电话。
sim-papers-online = 留好订单，还有写着号码、PIN 码和 PUK 码的单据。
sim-own-number-unknown-esim = 把号码抄下来：eSIM 的单据上有。目前不知道哪个代码能查本机号码。
online-where-sold = { $plan } 不在充值页面上买。{ $buy ->
    [unknown] 购买处不详：请问客服。
   *[other] 购买处：{ $buy }。
}
before-subscribe = 要签的是 { $plan }：{ $price ->
    [unknown] 价格不详
   *[other] 每月 { $price }
}，{ $includes }（{ $seen ->
    [unknown] 价格日期不详
   *[other] 价格日期：{ $seen }
}）。
subscribe-where = { $plan } 是新号码的月付合约。{ $buy ->
    [unknown] 购买处不详：请到运营商门店询问。
   *[other] 购买处：{ $buy }。
}
subscribe-say = 告诉店员要哪种合约：要说的话见下文。
subscribe-sign = 签约之前看清费用、出账日和退订的提前期。合同要留一份。
subscribe-bills = 之后每月有一张账单。
guide-title-subscribe = { $operator }：{ $channel }办理月付合约，{ $payment }
say-plan-french = 法语：“Bonjour, je voudrais { $plan }, s’il vous plaît.”
say-plan-darija = 摩洛哥阿拉伯语：“Salam, bghit { $plan }, 3afak.”
say-plan-arabic = 给对方看：«سلام، بغيت { $plan }، عافاك.»
say-plan-meaning = 意思是：“您好，我要 { $plan }。”
trouble-refused-online = 支付被拒时，换个网络、过一会儿再试或换一张卡。

## More terms

term-internet = 上网流量
term-sms-pass = 短信
term-calls-and-some-data = 通话和少量流量
term-national-calls = 国内通话
term-national-and-international-calls = 国内和国际通话
term-all-in-one = 全包：流量、通话、短信
term-social-networks-only = 仅社交网络
term-social-networks = 社交网络
term-roaming-several = 漫游（多项服务）
term-roaming-africa = 非洲漫游
term-roaming-internet = 漫游上网
term-roaming-internet-recharge = 漫游上网充值
term-gaming = 游戏
term-entertainment = 娱乐
term-calls-and-internet = 通话和上网
term-unlimited-internet = 商家标称不限量上网
term-internet-by-the-hour = 按小时上网
term-credit-for-its-offers = 购买其套餐的余额
term-unlimited-calls-to-its-own-network = 商家标称网内不限量
term-roaming = 漫游
term-international-calls = 国际通话
term-one-balance-for-all = 一个余额通用
term-national-calls-and-sms = 国内通话和短信
term-reduced-speed = 降速
term-national-card-copy = 摩洛哥身份证（CIN）复印件
term-advert = 广告
