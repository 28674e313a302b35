//! Completions in real shells at a terminal, and manual pages in the real `man`. What is not installed is skipped and
//! says so; the scripts for shells that are rarely installed are compared with reviewed ones.

mod common;

use common::runner::simplan;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const SIMPLAN: &str = env!("CARGO_BIN_EXE_simplan");
const PRESS_TAB: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shells/press_tab.py");
const SCRIPTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shells");

/// A shell with the script of its completions in a home of its own.
struct Shell {
    command: &'static [&'static str],
    home: TempDir,
}

impl Shell {
    /// `None` if the shell or Python is not installed.
    fn new(command: &'static [&'static str], settings: &str, file: &str) -> Option<Self> {
        if !is_installed(command[0]) || !is_installed("python3") {
            return None;
        }
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, settings).unwrap();
        Some(Self { command, home })
    }

    fn bash() -> Option<Self> {
        let settings = "PS1='ready> '\nsource <(simplan completions bash)\n";
        Self::new(&["bash", "--rcfile", ".bashrc", "-i"], settings, ".bashrc")
    }

    fn zsh() -> Option<Self> {
        let settings =
            "PS1='ready> '\nautoload -Uz compinit && compinit -u\nsource <(simplan completions zsh)\n";
        Self::new(&["zsh", "-i"], settings, ".zshrc")
    }

    fn fish() -> Option<Self> {
        let settings = "\
function fish_prompt; echo -n 'ready> '; end
function fish_greeting; end
simplan completions fish | source
";
        Self::new(&["fish", "-i"], settings, ".config/fish/config.fish")
    }

    /// What the screen shows when this is typed, in which `\t` presses Tab and `\n` presses Enter.
    fn screen(&self, typed: &str) -> String {
        let folder = Path::new(SIMPLAN).parent().unwrap().display();
        let path = std::env::var("PATH").unwrap();
        let mut python = Command::new("python3");
        python.arg(PRESS_TAB).arg(self.home.path()).arg(typed).args(self.command);
        let output = python.env("PATH", format!("{folder}:{path}")).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Checks that a line, completed at its `\t`, writes an answer about this plan.
    #[track_caller]
    fn check_answer(&self, typed: &str, plan: &str) {
        let screen = self.screen(&format!(r"{typed} -o found.json\n"));
        let written = fs::read_to_string(self.home.path().join("found.json"));
        let answer = written.unwrap_or_else(|error| panic!("{error}: {screen}"));
        assert!(answer.contains(&format!(r#""id": "{plan}""#)), "{answer}");
    }
}

fn is_installed(program: &str) -> bool {
    let is_there =
        Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !is_there {
        io::stderr().write_all(format!("{program} is not installed: skipped\n").as_bytes()).unwrap();
    }
    is_there
}

#[test]
fn bash_completes_the_ids_of_the_catalogue() {
    let Some(bash) = Shell::bash() else { return };
    // What all candidates begin with, then the candidates.
    let screen = bash.screen(r"simplan cost inwi-st\t\t\t");
    assert!(screen.contains("inwi-star2-5") && screen.contains("inwi-star33-20"), "{screen}");
    bash.check_answer(r"simplan plans show inwi-esim-pack-5\t", "inwi-esim-pack-520");
}

#[test]
fn zsh_shows_prices_and_ages_beside_the_ids() {
    let Some(zsh) = Shell::zsh() else { return };
    let screen = zsh.screen(r"simplan cost inwi-st\t\t");
    assert!(screen.contains("inwi-star3-100  -- 100 MAD, "), "{screen}");
    assert!(screen.contains(" ago, Pass Internet *3 100 DH"), "{screen}");
    zsh.check_answer(r"simplan plans show inwi-esim-pack-5\t", "inwi-esim-pack-520");
}

#[test]
fn zsh_completes_at_once_when_it_loads_the_script_itself() {
    let settings = "PS1='ready> '\nfpath=(~ $fpath)\nautoload -Uz compinit && compinit -u\n";
    let Some(zsh) = Shell::new(&["zsh", "-i"], settings, ".zshrc") else { return };
    fs::write(zsh.home.path().join("_simplan"), simplan("completions zsh").out).unwrap();
    zsh.check_answer(r"simplan plans show inwi-esim-pack-5\t", "inwi-esim-pack-520");
}

#[test]
fn fish_shows_prices_and_ages_beside_the_ids() {
    let Some(fish) = Shell::fish() else { return };
    let screen = fish.screen(r"simplan cost inwi-st\t\t");
    assert!(screen.contains("100 MAD, ") && screen.contains(" ago, Pass Internet *3 100 DH"), "{screen}");
    fish.check_answer(r"simplan plans show inwi-esim-pack-5\t", "inwi-esim-pack-520");
}

#[test]
fn the_catalogue_on_the_command_line_is_the_one_in_use() {
    let Some(bash) = Shell::bash() else { return };
    let row = "id,line,operator,name,kind,price,currency,data,validity\n\
        my-first-pass,my-line,me,Mine,pass,5,MAD,1GB,7d\n";
    fs::write(bash.home.path().join("mine.csv"), row).unwrap();
    bash.check_answer(r"simplan --plans mine.csv plans show my\t", "my-first-pass");
    // An overlay adds its plans to those of the catalogue.
    bash.check_answer(r"simplan --overlay mine.csv plans show my\t", "my-first-pass");
}

/// What fish gets, one candidate on each line: the value, and after a tab its description.
fn candidates(words: &[&str]) -> Vec<String> {
    let output = Command::new(SIMPLAN)
        .args(["--", "simplan"])
        .args(words)
        .env("SIMPLAN_COMPLETE", "fish")
        .env("SIMPLAN_TODAY", "2026-11-25")
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[track_caller]
fn check(words: &[&str], expected: &[&str]) {
    assert_eq!(candidates(words), expected, "{words:?}");
}

#[test]
fn every_kind_of_name_is_completed() {
    check(&["compare", "--have-sim", "inwi-p"], &["inwi-prepaid\t26 plans"]);
    check(&["compare", "--line", "orange-yox"], &["orange-yoxo\t4 plans"]);
    check(&["plans", "list", "--not-operator", "or"], &["orange\t21 plans"]);
    check(&["compare", "--currency", "EU"], &["EUR\t= 10.9457 MAD"]);
    check(&["compare", "--use", "map"], &["maps=\t/h"]);
    check(
        &["cost", "--lang", "zh", "inwi-esim-pack-5"],
        &["inwi-esim-pack-520\t520 MAD、7\u{a0}个月前、Pack eSIM illimité 30 jours"],
    );
    check(&["compare", "--form", "e"], &["esim"]);
    check(&["compl"], &["completions\tPrint the script that makes a shell complete commands, ids and names"]);
    check(&["--plans", "no-such-file.csv", "cost", "inwi"], &[]);
    check(&["plans", "diff", "built"], &["built-in"]);
    check(&["plans", "diff", "built-in", "plans.c"], &["plans.csv"]);
}

#[test]
fn scripts_of_other_shells() {
    for shell in ["elvish", "powershell"] {
        let path = Path::new(SCRIPTS).join(shell);
        let script = simplan(&format!("completions {shell}")).out;
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &script).unwrap();
        }
        assert_eq!(script, fs::read_to_string(&path).unwrap(), "{shell}");
    }
}

/// Runs `man` on a page, 78 columns wide.
fn man(page: &Path, language: &str) -> Output {
    let mut man = Command::new("man");
    man.args(["--warnings=all", "--encoding=utf8", "--locale", language, "-l"]).arg(page);
    man.env("MANWIDTH", "78").env("MANPAGER", "cat").env("MANROFFOPT", "-c").output().unwrap()
}

#[test]
fn man_shows_every_page_in_every_language() {
    if !is_installed("man") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (language, name) in [("en", "NAME"), ("fr", "NOM"), ("zh", "名称")] {
        let pages = folder.path().join(language);
        let written = simplan(&format!("man {} --lang {language}", pages.display()));
        assert_eq!(written.exit as u8, 0, "{}", written.err);
        let names: BTreeSet<_> = fs::read_dir(&pages)
            .unwrap()
            .map(|page| page.unwrap().file_name().into_string().unwrap())
            .collect();
        assert!(names.contains("simplan.1") && names.contains("simplan-plans-list.1"), "{names:?}");
        assert!(written.out.contains(&names.len().to_string()), "{}", written.out);
        for page in &names {
            let shown = man(&pages.join(page), language);
            let warnings = String::from_utf8_lossy(&shown.stderr);
            // groff does not know that Chinese is broken between any two characters.
            let serious = warnings.lines().filter(|line| !line.contains("break line"));
            assert_eq!(serious.collect::<Vec<_>>(), [""; 0], "{language}: {page}");
            let text = String::from_utf8(shown.stdout).unwrap();
            assert!(text.lines().any(|line| line.trim_end() == name), "{language}: {page}: {text}");
        }
        let text = String::from_utf8(man(&pages.join("simplan-compare.1"), language).stdout).unwrap();
        for shown in [
            "--days",
            "--fail-if-stale",
            "simplan compare --days 30 --data 20GB",
            "simplan(1)",
            "SIMPLAN_CURRENCY",
        ] {
            assert!(text.contains(shown), "{language}: {shown}: {text}");
        }
    }
}
