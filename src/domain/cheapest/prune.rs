//! Leaving out plans that another plan replaces in every basket.

use super::{Choice, Problem, pareto::ParetoFront, ratio};

/// A choice that may stand in a best basket, with its index in the problem.
pub(super) type Candidate = (usize, Choice);

/// The choices that may stand in a best basket, by price per time, the best first.
///
/// Where the number of purchases matters beyond ties, `counted`, one plan replaces another only one for one.
pub(super) fn candidates(problem: &Problem, counted: bool) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = problem.choices.iter().copied().enumerate().collect();
    // Who replaces comes before whom it replaces: cheaper, then more time, then the smaller id.
    all.sort_by(|(i, a), (j, b)| a.price.cmp(&b.price).then(b.served.cmp(&a.served)).then(i.cmp(j)));
    let mut kept: Vec<Candidate> = Vec::new();
    let mut replacing = ParetoFront::of(problem.minutes > 0);
    for (index, choice) in all {
        let useless = choice.served == 0 && choice.minutes == 0 || choice.limit == Some(0);
        if useless || replacing.covers(0, choice.served, choice.minutes) {
            continue;
        }
        if is_unlimited(&choice, problem) {
            replacing.insert(0, choice.served, choice.minutes);
        }
        kept.push((index, choice));
    }
    let ratio = |choice: &Choice| (choice.price, choice.served.min(problem.target));
    kept.sort_by(|(i, a), (j, b)| {
        ratio::compare(ratio(a), ratio(b)).then(b.served.cmp(&a.served)).then(i.cmp(j))
    });
    if !counted {
        drop_what_several_replace(&mut kept, problem);
    }
    kept
}

/// Whether a choice can be bought as often as any basket could want it.
pub(super) fn is_unlimited(choice: &Choice, problem: &Problem) -> bool {
    choice.limit.is_none_or(|limit| limit >= most_useful(choice, problem))
}

/// The count at which a choice alone covers everything that it can cover.
pub(super) fn most_useful(choice: &Choice, problem: &Problem) -> u64 {
    let for_time = if choice.served == 0 { 0 } else { problem.target.div_ceil(choice.served) };
    let for_minutes = if choice.minutes == 0 { 0 } else { problem.minutes.div_ceil(choice.minutes) };
    u64::try_from(for_time.max(u128::from(for_minutes))).unwrap_or(u64::MAX)
}

/// Drops plans that several purchases of a better one replace at a strictly lower price.
///
/// The better ones tried are the first few by price per time: more would find little more.
fn drop_what_several_replace(kept: &mut Vec<Candidate>, problem: &Problem) {
    const TRIED: usize = 8;
    let better: Vec<Choice> = kept
        .iter()
        .map(|(_, choice)| *choice)
        .filter(|choice| is_unlimited(choice, problem))
        .take(TRIED)
        .collect();
    kept.retain(|(_, choice)| {
        // Time beyond the target is worth nothing against a lower price, and so are minutes beyond.
        let (served, minutes) = (choice.served.min(problem.target), choice.minutes.min(problem.minutes));
        let replaced_by = |better: &Choice| {
            let for_time = count_for(served, better.served)?;
            let for_minutes = count_for(u128::from(minutes), u128::from(better.minutes))?;
            let price = better.price.checked_mul(for_time.max(for_minutes))?;
            (price < choice.price).then_some(())
        };
        !better.iter().any(|better| replaced_by(better).is_some())
    });
}

/// How many of `each` make `wanted`; `None` where none do.
fn count_for(wanted: u128, each: u128) -> Option<u128> {
    if wanted == 0 { Some(0) } else { (each > 0).then(|| wanted.div_ceil(each)) }
}
