//! `simplan plans check`: everything that is wrong or suspicious in catalogues.

use crate::ask::error::AskError;
use crate::catalogue::findings::Severity;
use crate::cli::args::{Global, PlansCheckArgs};
use crate::cli::{Environment, Exit, input, output};
use crate::i18n::{Language, Messages, Topic};
use crate::render::check::{CheckDocument, CheckedFile, CodesDocument};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs;
use std::io::Cursor;
use std::path::Path;

pub fn run(
    args: &PlansCheckArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
    if args.codes {
        let text = output::text(&CodesDocument { messages: &messages }, global, environment)?;
        output::answer(&text, global.output.as_deref(), environment)?;
        return Ok(Exit::Answer);
    }
    let given: Vec<_> = args.files.iter().map(|path| Some(path.as_path())).collect();
    let of_option = [global.used.plans()];
    let paths = if given.is_empty() { &of_option[..] } else { &given };
    let has_overlays = given.is_empty() && !global.used.overlays().is_empty();
    // The catalogue is read once more below its overlays.
    let stdin = (has_overlays && global.used.plans() == Some(Path::new("-")))
        .then(|| input::keep_stdin(environment))
        .transpose()?;
    let mut files = Vec::new();
    for path in paths {
        let bar = progress(*path, environment);
        let watched = bar.clone();
        let checked = input::check(*path, global, environment, move |count| watched.inc(count));
        bar.finish_and_clear();
        files.push(checked?);
    }
    // An overlay is only checked beside a catalogue that can be used.
    if has_overlays && !has(&files, Severity::Error) {
        if let Some(bytes) = stdin {
            environment.stdin = Box::new(Cursor::new(bytes));
        }
        files.extend(input::check_overlays(global, environment)?);
    }
    let document = CheckDocument { files: &files, messages: &messages };
    let text = output::text(&document, global, environment)?;
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(if has(&files, Severity::Error) {
        Exit::Data
    } else if args.strict && has(&files, Severity::Warning) {
        Exit::Gate
    } else {
        Exit::Answer
    })
}

fn has(files: &[CheckedFile], severity: Severity) -> bool {
    files.iter().any(|file| file.checked.findings.count(severity) > 0)
}

/// A line on a terminal that shows how much of a large file is read. It is hidden for any other input.
fn progress(path: Option<&Path>, environment: &mut Environment<'_>) -> ProgressBar {
    const LARGE: u64 = 1 << 25;
    let metadata = path.and_then(|path| fs::metadata(path).ok());
    let size = metadata.filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
    let Some(size) = size.filter(|size| *size >= LARGE) else { return ProgressBar::hidden() };
    let target = std::mem::replace(&mut environment.progress, ProgressDrawTarget::hidden());
    let style = ProgressStyle::with_template("{percent} % [{bar:40}] {eta_precise}");
    ProgressBar::with_draw_target(Some(size), target).with_style(style.expect("a valid template"))
}
