//! `simplan plans add`: a new price or a new plan for the user's own overlay, from options or from questions.

use super::install::{put, without_folder};
use crate::ask::error::AskError;
use crate::ask::shell::quoted;
use crate::bulk::check;
use crate::catalogue::Catalogue;
use crate::catalogue::addition::{added, complete, validity};
use crate::catalogue::findings::{Finding, Severity};
use crate::catalogue::overlay::{OverlayRow, STATUS, SaleStatus, overlaid};
use crate::catalogue::problems::Problems;
use crate::cli::args::{Global, PlansAddArgs};
use crate::cli::files::Target;
use crate::cli::input::{self, FileForm};
use crate::cli::questions::Questions;
use crate::cli::{Environment, Exit, in_use, output, resolve};
use crate::domain::currency::Currency;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, Plan};
use crate::domain::slug::Slug;
use crate::domain::word::Word;
use crate::guide::sellers::seller_name;
use crate::i18n::{Language, Messages, Topic};
use crate::render::plans::summary;
use dialoguer::Result as Answer;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn run(
    args: &PlansAddArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors, Topic::Help]);
    let today = resolve::today(global)?;
    let path =
        global.overlay.last().cloned().or_else(|| in_use::own(environment)).ok_or_else(without_folder)?;
    if Target::from_path(Some(&path)) == Target::Stdout {
        return Err(AskError::option("--overlay", Error::new("add-without-a-file")));
    }
    let overlay = Overlaying::read(&path, global, environment)?;
    let plans = overlay.plans(&path)?;
    let mut cells = args.row.cells.clone();
    if cells.is_empty() && environment.can_ask() {
        let asked = PriceInterview { questions: &Questions::new(environment), messages: &messages, today };
        let Some(chosen) = asked.cells(&plans).ok().flatten() else { return Ok(Exit::Usage) };
        cells = chosen;
    }
    let is_new = complete(&mut cells, &plans, today).map_err(AskError::usage)?;
    let id = cells.get("id").cloned().unwrap_or_default();
    let is_withdrawn = cells.get(STATUS).is_some_and(|status| status == SaleStatus::Withdrawn.word());
    let row = added(overlay.own(), cells, overlay.form.delimiter)
        .map_err(|problems| AskError::reading(&path, problems.into()))?;
    let findings = overlay.findings(&row.text, row.line, today)?;
    for Finding { severity, problem } in &findings {
        let text = match &problem.cell {
            Some(cell) => messages.labelled(cell, &messages.error(&problem.error)),
            None => messages.error(&problem.error),
        };
        let label = if *severity == Severity::Note { "severity-note" } else { "warning" };
        output::remark(&(messages.labelled(&messages.tr(label), &text) + "\n"), environment);
    }
    put(&path, &row.text, environment)?;
    let key = if is_new { "plans-added" } else { "plans-changed" };
    let mut text = messages.tr_with(key, [("id", id.clone()), ("file", path.display().to_string())]) + "\n";
    if let Some(plan) = overlay.with(&row.text).ok().and_then(|plans| of_id(&plans, &id).cloned()) {
        text += &format!("  {}\n", summary(&plan, today, &messages));
    }
    if !is_withdrawn {
        let command = format!("simplan plans show {}{}", quoted(&id), overlay_option(global));
        text += &(messages.tr_with("next-step", [("command", command)]) + "\n");
    }
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// The options that name the same overlay, for the command that comes next.
fn overlay_option(global: &Global) -> String {
    let files = global.catalogue_files();
    files.map(|(option, path)| format!(" {option} {}", quoted(&path.display().to_string()))).collect()
}

fn of_id<'p>(plans: &'p [Arc<Plan>], id: &str) -> Option<&'p Arc<Plan>> {
    plans.iter().find(|plan| plan.id.as_str() == id)
}

/// A catalogue, the overlays that are laid over it first, and the one that gets the row.
struct Overlaying {
    base: Vec<u8>,
    /// All overlays; the last one gets the row.
    overlays: Vec<Vec<u8>>,
    form: FileForm,
}

impl Overlaying {
    fn read(path: &Path, global: &Global, environment: &mut Environment<'_>) -> Result<Self, AskError> {
        let form = FileForm::of(global)?;
        let base = input::base(&global.used, form, environment)?;
        let others: Vec<PathBuf> =
            global.used.overlays().iter().filter(|other| *other != path).cloned().collect();
        let mut overlays = Vec::new();
        for other in others {
            overlays.push(form.bytes(&other, "--overlay", environment)?);
        }
        let own = if path.exists() { form.bytes(path, "--overlay", environment)? } else { Vec::new() };
        overlays.push(own);
        Ok(Self { base, overlays, form })
    }

    /// The overlay that gets the row.
    fn own(&self) -> &[u8] {
        self.overlays.last().map(Vec::as_slice).unwrap_or_default()
    }

    fn texts<'t>(&'t self, own: &'t [u8]) -> Vec<&'t [u8]> {
        let others = &self.overlays[..self.overlays.len() - 1];
        others.iter().map(Vec::as_slice).chain([own]).collect()
    }

    /// All plans, those that are not on sale too.
    fn plans(&self, path: &Path) -> Result<Vec<Arc<Plan>>, AskError> {
        let own =
            if self.own().is_empty() { "id\n" } else { std::str::from_utf8(self.own()).unwrap_or_default() };
        self.with(own).map_err(|problems| AskError::reading(path, problems.into()).named_by("--overlay"))
    }

