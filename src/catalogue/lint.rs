//! What is suspicious about one row of a catalogue, although its cells are valid.

use super::columns::{Column, Columns};
use super::delimiter::Delimiter;
use super::findings::{CountedRows, Findings, Severity};
use super::leftovers::{leftovers, may_have_leftovers};
use super::table::Row;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, Kind, Plan, Quantity, STALE_AFTER_DAYS};
use crate::domain::time::VerifiedOn;
use jiff::civil::Date;
use memchr::{memchr_iter, memchr2_iter, memmem};

/// The columns with texts that people write.
const TEXTS: [Column; 4] = [Column::Name, Column::Buy, Column::Source, Column::Note];

/// What is known of a row without its plan.
#[derive(Clone, Copy, Debug)]
pub struct PlainFacts<'r> {
    /// Whether its price is 0.
    pub is_free: bool,
    /// The date of its price.
    pub verified_on: Option<VerifiedOn>,
    /// The bytes of its source.
    pub source: &'r [u8],
}

/// The findings about the rows of a file, each looked at by itself.
#[derive(Clone, Debug)]
pub struct Lint {
    /// The day from which the age of prices is counted.
    today: Date,
    /// What was found at single rows.
    findings: Findings,
    /// The rows whose price is old.
    pub old: CountedRows,
    /// The rows whose source is not an address.
    pub unlinked: CountedRows,
}

impl Lint {
    /// No rows yet.
    pub fn new(today: Date) -> Self {
        Self {
            today,
            findings: Findings::default(),
            old: CountedRows::default(),
            unlinked: CountedRows::default(),
        }
    }

    /// Counts a row of which only this is known, if nothing about it needs its place. `bytes` are all of its bytes.
    pub fn count(&mut self, row: PlainFacts<'_>, bytes: &[u8], delimiter: Delimiter) -> Option<()> {
        let is_future = row.verified_on.is_some_and(|date| date.date() > self.today);
        if row.is_free || is_future || may_be_odd(bytes, delimiter) {
            return None;
        }
        let is_old = row.verified_on.is_some_and(|date| date.age_on(self.today) > STALE_AFTER_DAYS);
        let is_unlinked = !row.source.is_empty() && !is_address(row.source);
        // Nothing may be counted if one of the two still needs a place.
        if is_old && !self.old.is_placed() || is_unlinked && !self.unlinked.is_placed() {
            return None;
        }
        if is_old {
            self.old.count();
        }
        if is_unlinked {
            self.unlinked.count();
        }
        Some(())
    }

    /// Looks at a row and its plan.
    pub fn row(&mut self, row: &Row<'_>, columns: &Columns, plan: &Plan) {
        let mut found: Vec<(Severity, Option<usize>, Error)> = Vec::new();
        let warning = Severity::Warning;
        if plan.price.is_some_and(Money::is_zero) && plan.max_purchases.is_none() && plan.kind != Kind::Sim {
            found.push((warning, columns.index(Column::Price), Error::new("price-zero")));
        }
        if let Some(date) = plan.verified_on {
            if date.date() > self.today {
                let error = Error::new("date-in-future").with("value", date.to_string());
                found.push((warning, columns.index(Column::VerifiedOn), error));
            } else if date.age_on(self.today) > STALE_AFTER_DAYS {
                let error = Error::new("price-old").with("days", STALE_AFTER_DAYS);
                self.old.add(|| row.problem(columns.index(Column::VerifiedOn).unwrap_or(0), error));
            }
        }
        let extra = columns.unknown().map(|(index, _)| Some(*index));
        for index in TEXTS.map(|column| columns.index(column)).into_iter().chain(extra) {
            let Some(text) = row.text(index) else { continue };
            found.extend(leftovers(text).map(|error| (warning, index, error)));
            if text.starts_with(['=', '+', '-', '@']) {
                found.push((warning, index, Error::new("cell-formula").with("value", &text[..1])));
            }
        }
        if let Some(error) = misnamed(plan) {
            found.push((warning, columns.index(Column::Name), error));
        }
        if let Some(source) = plan.source.as_deref()
            && !is_address(source.as_bytes())
        {
            let error = Error::new("source-no-address");
            self.unlinked.add(|| row.problem(columns.index(Column::Source).unwrap_or(0), error));
        }
        for (severity, index, error) in found {
            self.findings.add(severity, row.problem(index.unwrap_or(0), error));
        }
    }

    /// Adds what was found at other rows of the same file.
    pub fn merge(&mut self, other: Self) {
        self.findings.merge(other.findings);
        self.old.merge(other.old);
        self.unlinked.merge(other.unlinked);
    }

