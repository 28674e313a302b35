use super::*;
use crate::domain::testing::{prepared, request, short, slug, with_initial, within};

/// A line such as `8000000 kB: a:1 = 100.00 MAD`, followed by the largest stated volume if the most is unlimited.
fn text(line: &Budgeted, catalogue: &PreparedCatalogue) -> String {
    let most = match line.most {
        MostData::Unlimited => "unlimited".to_owned(),
        MostData::Volume(volume) => format!("{} kB", volume.kb()),
    };
    let stated = line.stated.as_ref().map_or(String::new(), |(volume, offer)| {
        format!("; {} kB: {}", volume.kb(), short(offer, catalogue))
    });
    format!("{most}: {}{stated}", short(&line.offer, catalogue))
}

/// Checks what the total of a question buys on each line. Of its need only the stay and the minutes count.
#[track_caller]
fn check(plans: &[&str], asked: &Question, expected: &[&str]) {
    let catalogue = prepared(plans, request());
    let budget = most_data(&catalogue, asked).unwrap();
    assert!(budget.left_out.is_empty());
    let lines: Vec<_> = budget.lines.iter().map(|line| text(line, &catalogue)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn the_most_data_is_exact_to_the_kb() {
    let plans = ["a pass 100 8GB 10d max1", "b pass 5 100MB 10d"];
    check(&plans, &within("10d 1GB", "100"), &["8000000 kB: a:1 = 100.00 MAD"]);
    check(&plans, &within("10d 1GB", "104.99"), &["8000000 kB: a:1 = 100.00 MAD"]);
    check(&plans, &within("10d 1GB", "105"), &["8100000 kB: a:1 b:1 = 105.00 MAD"]);
    // 19 of `b`.
    check(&plans, &within("10d 1GB", "99.99"), &["1900000 kB: b:19 = 95.00 MAD"]);
    check(&plans, &within("10d 1GB", "5"), &["100000 kB: b:1 = 5.00 MAD"]);
    check(&plans, &within("10d 1GB", "4.99"), &[]);
    check(&["a pass 5 1kB 10d max1"], &within("10d 1GB", "5"), &["1 kB: a:1 = 5.00 MAD"]);
    // A million terabytes is the most that a need may have, and this pass holds a thousand times that.
    check(
        &["a pass 5 1000000000000GB 10d"],
        &within("10d 1GB", "5"),
        &["1000000000000000 kB: a:1 = 5.00 MAD"],
    );
    check(&["d pass 10 1GB/day 10d"], &within("10d 1GB", "10"), &["10000000 kB: d:1 = 10.00 MAD"]);
}

#[test]
fn other_limits_hold_too() {
    let few = Question { max_purchases: Some(3), ..within("10d 1GB", "100") };
    check(&["b pass 5 100MB 10d"], &few, &["300000 kB: b:3 = 15.00 MAD"]);
    // Of 100 dirhams 40 go into calls. What covers data longest is named first.
    let plans = ["b pass 5 100MB 10d", "m pass 40 0MB 10d 60min"];
    check(&plans, &within("10d 1GB 60min", "100"), &["1200000 kB: b:12 m:1 = 100.00 MAD"]);
    let plans = ["s sim 30", "b pass 5 100MB 10d"];
    check(&plans, &within("10d 1GB", "100"), &["1400000 kB: s:1 b:14 = 100.00 MAD"]);
}

#[test]
fn unlimited_data_needs_a_sim_too() {
    let plans = ["s sim 30 1GB 7d", "u pass 100 unlimited 30d", "v pass 60 20GB 30d"];
    let both = "unlimited: s:1 u:1 = 130.00 MAD; 21000000 kB: s:1 v:1 = 90.00 MAD";
    check(&plans, &within("30d 1GB", "130"), &[both]);
    check(&plans, &within("30d 1GB", "129.99"), &["21000000 kB: s:1 v:1 = 90.00 MAD"]);
    // A SIM with unlimited data begins no basket with a stated volume.
    let plans = ["s sim 30 unlimited 7d", plans[1], plans[2]];
    check(&plans, &within("30d 1GB", "130"), &["unlimited: s:1 u:1 = 130.00 MAD"]);
}

#[test]
fn what_is_left_adds_to_it() {
    let initial = with_initial("10d 1GB", "l 2GB 10d").initial;
    let asked = Question { initial, ..within("10d 1GB", "100") };
    check(&["a pass 100 8GB 10d"], &asked, &["10000000 kB: a:1 = 100.00 MAD"]);
    // An initial balance with a stated volume does not make the data unlimited.
    check(&["u pass 101 unlimited 10d"], &asked, &["2000000 kB:  = 0.00 MAD"]);
    // If nothing is bought, only the line of the SIM is in the answer.
    let other = "b pass 101 8GB 10d line:m";
    check(&["a pass 101 8GB 10d", other], &asked, &["2000000 kB:  = 0.00 MAD"]);
    check(&["u pass 9 unlimited 10d", other], &asked, &["unlimited: u:1 = 9.00 MAD"]);
    let catalogue = prepared(&["a pass 101 8GB 10d operator:p"], request());
    let found = most_data(&catalogue, &asked).unwrap();
    assert_eq!(found.lines[0].offer.operators, [slug("p")]);
}

#[test]
fn unlimited_data_that_is_left() {
    let initial = |days: &str| with_initial("10d 1GB", &format!("l unlimited {days}")).initial;
    let plans = ["a pass 40 8GB 10d 60min", "b pass 50 8GB 10d line:m"];
    let whole_stay = Question { initial: initial("10d"), ..within("10d 1GB", "100") };
    check(&plans, &whole_stay, &["unlimited:  = 0.00 MAD"]);
    // Then only calls are missing, whatever covers them.
    let with_calls = Question { initial: initial("10d"), ..within("10d 1GB 60min", "100") };
    check(&plans, &with_calls, &["unlimited: a:1 = 40.00 MAD"]);
    // Each pass covers the other half of the stay: 16 GB in 10 days.
    let half = Question { initial: initial("5d"), ..within("10d 1GB", "50") };
    let expected = ["16000000 kB: a:1 = 40.00 MAD", "16000000 kB: b:1 = 50.00 MAD"];
    check(&plans, &half, &expected);
}

#[test]
fn a_margin_is_kept_free() {
    let question = |budget: &str, percent| {
        let asked = within("10d 1GB 50min", budget);
        Question { before_margin: Some((asked.need, percent)), ..asked.clone() }
            .with_asked(asked.need)
            .unwrap()
    };
    // With a tenth more, 10 GB are 11 GB, and 50 minutes are 55.
    let plans = ["a pass 100 11GB 10d 55min max1"];
    check(&plans, &question("100", 10), &["10000000 kB: a:1 = 100.00 MAD"]);
    check(&plans, &question("100", 11), &[]);
    let most = ["a pass 100 1000000000000GB 10d 55min"];
    check(&most, &question("100", 10), &["909090909090909 kB: a:1 = 100.00 MAD"]);
}

#[test]
fn unlimited_comes_first_with_a_stated_volume_beside() {
    let plans = [
        "a pass 100 80GB 10d",
        "u pass 90 unlimited 10d line:m",
        "v pass 50 3GB 10d line:m",
        "w pass 99 unlimited 10d line:n",
        "x pass 10 unlimited 1d line:o",
        "y pass 20 unlimited 1d line:p",
    ];
    check(
        &plans,
        &within("10d 1GB", "100"),
        &[
            "unlimited: u:1 = 90.00 MAD; 6000000 kB: v:2 = 100.00 MAD",
            "unlimited: w:1 = 99.00 MAD",
            "unlimited: x:10 = 100.00 MAD",
            "80000000 kB: a:1 = 100.00 MAD",
        ],
    );
    // Its SIM is paid too.
    let with_sim = ["s sim 30", "u pass 60 unlimited 10d"];
    check(&with_sim, &within("10d 1GB", "90"), &["unlimited: s:1 u:1 = 90.00 MAD"]);
    check(&with_sim, &within("10d 1GB", "89.99"), &[]);
    // A basket with some unlimited data is not unlimited: one of these lasts 5 of 10 days.
    let half = ["u pass 50 unlimited 5d max1", "v pass 50 3GB 10d max1"];
    check(&half, &within("10d 1GB", "100"), &["6000000 kB: u:1 v:1 = 100.00 MAD"]);
}

#[test]
fn the_order_of_lines() {
    let plans = [
        "c contract 10 20GB 30d fee:?",
        "d pass 90 1GB 10d line:m",
        "e pass 80 1GB 10d line:n",
        "f pass 90 2GB 10d line:o",
    ];
    check(
        &plans,
        &within("10d 1GB", "100"),
        &[
            "2000000 kB: f:1 = 90.00 MAD",
            "1000000 kB: e:1 = 80.00 MAD",
            "1000000 kB: d:1 = 90.00 MAD",
            "20000000 kB: c:1 = ≥ 10.00 MAD",
        ],
    );
}

#[test]
fn lines_that_are_too_large_are_left_out() {
    let catalogue = prepared(&["a pass 5 1GB 10d", "c contract 5 1GB 10d line:m"], request());
    let budget = most_data(&catalogue, &Question { effort: 0, ..within("10d 1GB", "100") }).unwrap();
    let left_out: Vec<_> = budget.left_out.iter().map(|left_out| left_out.lines[0].as_str()).collect();
    assert_eq!(left_out, ["l"]);
    assert_eq!(budget.left_out[0].error.code(), "search-too-large");
    assert_eq!(budget.lines.len(), 1);
}
