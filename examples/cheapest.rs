//! Asks what the program asks, without a command line: `cargo run --example cheapest`.

#![expect(clippy::print_stdout, reason = "an example prints its answer")]

use jiff::civil::date;
use simplan::ask::{AskError, Engine, Language, Options};

fn main() -> Result<(), AskError> {
    // Ages of prices are counted from this day. An engine has no clock of its own.
    let engine = Engine::built_in(date(2026, 11, 26));
    let options =
        Options { days: Some("30".to_owned()), data: Some("20GB".to_owned()), ..Options::default() };
    let offers = engine.compare(&options)?;

    for offer in offers.list() {
        let bound = if offer.is_complete { "" } else { "at least " };
        println!("{}: {bound}{} {}", offer.lines.join(" + "), offer.total, offer.currency);
    }

    // The same answer as on a terminal, in a language.
    println!("\n{}", offers.text(Language::Fr, 80)?);
    Ok(())
}
