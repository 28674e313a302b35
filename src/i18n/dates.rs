//! Dates in the notation of a language. Machine formats keep ISO 8601.

use super::messages::{MessageArg, Messages};
use crate::domain::calendar::When;

impl Messages {
    /// Formats an ISO 8601 date, which may lack its day or month: `2026-12-01`, `2024-12`, `2023`. Other text is
    /// returned unchanged.
    pub fn date(&self, iso: &str) -> String {
        match parts(iso) {
            Some((year, month, day)) => {
                let key = if day.is_some() { "date-day" } else { "date-month" };
                let args = [
                    ("year", MessageArg::from(year.to_string())),
                    ("month", self.tr(&format!("month-{month}")).into()),
                    ("day", day.unwrap_or_default().into()),
                ];
                self.tr_with(key, args)
            }
            None => iso.to_owned(),
        }
    }

    /// A date with its preposition: `on 1 Dec 2026`, `in Dec 2024`.
    pub fn on_date(&self, iso: &str) -> String {
        match parts(iso) {
            Some((_, _, Some(_))) => self.tr_with("on-day", [("date", self.date(iso))]),
            Some((_, _, None)) => self.tr_with("in-month", [("date", self.date(iso))]),
            None => iso.to_owned(),
        }
    }

    /// A date as one end of a range: French gives a day its article, and a month none.
    pub fn date_in_range(&self, iso: &str) -> String {
        match parts(iso) {
            Some((_, _, Some(_))) => self.tr_with("date-in-range", [("date", self.date(iso))]),
            _ => self.date(iso),
        }
    }

    /// A day of the stay as a sentence names it: day `13`, au `13e` jour.
    pub fn ordinal_day(&self, day: u64) -> String {
        self.tr_with("ordinal-day", [("day", day)])
    }

    /// Formats a point of the stay: its date and time, only its date, or its day if the stay has no date.
    pub fn when(&self, when: &When) -> String {
        match (&when.time, when.date) {
            (Some(time), _) => {
                let date = self.date(&time.date().to_string());
                let clock = time.strftime("%H:%M").to_string();
                self.tr_with("date-time", [("date", date), ("time", clock)])
            }
            (None, Some(date)) => self.date(&date.to_string()),
            (None, None) => self.tr_with("until-day", [("day", when.day)]),
        }
    }
}

/// The year, the month and perhaps the day of an ISO 8601 date; `None` for other text.
fn parts(iso: &str) -> Option<(u64, u64, Option<u64>)> {
    let mut parts = iso.split('-').map(|part| part.parse::<u64>().ok());
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(Some(year)), Some(Some(month @ 1..=12)), day @ (None | Some(Some(1..=31))), None) => {
            Some((year, month, day.flatten()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Topic};

    #[test]
    fn dates_in_words() {
        for (language, iso, expected) in [
            (Language::En, "2026-12-01", "1 Dec 2026"),
            (Language::En, "2024-12", "Dec 2024"),
            (Language::En, "2023", "2023"),
            (Language::Fr, "2026-12-01", "1er\u{a0}déc.\u{a0}2026"),
            (Language::Fr, "2026-05-22", "22\u{a0}mai\u{a0}2026"),
            (Language::Fr, "2024-12", "déc.\u{a0}2024"),
            (Language::Zh, "2026-12-01", "2026年12月1日"),
            (Language::Zh, "2024-02", "2024年2月"),
            (Language::En, "2026-13-01", "2026-13-01"),
            (Language::En, "about 2017", "about 2017"),
        ] {
            assert_eq!(Messages::new(language, &[Topic::Answers]).date(iso), expected, "{language} {iso}");
        }
    }

    #[test]
    fn dates_and_days_in_sentences() {
        for (language, iso, on, in_range) in [
            (Language::En, "2026-12-01", "on 1 Dec 2026", "1 Dec 2026"),
            (Language::En, "2024-12", "in Dec 2024", "Dec 2024"),
            (Language::Fr, "2026-01-02", "le 2\u{a0}janv.\u{a0}2026", "le 2\u{a0}janv.\u{a0}2026"),
            (Language::Fr, "2024-12", "en déc.\u{a0}2024", "déc.\u{a0}2024"),
            (Language::Zh, "2024-12", "2024年12月", "2024年12月"),
            (Language::En, "about 2017", "about 2017", "about 2017"),
        ] {
            let messages = Messages::new(language, &[Topic::Answers]);
            assert_eq!(messages.on_date(iso), on, "{language} {iso}");
            assert_eq!(messages.date_in_range(iso), in_range, "{language} {iso}");
        }
        for (language, day, expected) in [
            (Language::En, 13, "13"),
            (Language::Fr, 1, "1er"),
            (Language::Fr, 13, "13e"),
            (Language::Zh, 3, "3"),
        ] {
            assert_eq!(Messages::new(language, &[Topic::Answers]).ordinal_day(day), expected, "{language}");
        }
    }
}
