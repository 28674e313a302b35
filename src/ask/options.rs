//! The options of a question: as typed texts, as the fragment of a link, and as a command line.
//!
//! A link and a command line have the same names for the same things, so that one can be made of the other.

use super::error::AskError;
use super::shell::quoted;
use crate::domain::error::Error;
use crate::domain::plan::{Confidence, Form, Kind, Network, Sold};
use crate::domain::word::{Word, words};
use crate::guide::situation::{Channel, Payment, State};
use crate::i18n::read_word;

/// The time zone of a stay unless the user gives one.
pub const DEFAULT_ZONE: &str = "Africa/Casablanca";

/// The currency in which prices are shown unless the user gives one.
pub const DEFAULT_CURRENCY: &str = "MAD";

words! {
    /// How many lines a basket may use, each with a SIM.
    #[derive(Default)]
    Sims {
        /// All plans of a basket belong to one line.
        #[default]
        One = "1",
        /// A basket may also use two lines.
        Two = "2",
    }
}

/// What a person says of a stay, of the data that it needs, and of what is there already. Texts are as they were typed:
/// volumes such as `20GB`, days such as `30` or `2 weeks`, dates such as `2026-12-01`. What is not said is empty.
///
/// ```
/// use simplan::ask::Options;
///
/// let options = Options::from_link("days=30&data=20GB&operator=inwi&operator=orange&resident=true")?;
/// assert_eq!(options.days.as_deref(), Some("30"));
/// assert_eq!(options.command("compare"), "simplan compare --days 30 --data 20GB --operator inwi --operator orange --resident");
/// assert_eq!(Options::from_link(&options.link())?, options);
/// # Ok::<(), simplan::ask::AskError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Days of the stay.
    pub days: Option<String>,
    /// First day of the stay, perhaps with a time.
    pub from: Option<String>,
    /// Last day of the stay, perhaps with a time.
    pub to: Option<String>,
    /// Data for the whole stay.
    pub data: Option<String>,
    /// Data for each day.
    pub per_day: Option<String>,
    /// What each day is used for, such as `medium` or `maps=1h`.
    pub usage: Option<String>,
    /// Call minutes for the whole stay.
    pub minutes: Option<String>,
    /// By how much the need is increased, such as `10%`.
    pub margin: Option<String>,
    /// The time zone of a stay that has a time; `None` for [`DEFAULT_ZONE`].
    pub zone: Option<String>,
    /// Only these operators.
    pub operator: Vec<String>,
    /// None of these operators.
    pub not_operator: Vec<String>,
    /// Only these lines.
    pub line: Vec<String>,
    /// None of these lines.
    pub not_line: Vec<String>,
    /// Only these kinds.
    pub kind: Vec<Kind>,
    /// None of these kinds.
    pub not_kind: Vec<Kind>,
    /// Only what comes in this form.
    pub form: Option<Form>,
    /// Only what is sold there.
    pub sold: Option<Sold>,
    /// Only what can be bought before the arrival.
    pub before_arrival: bool,
    /// No unlimited plans.
    pub no_unlimited: bool,
    /// Also plans for residents, and none for visitors only.
    pub resident: bool,
    /// At least this network.
    pub network: Option<Network>,
    /// At least this confidence.
    pub min_confidence: Option<Confidence>,
    /// Maximum age of prices in days, or `any`.
    pub max_age: Option<String>,
    /// The lines whose SIM is there already.
    pub have_sim: Vec<String>,
    /// Data left on that SIM.
    pub have_data: Option<String>,
    /// Days for which that data is valid.
    pub have_days: Option<String>,
    /// The state of that line.
    pub state: Option<State>,
    /// What is there already, such as roaming: `5 EUR/1d/500MB`.
    pub mine: Option<String>,
    /// How many lines a basket may use.
    pub sims: Sims,
    /// Maximum number of purchases.
    pub max_purchases: Option<String>,
    /// Maximum total, in the shown currency.
    pub max_total: Option<String>,
    /// The currency in which prices are shown; `None` for [`DEFAULT_CURRENCY`].
    pub currency: Option<String>,
    /// Exchange rates, such as `USD=9.35`.
    pub rate: Vec<String>,
    /// The plan whose renewal is explained, in place of the cheapest offer.
    pub plan: Option<String>,
    /// Where to renew.
    pub channel: Option<Channel>,
    /// What to pay with.
    pub pay: Option<Payment>,
    /// The number of the line.
    pub number: Option<String>,
    /// The language of the answer.
    pub lang: Option<String>,
}

/// The options that not all commands have, and the commands that do. A command line never has the number of a person but
/// for the steps.
const ONLY_IN: [(&str, &[&str]); 5] = [
    ("mine", &["compare", "what-if", "cost", "schedule", "report"]),
    ("plan", &["renew-steps"]),
    ("channel", &["renew-steps", "report"]),
    ("pay", &["renew-steps", "report"]),
    ("number", &["renew-steps"]),
];

