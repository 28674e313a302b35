//! `simplan batch`: answers many needs.
//!
//! `source` reads rows in blocks, and `pipeline` hands them to workers and returns their answers in order. A worker
//! (`desk`) reads the cells of a row (`row`) by their `columns`, compares plans over the prepared catalogue, and renders
//! the answer. `sink` writes the answers, after those that an interrupted run has left (`interrupted`), and `progress` shows
//! on a terminal how many there are.

pub(super) mod columns;
mod desk;
mod interrupted;
mod pipeline;
mod progress;
mod row;
mod sink;
mod source;

use super::args::{BatchArgs, Global};
use super::choices::InputFormat;
use super::files::FileId;
use super::input::FileForm;
use super::{Environment, Exit, input, output, resolve, sources};
use crate::ask::error::{AskError, about_file, located};
use crate::ask::names::{self, CatalogueNames};
use crate::ask::request::{self, BalanceTexts};
use crate::ask::shell::quoted;
use crate::ask::{Options, need};
use crate::bulk::threads::cores;
use crate::catalogue::delimiter::Delimiter;
use crate::catalogue::problems::Diagnostic;
use crate::catalogue::table::Header;
use crate::domain::error::Error;
use crate::domain::need::Need;
use crate::domain::time::Stay;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use crate::i18n::{Language, MessageArg, Messages, Topic};
use crate::render::Format;
use crate::render::batch::{Lines, header};
use crate::render::csv::redelimited;
use columns::NeedColumn;
use desk::{Answered, Desk, NeedFormat, RowDefaults, Study};
use indicatif::ProgressDrawTarget;
use jiff::civil::Date;
use progress::Progress;
use row::{JsonRow, NeedColumns};
pub use sink::part_of;
use sink::{Sink, SinkError};
use source::{NeedSource, SourceError};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

pub fn run(
    args: &BatchArgs,
    global: &Global,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let csv_form = output::csv_form(global)?;
    let lines = match global.format {
        Format::Csv => Lines::Csv(csv_form.delimiter),
        Format::Ndjson => Lines::Ndjson,
        other => return Err(AskError::format_not_here(other, &[Format::Csv, Format::Ndjson])),
    };
    let threads = resolve::threads(global)?.unwrap_or_else(cores);
    if args.resume.is_some() && global.output.is_some() {
        let error = Error::new("options-conflict").with("option", "--resume");
        return Err(AskError::usage(error.with("others", "`--output`")));
    }
    let top = resolve::limit(&args.top, "--top")?;
    let path = args.file.as_deref().unwrap_or(Path::new("-"));
    let loaded = input::catalogue(global, environment)?;
    let options = Options { mine: args.mine.mine.clone(), ..Options::from(&args.wishes) };
    let (request, question) = request::wishes(any_need()?, &options, &resolve::basis(&args.wishes, global)?)?;
    names::check(&options, &CatalogueNames::from_plans(&loaded.catalogue.plans))?;
    // A currency that cannot be shown is an error of the options, not of every row.
    request::prepared(&loaded.catalogue.plans, &request)?;
    check_defaults(args)?;

    let file_form = FileForm::of(global)?;
    let (mut source, size) = open(path, args.input, file_form, environment)?;
    let is_blank = source.is_blank();
    let format = need_format(&mut source, path, file_form.delimiter)?;
    loaded.warn(language, environment);
    let header = match &format {
        NeedFormat::Csv(_, columns) => header(columns.carried_names()),
        NeedFormat::Ndjson => header([]),
    };
    let header = csv_form.marked(redelimited(header, csv_form.delimiter));
    let study = Study {
        catalogue: loaded.catalogue,
        request,
        question,
        state: args.wishes.state,
        options: RowDefaults {
            minutes: args.minutes.clone(),
            from: args.from.clone(),
            have_data: args.wishes.have_data.clone(),
            have_days: args.wishes.have_days.clone(),
            max_total: args.wishes.max_total.clone(),
            mine: args.mine.mine.clone(),
        },
        top,
        fail_fast: args.fail_fast,
        format,
        lines,
        file: path.display().to_string(),
        language,
    };
    let mut sink = match &args.resume {
        Some(path) => Sink::resume(path, lines, header)?,
        None => Sink::open(global.output.as_deref(), lines, header)?,
    };
    source.skip(sink.whole());
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
    // If the answers go to the terminal, they show the progress themselves.
    let target = if sink.file().is_none() && environment.terminal_width.is_some() {
        ProgressDrawTarget::hidden()
    } else {
        std::mem::replace(&mut environment.progress, ProgressDrawTarget::hidden())
    };
    let mut collector = Collector {
        file: study.file.clone(),
        today: study.request.today,
        progress: Progress::begin(target, size, &messages),
        messages,
        unknown: BTreeSet::new(),
        sums: Answered::default(),
        earlier: EarlierAnswers { needs: sink.whole(), bad: sink.bad() },
        written: Ok(()),
    };
    if !is_blank {
        collector.written = sink.header(environment);
    }
    let study = Arc::new(study);
    if collector.written.is_ok() {
        let read = pipeline::run(
            move || source.next(),
            threads,
            move || {
                let mut desk = Desk::new(Arc::clone(&study));
                move |block| desk.answer(&block)
            },
            |answered| collector.take(answered, &mut sink, environment),
        );
        collector.progress.end();
        read.map_err(|error| match error {
            SourceError::Io(error) => AskError::unreadable(path, &error),
            // Only those needs are skipped that a file has answers to.
            SourceError::FewerRows(rows) => {
                let file = sink.file().unwrap_or(path);
                AskError::file(about_file("part-of-more-needs", file).with("rows", rows))
            }
        })?;
    }
    collector.end(sink, line, environment)
}

