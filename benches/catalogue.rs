//! How long it takes to parse a catalogue into rows, and to validate it into plans.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use simplan::catalogue::table::{Header, Rows};
use simplan::catalogue::{BUILT_IN_PLANS, Catalogue};

fn main() {
    divan::main();
}

/// How many plans the built-in catalogue has.
const PLANS: usize = 163;

/// The built-in catalogue, repeated with other ids.
fn catalogue(times: usize) -> String {
    let text = std::str::from_utf8(BUILT_IN_PLANS).expect("text");
    let (header, rows) = text.split_once('\n').expect("a header");
    let copies = (0..times).map(|copy| {
        let renamed = rows.lines().map(|row| format!("copy-{copy}-{row}\n"));
        renamed.collect::<String>()
    });
    format!("{header}\n{}", copies.collect::<String>())
}

#[divan::bench(args = [1, 100])]
fn parse(bencher: Bencher<'_, '_>, times: usize) {
    let text = catalogue(times);
    bencher.counter(ItemsCount::new(times * PLANS)).bench_local(|| {
        let (header, rows) =
            Header::read(black_box(text.as_bytes()), &["id"], None).expect("a valid catalogue");
        let (rest, line) = rows.rest();
        let mut rows = Rows::new(rest, line, header.delimiter());
        let mut valid = 0;
        while let Some(row) = rows.next(&header) {
            valid += usize::from(row.is_ok());
        }
        assert_eq!(valid, times * PLANS);
    });
}

#[divan::bench(args = [1, 100])]
fn validate(bencher: Bencher<'_, '_>, times: usize) {
    let text = catalogue(times);
    bencher
        .counter(ItemsCount::new(times * PLANS))
        .bench_local(|| Catalogue::read(black_box(text.as_bytes()), None).expect("a valid catalogue"));
}
