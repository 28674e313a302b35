//! What becomes of files: no output overwrites an input, an output is complete or as before, and a batch that is
//! interrupted goes on where it was, to the same bytes as one that was not.
#![cfg(unix)]

mod common;

use common::Random;
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// A folder of its own, and the program in it.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A command line of bash, in which `simplan` is the program.
    fn command(&self, line: &str) -> Command {
        let mut command = Command::new("bash");
        let program = Path::new(env!("CARGO_BIN_EXE_simplan")).parent().unwrap();
        command
            .args(["-c", line])
            .current_dir(self.path())
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", program.display()))
            .env("SIMPLAN_TODAY", "2026-11-25")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, line: &str) -> Output {
        self.command(line).output().unwrap()
    }

    /// Runs a line that has to end with this exit code; what it says on standard error.
    #[track_caller]
    fn ends(&self, line: &str, code: i32) -> String {
        let output = self.run(line);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{line}: {said}");
        said
    }
}

const RATES: &str = "currency,base,rate,date,source\nUSD,MAD,9.35,2026-11-01,x\n";
const CATALOGUE: &str = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence\n\
                         a-sim,a,a,SIM,sim,20,MAD,0MB,,s,2026-11-01,high\n\
                         a-pass,a,a,Pass,pass,10,MAD,1GB,7d,s,2026-11-01,high\n";

/// Random needs in CSV, the same in every run.
fn needs(count: u64) -> String {
    let mut random = Random::new(11);
    let mut text = "id,days,data\n".to_owned();
    for number in 0..count {
        let days = 1 + random.below(60);
        let gb = 1 + random.below(40);
        // Some rows are bad, and some ids need quotes.
        let id = if number % 7 == 0 { format!("\"n, {number}\"") } else { format!("n{number}") };
        let data = if random.below(50) == 0 { "much".to_owned() } else { format!("{gb}GB") };
        text += &format!("{id},{days},{data}\n");
    }
    text
}

