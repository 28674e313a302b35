//! `renew-steps` explains the first offer of `compare`, and none of its hints leads to another refusal.

#[path = "common/mod.rs"]
mod common;

use common::runner::simplan;
use serde_json::Value;
use simplan::cli::Exit;

/// Options of `compare`, a part of which each random question has.
const OPTIONS: [&str; 13] = [
    "--kind pass",
    "--not-kind esim",
    "--kind contract",
    "--kind esim",
    "--resident",
    "--have-sim inwi-prepaid",
    "--have-sim maroc-telecom-jawal --state suspended",
    "--have-sim orange-prepaid --state arrears",
    "--have-sim inwi-prepaid --have-data 2GB --have-days 9",
    "--have-sim inwi-prepaid --have-data 2GB --have-days 9 --state unidentified",
    "--form sim",
    "--minutes 60",
    "--no-unlimited",
];

fn random_questions() -> impl Iterator<Item = String> {
    let mut random = common::Random::new(13);
    (0..500).map(move |_| {
        let days = 1 + random.below(60);
        let data = 100 + random.below(60_000);
        let option = if random.below(4) == 0 { "" } else { random.one_of(&OPTIONS) };
        let sims = if random.below(10) == 0 { "--sims 2" } else { "" };
        format!("--days {days} --data {data}MB {option} {sims}")
    })
}

#[test]
fn it_explains_the_first_offer_of_compare() {
    let mut sellers = std::collections::BTreeSet::new();
    let mut nothing = 0;
    for question in random_questions() {
        let compared = simplan(&format!("compare {question} --format json"));
        let explained = simplan(&format!("renew-steps {question} --format json"));
        assert_eq!(compared.exit, explained.exit, "{question}: {}", explained.err);
        if compared.exit == Exit::Nothing {
            assert_eq!(compared.out, explained.out, "{question}");
            nothing += 1;
            continue;
        }
        let compared: Value = serde_json::from_str(&compared.out).unwrap();
        let explained: Value = serde_json::from_str(&explained.out).unwrap();
        let first = &compared["offers"][0];
        assert_eq!(&explained["offer"], first, "{question}");
        assert_eq!(bought(&explained["purchases"]), ordered(first), "{question}");
        let guides = explained["guides"].as_array().unwrap();
        let operators = guides.iter().map(|guide| guide["operator"].as_str().unwrap());
        let operator = first["operator"].as_str().unwrap();
        assert!(operators.clone().all(|name| operator.contains(name)), "{question}");
        assert_eq!(guides.is_empty(), first["items"].as_array().unwrap().is_empty(), "{question}");
        sellers.extend(operators.map(str::to_owned));
    }
    assert!(sellers.len() >= 5, "few sellers: {sellers:?}");
    assert!(nothing > 10, "{nothing} without an offer");
}

/// The plans that are bought, in alphabetical order.
fn bought(purchases: &Value) -> Vec<String> {
    let mut plans: Vec<_> = purchases.as_array().unwrap().iter().map(|due| text(&due["plan"])).collect();
    plans.sort();
    plans
}

