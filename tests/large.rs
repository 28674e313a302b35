//! A catalogue read in blocks on several threads against the same one read whole: the same answer, the same warnings,
//! the same problems at the same places.

mod common;

use common::model::{question, request, short};
use common::random::{Case, CaseShape, NeedShape, Steps, case, usual_requests};
use common::{Random, always_the_same};
use jiff::civil::date;
use proptest::prelude::*;
use simplan::bulk::check;
use simplan::bulk::shortlist::{ShortlistError, Wanted, shortlist};
use simplan::bulk::source::{Settings, Source};
use simplan::catalogue::findings::Severity;
use simplan::catalogue::problems::{Diagnostic, ReadError};
use simplan::catalogue::{BUILT_IN_PLANS, Catalogue};
use simplan::domain::comparison::{LeftOut, Offer, compare};
use simplan::domain::plan::Plan;
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::refusal::Code;
use simplan::domain::request::{EFFORT, Question, Request};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::Arc;

/// A file in memory, of which each reading gives only a few bytes.
struct Bytes<'b> {
    all: &'b [u8],
    at: usize,
    again: bool,
    is_same: bool,
}

impl<'b> Bytes<'b> {
    fn new(all: &'b [u8]) -> Self {
        Self { all, at: 0, again: true, is_same: true }
    }
}

