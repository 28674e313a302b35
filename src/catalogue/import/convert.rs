//! Makes the cells of a catalogue from the fields of a row.

use super::map::{Alternatives, ImportMap, MappedColumn, SourceFormat, ValueOrigin};
use super::source::{SourceField, SourceRow};
use crate::catalogue::columns::{COLUMNS, Column};
use crate::domain::currency::Currency;
use crate::domain::duration::days;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::number::{Number, whole};
use crate::domain::plan::Allowance;
use crate::domain::slug::plain_kebab;
use crate::domain::time::Validity;

/// The cells of a row, in the notation of the catalogue or nearly so.
pub struct ConvertedRow {
    /// A cell for each of the [`COLUMNS`]; blank if it is unknown.
    pub cells: Vec<String>,
    /// What cannot be converted.
    pub problems: Vec<(Column, Error)>,
    /// Whether an amount was rounded.
    pub is_rounded: bool,
}

impl ConvertedRow {
    /// Converts a row by a map.
    pub fn new(map: &ImportMap, row: &SourceRow) -> Self {
        let mut converted =
            Self { cells: vec![String::new(); COLUMNS.len()], problems: Vec::new(), is_rounded: false };
        // Amounts need their currency first.
        let currency = map.of(Column::Currency).and_then(|mapped| {
            let text = converted.add(map, mapped, row, None)?;
            Currency::parse(&text).ok()
        });
        if let Some(currency) = currency {
            converted.cells[Column::Currency as usize] = currency.to_string();
        }
        for mapped in map.columns.iter().filter(|mapped| mapped.column != Column::Currency) {
            converted.add(map, mapped, row, currency);
        }
        converted
    }

    /// Fills the cell of a column. Returns its text if it is not blank.
    fn add(
        &mut self,
        map: &ImportMap,
        mapped: &MappedColumn,
        row: &SourceRow,
        currency: Option<Currency>,
    ) -> Option<String> {
        let reader = FieldReader { format: map.format, row };
        let cell = reader.value(mapped).and_then(|value| match value {
            Some(value) => Ok(Some(self.cell(mapped, &value, currency)?)),
            None => Ok(None),
        });
        match cell {
            Ok(cell) => {
                self.cells[mapped.column as usize] = cell.clone().unwrap_or_default();
                cell
            }
            Err(error) => {
                self.problems.push((mapped.column, error));
                None
            }
        }
    }

    /// The cell with a value.
    fn cell(
        &mut self,
        mapped: &MappedColumn,
        text: &str,
        currency: Option<Currency>,
    ) -> Result<String, Error> {
        let unit = mapped.unit.as_deref();
        match (mapped.column, currency) {
            (Column::Price | Column::SetupFee | Column::Credit, Some(currency)) => {
                let (money, is_rounded) = Money::nearest(text, currency)?;
                self.is_rounded |= is_rounded;
                Ok(money.as_written())
            }
            (Column::Data, _) => allowance(text, unit),
            (Column::Validity, _) => validity(text, unit),
            (Column::VerifiedOn, _) => Ok(day(text).to_owned()),
            _ => Ok(text.to_owned()),
        }
    }
}

/// A volume or `unlimited`; a number alone is in the unit.
fn allowance(text: &str, unit: Option<&str>) -> Result<String, Error> {
    let with_unit = match unit {
        Some(unit) if ends_in_digit(text) => format!("{text}{unit}"),
        _ => text.to_owned(),
    };
    let allowance = Allowance::parse(&with_unit).map_err(|error| error.repeating("value", text))?;
    Ok(allowance.to_string())
}

