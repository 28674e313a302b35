//! The façade gives the answers of the program: the same bytes for scripts, and the same words for people.

#[path = "common/mod.rs"]
mod common;

use common::runner::{Printed, simplan, simplan_with};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::Value;
use simplan::ask::{Ask, Engine, Options, OverlayRow};
use simplan::cli::Exit;
use std::ffi::OsString;

const TODAY: &str = "2026-11-26";

thread_local! {
    static ENGINE: Engine = Engine::built_in(TODAY.parse().unwrap());
}

/// Runs a command with the options of a link.
fn run(command: &str, options: &Options) -> Printed {
    let mut words = vec![command.to_owned(), "--today".to_owned(), TODAY.to_owned(), "--json".to_owned()];
    for (name, value) in options.pairs() {
        let is_of_guide = ["channel", "pay", "number"].contains(&name);
        if is_of_guide && command == "compare" || name == "number" && command == "schedule" {
            continue;
        }
        words.push(format!("--{name}"));
        if value != "true" {
            words.push(value);
        }
    }
    simplan_with(None, words.into_iter().map(OsString::from))
}

/// Checks that the engine and the program give the same bytes, or that both refuse.
fn check_same(ask: Ask, command: &str, link: &str) {
    let options = Options::from_link(link).unwrap();
    let printed = run(command, &options);
    match ENGINE.with(|engine| engine.json(ask, &options)) {
        Ok(json) => assert_eq!(json, printed.out, "{link}"),
        Err(error) => {
            assert_eq!(printed.out, "", "{command} {link}: {error}");
            assert_eq!(Exit::from(&error), printed.exit, "{command} {link}: {error}");
        }
    }
}

fn check_all(link: &str) {
    check_same(Ask::Compare, "compare", link);
    check_same(Ask::Schedule, "schedule", link);
    check_same(Ask::RenewSteps, "renew-steps", link);
}

