//! Short notations for plans and questions in tests. The programs in `tests/` include this file too
//! (`tests/common/model.rs`), so it refers to the domain only as `super`.
#![allow(dead_code, reason = "each test program uses its part")]

use super::comparison::{Comparison, Offer, compare};
use super::currency::Currency;
use super::filters::Filters;
use super::money::Money;
use super::need::Need;
use super::plan::{Allowance, DataPer, Kind, Plan, Quantity, Scope};
use super::prepared::PreparedCatalogue;
use super::rates::{Rate, Rates};
use super::request::{InitialBalance, Question, Request};
use super::slug::Slug;
use super::time::{Stay, Validity, VerifiedOn};
use super::volume::DataVolume;
use super::word::Word;
use jiff::civil::{Date, date};
use std::sync::Arc;

/// The current day in every test.
pub const TODAY: Date = date(2026, 11, 25);

pub fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

pub fn slug(name: &str) -> Slug {
    Slug::parse(name).unwrap()
}

/// Rates against the dirham.
pub fn rates() -> Rates {
    let mut rates = Rates::new(currency("MAD"));
    for (code, rate) in [("USD", "9.7677"), ("EUR", "10.9457"), ("GBP", "12.9220"), ("CNY", "1.45749")] {
        rates.set(Rate::parse(currency(code), rate, None, None).unwrap()).unwrap();
    }
    rates
}

/// A plan of the line `l`, written as `id kind price`, then any of `5GB`, `1GB/day`, `unlimited`, `30d`, `60min`,
/// `anyminutes`, `max2`, `shared`, `line:m`, `fee:50`, `fee:?`, `USD`, `social`, `resident`, `visitor`, `seen:2026-01`.
/// The price `?` is unknown.
pub fn plan(text: &str) -> Arc<Plan> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let [id, kind, price, ref words @ ..] = all[..] else { panic!("no id, kind and price in `{text}`") };
    let code = words.iter().find(|word| word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase()));
    let currency = currency(code.unwrap_or(&"MAD"));
    let kind = Kind::parse(kind).unwrap();
    let mut plan = Plan {
        price: (price != "?").then(|| Money::parse(price, currency).unwrap()),
        setup_fee: (kind == Kind::Contract).then(|| Money::parse("0", currency).unwrap()),
        allowance: (kind == Kind::Sim).then_some(Allowance::Volume(DataVolume::ZERO)),
        verified_on: Some(VerifiedOn::on(TODAY)),
        ..Plan::named(slug(id), slug("l"), slug("o"), id.to_owned().into(), kind)
    };
    for word in words {
        match word.split_once(':') {
            Some(("line", name)) => plan.line = slug(name),
            Some(("operator", name)) => plan.operator = slug(name),
            Some(("fee", "?")) => plan.setup_fee = None,
            Some(("fee", fee)) => plan.setup_fee = Some(Money::parse(fee, currency).unwrap()),
            Some(("credit", credit)) => plan.credit = Some(Money::parse(credit, currency).unwrap()),
            Some(("note", note)) => plan.note = Some(note.to_owned().into()),
            Some(("seen", "?")) => plan.verified_on = None,
            Some(("seen", date)) => plan.verified_on = Some(VerifiedOn::parse(date).unwrap()),
            Some(("form", word)) => plan.form = Some(Word::parse(word).unwrap()),
            Some(("sold", word)) => plan.sold = Some(Word::parse(word).unwrap()),
            Some(("network", word)) => plan.network = Some(Word::parse(word).unwrap()),
            Some(("sure", word)) => plan.confidence = Some(Word::parse(word).unwrap()),
            Some(_) => panic!("`{word}` in `{text}`"),
            None => own_word(&mut plan, word),
        }
    }
    Arc::new(plan)
}

