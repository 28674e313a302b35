//! `simplan report`: the answer about a stay as one HTML file.

use super::args::{Global, ReportArgs};
use super::compare::exit;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::compare::{Compared, Extras};
use crate::ask::shell::quoted;
use crate::ask::stay_report::{ReportBasis, stay_report};
use crate::ask::{AskError, Options, doubts, request};
use crate::domain::error::Error;
use crate::guide::facts::Facts;
use crate::i18n::{Language, Messages, Topic};
use std::path::Path;

pub fn run(
    args: &ReportArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    if global.output.is_none() && environment.terminal_width.is_some() {
        return Err(AskError::usage(Error::new("report-on-terminal")));
    }
    let loaded = input::catalogue(global, environment)?;
    let basis = resolve::basis(&args.request.wishes, global)?;
    let options = options(args, global);
    let asked = request::request(&options, &basis, &loaded.catalogue.plans)?;
    let compared = Compared::new(asked, &loaded.catalogue.plans, Extras::ADVICE, loaded.origin.clone())?;
    let messages = Messages::new(language, &[Topic::Answers, Topic::Guide, Topic::Help, Topic::Errors]);
    let report = ReportBasis {
        options: &options,
        basis: &basis,
        catalogue: &loaded.catalogue,
        facts: &Facts::built_in(),
        command: &command(&options, global),
        messages: &messages,
    };
    let text = stay_report(&compared, &report)?;
    loaded.warn(language, environment);
    output::warn(&compared.asked.doubts, &messages, environment);
    output::warn_of_left_out(&compared.comparison.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    let context = compared.context(&messages);
    let first = compared.comparison.offers.first();
    output::warn(&doubts::of_rates(first, &context), &messages, environment);
    Ok(exit(first, &context, None, environment))
}

fn options(args: &ReportArgs, global: &Global) -> Options {
    Options {
        channel: args.renewal.channel,
        pay: args.renewal.pay,
        number: args.renewal.number.clone(),
        lang: global.lang.clone(),
        ..Options::from((&args.request, &args.mine))
    }
}

/// The command that makes the same report. Whoever gets it need not know in which folder it was.
fn command(options: &Options, global: &Global) -> String {
    let mut command = options.command("report");
    let output = global.output.as_deref().and_then(Path::file_name).map(|name| ("-o", Path::new(name)));
    for (option, path) in global.catalogue_files().chain(output) {
        command += &format!(" {option} {}", quoted(&path.display().to_string()));
    }
    command
}
