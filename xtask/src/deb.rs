//! The package for Debian: the program, its manual pages in each language, and its completions. Its metadata is in
//! `Cargo.toml`.

use crate::root;
use anyhow::{Context as _, Result, ensure};
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The version of `cargo deb` that this was tried with.
const CARGO_DEB: &str = "cargo install cargo-deb@3.8.0 --locked";

/// The languages of the manual, each with its folder below `man`.
const MANUALS: [(&str, &str); 3] = [("en", "man1"), ("fr", "fr/man1"), ("zh", "zh_CN/man1")];

/// The shells for which Debian has a folder, each with the name of its file.
const SHELLS: [(&str, &str); 3] = [("bash", "simplan"), ("zsh", "_simplan"), ("fish", "simplan.fish")];

/// Builds the package into `target/deb`.
pub fn build() -> Result<()> {
    let root = root();
    run(Command::new(env!("CARGO")).args(["build", "--locked", "--release", "--package", "simplan"]))?;
    let parts = root.join("target/deb/parts");
    if parts.exists() {
        fs::remove_dir_all(&parts)?;
    }
    for (language, folder) in MANUALS {
        let folder = parts.join("man").join(folder);
        run(simplan(&root)?.args(["--lang", language, "man"]).arg(folder))?;
    }
    for (shell, name) in SHELLS {
        let folder = parts.join(shell);
        fs::create_dir_all(&folder)?;
        run(simplan(&root)?.args(["completions", shell, "--output"]).arg(folder.join(name)))?;
    }
    let mut deb = Command::new(env!("CARGO"));
    deb.args(["deb", "--locked", "--no-build", "--strip", "--output"]).arg(root.join("target/deb/"));
    run(deb.current_dir(&root)).with_context(|| format!("is `cargo deb` installed? {CARGO_DEB}"))
}

/// The program that was built, called by its name as it will be once it is installed: the completions say how it is
/// called.
fn simplan(root: &Path) -> Result<Command> {
    let path = env::var_os("PATH").unwrap_or_default();
    let built = std::iter::once(root.join("target/release"));
    let mut command = Command::new("simplan");
    command.env("PATH", env::join_paths(built.chain(env::split_paths(&path)))?);
    Ok(command)
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot run {command:?}"))?;
    ensure!(status.success(), "{command:?}: {status}");
    Ok(())
}
