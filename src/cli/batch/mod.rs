//! `simplan batch`: many needs, an answer each.
//!
//! Rows come in as blocks (`source`), go through workers and out again in their order (`pipeline`); a worker (`desk`)
//! reads the cells of a row (`row`), asks a shelf and renders the answer. How far it is stands on a terminal
//! (`progress`).

mod desk;
mod pipeline;
mod progress;
mod row;
mod source;

use super::args::{BatchArgs, Global, Notation};
use super::error::{Failure, located};
use super::resolve::{self, Known};
use super::{Environment, Exit, input, output};
use crate::catalogue::table::{Header, Problem};
use crate::catalogue::threads::cores;
use crate::domain::figure::Fault;
use crate::domain::need::Need;
use crate::domain::time::Stay;
use crate::domain::volume::DataVolume;
use crate::i18n::{Language, Topic, Words};
use crate::render::Format;
use crate::render::batch::{HEADER, Lines};
use desk::{Answered, Desk, Form, Options, Study};
use progress::Progress;
use row::Columns;
use source::Source;
use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

/// Runs the command.
pub fn run(
    args: &BatchArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, Failure> {
    let lines = match global.format {
        Format::Csv => Lines::Csv,
        Format::Ndjson => Lines::Ndjson,
        other => return Err(Failure::format_not_here(other, "csv, ndjson")),
    };
    let threads = resolve::threads(global)?.unwrap_or_else(cores);
    let skip = resolve::count(&args.skip, "--skip")?;
    let top = usize::try_from(resolve::count(&args.top, "--top")?).unwrap_or(usize::MAX);
    let path = args.file.as_deref().unwrap_or(Path::new("-"));
    if path == Path::new("-") && global.plans.as_deref() == Some(path) {
        return Err(Failure::option("--plans", Fault::new("stdin-twice")));
    }
    let loaded = input::catalogue(global, environment)?;
    let request = resolve::wishes(any_need()?, &args.wishes, global)?;
    resolve::check(&args.wishes, &request, &Known::of(&loaded.catalogue.plans, request.currency))?;
    check_defaults(args)?;

    let (mut source, size) = open(path, args.input, environment)?;
    let unreadable = |error: &io::Error| Failure::unreadable(path, error);
    let is_blank = source.is_blank();
    let (form, unknown) = form(&mut source, path)?;
    source.skip(skip);
    loaded.warn(language, environment);
    let study = Study {
        catalogue: loaded.catalogue,
        request,
        options: Options {
            minutes: args.minutes.clone(),
            from: args.from.clone(),
            have_data: args.wishes.have_data.clone(),
            have_days: args.wishes.have_days.clone(),
            max_total: args.wishes.max_total.clone(),
        },
        top,
        fail_fast: args.fail_fast,
        form,
        lines,
        file: path.display().to_string(),
        language,
    };
    let mut sink = Sink::open(global.output.as_deref(), skip > 0)?;
    // Rows that run over the same terminal show well enough how far it is.
    let is_seen =
        environment.stderr_is_terminal && (global.output.is_some() || environment.terminal_width.is_none());
    let words = is_seen.then(|| Words::of(language, &[Topic::Answers]));
    let mut told = Told {
        file: study.file.clone(),
        language,
        progress: Progress::begin(words, size),
        unknown: Vec::new(),
        sums: Answered::default(),
        written: Ok(()),
    };
    told.warn_of(unknown, environment);
    if lines == Lines::Csv && skip == 0 && !is_blank {
        told.written = sink.write(HEADER, environment);
    }
    let study = Arc::new(study);
    let desk = move || {
        let mut desk = Desk::of(Arc::clone(&study));
        move |block: source::Block| desk.answer(&block)
    };
    if told.written.is_ok() {
        let read = pipeline::run(
            move || source.next(),
            threads,
            desk,
            |answered| told.take(answered, &mut sink, environment),
        );
        told.progress.clear(environment);
        read.map_err(|error| unreadable(&error))?;
    }
    told.end(skip, global.output.as_deref(), environment)
}

/// What has been written and said so far.
struct Told {
    file: String,
    language: Language,
    progress: Progress,
    /// Keys of which it has been said that they are not known.
    unknown: Vec<Fault>,
    sums: Answered,
    written: io::Result<()>,
}

impl Told {
    /// Takes the next answers: writes them, counts them, and stops where there is a reason to.
    fn take(
        &mut self,
        answered: Answered,
        sink: &mut Sink,
        environment: &mut Environment<'_>,
    ) -> ControlFlow<()> {
        self.warn_of(answered.unknown, environment);
        self.written = sink.write(&answered.text, environment);
        let sums = &mut self.sums;
        sums.rows += answered.rows;
        sums.bad += answered.bad;
        sums.stale += answered.stale;
        sums.bytes += answered.bytes;
        sums.stopped = answered.stopped;
        if self.written.is_err() || sums.stopped.is_some() {
            return ControlFlow::Break(());
        }
        self.progress.tell(sums.rows, sums.bytes, environment);
        ControlFlow::Continue(())
    }

    /// Says which columns are not known, each once.
    fn warn_of(&mut self, unknown: Vec<Problem>, environment: &mut Environment<'_>) {
        let new: Vec<Problem> =
            unknown.into_iter().filter(|problem| !self.unknown.contains(&problem.fault)).collect();
        if new.is_empty() {
            return;
        }
        self.progress.clear(environment);
        let words = Words::of(self.language, &[Topic::Answers, Topic::Errors]);
        let label = format!("{}:", words.say("warning"));
        for problem in new {
            output::complain(&(located(&self.file, &problem, &label, &words) + "\n"), environment);
            self.unknown.push(problem.fault);
        }
    }

    /// What is said when all is done, and the exit code.
    fn end(
        self,
        skipped: u64,
        file: Option<&Path>,
        environment: &mut Environment<'_>,
    ) -> Result<Exit, Failure> {
        match self.written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Answer),
            Err(error) => {
                return Err(
                    file.map_or_else(|| Failure::output(&error), |path| Failure::unwritable(path, &error))
                );
            }
            Ok(()) => {}
        }
        let Answered { rows, bad, stale, stopped, .. } = self.sums;
        if bad == 0 && stale == 0 && stopped.is_none() {
            return Ok(Exit::Answer);
        }
        let words = Words::of(self.language, &[Topic::Answers, Topic::Errors]);
        let mut say = |label: &str, text: String| {
            output::complain(&format!("{}: {text}\n", words.say(label)), environment);
        };
        if stale > 0 {
            say("warning", words.say_with("batch-stale", &[("stale", stale.into()), ("rows", rows.into())]));
        }
        if bad > 0 {
            say("error", words.say_with("batch-bad", &[("bad", bad.into()), ("rows", rows.into())]));
        }
        if let Some((_, reason)) = &stopped {
            say("error", reason.clone());
            let answered = skipped + rows;
            say("  hint", words.say_with("batch-go-on", &[("answered", answered.into())]));
        }
        Ok(if bad > 0 || stopped.is_some() { Exit::Data } else { Exit::Answer })
    }
}

