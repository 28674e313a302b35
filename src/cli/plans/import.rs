//! `simplan plans import`: makes a catalogue of a file of somebody else.

use crate::ask::AskError;
use crate::ask::error::located;
use crate::catalogue::import::map::ImportMap;
use crate::catalogue::import::shipped::SHIPPED;
use crate::catalogue::import::{ImportError, Imported, import};
use crate::catalogue::problems::ReadError;
use crate::cli::args::{Global, PlansImportArgs};
use crate::cli::input::FileForm;
use crate::cli::{Environment, Exit, output, sources};
use crate::domain::error::Error;
use crate::i18n::{Language, Messages, Topic};
use crate::render::forms::Origin;
use crate::render::plans::export::ExportDocument;
use std::io::Read;
use std::path::Path;

pub fn run(
    args: &PlansImportArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
    let (Some(file), Some(map)) = (args.file.as_deref(), args.map.as_deref()) else {
        let text = match &args.show_map {
            Some(name) => shipped(name).ok_or_else(|| unknown("--show-map", name))?.to_owned(),
            None => list(&messages),
        };
        output::answer(&text, global.output.as_deref(), environment)?;
        return Ok(Exit::Answer);
    };
    let form = FileForm::of(global)?;
    let map_text = map_text(map)?;
    let parsed = ImportMap::parse(&map_text);
    let parsed = parsed.map_err(|problems| AskError::reading(map, problems.into()).named_by("--map"))?;
    let bytes = form.bytes(file, "FILE", environment)?;
    let imported = import(&bytes, &parsed, form.delimiter).map_err(|error| match error {
        ImportError::Source(problems) => AskError::reading(file, problems.into()),
        ImportError::Map(problems) => AskError::reading(map, problems.into()).named_by("--map"),
    })?;
    if imported.plans.is_empty() && imported.left_out > 0 {
        return Err(AskError::reading(file, ReadError::Problems(imported.problems)));
    }
    let source = file.display().to_string();
    let origin = Origin { plans: imported.plans.len(), sha256: None, source, overlays: Vec::new() };
    let document = ExportDocument { plans: &imported.plans, origin: &origin, messages: &messages };
    let text = output::text(&document, global, environment)?;
    report(&imported, file, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(match (imported.plans.is_empty(), imported.left_out) {
        (true, _) => Exit::Nothing,
        (false, 0) => Exit::Answer,
        (false, _) => Exit::Data,
    })
}

/// The maps that are built in, a line for each.
fn list(messages: &Messages) -> String {
    let longest = SHIPPED.iter().map(|map| map.name.len()).max().unwrap_or_default();
    let lines = SHIPPED.iter().map(|map| {
        let key = match map.name {
            "airalo" => "import-map-airalo",
            "esimdb" => "import-map-esimdb",
            _ => "import-map-price-list",
        };
        format!("{:longest$}  {}\n", map.name, messages.tr(key))
    });
    lines.collect()
}

/// The text of a map that is built in, or of a file.
fn map_text(map: &Path) -> Result<String, AskError> {
    let name = map.display().to_string();
    if let Some(text) = shipped(&name) {
        return Ok(text.to_owned());
    }
    if !map.exists() && map.extension().is_none() {
        return Err(unknown("--map", &name));
    }
    let mut file = sources::open(map).map_err(|error| error.named_by("--map"))?;
    let mut text = String::new();
    let read = file.read_to_string(&mut text);
    read.map_err(|error| AskError::unreadable(map, &error).named_by("--map"))?;
    Ok(text)
}

/// The text of the map with this name that is built in.
fn shipped(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|map| map.name == name).map(|map| map.text)
}

fn unknown(option: &'static str, name: &str) -> AskError {
    let error = Error::new("import-map-unknown").with("value", name);
    AskError::option(option, error).suggest(name, SHIPPED.iter().map(|map| map.name))
}

/// Reports what became of the rows.
fn report(imported: &Imported, file: &Path, messages: &Messages, environment: &mut Environment<'_>) {
    let name = file.display().to_string();
    let label = messages.tr("error");
    let mut lines: Vec<String> = Vec::new();
    let mut hints: Vec<String> = Vec::new();
    for problem in &imported.problems.first {
        lines.push(located(&name, problem, &label, messages) + "\n");
        hints.extend(messages.error_hint(&problem.error).filter(|hint| !hints.contains(hint)));
    }
    let hint_label = messages.tr("hint");
    lines.extend(hints.iter().map(|hint| format!("  {}\n", messages.labelled(&hint_label, hint))));
    output::complain(&lines.concat(), environment);
    if imported.rounded > 0 {
        let rounded = messages.tr_with("import-rounded", [("rows", imported.rounded)]);
        output::write_warning(&rounded, messages, environment);
    }
    let counts = [
        ("plans", imported.plans.len() as u64),
        ("left_out", imported.left_out),
        ("filtered", imported.filtered),
        ("repeated", imported.repeated),
    ];
    output::remark(&(messages.tr_with("import-counts", counts) + "\n"), environment);
}
