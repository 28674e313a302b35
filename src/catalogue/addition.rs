//! One more row for an overlay: a new price that somebody saw, or a plan that the catalogue does not have.

use super::columns::REQUIRED;
use super::delimiter::Delimiter;
use super::overlay::{OverlayRow, rows, written};
use super::problems::Problems;
use crate::domain::currency::Currency;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::plan::{Kind, Plan};
use crate::domain::slug::plain_kebab;
use crate::domain::time::{Stay, Validity};
use crate::domain::word::Word;
use jiff::civil::Date;
use std::sync::Arc;

/// The columns with amounts, which need a currency.
const AMOUNTS: [&str; 3] = ["price", "setup_fee", "credit"];

/// What a price is in if nobody says it.
const USUAL_CURRENCY: &str = "MAD";

/// Fills in what follows from the given cells of a row, whose blank ones are left out: the id and the seller of a new plan,
/// the currency of a first amount, and the day of a price. Amounts with a currency and a validity in words become cells as
/// the format has them. Returns whether the plan is new.
///
/// # Errors
/// `add-missing` with the columns that a new plan lacks; `add-nothing` if nothing is said of a known one;
/// `add-other-currency` with an amount that is not in the currency of the plan.
pub fn complete(cells: &mut OverlayRow, plans: &[Arc<Plan>], today: Date) -> Result<bool, Error> {
    cells.retain(|_, cell| !cell.trim().is_empty());
    if let Some(line) = cells.get("line")
        && let Some(plan) = plans.iter().find(|plan| plan.line.as_str() == line)
    {
        cells.entry("operator".to_owned()).or_insert_with(|| plan.operator.to_string());
    }
    if let (None, Some(operator), Some(name)) = (cells.get("id"), cells.get("operator"), cells.get("name")) {
        let id = plain_kebab(&format!("{operator} {name}"));
        cells.insert("id".to_owned(), id);
    }
    let id = cells.get("id");
    let known = plans.iter().find(|plan| id.is_some_and(|id| plan.id.as_str() == id));
    if known.is_some() && cells.len() == 1 {
        return Err(Error::new("add-nothing").with("value", id.cloned().unwrap_or_default()));
    }
    if let Some(cell) = cells.get_mut("validity")
        && Validity::parse(cell).is_err()
        && let Ok(days) = validity(cell)
    {
        *cell = days.to_string();
    }
    let priced = known.and_then(|plan| plan.price.or(plan.setup_fee).or(plan.credit));
    read_amounts(cells, priced.map(Money::currency))?;
    let has_amount = AMOUNTS.iter().any(|column| cells.contains_key(*column));
    if has_amount && priced.is_none() {
        cells.entry("currency".to_owned()).or_insert_with(|| USUAL_CURRENCY.to_owned());
    }
    if cells.contains_key("price") {
        cells.entry("verified_on".to_owned()).or_insert_with(|| today.to_string());
        if known.is_none_or(|plan| plan.confidence.is_none()) {
            cells.entry("confidence".to_owned()).or_insert_with(|| "medium".to_owned());
        }
    }
    if known.is_some() {
        return Ok(false);
    }
    cells.entry("kind".to_owned()).or_insert_with(|| Kind::Pass.word().to_owned());
    // The id follows from the name and the seller.
    let missing = REQUIRED.into_iter().filter(|column| *column != "id" && !cells.contains_key(*column));
    let missing: Vec<_> = missing.map(|column| format!("`--{}`", column.replace('_', "-"))).collect();
    if missing.is_empty() {
        Ok(true)
    } else {
        Err(Error::new("add-missing").with("expected", missing.join(", ")))
    }
}