/// The options of a stay, of its data, and a few others, as a link.
fn link() -> impl Strategy<Value = String> {
    let stay = select(vec![
        "days=1",
        "days=7",
        "days=10",
        "days=30",
        "days=45",
        "days=90",
        "days=0",
        "days=x",
        "days=2+weeks",
        "from=2026-12-01&days=30",
        "from=2026-12-20&to=2027-01-10",
        "from=2026-12-01T14%3A30&days=12",
        "from=tomorrow&days=9",
        "",
    ]);
    let data = select(vec![
        "data=1GB",
        "data=5GB",
        "data=20GB",
        "data=0%2C5GB",
        "per-day=500MB",
        "use=medium",
        "use=maps%3D1h",
        "minutes=60",
        "data=10GB&minutes=120",
        "data=10GB&margin=10%25",
        "data=20",
        "",
    ]);
    let others = vec![
        "resident=true",
        "form=sim",
        "form=esim",
        "have-sim=inwi-prepaid",
        "have-data=1GB&have-days=4",
        "state=suspended",
        "sims=2",
        "operator=orange",
        "operator=inwi&operator=orange",
        "operator=IAM",
        "have-sim=jawal",
        "not-operator=Inwi%2COrange",
        "currency=EUR",
        "currency=xx",
        "max-total=100",
        "max-purchases=2",
        "network=5G",
        "no-unlimited=true",
        "sold=abroad",
        "kind=pass",
        "not-kind=esim",
        "max-age=400",
        "min-confidence=high",
        "rate=EUR%3D11",
        "zone=Europe%2FParis",
        "lang=fr",
        "lang=zh",
        "channel=online&pay=card",
        "channel=shop&pay=cash",
        "number=0612345678",
    ];
    let links = (stay, data, subsequence(others, 0..4)).prop_map(|(stay, data, others)| {
        let parts = [stay, data].into_iter().chain(others).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("&")
    });
    links.prop_filter("an option is given twice", |link| Options::from_link(link).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_and_the_program_say_the_same(link in link()) {
        check_all(&link);
    }
}

#[test]
fn some_questions_of_each_kind() {
    for link in [
        "days=30&data=20GB",
        "days=30&data=20GB&max-total=5",
        "have-sim=inwi-prepaid",
        "operator=orange&channel=online&pay=card&lang=fr",
        "plan=orange-star3-20&from=2026-12-01&operator=orange",
        "plan=orange-star3-20&operator=inwi",
        "plan=no-such-plan&have-sim=inwi-prepaid",
        "days=5&data=1GB&have-sim=inwi-prepaid&have-data=2GB&have-days=10",
        "days=30&data=20GB&operator=airalo",
        "",
    ] {
        check_all(link);
    }
}

fn page(ask: Ask, link: &str) -> Value {
    let options = Options::from_link(link).unwrap();
    serde_json::from_str(&ENGINE.with(|engine| engine.page(ask, &options)).unwrap()).unwrap()
}

fn details(link: &str) -> Value {
    let options = Options::from_link(link).unwrap();
    serde_json::from_str(&ENGINE.with(|engine| engine.details(&options)).unwrap()).unwrap()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn a_page_has_the_words_of_the_terminal() {
    for language in ["en", "fr", "zh"] {
        let page = page(Ask::Compare, &format!("days=45&data=20GB&lang={language}"));
        let line =
            format!("compare --days 45 --data 20GB --lang {language} --today {TODAY} --limit 0 --plain");
        let printed = simplan(&line);
        let mut lines = printed.out.lines();
        assert_eq!(page["sentence"], lines.next().unwrap());
        assert_eq!(texts(&page["remarks"]), [lines.next().unwrap()]);
        let details = details(&format!("days=45&data=20GB&lang={language}"));
        assert!(texts(&details["advice"]).len() > 1);
        // A page has no options.
        let printed = [" (--form sim)", "（--form sim）"]
            .iter()
            .fold(printed.out.clone(), |out, option| out.replace(option, ""));
        for advice in texts(&details["advice"]) {
            assert!(printed.contains(advice), "{advice}\n{printed}");
        }
        let command = format!("simplan compare --days 45 --data 20GB --lang {language}");
        assert_eq!(page["command"], command);
        assert_eq!(page["fragment"], format!("days=45&data=20GB&lang={language}"));
    }
}

#[test]
fn each_seller_has_a_card() {
    let page = page(Ask::Compare, "days=45&data=20GB");
    let cards = page["cards"].as_array().unwrap();
    let sellers: Vec<_> = cards.iter().map(|card| card["operator"].as_str().unwrap()).collect();
    let mut once = sellers.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), sellers.len(), "{sellers:?}");
    let first = &cards[0];
    assert_eq!(
        (&first["operator"], &first["total"], &first["is_first"]),
        (&"inwi".into(), &"190 MAD".into(), &true.into())
    );
    let items: Vec<_> = first["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["text"].as_str().unwrap(), item["count"].as_u64().unwrap()))
        .collect();
    assert_eq!(items, [("Pack eSIM 20 Go", 1), ("Pass Internet *3 50 DH", 1), ("Pass Internet *3 20 DH", 1)]);
    assert_eq!(first["renewals"], "Renew twice, on days 31 and 42");
    let rows = first["timeline"]["rows"].as_array().unwrap();
    // 30 of 45 days, then until day 42: 41.25 days, and until the end.
    let spans: Vec<_> =
        rows.iter().map(|row| (row["from"].as_u64().unwrap(), row["to"].as_u64().unwrap())).collect();
    assert_eq!(spans, [(0, 6666), (6666, 9166), (9166, 10000)]);
    // What no card has is explained.
    let details = details("days=45&data=20GB");
    let reasons = details["why_not"].as_array().unwrap();
    assert!(reasons.iter().any(|group| group["reason"] == "For residents only (60)"), "{reasons:#?}");
}

#[test]
fn own_prices_change_the_answer_and_are_marked() {
    let mut engine = Engine::built_in(TODAY.parse().unwrap());
    let options = Options::from_link("days=30&data=20GB").unwrap();
    let best = |engine: &Engine| engine.compare(&options).unwrap().best().unwrap();
    assert_eq!((best(&engine).total.as_str(), best(&engine).currency), ("120.00", "MAD"));
    engine.use_own("mine.csv", b"id,price\ninwi-esim-pack-120,99\n").unwrap();
    assert_eq!(best(&engine).total, "99.00");
    let page: Value = serde_json::from_str(&engine.page(Ask::Compare, &options).unwrap()).unwrap();
    assert_eq!(page["cards"][0]["is_mine"], true);
    assert_eq!(page["cards"][1]["is_mine"], false);
    // A wrong row changes nothing.
    let error = engine.use_own("mine.csv", b"id,price\ninwi-esim-pack-120,cheap\n").unwrap_err();
    let form: Value = serde_json::from_str(&engine.error(&error, &options)).unwrap();
    assert_eq!(
        (&form["problems"][0]["line"], &form["problems"][0]["column"], &form["problems"][0]["cell"]),
        (&2.into(), &20.into(), &"price".into())
    );
    assert_eq!(best(&engine).total, "99.00");
    engine.use_own("mine.csv", b"").unwrap();
    assert_eq!(best(&engine).total, "120.00");

    // The fingerprint is that of the catalogue as it is.
    let fingerprint = |engine: &Engine| {
        let json: Value = serde_json::from_str(&engine.json(Ask::Compare, &options).unwrap()).unwrap();
        json["catalogue"]["sha256"].as_str().map(str::len)
    };
    assert_eq!(fingerprint(&engine), Some(64));
    engine.use_own("mine.csv", b"id,price\ninwi-esim-pack-120,99\n").unwrap();
    assert_eq!(fingerprint(&engine), None);

    // A price is in the currency of its plan, which may be typed with it.
    let price = |id: &str, price: &str| {
        let row = [("id", id), ("price", price)];
        let row = row.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        engine.own_csv(&[row]).map_err(|error| error.error().code())
    };
    assert_eq!(price("holafly-ma-unl-30d", "70,5 USD").unwrap(), "id,price\nholafly-ma-unl-30d,70.50\n");
    assert_eq!(price("holafly-ma-unl-30d", "70 DH"), Err("amount-in-another-currency"));
    assert_eq!(price("inwi-esim-pack-120", "70 USD"), Err("amount-in-another-currency"));

    // What is typed at a kiosk becomes a row.
    let typed = [("id", "inwi-esim-pack-120"), ("price", "89,5 DH")];
    let typed: OverlayRow =
        typed.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    let csv = engine.own_csv(&[typed]).unwrap();
    assert_eq!(csv, "id,price\ninwi-esim-pack-120,89.50\n");
    assert_eq!(Engine::own_rows("mine.csv", csv.as_bytes()).unwrap()[0]["price"], "89.50");
    engine.use_own("mine.csv", csv.as_bytes()).unwrap();
    assert_eq!(best(&engine).total, "89.50");
}

#[test]
fn a_catalogue_of_ones_own() {
    let mut engine = Engine::built_in(TODAY.parse().unwrap());
    let header = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence";
    let error = engine
        .use_plans("shop.csv", format!("{header}\na,l,o,A,pass,x,MAD,1GB,7d,s,2026-11,high\n").as_bytes())
        .unwrap_err();
    assert_eq!(error.to_string(), "problems count=`1` file=`shop.csv`");
    assert_eq!(engine.plans(), 163);
    engine
        .use_plans("shop.csv", format!("{header}\na,l,o,A,pass,5,MAD,1GB,7d,s,2026-11,high\n").as_bytes())
        .unwrap();
    let offers = engine.compare(&Options::from_link("days=7&data=1GB").unwrap()).unwrap();
    assert_eq!(offers.best().unwrap().plans, [("a".to_owned(), 1)]);
    let options = Options::from_link("days=7&data=1GB").unwrap();
    let page: Value = serde_json::from_str(&engine.page(Ask::Compare, &options).unwrap()).unwrap();
    assert_eq!(page["command"], "simplan compare --days 7 --data 1GB --plans shop.csv");
    assert_eq!(
        engine.use_own("mine.csv", b"id,price\ninwi-esim-pack-120,99\n").unwrap(),
        ["inwi-esim-pack-120"]
    );
    // Its sellers may have other names than those of Morocco.
    let jawal = Options::from_link("days=7&data=1GB&line=jawal").unwrap();
    assert_eq!(engine.compare(&jawal).unwrap_err().to_string(), "--line: line-unknown value=`jawal`");
    engine.use_built_in();
    assert_eq!(engine.plans(), 163);
    engine.compare(&jawal).unwrap();
}

#[test]
fn a_link_of_the_command_line() {
    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(simplan(&format!("compare {line} --today {TODAY} --link")).out, format!("{expected}\n"));
    }

    check("--days 30 --data 20GB", "#days=30&data=20GB");
    check("--data 20GB --days 30 --lang fr", "#days=30&data=20GB&lang=fr");
    check(
        "--from tomorrow --days 30 --data 0,5GB --operator IAM,Inwi",
        "#days=30&from=2026-11-27&data=0%2C5GB&operator=maroc-telecom&operator=inwi",
    );
    check(
        "--days 30 --use maps=1h --have-sim inwi-prepaid --resident --sims 2",
        "#days=30&use=maps%3D1h&resident=true&have-sim=inwi-prepaid&sims=2",
    );
    check(
        "--days 3 --data 1GB --currency EUR --zone Europe/Paris",
        "#days=3&data=1GB&zone=Europe%2FParis&currency=EUR",
    );

    for (line, code) in [
        ("--days x --data 20GB", "days"),
        ("--days 3 --data 1GB --operator inwy", "inwi"),
        ("--days 3 --data 1GB --plans plans.csv", "--plans"),
    ] {
        let printed = simplan(&format!("compare {line} --link"));
        assert_eq!((printed.exit, printed.out.as_str()), (Exit::Usage, ""), "{line}");
        assert!(printed.err.contains(code), "{line}: {}", printed.err);
    }
}