#[test]
fn no_output_is_an_input() {
    let stay = "--days 3 --data 1GB";
    let schedule = "schedule --days 3 --data 1GB --from 2027-01-01";
    for (line, input, output) in [
        ("batch needs.csv -o needs.csv".to_owned(), "`needs.csv`", "`needs.csv`"),
        ("batch needs.csv -o ./soft".to_owned(), "`needs.csv`", "`./soft`"),
        ("batch soft -o hard".to_owned(), "`soft`", "`hard`"),
        ("batch needs.csv --resume ./soft".to_owned(), "`needs.csv`", "`./soft`"),
        ("batch --resume hard < soft".to_owned(), "standard input", "`hard`"),
        ("batch needs.csv --plans plans.csv --resume plans.csv".to_owned(), "`plans.csv`", "`plans.csv`"),
        ("batch needs.csv --rates rates.csv --resume rates.csv".to_owned(), "`rates.csv`", "`rates.csv`"),
        ("batch needs.csv --resume out >> out".to_owned(), "`out`", "standard output"),
        ("batch out.part -o out".to_owned(), "`out.part`", "out.part`"),
        ("batch - -o needs.csv < needs.csv".to_owned(), "standard input", "`needs.csv`"),
        ("batch -o hard < soft".to_owned(), "standard input", "`hard`"),
        ("batch < needs.csv >> needs.csv".to_owned(), "standard input", "standard output"),
        ("batch needs.csv >> needs.csv".to_owned(), "`needs.csv`", "standard output"),
        (format!("compare {stay} --plans plans.csv -o plans.csv"), "`plans.csv`", "`plans.csv`"),
        (format!("compare {stay} --plans plans.csv >> plans.csv"), "`plans.csv`", "standard output"),
        (format!("compare {stay} --plans - -o plans.csv < plans.csv"), "standard input", "`plans.csv`"),
        (format!("compare {stay} --rates rates.csv -o rates.csv"), "`rates.csv`", "`rates.csv`"),
        (format!("cost {stay} --rates rates.csv -o rates.csv"), "`rates.csv`", "`rates.csv`"),
        (format!("renew-steps {stay} --rates rates.csv -o rates.csv"), "`rates.csv`", "`rates.csv`"),
        (format!("{schedule} --plans plans.csv --ics plans.csv"), "`plans.csv`", "`plans.csv`"),
        (format!("{schedule} --rates rates.csv --ics rates.csv"), "`rates.csv`", "`rates.csv`"),
        ("batch needs.csv --rates rates.csv -o rates.csv".to_owned(), "`rates.csv`", "`rates.csv`"),
        ("plans check plans.csv -o plans.csv".to_owned(), "`plans.csv`", "`plans.csv`"),
        ("plans list --plans plans.csv --format csv -o plans.csv".to_owned(), "`plans.csv`", "`plans.csv`"),
        ("plans export --plans plans.csv -o plans.csv".to_owned(), "`plans.csv`", "`plans.csv`"),
        ("plans diff built-in plans.csv -o plans.csv".to_owned(), "`plans.csv`", "`plans.csv`"),
        ("plans import plans.csv --map esimdb -o plans.csv".to_owned(), "`plans.csv`", "`plans.csv`"),
        ("plans diff - built-in -o plans.csv < plans.csv".to_owned(), "standard input", "`plans.csv`"),
        ("faq --plans plans.csv -o plans.csv".to_owned(), "`plans.csv`", "`plans.csv`"),
    ] {
        let folder = Folder::new();
        folder.write("plans.csv", CATALOGUE);
        folder.write("rates.csv", RATES);
        folder.write("needs.csv", &needs(100));
        folder.write("out.part", &needs(100));
        folder.write("out", "");
        symlink("needs.csv", folder.path().join("soft")).unwrap();
        fs::hard_link(folder.path().join("needs.csv"), folder.path().join("hard")).unwrap();
        let before = folder.names();
        let said = folder.ends(&format!("timeout 20 simplan {line}"), 3);
        assert!(said.contains(input) && said.contains(output), "{line}: {said}");
        assert_eq!(folder.names(), before, "{line}");
        for (name, text) in [
            ("plans.csv", CATALOGUE.to_owned()),
            ("rates.csv", RATES.to_owned()),
            ("needs.csv", needs(100)),
            ("out.part", needs(100)),
        ] {
            assert_eq!(folder.read(name), text, "{line}: {name}");
        }
    }
}

#[test]
fn no_two_outputs_are_one_file() {
    let schedule = "simplan schedule --days 3 --data 1GB --from 2027-01-01";
    let folder = Folder::new();
    symlink("new", folder.path().join("to-new")).unwrap();
    for (line, output) in [
        ("--ics new -o ./new", "`new`"),
        ("--ics to-new -o new", "`to-new`"),
        ("--ics - ", "standard output"),
        ("--ics new > new", "standard output"),
        ("-o new > new", "standard output"),
    ] {
        let said = folder.ends(&format!("{schedule} {line}"), 3);
        assert!(said.contains(output), "{line}: {said}");
        let _ = fs::remove_file(folder.path().join("new"));
    }
    // What does no harm is allowed.
    folder.ends(&format!("{schedule} --ics /dev/null -o /dev/null > /dev/null"), 0);
    folder.ends(&format!("{schedule} --ics /dev/stdout -o answer | grep -q ^BEGIN:VCALENDAR"), 0);
    folder.ends(&format!("{schedule} --ics - -o /dev/null | tail -1 | grep -q ^END:VCALENDAR"), 0);
    folder.ends("simplan compare --days 3 --data 1GB -o - | grep -q '^3 days and 1 GB: '", 0);
}

