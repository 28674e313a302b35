//! Writes comma-separated values, RFC 4180.

use super::grid::Grid;
use crate::catalogue::delimiter::Delimiter;

/// How rows of text are written.
#[derive(Clone, Copy, Debug)]
pub struct CsvForm {
    /// What separates the cells of CSV.
    pub delimiter: Delimiter,
    /// Whether the text begins with a byte order mark.
    pub has_mark: bool,
}

impl CsvForm {
    /// The form of the standard.
    pub const PLAIN: Self = Self { delimiter: Delimiter::COMMA, has_mark: false };

    /// A text with the byte order mark before it, if it is wanted.
    pub fn marked(self, text: String) -> String {
        if self.has_mark { format!("\u{feff}{text}") } else { text }
    }
}

/// Writes a grid as CSV with a header row. Lines end with `\n`, as shells expect.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn csv(grid: &Grid, delimiter: Delimiter) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter.byte()).from_writer(Vec::new());
    let heads = grid.heads.iter().map(|head| head.title.as_str());
    writer.write_record(heads).expect("memory takes every record");
    for row in &grid.rows {
        writer.write_record(row).expect("every row is as long as the header");
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("text stays text")
}

/// Rows of CSV with another delimiter.
///
/// # Panics
/// Never: memory takes every record.
pub fn redelimited(rows: String, delimiter: Delimiter) -> String {
    if delimiter == Delimiter::COMMA {
        return rows;
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rows.as_bytes());
    let mut builder = csv::WriterBuilder::new();
    let mut writer = builder.flexible(true).delimiter(delimiter.byte()).from_writer(Vec::new());
    for record in reader.records().filter_map(Result::ok) {
        writer.write_record(&record).expect("memory takes every record");
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("text stays text")
}

/// Appends a cell, in double quotes if RFC 4180 demands them. The caller writes the commas and the end of the row.
pub(super) fn push_cell(text: &mut String, cell: &str) {
    if !cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    for (index, part) in cell.split('"').enumerate() {
        if index > 0 {
            text.push_str("\"\"");
        }
        text.push_str(part);
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::grid::{Head, Shape};

    #[test]
    fn a_real_parser_reads_it_back() {
        let cells = ["a,b", "say \"hi\"\nthere", "", "é 套餐"].map(str::to_owned).to_vec();
        let heads =
            ["w", "x", "y", "z"].map(|title| Head { title: title.into(), shape: Shape::Text }).to_vec();
        let grid = Grid { heads, rows: vec![cells.clone()], marks: vec![], text_lines: None };
        let text = csv(&grid, Delimiter::COMMA);
        let mut other = csv::ReaderBuilder::new();
        let semicolons = csv(&grid, Delimiter::SEMICOLON);
        let mut other = other.delimiter(b';').from_reader(semicolons.as_bytes());
        assert_eq!(other.records().next().unwrap().unwrap(), csv::StringRecord::from(cells.clone()));
        let mut pushed = "w,x,y,z".to_owned();
        for (index, cell) in cells.iter().enumerate() {
            pushed.push(if index == 0 { '\n' } else { ',' });
            push_cell(&mut pushed, cell);
        }
        assert_eq!(pushed + "\n", text);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let read: Vec<_> = reader.records().next().unwrap().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(read, cells);
    }
}
