//! The questions that `simplan` alone asks at a terminal. The answers become a command line, which is shown and answered,
//! so that the next question can be typed.

use super::Environment;
use super::language::choose;
use super::questions::Questions;
use super::variables::{LANG, in_use};
use crate::ask::need::{NeedTexts, need};
use crate::ask::{Language, Options, Word};
use crate::catalogue::Catalogue;
use crate::domain::plan::Form;
use crate::domain::volume::DataVolume;
use crate::guide::sellers::seller_name;
use crate::i18n::{Messages, Topic};
use crate::usage::Activities;
use dialoguer::Result;

/// Asks the questions. Returns the options that were chosen; `None` if the user gives up.
pub fn options(environment: &Environment<'_>) -> Option<Options> {
    let usual = choose(in_use(LANG, &[], environment).as_deref(), environment).language;
    let questions = Questions::new(environment);
    let answers = Interview { questions: &questions }.answers(usual).ok().flatten();
    Some(chosen(&answers?, usual))
}

/// What the user said.
struct Answers {
    language: Language,
    days: String,
    data: DataAnswer,
    /// The line of the SIM that the user has, if there is one.
    have_sim: Vec<String>,
    /// Whether the phone takes an eSIM; `None` if the user does not know.
    takes_esim: Option<bool>,
}

/// How much data the user needs.
enum DataAnswer {
    /// What a day is like: the name of a preset.
    Day(String),
    /// A volume for the whole stay.
    Volume(String),
}

/// The options that say the same. The usual language needs none.
fn chosen(answers: &Answers, usual: Language) -> Options {
    let (data, usage) = match &answers.data {
        DataAnswer::Day(preset) => (None, Some(preset.clone())),
        DataAnswer::Volume(volume) => (Some(volume.clone()), None),
    };
    Options {
        days: Some(answers.days.clone()),
        data,
        usage,
        have_sim: answers.have_sim.clone(),
        form: (answers.takes_esim == Some(false)).then_some(Form::Sim),
        lang: (answers.language != usual).then(|| answers.language.word().to_owned()),
        ..Options::default()
    }
}

struct Interview<'q> {
    questions: &'q Questions,
}

impl Interview<'_> {
    /// The answers to all questions; `None` if the user leaves one.
    fn answers(&self, usual: Language) -> Result<Option<Answers>> {
        let names = Language::ALL.iter().map(|language| own_name(*language)).collect();
        let first = Language::ALL.iter().position(|language| *language == usual).unwrap_or(0);
        let messages = Messages::new(usual, &[Topic::Help]);
        let Some(at) = self.questions.one_of(&messages.tr("ask-language"), names, first)? else {
            return Ok(None);
        };
        let language = Language::ALL[at];
        let messages = Messages::new(language, &[Topic::Answers, Topic::Errors, Topic::Help, Topic::Usage]);
        let days = self.days(&messages)?;
        let Some(data) = self.data(&days, &messages)? else { return Ok(None) };
        let Some(have_sim) = self.have_sim(&messages)? else { return Ok(None) };
        let answers = ["yes", "no", "ask-unknown"].map(|key| messages.tr(key));
        let Some(at) = self.questions.one_of(&messages.tr("ask-esim"), answers.into(), 0)? else {
            return Ok(None);
        };
        let takes_esim = [Some(true), Some(false), None][at];
        Ok(Some(Answers { language, days, data, have_sim, takes_esim }))
    }

    fn days(&self, messages: &Messages) -> Result<String> {
        self.questions.text(&messages.tr("ask-days"), |days| {
            problem(&NeedTexts { days: Some(days), data: Some("1MB"), ..NO_TEXTS }, messages)
        })
    }

    /// A day like one of the presets, or a volume.
    fn data(&self, days: &str, messages: &Messages) -> Result<Option<DataAnswer>> {
        let presets = &Activities::built_in().presets;
        let mut texts: Vec<String> = Vec::new();
        for preset in presets {
            let label = messages.tr(&format!("usage-{}", preset.id));
            let daily = messages.volume(about(preset.usage.per_day().typical));
            texts.push(messages.tr_with("ask-preset", [("day", label), ("volume", daily)]));
        }
        texts.push(messages.tr("ask-other-volume"));
        let Some(at) = self.questions.one_of(&messages.tr("ask-data"), texts, 1)? else { return Ok(None) };
        if let Some(preset) = presets.get(at) {
            return Ok(Some(DataAnswer::Day(preset.id.clone())));
        }
        let volume = self.questions.text(&messages.tr("ask-volume"), |data| {
            problem(&NeedTexts { days: Some(days), data: Some(data), ..NO_TEXTS }, messages)
        })?;
        Ok(Some(DataAnswer::Volume(volume)))
    }

    /// The line of the SIM that the user has, if there is one; `None` if the user leaves the question.
    fn have_sim(&self, messages: &Messages) -> Result<Option<Vec<String>>> {
        let mut lines = Vec::new();
        let mut texts = vec![messages.tr("ask-no-sim")];
        for plan in Catalogue::built_in().map(|catalogue| catalogue.plans).unwrap_or_default() {
            let line = plan.line.to_string();
            if plan.is_sim() && !lines.contains(&line) {
                let seller = seller_name(plan.operator.as_str());
                texts.push(messages.tr_with("items-of-line", [("line", seller), ("items", line.as_str())]));
                lines.push(line);
            }
        }
        let at = self.questions.one_of(&messages.tr("ask-sim"), texts, 0)?;
        // The first text is that there is none.
        Ok(at.map(|at| at.checked_sub(1).and_then(|at| lines.get(at)).cloned().into_iter().collect()))
    }
}

