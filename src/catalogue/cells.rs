//! Writes plans as the cells of a catalogue: what [`plans`](super::plans) reads, the other way round.
//!
//! A file that is written this way is read back as the same plans, and writing those gives the same bytes again.

use super::columns::Column;
use crate::domain::currency::Currency;
use crate::domain::money::Money;
use crate::domain::plan::{DataPer, Plan};
use crate::domain::word::Word;
use std::borrow::Cow;
use std::sync::Arc;

/// The value of a plan in a column, in the notation of the catalogue. `None` is unknown, or that the plan has none.
pub fn cell(plan: &Plan, column: Column) -> Option<Cow<'_, str>> {
    Some(match column {
        Column::Id => plan.id.as_str().into(),
        Column::Line => plan.line.as_str().into(),
        Column::Operator => plan.operator.as_str().into(),
        Column::Name => (&*plan.name).into(),
        Column::Kind => plan.kind.word().into(),
        Column::Price => plan.price?.as_written().into(),
        Column::Currency => currency(plan)?.to_string().into(),
        Column::SetupFee => plan.setup_fee?.as_written().into(),
        Column::Data => plan.allowance?.to_string().into(),
        Column::DataPer => plan.data_per.word().into(),
        Column::Validity => plan.validity?.to_string().into(),
        Column::Minutes => plan.minutes?.to_string().into(),
        Column::Sms => plan.sms?.to_string().into(),
        Column::Scope => plan.scope.to_string().into(),
        Column::Network => plan.network?.word().into(),
        Column::Buy => (&**plan.buy.as_ref()?).into(),
        Column::Audience => plan.audience.word().into(),
        Column::MaxPurchases => plan.max_purchases?.to_string().into(),
        Column::Form => plan.form?.word().into(),
        Column::Sold => plan.sold?.word().into(),
        Column::Credit => plan.credit?.as_written().into(),
        Column::Balance => plan.balance?.word().into(),
        Column::Source => (&**plan.source.as_ref()?).into(),
        Column::VerifiedOn => plan.verified_on?.to_string().into(),
        Column::Confidence => plan.confidence?.word().into(),
        Column::Note => (&**plan.note.as_ref()?).into(),
    })
}

/// The currency of the amounts of a plan; `None` if it has none.
pub fn currency(plan: &Plan) -> Option<Currency> {
    plan.price.or(plan.setup_fee).or(plan.credit).map(Money::currency)
}

/// A plan as a row of a catalogue file: its cells in the order of the columns, then those of the `unknown` columns. As in the
/// built-in file, data that is not for each day has no word for that.
pub fn row(plan: &Plan, unknown: &[&str]) -> Vec<String> {
    let known = Column::ALL.into_iter().map(|column| {
        let is_usual = column == Column::DataPer && plan.data_per == DataPer::Total;
        cell(plan, column).filter(|_| !is_usual).map(Cow::into_owned).unwrap_or_default()
    });
    known.chain(unknown.iter().map(|name| extra(plan, name).unwrap_or_default().to_owned())).collect()
}

/// The cell of a plan in a column that the format does not define; `None` if it is blank.
pub fn extra<'p>(plan: &'p Plan, name: &str) -> Option<&'p str> {
    plan.extra.iter().find(|(known, _)| known == name).map(|(_, cell)| cell.as_str())
}

/// The columns of some plans that the format does not define. A plan does not have its blank cells, so the order is that of
/// the first plans that show it: each name is put before the next one of its plan that is known already, else at the end.
pub fn unknown_columns(plans: &[Arc<Plan>]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for plan in plans {
        for (index, (name, _)) in plan.extra.iter().enumerate() {
            if !names.contains(&name.as_str()) {
                let mut later = plan.extra[index..].iter();
                let next = later.find_map(|(later, _)| names.iter().position(|known| known == later));
                names.insert(next.unwrap_or(names.len()), name);
            }
        }
    }
    names
}

/// Cells as a line of CSV that reads back to them.
///
/// # Panics
/// Never: memory can be written to.
pub fn line(cells: &[String]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).expect("memory can be written to");
    let bytes = writer.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("only texts are written")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::catalogue::columns::COLUMNS;

    /// The cells of a file after its header, written from its plans.
    fn rewritten(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let catalogue = Catalogue::parse(text.as_bytes()).unwrap();
        let unknown = unknown_columns(&catalogue.plans);
        let rows = catalogue.plans.iter().map(|plan| row(plan, &unknown)).collect();
        (unknown.into_iter().map(str::to_owned).collect(), rows)
    }

    #[track_caller]
    fn check(column: &str, typed: &str, expected: &str) {
        let kind = if column == "setup_fee" { "contract" } else { "pass" };
        // A currency without an amount is not kept.
        let is_amount = ["price", "setup_fee", "credit"].contains(&column) && !typed.is_empty();
        let code = if is_amount { "MAD" } else { "" };
        let text =
            format!("id,line,operator,name,kind,currency,{column}\na,l,o,A,{kind},{code},\"{typed}\"\n");
        let (_, rows) = rewritten(&text);
        let at = COLUMNS.iter().position(|name| *name == column).unwrap();
        assert_eq!(rows[0][at], expected, "{column}: {typed}");
        assert_eq!(rows[0][6], code, "the currency beside {column}");
    }

    #[test]
    fn amounts_keep_the_digits_that_they_were_written_with() {
        check("price", "5.50", "5.50");
        check("price", "5,5", "5.5");
        check("price", "0", "0");
        check("price", "0.00", "0.00");
        check("setup_fee", "100", "100");
        check("credit", "20.0", "20.0");
        check("price", "", "");
    }

    #[test]
    fn other_values_have_one_notation() {
        check("data", "unlimited", "unlimited");
        check("data", "1000MB", "1GB");
        check("data", "", "");
        check("data_per", "total", "");
        check("data_per", "day", "day");
        check("validity", "48h", "2d");
        check("validity", "36h", "36h");
        check("minutes", "Unlimited", "unlimited");
        check("sms", "0", "0");
        check("scope", "", "general");
        check("audience", "", "anyone");
        check("network", "5g", "5G");
        check("verified_on", "2026-08", "2026-08");
        check("note", "two\nlines, \"\"quoted\"\"", "two\nlines, \"quoted\"");
    }

    /// Checks the order of unknown columns that a file with these rows has when it is written.
    #[track_caller]
    fn check_unknown(header: &str, rows: &[&str], expected: &[&str]) {
        let rows = rows.iter().enumerate().map(|(nth, cells)| format!("p{nth},l,o,A,pass,{cells}\n"));
        let text = format!("id,line,operator,name,kind,{header}\n{}", rows.collect::<String>());
        assert_eq!(rewritten(&text).0, expected);
    }

    #[test]
    fn unknown_columns_keep_their_order_as_far_as_it_shows() {
        check_unknown("shop,colour", &["x,y"], &["shop", "colour"]);
        check_unknown("shop,colour", &[",y", "x,y"], &["shop", "colour"]);
        check_unknown("a,b,c", &["x,,x", "x,x,x"], &["a", "b", "c"]);
        // No plan shows which of them comes first.
        check_unknown("shop,colour", &[",y", "x,"], &["colour", "shop"]);
        check_unknown("shop,colour", &[","], &[]);
    }
}
