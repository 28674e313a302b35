//! Files as people have them: from spreadsheets, table programs and shells of other countries.

#[path = "common/mod.rs"]
mod common;

use common::runner::{Printed, simplan_with};
use simplan::cli::Exit;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// Runs the program on 25 November 2026 in a folder with one file, whose name is `FILE` in the arguments.
fn simplan_on(file: &[u8], arguments: &str) -> Printed {
    let folder = TempDir::new().unwrap();
    let path: PathBuf = folder.path().join("file");
    fs::write(&path, file).unwrap();
    let words = format!("{arguments} --today 2026-11-25");
    let words = words.split(' ').map(|word| match word {
        "FILE" => path.clone().into_os_string(),
        word => OsString::from(word),
    });
    let printed = simplan_with(None, words);
    let shown = path.display().to_string();
    Printed { err: printed.err.replace(&shown, "FILE"), out: printed.out.replace(&shown, "FILE"), ..printed }
}

/// A catalogue with a name in French, a price with decimals and a note with a comma.
const PLANS: &str = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence,note\n\
                     sim,l,o,Démarrage,sim,20,MAD,,,s,2026-11,high,\n\
                     a,l,o,Forfait,pass,9.50,MAD,2GB,7d,s,2026-11,high,\"seen, twice\"\n\
                     b,l,o,Mini,pass,3,MAD,500MB,1d,s,2026-11,high,\n";

/// The same catalogue with another delimiter, with which its note needs no quotes.
fn delimited(delimiter: &str) -> String {
    PLANS.replace(',', delimiter).replace(&format!("\"seen{delimiter} twice\""), "seen, twice")
}

fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes_of).collect()
}

const COMPARE: &str = "compare --days 10 --data 2GB --plans FILE --format tsv";

/// Checks that a file is the catalogue above, and what is said about it.
#[track_caller]
fn same_catalogue(what: &str, file: &[u8], options: &str, warnings: &str) {
    let expected = simplan_on(PLANS.as_bytes(), COMPARE);
    assert!(
        expected.out.contains("\t38.50\t"),
        "20, 9.50 for a week, 3 for each other day: {}",
        expected.out
    );
    let found = simplan_on(file, &format!("{COMPARE}{options}"));
    assert_eq!(found.out, expected.out, "{what}: {}", found.err);
    assert_eq!(found.err, warnings, "{what}");
    let checked = simplan_on(file, &format!("plans check FILE{options}"));
    assert_eq!((checked.exit, checked.err.as_str()), (Exit::Answer, ""), "{what}");
    let is_warned = checked.out.contains(": warning: column 1 has no name");
    assert_eq!(is_warned, !warnings.is_empty(), "{what}: {}", checked.out);
}

#[test]
fn a_catalogue_is_read_however_it_was_saved() {
    same_catalogue("a spreadsheet in French", delimited(";").replace("9.50", "9,50").as_bytes(), "", "");
    same_catalogue("copied cells", delimited("\t").as_bytes(), "", "");
    same_catalogue("a pipe as delimiter", delimited("|").as_bytes(), " --delimiter |", "");
    same_catalogue("a line for Excel", format!("sep=;\r\n{}", delimited(";")).as_bytes(), "", "");
    same_catalogue("UTF-8 with a mark", format!("\u{feff}{PLANS}").as_bytes(), "", "");
    same_catalogue("UTF-16 from Windows", &utf_16(PLANS, u16::to_le_bytes), "", "");
    same_catalogue("UTF-16 the other way", &utf_16(&delimited("\t"), u16::to_be_bytes), "", "");
    let latin: Vec<u8> = PLANS.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    same_catalogue("Windows-1252", &latin, " --encoding windows-1252", "");
    same_catalogue("old line ends", PLANS.replace('\n', "\r").as_bytes(), "", "");
    let upper = PLANS.replacen("id,line,operator,name", "ID, Line ,OPERATOR,Name", 1);
    same_catalogue("a header with capitals and blanks", upper.as_bytes(), "", "");
}

