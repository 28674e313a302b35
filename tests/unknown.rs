//! Unknown stays unknown: blanks every cell of the built-in catalogue in turn, and asks again.
//!
//! - No total gets lower, of any line and of any plan repeated alone. A total that lacks a price or a fee is marked, and
//!   never comes before one that is known.
//! - No 0 is shown that was not there.
//! - If the winner changes, the answer says why.
//!
//! Ids are not blanked: they are names, and the format demands them.

mod common;

use common::model::{currency, question, rates, slug};
use common::runner::{Printed, simplan};
use jiff::civil::{Date, date};
use serde_json::Value;
use simplan::catalogue::columns::{Column, REQUIRED};
use simplan::catalogue::{BUILT_IN_PLANS, Catalogue};
use simplan::domain::change::DataWords;
use simplan::domain::comparison::{Comparison, Offer, compare};
use simplan::domain::error::Figure;
use simplan::domain::explanation::explain;
use simplan::domain::filters::MaxAge;
use simplan::domain::plan::{Confidence, Form, Network, Plan, Sold};
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::rates::Exact;
use simplan::domain::refusal::{Code, Refusal};
use simplan::domain::request::{Question, Request};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;
use std::thread;

const TODAY: Date = date(2026, 11, 26);

/// A request, and the questions that are asked with it.
struct Asking {
    request: Request,
    questions: Vec<Question>,
}

/// Short and long stays, little and much data, calls, and every filter that looks at a cell.
fn askings() -> Vec<Asking> {
    fn asking(questions: &[&str], set: impl FnOnce(&mut Request)) -> Asking {
        let mut request = Request::new(currency("MAD"), rates(), TODAY);
        set(&mut request);
        Asking { request, questions: questions.iter().map(|text| question(text)).collect() }
    }

    vec![
        asking(
            &[
                "1d 500MB",
                "7d 3GB",
                "10d 100MB",
                // 1 GB a day.
                "14d 14GB",
                "30d 20GB",
                "45d 20GB",
                "90d 60GB",
                "365d 100GB",
                "30d 10GB 120min",
                "14d 60min",
                "20d 100GB 600min",
            ],
            |_| {},
        ),
        asking(&["30d 20GB", "45d 10GB 300min", "60d 120min"], |request| request.filters.resident = true),
        asking(&["7d 3GB", "20d 20GB"], |request| request.filters.form = Some(Form::Esim)),
        asking(&["7d 3GB", "30d 20GB"], |request| request.filters.sold = Some(Sold::Online)),
        asking(&["30d 20GB 30min"], |request| request.currency = currency("EUR")),
        asking(&["10d 5GB", "30d 10GB 60min"], |request| {
            request.have_sims.insert(slug("inwi-prepaid"));
        }),
        asking(&["14d 5GB"], |request| request.filters.network = Some(Network::G5)),
        asking(&["14d 5GB"], |request| request.filters.min_confidence = Some(Confidence::Medium)),
        asking(&["14d 5GB"], |request| request.filters.max_age = MaxAge::Days(400)),
        asking(&["14d 5GB", "30d 600min"], |request| {
            request.filters.no_unlimited = true;
            request.filters.resident = true;
        }),
    ]
}

/// The rows of the built-in catalogue, the header first.
fn rows() -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(BUILT_IN_PLANS);
    reader.records().map(Result::unwrap).collect()
}

/// The catalogue as CSV without the cell of a row.
fn without(rows: &[csv::StringRecord], row: usize, column: usize) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (at, record) in rows.iter().enumerate() {
        let cells = record.iter().enumerate();
        writer
            .write_record(cells.map(|(cell, text)| if (at, cell) == (row, column) { "" } else { text }))
            .unwrap();
    }
    writer.into_inner().unwrap()
}

/// The columns whose blank cell the format gives a meaning, which may be a better offer: "anyone", "general", "total" and
/// "no limit". A price without a date is stale but admitted unless the user sets an age. All else is unknown if it is blank,
/// and what is unknown makes no offer better.
fn blank_has_a_meaning(column: Column) -> bool {
    matches!(
        column,
        Column::Audience | Column::Scope | Column::DataPer | Column::MaxPurchases | Column::VerifiedOn
    )
}

/// Whether a blank cell may win a tie. "Unknown is not shared", says the order of offers; at the same total, fewer
/// purchases with a shared balance come first.
fn may_win_a_tie(column: Column) -> bool {
    column == Column::Balance
}

/// A question with its answer of the untouched catalogue.
struct Answered<'a> {
    request: &'a Request,
    question: &'a Question,
    /// The answer of each line.
    lines: BTreeMap<String, Comparison>,
    winner: Option<Offer>,
}