impl Options {
    /// Reads the fragment of a link, with or without its `#`: `days=30&data=20GB&have-sim=inwi-prepaid`.
    ///
    /// # Errors
    /// `link-option-unknown`, `option-twice`, or `unknown-word` with the words that an option accepts.
    pub fn from_link(link: &str) -> Result<Self, AskError> {
        let mut options = Self::default();
        let pairs = link.strip_prefix('#').unwrap_or(link);
        for (name, value) in form_urlencoded::parse(pairs.as_bytes()) {
            options.set(&name, &value)?;
        }
        Ok(options)
    }

    /// Only the language of a link, for an error in it.
    pub fn only_language(link: &str) -> Self {
        let pairs = form_urlencoded::parse(link.strip_prefix('#').unwrap_or(link).as_bytes());
        let lang = pairs.into_iter().find(|(name, _)| name == "lang").map(|(_, value)| value.into_owned());
        Self { lang, ..Self::default() }
    }

    /// The fragment of a link that asks the same, without its `#`.
    pub fn link(&self) -> String {
        let pairs = form_urlencoded::Serializer::new(String::new()).extend_pairs(self.pairs()).finish();
        // Programs that share links read a plus sign as itself.
        pairs.replace('+', "%20")
    }

    /// The line for a command that asks the same, as a shell reads it.
    pub fn command(&self, name: &str) -> String {
        self.words(name).iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
    }

    /// The words of the line for a command that asks the same.
    pub fn words(&self, name: &str) -> Vec<String> {
        let mut words = vec!["simplan".to_owned(), name.to_owned()];
        let mut options = self.clone();
        for (option, slot) in options.slots() {
            let homes = ONLY_IN.iter().find(|(only, _)| *only == option);
            if homes.is_some_and(|(_, commands)| !commands.contains(&name)) {
                continue;
            }
            for value in slot.texts() {
                words.push(format!("--{option}"));
                if !slot.is_flag() {
                    words.push(value);
                }
            }
        }
        words
    }

    /// Sets an option by its name; one that is a list grows.
    ///
    /// # Errors
    /// As [`Options::from_link`].
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), AskError> {
        let Some(slot) = self.slot(name) else {
            let names: Vec<_> = Self::default().slots().iter().map(|(name, _)| *name).collect();
            let error = Error::new("link-option-unknown").with("value", name);
            return Err(AskError::usage(error).suggest(name, names));
        };
        let set = if slot.is_list() || slot.texts().is_empty() {
            slot.set(value)
        } else {
            Err(Error::new("option-twice"))
        };
        set.map_err(|error| AskError::option(format!("--{name}"), error))
    }

    /// The options that are given, by name, with their values.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut options = self.clone();
        let slots = options.slots().into_iter();
        slots.flat_map(|(name, slot)| slot.texts().into_iter().map(move |text| (name, text))).collect()
    }

    fn slot(&mut self, name: &str) -> Option<&mut dyn Slot> {
        self.slots().into_iter().find(|(known, _)| *known == name).map(|(_, slot)| slot)
    }

    /// Every option by its name, in the order of a command line.
    fn slots(&mut self) -> [(&'static str, &mut dyn Slot); 38] {
        [
            ("days", &mut self.days),
            ("from", &mut self.from),
            ("to", &mut self.to),
            ("data", &mut self.data),
            ("per-day", &mut self.per_day),
            ("use", &mut self.usage),
            ("minutes", &mut self.minutes),
            ("margin", &mut self.margin),
            ("zone", &mut self.zone),
            ("operator", &mut self.operator),
            ("not-operator", &mut self.not_operator),
            ("line", &mut self.line),
            ("not-line", &mut self.not_line),
            ("kind", &mut self.kind),
            ("not-kind", &mut self.not_kind),
            ("form", &mut self.form),
            ("sold", &mut self.sold),
            ("before-arrival", &mut self.before_arrival),
            ("no-unlimited", &mut self.no_unlimited),
            ("resident", &mut self.resident),
            ("network", &mut self.network),
            ("min-confidence", &mut self.min_confidence),
            ("max-age", &mut self.max_age),
            ("have-sim", &mut self.have_sim),
            ("have-data", &mut self.have_data),
            ("have-days", &mut self.have_days),
            ("state", &mut self.state),
            ("mine", &mut self.mine),
            ("sims", &mut self.sims),
            ("max-purchases", &mut self.max_purchases),
            ("max-total", &mut self.max_total),
            ("currency", &mut self.currency),
            ("rate", &mut self.rate),
            ("plan", &mut self.plan),
            ("channel", &mut self.channel),
            ("pay", &mut self.pay),
            ("number", &mut self.number),
            ("lang", &mut self.lang),
        ]
    }
}

/// The place of an option's value.
trait Slot {
    /// Puts a value there.
    fn set(&mut self, text: &str) -> Result<(), Error>;

    /// The values that are there.
    fn texts(&self) -> Vec<String>;

    /// Whether the option has no value on a command line.
    fn is_flag(&self) -> bool {
        false
    }

    /// Whether the option can be given more than once.
    fn is_list(&self) -> bool {
        false
    }
}