/// A validity; a number alone is in the unit.
fn validity(text: &str, unit: Option<&str>) -> Result<String, Error> {
    let with_unit = match unit {
        _ if Validity::parse(text).is_ok() => text.to_owned(),
        Some("d") => format!("{}d", days(text, "validity-form")?),
        Some(unit) if ends_in_digit(text) => format!("{}{unit}", whole(text, "validity-form")?),
        _ => text.to_owned(),
    };
    let validity = Validity::parse(&with_unit).map_err(|error| error.repeating("value", text))?;
    Ok(validity.to_string())
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// The day of a point in time: `2026-11-20` of `2026-11-20T08:00:00Z`.
fn day(text: &str) -> &str {
    const LENGTH: usize = "2026-11-20".len();
    match text.split_at_checked(LENGTH) {
        Some((day, rest)) if rest.starts_with(['T', ' ']) => day,
        _ => text,
    }
}

/// Reads the fields of a row.
struct FieldReader<'r> {
    format: SourceFormat,
    row: &'r SourceRow,
}

impl<'r> FieldReader<'r> {
    /// The value of a column, before it is converted; `None` if the source does not say it.
    fn value(&self, mapped: &MappedColumn) -> Result<Option<String>, Error> {
        if let Some((field, texts)) = &mapped.unlimited_if
            && let Some(said) = self.field(field.name.as_str())
            && is_one_of(&said.text, texts)
        {
            return Ok(Some("unlimited".to_owned()));
        }
        let text = match &mapped.origin {
            ValueOrigin::Constant(text) => Some(text.clone()),
            ValueOrigin::Field(names) => self.first(names).map(|field| number(field, mapped)),
            ValueOrigin::Joined(groups, between) => {
                Some(self.texts(groups).join(between)).filter(|text| !text.is_empty())
            }
            ValueOrigin::Slug(groups, prefix) => self.slug(groups, prefix.as_deref())?,
        };
        let said = text
            .filter(|text| !is_one_of(text, &mapped.unknown))
            .map(|text| if is_one_of(&text, &mapped.unlimited) { "unlimited".to_owned() } else { text });
        let ours = said.map(|text| {
            let word = mapped.words.get(&text.to_lowercase()).or_else(|| mapped.words.get("*"));
            word.cloned().unwrap_or(text)
        });
        let known = ours.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(known.or_else(|| mapped.otherwise.clone()))
    }

    /// The field of this name, unless it is blank.
    fn field(&self, name: &str) -> Option<&'r SourceField> {
        self.row.fields.get(&self.format.key(name)).filter(|field| !field.text.trim().is_empty())
    }

    fn first(&self, names: &Alternatives) -> Option<&'r SourceField> {
        names.iter().find_map(|name| self.field(&name.name))
    }

    /// The texts of fields, without the blank ones.
    fn texts(&self, groups: &[Alternatives]) -> Vec<&'r str> {
        groups.iter().filter_map(|names| Some(self.first(names)?.text.trim())).collect()
    }

    /// A name for machines. It depends on nothing but the row, so that it stays the same when rows are added.
    fn slug(&self, groups: &[Alternatives], prefix: Option<&str>) -> Result<Option<String>, Error> {
        let texts = self.texts(groups);
        let parts: Vec<String> = texts.iter().map(|text| plain_kebab(text)).collect();
        let slug = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        match (slug.is_empty(), prefix) {
            (false, Some(prefix)) => Ok(Some(format!("{prefix}-{slug}"))),
            (false, None) => Ok(Some(slug)),
            (true, _) if texts.is_empty() => Ok(None),
            (true, _) => Err(Error::new("import-slug-empty").with("value", texts.join(" "))),
        }
    }
}

fn is_one_of(text: &str, texts: &[String]) -> bool {
    let text = text.trim();
    texts.iter().any(|known| known.eq_ignore_ascii_case(text))
}

/// The text of a field in which a point has one reading, if that is known.
fn number(field: &SourceField, mapped: &MappedColumn) -> String {
    let text = field.text.trim();
    match mapped.decimal.or(field.is_number.then_some('.')) {
        Some('.') => with_one_reading(&text.replace(',', "")),
        Some(_) => with_one_reading(&text.replace('.', "").replace(',', ".")),
        None => text.to_owned(),
    }
}

/// A text whose number has a zero more if its point could also separate thousands: `12.3450 USD` for `12.345 USD`.
fn with_one_reading(text: &str) -> String {
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else { return text.to_owned() };
    let rest = &text[start..];
    let len = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let has_two = Number::split(&rest[..len]).is_some_and(|number| number.has_two_readings());
    if has_two { format!("{}0{}", &text[..start + len], &rest[len..]) } else { text.to_owned() }
}

