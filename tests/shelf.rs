//! A shelf answers what `compare` answers: the first offers, whatever the catalogue and the question.

mod common;

use common::{always_the_same, currency, morocco, plans, request, short, slug};
use proptest::prelude::*;
use simplan::domain::comparison::compare;
use simplan::domain::money::Money;
use simplan::domain::need::Need;
use simplan::domain::plan::{Allowance, Plan};
use simplan::domain::request::{Left, Request};
use simplan::domain::shelf::{Question, Shelf};
use simplan::domain::time::{Stay, Validity};
use simplan::domain::volume::DataVolume;
use std::sync::Arc;

const CASES: u32 = 10_000;

const HEADER: &str = "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,scope,\
                      network,audience,max_purchases,source,verified_on,confidence\n";

/// A catalogue in which everything occurs that the format has, with prices of few digits so that ties are common.
fn catalogue() -> impl Strategy<Value = Vec<Arc<Plan>>> {
    let kind = prop_oneof![3 => Just("sim"), 12 => Just("pass"), 1 => Just("tourist"), 1 => Just("contract"), 1 => Just("esim")];
    let price = prop_oneof![
        1 => Just(String::new()),
        1 => Just("0".to_owned()),
        9 => (1..30_u32).prop_map(|n| (n * 5).to_string()),
        4 => (0..9000_u32).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100)),
    ];
    let data = prop_oneof![
        1 => Just(String::new()),
        1 => Just("unlimited".to_owned()),
        1 => Just("0MB".to_owned()),
        14 => (1..40_u32).prop_map(|n| format!("{}MB", n * 250)),
    ];
    let validity = prop_oneof![1 => Just(String::new()), 12 => (1..40_u32).prop_map(|days| format!("{days}d")), 2 => (1..99_u32).prop_map(|hours| format!("{hours}h"))];
    let minutes = prop_oneof![3 => Just(String::new()), 1 => Just("unlimited".to_owned()), 2 => (0..90_u32).prop_map(|count| count.to_string())];
    let words = (
        prop_oneof![8 => Just("total"), 1 => Just("day")],
        prop_oneof![15 => Just("general"), 1 => Just("social")],
        prop_oneof![8 => Just("anyone"), 1 => Just("visitor"), 1 => Just("resident")],
        prop_oneof![12 => Just(""), 1 => Just("1"), 1 => Just("3")],
        prop_oneof![1 => Just("2019-05"), 15 => Just("2026-01")],
    );
    let currency = prop_oneof![12 => Just("MAD"), 2 => Just("USD"), 1 => Just("TND")];
    let row = (kind, price, currency, data, validity, minutes, words, 0..2_u8);
    // Half of the catalogues have one line, on which there is more to mix.
    (prop::collection::vec(row, 1..16), any::<bool>(), any::<u64>()).prop_map(|(rows, one_line, seed)| {
        let mut csv = HEADER.to_owned();
        for (index, (kind, price, currency, data, validity, minutes, words, line)) in rows.into_iter().enumerate() {
            let (per, scope, audience, limit, date) = words;
            let line = if one_line { 0 } else { line };
            let fee = if kind == "contract" && index % 2 == 0 { "1.50" } else { "" };
            // Ids in another order than that of the rows.
            let id = (index as u64).wrapping_mul(seed | 1) % 97;
            csv += &format!(
                "p{id}-{index},line-{line},o-{line},Name,{kind},{price},{currency},{fee},{data},{per},{validity},{minutes},\
                 {scope},,{audience},{limit},s,{date},high\n"
            );
        }
        plans(&csv)
    })
}

fn questions() -> impl Strategy<Value = Question> {
    let left = (prop_oneof![1 => Just(None), 5 => (1..20_u32).prop_map(Some)], 1..9_u32);
    let limits = (
        prop_oneof![5 => Just(None), 1 => (0..9_u64).prop_map(Some)],
        prop_oneof![5 => Just(None), 1 => (0..40_000_u128).prop_map(Some)],
        prop::option::weighted(0.2, left),
    );
    // Round needs and odd ones.
    let data = prop_oneof![(1..200_u32).prop_map(|n| n * 250_000), 1..50_000_000_u32];
    let minutes = prop_oneof![3 => Just(0_u64), 1 => 1..200_u64];
    (1..70_u64, data, minutes, limits).prop_map(|(days, kb, minutes, (max_purchases, max_total, left))| {
        let stay = Stay::from_days(days).unwrap();
        Question {
            need: Need::new(stay, DataVolume::from_kb(kb.into()), minutes).unwrap(),
            left: left.map(|(quarters, days)| Left {
                line: slug("line-0"),
                data: quarters.map_or(Allowance::Unlimited, |n| {
                    Allowance::Volume(DataVolume::from_kb(u64::from(n) * 250_000))
                }),
                validity: Validity::parse(&format!("{days}d")).unwrap(),
            }),
            max_purchases,
            max_total: max_total.map(|minor| Money::from_minor(minor, currency("MAD")).unwrap()),
        }
    })
}

