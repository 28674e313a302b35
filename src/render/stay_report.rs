//! The answer about a stay as one HTML file: to print, to send, to read offline. It has no scripts and asks nothing of
//! any address; its Content-Security-Policy says so.

use super::block::Block;
use super::html::{Look, fragment};
use super::qr::qr;
use crate::domain::live::harmless;
use crate::domain::word::Word;
use crate::i18n::Messages;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// What the file may do: nothing but apply the styles in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The styles of the file.
const STYLE: &str = include_str!("stay_report.css");

/// The answer about a stay.
#[derive(Clone, Debug)]
pub struct StayReport<'a> {
    /// What the report is about: the stay and the need.
    pub title: String,
    /// When it was made, and which catalogue it is from.
    pub origin: String,
    /// The parts, in the order in which they are needed.
    pub sections: Vec<ReportSection>,
    /// The command that makes it.
    pub command: &'a str,
}

/// A part of a report.
#[derive(Clone, Debug)]
pub struct ReportSection {
    /// What the part is, for machines: `answer`, `use`, `schedule`, `steps` or `card`.
    pub name: &'static str,
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl StayReport<'_> {
    /// The text of the file.
    pub fn file(&self, messages: &Messages) -> String {
        let lang = messages.language().word();
        let page = html! {
            (DOCTYPE)
            html lang=(lang) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="color-scheme" content="light dark";
                    title { (harmless(&self.title)) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    header { h1 { (harmless(&self.title)) } p { (harmless(&self.origin)) } }
                    main { @for section in &self.sections { (section.shown()) } }
                    footer {
                        h2 { (messages.tr("report-command")) }
                        div {
                            p { code { (harmless(self.command)) } }
                            @if let Some(code) = qr(self.command, &messages.tr("report-code")) { (code) }
                        }
                    }
                }
            }
        };
        page.into_string() + "\n"
    }
}

impl ReportSection {
    fn shown(&self) -> Markup {
        let id = format!("{}-title", self.name);
        html! {
            section class=(self.name) aria-labelledby=(id) {
                h2 id=(id) { (harmless(&self.heading)) }
                (fragment(&self.blocks, Look { level: 3, has_cell_titles: true }))
            }
        }
    }
}