    /// All plans with another text of the overlay that gets the row.
    fn with(&self, own: &str) -> Result<Vec<Arc<Plan>>, Problems> {
        let laid = overlaid(&self.base, &self.texts(own.as_bytes()), self.form.delimiter);
        let merged = laid.map_err(|(_, problems)| problems)?.merged;
        Ok(Catalogue::parse(merged.as_bytes())?.plans)
    }

    /// What is suspicious about the row on a line.
    ///
    /// # Errors
    /// What is wrong with a cell, as an error of its option.
    fn findings(&self, own: &str, line: u64, today: Date) -> Result<Vec<Finding>, AskError> {
        let found = check::overlay(&self.base, &self.texts(own.as_bytes()), self.form.delimiter, today);
        let checked = found.map_err(|error| AskError::reading(Path::new("FILE"), error))?;
        // A kiosk has no address.
        let of_line = checked.findings.first.into_iter().filter(|finding| {
            finding.problem.line == line && finding.problem.error.code() != "source-no-address"
        });
        let of_row: Vec<_> = of_line.collect();
        match of_row.iter().find(|finding| finding.severity == Severity::Error) {
            None => Ok(of_row),
            Some(Finding { problem, .. }) => Err(match &problem.cell {
                Some(cell) => {
                    AskError::option(format!("--{}", cell.replace('_', "-")), problem.error.clone())
                }
                None => AskError::usage(problem.error.clone()),
            }),
        }
    }
}

/// The questions about one price or plan.
struct PriceInterview<'q> {
    questions: &'q Questions,
    messages: &'q Messages,
    today: Date,
}

impl PriceInterview<'_> {
    /// The cells that the user tells; `None` if the user leaves a question.
    fn cells(&self, plans: &[Arc<Plan>]) -> Answer<Option<OverlayRow>> {
        let messages = self.messages;
        let mut lines: Vec<&Arc<Plan>> = Vec::new();
        for plan in plans {
            if lines.iter().all(|known| known.line != plan.line) {
                lines.push(plan);
            }
        }
        let named = lines.iter().map(|plan| {
            let seller = seller_name(plan.operator.as_str());
            messages.tr_with("items-of-line", [("line", seller), ("items", plan.line.as_str())])
        });
        let named = named.chain([messages.tr("ask-other-line")]).collect();
        let Some(at) = self.questions.one_of(&messages.tr("ask-line"), named, 0)? else { return Ok(None) };
        let mut cells = OverlayRow::new();
        if let Some(first) = lines.get(at) {
            let of_line: Vec<_> = plans.iter().filter(|plan| plan.line == first.line).collect();
            let shown = of_line.iter().map(|plan| summary(plan, self.today, messages));
            let shown = shown.chain([messages.tr("ask-new-plan")]).collect();
            let Some(at) = self.questions.one_of(&messages.tr("ask-plan"), shown, 0)? else {
                return Ok(None);
            };
            if let Some(plan) = of_line.get(at) {
                return self.new_price(plan).map(Some);
            }
            cells.insert("line".to_owned(), first.line.to_string());
        } else {
            self.ask("line", &mut cells, |text| Slug::parse(text).map(drop))?;
            self.ask("operator", &mut cells, |text| Slug::parse(text).map(drop))?;
        }
        self.ask("name", &mut cells, |text| match text.trim() {
            "" => Err(Error::new("cell-needed").with("column", "name")),
            _ => Ok(()),
        })?;
        self.ask("price", &mut cells, |text| amount(text, dirham()))?;
        self.ask("data", &mut cells, |text| optional(text, |text| Allowance::parse(text).map(drop)))?;
        self.ask("validity", &mut cells, |text| optional(text, |text| validity(text).map(drop)))?;
        self.ask("buy", &mut cells, |_| Ok(()))?;
        self.ask("source", &mut cells, |_| Ok(()))?;
        Ok(Some(cells))
    }

    /// The price of a known plan, and where it was seen.
    fn new_price(&self, plan: &Plan) -> Answer<OverlayRow> {
        let mut cells = OverlayRow::from([("id".to_owned(), plan.id.to_string())]);
        let currency = plan.price.map_or_else(dirham, |price| Some(price.currency()));
        self.ask("price", &mut cells, |text| amount(text, currency))?;
        self.ask("source", &mut cells, |_| Ok(()))?;
        Ok(cells)
    }

    /// Asks for one cell.
    fn ask(
        &self,
        column: &str,
        cells: &mut OverlayRow,
        check: impl Fn(&str) -> Result<(), Error>,
    ) -> Answer<()> {
        let question = self.messages.tr(match column {
            "line" => "ask-line-id",
            "operator" => "ask-seller-id",
            "name" => "ask-name",
            "price" => "ask-price",
            "data" => "ask-plan-data",
            "validity" => "ask-validity",
            "buy" => "ask-buy",
            _ => "ask-source",
        });
        let text = self
            .questions
            .text(&question, |text| check(text).err().map(|error| self.messages.error(&error)))?;
        cells.insert(column.to_owned(), text);
        Ok(())
    }
}

fn dirham() -> Option<Currency> {
    "MAD".parse().ok()
}

/// Checks an amount, perhaps with its currency.
fn amount(text: &str, currency: Option<Currency>) -> Result<(), Error> {
    match currency {
        Some(currency) => Money::typed(text, currency).map(drop),
        None => Ok(()),
    }
}

/// Checks a cell that may be blank.
fn optional(text: &str, check: impl Fn(&str) -> Result<(), Error>) -> Result<(), Error> {
    if text.trim().is_empty() { Ok(()) } else { check(text) }
}
