//! How long it takes to rank the offers for one need, and to render them.

use divan::{Bencher, black_box};
use jiff::civil::date;
use simplan::catalogue::delimiter::Delimiter;
use simplan::catalogue::{BUILT_IN_RATES, Catalogue, rates};
use simplan::domain::calendar::Calendar;
use simplan::domain::change::DataWords;
use simplan::domain::comparison::{best, compare};
use simplan::domain::currency::Currency;
use simplan::domain::need::Need;
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::request::{Question, Request};
use simplan::domain::time::Stay;
use simplan::domain::volume::DataVolume;
use simplan::guide::situation::State;
use simplan::i18n::{Language, Messages, Topic};
use simplan::render::advice::Advice;
use simplan::render::batch::{self, Lines};
use simplan::render::context::Context;
use simplan::render::csv::CsvForm;
use simplan::render::document::written;
use simplan::render::forms::Origin;
use simplan::render::offers::{ComparisonDocument, Detail, Explain, RowCounts};
use simplan::render::styles::Styles;
use simplan::render::{Format, Layout, Terminal};

fn main() {
    divan::main();
}

fn request() -> Request {
    let currency = Currency::parse("MAD").expect("a currency");
    Request::new(currency, rates::read(BUILT_IN_RATES, None).expect("built in"), date(2026, 11, 25))
}

fn prepared() -> PreparedCatalogue {
    let plans = Catalogue::built_in().expect("built in").plans;
    PreparedCatalogue::new(plans, request()).expect("it can be shown in MAD")
}

/// 30 days and 20 GB, with some call minutes or none.
fn question(minutes: u64) -> Question {
    let stay = Stay::from_days(30).expect("days");
    Question::new(Need::new(stay, DataVolume::from_kb(20_000_000), minutes).expect("data"))
}

#[divan::bench]
fn prepare(bencher: Bencher<'_, '_>) {
    let plans = Catalogue::built_in().expect("built in").plans;
    bencher.bench_local(|| PreparedCatalogue::new(black_box(&plans).clone(), request()));
}

#[divan::bench(args = [0, 300])]
fn rank(bencher: Bencher<'_, '_>, minutes: u64) {
    let prepared = prepared();
    let question = question(minutes);
    bencher.bench_local(|| compare(black_box(&prepared), &question));
}

#[divan::bench(args = [0, 300])]
fn rank_the_first(bencher: Bencher<'_, '_>, minutes: u64) {
    let prepared = prepared();
    let question = question(minutes);
    bencher.bench_local(|| best(black_box(&prepared), &question, 1).expect("an answer"));
}

#[divan::bench(args = [Format::Table, Format::Json, Format::Csv, Format::Markdown])]
fn render(bencher: Bencher<'_, '_>, format: Format) {
    let prepared = prepared();
    let question = question(0);
    let comparison = compare(&prepared, &question);
    let messages = Messages::new(Language::En, &[Topic::Answers]);
    let advice = Advice::default();
    let origin = Origin {
        plans: prepared.plans().len(),
        sha256: None,
        source: "built in".to_owned(),
        overlays: vec![],
    };
    let counts = RowCounts {
        plans: prepared.plans().len(),
        offers: comparison.offers.len(),
        refused: comparison.refusal_counts(),
        refused_unknown: prepared.refused_unknown(),
        is_counted: false,
    };
    let document = ComparisonDocument {
        context: Context {
            prepared: &prepared,
            question: &question,
            words: DataWords::Total,
            calendar: &Calendar::Days,
            high: None,
            state: State::Active,
            messages: &messages,
        },
        offers: &comparison.offers,
        stated: None,
        trade_off: None,
        limit: Some(10),
        detail: Detail::MOST,
        columns: None,
        counts: &counts,
        explain: Explain::Nothing,
        is_explained: false,
        origin: &origin,
        advice: &advice,
    };
    let terminal = Terminal { width: 100, styles: Styles::PLAIN, layout: Layout::Table };
    bencher.bench_local(|| {
        written(black_box(&document), format, terminal, CsvForm::PLAIN)
            .expect("a format")
            .expect("every column is there")
    });
}

#[divan::bench(args = [Lines::Csv(Delimiter::COMMA), Lines::Ndjson])]
fn render_a_row_of_a_batch(bencher: Bencher<'_, '_>, lines: Lines) {
    let prepared = prepared();
    let question = question(0);
    let offers = best(&prepared, &question, 1).expect("an answer");
    let answer = batch::NeedAnswer::Offers {
        offers: &offers,
        most: usize::MAX,
        calendar: &Calendar::Days,
        prepared: &prepared,
        question: &question,
        state: State::Active,
    };
    bencher.bench_local(|| {
        let mut text = String::new();
        batch::push(&mut text, black_box("n0000001"), answer, &[], lines).expect("it fits");
        text
    });
}
