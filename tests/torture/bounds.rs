//! Memory, time and threads are bounded, whatever is read.

use crate::SIMPLAN;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Runs a line of bash with `simplan` in its path, with at most this much address space, in MiB.
fn limited(folder: &Path, mib: u64, line: &str) -> Output {
    Command::new("bash")
        .args(["-c", &format!("ulimit -v {}; {line}", mib * 1024)])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", Path::new(SIMPLAN).parent().unwrap().display()))
        .output()
        .unwrap()
}

/// The same with a line that has to end with this code and to say this.
#[track_caller]
fn ends(folder: &Path, line: &str, code: i32, said: &str) {
    let output = limited(folder, 400, &format!("timeout 60 {line}"));
    let error = String::from_utf8_lossy(&output.stderr);
    // A check answers with what it finds.
    let answer = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(code), "{line}: {error}");
    assert!(error.contains(said) || answer.contains(said), "{line}: {error}");
}

#[test]
fn memory_and_time_are_bounded() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let at = |line: &str, code: i32, said: &str| ends(folder.path(), line, code, said);
    let stay = "--days 3 --data 1GB";
    for command in ["compare", "cost", "schedule", "renew-steps"] {
        at(
            &format!("simplan {command} {stay} --plans /dev/zero"),
            3,
            "/dev/zero:1:1: error: this row has more than",
        );
    }
    at("simplan plans check /dev/zero", 3, "/dev/zero:1:1: error: this row has more than");
    at("simplan plans list --plans /dev/zero", 3, "/dev/zero:1:1: error: this row has more than");
    at(&format!("simplan compare {stay} --rates /dev/zero"), 3, "larger than 1 MiB");
    at("simplan batch /dev/zero", 3, "");

    let header = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence";
    let row = |id: &str, name: &str| format!("{id},l,o,{name},pass,5,MAD,1GB,7d,s,2026-11-01,high\n");
    // A record of a few MB, at the beginning, in the middle and at the end of a large file.
    let rows: String = (0..20_000).map(|id| row(&format!("p{id}"), "Pass")).collect();
    let long = row("long", &"x".repeat(3 << 20));
    write("long.csv", &format!("{header}\n{}{long}{}", &rows, row("last", "Pass")));
    for line in [
        "plans check long.csv",
        &format!("compare {stay} --plans long.csv"),
        &format!("cost {stay} --plans long.csv"),
    ] {
        at(&format!("simplan {line}"), 3, "long.csv:20002:1: error: this row has more than 1048576 bytes");
    }
    write("open.csv", &format!("{header}\n\"{}", "a,b\n".repeat(1 << 20)));
    at(&format!("simplan compare {stay} --plans open.csv"), 3, "open.csv:2:1");

    // Wide headers and large cells take time in proportion.
    let names: String = (0..100_000).map(|at| format!(",c{at}")).collect();
    write("wide.csv", &format!("{header}{names}\n{}{}\n", row("a", "A").trim_end(), ",".repeat(100_000)));
    at(&format!("simplan compare {stay} --plans wide.csv"), 0, "unknown column `c0`: it is ignored");
    at("simplan plans show a --plans wide.csv", 0, "");
    write("twice.csv", &format!("{header}{}\n", ",c".repeat(100_000)));
    at("simplan plans check twice.csv", 3, "the column `c` occurs twice");
    write("wide-needs.csv", &format!("days,data{names}\n3,1GB{}\n", ",".repeat(100_000)));
    at("simplan batch wide-needs.csv", 0, "");
    let keys: String = (0..90_000).map(|at| format!(",\"k{at}\":1")).collect();
    write("wide-needs.ndjson", &format!("{{\"days\":3,\"data\":\"1GB\"{keys}}}\n"));
    at("simplan batch wide-needs.ndjson", 0, "unknown column `k0`: it is ignored");
    let cell = "a-b://c d \"\"".repeat(80_000);
    write("cell.csv", &format!("{header},note\n{},\"{cell}\"\n", row("a", "\"Pass\"").trim_end()));
    for format in ["table", "text", "markdown", "json", "csv", "tsv", "html"] {
        at(&format!("simplan plans show a --plans cell.csv --format {format} > /dev/null"), 0, "");
    }
    write(
        "name.csv",
        &format!("{header}\n{}", row("a", &format!("\"{}\"", "https://a.b/c-d ".repeat(60_000)))),
    );
    for format in ["table", "text", "json"] {
        at(&format!("simplan compare {stay} --plans name.csv --format {format} > /dev/null"), 0, "");
    }
    at(
        "simplan faq $(head -c 30000 /dev/zero | sed 's/\\x00/龘 /g') $(head -c 30000 /dev/zero | sed 's/\\x00/靐/g')",
        1,
        "…`",
    );
    at("simplan compare --days 3 --data $(head -c 100000 /dev/zero | tr '\\0' 9)GB", 2, "…`");
    at(&format!("simplan compare {stay} --operator $(head -c 100000 /dev/zero | tr '\\0' a)"), 2, "…`");
}

