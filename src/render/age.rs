//! How long ago a price was seen, in words.

use crate::domain::time::VerifiedOn;
use crate::i18n::{MessageArg, Messages};
use jiff::civil::Date;

/// From this many days on, an age is in months.
const DAYS_IN_WORDS: u64 = 60;

/// From this many months on, an age is in years.
const MONTHS_IN_WORDS: u64 = 24;

/// The age of a price on the day `today`: `12 days ago`, `7 months ago`, `date unknown`. Months and years are whole ones
/// that have passed.
pub(super) fn age_text(verified_on: Option<VerifiedOn>, today: Date, messages: &Messages) -> String {
    let Some(seen) = verified_on else { return messages.tr("age-unknown") };
    let days = seen.age_on(today);
    let months = whole_months(seen.date(), today);
    let (key, count) = match months {
        _ if days == 0 => return messages.tr("age-today"),
        _ if days < DAYS_IN_WORDS => ("age-days", days),
        months if months < MONTHS_IN_WORDS => ("age-months", months),
        months => ("age-years", months / 12),
    };
    messages.tr_with(key, [("count", MessageArg::from(count))])
}

/// The whole months from one date to another; 0 if the other is earlier.
fn whole_months(from: Date, to: Date) -> u64 {
    let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    let passed = months(to) - months(from) - i64::from(to.day() < from.day());
    u64::try_from(passed).unwrap_or(0)
}

/// The dates of the oldest and of the newest price in words.
pub fn dates_text(dates: Option<[VerifiedOn; 2]>, messages: &Messages) -> [String; 2] {
    match dates {
        Some(dates) => dates.map(|date| messages.date(&date.to_string())),
        None => [messages.tr("age-unknown"), messages.tr("age-unknown")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Topic};
    use jiff::civil::date;

    #[track_caller]
    fn check(language: Language, seen: &str, expected: &str) {
        let messages = Messages::new(language, &[Topic::Answers]);
        let verified_on = (!seen.is_empty()).then(|| VerifiedOn::parse(seen).unwrap());
        assert_eq!(age_text(verified_on, date(2026, 11, 25), &messages), expected, "{seen}");
    }

    #[test]
    fn days_then_months_then_years() {
        for (seen, expected) in [
            ("", "date unknown"),
            ("2026-12-01", "today"),
            ("2026-11-25", "today"),
            ("2026-11-24", "yesterday"),
            ("2026-11-13", "12 days ago"),
            ("2026-09-27", "59 days ago"),
            ("2026-09-26", "1 month ago"),
            ("2026-09-25", "2 months ago"),
            ("2026-04-26", "6 months ago"),
            ("2026-04-25", "7 months ago"),
            ("2024-12", "23 months ago"),
            ("2024-11-26", "23 months ago"),
            ("2024-11-25", "2 years ago"),
            ("2023-11-26", "2 years ago"),
            ("2023-11", "3 years ago"),
        ] {
            check(Language::En, seen, expected);
        }
    }

    #[test]
    fn in_every_language() {
        check(Language::Fr, "2026-11-24", "hier");
        check(Language::Fr, "2026-11-13", "il y a 12 jours");
        check(Language::Fr, "2026-04-25", "il y a 7 mois");
        check(Language::Zh, "2026-11-13", "12\u{a0}天前");
        check(Language::Zh, "2024-11-25", "2\u{a0}年前");
    }
}