    /// All findings.
    pub fn finish(self) -> Findings {
        let mut findings = self.findings;
        let counted = [self.old, self.unlinked].into_iter().filter_map(CountedRows::finding);
        findings.add_all(Severity::Note, counted);
        findings
    }
}

/// Whether the texts of a row may be odd: if not, [`Lint::row`] finds nothing in them.
fn may_be_odd(row: &[u8], delimiter: Delimiter) -> bool {
    let begins_formula = |at: usize| {
        let cell = row.get(at + 1..).unwrap_or_default();
        let text = cell.strip_prefix(b"\"").unwrap_or(cell).trim_ascii_start();
        matches!(text.first(), Some(b'=' | b'+' | b'-' | b'@'))
    };
    may_have_leftovers(row)
        || memchr_iter(delimiter.byte(), row).any(begins_formula)
        || may_say_unlimited(row)
}

/// Whether a row may hold one of the words of [`UNLIMITED`], in any case.
fn may_say_unlimited(row: &[u8]) -> bool {
    memchr2_iter(b'm', b'M', row).any(|at| begins_before(row, at, b"imit", 1))
        || memchr2_iter(b'z', b'Z', row).any(|at| begins_before(row, at, b"unbegrenzt", 8))
        || !row.is_ascii() && memmem::find(row, "限".as_bytes()).is_some()
}

/// Whether a word in any case begins this many bytes before a place.
fn begins_before(row: &[u8], at: usize, word: &[u8], before: usize) -> bool {
    let text = at.checked_sub(before).and_then(|from| row.get(from..from + word.len()));
    text.is_some_and(|text| text.eq_ignore_ascii_case(word))
}

/// Whether a source is an address of the web, as it is or in quotes.
fn is_address(source: &[u8]) -> bool {
    let text = source.strip_prefix(b"\"").unwrap_or(source).trim_ascii_start();
    text.starts_with(b"http://") || text.starts_with(b"https://")
}

/// The words by which a name says that something has no limit, in lower case.
const UNLIMITED: [&str; 7] = ["unlimited", "illimit", "ilimit", "sans limite", "unbegrenzt", "无限", "不限"];

/// The error if a name says that the data has no limit and it has one, or the reverse. Calls and messages without a limit
/// can be what a name speaks of.
fn misnamed(plan: &Plan) -> Option<Error> {
    let name = plan.name.to_lowercase();
    let says_unlimited = UNLIMITED.iter().any(|word| name.contains(word));
    let others = [plan.minutes, plan.sms];
    match plan.allowance? {
        // A name with a volume says what is limited.
        Allowance::Volume(volume)
            if says_unlimited
                && volume_in(&name).is_none()
                && !others.contains(&Some(Quantity::Unlimited)) =>
        {
            Some(Error::new("name-says-unlimited").with("value", volume.to_string()))
        }
        Allowance::Unlimited if !says_unlimited => {
            Some(Error::new("name-says-volume").with("value", volume_in(&name)?))
        }
        _ => None,
    }
}