/// A hint with the number of answered needs and the command that continues; `None` if it would start over. The code of a
/// hint is `named` if the command names the file, else `unnamed`: then standard output is a file of which only the shell
/// knows the name.
fn hint(
    named: &'static str,
    unnamed: &'static str,
    sink: &Sink,
    line: &[OsString],
    environment: &Environment<'_>,
) -> Option<Error> {
    let is_stdout = sink.file().is_none() && environment.stdout_file.as_ref().is_some_and(FileId::is_lasting);
    let code = if sink.continues() {
        named
    } else if is_stdout && sink.whole() > 0 {
        unnamed
    } else {
        return None;
    };
    let words: Vec<_> = line.iter().map(|word| quoted(&word.to_string_lossy())).collect();
    Some(Error::new(code).with("answered", sink.whole()).with("command", words.join(" ")))
}

/// The needs whose answers an interrupted run has written, and that are not answered again.
struct EarlierAnswers {
    needs: u64,
    bad: u64,
}

/// Writes the answers, and collects what is reported at the end.
struct Collector {
    file: String,
    today: Date,
    messages: Messages,
    progress: Progress,
    /// The unknown columns that were reported.
    unknown: BTreeSet<String>,
    sums: Answered,
    earlier: EarlierAnswers,
    written: Result<(), SinkError>,
}

impl Collector {
    /// Writes and counts the next answers. Stops at a bad row that ends the batch, and if they cannot be written.
    fn take(
        &mut self,
        answered: Answered,
        sink: &mut Sink,
        environment: &mut Environment<'_>,
    ) -> ControlFlow<()> {
        self.warn_of(answered.unknown, environment);
        self.written = sink.write(&answered.text, answered.rows, environment);
        let sums = &mut self.sums;
        sums.rows += answered.rows;
        sums.bad += answered.bad;
        sums.stale += answered.stale;
        sums.past += answered.past;
        sums.bytes += answered.bytes;
        sums.stopped = answered.stopped;
        if self.written.is_err() || sums.stopped.is_some() {
            return ControlFlow::Break(());
        }
        self.progress.update(sums.rows, sums.bytes, &self.messages);
        ControlFlow::Continue(())
    }

    /// Reports unknown columns, each once and up to a limit.
    fn warn_of(&mut self, unknown: Vec<Diagnostic>, environment: &mut Environment<'_>) {
        const MOST: usize = 100;
        let mut lines = String::new();
        for problem in unknown {
            let name = problem.error.to_string();
            if self.unknown.len() >= MOST || !self.unknown.insert(name) {
                continue;
            }
            lines += &(located(&self.file, &problem, &self.messages.tr("warning"), &self.messages) + "\n");
        }
        if !lines.is_empty() {
            self.progress.suspend(|| output::remark(&lines, environment));
        }
    }