/// Where answers go: a file, or standard output.
struct Sink(Option<File>);

impl Sink {
    /// Opens the file, where there is one; after others have been passed over, to add to it.
    fn open(path: Option<&Path>, add: bool) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self(None)) };
        let file =
            if add { File::options().append(true).create(true).open(path) } else { File::create(path) };
        file.map(|file| Self(Some(file))).map_err(|error| Failure::unwritable(path, &error))
    }

    fn write(&mut self, text: &str, environment: &mut Environment<'_>) -> io::Result<()> {
        match &mut self.0 {
            Some(file) => file.write_all(text.as_bytes()),
            None => environment.stdout.write_all(text.as_bytes()).and_then(|()| environment.stdout.flush()),
        }
    }
}

/// What rows are read from: a file, or standard input.
type Input = Box<dyn Read + Send>;

/// Opens the needs; tells how many bytes they are, where that is known.
fn open(
    path: &Path,
    notation: Option<Notation>,
    environment: &mut Environment<'_>,
) -> Result<(Source<Input>, Option<u64>), Failure> {
    let (input, size): (Input, _) = if path == Path::new("-") {
        (std::mem::replace(&mut environment.stdin, Box::new(io::empty())), None)
    } else {
        let file = input::open(path)?;
        let size = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|data| data.len());
        (Box::new(file), size)
    };
    let by_name = path.extension().and_then(|extension| match extension.to_str()? {
        "csv" => Some(Notation::Csv),
        "ndjson" | "jsonl" => Some(Notation::Ndjson),
        _ => None,
    });
    let source = Source::open(input, notation.or(by_name));
    source.map(|source| (source, size)).map_err(|error| Failure::unreadable(path, &error))
}

/// How the rows are to be read, and the columns of their header that are not known.
fn form(source: &mut Source<Input>, path: &Path) -> Result<(Form, Vec<Problem>), Failure> {
    // Without a row it does not matter: no needs, no answers.
    if source.notation() == Notation::Ndjson || source.is_blank() {
        return Ok((Form::Ndjson, Vec::new()));
    }
    let bytes = source.header().map_err(|error| Failure::unreadable(path, &error))?;
    let unsound = |problems: Vec<Problem>| Failure::reading(path, problems.into());
    let (header, _) = Header::read(&bytes, &["days"]).map_err(unsound)?;
    if header.column("data").is_none() && header.column("per_day").is_none() {
        let fault = Fault::new("column-missing").with("column", "data");
        return Err(unsound(vec![Problem { cell: None, ..header.problem(0, fault) }]));
    }
    let (columns, unknown) = Columns::of(&header);
    Ok((Form::Csv(header, columns), unknown))
}

/// The options that rows fall back on have to be sound by themselves.
fn check_defaults(args: &BatchArgs) -> Result<(), Failure> {
    args.minutes.as_deref().map(|text| resolve::count(text, "--minutes")).transpose()?;
    let from = args.from.as_deref().map(crate::domain::time::parse_date).transpose();
    from.map_err(|fault| Failure::option("--from", fault))?;
    Ok(())
}

/// A need that nobody asks: rows bring their own.
fn any_need() -> Result<Need, Failure> {
    let need = Stay::from_days(1).and_then(|stay| Need::new(stay, DataVolume::from_kb(1), 0));
    need.map_err(Failure::usage)
}
