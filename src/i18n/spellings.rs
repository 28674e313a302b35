//! The words of options in French and Chinese: `--pay espèces` means `--pay cash`.
//!
//! Help lists the English words, and scripts use them. The table is data: an English word, and others for it. One row
//! serves every option that has the English word.

use crate::domain::word::Word;
use crate::guide::plain_name;

/// English word, French words, Chinese words; commas separate several.
const SPELLINGS: &str = include_str!("spellings.tsv");

/// Reads a word of `W` in English, French or Chinese. Case, accents and blanks around it do not matter. `None` if it is
/// not one.
pub fn read_word<W: Word>(text: &str) -> Option<W> {
    let name = plain_name(text);
    W::parse(&name).ok().or_else(|| {
        let mut fitting = rows().filter(|(_, others)| others.iter().any(|other| plain_name(other) == name));
        fitting.find_map(|(english, _)| W::parse(english).ok())
    })
}

/// The English words, each with the others for it.
fn rows() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let rows = SPELLINGS.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let (english, others) = line.split_once('\t')?;
        Some((english, others.split(['\t', ',']).map(str::trim).filter(|word| !word.is_empty()).collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::{Confidence, Form, Kind, Network, Sold};
    use crate::guide::situation::{Channel, Payment, State};
    use std::collections::BTreeSet;
    use std::fmt::Debug;

    #[track_caller]
    fn check<W: Word + Debug + PartialEq>(expected: W, texts: &[&str]) {
        for text in texts {
            assert_eq!(read_word::<W>(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn words_in_three_languages() {
        check(Kind::Pass, &["pass", "PASS", " Pass ", "流量包", "充值套餐", "套餐", "流量套餐"]);
        check(Kind::Contract, &["forfait", "Abonnement", "合约", "月付合约"]);
        check(Kind::Tourist, &["touriste", "pass visiteur", "游客套餐"]);
        check(Form::Sim, &["physique", "carte physique", "实体卡"]);
        check(Kind::Sim, &["carte SIM", "SIM 卡", "SIM卡"]);
        check(Form::Esim, &["eSIM", "e-sim"]);
        check(Form::Both, &["les deux", "都行"]);
        check(Sold::Abroad, &["étranger", "境外"]);
        check(Sold::Shop, &["boutique", "en boutique", "门店", "門店"]);
        check(
            Channel::Shop,
            &["boutique", "BOUTIQUE", "kiosque", "商店", "实体店", "代售点", "小卖部", "hanout", "Épicerie"],
        );
        check(Channel::Scratch, &["carte à gratter", "carte a gratter", "刮刮卡"]);
        check(Channel::Phone, &["téléphone", "电话"]);
        check(Payment::Cash, &["espèces", "especes", "liquide", "现金", "現金"]);
        check(Payment::Card, &["carte", "carte bancaire", "银行卡"]);
        check(Payment::Credit, &["crédit", "话费"]);
        check(State::Suspended, &["suspendue", "suspendu", "停机"]);
        check(State::Arrears, &["impayé", "impayée", "impayées", "欠费"]);
        check(State::Unidentified, &["non identifiée", "未实名"]);
        check(Network::G4, &["4g", "4G", "４G"]);
        check(Confidence::Medium, &["moyenne", "中"]);
        assert_eq!(read_word::<Kind>("boutique"), None);
        assert_eq!(read_word::<Payment>("carte à gratter"), None);
        assert_eq!(read_word::<Kind>(""), None);
    }

    /// The English words of the options that read spellings.
    fn english() -> BTreeSet<&'static str> {
        fn words<W: Word>() -> impl Iterator<Item = &'static str> {
            W::ALL.iter().map(|value| value.word())
        }
        words::<Kind>()
            .chain(words::<Form>())
            .chain(words::<Sold>())
            .chain(words::<Channel>())
            .chain(words::<Payment>())
            .chain(words::<State>())
            .chain(words::<Confidence>())
            .collect()
    }

    #[test]
    fn every_word_has_spellings() {
        let with_spellings: BTreeSet<_> = rows().map(|(english, _)| english).collect();
        let missing: Vec<_> = english().difference(&with_spellings).copied().collect();
        assert_eq!(missing, Vec::<&str>::new(), "no spellings");
    }
}