impl Slot for Option<String> {
    fn set(&mut self, text: &str) -> Result<(), Error> {
        *self = Some(text.to_owned());
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        self.iter().cloned().collect()
    }
}

impl Slot for Vec<String> {
    fn set(&mut self, text: &str) -> Result<(), Error> {
        self.push(text.to_owned());
        Ok(())
    }

    fn is_list(&self) -> bool {
        true
    }

    fn texts(&self) -> Vec<String> {
        self.clone()
    }
}

impl Slot for bool {
    fn set(&mut self, text: &str) -> Result<(), Error> {
        *self = match text {
            "" | "true" => true,
            "false" => false,
            _ => {
                return Err(Error::new("unknown-word").with("value", text).with("expected", "true, false"));
            }
        };
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        self.then(|| "true".to_owned()).into_iter().collect()
    }

    fn is_flag(&self) -> bool {
        true
    }
}

impl<W: Word> Slot for Option<W> {
    fn set(&mut self, text: &str) -> Result<(), Error> {
        *self = Some(word(text)?);
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        self.iter().map(|word| word.word().to_owned()).collect()
    }
}

impl<W: Word> Slot for Vec<W> {
    fn set(&mut self, text: &str) -> Result<(), Error> {
        self.push(word(text)?);
        Ok(())
    }

    fn is_list(&self) -> bool {
        true
    }

    fn texts(&self) -> Vec<String> {
        self.iter().map(|word| word.word().to_owned()).collect()
    }
}

impl Slot for Sims {
    fn set(&mut self, text: &str) -> Result<(), Error> {
        *self = word(text)?;
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        (*self != Self::default()).then(|| self.word().to_owned()).into_iter().collect()
    }
}

/// Reads a word in any language, as the command line does.
fn word<W: Word>(text: &str) -> Result<W, Error> {
    read_word(text).map_or_else(|| W::parse(text), Ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the link and the command line that a link becomes.
    #[track_caller]
    fn check(link: &str, again: &str, command: &str) {
        let options = Options::from_link(link).unwrap();
        assert_eq!(options.link(), again);
        assert_eq!(options.command("compare"), format!("simplan compare{command}"));
        assert_eq!(Options::from_link(&format!("#{again}")).unwrap(), options);
    }

    #[test]
    fn a_link_and_a_command_line_say_the_same() {
        check("", "", "");
        check("data=20GB&days=30", "days=30&data=20GB", " --days 30 --data 20GB");
        check(
            "days=2+weeks&per-day=0%2C5GB&use=maps%3D1h%2Cphotos%3D20",
            "days=2%20weeks&per-day=0%2C5GB&use=maps%3D1h%2Cphotos%3D20",
            " --days '2 weeks' --per-day 0,5GB --use maps=1h,photos=20",
        );
        check(
            "operator=inwi&operator=orange&kind=PASS&kind=sim",
            "operator=inwi&operator=orange&kind=pass&kind=sim",
            " --operator inwi --operator orange --kind pass --kind sim",
        );
        check("resident&form=esim", "form=esim&resident=true", " --form esim --resident");
        check("resident=false&no-unlimited=true", "no-unlimited=true", " --no-unlimited");
        check("sims=1&lang=fr", "lang=fr", " --lang fr");
        check("sims=2&currency=EUR", "sims=2&currency=EUR", " --sims 2 --currency EUR");
        // How to renew is not part of a comparison.
        check(
            "days=3&channel=shop&pay=cash&number=0612",
            "days=3&channel=shop&pay=cash&number=0612",
            " --days 3",
        );
        check("days=3&mine=0%2F30d%2F1GB", "days=3&mine=0%2F30d%2F1GB", " --days 3 --mine 0/30d/1GB");
        let options = Options::from_link("channel=shop&number=0612&mine=5%2F1d%2F1GB").unwrap();
        assert_eq!(options.command("renew-steps"), "simplan renew-steps --channel shop --number 0612");
    }

    #[track_caller]
    fn check_error(link: &str, expected: &str) {
        assert_eq!(Options::from_link(link).unwrap_err().to_string(), expected, "{link}");
    }

    #[test]
    fn what_a_link_cannot_say() {
        check_error("dayz=30", "link-option-unknown value=`dayz`");
        check_error("days=3&days=10", "--days: option-twice");
        check_error("resident&resident=true", "--resident: option-twice");
        check_error("form=paper", "--form: unknown-word value=`paper` expected=`sim, esim, both`");
        check_error("resident=maybe", "--resident: unknown-word value=`maybe` expected=`true, false`");
    }

    /// Every option of a question has its place in a link, under its own name.
    #[test]
    fn every_option_is_set_under_its_name() {
        for (name, _) in Options::default().slots() {
            let value = match name {
                "kind" | "not-kind" => "pass",
                "form" => "sim",
                "sold" => "shop",
                "network" => "4G",
                "min-confidence" => "high",
                "state" => "active",
                "sims" => "2",
                "channel" => "online",
                "pay" => "card",
                _ => "true",
            };
            let mut options = Options::default();
            options.set(name, value).unwrap();
            assert_eq!(options.pairs(), [(name, value.to_owned())]);
        }
    }
}