impl Read for Bytes<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = buffer.len().min(self.all.len() - self.at).min(1000);
        buffer[..count].copy_from_slice(&self.all[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

impl Source for Bytes<'_> {
    fn rewind(&mut self) -> io::Result<bool> {
        self.at = if self.again { 0 } else { self.at };
        Ok(self.again)
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        Ok(self.is_same)
    }
}

/// What reading comes to: an answer with warnings, or problems with their number.
#[derive(Debug, PartialEq)]
enum Outcome {
    Answer(Box<Answer>, Vec<Diagnostic>),
    Problems(Vec<Diagnostic>, u64),
}

impl Outcome {
    #[track_caller]
    fn answer(self) -> Answer {
        let Self::Answer(answer, _) = self else { panic!("it has problems: {self:?}") };
        *answer
    }

    /// The only problem.
    #[track_caller]
    fn problem(self) -> String {
        match self {
            Self::Problems(problems, 1) => problems[0].to_string(),
            other => panic!("it does not have one problem: {other:?}"),
        }
    }
}

/// Everything that an answer says.
#[derive(Debug, PartialEq)]
struct Answer {
    offers: Vec<String>,
    /// The first of all offers, with the plans repeated alone among them.
    with_alone: Vec<String>,
    trade_off: Option<Vec<String>>,
    plans: usize,
    refusals: BTreeMap<Code, usize>,
    refused_unknown: usize,
    left_out: Vec<LeftOut>,
}

/// What is asked, and how many offers are of interest, with the plans repeated alone among them.
struct Asked {
    request: Request,
    question: Question,
    alone: usize,
}

impl Asked {
    fn new(need: &str, alone: usize) -> Self {
        Self { request: request(), question: question(need), alone }
    }

    /// The answer from the plans of a file, and the rows of it that were only counted.
    fn answer(&self, plans: Vec<Arc<Plan>>, rest: Option<&simplan::bulk::shortlist::Rest>) -> Answer {
        let prepared = PreparedCatalogue::new(plans, self.request.clone()).unwrap();
        let comparison = compare(&prepared, &self.question);
        let tally = rest.map(|rest| rest.tally(&comparison)).unwrap_or_default();
        let mut refusals = comparison.refusal_counts();
        for (code, count) in &tally.refused {
            *refusals.entry(*code).or_default() += count;
        }
        let mut with_alone = all_short(&comparison.clone().with_alone().offers, &prepared);
        with_alone.truncate(self.alone);
        Answer {
            offers: all_short(&comparison.offers, &prepared),
            with_alone,
            trade_off: comparison.trade_off.as_ref().map(|offers| all_short(offers, &prepared)),
            plans: prepared.plans().len() + tally.rows(),
            refusals,
            refused_unknown: prepared.refused_unknown() + tally.refused_unknown,
            left_out: comparison.left_out,
        }
    }

    fn in_blocks(&self, bytes: &[u8], threads: usize, block: usize) -> Outcome {
        let settings = Settings { threads: Some(threads), whole: 0, block, delimiter: None };
        let wanted = Wanted { alone: self.alone, plan: None };
        match shortlist(Bytes::new(bytes), &self.request, &self.question, wanted, settings) {
            Ok(list) => Outcome::Answer(self.answer(list.plans, list.rest.as_ref()).into(), list.warnings),
            Err(ShortlistError::Read(ReadError::Problems(problems))) => {
                Outcome::Problems(problems.first, problems.count)
            }
            Err(error) => panic!("{error:?}"),
        }
    }

    fn whole(&self, bytes: &[u8]) -> Outcome {
        match Catalogue::read(bytes, None) {
            Ok(read) => Outcome::Answer(self.answer(read.plans, None).into(), read.warnings),
            Err(ReadError::Problems(problems)) => Outcome::Problems(problems.first, problems.count),
            Err(error) => panic!("{error:?}"),
        }
    }
}

const HEADER: &str = "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,sms,scope,network,\
                      buy,audience,max_purchases,source,verified_on,confidence,note,shop";

/// A row of the line `l`, with `terms` such as `1GB,,30d,60`: its data, what they are per, its validity and its minutes.
fn row(id: &str, kind: &str, price: u64, terms: &str) -> String {
    format!("{id},l,o,N,{kind},{price},MAD,,{terms},,,,,,,s,2026-11-01,high,,\n")
}

fn all_short(offers: &[Offer], prepared: &PreparedCatalogue) -> Vec<String> {
    offers.iter().map(|offer| short(offer, prepared)).collect()
}

/// A catalogue of many rows, written in every way that CSV allows.
fn catalogue(random: &mut Random, rows: usize) -> Vec<u8> {
    let line_end = random.one_of(&["\n", "\n", "\r\n"]);
    let mut text = format!("{}{HEADER}{line_end}", random.one_of(&["", "\u{feff}"]));
    for index in 0..rows {
        let name = random.one_of(&[
            "Pass",
            "Pass",
            "Pass",
            "\"Pass, big\"",
            "\"two\nlines\"",
            "\"a \"\"b\"\"\"",
            "\"x\r\ny\"",
            "Été",
            "5' x",
            " blank ",
            "\"\"\"\n\n\"\"\"",
            "\u{a0}a",
        ]);
        let kind = random.one_of(&["pass", "pass", "pass", "tourist", "Contract", "sim"]);
        let price = match random.below(40) {
            0 => "99999999999999.01",
            _ => random.one_of(&["5", "7.50", " 9", "\"12\"", "00012.5", "19.90", "20", ""]),
        };
        let currency = random.one_of(&["MAD", "MAD", "mad", "USD"]);
        let fee = if kind == "Contract" { random.one_of(&["", "5"]) } else { "" };
        let (data, validity) = if kind == "sim" {
            ("0MB", "")
        } else {
            (
                random.one_of(&["1GB", "500MB", "1.5 Go", "unlimited", "3000mb"]),
                random.one_of(&["7d", "30D", "48h"]),
            )
        };
        let per = random.one_of(&["", "", "total", "day"]);
        let minutes = random.one_of(&["", "60", "unlimited", "Unlimited"]);
        let scope = random.one_of(&["", "general", "general", "social", " "]);
        let network = random.one_of(&["", "4G", "5g"]);
        let limit = random.one_of(&["", "", "2", "  "]);
        let source = random.one_of(&["s", "https://example.org/x", "", " "]);
        let date = random.one_of(&["2026-11-01", "2026-02", "2019-12-31", ""]);
        let confidence = random.one_of(&["low", "HIGH", "", "  "]);
        let note = random.one_of(&["", "", "\"long, with a comma\"", "a\tb"]);
        text += &format!(
            "p-{index},l-{},o,{name},{kind},{price},{currency},{fee},{data},{per},{validity},{minutes},,{scope},{network},\
             ,anyone,{limit},{source},{date},{confidence},{note},{line_end}",
            index % 3
        );
        if random.below(20) == 0 {
            text += line_end;
        }
    }
    if random.below(2) == 0 {
        text.truncate(text.len() - line_end.len());
    }
    text.into_bytes()
}

#[test]
fn every_thread_and_every_block_give_the_same_answer() {
    let mut random = Random::new(1);
    for case in 0..80 {
        let rows = 1 + random.index(60);
        let bytes = catalogue(&mut random, rows);
        let mut asked =
            Asked::new(random.one_of(&["30d 2GB", "30d 20GB", "30d 9GB 100min"]), 1 + random.index(9));
        asked.question.trade_off = random.below(3) == 0;
        let expected = asked.whole(&bytes);
        for (threads, block) in [(1, 1), (1, 64), (2, 150), (7, 100), (2, 4000), (1, 1 << 20)] {
            let outcome = asked.in_blocks(&bytes, threads, block);
            assert_eq!(outcome, expected, "case {case}, {threads} threads, blocks of {block}");
        }
    }
}

#[test]
fn damaged_files_have_the_same_problems() {
    let mut random = Random::new(2);
    let mut broken = 0;
    let mut valid = 0;
    for case in 0..1000 {
        let rows = 1 + random.index(25);
        let mut bytes = catalogue(&mut random, rows);
        let header = bytes.iter().position(|&byte| byte == b'\n').unwrap() + 1;
        for _ in 0..=random.index(3) {
            let at = header + random.index(bytes.len() - header);
            bytes[at] = random.one_of(b"\"\",,\r\n\n x0.-\xe9\x00\x1b\xc2\x85aA");
        }
        let asked = Asked::new("30d 2GB", 5);
        let expected = asked.whole(&bytes);
        if matches!(expected, Outcome::Problems(..)) {
            broken += 1;
        } else {
            valid += 1;
        }
        for (threads, block) in [(1, 1), (2, 90), (3, 700)] {
            let outcome = asked.in_blocks(&bytes, threads, block);
            let text = String::from_utf8_lossy(&bytes);
            assert_eq!(outcome, expected, "case {case}, {threads} threads, blocks of {block}: {text}");
        }
    }
    assert!(broken > 300 && valid > 30, "both occur: {broken} broken, {valid} valid");
}

/// Catalogues of so many rows that most are dropped, with everything that the format has, and questions.
fn cases() -> impl Strategy<Value = Case> {
    let many_rows = CaseShape {
        rows: 100..300,
        usual: 30,
        price_cents: Steps { of: 50, times: 1..200 },
        data_mb: Steps { of: 250, times: 1..40 },
        need: NeedShape { days: 9..31, data_mb: Steps { of: 1_000, times: 2..21 }, minutes: 40..101 },
        ..CaseShape::default()
    };
    case(&many_rows, usual_requests(2))
}

proptest! {
    #![proptest_config(always_the_same(40))]

    #[test]
    fn a_shortlist_gives_the_answer_of_the_whole(
        Case { csv, request, question } in cases(),
        alone in 1..9_usize,
        trade_off in prop::bool::weighted(0.3),
        two_lines in prop::bool::weighted(0.3),
    ) {
        let asked = Asked { request, question: Question { trade_off, two_lines, ..question }, alone };
        let expected = asked.whole(csv.0.as_bytes());
        prop_assert_eq!(asked.in_blocks(csv.0.as_bytes(), 2, 5_000), expected);
    }
}

fn count(bytes: &[u8], text: &str) -> usize {
    String::from_utf8_lossy(bytes).matches(text).count()
}

#[test]
fn most_of_a_large_file_is_dropped() {
    let mut random = Random::new(3);
    let bytes = catalogue(&mut random, 3_000);
    let asked = Asked::new("30d 20GB", 1);
    let settings = Settings { threads: Some(2), whole: 0, block: 10_000, delimiter: None };
    let wanted = Wanted { alone: 1, plan: Some("p-2999") };
    let list = shortlist(Bytes::new(&bytes), &asked.request, &asked.question, wanted, settings).unwrap();
    // Every SIM is kept besides.
    let others = list.plans.iter().filter(|plan| !plan.is_sim()).count();
    assert!(others < 200, "{others} are kept");
    assert_eq!(list.rows(), 3_000 - count(&bytes, "99999999999999.01"));
    assert!(list.plans.iter().any(|plan| plan.id.as_str() == "p-2999"), "the plan to be explained is kept");
}

#[test]
fn a_row_longer_than_a_block_and_a_bad_one_in_the_last() {
    let long_name = format!(",\"{}\",", "long, with\nbreaks ".repeat(5000));
    let mut text = format!("{HEADER}\n") + &row("a", "pass", 5, "1GB,,30d,");
    text += &row("long", "pass", 5, "1GB,,30d,").replace(",N,", &long_name);
    text += &row("b", "pass", 5, "1GB,,30d,");
    let asked = Asked::new("30d 1GB", 9);
    for threads in [1, 2, 7] {
        let answer = asked.in_blocks(text.as_bytes(), threads, 100).answer();
        assert_eq!(answer.offers, ["a:1 = 5.00 MAD"]);
        assert_eq!(answer.with_alone, ["a:1 = 5.00 MAD", "b:1 = 5.00 MAD", "long:1 = 5.00 MAD"]);
    }
    // Lines: the header, a, 5000 breaks and the end of the long name, b, and the bad one.
    text += &row("c", "pass", 5, "1,,30d,");
    for threads in [1, 2, 7] {
        let problem = asked.in_blocks(text.as_bytes(), threads, 100).problem();
        assert_eq!(problem, "5005:21: data: volume-without-unit value=`1`");
    }
}

/// The passes `p0` to `p49`, each a dirham dearer than the one before, from 10 MAD on.
fn fifty_passes() -> String {
    (0..50).map(|at| row(&format!("p{at}"), "pass", 10 + at, "1GB,,30d,")).collect()
}

#[test]
fn an_id_may_occur_once_in_a_large_file() {
    let rows = fifty_passes();
    let asked = Asked::new("30d 1GB", 5);
    let kept = format!("{HEADER}\n{rows}{}", row("p0", "pass", 11, "1GB,,30d,"));
    for threads in [1, 2, 7] {
        let problem = asked.in_blocks(kept.as_bytes(), threads, 200).problem();
        assert_eq!(problem, "52:1: id: id-twice value=`p0` first_line=`2`");
    }
    // Neither row is kept.
    let dropped = format!("{HEADER}\n{rows}{}", row("p49", "pass", 60, "1GB,,30d,"));
    for threads in [1, 2, 7] {
        let problem = asked.in_blocks(dropped.as_bytes(), threads, 200).problem();
        assert_eq!(problem, "52:1: id: id-twice value=`p49` first_line=`51`");
    }
}

#[test]
fn a_file_that_cannot_be_read_twice_or_has_changed_says_so() {
    // How often each pass is bought depends on the SIM, and it comes last.
    let text = format!("{HEADER}\n{}{}", fifty_passes(), row("sim", "sim", 20, "1GB,,30d,"));
    let asked = Asked::new("30d 3GB", 2);
    let answer = asked.in_blocks(text.as_bytes(), 2, 100).answer();
    assert_eq!(answer.offers, ["sim:1 p0:2 = 40.00 MAD"]);
    assert_eq!(answer.with_alone, ["sim:1 p0:2 = 40.00 MAD", "sim:1 p1:2 = 42.00 MAD"]);
    assert!(answer.plans == 51 && answer.refusals.is_empty(), "the SIM is in offers");
    let settings = Settings { threads: Some(2), whole: 0, block: 100, delimiter: None };
    let wanted = Wanted { alone: 2, plan: None };
    let once = Bytes { again: false, ..Bytes::new(text.as_bytes()) };
    let error = shortlist(once, &asked.request, &asked.question, wanted, settings).unwrap_err();
    assert!(matches!(error, ShortlistError::Read(ReadError::OnlyOnce)), "{error:?}");
    let changed = Bytes { is_same: false, ..Bytes::new(text.as_bytes()) };
    let error = shortlist(changed, &asked.request, &asked.question, wanted, settings).unwrap_err();
    assert!(matches!(error, ShortlistError::Read(ReadError::Changed)), "{error:?}");
}

#[test]
fn a_line_of_a_large_file_that_cannot_be_searched_counts_as_too_large() {
    let mut rows = String::new();
    for number in 0..60_u64 {
        // None of these replaces another.
        let mb = 211 + number * 389 % 4_001;
        let minutes = 3 + number * 17 % 53;
        let price = 1 + mb / 100 + minutes / 4;
        rows += &row(&format!("p{number}"), "pass", price, &format!("{mb}MB,,30d,{minutes}"));
        rows += &row(&format!("q{number}"), "pass", 900 + number, "60GB,,30d,900").replace(",l,", ",m,");
    }
    let text = format!("{HEADER}\n{rows}");
    let mut asked = Asked::new("30d 20GB 300min", 1);
    for (effort, is_left_out) in [(100, true), (EFFORT, false)] {
        asked.question.effort = effort;
        let whole = asked.whole(text.as_bytes()).answer();
        let list = asked.in_blocks(text.as_bytes(), 2, 700).answer();
        assert_eq!((&list.offers, &list.refusals), (&whole.offers, &whole.refusals));
        assert_eq!(whole.left_out.is_empty(), !is_left_out);
        assert_eq!(whole.refusals.get(&Code::TooLargeToSearch), is_left_out.then_some(&60));
        assert_eq!(list.left_out.len(), whole.left_out.len());
    }
}

#[test]
fn a_check_that_reads_twice_notices_a_change() {
    let rows = ["a", "b", "a"].map(|id| row(id, "pass", 10, "1GB,,30d,"));
    let text = format!("{HEADER}\n{}", rows.concat());
    let settings = Settings { threads: Some(2), whole: 0, block: 100, delimiter: None };
    let twice = check::check(&mut Bytes::new(text.as_bytes()), settings, date(2026, 11, 27)).unwrap();
    assert_eq!(twice.findings.count(Severity::Error), 1);
    let mut changed = Bytes { is_same: false, ..Bytes::new(text.as_bytes()) };
    let error = check::check(&mut changed, settings, date(2026, 11, 27)).unwrap_err();
    assert!(matches!(error, ReadError::Changed), "{error:?}");
}

/// The findings of a severity, or all but those about plans beside each other, which only a file that is kept whole has.
fn findings(text: &str, settings: Settings, severity: &str) -> Vec<String> {
    const COMPARED: [&str; 5] =
        ["plan-twice", "plan-dominated", "line-without-sim", "price-far-above-line", "price-far-below-line"];
    let checked = check::check(&mut Bytes::new(text.as_bytes()), settings, date(2026, 11, 27)).unwrap();
    let all = checked.findings.first.iter();
    let wanted = all.filter(|finding| severity == "all" || finding.severity.to_string() == severity);
    let wanted = wanted.filter(|finding| !COMPARED.contains(&finding.problem.error.code()));
    wanted.map(|finding| finding.problem.to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_check_in_blocks_finds_the_same_in_each_row(
        rows in prop::collection::vec(
            (
                "A|B &amp;|=C|\"D, -\"|\"-E\"|Illimité|UNLIMITED|Pack 2 Go|不限|F & G;",
                "0|5|9.99",
                "1GB|unlimited|2GB",
                "s|https://x.ma|\"http://x.ma\"|\" https://x.ma\"",
                "2026-11-01|2026-12|2025-01|2026-05-31|2026-05-30",
                "|note|@x|\\+1|a&#39;b",
            ),
            1..60,
        ),
        threads in 1..4_usize, block in 50..400_usize,
    ) {
        let rows = rows.iter().enumerate().map(|(id, (name, price, data, source, seen, note))| {
            format!("p{id},l,o,{name},esim,{price},MAD,{data},7d,{source},{seen},high,{note}\n")
        });
        let header = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence,note";
        let text = format!("{header}\n{}", rows.collect::<String>());
        let whole = Settings { threads: Some(1), whole: 1 << 20, block, delimiter: None };
        let in_blocks = Settings { threads: Some(threads), whole: 0, ..whole };
        prop_assert_eq!(findings(&text, in_blocks, "all"), findings(&text, whole, "all"));
    }
}

#[test]
fn a_check_finds_lines_of_two_operators() {
    let row = |id: usize, operator: &str| {
        format!("p{id},l-{},{operator},N,pass,10,MAD,,1GB,,30d,,,,,,,,s,2026-11-01,high,,\n", id % 2)
    };
    let rows: String =
        (0..40).map(|id| row(id, if [26, 31, 33].contains(&id) { "q" } else { "o" })).collect();
    let text = format!("{HEADER}\n{rows}");
    for (threads, whole) in [(1, 0), (3, 0), (1, 1 << 20)] {
        let settings = Settings { threads: Some(threads), whole, block: 100, delimiter: None };
        let found = findings(&text, settings, "error");
        let expected = [
            "28:9: operator: line-of-two-operators value=`l-0` known=`o` first_line=`2`",
            "33:9: operator: line-of-two-operators value=`l-1` known=`o` first_line=`3`",
        ];
        assert_eq!(found, expected, "{threads} threads, {whole} bytes at once");
    }
}

#[test]
fn the_built_in_catalogue_in_blocks() {
    for need in ["30d 20GB", "45d 20GB 60min"] {
        let mut asked = Asked::new(need, 10);
        asked.question.trade_off = true;
        let expected = asked.whole(BUILT_IN_PLANS);
        for (threads, block) in [(1, 500), (2, 3000)] {
            assert_eq!(asked.in_blocks(BUILT_IN_PLANS, threads, block), expected);
        }
    }
}