fn own_word(plan: &mut Plan, word: &str) {
    match word {
        "shared" | "separate" => plan.balance = Some(Word::parse(word).unwrap()),
        "resident" | "visitor" => plan.audience = Word::parse(word).unwrap(),
        "social" | "games" => plan.scope = Scope::Only(slug(word)),
        "anyminutes" => plan.minutes = Some(Quantity::Unlimited),
        "data?" => plan.allowance = None,
        "unlimited" => plan.allowance = Some(Allowance::Unlimited),
        _ if word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase()) => {}
        _ => {
            if let Some(daily) = word.strip_suffix("/day") {
                plan.allowance = Some(Allowance::parse(daily).unwrap());
                plan.data_per = DataPer::Day;
            } else if let Some(minutes) = word.strip_suffix("min") {
                plan.minutes = Some(Quantity::parse(minutes).unwrap());
            } else if let Some(most) = word.strip_prefix("max") {
                plan.max_purchases = Some(most.parse().unwrap());
            } else if let Ok(validity) = Validity::parse(word) {
                plan.validity = Some(validity);
            } else {
                plan.allowance = Some(Allowance::parse(word).unwrap());
            }
        }
    }
}

pub fn plans(texts: &[&str]) -> Vec<Arc<Plan>> {
    texts.iter().map(|text| plan(text)).collect()
}

/// A request in dirhams.
pub fn request() -> Request {
    Request::new(currency("MAD"), rates(), TODAY)
}

/// A request in dirhams with other filters.
pub fn filtered(set: impl FnOnce(&mut Filters)) -> Request {
    let mut request = request();
    set(&mut request.filters);
    request
}

/// An amount in dirhams.
pub fn dirhams(amount: &str) -> Money {
    Money::parse(amount, currency("MAD")).unwrap()
}

/// A question such as `30d 20GB 100min`. The data or the minutes may be omitted.
pub fn question(text: &str) -> Question {
    let mut stay = None;
    let mut data = DataVolume::ZERO;
    let mut minutes = 0;
    for word in text.split_whitespace() {
        if let Some(days) = word.strip_suffix('d') {
            stay = Some(Stay::parse(days).unwrap());
        } else if let Some(count) = word.strip_suffix("min") {
            minutes = count.parse().unwrap();
        } else {
            data = DataVolume::parse(word).unwrap();
        }
    }
    Question::new(Need::new(stay.unwrap(), data, minutes).unwrap())
}

/// A question with what is left on a SIM, written as its line, data and validity: `m 5GB 30d`.
pub fn with_initial(asked: &str, initial: &str) -> Question {
    let words: Vec<&str> = initial.split_whitespace().collect();
    let [line, data, validity] = words[..] else { panic!("no line, data and validity in `{initial}`") };
    let line = slug(line);
    let data = Allowance::parse(data).unwrap();
    let validity = Validity::parse(validity).unwrap();
    Question { initial: Some(InitialBalance { line, data, validity }), ..question(asked) }
}

/// A question with the most dirhams that an offer may cost.
pub fn within(asked: &str, most: &str) -> Question {
    Question { max_total: Some(dirhams(most)), ..question(asked) }
}

pub fn prepared(texts: &[&str], request: Request) -> PreparedCatalogue {
    PreparedCatalogue::new(plans(texts), request).unwrap()
}

/// Compares some plans for a question.
pub fn compared(texts: &[&str], text: &str) -> (PreparedCatalogue, Comparison) {
    let prepared = prepared(texts, request());
    let comparison = compare(&prepared, &question(text));
    (prepared, comparison)
}

/// A basket in short notation: `sim:1 a:2 = 230.00 MAD`, with `≥` before a total that is not fully known.
pub fn short(offer: &Offer, prepared: &PreparedCatalogue) -> String {
    let items: Vec<_> =
        offer.basket.items().iter().map(|item| format!("{}:{}", item.plan.id, item.count)).collect();
    let at_least = if offer.basket.is_complete() { "" } else { "≥ " };
    let total = prepared.exchange().shown(offer.basket.total()).unwrap();
    format!("{} = {at_least}{total}", items.join(" "))
}

/// All offers in short notation, the best first.
pub fn offers(prepared: &PreparedCatalogue, comparison: &Comparison) -> Vec<String> {
    comparison.offers.iter().map(|offer| short(offer, prepared)).collect()
}

/// All refusals in short notation: `a: price-unknown`.
pub fn refusals(comparison: &Comparison) -> Vec<String> {
    comparison.refused.iter().map(|(plan, code)| format!("{}: {code}", plan.id)).collect()
}