#[test]
fn both_files_or_none() {
    let schedule = "simplan schedule --days 3 --data 1GB --from 2027-01-01";
    let folder = Folder::new();
    folder.write("answer", "before");
    for bad in ["/dev/full", "no/such/folder", "."] {
        for line in [format!("--ics new.ics -o {bad}"), format!("-o answer --ics {bad}")] {
            let said = folder.ends(&format!("{schedule} {line}"), 3);
            assert!(said.contains(bad), "{said}");
            assert_eq!(folder.names(), ["answer"], "{line}");
            assert_eq!(folder.read("answer"), "before", "{line}");
        }
    }
    folder.ends(&format!("{schedule} --ics new.ics > /dev/full"), 3);
    assert_eq!(folder.names(), ["answer"], "no calendar without its answer");
}

#[test]
fn many_writers_leave_one_whole_answer() {
    let folder = Folder::new();
    let line = "simplan plans list --format json -o answer.json";
    folder.ends(line, 0);
    let whole = folder.read("answer.json");
    let writers: Vec<Child> = (0..40).map(|_| folder.command(line).spawn().unwrap()).collect();
    for mut writer in writers {
        assert_eq!(folder.read("answer.json"), whole, "at no time is there less");
        assert!(writer.wait().unwrap().success());
    }
    assert_eq!(folder.names(), ["answer.json"]);
}

#[test]
fn a_batch_that_is_killed_goes_on_to_the_same_bytes() {
    let folder = Folder::new();
    folder.write("needs.csv", &needs(20_000));
    let mut random = Random::new(3);
    for (options, name) in
        [("", "whole.csv"), ("--top 3", "whole-3.csv"), ("--format ndjson --top 2", "whole.ndjson")]
    {
        folder.ends(&format!("simplan batch needs.csv {options} -o {name}"), 3);
        let whole = folder.read(name);
        for signal in ["INT", "TERM", "KILL", "KILL"] {
            let line = format!("exec simplan batch needs.csv {options} -o answers");
            let mut killed = 0;
            while !folder.path().join("answers").exists() {
                let mut run = folder.command(&line).stderr(Stdio::null()).spawn().unwrap();
                thread::sleep(Duration::from_millis(5 + random.below(60) * (1 + killed)));
                let _ = Command::new("kill").args([format!("-{signal}"), run.id().to_string()]).status();
                killed += u64::from(run.wait().unwrap().signal().is_some());
            }
            assert!(folder.read("answers") == whole, "{signal} {options}: other bytes after {killed} kills");
            assert!(!folder.path().join("answers.part").exists());
            fs::remove_file(folder.path().join("answers")).unwrap();
        }
    }
}

#[test]
fn what_an_interrupted_batch_left_is_continued_only_by_itself() {
    let folder = Folder::new();
    folder.write("needs.csv", &needs(300));
    folder.ends("simplan batch needs.csv -o whole.csv", 3);
    let whole = folder.read("whole.csv");
    let resume = "simplan batch needs.csv -o answers.csv";
    // Cut anywhere, even within the header, a character or a row.
    let mut random = Random::new(5);
    let cuts = (0..40).map(|_| random.index(whole.len())).chain([0, 5, whole.len() - 1, whole.len()]);
    for cut in cuts {
        fs::write(folder.path().join("answers.csv.part"), &whole.as_bytes()[..cut]).unwrap();
        // Some needs are bad, answered again or not.
        folder.ends(resume, 3);
        assert!(folder.read("answers.csv") == whole, "cut at {cut}");
        fs::remove_file(folder.path().join("answers.csv")).unwrap();
    }

    let part = &whole[..whole.len() / 2];
    for (line, said) in [
        (format!("{resume} --currency EUR"), "other answers"),
        (format!("{resume} --top 2"), "other answers"),
        (format!("{resume} --format ndjson"), "in this format"),
        (
            "tail -n +2 needs.csv | sed 1iid,days,data | simplan batch -o answers.csv".to_owned(),
            "other answers",
        ),
        ("head -20 needs.csv | simplan batch -o answers.csv".to_owned(), "more needs than there are (19)"),
    ] {
        folder.write("answers.csv.part", part);
        let error = folder.ends(&line, 3);
        assert!(error.contains(said) && error.contains("answers.csv.part"), "{line}: {error}");
        assert_eq!(folder.read("answers.csv.part"), part, "{line}: it is left as it was");
        assert!(!folder.path().join("answers.csv").exists());
    }
    folder.write("answers.csv.part", "id,days\nmine,3\n");
    assert!(folder.ends(resume, 3).contains("in this format"));

    // Another run holds it.
    folder.write("answers.csv.part", part);
    let held = File::options().write(true).open(folder.path().join("answers.csv.part")).unwrap();
    held.lock().unwrap();
    assert!(folder.ends(resume, 3).contains("another run is writing"));
    drop(held);
}

