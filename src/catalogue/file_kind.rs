//! What a file is that is not a table, as its first bytes show. People name the workbook instead of the CSV file that they
//! saved from it, or keep the error page of a download.

/// How files of other kinds begin, after blanks, and the word for the kind.
const BEGINNINGS: [(&[u8], &str); 13] = [
    (b"PK\x03\x04", "file-workbook"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file-workbook"),
    (b"\x1f\x8b", "file-compressed"),
    (b"\x28\xb5\x2f\xfd", "file-compressed"),
    (b"\xfd7zXZ\0", "file-compressed"),
    (b"BZh", "file-compressed"),
    (b"%PDF-", "file-pdf"),
    (b"PAR1", "file-parquet"),
    (b"SQLite format 3\0", "file-database"),
    (b"<", "file-markup"),
    (b"{\"", "file-json"),
    (b"[{", "file-json"),
    (b"[]", "file-json"),
];

/// The word for the kind of a file that is certainly not a table. The bytes begin after a byte order mark.
pub fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let text = bytes.trim_ascii_start();
    BEGINNINGS.iter().find(|(beginning, _)| text.starts_with(beginning)).map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(other_kind(bytes), expected, "{}", bytes.escape_ascii());
    }

    #[test]
    fn files_that_are_not_tables() {
        check(b"PK\x03\x04\x14\0\x06\0", Some("file-workbook"));
        check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Some("file-workbook"));
        check(b"\x1f\x8b\x08\0", Some("file-compressed"));
        check(b"\n<!DOCTYPE html>\n", Some("file-markup"));
        check(b"<?xml version=\"1.0\"?>", Some("file-markup"));
        check(b"[{\"id\": 1}]", Some("file-json"));
        check(b"{\"id\": 1}", Some("file-json"));
        check(b"%PDF-1.7\n%\xe2\xe3", Some("file-pdf"));
        check(b"PAR1\x15\x04", Some("file-parquet"));
    }

    #[test]
    fn what_may_be_a_table() {
        for text in
            ["", "id,days", "\"<b>\",id", "PK,id", "sep=;\nid", "BZ,id", "[id],[days]", "{id},days", "%,id"]
        {
            check(text.as_bytes(), None);
        }
    }
}
