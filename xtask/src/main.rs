//! `cargo xtask web` builds the page into `target/web`. With `--serve` it also serves it, to this machine only.
//! `cargo xtask deb` builds the package for Debian into `target/deb`.

#![expect(clippy::print_stdout, reason = "a task says what it does")]

mod deb;
mod engine;
mod labels;
mod page;
mod serve;
mod sizes;

use anyhow::{Context as _, Result, bail};
use std::env;
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: cargo xtask web [--serve [PORT]], or cargo xtask deb";

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["deb"] => deb::build()?,
        ["web"] => {
            page::build()?;
        }
        ["web", "--serve"] => serve::serve(&page::build()?, 8000)?,
        ["web", "--serve", port] => {
            let port = port.parse().with_context(|| format!("{port} is not a port"))?;
            serve::serve(&page::build()?, port)?;
        }
        _ => bail!(USAGE),
    }
    Ok(())
}

/// The folder of the repository. Cargo says it at run time, too, so a checkout that has moved is no problem.
fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().expect("xtask lies in the repository").to_owned()
}
