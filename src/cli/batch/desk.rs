//! One worker, which reads blocks of rows and writes their answers.
//!
//! Many rows have the same sellers, currency and SIMs. For each such combination the catalogue is prepared once; the
//! code that checks it is that of the options of `compare`.

use super::columns::{JsonKeys, NeedColumn};
use super::row::{BadRow, JsonCells, JsonRow, NeedCells, NeedColumns};
use super::source::NeedBlock;
use crate::ask::error::AskError;
use crate::ask::known_names::names_in;
use crate::ask::names::{self, NameKind};
use crate::ask::need::{self, NeedTexts};
use crate::ask::request::{self, BalanceTexts};
use crate::catalogue::Catalogue;
use crate::catalogue::problems::{Diagnostic, MOST_REPORTED};
use crate::catalogue::records::{LONGEST_RECORD, line_end};
use crate::catalogue::table::{Header, Rows};
use crate::domain::calendar::Calendar;
use crate::domain::comparison::{best, nearest_reason};
use crate::domain::currency::Currency;
use crate::domain::error::Error;
use crate::domain::live::{harmless, short};
use crate::domain::money::Money;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::{Question, Request};
use crate::guide::situation::State;
use crate::i18n::{Language, Messages, Topic};
use crate::render::batch::{self, CarriedCell, CarriedValue, Lines, NeedAnswer, carried_name};
use crate::render::csv::redelimited;
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::sync::Arc;

/// How many prepared plans a worker keeps at most. Beyond it, it drops all of them.
const MOST_PREPARED: usize = 400_000;

/// How many steps the search of a line may take: 1 to 2 seconds on one core. It is less than for a single need.
pub const EFFORT: u64 = 4_000_000;

/// What is the same for all rows of a batch; all workers share it.
pub struct Study {
    pub catalogue: Catalogue,
    /// The request for rows that say nothing else.
    pub request: Request,
    /// The question for rows that say nothing else. Its need is a placeholder.
    pub question: Question,
    /// The state of the SIM that the user of a row has.
    pub state: Option<State>,
    /// The options whose texts are read together with cells of a row.
    pub options: RowDefaults,
    /// How many offers each need gets at most.
    pub top: usize,
    /// Whether to stop at the first bad row.
    pub fail_fast: bool,
    pub format: NeedFormat,
    pub lines: Lines,
    /// The name of the file, for places in messages.
    pub file: String,
    /// The language of error messages in answers.
    pub language: Language,
}

/// The texts of options that a row can override.
pub struct RowDefaults {
    pub minutes: Option<String>,
    pub from: Option<String>,
    pub have_data: Option<String>,
    pub have_days: Option<String>,
    /// The maximum total; its currency is that of the row.
    pub max_total: Option<String>,
    /// What the user has already; a price without a currency is in that of the row.
    pub mine: Option<String>,
}

pub enum NeedFormat {
    Csv(Header, NeedColumns),
    /// A JSON object on each line.
    Ndjson,
}

/// The answers to a block of rows.
#[derive(Default)]
pub struct Answered {
    /// The answers as they are written.
    pub text: String,
    /// How many rows are answered.
    pub rows: u64,
    /// How many of them are bad.
    pub bad: u64,
    /// How many answers rest on a stale price.
    pub stale: u64,
    /// How many stays begin before today.
    pub past: u64,
    /// How many bytes the rows have.
    pub bytes: u64,
    /// Unknown keys, each at its first place.
    pub unknown: Vec<Diagnostic>,
    /// The bad row that ended the batch: its number, and the message with its place.
    pub stopped: Option<(u64, String)>,
}

pub struct Desk {
    study: Arc<Study>,
    /// The prepared catalogues, by the texts of the cells in [`COMMON`].
    prepared: HashMap<String, Common>,
    plans: usize,
    /// The messages, loaded at the first bad row.
    messages: Option<Messages>,
    keys: JsonKeys,
}

/// What rows share whose cells in [`COMMON`] are the same.
struct Common {
    prepared: PreparedCatalogue,
    max_total: Option<Money>,
}

/// What is counted about an answer.
struct Pushed {
    /// Whether its first offer is stale.
    is_stale: bool,
    /// Whether the stay begins before today.
    is_past: bool,
}

/// A row that is not a valid need.
struct BadNeed<'r> {
    id: Option<&'r str>,
    problem: Diagnostic,
    /// The error that may know similar names.
    suggestion: Option<&'r AskError>,
    carried: &'r [CarriedCell<'r>],
}