/// The plans of an offer, each as often as it is bought, in alphabetical order.
fn ordered(offer: &Value) -> Vec<String> {
    let items = offer["items"].as_array().unwrap();
    let mut plans: Vec<_> = items
        .iter()
        .flat_map(|item| {
            let count = usize::try_from(item["count"].as_u64().unwrap()).unwrap();
            std::iter::repeat_n(text(&item["plan"]), count)
        })
        .collect();
    plans.sort();
    plans
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The sellers and brands of the guide, a channel and a payment, each also left out.
fn ways() -> Vec<String> {
    let mut lines = Vec::new();
    for operator in ["", "maroc-telecom", "inwi", "orange", "injoy", "win", "yoxo"] {
        for channel in ["", "online", "shop", "scratch", "phone", "abroad"] {
            for payment in ["", "card", "wallet", "cash", "credit"] {
                let options = [("--operator", operator), ("--channel", channel), ("--pay", payment)];
                let given = options.iter().filter(|(_, value)| !value.is_empty());
                lines.push(given.map(|(option, value)| format!("{option} {value} ")).collect());
            }
        }
    }
    lines
}

/// The ways that a hint names: what is between two backticks and begins with `--channel`.
fn hinted(err: &str) -> Vec<&str> {
    err.split('`').filter(|piece| piece.starts_with("--channel") && piece.contains("--pay")).collect()
}

#[test]
fn no_hint_leads_to_another_refusal() {
    let mut refused = 0;
    let mut unknown = 0;
    let what = [
        "",
        "--kind contract",
        "--plan maroc-telecom-visitor-esim",
        "--plan inwi-esim-pack-120",
        "--plan airalo-morocco-1gb-3d",
        "--plan inwi-star3-100",
        "--plan orange-marhaba-7d",
        "--days 10 --data 10GB",
        "--days 10 --data 10GB --kind esim",
        "--days 10 --data 10GB --form sim",
    ];
    for (index, way) in ways().into_iter().enumerate() {
        let mut whats = what.iter().enumerate().filter(|(at, _)| *at < 2 || (at + index) % 8 == 0);
        whats
            .try_for_each(|(_, what)| {
                let line = format!("renew-steps {what} {way}");
                let printed = simplan(&line);
                match printed.exit {
                    Exit::Answer => return Ok(()),
                    Exit::Usage => refused += 1,
                    Exit::Nothing => unknown += 1,
                    Exit::Data | Exit::Gate => return Err(line),
                }
                let operator = way.split("--channel").next().unwrap().split("--pay").next().unwrap();
                for hint in hinted(&printed.err) {
                    let next = format!("renew-steps {what} {operator} {hint}");
                    let after = simplan(&next);
                    assert_eq!(after.exit, Exit::Answer, "{line}\n{}{next}\n{}", printed.err, after.err);
                }
                assert!(
                    !printed.err.contains("channel") || !hinted(&printed.err).is_empty(),
                    "{line}\n{}",
                    printed.err
                );
                Ok(())
            })
            .unwrap();
    }
    assert!(refused > 100 && unknown > 20, "{refused} refused, {unknown} unknown");
}

#[test]
fn every_combination_ends_without_a_placeholder_or_a_panic() {
    let mut answers = 0;
    let mut unknown = 0;
    for operator in ["maroc-telecom", "inwi", "orange", "injoy", "win", "yoxo"] {
        for channel in ["online", "shop", "scratch", "phone", "abroad"] {
            for payment in ["card", "wallet", "cash", "credit"] {
                for state in ["active", "suspended", "arrears", "unidentified"] {
                    for language in ["en", "fr", "zh"] {
                        let line = format!(
                            "renew-steps --operator {operator} --channel {channel} --pay {payment} --state {state} --lang {language}"
                        );
                        let printed = simplan(&line);
                        let said = printed.out + &printed.err;
                        for mark in ["{", "}", "unsaid", "None", "Some("] {
                            assert!(!said.contains(mark), "{line}: {mark}\n{said}");
                        }
                        match printed.exit {
                            Exit::Answer => answers += 1,
                            // Nothing is known of a pass by phone, or of paying a digital brand in a shop.
                            Exit::Nothing => unknown += 1,
                            exit => assert_eq!(exit, Exit::Usage, "{line}"),
                        }
                    }
                }
            }
        }
    }
    assert!(answers > 400 && unknown > 50, "{answers} answers, {unknown} unknown");
}

/// The parts of the first guide with the keys of their lines.
fn parts(line: &str) -> Vec<(String, Vec<String>)> {
    let printed = simplan(&format!("renew-steps {line} --format json"));
    assert_eq!(printed.exit, Exit::Answer, "{line}: {}", printed.err);
    let document: Value = serde_json::from_str(&printed.out).unwrap();
    let parts = document["guides"][0]["parts"].as_array().unwrap();
    let keys =
        |part: &Value| part["lines"].as_array().unwrap().iter().map(|line| text(&line["key"])).collect();
    parts.iter().map(|part| (text(&part["part"]), keys(part))).collect()
}

fn names(parts: &[(String, Vec<String>)]) -> Vec<&str> {
    parts.iter().map(|(name, _)| name.as_str()).collect()
}

fn has(parts: &[(String, Vec<String>)], key: &str) -> bool {
    parts.iter().any(|(_, keys)| keys.iter().any(|other| other == key))
}

#[test]
fn the_sim_comes_first_and_its_codes_last() {
    let with_sim = parts("--days 10 --data 10GB --form sim");
    assert_eq!(names(&with_sim), ["dates", "sim", "checklist", "steps", "say", "check", "trouble"]);
    assert!(!has(&with_sim, "before-balance") && !has(&with_sim, "before-own-number"));
    let sim = &with_sim[1].1;
    let place = |key: &str| sim.iter().position(|other| other == key).unwrap();
    assert!(place("sim-where-shop") < place("sim-document"));
    assert!(place("sim-document") < place("sim-say-french"));
    assert!(place("sim-test") < place("sim-own-number"));

    let own = parts("--days 10 --data 10GB --have-sim inwi-prepaid");
    assert_eq!(names(&own), ["dates", "checklist", "steps", "say", "check", "trouble"]);
    assert!(has(&own, "before-balance") && has(&own, "before-own-number"));
    let only = parts("--plan inwi-esim-pack-120");
    assert_eq!(names(&only), ["sim", "check", "trouble"], "nothing is recharged");
}

#[test]
fn the_state_is_that_of_the_own_line_and_comes_first() {
    let state = "--days 30 --data 20GB --have-sim maroc-telecom-jawal --state suspended";
    let other = simplan(&format!("compare {state} --format json"));
    assert!(other.out.contains("\"operator\": \"inwi\""), "this needs an offer of another line");
    assert!(!names(&parts(state)).contains(&"state"), "the new SIM works");
    assert_eq!(names(&parts(&format!("{state} --operator maroc-telecom")))[0], "state");

    assert!(has(&parts("--operator inwi --state arrears"), "state-arrears-prepaid"));
    assert!(has(&parts("--operator inwi --state arrears --kind contract"), "before-arrears-bill"));
    let abroad = parts("--operator inwi --state suspended --channel abroad");
    assert!(has(&abroad, "state-suspended-abroad") && has(&abroad, "care-from-abroad"));
    assert!(!has(&abroad, "care"), "a short number needs the network of the country");
}

#[test]
fn unlimited_data_is_never_used_up() {
    let unlimited = parts("--days 14 --data 300GB --operator inwi --not-kind contract");
    assert!(!has(&unlimited, "check-data-end"), "{unlimited:?}");
    assert!(has(&parts("--days 14 --data 10GB --operator inwi"), "check-data-end"));
}

#[test]
fn several_operators_are_an_order_of_preference() {
    #[track_caller]
    fn check(operators: &str, expected: &str) {
        let line = format!("renew-steps --days 10 --data 10GB --not-kind contract {operators} --format json");
        let printed = simplan(&line);
        let document: Value = serde_json::from_str(&printed.out).unwrap();
        assert_eq!(document["guides"][0]["operator"], expected, "{operators}: {}", printed.err);
    }
    check("--operator inwi --operator maroc-telecom", "inwi");
    check("--operator maroc-telecom --operator inwi", "maroc-telecom");
    check("--operator win --operator maroc-telecom", "maroc-telecom");
    check("--operator yoxo --operator inwi", "inwi");
}

/// The texts of the first guide, one line each.
fn said(line: &str) -> String {
    let printed = simplan(&format!("renew-steps {line} --no-sources"));
    assert_eq!(printed.exit, Exit::Answer, "{line}: {}", printed.err);
    printed.out
}

#[test]
fn a_tourist_esim_is_bought_once_and_online() {
    let line = "--plan maroc-telecom-visitor-esim";
    assert_eq!(names(&parts(line)), ["sim", "check", "trouble"]);
    let said = said(line);
    for wrong in ["kiosk", "shop", "counter", "cash", "you call back", "#580#"] {
        assert!(!said.contains(wrong), "{wrong}: {said}");
    }
    assert!(has(&parts(line), "sim-where-online") && has(&parts(line), "online-pay-card"));
}

#[test]
fn a_sim_is_bought_on_the_channel_of_the_user() {
    let shop = parts("--plan inwi-esim-pack-120");
    assert!(has(&shop, "sim-say-french") && has(&shop, "before-cash") && !has(&shop, "online-pay-card"));
    let online = parts("--plan inwi-esim-pack-120 --channel online");
    assert!(
        !has(&online, "sim-say-french") && !has(&online, "before-cash") && has(&online, "online-pay-card")
    );
    assert!(has(&parts("--plan inwi-esim-pack-120 --pay wallet"), "before-wallet"));
}

#[test]
fn a_new_monthly_plan_is_signed_and_an_own_one_is_paid() {
    let need = "--days 30 --data 10GB --resident --kind contract --operator orange";
    let new = parts(need);
    assert!(has(&new, "subscribe-sign") && has(&new, "before-subscribe") && !has(&new, "before-active"));
    assert!(!has(&new, "say-bill-french") && has(&new, "say-plan-french"), "there is no bill yet");
    assert!(said(need).contains("Have 98 dirhams"), "49 for the month and 49 for the start");
    let own = parts(&format!("{need} --have-sim orange-yo"));
    assert!(has(&own, "bill-not-recharge") && has(&own, "say-bill-french") && !has(&own, "subscribe-sign"));
    assert!(has(&parts("--plan orange-yoxo-50"), "bill-confirm"));
}

#[test]
fn the_number_is_written_in_digits() {
    for number in ["0612345678", "0612 34 56-78", "+212612345678", "00212612345678"] {
        let line = format!(
            "renew-steps --plan inwi-star3-100 --card --format json --number {}",
            number.replace(' ', ".")
        );
        let card: Value = serde_json::from_str(&simplan(&line).out).unwrap();
        assert_eq!(card["cards"][0]["number"], "0612345678", "{number}");
        assert!(card["cards"][0]["arabic"].as_str().unwrap().contains("0612345678"));
    }
    for number in ["+33612345678", "12", "06x2345678", "061234567890123"] {
        let line = format!("renew-steps --plan inwi-star3-100 --card --number {number}");
        assert_eq!(simplan(&line).exit, Exit::Usage, "{number}");
    }
}

#[test]
fn a_card_has_only_what_its_sentence_says() {
    let card = |line: &str| -> Value {
        let printed = simplan(&format!("renew-steps {line} --card --format json"));
        serde_json::from_str::<Value>(&printed.out).unwrap_or_else(|_| panic!("{line}: {}", printed.err))["cards"][0].clone()
    };
    let bill = card("--operator orange --kind contract --number 0612345678");
    assert_eq!(
        (&bill["star"], &bill["amount"], &bill["number"]),
        (&Value::Null, &Value::Null, &"0612345678".into())
    );
    let scratch = card("--plan maroc-telecom-star3-20 --channel scratch --number 0612345678");
    assert_eq!(
        (&scratch["star"], &scratch["amount"], &scratch["number"]),
        (&Value::Null, &"20".into(), &Value::Null)
    );
    assert_eq!(card("--plan inwi-esim-pack-120")["amount"], "120");
    assert_eq!(card("--plan orange-marhaba-7d")["amount"], "120");
}

#[test]
fn an_amount_in_another_currency_is_not_spoken_in_dirhams() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("plans.csv");
    let header =
        "id,line,operator,name,kind,price,currency,data,validity,buy,sold,source,verified_on,confidence";
    let rows = "v,vline,inwi,V,pass,10,USD,1GB,7d,*3,,s,2026-11-01,high\n\
                c,cline,inwi,C,pass,12.50,MAD,1GB,7d,*3,,s,2026-11-01,high\n\
                y,orange-yoxo,orange,Y,sim,20,MAD,0MB,,shop,shop,s,2026-11-01,high";
    std::fs::write(&file, format!("{header}\n{rows}\n")).unwrap();
    let french = |plan: &str| {
        let printed =
            simplan(&format!("renew-steps --plans {} --plan {plan} --card --format json", file.display()));
        let card: Value = serde_json::from_str(&printed.out).unwrap();
        text(&card["cards"][0]["french"])
    };
    assert!(french("v").contains("de … dirhams"), "{}", french("v"));
    assert!(french("c").contains("de 12,50 dirhams"), "{}", french("c"));
    // A SIM of a digital brand that only shops sell: nobody knows how, and nothing panics.
    let brand = simplan(&format!("renew-steps --plans {} --plan y", file.display()));
    assert_eq!(brand.exit, Exit::Nothing, "{}", brand.err);
}

#[test]
fn a_preferred_operator_without_an_offer_is_named() {
    let printed = simplan("renew-steps --operator win --operator inwi --days 10 --data 10GB");
    assert_eq!(printed.exit, Exit::Answer);
    assert!(printed.err.contains("win has no offer for this need"), "{}", printed.err);
    let other = simplan("renew-steps --operator yoxo --line orange-prepaid --days 3 --data 2GB --resident");
    assert_eq!(other.exit, Exit::Nothing, "{}", other.out);
}
