//! Reads the basket that the user names: plans by id or by name, each with its count, or a whole basket as an answer
//! prints it.
//!
//! An argument is read as the first of these that fits: one plan (`ID`, `ID:2`, `NAME:2`, `2 × NAME`), a printed basket
//! (`SIM 30 + 2 × NAME (*3)`), ids with counts between blanks (`ID:1 ID:2`). Names may hold ` + ` themselves.

use crate::ask::error::AskError;
use crate::ask::names::{plan_among, plans_called};
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::slug::Slug;
use crate::domain::time::whole_number;
use crate::guide::name_key;
use crate::i18n::Messages;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The name of the argument in help and errors.
const ARGUMENT: &str = "PLAN[:COUNT]";

/// What a piece of a basket says.
#[derive(Clone, Debug, PartialEq)]
enum OrderPiece {
    /// This plan, this often.
    Plan(Arc<Plan>, u64),
    /// The SIM with this price, as an answer prints it, which opens the line of another plan: `SIM 30`, `SIM ?`.
    Opening(String),
    /// The fee of the plan before it, which is not a purchase.
    Fee,
}

/// Reads the plans of a basket and how often each is bought.
///
/// # Errors
/// `plan-unknown`, `plan-name-shared`, `plan-count-form`, `opening-sim-unknown`, all about the argument.
pub fn order(
    arguments: &[String],
    prepared: &PreparedCatalogue,
    messages: &Messages,
) -> Result<Vec<(Arc<Plan>, u64)>, AskError> {
    let reader = OrderReader { prepared, messages };
    let each: Result<Vec<_>, _> = arguments.iter().map(|argument| reader.argument(argument)).collect();
    let pieces = match each {
        Ok(pieces) => pieces.concat(),
        // Without quotes, a shell splits a name at its blanks.
        Err(error) if arguments.len() > 1 => reader.argument(&arguments.join(" ")).map_err(|_| error)?,
        Err(error) => return Err(error),
    };
    let mut order: Vec<(Arc<Plan>, u64)> = Vec::new();
    for piece in &pieces {
        let (plan, count) = match piece {
            OrderPiece::Plan(plan, count) => (Arc::clone(plan), *count),
            OrderPiece::Opening(price) => (reader.opening_sim(price, &pieces, &order)?, 1),
            OrderPiece::Fee => continue,
        };
        match order.iter_mut().find(|(known, _)| known.id == plan.id) {
            Some((_, total)) => *total = total.saturating_add(count),
            None => order.push((plan, count)),
        }
    }
    Ok(order)
}

struct OrderReader<'a> {
    prepared: &'a PreparedCatalogue,
    messages: &'a Messages,
}