/// The cells that the prepared catalogue depends on.
const COMMON: [NeedColumn; 6] = [
    NeedColumn::Operator,
    NeedColumn::Line,
    NeedColumn::Resident,
    NeedColumn::HaveSim,
    NeedColumn::Currency,
    NeedColumn::Mine,
];

impl Desk {
    pub fn new(study: Arc<Study>) -> Self {
        Self { study, prepared: HashMap::new(), plans: 0, messages: None, keys: JsonKeys::default() }
    }

    /// Answers a block of rows.
    pub fn answer(&mut self, block: &NeedBlock) -> Answered {
        let mut answered = self.answered(block);
        if let Lines::Csv(delimiter) = self.study.lines {
            answered.text = redelimited(answered.text, delimiter);
        }
        answered
    }

    fn answered(&mut self, block: &NeedBlock) -> Answered {
        let mut answered = Answered { bytes: block.bytes.len() as u64, ..Answered::default() };
        let study = Arc::clone(&self.study);
        if block.too_long {
            let error = Error::new("row-too-long").with("most", LONGEST_RECORD as u64);
            let problem = Diagnostic { line: block.line, column: 1, cell: None, error };
            let carried = match &study.format {
                NeedFormat::Csv(_, columns) => columns.carried(None),
                NeedFormat::Ndjson => Vec::new(),
            };
            self.bad(
                &BadNeed { id: None, problem, suggestion: None, carried: &carried },
                block.row,
                &mut answered,
            );
            return answered;
        }
        match &study.format {
            NeedFormat::Csv(header, columns) => self.answer_csv(block, header, columns, &mut answered),
            NeedFormat::Ndjson => self.answer_ndjson(block, &mut answered),
        }
        answered
    }

    fn answer_csv(
        &mut self,
        block: &NeedBlock,
        header: &Header,
        columns: &NeedColumns,
        answered: &mut Answered,
    ) {
        let mut rows = Rows::new(&block.bytes, block.line, header.delimiter());
        let mut number = block.row;
        while let Some(row) = rows.next(header) {
            match row {
                Err(problem) => {
                    let carried = columns.carried(None);
                    self.bad(
                        &BadNeed { id: None, problem, suggestion: None, carried: &carried },
                        number,
                        answered,
                    );
                }
                Ok(row) => {
                    let carried = columns.carried(Some(&row));
                    let need = columns.cells(&row);
                    let locate = |column, error| columns.problem(&row, column, error);
                    self.answer_row(need, number, &carried, &locate, answered);
                }
            }
            if answered.stopped.is_some() {
                return;
            }
            number += 1;
        }
    }

    fn answer_ndjson(&mut self, block: &NeedBlock, answered: &mut Answered) {
        let mut number = block.row;
        for (bytes, line) in lines(&block.bytes).zip(block.line..) {
            if bytes.trim_ascii().is_empty() {
                continue;
            }
            let row = JsonRow { bytes, line };
            let JsonCells { need, carried } = row.cells(&mut self.keys);
            let cells = self.carried_keys(&row, &carried, answered);
            self.answer_row(need, number, &cells, &|column, error| row.problem(column, error), answered);
            if answered.stopped.is_some() {
                return;
            }
            number += 1;
        }
    }