/// A second line for the catalogue, so that a need has two offers.
const SECOND_LINE: &str =
    "b-sim,b,b,SIM,sim,30,MAD,0MB,,s,2026-11-01,high\nb-pass,b,b,Pass,pass,10,MAD,2GB,7d,s,2026-11-01,high\n";

/// Four needs: one has two offers, one a line break and quotes in a cell that is carried through, one is bad.
const FOUR_CSV: &str =
    "id,days,data,note\na,30,20GB,\nb,7,3GB,\"é\n\"\"x\"\", y\"\n\"c, \",9,much,z\nd,9,1GB,\n";
const FOUR_NDJSON: &str = r#"{"id":"a","days":30,"data":"20GB"}
{"id":"b","days":7,"data":"3GB","note":"é\n\"x\", y"}
{"id":"c, ","days":9,"data":"much"}
{"id":"d","days":9,"data":"1GB"}
"#;

/// Cuts the answers in this format at every byte, and resumes.
#[track_caller]
fn check_every_cut(format: &str, needs: &str, rows: usize) {
    let folder = Folder::new();
    folder.write("needs", needs);
    folder.write("plans.csv", &format!("{CATALOGUE}{SECOND_LINE}"));
    let options = "--plans plans.csv --top 2 --threads 1";
    folder.ends(&format!("simplan batch needs {options} --format {format} > whole"), 3);
    let whole = folder.read("whole");
    assert_eq!(whole.lines().count(), rows, "{whole}");
    // The ending decides the format.
    let resume = format!("simplan batch needs {options} --resume answers.{format}");
    let answers = folder.path().join(format!("answers.{format}"));
    for cut in 0..=whole.len() {
        fs::write(&answers, &whole.as_bytes()[..cut]).unwrap();
        let output = folder.run(&resume);
        assert_eq!(output.status.code(), Some(3), "cut at {cut}: a need is bad");
        assert!(output.stdout.is_empty(), "cut at {cut}");
        assert!(fs::read_to_string(&answers).unwrap() == whole, "cut at {cut}");
    }
    assert_eq!(folder.names(), [format!("answers.{format}").as_str(), "needs", "plans.csv", "whole"]);
}

#[test]
fn csv_cut_at_any_byte_is_completed_by_resume() {
    // A header, two offers for each of three needs, and a bad need.
    check_every_cut("csv", FOUR_CSV, 8);
}

#[test]
fn ndjson_cut_at_any_byte_is_completed_by_resume() {
    check_every_cut("ndjson", FOUR_NDJSON, 7);
}

#[test]
fn resume_creates_a_file_and_leaves_a_complete_one_alone() {
    let folder = Folder::new();
    folder.write("needs.csv", &needs(100));
    // The first need, which is answered again by no run that continues, is bad.
    let text = folder.read("needs.csv").replacen("GB", "apples", 1);
    folder.write("needs.csv", &text);
    folder.ends("simplan batch needs.csv > whole.csv", 3);
    let resume = "simplan batch needs.csv --resume answers.csv";
    folder.ends(resume, 3);
    assert_eq!(folder.read("answers.csv"), folder.read("whole.csv"));

    // It is written to nowhere: a file that cannot change and one that did are told apart by the time of the change.
    let path = folder.path().join("answers.csv");
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    let said = folder.ends(resume, 3);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
    let bad = folder.read("whole.csv").lines().filter(|row| row.contains(",,error,")).count();
    assert!(said.contains(&format!("{bad} of 100 rows have errors")), "all rows count: {said}");

    // A link is followed, and answers that were appended by the shell are no other answers.
    folder.ends("head -c 3000 whole.csv > half.csv; ln -s half.csv link.csv", 0);
    folder.ends("simplan batch needs.csv --resume link.csv", 3);
    assert_eq!(folder.read("half.csv"), folder.read("whole.csv"));
    assert!(fs::symlink_metadata(folder.path().join("link.csv")).unwrap().is_symlink());
}

