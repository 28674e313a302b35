//! How long the offers for one need take to be ranked, and to be rendered.

use divan::{Bencher, black_box};
use jiff::civil::date;
use simplan::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use simplan::domain::comparison::{Comparison, compare};
use simplan::domain::money::Currency;
use simplan::domain::need::Need;
use simplan::domain::request::Request;
use simplan::domain::time::Stay;
use simplan::domain::volume::DataVolume;
use simplan::i18n::{Language, Messages, Topic};
use simplan::render::batch::{self, Lines};
use simplan::render::document::written;
use simplan::render::forms::Origin;
use simplan::render::offers::{ComparisonDocument, Explain};
use simplan::render::styles::Styles;
use simplan::render::{Format, Layout, Terminal};

fn main() {
    divan::main();
}

fn plans() -> Catalogue {
    Catalogue::read(BUILT_IN_PLANS).expect("built in")
}

/// 30 days and 20 GB, in MAD.
fn request() -> Request {
    let stay = Stay::from_days(30).expect("days");
    let need = Need::new(stay, DataVolume::from_kb(20_000_000), 0).expect("data");
    let currency = Currency::parse("MAD").expect("a currency");
    Request::new(need, currency, rates::read(BUILT_IN_RATES).expect("built in"), date(2026, 11, 22))
}

#[divan::bench]
fn rank(bencher: Bencher<'_, '_>) {
    let (plans, request) = (plans().plans, request());
    bencher.bench_local(|| compare(black_box(&plans).iter().cloned(), &request).expect("an answer"));
}

#[divan::bench(args = [Format::Table, Format::Json, Format::Csv, Format::Markdown])]
fn render(bencher: Bencher<'_, '_>, format: Format) {
    let (catalogue, request) = (plans(), request());
    let comparison: Comparison = compare(catalogue.plans, &request).expect("an answer");
    let words = Messages::of(Language::En, &[Topic::Answers]);
    let origin = Origin { plans: 136, sha256: String::new(), source: "built in".to_owned() };
    let document = ComparisonDocument {
        request: &request,
        comparison: &comparison,
        shown: 10,
        columns: None,
        explain: Explain::Nothing,
        origin: &origin,
        messages: &words,
    };
    let terminal = Terminal { width: 100, styles: Styles::PLAIN, layout: Layout::Table };
    bencher.bench_local(|| {
        written(black_box(&document), format, terminal).expect("a format").expect("every column is there")
    });
}

#[divan::bench(args = [Lines::Csv, Lines::Ndjson])]
fn render_a_row_of_a_batch(bencher: Bencher<'_, '_>, lines: Lines) {
    let (plans, request) = (plans().plans, request());
    let offers = compare(plans, &request).expect("an answer").offers;
    let answer = batch::Answer::Offers { offers: &offers[..1], renew_on: &[], request: &request };
    bencher.bench_local(|| {
        let mut text = String::new();
        batch::push(&mut text, black_box("n0000001"), answer, lines).expect("it fits");
        text
    });
}