/// Reads a validity as the format has it, or as people say it: `7d`, `1 week`, `7 jours`.
///
/// # Errors
/// Those of [`Validity::parse`].
pub fn validity(text: &str) -> Result<Validity, Error> {
    Validity::parse(text).or_else(|error| {
        let has_unit = !text.trim().ends_with(|c: char| c.is_ascii_digit());
        let stay = Stay::parse(text).ok().filter(|_| has_unit);
        stay.and_then(|stay| Validity::from_hours(stay.days() * 24)).ok_or(error)
    })
}

/// Takes the currency out of amounts such as `22 DH`. If the plan has no currency yet, it gets that one.
fn read_amounts(cells: &mut OverlayRow, of_plan: Option<Currency>) -> Result<(), Error> {
    let given = cells.get("currency").and_then(|code| Currency::parse(code).ok());
    let mut currency = given.or(of_plan);
    for column in AMOUNTS {
        let Some(text) = cells.get(column) else { continue };
        let Some(amount) = with_currency(text) else { continue };
        let named = amount.currency();
        if let Some(other) = currency.filter(|other| *other != named) {
            let error = Error::new("add-other-currency").with("value", text.as_str());
            return Err(error.with("currency", named.code()).with("known", other.code()));
        }
        cells.insert(column.to_owned(), amount.as_written());
        cells.entry("currency".to_owned()).or_insert_with(|| named.code().to_owned());
        currency = Some(named);
    }
    Ok(())
}

/// An amount with its currency before or after it; `None` without one.
fn with_currency(text: &str) -> Option<Money> {
    let name = text.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | ' '));
    Money::typed(text, Currency::parse(name).ok()?).ok()
}

/// An overlay with a row more, or with new cells in the row of that plan. What nothing is said of stays. The row comes last.
///
/// # Errors
/// What makes the overlay unreadable.
pub fn added(overlay: &[u8], cells: OverlayRow, asked: Option<Delimiter>) -> Result<AddedRow, Problems> {
    let mut all = if overlay.is_empty() { Vec::new() } else { rows(overlay, asked)? };
    let earlier = all.iter().position(|row| row.get("id") == cells.get("id"));
    let mut row = earlier.map(|at| all.remove(at)).unwrap_or_default();
    row.extend(cells);
    let own_lines = lines(&written(std::slice::from_ref(&row))) - 1;
    all.push(row);
    let text = written(&all);
    Ok(AddedRow { line: lines(&text) - own_lines + 1, text })
}

/// An overlay with its new row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedRow {
    /// The whole overlay, with commas.
    pub text: String,
    /// The line on which the row begins.
    pub line: u64,
}