#[test]
fn blank_columns_and_rows_of_spreadsheets_are_no_plans() {
    let wide = PLANS.lines().map(|line| format!("{line},,\r\n")).collect::<String>();
    let padding = ",".repeat(14) + "\r\n";
    same_catalogue("trailing columns and rows", format!("{wide}{padding}{padding}").as_bytes(), "", "");
    let rows_only = PLANS.lines().map(|line| format!("{line}\r\n,,,\r\n")).collect::<String>();
    same_catalogue("rows without text between the plans", rows_only.as_bytes(), "", "");
    let indexed = PLANS.lines().enumerate().map(|(row, line)| match row {
        0 => format!(",{line}\n"),
        row => format!("{},{line}\n", row - 1),
    });
    same_catalogue(
        "the index of a data frame",
        indexed.collect::<String>().as_bytes(),
        "",
        "FILE:1:1: warning: column 1 has no name: it is ignored\n",
    );
    let extra = PLANS.replace("high,\n", "high,,x\n");
    let error = "FILE:2:48: error: the row has 14 cells, expected 13 as in the header\n";
    assert!(simplan_on(extra.as_bytes(), COMPARE).err.starts_with(error));
}

/// Checks the beginning of the errors of a catalogue.
#[track_caller]
fn refused(file: &[u8], expected: &str) {
    let printed = simplan_on(file, COMPARE);
    assert!(printed.err.starts_with(expected), "{}", printed.err);
    assert_eq!(printed.exit, Exit::Data);
}

#[test]
fn what_cannot_be_read_is_named() {
    refused(
        b"id,line,operator,name,kind\na,l,o,caf\xe9,pass\n",
        "FILE:2:7: error: name: this cell is not UTF-8 text\n\
         error: 1 problem in FILE; the file was not used\n  \
         hint: the file is probably in another encoding: `--encoding windows-1252` reads it\n",
    );
    refused(
        b"id,line,operator,name,kind\na,l,o,\xcc\xd7\xb2\xcd,pass\n",
        "FILE:2:7: error: name: this cell is not UTF-8 text\n\
         error: 1 problem in FILE; the file was not used\n  \
         hint: the file is probably in another encoding: `--encoding gbk` reads it\n",
    );
    refused(
        format!("# prices of November\n{PLANS}").as_bytes(),
        "FILE:1:1: error: the file begins with a comment, expected the header row on its first line\n",
    );
    refused(
        PLANS.replacen("validity", "validty", 1).as_bytes(),
        "FILE:1:48: error: unknown column `validty`: did you mean `validity`?\n",
    );
    refused(
        PLANS.replacen("operator", "operater", 1).as_bytes(),
        "FILE:1:9: error: unknown column `operater`: did you mean `operator`?\n",
    );
    refused(
        PLANS.replacen("2026-11,", "Nov-26,", 1).as_bytes(),
        "FILE:2:34: error: verified_on: `Nov-26` is what a spreadsheet makes of a date, expected one such as `2026-12-01`\n",
    );
}

/// The CSV answers to needs, without the header, and standard error.
fn answers(needs: &[u8], options: &str) -> (String, String) {
    let printed = simplan_on(needs, &format!("batch FILE{options}"));
    let answers = printed.out.lines().skip(1).map(|line| format!("{line}\n")).collect();
    (answers, printed.err)
}