/// Whether a row passes the filters of a map. The values of a list count one by one.
pub fn passes(map: &ImportMap, row: &SourceRow) -> bool {
    let reader = FieldReader { format: map.format, row };
    map.filters.iter().all(|filter| match reader.field(&filter.field.name) {
        None => filter.is_optional,
        Some(field) => field.text.split([';', ',', '|']).any(|text| is_one_of(text, &filter.kept)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::import::source::SourcePlace;
    use std::collections::BTreeMap;

    /// A map whose column `column` is filled like this, and the row with these fields.
    fn converted(column: &str, how: &str, fields: &[(&str, &str, bool)]) -> ConvertedRow {
        let currency = if column == "currency" { "" } else { "currency = {value = \"USD\"}\n" };
        let words = "\n[values.sms]\nfalse = \"0\"\n\"*\" = \"\"\n";
        let words = if column == "sms" { words } else { "" };
        let others = ["id", "line", "operator", "name", "kind"].into_iter().filter(|name| *name != column);
        let others: String = others.map(|name| format!("{name} = {{value = \"x\"}}\n")).collect();
        let text = format!("format = \"json\"\n[columns]\n{others}{currency}{column} = {how}{words}");
        let map = ImportMap::parse(&text).unwrap_or_else(|problems| panic!("{problems:?}"));
        let at = SourcePlace::Byte(0);
        let fields = fields.iter().map(|&(name, text, is_number)| {
            (name.to_owned(), SourceField { text: text.to_owned(), is_number, at })
        });
        ConvertedRow::new(&map, &SourceRow { fields: fields.collect::<BTreeMap<_, _>>(), at })
    }

    /// Checks the cell of a column that comes from a field `a` with this text.
    #[track_caller]
    fn check(column: &str, how: &str, text: &str, expected: Result<&str, &str>) {
        check_all(column, how, &[("a", text, false)], expected);
    }

    #[track_caller]
    fn check_all(column: &str, how: &str, fields: &[(&str, &str, bool)], expected: Result<&str, &str>) {
        let row = converted(column, how, fields);
        let at = COLUMNS.iter().position(|name| *name == column).unwrap();
        let found = match row.problems.first() {
            None => Ok(row.cells[at].as_str()),
            Some((_, error)) => Err(error.code()),
        };
        assert_eq!(found, expected, "{column} = {how}: {fields:?}");
    }

    #[test]
    fn amounts() {
        check("price", "\"a\"", "4.5", Ok("4.5"));
        check("price", "\"a\"", "0.9181700100254037", Ok("0.92"));
        check("price", "\"a\"", "free", Err("amount-form"));
        check("price", "\"a\"", "-4", Err("amount-form"));
        check("price", "\"a\"", "", Ok(""));
        check("price", "\"a\"", "12.345", Err("two-readings"));
        check("price", "{from = \"a\", decimal = \".\"}", "12.345", Ok("12.35"));
        check("price", "{from = \"a\", decimal = \".\"}", "1,299.50", Ok("1299.50"));
        check("price", "{from = \"a\", decimal = \",\"}", "1.299,50 USD", Ok("1299.50"));
        check("price", "{from = \"a\", unknown = [\"n/a\"]}", "N/A", Ok(""));
        check_all("price", "\"a\"", &[("a", "12.345", true)], Ok("12.35"));
        assert!(converted("price", "\"a\"", &[("a", "4.501", true)]).is_rounded);
        assert!(!converted("price", "\"a\"", &[("a", "4.5", true)]).is_rounded);
        check("currency", "\"a\"", "dh", Ok("MAD"));
        check("currency", "\"a\"", "eur", Ok("EUR"));
        check("currency", "\"a\"", "shells", Ok("shells"));
    }

    #[test]
    fn volumes() {
        let mb = "{from = \"a\", unit = \"MB\", unlimited = [\"-1\", \"no limit\"]}";
        check("data", mb, "5120", Ok("5.12GB"));
        check("data", mb, "1024.0", Ok("1024MB"));
        check("data", mb, "-1", Ok("unlimited"));
        check("data", mb, "No Limit", Ok("unlimited"));
        check("data", mb, "-5", Err("volume-not-a-number"));
        check("data", mb, "2 GB", Ok("2GB"));
        check("data", "\"a\"", "5", Err("volume-without-unit"));
        let flagged = "{from = \"a\", unit = \"MB\", unlimited = {from = \"b\", is = \"true\"}}";
        check_all("data", flagged, &[("a", "0", true), ("b", "true", false)], Ok("unlimited"));
        check_all("data", flagged, &[("a", "500", true), ("b", "false", false)], Ok("500MB"));
    }

    #[test]
    fn validities() {
        let in_days = "{from = \"a\", unit = \"d\"}";
        check("validity", in_days, "30", Ok("30d"));
        check("validity", in_days, "30.0", Ok("30d"));
        check("validity", in_days, "30 jours", Ok("30d"));
        check("validity", in_days, "2 weeks", Ok("14d"));
        check("validity", in_days, "-5", Err("validity-form"));
        check("validity", in_days, "1 month", Err("days-unequal"));
        check("validity", "{from = \"a\", unit = \"h\"}", "36", Ok("36h"));
        check("validity", in_days, "36h", Ok("36h"));
        check("validity", in_days, "0", Err("validity-form"));
        check("validity", "\"a\"", "7d", Ok("7d"));
        check("validity", "\"a\"", "7 days", Err("validity-form"));
    }

    #[test]
    fn texts() {
        check("name", "\"a\"", " Orange &amp; Co ", Ok("Orange &amp; Co"));
        check("note", "{from = [\"z\", \"a\"], otherwise = \"x\"}", "b", Ok("b"));
        check("note", "{from = [\"z\"], otherwise = \"x\"}", "b", Ok("x"));
        check_all(
            "note",
            "{join = [\"a\", \"z\", \"b\"], with = \", \"}",
            &[("a", "1", false), ("b", "2", false)],
            Ok("1, 2"),
        );
        check("sms", "\"a\"", "False", Ok("0"));
        check("sms", "\"a\"", "true", Ok(""));
        check("verified_on", "\"a\"", "2026-11-20T08:00:00Z", Ok("2026-11-20"));
        check("verified_on", "\"a\"", "2026-11", Ok("2026-11"));
    }

    #[test]
    fn names_for_machines() {
        let slug = "{slug = [\"a\", [\"z\", \"b\"]], prefix = \"p\"}";
        check_all(
            "id",
            slug,
            &[("a", "Maroc Télécom", false), ("b", "1.5 GB", false)],
            Ok("p-maroc-telecom-1-5-gb"),
        );
        check_all("id", slug, &[("b", "7", true)], Ok("p-7"));
        check("id", slug, "摩洛哥", Err("import-slug-empty"));
        check_all("id", slug, &[("a", "摩洛哥", false), ("b", "7", true)], Ok("p-7"));
        check("id", slug, "", Ok(""));
    }

    #[test]
    fn rows_are_kept_by_any_value_of_a_list() {
        let map = "format = \"csv\"\n[columns]\nid = \"i\"\nline = \"i\"\noperator = \"i\"\nname = \"i\"\nkind = \"i\"\n\
                   [filter]\ncountry = [\"Morocco\", \"MA\"]\ntype = {is = \"sim\", optional = true}\n";
        let map = ImportMap::parse(map).unwrap();
        let at = SourcePlace::Byte(0);
        for (country, kind, expected) in [
            ("MA", "sim", true),
            ("ES; ma", "", true),
            ("ES", "sim", false),
            ("MA", "topup", false),
            ("", "sim", false),
        ] {
            let fields = [("country", country), ("type", kind)].map(|(name, text)| {
                (name.to_owned(), SourceField { text: text.to_owned(), is_number: false, at })
            });
            assert_eq!(passes(&map, &SourceRow { fields: fields.into(), at }), expected, "{country} {kind}");
        }
    }
}
