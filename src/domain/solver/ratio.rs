//! Fractions of whole numbers, compared and rounded without overflow, and common divisors.

use std::cmp::Ordering;

/// Compares `a / b` with `c / d` exactly, for any numbers. A fraction with the denominator 0 is infinite.
pub(super) fn compare((a, b): (u128, u128), (c, d): (u128, u128)) -> Ordering {
    match (b, d) {
        (0, 0) => return Ordering::Equal,
        (0, _) => return Ordering::Greater,
        (_, 0) => return Ordering::Less,
        _ => {}
    }
    // Most numbers are small enough to multiply out.
    if let (Some(left), Some(right)) = (a.checked_mul(d), c.checked_mul(b)) {
        return left.cmp(&right);
    }
    // If the whole parts are equal, the remainders decide. Comparing r/b with s/d is the same as comparing d/s with
    // b/r.
    (a / b).cmp(&(c / d)).then_with(|| compare((d, c % d), (b, a % b)))
}

/// `⌈count × numerator / denominator⌉`, or a smaller number if that overflows, so that a lower bound remains one.
pub(super) fn at_least(count: u128, (numerator, denominator): (u128, u128)) -> u128 {
    match count.checked_mul(numerator) {
        Some(product) => div_ceil(product, denominator),
        None => (count / denominator).checked_mul(numerator).unwrap_or(0),
    }
}

/// `number / by`, in 64 bits if both fit.
pub(super) fn divide(number: u128, by: u128) -> u128 {
    match (u64::try_from(number), u64::try_from(by)) {
        (Ok(number), Ok(by)) => (number / by).into(),
        _ => number / by,
    }
}

/// `⌈number / by⌉`, in 64 bits if both fit: most numbers do, and the division is then many times as fast.
pub(super) fn div_ceil(number: u128, by: u128) -> u128 {
    match (u64::try_from(number), u64::try_from(by)) {
        (Ok(number), Ok(by)) => number.div_ceil(by).into(),
        _ => number.div_ceil(by),
    }
}

/// The greatest common divisor. That of a number and 0 is the number.
pub(super) fn common_divisor(a: u128, b: u128) -> u128 {
    match (u64::try_from(a), u64::try_from(b)) {
        (_, Ok(0)) => a,
        (Ok(a), Ok(b)) => common_divisor(b.into(), (a % b).into()),
        _ => common_divisor(b, a % b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparison_is_exact_past_128_bits() {
        let max = u128::MAX;
        assert_eq!(compare((max, max - 1), (max - 1, max - 2)), Ordering::Less);
        assert_eq!(compare((max - 1, max), (max - 2, max - 1)), Ordering::Greater);
        assert_eq!(compare((max, 3), (max, 3)), Ordering::Equal);
        assert_eq!(compare((1, 3), (2, 6)), Ordering::Equal);
        assert_eq!(compare((1, 0), (max, 1)), Ordering::Greater);
        assert_eq!(compare((0, max), (1, max)), Ordering::Less);
    }

    #[test]
    fn bounds_never_exceed_the_truth() {
        assert_eq!(at_least(10, (3, 4)), 8);
        assert_eq!(at_least(8, (3, 4)), 6);
        assert_eq!(at_least(u128::MAX, (u128::MAX, u128::MAX)), u128::MAX);
        assert_eq!(at_least(u128::MAX / 2, (4, 8)), (u128::MAX / 2 / 8) * 4, "weaker, and still a bound");
    }
}