#[test]
fn a_check_of_standard_input_streams() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let header = "id,line,operator,name,kind,source,verified_on,confidence";
    let rows = format!(
        "{{ echo {header}; seq 1000000 | sed 's/.*/p&,l,o,A plan with a long name that takes its place,pass,s,2026-11-01,high/'; }}"
    );
    // 77 MB of rows: of each only eight bytes are kept.
    let check = "simplan plans check - --today 2026-11-27";
    let output = limited(folder.path(), 160, &format!("{rows} | {check}"));
    let found = String::from_utf8_lossy(&output.stdout).replace("\neach", " each");
    let end = "-: 1000000 plans, no errors, no warnings, 1 note. The file is too large to compare the plans with each other.\n";
    assert!(found.ends_with(end), "{output:?}");
    let twice = format!("{{ {rows}; echo p7,l,o,A,pass,s,2026-11-01,high; }} | {check} --threads 2");
    let output = limited(folder.path(), 200, &twice);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("-:1000002:1: error: id: the id `p7` is already on line 8 [id-twice]\n"), "{said}");
}

#[test]
fn threads_that_cannot_be_started_are_done_without() {
    let folder = TempDir::new().unwrap();
    let program = folder.path().join("simplan");
    fs::copy(SIMPLAN, &program).unwrap();
    let header = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence\n";
    let rows: String = (0..30_000)
        .map(|id| format!("p{id},l{},o,A,pass,{},MAD,1GB,7d,s,2026-11-01,high\n", id % 9, 5 + id % 90))
        .collect();
    fs::write(folder.path().join("plans.csv"), format!("{header}{rows}")).unwrap();
    fs::write(folder.path().join("needs.csv"), format!("id,days,data\n{}", "a,3,1GB\n".repeat(9_000)))
        .unwrap();
    let _ = Command::new("chmod").args(["-R", "a+rX"]).arg(folder.path()).status();
    // A limit of processes holds for nobody, and not for root.
    let run = |limit: &str, line: &str| {
        Command::new("setpriv")
            .args(["--reuid=65534", "--regid=65534", "--clear-groups", "prlimit", limit])
            .arg(&program)
            .args(line.split(' '))
            .current_dir(folder.path())
            .output()
    };
    for line in ["compare --days 30 --data 3GB --plans plans.csv --threads 8", "batch needs.csv --threads 8"]
    {
        let free = run("--nproc=1000", line).ok().filter(|free| free.status.success());
        let Some(free) = free else {
            // Not by `eprintln!`, which the test runner keeps to itself.
            io::stderr().write_all(b"skipped: this user cannot become nobody\n").unwrap();
            return;
        };
        for limit in ["--nproc=1", "--nproc=2", "--nproc=4"] {
            let output = run(limit, line).unwrap();
            assert_eq!(output.status.code(), Some(0), "{limit} {line}: {output:?}");
            assert!(output.stdout == free.stdout, "{limit} {line}");
        }
    }
}
