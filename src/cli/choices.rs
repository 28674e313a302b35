//! The words that options accept.

use crate::domain::word::{Word, words};
use crate::i18n::{Language, read_word};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::ffi::OsStr;

words! {
    /// When to colour.
    ColourChoice {
        /// If standard output is a terminal and `NO_COLOR` is not set.
        Auto = "auto",
        /// Even if standard output is not a terminal.
        Always = "always",
        /// Not even on a terminal.
        Never = "never",
    }
}

words! {
    /// A shell that can complete command lines.
    ShellName {
        /// Bourne Again Shell.
        Bash = "bash",
        /// Elvish.
        Elvish = "elvish",
        /// Friendly Interactive Shell.
        Fish = "fish",
        /// PowerShell.
        Powershell = "powershell",
        /// Z Shell.
        Zsh = "zsh",
    }
}

words! {
    /// The format of rows that are read.
    InputFormat {
        /// Comma-separated values with a header row.
        Csv = "csv",
        /// A JSON object on each line.
        Ndjson = "ndjson",
    }
}

/// Accepts the words of `W` in any language and case. clap lists the English ones in help and errors.
pub fn word_parser<W: Word + Send + Sync>() -> WordParser<W> {
    WordParser { listed: W::ALL }
}

/// Accepts some words of `W`, in any language and case.
#[derive(Clone, Copy)]
pub struct WordParser<W: 'static> {
    listed: &'static [W],
}

impl<W: Word> WordParser<W> {
    /// A parser for only these words.
    pub fn only(listed: &'static [W]) -> Self {
        Self { listed }
    }

    fn words(&self) -> impl Iterator<Item = &'static str> + use<W> {
        self.listed.iter().map(|value| value.word())
    }
}

impl<W: Word + Send + Sync> TypedValueParser for WordParser<W> {
    type Value = W;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<W, clap::Error> {
        let read: Option<W> = value.to_str().and_then(read_word);
        let read = read.filter(|word| self.words().any(|listed| listed == word.word()));
        // clap's own parser makes the error, with what is similar.
        read.map_or_else(
            || {
                PossibleValuesParser::new(self.words())
                    .try_map(|text| W::parse(&text))
                    .parse_ref(command, arg, value)
            },
            Ok,
        )
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words().map(PossibleValue::new)))
    }
}

/// Accepts any text as a language, such as `zh-CN` or `de_DE.UTF-8`, but lists only the available ones in help.
#[derive(Clone, Copy)]
pub struct LanguageParser;

impl TypedValueParser for LanguageParser {
    type Value = String;

    fn parse_ref(
        &self,
        _: &clap::Command,
        _: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        Ok(value.to_string_lossy().into_owned())
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Language::ALL.iter().map(|language| PossibleValue::new(language.word()))))
    }
}
