//! The example for many machines: Spark's workers answer as one process does.
//!
//! Needs Java, and is skipped where there is none. The first run installs Spark into the target folder.

mod common;

use common::Random;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const NEEDS: u64 = 200_000;
const PARTITIONS: usize = 8;
const SIMPLAN: &str = env!("CARGO_BIN_EXE_simplan");
const TODAY: &str = "2026-11-22";

#[test]
fn the_answers_in_8_partitions_are_those_of_one_process() {
    if Command::new("java").arg("-version").output().is_err() {
        // Not by `eprintln!`, which the test runner keeps to itself.
        writeln!(io::stderr(), "skipped: `java` is not installed, and Spark needs it").unwrap();
        return;
    }
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/spark");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spark");
    fs::create_dir_all(&folder).unwrap();
    let (needs, answers) = (folder.join("needs.ndjson"), folder.join("answers"));
    fs::write(&needs, random_needs()).unwrap();
    if answers.exists() {
        fs::remove_dir_all(&answers).unwrap();
    }

    let python = installed(&example.join("requirements.txt"), &folder.join("venv"));
    run(Command::new(python)
        .arg(example.join("batch_on_spark.py"))
        .args([&needs, &answers])
        .args(["--partitions", &PARTITIONS.to_string(), "--simplan", SIMPLAN, "--today", TODAY])
        // Whatever is set up around here is not this test's: two workers on this machine, and no network.
        .env_remove("SPARK_HOME")
        .env_remove("PYTHONPATH")
        .env("PYSPARK_SUBMIT_ARGS", "--master local[2] --conf spark.ui.enabled=false pyspark-shell")
        .env("SPARK_LOCAL_IP", "127.0.0.1")
        .current_dir(&folder));

    let parts = parts(&answers);
    assert_eq!(parts.len(), PARTITIONS);
    let many: Vec<u8> = parts.iter().flat_map(|part| fs::read(part).unwrap()).collect();
    let one = run(Command::new(SIMPLAN)
        .args(["batch", "-", "--format", "ndjson", "--today", TODAY])
        .stdin(Stdio::from(fs::File::open(&needs).unwrap())))
    .stdout;
    assert_eq!(u64::try_from(one.split_inclusive(|&byte| byte == b'\n').count()), Ok(NEEDS));
    // Megabytes that differ would only be in the way of the message.
    assert!(many == one, "the answers differ; Spark's are in {}", answers.display());
}

/// Lines of JSON: 1 to 90 days, 0.5 to 60 GB, some with call minutes, some of residents.
fn random_needs() -> String {
    let mut random = Random::new(8);
    let mut text = String::new();
    for id in 0..NEEDS {
        let (days, tenths) = (1 + random.below(90), 5 + random.below(596));
        let (gb, tenth) = (tenths / 10, tenths % 10);
        let more = match random.below(5) {
            0 => format!(r#","minutes":{}"#, random.below(300)),
            1 => r#","resident":true"#.to_owned(),
            _ => String::new(),
        };
        text += &format!("{{\"id\":\"n{id}\",\"days\":{days},\"data\":\"{gb}.{tenth}GB\"{more}}}\n");
    }
    text
}

/// The Python of a virtual environment with these requirements, made where it is missing or has others.
fn installed(requirements: &Path, venv: &Path) -> PathBuf {
    let (python, stamp) = (venv.join("bin/python"), venv.join("requirements.txt"));
    let wanted = fs::read(requirements).unwrap();
    if fs::read(&stamp).ok().as_ref() != Some(&wanted) {
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(venv));
        run(Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--requirement"])
            .arg(requirements));
        fs::write(&stamp, wanted).unwrap();
    }
    python
}

/// The files of the partitions in their order.
fn parts(answers: &Path) -> Vec<PathBuf> {
    let mut parts: Vec<PathBuf> = fs::read_dir(answers).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("part-"));
    parts.sort();
    parts
}

fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}: {}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    output
}