impl OrderReader<'_> {
    fn argument(&self, argument: &str) -> Result<Vec<OrderPiece>, AskError> {
        let error = match item(argument, self.prepared.plans()) {
            Ok(piece) => return Ok(vec![piece]),
            Err(error) => error,
        };
        let blank = argument.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts: Vec<&str> = blank.split(" + ").collect();
        if parts.len() > 1 || self.opening(&blank).is_some() {
            return self.basket(&parts);
        }
        self.ids(argument).ok_or(error)
    }

    /// A printed basket, of which several parts can belong to one name.
    fn basket(&self, parts: &[&str]) -> Result<Vec<OrderPiece>, AskError> {
        let mut furthest = 0;
        self.pieces_from(0, parts, &mut furthest).ok_or_else(|| {
            let rest = &parts[furthest..];
            item(rest[0], self.prepared.plans()).err().unwrap_or_else(|| {
                let error = Error::new("plan-unknown").with("value", rest.join(" + "));
                AskError::option(ARGUMENT, error).hint("plans-list-hint")
            })
        })
    }

    /// The pieces of all parts from one on; the longest names are tried first.
    fn pieces_from(&self, at: usize, parts: &[&str], furthest: &mut usize) -> Option<Vec<OrderPiece>> {
        if at == parts.len() {
            return Some(Vec::new());
        }
        *furthest = at.max(*furthest);
        (at + 1..=parts.len()).rev().find_map(|end| {
            let text = parts[at..end].join(" + ");
            let opening = self.opening(&text);
            let fee = self.priced("fee", &text).filter(|_| at > 0).map(|_| OrderPiece::Fee);
            let piece = item(&text, self.prepared.plans()).ok().or(opening).or(fee)?;
            let mut pieces = self.pieces_from(end, parts, furthest)?;
            pieces.insert(0, piece);
            Some(pieces)
        })
    }

    fn opening(&self, text: &str) -> Option<OrderPiece> {
        self.priced("sim-item", text).map(OrderPiece::Opening)
    }

    /// The amount, or `?`, in a text that is written as a message with an `amount`.
    fn priced(&self, key: &str, text: &str) -> Option<String> {
        let model = self.messages.tr_with(key, [("amount", "?")]);
        let (before, after) = model.split_once('?')?;
        let key = name_key(text);
        let amount = key.strip_prefix(&name_key(before))?.strip_suffix(&name_key(after))?;
        let is_amount = amount == "?" || amount.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        Some(amount.to_owned()).filter(|_| is_amount && !amount.is_empty())
    }

    /// The price of a plan, as [`OrderPiece::Opening`] has it.
    fn price_of(&self, plan: &Plan) -> String {
        let exchange = self.prepared.exchange();
        let shown = plan.price.and_then(|price| exchange.shown(exchange.exact(price)?).ok());
        shown.map_or_else(|| "?".to_owned(), |price| self.messages.short_amount(price))
    }

    /// The SIM without data that has this price, on a line of the other plans that has none in the order yet.
    fn opening_sim(
        &self,
        price: &str,
        pieces: &[OrderPiece],
        order: &[(Arc<Plan>, u64)],
    ) -> Result<Arc<Plan>, AskError> {
        let lines: BTreeSet<&Slug> = pieces
            .iter()
            .filter_map(|piece| if let OrderPiece::Plan(plan, _) = piece { Some(&plan.line) } else { None })
            .collect();
        let is_open = |line: &Slug| order.iter().any(|(plan, _)| plan.is_sim() && plan.line == *line);
        let plans = self.prepared.plans().iter();
        let sims: Vec<_> = plans
            .filter(|plan| plan.is_sim() && !plan.carries_data() && self.price_of(plan) == price)
            .filter(|plan| (lines.is_empty() || lines.contains(&plan.line)) && !is_open(&plan.line))
            .collect();
        if let [sim] = sims[..] {
            return Ok(Arc::clone(sim));
        }
        let text = self.messages.tr_with("sim-item", [("amount", price)]);
        let ids = sims.iter().map(|sim| sim.id.to_string()).collect();
        let error = AskError::option(ARGUMENT, Error::new("opening-sim-unknown").with("value", text));
        Err(error.nearest(ids).hint("opening-sim-how"))
    }

    /// Ids with counts between blanks, commas or semicolons: a basket of a CSV answer.
    fn ids(&self, argument: &str) -> Option<Vec<OrderPiece>> {
        let words = argument.split([' ', '\u{a0}', ',', ';']).filter(|word| !word.is_empty());
        let items = words.map(|word| {
            let is_id = word.split(':').next().is_some_and(|id| self.prepared.find(id).is_some());
            item(word, self.prepared.plans()).ok().filter(|_| is_id)
        });
        items.collect::<Option<Vec<_>>>().filter(|pieces| !pieces.is_empty())
    }
}

/// One plan and how often it is bought.
fn item(text: &str, plans: &[Arc<Plan>]) -> Result<OrderPiece, AskError> {
    let (name, count) = counted(text).filter(|_| plans_called(plans, text).is_empty()).unwrap_or((text, "1"));
    let is_count = whole_number(count).is_some();
    let named = if is_count || !plans_called(plans, name).is_empty() { name } else { text };
    let plan = plan_among(plans, named, ARGUMENT)?;
    let count = whole_number(count).filter(|&count| count > 0).ok_or_else(|| {
        AskError::option(ARGUMENT, Error::new("plan-count-form").with("value", text.trim()))
    })?;
    Ok(OrderPiece::Plan(Arc::clone(plan), count))
}

