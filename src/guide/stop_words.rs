//! Words that say little about the topic of a question, in every language: in lower case and without accents.

/// Whether a word says nothing about the topic, such as `the` or a bare number.
pub fn is_small(word: &str) -> bool {
    is_in(&SMALL, word) || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word does not distinguish two questions, such as `SIM`, or is often about something else, such as `visa`.
pub fn is_common(word: &str) -> bool {
    is_in(&COMMON, word)
}

fn is_in(languages: &[&str], word: &str) -> bool {
    languages.iter().any(|words| words.split_whitespace().any(|other| other == word))
}

/// The small and the common words of Chinese.
pub fn in_chinese<'a>() -> impl Iterator<Item = &'a str> {
    [SMALL[2], COMMON[2]].into_iter().flat_map(str::split_whitespace)
}

/// Words without a topic, in English, French and Chinese.
const SMALL: [&str; 3] = [
    "a about after again ago all already also always am an and another any anything are as ask asked asking \
     at be because been being but by can cannot could d day days did do does doing don done every everything \
     few find for from get gets getting give given go goes going gone got had happen happened happens has \
     have having he hello help her here hi his hour hours how i if in into is it its itself just keep keeps \
     kind know last let like ll longer m make makes many may maybe me mean means might mine month more most \
     much must my myself need needed needs never new next no not nothing now of off on once one only or other \
     our out please possible put really right same say s see she should show shows so some somebody someone \
     something soon start still such sure t take takes tell than thank thanks that the their them then there \
     they thing things this those time times to today tomorrow too tried try trying under until up us use \
     used using ve very want wanted wants was way we week weeks well went were what when where whether which \
     while who whole why will with within without won would year years yes yesterday yet you your allow \
     allowed require required recognise recognize necessary both come comes coming back become becomes \
     becoming usage difference between spot ever even far own often usually difficult easy enough option \
     options reason ok okay tip tips explain stay staying bring check checking view learn says said occurred \
     occurs",
    "a ai ait alors apres as au aussi autre autres aux avant avec avez avoir avons beaucoup bien bonjour bout \
     c ca ce cela ces cet cette chaque chez combien comment d dans de deja depuis des dire dit dois doit donc \
     du elle elles en encore entre es est et etait ete etes etre eu eux faire fais fait faites faut font \
     heure heures hier ici il ils j jamais je jour jours juste l la le les leur leurs lors lui m ma mais me \
     meme merci mes mettre mien moi mon n ne ni nos notre nous on ont ou par pas passe pendant peu peut \
     peuvent peux plus plutot pour pourquoi pourrait pouvez puis pourrais qu quand que quel quelle quelles \
     quelqu quelque quelques quels qui quoi rien s sa sans savoir se semaine semaines sera si sinon son sont \
     sous suis sur t ta te tes ton toujours tous tout toute toutes tres trop tu un une utiliser va vais veut \
     veux voir voici vont vos votre voudrais vous vraiment y presenter proposer propose difference revenir \
     reviens souvent pareil sert servent signifie signifient necessaire obligatoire autorise comprendre \
     expliquer eviter besoin aide aider consulter verifier connaitre",
    "的 了 吗 呢 吧 啊 呀 我 我的 我们 你 你们 您 他 她 它 自己 人 有人 大家 是 是不是 不是 有 有没有 没有 没 \
     不 在 还在 和 跟 与 或 就 也 都 还 还是 很 太 最 更 再 又 才 只 要 要不要 需要 必须 想 能 能不能 不能 \
     可以 可不可以 会 会不会 不会 怎么 怎么办 怎么样 怎样 如何 为什么 什么 什么样 哪 哪里 哪个 哪些 哪家 谁 \
     多少 几 几个 个 一 一个 一张 张 这 这个 那 那个 这里 那里 到 去 来 从 把 被 给 让 用 使用 得 地 着 过 \
     如果 因为 所以 但是 但 而 请问 请 谢谢 你好 时候 现在 今天 明天 天 年 月 小时 以后 之后 后 前 之前 里 上 \
     下 中 一下 应该 知道 告诉 问题 办 做 弄 对 啦 么 每 次 一次 已经 一直 自动 全部 所有 新 旧 钱 变 加 帮 \
     带 总是 找 说 分辨 区别 回来 还能 续 查 查询 查看 看 开 付",
];

/// Words of many topics, in English, French and Chinese.
const COMMON: [&str; 3] = [
    "sim sims card cards phone phones mobile number numbers line lines data internet gb mb pass passes plan \
     plans package bundle recharge recharged recharging recharges topup top topped topping buy buying bought \
     paid visa lost renew renewed renewing renewal morocco moroccan maroc inwi orange telecom iam operator \
     operators work works working network code account calls call money amount dirham dirhams dh mad",
    "carte cartes puce puces telephone telephones portable mobile numero numeros ligne lignes donnees \
     connexion go mo forfait forfaits pass recharge recharger recharges rechargeant acheter achat achete paye \
     perdu perdue perdus perdues renouveler renouvellement maroc marocain marocaine operateur operateurs \
     marche marchent fonctionne fonctionner reseau code compte argent montant appel appels",
    "卡 电话卡 手机卡 手机 手机号 电话 号码 号 流量 数据 上网 网络 套餐 充值 充钱 充 续费 买 购买 买卡 付 丢 \
     丢了 摩洛哥 运营商 代码 账户",
];