impl<'a> Answered<'a> {
    fn new(plans: &[Arc<Plan>], request: &'a Request, question: &'a Question) -> Self {
        let names: BTreeSet<&str> = plans.iter().map(|plan| plan.line.as_str()).collect();
        let of_line = |line: &&str| (line.to_string(), compare(&on_line(plans, line, request), question));
        let lines: BTreeMap<String, Comparison> = names.iter().map(of_line).collect();
        let prepared = PreparedCatalogue::new(plans.to_vec(), request.clone()).unwrap();
        let offers = compare(&prepared, question).offers;
        // The lines do not depend on each other, so a blank cell changes the answer of its own line only.
        let mut of_lines: Vec<&Offer> = lines.values().flat_map(|line| &line.offers).collect();
        of_lines.sort_by(|a, b| a.basket.rank_cmp(&b.basket));
        assert_eq!(offers.iter().collect::<Vec<_>>(), of_lines);
        Self { request, question, winner: offers.into_iter().next(), lines }
    }
}

/// The plans of a line, prepared for a request.
fn on_line(plans: &[Arc<Plan>], line: &str, request: &Request) -> PreparedCatalogue {
    let of_line = plans.iter().filter(|plan| plan.line.as_str() == line).cloned();
    PreparedCatalogue::new(of_line.collect(), request.clone()).unwrap()
}

/// What is wrong with the answer to a question after a cell is blanked.
struct Blanked<'a> {
    plans: &'a [Arc<Plan>],
    /// The plan of the row.
    plan: &'a Arc<Plan>,
    column: Column,
}

impl Blanked<'_> {
    fn check(&self, line: &PreparedCatalogue, before: &Answered<'_>) -> Result<(), String> {
        let name = self.plan.line.as_str();
        let was = &before.lines[name];
        let now = compare(line, before.question);
        if !blank_has_a_meaning(self.column) {
            no_lower_total(was, &now)?;
        }
        let others = before.lines.iter().filter(|(line, _)| *line != name).map(|(_, other)| other);
        let best = others.chain([&now]).filter_map(|line| line.offers.first());
        let winner = best.min_by(|a, b| a.basket.rank_cmp(&b.basket));
        let is_same = match (winner, &before.winner) {
            (Some(winner), Some(was)) => winner.basket.buys_the_same(&was.basket),
            (winner, was) => winner.is_none() && was.is_none(),
        };
        if is_same { Ok(()) } else { self.is_explained(winner, before) }
    }

    /// Whether the answer says why another basket wins.
    fn is_explained(&self, winner: Option<&Offer>, before: &Answered<'_>) -> Result<(), String> {
        let prepared = PreparedCatalogue::new(self.plans.to_vec(), before.request.clone()).unwrap();
        let comparison = compare(&prepared, before.question);
        assert_eq!(comparison.offers.first(), winner);
        let known = comparison.offers.iter().skip_while(|offer| offer.basket.is_complete());
        if known.clone().any(|offer| offer.basket.is_complete()) {
            return Err("a total that is not known comes first".to_owned());
        }
        let wins = Err(format!("{} wins", shown(winner)));
        if !before.winner.as_ref().is_some_and(|was| was.holds(self.plan)) {
            // The offer that wins at last shows what its blank cell means.
            let is_new = winner.is_some_and(|winner| {
                let is_tie =
                    before.winner.as_ref().is_some_and(|was| was.basket.total() == winner.basket.total());
                winner.holds(self.plan)
                    && (blank_has_a_meaning(self.column) || may_win_a_tie(self.column) && is_tie)
            });
            return if is_new { Ok(()) } else { wins };
        }
        let explanation = explain(self.plan, &prepared, before.question, &comparison, DataWords::Total);
        if let Some(Refusal { code, figures, .. }) = &explanation.refusal {
            let is_unknown =
                matches!(code, Code::PriceUnknown | Code::AllowanceUnknown | Code::ValidityUnknown)
                    || figures.iter().any(|(_, figure)| *figure == Figure::Unknown);
            return if is_unknown { Ok(()) } else { Err(format!("it is refused as {code}")) };
        }
        // It is still offered: as a SIM that says what is not known of it, or at a total that is marked.
        let is_marked = explanation.offers.iter().all(|(_, offer)| !offer.basket.is_complete());
        if is_marked || explanation.unknown.is_some() { Ok(()) } else { wins }
    }
}

