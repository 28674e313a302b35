//! Dates in the notation of a language. Machine formats keep ISO 8601.

use super::messages::{MessageArg, Messages};
use crate::domain::calendar::When;

impl Messages {
    /// Formats an ISO 8601 date, which may lack its day or month: `2026-12-01`, `2024-12`, `2023`. Other text is
    /// returned unchanged.
    pub fn date(&self, iso: &str) -> String {
        let mut parts = iso.split('-').map(|part| part.parse::<u64>().ok());
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(Some(year)), Some(Some(month @ 1..=12)), day @ (None | Some(Some(1..=31))), None) => {
                let key = if day.is_some() { "date-day" } else { "date-month" };
                let args = [
                    ("year", MessageArg::from(year.to_string())),
                    ("month", self.tr(&format!("month-{month}")).into()),
                    ("day", day.flatten().unwrap_or_default().into()),
                ];
                self.tr_with(key, args)
            }
            _ => iso.to_owned(),
        }
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
}