const NO_TEXTS: NeedTexts<'_> =
    NeedTexts { days: None, from: None, to: None, data: None, per_day: None, usage: None, minutes: None };

/// What is wrong with a need.
fn problem(texts: &NeedTexts<'_>, messages: &Messages) -> Option<String> {
    need(texts).err().map(|error| messages.error(error.error()))
}

/// A volume to two or three digits, for people who choose between several.
fn about(volume: DataVolume) -> DataVolume {
    let step = if volume.kb() < 1_000_000 { 10_000 } else { 100_000 };
    DataVolume::from_kb(volume.kb().saturating_add(step / 2) / step * step)
}

/// The name of a language in itself.
fn own_name(language: Language) -> String {
    Messages::new(language, &[Topic::Help]).tr("language-name")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(answers: &Answers, expected: &str) {
        assert_eq!(chosen(answers, Language::En).command("compare"), expected);
    }

    #[track_caller]
    fn check_about(kb: u64, expected: u64) {
        assert_eq!(about(DataVolume::from_kb(kb)).kb(), expected);
    }

    #[test]
    fn volumes_to_choose_from_are_rounded() {
        check_about(189_550, 190_000);
        check_about(184_999, 180_000);
        check_about(185_000, 190_000);
        check_about(1_753_275, 1_800_000);
        check_about(2_649_999, 2_600_000);
    }

    #[test]
    fn answers_become_a_command_line() {
        let mut answers = Answers {
            language: Language::En,
            days: "10 days".to_owned(),
            data: DataAnswer::Day("medium".to_owned()),
            have_sim: Vec::new(),
            takes_esim: Some(true),
        };
        check(&answers, "simplan compare --days '10 days' --use medium");
        answers.takes_esim = None;
        check(&answers, "simplan compare --days '10 days' --use medium");
        answers.takes_esim = Some(false);
        answers.have_sim = vec!["inwi-prepaid".to_owned()];
        answers.data = DataAnswer::Volume("20GB".to_owned());
        answers.language = Language::Zh;
        check(
            &answers,
            "simplan compare --days '10 days' --data 20GB --form sim --have-sim inwi-prepaid --lang zh",
        );
    }
}
