//! Prices that somebody has seen at a kiosk, laid over the catalogue: `cargo run --example own_prices`.

#![expect(clippy::print_stdout, reason = "an example prints its answer")]

use jiff::civil::date;
use simplan::ask::{AskError, Engine, Options};

const SEEN: &str = "id,price,verified_on,confidence\ninwi-esim-pack-120,150,2026-11-26,high\n";

fn main() -> Result<(), AskError> {
    let mut engine = Engine::built_in(date(2026, 11, 26));
    // A link holds a question, as `simplan compare --link` and the page for a phone write it.
    let options = Options::from_link("#days=30&data=20GB")?;
    let before = engine.compare(&options)?.best();

    let unknown = engine.use_own("seen.csv", SEEN.as_bytes())?;
    assert!(unknown.is_empty(), "the catalogue has every plan that was seen");
    let after = engine.compare(&options)?.best();

    for (when, best) in [("Before", before), ("With the price that was seen", after)] {
        match best {
            Some(best) => println!("{when}: {} {}", best.total, best.currency),
            None => println!("{when}: nothing fits"),
        }
    }
    Ok(())
}