/// What is the same for all questions of a shelf.
fn wishes() -> impl Strategy<Value = Request> {
    let have = prop_oneof![3 => Just(None), 1 => (0..2_u8).prop_map(Some)];
    (any::<bool>(), have, prop_oneof![4 => Just("MAD"), 1 => Just("USD"), 1 => Just("JPY")]).prop_map(
        |(resident, have, code)| {
            let base = request(1, "1GB");
            let have_sims = have.map(|line| slug(&format!("line-{line}"))).into_iter().collect();
            Request { resident, have_sims, currency: currency(code), ..base }
        },
    )
}

/// What `compare` answers to the same.
#[track_caller]
fn check(plans: &[Arc<Plan>], shelf: &mut Shelf, question: &Question, wishes: &Request, most: usize) {
    let max_total =
        question.max_total.map(|limit| Money::from_minor(limit.minor(), wishes.currency).unwrap());
    let Question { need, left, max_purchases, .. } = question.clone();
    let asked = Request { need, left: left.clone(), max_purchases, max_total, ..wishes.clone() };
    let mut expected = compare(plans.iter().cloned(), &asked).unwrap().offers;
    if most > 0 {
        expected.truncate(most);
    }
    let found = shelf.cheapest(Question { need, left, max_purchases, max_total }, most).unwrap();
    let in_short =
        |offers: &[simplan::domain::comparison::Offer]| offers.iter().map(short).collect::<Vec<_>>();
    assert_eq!(in_short(&found), in_short(&expected), "{asked:?}");
    assert_eq!(found, expected);
}

proptest! {
    #![proptest_config(always_the_same(CASES))]

    #[test]
    fn a_shelf_answers_what_compare_answers(
        plans in catalogue(), wishes in wishes(), questions in prop::collection::vec(questions(), 1..4),
        most in prop_oneof![3 => Just(1_usize), 1 => Just(2), 1 => Just(5), 1 => Just(0)],
    ) {
        let mut shelf = Shelf::of(&plans, wishes.clone());
        for question in &questions {
            check(&plans, &mut shelf, question, &wishes, most);
        }
    }

    #[test]
    fn so_it_does_for_morocco(
        wishes in wishes(), questions in prop::collection::vec(questions(), 2), most in 1..4_usize,
    ) {
        let plans = morocco();
        let mut shelf = Shelf::of(&plans, wishes.clone());
        for question in &questions {
            check(&plans, &mut shelf, question, &wishes, most);
        }
    }
}

/// Baskets of Morocco's plans worked out by hand; `have` is a SIM that the user has.
#[track_caller]
fn check_by_hand(days: u64, data: &str, resident: bool, have: Option<&str>, expected: &[&str]) {
    let base = Request { resident, have_sims: have.into_iter().map(slug).collect(), ..request(days, data) };
    let question = Question { need: base.need, left: None, max_purchases: None, max_total: None };
    let found = Shelf::of(&morocco(), base).cheapest(question, expected.len()).unwrap();
    assert_eq!(found.iter().map(short).collect::<Vec<_>>(), expected);
}

#[test]
fn by_hand() {
    // 666.67 MB a day: 10 GB last 15 days, so 2 × 100 DH after the SIM of 30 DH; as dear are 4 × 50 DH.
    let two = "maroc-telecom-jawal-sim:1 maroc-telecom-star3-100:2 = 230.00 MAD";
    let four = "maroc-telecom-jawal-sim:1 maroc-telecom-star3-50:4 = 230.00 MAD";
    check_by_hand(30, "20GB", false, None, &[two, four]);
    check_by_hand(
        30,
        "20GB",
        false,
        Some("maroc-telecom-jawal"),
        &["maroc-telecom-star3-100:2 = 200.00 MAD"],
    );
    // 428.57 MB a day: 2 GB last 4.67 days and 1 GB the other 2.33, a mix.
    let mix = "maroc-telecom-jawal-sim:1 maroc-telecom-star3-20:1 maroc-telecom-star3-10:1 = 60.00 MAD";
    check_by_hand(7, "3GB", false, None, &[mix]);
    // Who lives there takes 11 GB for 49 DH twice a month; 20 GB for 50 DH cost 100 DH to begin with.
    let contract = "inwi-forfait-flexi-11go-49:2 = 98.00 MAD";
    check_by_hand(30, "20GB", true, None, &[contract]);
}

#[test]
fn what_does_not_fit_bare_numbers_is_answered_by_compare() {
    let row = |id: &str, price: &str, data: &str| {
        format!("{id},l,o,Name,pass,{price},MAD,,{data},total,7d,,general,,anyone,,s,2026-01,high\n")
    };
    let dear = row("a", "99999999999999.99", "2GB") + &row("b", "60000000000000", "1GB");
    let wishes = request(7, "3GB");
    let question = Question { need: wishes.need, left: None, max_purchases: None, max_total: None };
    let plans = plans(&(HEADER.to_owned() + &dear));
    check(&plans, &mut Shelf::of(&plans, wishes.clone()), &question, &wishes, 2);
}