#[test]
fn needs_are_read_however_they_were_saved() {
    let (expected, _) = answers(b"id,days,data,resident\na,30,1.5GB,yes\nb,7,3GB,no\n", "");
    assert_eq!(expected.lines().count(), 2);
    let piped = answers(b"id|days|data|resident\na|30|1.5GB|vrai\nb|7|3GB|non\n", " --delimiter |").0;
    assert_eq!(piped, expected.replace(',', "|"));
    for (file, options) in [
        (&b"sep=;\r\nid;days;data;resident\r\na;30,0;1,5GB;OUI\r\nb;7;3GB;FAUX\r\n"[..], ""),
        (b"ID\tDays\tData\tResident\na\t30.0\t1.5GB\t1.0\nb\t7\t3GB\tn\n", ""),
        (b"id,days,data,resident,,\na,30,1.5GB,TRUE,,\n,,,,,\nb,7,3GB,FALSE,,\n,,,,,\n", ""),
        ("id,days,data,resident\na,30,1.5GB,是\nb,7,3GB,否\n".as_bytes(), ""),
        (b"id,days,data,resident\na,3e1,1.5GB,yes\nb,7.0e+00,3GB,no\n", ""),
        (b"id,days,data,resident\na,30,1.5GB,\xca\xc7\nb,7,3GB,\xb7\xf1\n", " --encoding gbk"),
        (&utf_16("id,days,data,resident\na,30,1.5GB,y\nb,7,3GB,0\n", u16::to_le_bytes), ""),
        (
            br#"{"id":"a","days":3e1,"data":"1.5GB","resident":true}
{"id":"b","days":7.0,"data":"3GB","resident":0.0}"#,
            " --csv",
        ),
    ] {
        let (found, errors) = answers(file, options);
        assert_eq!(found, expected, "{}: {errors}", String::from_utf8_lossy(file));
    }
}

#[test]
fn other_json_than_an_object_on_each_line_is_named() {
    for (file, expected) in [
        (&b"[{\"id\":1,\"days\":30,\"data\":\"20GB\"}]"[..], "FILE:1:1: error: the needs are a JSON array"),
        (b"\n {\n\"id\":1,\"days\":30}\n", "FILE:1:1: error: this JSON object goes on in the next line"),
    ] {
        let printed = simplan_on(file, "batch FILE");
        assert!(printed.err.starts_with(expected), "{}", printed.err);
        assert_eq!((printed.out.as_str(), printed.exit), ("", Exit::Data));
    }
}

#[test]
fn answers_for_spreadsheets() {
    let compare = COMPARE.replace("tsv", "csv");
    let printed = simplan_on(PLANS.as_bytes(), &format!("{compare} --bom --delimiter ;"));
    let plain = simplan_on(PLANS.as_bytes(), &compare);
    let mut reader = csv::Reader::from_reader(plain.out.as_bytes());
    let expected: Vec<_> = reader.records().map(Result::unwrap).collect();
    let text = printed.out.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    assert_eq!(reader.records().map(Result::unwrap).collect::<Vec<_>>(), expected);
    let needs = b"id,days,data,note\na,7,3GB,x;y\nb,7,z,\n";
    let (commas, _) = answers(needs, "");
    let printed = simplan_on(needs, "batch FILE --bom --delimiter ;");
    let text = printed.out.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let mut plain = csv::ReaderBuilder::new().has_headers(false).from_reader(commas.as_bytes());
    let expected: Vec<_> = plain.records().map(Result::unwrap).collect();
    assert_eq!(expected.len(), 2);
    assert_eq!(reader.records().map(Result::unwrap).collect::<Vec<_>>(), expected);
    let refused = simplan_on(PLANS.as_bytes(), "compare --days 10 --data 2GB --plans FILE --bom");
    let error = "error: --bom: `table` has no byte order mark: --bom works only with csv and tsv\n";
    assert_eq!((refused.err.as_str(), refused.exit), (error, Exit::Usage));
}

#[test]
fn a_large_catalogue_gives_the_same_answer_with_each_delimiter() {
    let rows = (0..30_000).map(|row| {
        let price = 5 + row % 90;
        format!(
            "p{row},l{},o{},Pass {row},pass,{price},MAD,{}GB,7d,s,2026-11,high\n",
            row % 40,
            row % 40,
            1 + row % 7
        )
    });
    let header = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence\n";
    let commas = format!("{header}{}", rows.collect::<String>());
    let expected = simplan_on(commas.as_bytes(), COMPARE);
    assert_eq!(expected.exit, Exit::Answer);
    assert!(commas.len() > 1 << 20, "it is read in blocks");
    for delimiter in [";", "\t"] {
        let found = simplan_on(commas.replace(',', delimiter).as_bytes(), COMPARE);
        assert_eq!((found.out.as_str(), found.err.as_str()), (expected.out.as_str(), ""), "{delimiter}");
    }
    let wide = simplan_on(commas.replace('\n', ",,\r\n").as_bytes(), COMPARE);
    assert_eq!(wide.out, expected.out);
}
