//! The engine of the page: `web/engine` as WebAssembly, with the JavaScript that calls it.

use crate::page::Files;
use crate::root;
use anyhow::{Context as _, Result, ensure};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// `engine.js` and `engine_bg.wasm`. There is no `wasm-opt`: with `-Os`, version 132 made a module of 4.1 MB 5 % smaller but its
/// compressed form 1 % larger, and version 108 broke the table of references.
pub fn build() -> Result<Files> {
    add_target()?;
    let target = root().join("target");
    run(cargo()
        .args([
            "build",
            "--quiet",
            "--locked",
            "--package",
            "simplan-web",
            "--profile",
            "page",
            "--target",
            TARGET,
        ])
        .arg("--target-dir")
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", rust_flags()))?;

    let folder = target.join("xtask");
    Bindgen::new()
        .input_path(target.join(TARGET).join("page/simplan_web.wasm"))
        .web(true)?
        .omit_default_module_path(false)
        .out_name("engine")
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)?;
    let mut files = Files::new();
    files.insert("engine.js".to_owned(), fs::read(folder.join("engine.js"))?);
    files.insert("engine_bg.wasm".to_owned(), fs::read(folder.join("engine_bg.wasm"))?);
    Ok(files)
}

/// Installs the target if rustup says that it is missing.
fn add_target() -> Result<()> {
    let Ok(installed) = Command::new("rustup").args(["target", "list", "--installed"]).output() else {
        // Rust did not come from rustup; if the target is missing, Cargo says so.
        return Ok(());
    };
    if !String::from_utf8_lossy(&installed.stdout).lines().any(|line| line == TARGET) {
        println!("Rust cannot compile for {TARGET} yet: adding it with rustup.");
        run(Command::new("rustup").args(["target", "add", TARGET]))?;
    }
    Ok(())
}

/// The Cargo that runs this.
fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Messages of panics name source files. Without the folders of this machine they are the same everywhere.
fn rust_flags() -> String {
    let mut folders = vec![(root(), "simplan")];
    let cargo =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = cargo.and_then(|cargo| fs::read_dir(cargo.join("registry/src")).ok());
    for registry in registries.into_iter().flatten().flatten() {
        folders.push((registry.path(), "registry"));
    }
    let flags = folders.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    flags.collect::<Vec<_>>().join("\u{1f}")
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot run {command:?}"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