/// Whether every total that is known was as low before, and every plan repeated alone.
fn no_lower_total(was: &Comparison, now: &Comparison) -> Result<(), String> {
    let before = totals(was);
    let lowest = before.values().min();
    for (ids, total) in totals(now) {
        if lowest.is_none_or(|lowest| total < *lowest) || before.get(&ids).is_some_and(|was| total < *was) {
            return Err(format!("{} has a lower total", ids.join(" ")));
        }
    }
    Ok(())
}

/// The total of each offer and of each plan repeated alone, as far as it is known, by what is bought.
fn totals(comparison: &Comparison) -> BTreeMap<Vec<&str>, Exact> {
    let offers = comparison.offers.iter().chain(&comparison.alone);
    let known = offers.filter(|offer| offer.basket.is_complete());
    known.map(|offer| (ids(offer), offer.basket.total())).collect()
}

fn ids(offer: &Offer) -> Vec<&str> {
    offer.basket.items().iter().map(|item| item.plan.id.as_str()).collect()
}

fn shown(offer: Option<&Offer>) -> String {
    let items = offer.iter().flat_map(|offer| offer.basket.items());
    items.map(|item| format!("{}:{}", item.plan.id, item.count)).collect::<Vec<_>>().join(" ")
}

#[test]
fn no_blank_cell_makes_an_offer_better() {
    let rows = rows();
    let plans = Catalogue::parse(BUILT_IN_PLANS).unwrap().plans;
    let askings = askings();
    let pairs =
        askings.iter().flat_map(|asking| asking.questions.iter().map(|question| (&asking.request, question)));
    let before: Vec<Answered<'_>> =
        pairs.map(|(request, question)| Answered::new(&plans, request, question)).collect();
    let cells: Vec<(usize, Column)> = (1..rows.len())
        .flat_map(|row| Column::ALL.into_iter().map(move |column| (row, column)))
        .filter(|(row, column)| *column != Column::Id && !rows[*row][*column as usize].is_empty())
        .collect();
    assert!(cells.len() > 2_900, "{}", cells.len());
    let found: Vec<String> = thread::scope(|scope| {
        let halves = cells.chunks(cells.len().div_ceil(2));
        let threads: Vec<_> = halves.map(|half| scope.spawn(|| blank(half, &rows, &before))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(found.is_empty(), "{} of {}:\n{}", found.len(), cells.len(), found.join("\n"));
}

/// Blanks some cells, each by itself, and collects what is wrong.
fn blank(cells: &[(usize, Column)], rows: &[csv::StringRecord], before: &[Answered<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    for (row, column) in cells {
        let catalogue = Catalogue::parse(&without(rows, *row, *column as usize));
        let is_needed = REQUIRED.contains(&column.name()) || *column == Column::Currency;
        let plans = match catalogue {
            Ok(catalogue) if !is_needed => catalogue.plans,
            Err(problems) if is_needed => {
                let expected = format!("{}: cell-needed", column.name());
                let problems: Vec<String> = problems.first.iter().map(ToString::to_string).collect();
                assert!(problems.iter().any(|problem| problem.contains(&expected)), "{problems:?}");
                continue;
            }
            other => panic!("{} of row {row}: {other:?}", column.name()),
        };
        let plan = &plans[row - 1];
        let blanked = Blanked { plans: &plans, plan, column: *column };
        let mut prepared: Option<(&Request, PreparedCatalogue)> = None;
        for answered in before {
            if prepared.as_ref().is_none_or(|(request, _)| !std::ptr::eq(*request, answered.request)) {
                prepared = Some((answered.request, on_line(&plans, plan.line.as_str(), answered.request)));
            }
            let (_, line) = prepared.as_ref().expect("it was just prepared");
            if let Err(why) = blanked.check(line, answered) {
                let need = &answered.question.need;
                let stay = need.stay().days();
                let gb = need.data().kb();
                found.push(format!(
                    "{} of {}: {stay} d, {gb} kB, {} min: {why}",
                    column.name(),
                    plan.id,
                    need.minutes()
                ));
            }
        }
    }
    found
}

/// The columns with amounts, volumes, times and counts: what could be shown as 0.
const AMOUNTS: [Column; 8] = [
    Column::Price,
    Column::SetupFee,
    Column::Data,
    Column::Validity,
    Column::Minutes,
    Column::Sms,
    Column::MaxPurchases,
    Column::Credit,
];

#[test]
fn no_blank_cell_is_shown_as_0() {
    let rows = rows();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plans.csv");
    for (row, record) in rows.iter().enumerate().skip(1) {
        let show = format!("plans show {} --today {TODAY}", &record[0]);
        let untouched = simplan(&show).out;
        for column in AMOUNTS.into_iter().filter(|column| !record[*column as usize].is_empty()) {
            fs::write(&file, without(&rows, row, column as usize)).unwrap();
            let blanked = format!("{show} --plans {}", file.display());
            let Printed { out, err, .. } = simplan(&format!("{blanked} --json"));
            let json: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{err}"));
            assert_eq!(json["plan"][column.name()], Value::Null, "{} of {}", column.name(), &record[0]);
            let page = simplan(&blanked).out;
            let new = page.lines().filter(|line| !untouched.contains(line));
            let zeros: Vec<&str> = new.filter(|line| has_zero(line)).collect();
            assert!(zeros.is_empty(), "{} of {}: {zeros:?}", column.name(), &record[0]);
        }
    }
}

/// Whether one of the numbers in a text is 0.
fn has_zero(text: &str) -> bool {
    let numbers = text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
    let mut digits = numbers.map(|number| number.replace(['.', ','], ""));
    digits.any(|digits| !digits.is_empty() && digits.bytes().all(|digit| digit == b'0'))
}

#[test]
fn zeros_are_found() {
    for (text, expected) in
        [("Price: 0 MAD", true), ("0.00", true), ("10 MAD, 20 Jan 2000", false), ("", false)]
    {
        assert_eq!(has_zero(text), expected, "{text}");
    }
}

/// Of 50 dirhams and an unknown fee, nobody knows whether they are less than 200 dirhams.
#[test]
fn a_total_that_lacks_a_fee_is_marked_and_beats_none() {
    let header =
        "id,line,operator,name,kind,price,currency,setup_fee,data,validity,source,verified_on,confidence";
    let rest = "20GB,30d,https://example.ma,2026-11,high";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plans.csv");
    let compare = format!("compare --days 30 --data 20GB --plans {} --today {TODAY}", file.display());
    for (fee, first) in [("0", "c"), ("", "e")] {
        let contract = format!("c,l,o,C,contract,50,MAD,{fee},{rest}");
        fs::write(&file, format!("{header}\n{contract}\ne,m,p,E,esim,200,MAD,,{rest}\n")).unwrap();
        let json: Value = serde_json::from_str(&simplan(&format!("{compare} --json")).out).unwrap();
        assert_eq!(json["offers"][0]["items"][0]["plan"], first);
        let offers = json["offers"].as_array().unwrap();
        let offer = offers.iter().find(|offer| offer["line"] == "l").unwrap();
        let item = &offer["items"][0];
        let is_known = !fee.is_empty();
        assert_eq!((&offer["total"], &offer["complete"]), (&"50.00".into(), &is_known.into()));
        assert_eq!(item["fee"], if is_known { "0.00".into() } else { Value::Null });
        assert_eq!(simplan(&compare).out.contains("≥ 50.00 MAD"), !is_known);
    }
}

/// A SIM that would be enough if more of it were known begins the offer, and its explanation says what is not known.
#[test]
fn a_sim_says_what_is_not_known_of_it() {
    #[track_caller]
    fn check(sim: &str, need: &str, expected: &str) {
        let header =
            "id,line,operator,name,kind,price,currency,data,validity,minutes,source,verified_on,confidence";
        let rest = "https://example.ma,2026-11,high";
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plans.csv");
        let pass = "p,l,o,P,pass,50,MAD,20GB,30d,60";
        fs::write(&file, format!("{header}\ns,l,o,S,sim,20,MAD,{sim},{rest}\n{pass},{rest}\n")).unwrap();
        let compare = format!("compare --days 30 {need} --plans {} --today {TODAY}", file.display());
        let out = simplan(&format!("{compare} --explain s")).out;
        let explained = out.split("s is the first item of offer 1 of 1").nth(1).expect(&out);
        assert!(explained.trim().replace('\n', " ").ends_with(expected), "{out}");
    }

    let data = "--data 20GB";
    check(",30d,", data, "It is not an offer by itself: its amount of data is unknown.");
    check("20GB,,", data, "It is not an offer by itself: its validity is unknown.");
    let calls = "--data 20GB --minutes 60";
    let expected = "It is not an offer by itself: 60 call minutes needed; how many it includes is not known; would \
                    fit with --minutes 0. One purchase covers 30 days: its data lasts 30 days at 667 MB a day; its \
                    validity is 30 days.";
    check("20GB,30d,", calls, expected);
    // Nothing of a SIM that only opens the line is unknown.
    check("0MB,,", data, ": SIM 20 + P, 70.00 MAD.");
}