fn lines(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use jiff::civil::date;

    const PLANS: &str = "id,line,operator,name,kind,price,currency,confidence\n\
                         inwi-ten,inwi-prepaid,inwi,Ten,pass,10,MAD,high\n\
                         inwi-free,inwi-prepaid,inwi,Free,pass,,,\n";

    fn row(cells: &[(&str, &str)]) -> OverlayRow {
        cells.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect()
    }

    /// Checks what a row is completed to, as `column=cell`, or its error.
    #[track_caller]
    fn check(cells: &[(&str, &str)], expected: &str) {
        let plans = Catalogue::parse(PLANS.as_bytes()).unwrap().plans;
        let mut row = row(cells);
        let completed = complete(&mut row, &plans, date(2026, 11, 27));
        let texts: Vec<_> = row.iter().map(|(column, cell)| format!("{column}={cell}")).collect();
        let found = completed.map_or_else(
            |error| error.to_string(),
            |is_new| format!("{} {}", if is_new { "new" } else { "changed" }, texts.join(" ")),
        );
        assert_eq!(found, expected, "{cells:?}");
    }

    #[test]
    fn amounts_and_times_as_people_say_them() {
        let ten = |column, cell| [("id", "inwi-ten"), (column, cell), ("verified_on", "2026-11")];
        check(&ten("price", "22 DH"), "changed currency=MAD id=inwi-ten price=22 verified_on=2026-11");
        check(&ten("price", "22,50MAD"), "changed currency=MAD id=inwi-ten price=22.50 verified_on=2026-11");
        check(&ten("price", "22 EUR"), "add-other-currency value=`22 EUR` currency=`EUR` known=`MAD`");
        check(&ten("price", "22 apples"), "changed id=inwi-ten price=22 apples verified_on=2026-11");
        check(
            &[("id", "inwi-free"), ("price", "€5"), ("credit", "1 €"), ("verified_on", "2026-11")],
            "changed confidence=medium credit=1 currency=EUR id=inwi-free price=5 verified_on=2026-11",
        );
        check(&ten("validity", "1 week"), "changed id=inwi-ten validity=7d verified_on=2026-11");
        check(&ten("validity", "30 jours"), "changed id=inwi-ten validity=30d verified_on=2026-11");
        check(&ten("validity", "24h"), "changed id=inwi-ten validity=24h verified_on=2026-11");
        check(&ten("validity", "7"), "changed id=inwi-ten validity=7 verified_on=2026-11");
        check(&ten("validity", "1 month"), "changed id=inwi-ten validity=1 month verified_on=2026-11");
    }

    #[test]
    fn what_follows_is_filled_in() {
        check(&[("id", "inwi-ten"), ("price", "12")], "changed id=inwi-ten price=12 verified_on=2026-11-27");
        check(
            &[("id", "inwi-free"), ("price", "5"), ("verified_on", "2026-11")],
            "changed confidence=medium currency=MAD id=inwi-free price=5 verified_on=2026-11",
        );
        check(&[("id", "inwi-ten"), ("status", "withdrawn")], "changed id=inwi-ten status=withdrawn");
        check(
            &[("line", "inwi-prepaid"), ("name", "Été 5 Go"), ("note", " ")],
            "new id=inwi-ete-5-go kind=pass line=inwi-prepaid name=Été 5 Go operator=inwi",
        );
        check(
            &[
                ("line", "x"),
                ("operator", "y"),
                ("name", "Z"),
                ("kind", "esim"),
                ("price", "9"),
                ("currency", "EUR"),
            ],
            "new confidence=medium currency=EUR id=y-z kind=esim line=x name=Z operator=y price=9 \
             verified_on=2026-11-27",
        );
        // The name and the seller of a known plan are those of its id.
        check(
            &[("line", "inwi-prepaid"), ("name", "Ten"), ("price", "11")],
            "changed id=inwi-ten line=inwi-prepaid name=Ten operator=inwi price=11 verified_on=2026-11-27",
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        check(&[("id", "inwi-ten")], "add-nothing value=`inwi-ten`");
        check(&[], "add-missing expected=``--line`, `--operator`, `--name``");
        check(&[("id", "a"), ("line", "b"), ("name", "C")], "add-missing expected=``--operator``");
    }

    #[track_caller]
    fn check_added(overlay: &str, cells: &[(&str, &str)], expected: &str, line: u64) {
        let found = added(overlay.as_bytes(), row(cells), None).unwrap();
        assert_eq!(found, AddedRow { text: expected.to_owned(), line }, "{overlay}");
    }

    #[test]
    fn the_other_rows_stay() {
        check_added("", &[("id", "a"), ("price", "1")], "id,price\na,1\n", 2);
        check_added(
            "id,price\na,1\n",
            &[("id", "b"), ("note", "x, y")],
            "id,price,note\na,1,\nb,,\"x, y\"\n",
            3,
        );
        let two = "id;price;shop\na;1;Fès\nb;2;\n";
        check_added(two, &[("id", "a"), ("price", "3")], "id,price,shop\nb,2,\na,3,Fès\n", 3);
        // Notes can have several lines.
        check_added(
            "id,note\na,\"x\ny\"\n",
            &[("id", "b"), ("note", "u\nv\nw")],
            "id,note\na,\"x\ny\"\nb,\"u\nv\nw\"\n",
            4,
        );
    }
}