/// The name and the count of `NAME:2` and `2 × NAME`. `None` if the text has another form.
fn counted(text: &str) -> Option<(&str, &str)> {
    const TIMES: [char; 4] = ['×', 'x', 'X', '*'];
    let trimmed = text.trim();
    let rest = trimmed.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &trimmed[..trimmed.len() - rest.len()];
    match rest.trim_start().strip_prefix(TIMES) {
        Some(name) if !digits.is_empty() => Some((name, digits)),
        _ => text.rsplit_once([':', '：']).map(|(name, count)| (name, count.trim())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{plan, request, slug};
    use crate::i18n::{Language, Topic};

    fn sold(text: &str, line: &str, name: &str, buy: Option<&str>) -> Arc<Plan> {
        let own = |text: &str| text.to_owned().into();
        let plan = Plan::clone(&plan(text));
        Arc::new(Plan { line: slug(line), name: own(name), buy: buy.map(own), ..plan })
    }

    /// Checks the order that some arguments name, or the error.
    #[track_caller]
    fn check(arguments: &[&str], expected: Result<&str, &str>) {
        let plans = vec![
            sold("l-sim sim 30", "l", "SIM Jawal", None),
            sold("m-sim sim 20", "m", "SIM inwi", None),
            sold("n-sim sim 20", "n", "SIM Orange", None),
            sold("l-100 pass 100 10GB 30d", "l", "Pass Jawal 100 DH", Some("*3")),
            sold("m-10 pass 10 1GB 3d", "m", "Pass (data + calls) 10 DH", Some("*2")),
            sold("m-5 pass 5 1GB 1d", "m", "Pass: small", None),
            sold("c contract 50 10GB 30d fee:49", "k", "Forfait 10 GB + 1 h", None),
            sold("a-1 esim 50 10GB 30d", "e", "Europe 1 GB", None),
            sold("b-1 esim 50 10GB 30d", "f", "Europe 1 GB", None),
        ];
        let prepared = PreparedCatalogue::new(plans, request()).unwrap();
        let messages = Messages::new(Language::En, &[Topic::Answers]);
        let texts: Vec<String> = arguments.iter().map(|&text| text.to_owned()).collect();
        let found = order(&texts, &prepared, &messages).map_err(|error| error.error().to_string());
        let shown = found.map(|order| {
            order.iter().map(|(plan, count)| format!("{}:{count}", plan.id)).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(shown.as_deref().map_err(String::as_str), expected, "{arguments:?}");
    }

    #[test]
    fn one_plan() {
        check(&["l-100"], Ok("l-100:1"));
        check(&["l-100:2", "m-10"], Ok("l-100:2 m-10:1"));
        check(&["l-100:2", "pass jawal 100dh"], Ok("l-100:3"));
        check(&["Pass Jawal 100 DH (*3):2"], Ok("l-100:2"));
        check(&["2 × Pass Jawal 100 DH (*3)"], Ok("l-100:2"));
        check(&["2\u{a0}x\u{a0}Pass Jawal 100\u{a0}DH"], Ok("l-100:2"));
        check(&["Pass: small"], Ok("m-5:1"));
        check(&["Pass: small:3"], Ok("m-5:3"));
        check(&["Pass", "Jawal", "100", "DH"], Ok("l-100:1"));
        check(&["l-100:0"], Err("plan-count-form value=`l-100:0`"));
        check(&["l-100:two"], Err("plan-count-form value=`l-100:two`"));
        check(&["0 × l-100"], Err("plan-count-form value=`0 × l-100`"));
        check(&["Pass: large"], Err("plan-unknown value=`Pass: large`"));
        check(&["l-101:2"], Err("plan-unknown value=`l-101`"));
        check(&["l-101"], Err("plan-unknown value=`l-101`"));
        check(&["l-101", "l-100"], Err("plan-unknown value=`l-101`"));
        check(&["Europe 1 GB:2"], Err("plan-name-shared value=`Europe 1 GB` names=``a-1`, `b-1``"));
    }

    #[test]
    fn a_whole_basket() {
        check(&["SIM 30 + 2 × Pass Jawal 100 DH (*3)"], Ok("l-sim:1 l-100:2"));
        check(&["SIM 20 + Pass (data + calls) 10 DH (*2)"], Ok("m-sim:1 m-10:1"));
        check(&["4 × Pass (data + calls) 10 DH (*2) + 2 × Pass: small"], Ok("m-10:4 m-5:2"));
        check(&["SIM 30 + SIM 20 + m-10 +\n l-100"], Ok("l-sim:1 m-sim:1 m-10:1 l-100:1"));
        check(&["SIM 30", "l-100"], Ok("l-sim:1 l-100:1"));
        check(&["2 × Forfait 10 GB + 1 h + fee 49"], Ok("c:2"));
        check(&["Forfait 10 GB + 1 h + fee ?"], Ok("c:1"));
        check(&["l-sim:1 l-100:2"], Ok("l-sim:1 l-100:2"));
        check(&["l-sim;l-100:2"], Ok("l-sim:1 l-100:2"));
        check(&["SIM 30"], Ok("l-sim:1"));
        check(&["SIM 20"], Err("opening-sim-unknown value=`SIM 20`"));
        check(&["SIM 25 + l-100"], Err("opening-sim-unknown value=`SIM 25`"));
        check(&["SIM 30 + Pass Jawal 10 DH"], Err("plan-unknown value=`Pass Jawal 10 DH`"));
        check(&["SIM 30 + Pass (data + call) 10 DH"], Err("plan-unknown value=`Pass (data`"));
    }
}
