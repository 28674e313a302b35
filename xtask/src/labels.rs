//! The labels of the page: `page.ftl` of each language as a JavaScript module, so that the page needs no Fluent.

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use fluent_syntax::ast::{Entry, Message, PatternElement};
use fluent_syntax::parser;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// `export default {"en": {"page-days": "Days", …}, …};` from the folder with a folder for each language.
pub fn module(folder: &Path) -> Result<String> {
    let mut languages = Map::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path().join("page.ftl");
        if path.is_file() {
            let text = fs::read_to_string(&path)?;
            let language = path.parent().and_then(Path::file_name).expect("read_dir gives names");
            let labels = labels(&text).with_context(|| path.display().to_string())?;
            languages.insert(language.to_string_lossy().into_owned(), labels.into());
        }
    }
    ensure!(!languages.is_empty(), "no language has a page.ftl");
    Ok(format!("export default {};\n", serde_json::to_string_pretty(&languages)?))
}

/// The text of each key. Only plain text is possible.
fn labels(text: &str) -> Result<Map<String, Value>> {
    let resource = parser::parse(text).map_err(|(_, errors)| anyhow!("{errors:?}"))?;
    let mut labels = Map::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let label = plain(&message).with_context(|| key.clone())?;
                ensure!(labels.insert(key.clone(), label.into()).is_none(), "{key} occurs twice");
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(term) => bail!("-{} is a term; the page knows only messages", term.id.name),
            Entry::Junk { content } => bail!("cannot be read: {content}"),
        }
    }
    Ok(labels)
}

fn plain(message: &Message<&str>) -> Result<String> {
    ensure!(message.attributes.is_empty(), "has attributes; the page knows only text");
    let pattern = message.value.as_ref().context("has no text")?;
    let parts = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => Ok(*value),
        PatternElement::Placeable { .. } => bail!("has a placeable; the page knows only text"),
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_plain_text() {
        check("# A comment.\npage-a = Days\npage-b = 天数", Some(r#"{"page-a":"Days","page-b":"天数"}"#));
        check("page-a =\n    One\n    two", Some(r#"{"page-a":"One\ntwo"}"#));
        check("page-a = a \"quoted\" word", Some(r#"{"page-a":"a \"quoted\" word"}"#));
        check("page-a = { $days } days", None);
        check("page-a = {\"\"}", None);
        check("page-a = A\n    .hint = B", None);
        check("-term = A", None);
        check("page-a = A\npage-a = B", None);
        check("page-a", None);
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = labels(text).ok().map(|labels| Value::from(labels).to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }
}
