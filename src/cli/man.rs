//! `simplan man`: writes a manual page for each command, with the texts of its help.

use super::args::{Global, ManArgs};
use super::help::{Entry, HelpPart, Length, parts};
use super::{Environment, Exit, output, tree};
use crate::ask::error::AskError;
use crate::i18n::{Language, Messages, Topic};
use clap::Command;
use roff::{Inline, Roff, bold, line_break, roman};
use std::fs;
use std::path::PathBuf;

/// The section of the manual that is about commands.
const SECTION: &str = "1";

/// A page of the manual.
struct ManualPage {
    /// Its name: `simplan-plans-list`.
    name: String,
    text: String,
}

pub fn run(
    args: &ManArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Help]);
    let pages = pages(&tree::commands(language), &messages);
    fs::create_dir_all(&args.folder).map_err(|error| AskError::unwritable(&args.folder, &error))?;
    let path_of = |page: &ManualPage| args.folder.join(format!("{}.{SECTION}", page.name));
    let paths: Vec<PathBuf> = pages.iter().map(path_of).collect();
    let texts: Vec<_> =
        pages.iter().zip(&paths).map(|(page, path)| (Some(path.as_path()), page.text.as_str())).collect();
    output::all(&texts, environment)?;
    let folder = args.folder.display().to_string();
    let first = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
    let figures = [("count", paths.len().to_string()), ("folder", folder), ("first", first)];
    output::answer(
        &(messages.tr_with("man-written", figures) + "\n"),
        global.output.as_deref(),
        environment,
    )?;
    Ok(Exit::Answer)
}

/// The page of a command and those of the commands below it.
fn pages(command: &Command, messages: &Messages) -> Vec<ManualPage> {
    let mut pages = Vec::new();
    add(command, &[], messages, &mut pages);
    pages
}

/// Adds the page of a command, which is below those with the names `above`, and the pages below it.
fn add(command: &Command, above: &[&str], messages: &Messages, pages: &mut Vec<ManualPage>) {
    let names = [above, &[command.get_name()]].concat();
    let below: Vec<_> = command.get_subcommands().filter(|command| command.get_name() != "help").collect();
    let mut related: Vec<String> =
        below.iter().map(|below| format!("{}-{}", names.join("-"), below.get_name())).collect();
    if !above.is_empty() {
        related.insert(0, above.join("-"));
    }
    pages.push(page(command, &names, &related, messages));
    for command in below {
        add(command, &names, messages, pages);
    }
}

fn page(command: &Command, names: &[&str], related: &[String], messages: &Messages) -> ManualPage {
    let name = names.join("-");
    let version = command.get_version().unwrap_or_default();
    let source = format!("{} {version}", names[0]);
    let mut roff = Roff::new();
    roff.control("TH", [name.to_uppercase().as_str(), SECTION, "", source.trim_end(), ""]);
    // Names of options are not broken, and lines are not stretched.
    roff.control("nh", []);
    roff.control("ad", ["l"]);
    heading(&mut roff, &messages.tr("man-name"));
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    roff.text([roman(format!("{name} - {about}"))]);
    let mut is_described = false;
    for part in parts(command, &names.join(" "), Length::Long, messages) {
        match part {
            HelpPart::Usage(usage) => {
                heading(&mut roff, &messages.tr("man-synopsis"));
                roff.text([roman(usage)]);
            }
            // The first text is that of the name again.
            HelpPart::Text(text) if is_described => paragraphs(&mut roff, &text),
            HelpPart::Text(_) => is_described = true,
            HelpPart::Entries(title, entries) => {
                heading(&mut roff, &title);
                for entry in &entries {
                    tagged(&mut roff, entry);
                }
            }
            HelpPart::Examples(title, examples) => {
                heading(&mut roff, &title);
                let lines: Vec<Inline> =
                    examples.into_iter().flat_map(|example| [roman(example), line_break()]).collect();
                roff.text(lines);
            }
        }
    }
    if !related.is_empty() {
        heading(&mut roff, &messages.tr("man-see-also"));
        let pages: Vec<_> = related.iter().map(|page| format!("{page}({SECTION})")).collect();
        roff.text([roman(pages.join(", "))]);
    }
    ManualPage { name, text: roff.render() }
}

fn heading(roff: &mut Roff, title: &str) {
    roff.control("SH", [title.to_uppercase().as_str()]);
}

fn paragraphs(roff: &mut Roff, text: &str) {
    for line in text.lines().filter(|line| !line.is_empty()) {
        roff.control("PP", []);
        roff.text([roman(line)]);
    }
}

/// A name with its text below it.
fn tagged(roff: &mut Roff, entry: &Entry) {
    roff.control("TP", []);
    roff.text([bold(entry.name.trim_start()), roman(entry.value.as_str())]);
    let text = [&entry.text].into_iter().chain(&entry.remarks).filter(|text| !text.is_empty());
    roff.text([roman(text.cloned().collect::<Vec<_>>().join(" "))]);
}