    /// The keys that are carried through. The header of CSV is written before they are known: then they are reported.
    fn carried_keys<'r>(
        &self,
        row: &JsonRow<'_>,
        keys: &'r [(String, &RawValue)],
        answered: &mut Answered,
    ) -> Vec<CarriedCell<'r>> {
        if self.study.lines == Lines::Ndjson {
            let cells = keys.iter().map(|(key, value)| CarriedCell {
                name: carried_name(key),
                value: CarriedValue::Json(value.get()),
            });
            return cells.collect();
        }
        for (key, _) in keys {
            // To find the place of a key takes time.
            if answered.unknown.len() >= MOST_REPORTED {
                break;
            }
            let problem = row.ignored(key);
            if !answered.unknown.iter().any(|known| known.error == problem.error) {
                answered.unknown.push(problem);
            }
        }
        Vec::new()
    }

    fn answer_row(
        &mut self,
        need: Result<NeedCells<'_>, BadRow>,
        number: u64,
        carried: &[CarriedCell<'_>],
        locate: &dyn Fn(Option<NeedColumn>, Error) -> Diagnostic,
        answered: &mut Answered,
    ) {
        let cells = match need {
            Ok(cells) => cells,
            Err(BadRow { id, problem }) => {
                let bad = BadNeed { id: id.as_deref(), problem, suggestion: None, carried };
                return self.bad(&bad, number, answered);
            }
        };
        let numbered;
        let id = if let Some(id) = cells.get(NeedColumn::Id) {
            id
        } else {
            numbered = number.to_string();
            &numbered
        };
        let before = answered.text.len();
        match self.pushed(&cells, id, carried, &mut answered.text) {
            Ok(pushed) => {
                answered.rows += 1;
                answered.stale += u64::from(pushed.is_stale);
                answered.past += u64::from(pushed.is_past);
            }
            Err(error) => {
                answered.text.truncate(before);
                let column = error.of_option().and_then(NeedColumn::of_option);
                let problem = locate(column, error.error().clone());
                let bad = BadNeed { id: Some(id), problem, suggestion: Some(&error), carried };
                self.bad(&bad, number, answered);
            }
        }
    }

    /// Appends the answer to a row.
    fn pushed(
        &mut self,
        cells: &NeedCells<'_>,
        id: &str,
        carried: &[CarriedCell<'_>],
        text: &mut String,
    ) -> Result<Pushed, AskError> {
        let study = Arc::clone(&self.study);
        let common = self.common(cells)?;
        let question = question(cells, &study, common)?;
        let from = cells.get(NeedColumn::From).or(study.options.from.as_deref());
        let calendar = match from {
            Some(text) => Calendar::Dates(need::start_of(text, "--from")?.date()),
            None => Calendar::Days,
        };
        let prepared = &common.prepared;
        // What the user has already may rank anywhere.
        let most = if prepared.request().mine.is_some() { usize::MAX } else { study.top };
        let offers = best(prepared, &question, most).map_err(AskError::usage)?;
        let today = prepared.request().today;
        let is_past = matches!(calendar, Calendar::Dates(start) if start < today);
        if offers.is_empty() {
            let answer = NeedAnswer::NothingFits { reason: nearest_reason(prepared, &question) };
            batch::push(text, id, answer, carried, study.lines).map_err(AskError::usage)?;
            return Ok(Pushed { is_stale: false, is_past });
        }
        let answer = NeedAnswer::Offers {
            offers: &offers,
            most: study.top,
            calendar: &calendar,
            prepared,
            question: &question,
            state: study.state.unwrap_or(State::Active),
        };
        batch::push(text, id, answer, carried, study.lines).map_err(|error| match error.code() {
            "date-out-of-range" => AskError::option("--from", error),
            _ => AskError::usage(error),
        })?;
        Ok(Pushed { is_stale: offers[0].basket.is_stale(today), is_past })
    }

    /// The catalogue prepared for a row, from an earlier row if one had the same cells.
    fn common(&mut self, cells: &NeedCells<'_>) -> Result<&Common, AskError> {
        let mut key = String::new();
        for column in COMMON {
            key.push_str(cells.get(column).unwrap_or_default());
            // Cells cannot have this control character.
            key.push('\u{1f}');
        }
        if !self.prepared.contains_key(&key) {
            let common = prepare(cells, &self.study)?;
            if self.plans > MOST_PREPARED {
                self.prepared.clear();
                self.plans = 0;
            }
            self.plans += common.prepared.plans().len();
            self.prepared.insert(key.clone(), common);
        }
        Ok(&self.prepared[&key])
    }

    /// Reports a bad row in its answer, or stops. If the id of the row cannot be read, its answer has none, because the
    /// number of the row could be the id of another.
    fn bad(&mut self, bad: &BadNeed<'_>, number: u64, answered: &mut Answered) {
        let BadNeed { id, problem, suggestion, carried } = bad;
        let study = &self.study;
        let messages = self
            .messages
            .get_or_insert_with(|| Messages::new(study.language, &[Topic::Answers, Topic::Errors]));
        let cell = problem.cell.as_ref().map(|cell| format!("{}: ", short(cell))).unwrap_or_default();
        let mut reason = format!(
            "{}:{}:{}: {cell}{}",
            harmless(&study.file),
            problem.line,
            problem.column,
            messages.error(&problem.error)
        );
        if let Some(suggestion) = suggestion.and_then(|error| error.suggestion(messages)) {
            reason += &messages.tr_with("in-brackets", [("text", suggestion)]);
        }
        if study.fail_fast {
            answered.stopped = Some((number, reason));
            return;
        }
        answered.rows += 1;
        answered.bad += 1;
        batch::push_error(&mut answered.text, *id, &reason, carried, study.lines);
    }
}

/// The lines of some bytes, with their line breaks.
fn lines(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let end = line_end(bytes, true).unwrap_or(bytes.len());
        let line;
        (line, bytes) = bytes.split_at(end);
        (!line.is_empty()).then_some(line)
    })
}

