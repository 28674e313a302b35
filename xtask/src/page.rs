//! The page: the files of `web/`, the engine, the labels, and a service worker that knows all of them.

use crate::{engine, labels, root, sizes};
use anyhow::{Context as _, Result, ensure};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The parts of `web/` that are not served: sources and tests.
const NOT_SERVED: [&str; 2] = ["engine", "tests"];

const SERVICE_WORKER: &str = "service-worker.js";

/// The bytes of each file, by its path in the folder that is served.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Builds the page and writes it to `target/web`, whatever was there before. The same sources give the same bytes.
///
/// Fails if the page is larger than its budget.
pub fn build() -> Result<Files> {
    let mut files = engine::build()?;
    add_static(&root().join("web"), "", &mut files)?;
    files.insert("labels.js".to_owned(), labels::module(&root().join("src/i18n"))?.into_bytes());
    fill_in_service_worker(&mut files)?;

    let folder = root().join("target/web");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for (path, bytes) in &files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))?;
        fs::write(&path, bytes).with_context(|| path.display().to_string())?;
    }
    sizes::report(&files)?;
    Ok(files)
}

/// Adds the files of a folder; `prefix` is its path in the page, empty or with a slash at its end.
fn add_static(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a name is not UTF-8")?;
        let is_kept_back = name.starts_with('.') || prefix.is_empty() && NOT_SERVED.contains(&name);
        if is_kept_back {
            continue;
        }
        if path.is_dir() {
            add_static(&path, &format!("{prefix}{name}/"), files)?;
        } else {
            files.insert(format!("{prefix}{name}"), fs::read(&path)?);
        }
    }
    Ok(())
}

/// Tells the service worker which files there are, and a version that changes with any byte of them.
fn fill_in_service_worker(files: &mut Files) -> Result<()> {
    let worker = files.remove(SERVICE_WORKER).with_context(|| format!("web/{SERVICE_WORKER} is missing"))?;
    let mut digest = Sha256::new();
    for (path, bytes) in files.iter().chain([(&SERVICE_WORKER.to_owned(), &worker)]) {
        digest.update(format!("{path}\n{}\n", bytes.len()));
        digest.update(bytes);
    }
    let version: String = digest.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let names: Vec<_> = files.keys().collect();

    let text = String::from_utf8(worker).context(SERVICE_WORKER)?;
    let text = filled(&text, "\"__VERSION__\"", &format!("\"{version}\""))?;
    let text = filled(&text, "[\"__FILES__\"]", &serde_json::to_string(&names)?)?;
    files.insert(SERVICE_WORKER.to_owned(), text.into_bytes());
    Ok(())
}

/// Replaces the one occurrence of a placeholder.
fn filled(text: &str, placeholder: &str, value: &str) -> Result<String> {
    let count = text.matches(placeholder).count();
    ensure!(count == 1, "{SERVICE_WORKER} has {placeholder} {count} times instead of once");
    Ok(text.replace(placeholder, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_knows_the_files_and_their_version() {
        let mut files = page("body");
        fill_in_service_worker(&mut files).unwrap();
        let worker = String::from_utf8(files[SERVICE_WORKER].clone()).unwrap();
        assert!(worker.ends_with(r#"["icons/a.png","index.html"]"#), "{worker}");

        let mut other = page("another body");
        fill_in_service_worker(&mut other).unwrap();
        assert_ne!(files[SERVICE_WORKER], other[SERVICE_WORKER]);
    }

    #[test]
    fn a_placeholder_occurs_once() {
        assert_eq!(filled("a = X;", "X", "1").unwrap(), "a = 1;");
        assert!(filled("a = Y;", "X", "1").is_err());
        assert!(filled("a = X + X;", "X", "1").is_err());
    }

    fn page(body: &str) -> Files {
        let worker = r#"const VERSION = "__VERSION__", FILES = ["__FILES__"]"#;
        [("index.html", body), ("icons/a.png", "picture"), (SERVICE_WORKER, worker)]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into()
    }
}