/// The first volume in a text, such as `20 go`.
fn volume_in(text: &str) -> Option<&str> {
    const UNITS: [&str; 4] = ["gb", "go", "mb", "mo"];
    text.char_indices().find_map(|(at, c)| {
        if !c.is_ascii_digit() || text[..at].ends_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        let rest = &text[at..];
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
        let blanks = rest[digits..].len() - rest[digits..].trim_start().len();
        let unit = digits + blanks;
        let end = unit + 2;
        let is_unit = UNITS.iter().any(|name| rest[unit..].starts_with(name));
        let is_word = !rest.get(end..)?.starts_with(|c: char| c.is_alphanumeric());
        (is_unit && is_word).then(|| &rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::columns::REQUIRED;
    use crate::catalogue::plans::plan;
    use crate::catalogue::table::Header;
    use jiff::civil::date;

    /// Checks what is found at some rows, each without its line and with its severity.
    #[track_caller]
    fn check(rows: &[&str], expected: &[&str]) {
        let header = "id,line,operator,name,kind,price,currency,data,validity,minutes,max_purchases,source,verified_on,note";
        let text = format!("{header}\n{}\n", rows.join("\n"));
        let (header, mut read) = Header::read(text.as_bytes(), &REQUIRED, None).unwrap();
        let columns = Columns::new(&header).unwrap();
        let mut lint = Lint::new(date(2026, 11, 27));
        while let Some(row) = read.next(&header) {
            let row = row.unwrap_or_else(|problem| panic!("{problem}"));
            let mut problems = Vec::new();
            let plan = plan(&row, &columns, &mut problems).unwrap_or_else(|| panic!("{problems:?}"));
            lint.row(&row, &columns, &plan);
        }
        let found = lint.finish();
        let shown = found.first.iter().map(|finding| format!("{} {}", finding.severity, finding.problem));
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{rows:?}");
    }

    #[test]
    fn prices_and_dates() {
        let url = "https://x.ma,2026-11";
        check(&[&format!("a,l,o,A,pass,5,MAD,1GB,7d,,,{url},")], &[]);
        let zero = format!("a,l,o,A,pass,0,MAD,1GB,7d,,,{url},");
        check(&[&zero], &["warning 2:14: price: price-zero"]);
        check(&[&zero.replace(",,,", ",,1,"), &zero.replace("pass", "sim").replace("a,l", "b,l")], &[]);
        check(
            &["a,l,o,A,pass,5,MAD,1GB,7d,,,https://x.ma,2026-11-28,"],
            &["warning 2:42: verified_on: date-in-future value=`2026-11-28`"],
        );
        // 180 days before the 27th of November is the 31st of May.
        let on = |day: &str| format!("a,l,o,A,pass,5,MAD,1GB,7d,,,https://x.ma,{day},");
        check(&[&on("2026-05-31")], &[]);
        check(
            &[&on("2026-05-30"), &on("2020-01")],
            &["note 2:42: verified_on: price-old days=`180` rows=`2`"],
        );
    }

    #[test]
    fn texts_of_web_pages_and_spreadsheets() {
        let row =
            |name: &str, note: &str| format!("a,l,o,{name},pass,5,MAD,1GB,7d,,,https://x.ma,2026-11,{note}");
        check(&[&row("Pass &amp; Go", "")], &["warning 2:7: name: html-entity value=`&amp;`"]);
        check(&[&row("Fès", "caf&#233;")], &["warning 2:52: note: html-entity value=`&#233;`"]);
        check(
            &[&row("A", "=1+1"), &row("-A", "")],
            &["warning 2:50: note: cell-formula value=`=`", "warning 3:7: name: cell-formula value=`-`"],
        );
        let title = row("A", "").replace("https://x.ma", "the shop");
        check(&[&title, &title], &["note 2:29: source: source-no-address rows=`2`"]);
    }

    #[test]
    fn rows_that_are_only_counted_have_nothing_else() {
        let odd = [
            "a,Pass &amp; Go,1",
            "a,FÃ¨s,1",
            "a,=1,1",
            "a,\"-x\",1",
            "a,\" @x\",1",
            "a,Illimité,1",
            "a,UNLIMITED,1",
            "a,UnLiMited,1",
            "a,Unbegrenzt,1",
            "a,不限流量,1",
        ];
        for row in odd {
            assert!(may_be_odd(row.as_bytes(), Delimiter::COMMA), "{row}");
        }
        assert!(!may_be_odd(b"a,*3,x-y,2026-11,a=b,https://x.ma/?a=b,mimi,zz", Delimiter::COMMA));
        let facts = |verified_on: &str, source: &'static str| PlainFacts {
            is_free: false,
            verified_on: Some(VerifiedOn::parse(verified_on).unwrap()),
            source: source.as_bytes(),
        };
        let mut lint = Lint::new(date(2026, 11, 27));
        let mut count = |facts: PlainFacts<'_>| lint.count(facts, b"a,b", Delimiter::COMMA);
        assert_eq!(count(facts("2026-11", "\"https://x.ma\"")), Some(()));
        assert_eq!(count(facts("2026-12", "https://x.ma")), None);
        assert_eq!(count(facts("2020-01", "https://x.ma")), None, "the first old price needs its place");
        assert_eq!(count(facts("2026-11", "the shop")), None);
        assert_eq!(count(PlainFacts { is_free: true, ..facts("2026-11", "") }), None);
    }

    #[test]
    fn names_that_disagree_with_the_data() {
        let row = |name: &str, data: &str, minutes: &str| {
            format!("a,l,o,{name},pass,5,MAD,{data},7d,{minutes},,https://x.ma,2026-11,")
        };
        check(
            &[&row("Internet illimité", "10GB", "")],
            &["warning 2:7: name: name-says-unlimited value=`10GB`"],
        );
        check(&[&row("不限流量", "10GB", "")], &["warning 2:7: name: name-says-unlimited value=`10GB`"]);
        check(&[&row("Appels illimités", "10GB", "unlimited"), &row("Unlimited", "unlimited", "")], &[]);
        check(&[&row("Réseaux sociaux illimités + 15Go", "15GB", "")], &[]);
        check(&[&row("Pack 20 Go", "unlimited", "")], &["warning 2:7: name: name-says-volume value=`20 go`"]);
        check(&[&row("Pack 4G", "unlimited", ""), &row("Max 30 days", "unlimited", "")], &[]);
    }
}