#[test]
fn resume_leaves_other_files_as_they_were() {
    let folder = Folder::new();
    folder.write("needs.csv", &needs(300));
    folder.ends("simplan batch needs.csv > whole.csv", 3);
    let half = &folder.read("whole.csv")[..10_000];
    let resume = "simplan batch needs.csv --resume answers.csv";
    for (text, line, said) in [
        (half, format!("{resume} --currency EUR"), "other answers"),
        (half, format!("{resume} --top 2"), "other answers"),
        (half, format!("{resume} --format ndjson"), "in this format"),
        (
            half,
            format!("sed 's/^id,/name,/' needs.csv | {}", resume.replace("needs.csv", "-")),
            "in this format",
        ),
        (
            half,
            format!("tail -n +3 needs.csv | sed 1iid,days,data | {}", resume.replace("needs.csv", "-")),
            "other answers",
        ),
        (
            half,
            format!("head -20 needs.csv | {}", resume.replace("needs.csv", "-")),
            "more needs than there are (19)",
        ),
        ("id,days\nmine,3\n", resume.to_owned(), "in this format"),
        ("my notes", resume.to_owned(), "in this format"),
        ("my notes", format!("{resume} --format ndjson"), "other answers"),
        ("", "simplan batch needs.csv --resume .".to_owned(), "directory"),
        ("", format!("{resume} -o new.csv"), "cannot be combined"),
    ] {
        folder.write("answers.csv", text);
        let output = folder.run(&line);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && output.stdout.is_empty(), "{line}");
        assert!(error.to_lowercase().contains(said), "{line}: {error}");
        assert_eq!(folder.read("answers.csv"), text, "{line}: it is left as it was");
        assert_eq!(folder.names(), ["answers.csv", "needs.csv", "whole.csv"], "{line}");
    }

    let held = File::options().write(true).open(folder.path().join("answers.csv")).unwrap();
    held.lock().unwrap();
    assert!(folder.ends(resume, 3).contains("another run is writing"));
}

#[test]
fn a_row_that_stops_a_batch_is_corrected_and_the_rest_follows() {
    let folder = Folder::new();
    folder.write("needs.csv", "id,days,data\na,3,1GB\nb,0,1GB\nc,7,1GB\n");
    let stop = "simplan batch needs.csv --fail-fast -o answers.csv";
    let said = folder.ends(stop, 3);
    assert!(
        said.contains("needs.csv:3:3: days") && said.contains(&format!("continue with: {stop}")),
        "{said}"
    );
    assert_eq!(folder.names(), ["answers.csv.part", "needs.csv"]);
    folder.ends("sed -i s/b,0/b,1/ needs.csv", 0);
    folder.ends(stop, 0);
    let ids: Vec<_> =
        folder.read("answers.csv").lines().map(|line| line.split(',').next().unwrap().to_owned()).collect();
    assert_eq!(ids, ["id", "a", "b", "c"]);
}

