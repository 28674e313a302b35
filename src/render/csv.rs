//! Comma-separated values.

use super::grid::Grid;

/// The grid as RFC 4180 text with a header row; lines end with `\n`, as shells expect.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn csv(grid: &Grid) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heads = grid.heads.iter().map(|head| head.title.as_str());
    writer.write_record(heads).expect("memory takes every record");
    for row in &grid.rows {
        writer.write_record(row).expect("every row is as long as the header");
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("text stays text")
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
        let text = csv(&Grid { heads, rows: vec![cells.clone()], marks: vec![] });
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let read: Vec<_> = reader.records().next().unwrap().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(read, cells);
    }
}
