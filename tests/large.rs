//! A catalogue read in blocks on several threads against the same one read whole: the same answer, the same warnings,
//! the same problems at the same places.

mod common;

use common::{Random, offers, request};
use simplan::catalogue::check;
use simplan::catalogue::sift::{Settings, Shortlist, Source};
use simplan::catalogue::table::{Diagnostic, ReadError};
use simplan::catalogue::{BUILT_IN_PLANS, Catalogue};
use simplan::domain::comparison::{Comparison, compare};
use simplan::domain::request::Request;
use simplan::domain::sieve::Wanted;
use std::io::{self, Read};

/// A file in memory, of which each reading gives only a few bytes.
struct Bytes<'b> {
    all: &'b [u8],
    at: usize,
    again: bool,
    is_same: bool,
}

impl<'b> Bytes<'b> {
    fn of(all: &'b [u8]) -> Self {
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
    Answer(Box<Comparison>, Vec<Diagnostic>),
    Problems(Vec<Diagnostic>, u64),
}

fn in_blocks(bytes: &[u8], request: &Request, most: usize, threads: usize, block: usize) -> Outcome {
    let settings = Settings { threads: Some(threads), whole: 0, block };
    let wanted = Wanted { offers: most, plan: None };
    match Shortlist::read(Bytes::of(bytes), request, wanted, settings) {
        Ok(list) => Outcome::Answer(list.compare(request).unwrap().into(), list.warnings),
        Err(ReadError::Problems(problems)) => Outcome::Problems(problems.first, problems.count),
        Err(error) => panic!("{error:?}"),
    }
}

fn whole(bytes: &[u8], request: &Request) -> Outcome {
    match Catalogue::read(bytes) {
        Ok(read) => Outcome::Answer(compare(read.plans, request).unwrap().into(), read.warnings),
        Err(ReadError::Problems(problems)) => Outcome::Problems(problems.first, problems.count),
        Err(error) => panic!("{error:?}"),
    }
}

const HEADER: &str = "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,sms,scope,network,\
                      buy,audience,max_purchases,source,verified_on,confidence,note,shop";

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
        let price = random.one_of(&["5", "7.50", " 9", "\"12\"", "00012.5", "19.90", "20", ""]);
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

#[track_caller]
fn same_first(blocks: &Outcome, whole: &Outcome, most: usize, told: &str) {
    match (blocks, whole) {
        (Outcome::Answer(blocks, warnings), Outcome::Answer(whole, expected)) => {
            let first =
                |comparison: &Comparison| offers(comparison).into_iter().take(most).collect::<Vec<_>>();
            assert_eq!(first(blocks), first(whole), "{told}");
            assert_eq!((blocks.found(), blocks.plans), (whole.found(), whole.plans), "{told}");
            assert_eq!(blocks.refusal_counts(), whole.refusal_counts(), "{told}");
            assert_eq!(warnings, expected, "{told}");
        }
        _ => assert_eq!(blocks, whole, "{told}"),
    }
}

#[test]
fn every_thread_and_every_block_give_the_same_answer() {
    let mut random = Random::new(1);
    for case in 0..300 {
        let rows = 1 + random.index(60);
        let (bytes, most) = (catalogue(&mut random, rows), 1 + random.index(9));
        let request = request(30, random.one_of(&["2GB", "20GB"]));
        let expected = whole(&bytes, &request);
        let mut first = None;
        for (threads, block) in [(1, 1), (1, 64), (2, 150), (7, 100), (2, 4000), (1, 1 << 20)] {
            let told = format!("case {case}, {threads} threads, blocks of {block}");
            let outcome = in_blocks(&bytes, &request, most, threads, block);
            same_first(&outcome, &expected, most, &told);
            // Not only the answer is the same: so is everything that is kept for it.
            assert_eq!(
                &outcome,
                first.get_or_insert_with(|| in_blocks(&bytes, &request, most, 1, 333)),
                "{told}"
            );
        }
    }
}

#[test]
fn damaged_files_have_the_same_problems() {
    let mut random = Random::new(2);
    let (mut broken, mut sound) = (0, 0);
    for case in 0..3000 {
        let rows = 1 + random.index(25);
        let mut bytes = catalogue(&mut random, rows);
        let header = bytes.iter().position(|&byte| byte == b'\n').unwrap() + 1;
        for _ in 0..=random.index(3) {
            let at = header + random.index(bytes.len() - header);
            bytes[at] = random.one_of(b"\"\",,\r\n\n x0.-\xe9\x00\x1b\xc2\x85aA");
        }
        let request = request(30, "2GB");
        let mut expected = whole(&bytes, &request);
        if let Outcome::Problems(problems, count) = &mut expected {
            // That ids are unique is held only among the plans that are kept.
            problems.retain(|problem| problem.error.code() != "id-twice");
            *count = problems.len() as u64;
            if *count == 0 {
                continue;
            }
            broken += 1;
        } else {
            sound += 1;
        }
        for (threads, block) in [(1, 1), (2, 90), (3, 700)] {
            let told = || {
                format!(
                    "case {case}, {threads} threads, blocks of {block}: {}",
                    String::from_utf8_lossy(&bytes)
                )
            };
            let outcome = in_blocks(&bytes, &request, 5, threads, block);
            same_first(&outcome, &expected, 5, &told());
        }
    }
    assert!(broken > 1000 && sound > 100, "the files test both: {broken} broken, {sound} sound");
}

#[test]
fn a_row_longer_than_a_block_and_a_bad_one_in_the_last() {
    let row = |id: &str, name: &str, data: &str| {
        format!("{id},l,o,{name},pass,5,MAD,,{data},,30d,,,,,,,,s,2026-11-01,high,,\n")
    };
    let long = format!("\"{}\"", "long, with\nbreaks ".repeat(5000));
    let mut text =
        format!("{HEADER}\n") + &row("a", "A", "1GB") + &row("long", &long, "1GB") + &row("b", "B", "1GB");
    let request = request(30, "1GB");
    for threads in [1, 2, 7] {
        let Outcome::Answer(answer, _) = in_blocks(text.as_bytes(), &request, 9, threads, 100) else {
            panic!("it is sound")
        };
        assert_eq!(offers(&answer), ["a:1 = 5.00 MAD", "b:1 = 5.00 MAD", "long:1 = 5.00 MAD"]);
    }
    // Lines: the header, a, 5000 breaks and the end of the long name, b, and the bad one.
    text += &row("c", "C", "1");
    for threads in [1, 2, 7] {
        let Outcome::Problems(problems, 1) = in_blocks(text.as_bytes(), &request, 9, threads, 100) else {
            panic!("it has one problem")
        };
        assert_eq!(problems[0].to_string(), "5005:21: data: volume-without-unit value=`1`");
    }
}

#[test]
fn ids_are_held_against_one_another_where_they_are_kept() {
    let row =
        |id: &str, price: u32| format!("{id},l,o,N,pass,{price},MAD,,1GB,,30d,,,,,,,,s,2026-11-01,high,,\n");
    let rows: String = (0..50).map(|price| row(&format!("p{price}"), 10 + price)).collect();
    let request = request(30, "1GB");
    let kept = format!("{HEADER}\n{rows}{}", row("p0", 11));
    for threads in [1, 2, 7] {
        let Outcome::Problems(problems, 1) = in_blocks(kept.as_bytes(), &request, 5, threads, 200) else {
            panic!("both are kept")
        };
        assert_eq!(problems[0].to_string(), "52:1: id: id-twice value=`p0` first_line=`2`");
    }
    let dropped = format!("{HEADER}\n{rows}{}", row("p49", 60));
    assert!(matches!(in_blocks(dropped.as_bytes(), &request, 5, 1, 200), Outcome::Answer(..)));
}

#[test]
fn what_has_to_be_read_twice_says_so_where_it_cannot() {
    // A SIM with data of its own: how often each pass is bought depends on it, and it comes last.
    let rows: String = (0..50)
        .map(|price| format!("p{price},l,o,N,pass,{},MAD,,1GB,,30d,,,,,,,,s,2026-11-01,high,,\n", 10 + price))
        .collect();
    let sim = "sim,l,o,S,sim,20,MAD,,1GB,,30d,,,,,,,,s,2026-11-01,high,,\n";
    let text = format!("{HEADER}\n{rows}{sim}");
    let request = request(30, "3GB");
    let settings = Settings { threads: Some(2), whole: 0, block: 100 };
    let wanted = Wanted { offers: 2, plan: None };
    let list = Shortlist::read(Bytes::of(text.as_bytes()), &request, wanted, settings).unwrap();
    let comparison = list.compare(&request).unwrap();
    assert_eq!(offers(&comparison)[..2], ["sim:1 p0:2 = 40.00 MAD", "sim:1 p1:2 = 42.00 MAD"]);
    assert_eq!((comparison.found(), comparison.refused()), (50, 0), "the SIM stands in offers");
    let once = Bytes { again: false, ..Bytes::of(text.as_bytes()) };
    let error = Shortlist::read(once, &request, wanted, settings).unwrap_err();
    assert!(matches!(error, ReadError::OnlyOnce), "{error:?}");
    let changed = Bytes { is_same: false, ..Bytes::of(text.as_bytes()) };
    let error = Shortlist::read(changed, &request, wanted, settings).unwrap_err();
    assert!(matches!(error, ReadError::Changed), "{error:?}");
}

#[test]
fn a_check_that_reads_twice_notices_a_change() {
    let row = |id: &str| format!("{id},l,o,N,pass,10,MAD,,1GB,,30d,,,,,,,,s,2026-11-01,high,,\n");
    let text = format!("{HEADER}\n{}{}{}", row("a"), row("b"), row("a"));
    let settings = Settings { threads: Some(2), whole: 0, block: 100 };
    let check = |source: Bytes<'_>| check::check(source, settings).unwrap_err();
    let twice = check(Bytes::of(text.as_bytes()));
    assert!(matches!(twice, ReadError::Problems(problems) if problems.count == 1));
    let changed = check(Bytes { is_same: false, ..Bytes::of(text.as_bytes()) });
    assert!(matches!(changed, ReadError::Changed), "{changed:?}");
}

#[test]
fn the_built_in_catalogue_in_blocks() {
    let request = request(30, "20GB");
    let expected = whole(BUILT_IN_PLANS, &request);
    for (threads, block) in [(1, 500), (2, 3000)] {
        same_first(&in_blocks(BUILT_IN_PLANS, &request, 10, threads, block), &expected, 10, "built in");
    }
}
