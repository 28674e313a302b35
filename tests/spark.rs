//! The example for many machines: Spark's workers answer as one process does.
//!
//! Needs Java, and is skipped if there is none. The first run installs Spark into the target folder.

mod common;
#[path = "common/python.rs"]
mod python;

use common::Random;
use python::{installed, run};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

const NEEDS: u64 = 200_000;
const PARTITIONS: usize = 8;
const SIMPLAN: &str = env!("CARGO_BIN_EXE_simplan");
const TODAY: &str = "2026-11-25";
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/spark");

#[test]
fn the_answers_in_8_partitions_are_those_of_one_process() {
    let Some(job) = Job::new("many", &random_needs()) else { return };
    let parts = job.answers(Form::Rdd);
    assert_eq!(parts.len(), PARTITIONS);
    let one = run(Command::new(SIMPLAN)
        .args(["batch", "-", "--format", "ndjson", "--today", TODAY])
        .stdin(Stdio::from(fs::File::open(&job.needs).unwrap())))
    .stdout;
    assert_eq!(u64::try_from(one.split_inclusive(|&byte| byte == b'\n').count()), Ok(NEEDS));
    // Megabytes that differ would only be in the way of the message.
    assert!(parts.concat() == one, "the answers differ; Spark's are in {}", job.folder.display());

    let parts = job.answers(Form::DataFrame);
    assert!(parts.len() > 1, "the file of needs is split");
    assert!(parts.concat() == one, "the answers differ; those of DataFrames are in {}", job.folder.display());
}

#[test]
fn a_bad_need_has_its_answer_and_an_empty_partition_has_none() {
    let needs = r#"{"id":1,"days":7,"data":"3GB"}

not JSON
{"id":3,"days":8,"data":"3 apples"}
{"id":4,"days":9,"data":"3GB"}
"#;
    let Some(job) = Job::new("bad", needs) else { return };
    let parts = job.answers(Form::Rdd);
    assert!(parts.iter().any(Vec::is_empty), "each of {} partitions has a need", parts.len());
    check_statuses(&parts);
    check_statuses(&job.answers(Form::DataFrame));
    fs::write(&job.needs, "\n").unwrap();
    assert!(job.answers(Form::DataFrame).concat().is_empty(), "a blank line is not a need");
}

/// Checks that the answers to the four needs are good, bad, bad and good. Their places are those in a partition.
#[track_caller]
fn check_statuses(parts: &[Vec<u8>]) {
    let answers = String::from_utf8(parts.concat()).unwrap();
    let statuses: Vec<_> = answers
        .lines()
        .map(|line| ["ok", "error"].into_iter().find(|word| line.contains(&format!(r#""status":"{word}""#))))
        .collect();
    assert_eq!(statuses, [Some("ok"), Some("error"), Some("error"), Some("ok")], "{answers}");
}

#[test]
fn a_process_that_cannot_answer_fails_the_job() {
    let Some(job) = Job::new("failing", r#"{"id":1,"days":7,"data":"3GB"}"#) else { return };
    // The exit code is that of a bad need, too.
    for form in [Form::Rdd, Form::DataFrame] {
        job.remove_answers();
        let output = job.command(form).env("SIMPLAN_PLANS", "no-such-catalogue.csv").output().unwrap();
        assert!(!output.status.success());
        let reason = String::from_utf8_lossy(&output.stderr);
        assert!(reason.contains("exit code 3, 0 answers to 1 needs"), "{reason}");
    }
}

/// What the example is made of.
#[derive(Clone, Copy)]
enum Form {
    /// RDDs, in [`PARTITIONS`] parts.
    Rdd,
    DataFrame,
}

/// Runs of the example on this machine.
struct Job {
    python: PathBuf,
    folder: PathBuf,
    needs: PathBuf,
}

impl Job {
    /// A job with these needs and a folder of its own; `None` if it cannot run here.
    fn new(name: &str, needs: &str) -> Option<Self> {
        let shared = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spark");
        let python = PYTHON.get_or_init(|| python(&shared)).clone()?;
        let folder = shared.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        let job = Self { python, needs: folder.join("needs.ndjson"), folder };
        fs::write(&job.needs, needs).unwrap();
        Some(job)
    }

    fn command(&self, form: Form) -> Command {
        let partitions = PARTITIONS.to_string();
        let form = match form {
            Form::Rdd => vec!["--partitions", &partitions],
            Form::DataFrame => vec!["--dataframe"],
        };
        let mut command = Command::new(&self.python);
        command
            .arg(Path::new(EXAMPLE).join("batch_on_spark.py"))
            .args([&self.needs, &self.folder.join("answers")])
            .args(form)
            .args(["--simplan", SIMPLAN, "--today", TODAY])
            // Whatever is set up around here is not this test's: two workers on this machine, and no network.
            .env_remove("SPARK_HOME")
            .env_remove("PYTHONPATH")
            .env_remove("SIMPLAN_PLANS")
            // The workers' Python, which otherwise is any that is found.
            .env("PYSPARK_PYTHON", &self.python)
            .env("PYSPARK_SUBMIT_ARGS", "--master local[2] --conf spark.ui.enabled=false --conf spark.sql.files.maxPartitionBytes=1m pyspark-shell")
            .env("SPARK_LOCAL_IP", "127.0.0.1")
            .current_dir(&self.folder);
        command
    }

    /// Removes the answers of a run before, which Spark does not overwrite.
    fn remove_answers(&self) {
        let answers = self.folder.join("answers");
        if answers.exists() {
            fs::remove_dir_all(answers).unwrap();
        }
    }

    /// The answers of each partition, in their order.
    fn answers(&self, form: Form) -> Vec<Vec<u8>> {
        self.remove_answers();
        run(&mut self.command(form));
        parts(&self.folder.join("answers")).iter().map(|part| fs::read(part).unwrap()).collect()
    }
}

/// A Python with Spark, made once for all tests; `None` without Java.
static PYTHON: OnceLock<Option<PathBuf>> = OnceLock::new();

fn python(folder: &Path) -> Option<PathBuf> {
    if Command::new("java").arg("-version").output().is_err() {
        // Not by `eprintln!`, which the test runner keeps to itself.
        io::stderr().write_all(b"skipped: `java` is not installed, and Spark needs it\n").unwrap();
        return None;
    }
    fs::create_dir_all(folder).unwrap();
    Some(installed(&Path::new(EXAMPLE).join("requirements.txt"), &folder.join("venv")))
}

/// Lines of JSON: 1 to 90 days, 0.5 to 60 GB, some with call minutes, some of residents.
fn random_needs() -> String {
    let mut random = Random::new(8);
    let mut text = String::new();
    for id in 0..NEEDS {
        let days = 1 + random.below(90);
        let tenths = 5 + random.below(596);
        let gb = tenths / 10;
        let tenth = tenths % 10;
        let more = match random.below(5) {
            0 => format!(r#","minutes":{}"#, random.below(300)),
            1 => r#","resident":true"#.to_owned(),
            _ => String::new(),
        };
        text += &format!("{{\"id\":\"n{id}\",\"days\":{days},\"data\":\"{gb}.{tenth}GB\"{more}}}\n");
    }
    text
}

/// The files of the partitions in their order.
fn parts(answers: &Path) -> Vec<PathBuf> {
    let mut parts: Vec<PathBuf> = fs::read_dir(answers).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("part-"));
    parts.sort();
    parts
}