    /// Finishes the output, reports bad and stale rows, and returns the exit code.
    fn end(self, sink: Sink, line: &[OsString], environment: &mut Environment<'_>) -> Result<Exit, AskError> {
        let go_on = hint("batch-go-on", "batch-go-on-resume", &sink, line, environment);
        let retry = hint("batch-again", "batch-again-resume", &sink, line, environment);
        let file = sink.file().map(Path::to_owned);
        let written = match self.written {
            Ok(()) if self.sums.stopped.is_none() => sink.finish(environment),
            written => written,
        };
        match written {
            Ok(()) => {}
            Err(SinkError::Closed) => return Ok(Exit::Answer),
            Err(SinkError::Io(error)) => {
                let error =
                    file.map_or_else(|| AskError::output(&error), |path| AskError::unwritable(&path, &error));
                return Err(match retry {
                    Some(hint) => error.advise(hint),
                    None => error,
                });
            }
            Err(SinkError::OtherAnswers) => {
                return Err(AskError::file(about_file("part-of-another-run", &file.unwrap_or_default())));
            }
        }
        let Answered { rows, stale, past, stopped, .. } = self.sums;
        // The exit code is that of a run that was not interrupted.
        let bad = self.earlier.bad + self.sums.bad;
        if bad == 0 && stale == 0 && past == 0 && stopped.is_none() {
            return Ok(Exit::Answer);
        }
        let messages = &self.messages;
        let error_label = messages.tr("error");
        if past > 0 {
            let counts = [("past", MessageArg::from(past)), ("rows", rows.into())];
            let today = ("today", messages.date(&self.today.to_string()).into());
            let text = messages.tr_with("batch-past", counts.into_iter().chain([today]));
            output::write_warning(&text, messages, environment);
        }
        if stale > 0 {
            let text = messages.tr_with("batch-stale", [("stale", stale), ("rows", rows)]);
            output::write_warning(&text, messages, environment);
        }
        if bad > 0 {
            let text = messages.tr_with("batch-bad", [("bad", bad), ("rows", self.earlier.needs + rows)]);
            output::write_labelled(&error_label, &text, messages, environment);
        }
        if let Some((_, reason)) = &stopped {
            output::write_labelled(&error_label, reason, messages, environment);
            if let Some(go_on) = go_on {
                let hint_label = format!("  {}", messages.tr("hint"));
                output::write_labelled(&hint_label, &messages.error(&go_on), messages, environment);
            }
        }
        Ok(if bad > 0 || stopped.is_some() { Exit::Data } else { Exit::Answer })
    }
}

/// The input: a file, or standard input.
type Input = Box<dyn Read + Send>;

/// Opens the input. Returns its size in bytes, too, if that is known.
fn open(
    path: &Path,
    format: Option<InputFormat>,
    form: FileForm,
    environment: &mut Environment<'_>,
) -> Result<(NeedSource<Input>, Option<u64>), AskError> {
    let (input, size): (Input, _) = if path == Path::new("-") {
        (std::mem::replace(&mut environment.stdin, Box::new(io::empty())), None)
    } else {
        let file = sources::open(path)?;
        let size = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|data| data.len());
        (Box::new(file), size)
    };
    let by_name = path.extension().and_then(|extension| match extension.to_str()? {
        "csv" => Some(InputFormat::Csv),
        "ndjson" | "jsonl" => Some(InputFormat::Ndjson),
        _ => None,
    });
    let decoded: Input = Box::new(form.decoded(input));
    let source = NeedSource::open(decoded, format.or(by_name));
    source.map(|source| (source, size)).map_err(|error| AskError::unreadable(path, &error))
}

/// Reads the header, if there is one.
fn need_format(
    source: &mut NeedSource<Input>,
    path: &Path,
    asked: Option<Delimiter>,
) -> Result<NeedFormat, AskError> {
    // Without rows the format does not matter.
    if source.is_blank() {
        return Ok(NeedFormat::Ndjson);
    }
    if source.format() == InputFormat::Ndjson {
        let line = source.first_line().map_err(|error| AskError::unreadable(path, &error))?;
        return match JsonRow::other_json(line) {
            None => Ok(NeedFormat::Ndjson),
            Some(problem) => Err(AskError::reading(path, vec![problem].into())),
        };
    }
    let wanted: Vec<_> = NeedColumn::ALL.iter().map(|column| column.word()).collect();
    let (opening, bytes) =
        source.header(&wanted, asked).map_err(|error| AskError::unreadable(path, &error))?;
    let read = Header::at(opening, &bytes, &[]).and_then(|(header, _)| {
        let columns = NeedColumns::from_header(&header)?;
        Ok(NeedFormat::Csv(header, columns))
    });
    read.map_err(|problems| AskError::reading(path, problems.into()))
}

/// Checks the form of the options that rows fall back on, so that a mistake is not reported for each row. Whether they go
/// together depends on the cells of a row.
fn check_defaults(args: &BatchArgs) -> Result<(), AskError> {
    BalanceTexts::from_options(&Options::from(&args.wishes)).read()?;
    args.minutes.as_deref().map(need::minutes).transpose()?;
    args.from.as_deref().map(|text| need::start_of(text, "--from")).transpose()?;
    Ok(())
}

/// A placeholder: each row has a need of its own.
fn any_need() -> Result<Need, AskError> {
    let need = Stay::from_days(1).and_then(|stay| Need::new(stay, DataVolume::from_kb(1), 0));
    need.map_err(AskError::usage)
}