/// The question of a row: the part that the prepared catalogue does not depend on.
fn question(cells: &NeedCells<'_>, study: &Study, common: &Common) -> Result<Question, AskError> {
    let data = cells.get(NeedColumn::Data);
    let per_day = cells.get(NeedColumn::PerDay);
    let usage = cells.get(NeedColumn::Use);
    if cells.get(NeedColumn::Days).is_none() {
        return Err(needed("--days", NeedColumn::Days));
    }
    let minutes = cells.get(NeedColumn::Minutes).or(study.options.minutes.as_deref());
    if [data, per_day, usage, minutes].iter().all(Option::is_none) {
        return Err(needed("--data", NeedColumn::Data));
    }
    let options = &study.options;
    let need = need::need(&NeedTexts {
        days: cells.get(NeedColumn::Days),
        from: None,
        to: None,
        data,
        per_day,
        usage,
        minutes,
    })?;
    let request = common.prepared.request();
    let balance = BalanceTexts {
        data: cells.get(NeedColumn::HaveData).or(options.have_data.as_deref()),
        days: cells.get(NeedColumn::HaveDays).or(options.have_days.as_deref()),
    };
    let initial = request::initial(&balance, study.state, &request.have_sims)?;
    let max_purchases = match cells.get(NeedColumn::MaxPurchases) {
        Some(text) => Some(request::max_purchases(text)?),
        None => study.question.max_purchases,
    };
    let max_total = common.max_total;
    Ok(Question { need, initial, max_purchases, max_total, effort: EFFORT, ..study.question.clone() })
}

fn needed(option: &'static str, column: NeedColumn) -> AskError {
    AskError::option(option, Error::new("cell-needed").with("column", column.to_string()))
}

/// Prepares the catalogue for the cells of a row, which override the options.
fn prepare(cells: &NeedCells<'_>, study: &Study) -> Result<Common, AskError> {
    let mut request = study.request.clone();
    let catalogue = &study.catalogue;
    if let Some(text) = cells.get(NeedColumn::Operator) {
        request.filters.operators.only =
            names::slugs(catalogue, NameKind::Operator, names_in(text), "--operator")?;
    }
    if let Some(text) = cells.get(NeedColumn::Line) {
        request.filters.lines.only = names::slugs(catalogue, NameKind::Line, names_in(text), "--line")?;
    }
    if let Some(text) = cells.get(NeedColumn::HaveSim) {
        request.have_sims = names::slugs(catalogue, NameKind::Line, names_in(text), "--have-sim")?;
    }
    if let Some(text) = cells.get(NeedColumn::Resident) {
        request.filters.resident = yes_or_no(text).map_err(|error| AskError::option("--resident", error))?;
    }
    if let Some(code) = cells.get(NeedColumn::Currency) {
        request.currency = Currency::parse(code).map_err(|error| AskError::option("--currency", error))?;
    }
    let mine = cells.get(NeedColumn::Mine).or(study.options.mine.as_deref());
    request.mine = mine.map(|text| request::mine_of(text, request.currency, request.today)).transpose()?;
    let limit = study.options.max_total.as_deref();
    let max_total = limit.map(|text| request::max_total(text, request.currency)).transpose()?;
    Ok(Common { prepared: request::prepared(&catalogue.plans, &request)?, max_total })
}

fn yes_or_no(text: &str) -> Result<bool, Error> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "true" | "1" | "1.0" | "y" | "oui" | "vrai" | "是" | "真" => Ok(true),
        "no" | "false" | "0" | "0.0" | "n" | "non" | "faux" | "否" | "假" => Ok(false),
        _ => {
            Err(Error::new("unknown-word").with("value", text).with("expected", "yes, no, true, false, 1, 0"))
        }
    }
}