#[test]
fn the_mode_is_kept_and_links_are_followed() {
    let folder = Folder::new();
    folder.write("needs.csv", &needs(20));
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    folder.write("elsewhere/answers", "before");
    fs::set_permissions(folder.path().join("elsewhere/answers"), fs::Permissions::from_mode(0o604)).unwrap();
    symlink("elsewhere/answers", folder.path().join("link")).unwrap();
    for line in ["simplan batch needs.csv -o link", "simplan plans list -o link"] {
        let _ = folder.run(line);
        assert!(fs::symlink_metadata(folder.path().join("link")).unwrap().is_symlink(), "{line}");
        let mode = fs::metadata(folder.path().join("elsewhere/answers")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o604, "{line}");
        assert_ne!(folder.read("elsewhere/answers"), "before", "{line}");
        assert_eq!(folder.names(), ["elsewhere", "link", "needs.csv"], "{line}");
    }
    folder.ends(
        "mkfifo pipe; cat pipe > got & simplan batch needs.csv -o pipe; wait; grep -c . got > /dev/null",
        0,
    );
    assert_eq!(folder.read("got").lines().count(), 21);
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let folder = Folder::new();
    folder.write("needs.csv", &needs(2_000));
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&disk).status();
    if !mount.is_ok_and(|status| status.success()) {
        // Not by `eprintln!`, which the test runner keeps to itself.
        io::stderr().write_all(b"skipped: a small disk cannot be mounted\n").unwrap();
        return;
    }
    folder.write("disk/answer", "before");
    let table = folder.ends("simplan plans list --format json -o disk/answer", 3);
    let stay = "--days 3 --data 1GB --from 2027-01-01";
    folder.ends(&format!("head -c 57344 /dev/zero > disk/filler; simplan schedule {stay} --format json -o disk/answer --ics disk/new.ics"), 3);
    let left = (folder.read("disk/answer"), fs::read_dir(&disk).unwrap().count());
    let batch = folder.ends("rm disk/filler; simplan batch needs.csv -o disk/answers.csv", 3);
    let torn = folder.read("disk/answers.csv.part");
    let resumed =
        folder.run("mount -o remount,size=4m \"$PWD/disk\"; simplan batch needs.csv -o disk/answers.csv");
    let answers = folder.read("disk/answers.csv");
    folder.ends("umount \"$PWD/disk\"", 0);

    assert!(table.contains("No space left"), "{table}");
    assert_eq!(left, ("before".to_owned(), 2), "the answer as before, and the filler");
    assert!(batch.contains("needs are answered and kept; to continue: simplan batch needs.csv"), "{batch}");
    assert!(!torn.ends_with('\n') && answers.starts_with(&torn), "its torn row is completed");
    assert_eq!(resumed.status.code(), Some(3), "as some needs are bad");
    folder.ends("simplan batch needs.csv -o whole.csv", 3);
    assert!(answers == folder.read("whole.csv"));
}

#[test]
fn a_full_standard_output_is_told_and_has_nothing_to_go_on_from() {
    let folder = Folder::new();
    folder.write("needs.csv", "id,days,data\na,3,1GB\n");
    let said = folder.ends("simplan batch needs.csv > /dev/full", 3);
    assert_eq!(said, "error: cannot write the answer: No space left on device (os error 28)\n");
}

#[test]
fn a_batch_that_stops_on_standard_output_says_how_to_resume_if_that_is_a_file() {
    let folder = Folder::new();
    folder.write("needs.csv", "id,days,data\na,3,1GB\nb,0,1GB\n");
    let stop = "simplan batch needs.csv --fail-fast";
    let hint = format!("with the name of the file of answers for FILE: {stop} --resume FILE\n");
    assert!(folder.ends(&format!("{stop} > answers.csv"), 3).ends_with(&hint));
    assert!(folder.ends(&format!("{stop} >> answers.csv"), 3).ends_with(&hint));
    assert!(!folder.ends(&format!("set -o pipefail; {stop} | cat"), 3).contains("hint"));
    // A limit of the shell: no file may have more than 1024 bytes.
    folder.write("needs.csv", &needs(1000));
    let full = folder.ends("trap '' XFSZ; ulimit -f 1; simplan batch needs.csv > answers.csv", 3);
    assert!(
        full.contains("File too large") && full.contains("simplan batch needs.csv --resume FILE\n"),
        "{full}"
    );
    folder.ends("simplan batch needs.csv --resume answers.csv", 3);
    folder.ends("simplan batch needs.csv > whole.csv; cmp answers.csv whole.csv", 0);
}
