//! `simplan plans install` and `plans reset`: which catalogue is used if no option names one.

use crate::ask::error::{AskError, about_file};
use crate::catalogue::Catalogue;
use crate::cli::args::{Global, PlansInstallArgs};
use crate::cli::in_use::{built_in_price, date_text, installed, is_newer, newest_price, own};
use crate::cli::input::{self, FileForm};
use crate::cli::{Environment, Exit, output, resolve};
use crate::domain::error::{Error, Figure};
use crate::i18n::{Language, Messages, Topic};
use std::fs;
use std::path::Path;

/// Puts a catalogue into the data folder, if it has newer prices than the program.
pub fn run(
    args: &PlansInstallArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
    let path = installed(environment).ok_or_else(without_folder)?;
    let form = FileForm::of(global)?;
    let bytes = form.bytes(&args.file, "FILE", environment)?;
    let read = Catalogue::read(bytes.as_slice(), form.delimiter);
    let catalogue = read.map_err(|error| AskError::reading(&args.file, error))?;
    let newest = newest_price(&catalogue);
    let built_in = built_in_price();
    let today = resolve::today(global)?;
    if !is_newer(newest, built_in) {
        let code = if newest.is_some() { "catalogue-not-newer" } else { "catalogue-undated" };
        let error = about_file(code, &args.file)
            .with("newest", date_text(newest, &messages))
            .with("known", date_text(built_in, &messages));
        return Err(AskError::file(error).hint("not-newer-hint"));
    }
    // A slip in a year would keep out every release to come.
    if newest.is_some_and(|newest| newest.date() > today) {
        let error =
            about_file("catalogue-of-the-future", &args.file).with("newest", date_text(newest, &messages));
        return Err(AskError::file(error.with("today", Figure::Date(today))));
    }
    input::warn_of_file(&args.file, &catalogue, language, environment);
    let text = String::from_utf8_lossy(&bytes);
    put(&path, &text, environment)?;
    let figures = [
        ("count", catalogue.plans.len().to_string()),
        ("newest", date_text(newest, &messages)),
        ("file", path.display().to_string()),
    ];
    let done = messages.tr_with("plans-installed", figures) + "\n";
    output::answer(&done, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// Removes the installed catalogue. The user's own prices stay.
pub fn reset(
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
    let path = installed(environment).ok_or_else(without_folder)?;
    let key = match fs::remove_file(&path) {
        Ok(()) => "plans-reset",
        Err(_) if !path.exists() => "plans-not-installed",
        Err(error) => return Err(AskError::unwritable(&path, &error)),
    };
    let figures = [("file", path.display().to_string()), ("newest", date_text(built_in_price(), &messages))];
    let mut text = messages.tr_with(key, figures) + "\n";
    if let Some(own) = own(environment).filter(|own| own.exists()) {
        text += &(messages.tr_with("plans-own-stay", [("file", own.display().to_string())]) + "\n");
    }
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// Writes a file of the data folder, which is made if it is not there.
pub fn put(path: &Path, text: &str, environment: &mut Environment<'_>) -> Result<(), AskError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| AskError::unwritable(path, &error))?;
    }
    output::all(&[(Some(path), text)], environment)
}

/// The error if nobody knows the user's home.
pub fn without_folder() -> AskError {
    AskError::nothing(Error::new("data-without-folder"))
}
