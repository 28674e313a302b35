//! The user's own prices: rows that are laid over a catalogue.
//!
//! A row with the id of a plan replaces the cells of that plan that are not blank in it. Any other row is a new plan, or,
//! if it has no cell that a plan must have, a change for another catalogue.

use super::Catalogue;
use super::columns::{COLUMNS, REQUIRED};
use super::problems::{Diagnostic, Problems, is_out_of_bounds};
use super::table::Header;
use crate::domain::error::{Error, Figure};
use crate::domain::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};

/// The cells of a row by column; blank ones are left out.
pub type OverlayRow = BTreeMap<String, String>;

/// A catalogue with an overlay.
#[derive(Clone, Debug)]
pub struct Overlaid {
    /// All plans.
    pub catalogue: Catalogue,
    /// The plans that the overlay changes or adds.
    pub ids: BTreeSet<Slug>,
    /// The ids of rows that change a plan which the catalogue does not have.
    pub unknown: Vec<String>,
}

/// Lays rows over a catalogue, the bytes of a valid file.
///
/// # Errors
/// Every problem of the rows, at its place in the overlay.
pub fn overlaid(catalogue: &[u8], overlay: &[u8]) -> Result<Overlaid, Problems> {
    let base = placed_rows(catalogue)?;
    let own = placed_rows(overlay)?;
    let mut rows: Vec<OverlayRow> = base.into_iter().map(|row| row.cells).collect();
    // The place in the overlay of each row that it has changed or added.
    let mut places: BTreeMap<usize, PlacedRow> = BTreeMap::new();
    let mut unknown = Vec::new();
    let mut twice = Vec::new();
    for row in own {
        let id = row.cells.get("id");
        let known = rows.iter().position(|known| id.is_some() && known.get("id") == id);
        if known.is_none()
            && let Some(id) = id
            && REQUIRED.iter().all(|column| *column == "id" || !row.cells.contains_key(*column))
        {
            unknown.push(id.clone());
            continue;
        }
        let index = known.unwrap_or(rows.len());
        if let Some(first) = places.get(&index) {
            let error = Error::new("id-twice").with("value", id.cloned().unwrap_or_default());
            twice.push(row.problem(Some("id"), error.with("first_line", first.line)));
            continue;
        }
        match rows.get_mut(index) {
            Some(known) => known.extend(row.cells.clone()),
            None => rows.push(row.cells.clone()),
        }
        places.insert(index, row);
    }
    let merged = written(&rows);
    let places = Places::new(merged.as_bytes(), places)?;
    let catalogue = match Catalogue::parse(merged.as_bytes()) {
        Ok(catalogue) => catalogue,
        Err(problems) => {
            let mut problems = places.relocated(problems);
            problems.add(twice.into());
            return Err(problems);
        }
    };
    // A catalogue may have rows that are left out; the user's own ones may not be lost.
    let is_lost =
        |warning: &&Diagnostic| is_out_of_bounds(&warning.error) && places.row(warning.line).is_some();
    let lost: Vec<_> = catalogue.warnings.iter().filter(is_lost).cloned().collect();
    if !(lost.is_empty() && twice.is_empty()) {
        let mut problems = places.relocated(lost.into());
        problems.add(twice.into());
        return Err(problems);
    }
    let changed = places.rows.values().filter(|row| row.cells.len() > 1);
    let ids = changed.filter_map(|row| Slug::parse(row.cells.get("id")?).ok()).collect();
    Ok(Overlaid { catalogue, ids, unknown })
}

/// The rows of an overlay.
///
/// # Errors
/// What makes the file unreadable: its header, its quotes, its encoding.
pub fn rows(overlay: &[u8]) -> Result<Vec<OverlayRow>, Problems> {
    Ok(placed_rows(overlay)?.into_iter().map(|row| row.cells).collect())
}

/// Rows as a CSV file that [`rows`] reads back. Only columns with a value are written, and always the id.
///
/// # Panics
/// Never: memory can be written to.
pub fn written(rows: &[OverlayRow]) -> String {
    let is_used = |column: &str| column == "id" || rows.iter().any(|row| row.contains_key(column));
    let columns: Vec<&str> = COLUMNS.into_iter().filter(|column| is_used(column)).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = std::iter::once(columns.clone());
    let cells = rows
        .iter()
        .map(|row| columns.iter().map(|column| row.get(*column).map_or("", |text| text)).collect());
    for record in header.chain(cells) {
        writer.write_record(record).expect("memory can be written to");
    }
    let bytes = writer.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("only texts are written")
}

/// A row with its place.
struct PlacedRow {
    cells: OverlayRow,
    line: u64,
    /// The character of the line at which each cell begins, by column.
    places: BTreeMap<String, u64>,
}

impl PlacedRow {
    /// A problem at the place of a cell, or at the beginning of the row if it has no such cell.
    fn problem(&self, cell: Option<&str>, error: Error) -> Diagnostic {
        let column = cell.and_then(|cell| self.places.get(cell)).copied().unwrap_or(1);
        Diagnostic { line: self.line, column, cell: cell.map(str::to_owned), error }
    }
}

fn placed_rows(bytes: &[u8]) -> Result<Vec<PlacedRow>, Problems> {
    let (header, mut rows) = Header::read(bytes, &["id"], None)?;
    let names: Vec<String> = header.names().iter().map(|name| name.to_ascii_lowercase()).collect();
    let mut placed = Vec::new();
    let mut problems = Problems::default();
    while let Some(row) = rows.next(&header) {
        match row {
            Ok(row) => {
                let mut found =
                    PlacedRow { cells: OverlayRow::new(), line: row.line(), places: BTreeMap::new() };
                for (index, name) in names.iter().enumerate() {
                    let place = row.problem(index, Error::new("cell-needed")).column;
                    found.places.insert(name.clone(), place);
                    if let Some(text) = row.text(Some(index)) {
                        found.cells.insert(name.clone(), text.to_owned());
                    }
                }
                placed.push(found);
            }
            Err(problem) => problems.add_row(&mut vec![problem]),
        }
    }
    if problems.count == 0 { Ok(placed) } else { Err(problems) }
}

/// The rows of an overlay by the lines of a merged catalogue.
struct Places {
    rows: BTreeMap<u64, PlacedRow>,
}

impl Places {
    /// The places of rows that are known by their index in a merged catalogue. A row may take several lines there.
    fn new(merged: &[u8], mut of_index: BTreeMap<usize, PlacedRow>) -> Result<Self, Problems> {
        let lines = placed_rows(merged)?.into_iter().map(|row| row.line).enumerate();
        let rows = lines.filter_map(|(index, line)| Some((line, of_index.remove(&index)?))).collect();
        Ok(Self { rows })
    }

    /// The row of the overlay that begins on a line of the merged catalogue.
    fn row(&self, line: u64) -> Option<&PlacedRow> {
        self.rows.get(&line)
    }

    /// Problems of the merged catalogue at their places in the overlay.
    fn relocated(&self, problems: Problems) -> Problems {
        let first = problems.first.into_iter().map(|problem| self.relocate(problem)).collect();
        Problems { first, count: problems.count }
    }

    /// A problem at its place in the overlay. The catalogue alone is valid, so a problem of one of its rows comes from the
    /// row that it names, or from any other.
    fn relocate(&self, problem: Diagnostic) -> Diagnostic {
        let named = match problem.error.figure("first_line") {
            Some(Figure::Count(line)) => self.row(line),
            _ => None,
        };
        let Some(row) = self.row(problem.line).or(named).or(self.rows.values().next()) else {
            return problem;
        };
        let error = problem.error.repeating("first_line", named.unwrap_or(row).line);
        row.problem(problem.cell.as_deref(), error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;

    const BASE: &str = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence\n\
                        sim,l,o,SIM,sim,20,MAD,,,s,2026-11,high\n\
                        a,l,o,\"Pass, A\",pass,10,MAD,2GB,7d,s,2026-11,high\n";

    /// Checks the plans after an overlay, each as `id price data`, and the ids of the overlay.
    #[track_caller]
    fn check(overlay: &str, plans: &[&str], ids: &[&str]) {
        let overlaid = overlaid(BASE.as_bytes(), overlay.as_bytes()).unwrap();
        let found = overlaid.catalogue.plans.iter().map(|plan| {
            let price = plan.price.map_or_else(|| "?".to_owned(), Money::amount_text);
            let data = plan.allowance.map_or_else(|| "?".to_owned(), |data| data.to_string());
            format!("{} {price} {data}", plan.id)
        });
        assert_eq!(found.collect::<Vec<_>>(), plans, "{overlay}");
        assert_eq!(overlaid.ids.iter().map(Slug::as_str).collect::<Vec<_>>(), ids, "{overlay}");
    }

    #[test]
    fn a_row_replaces_what_it_says_and_a_new_one_is_added() {
        check("id\n", &["sim 20.00 ?", "a 10.00 2GB"], &[]);
        check("id,price\na,\n", &["sim 20.00 ?", "a 10.00 2GB"], &[]);
        check("id,price\na,12.50\n", &["sim 20.00 ?", "a 12.50 2GB"], &["a"]);
        // A blank cell leaves the value.
        check("ID,Price,Data\na,,3GB\nsim,0,\n", &["sim 0.00 ?", "a 10.00 3GB"], &["a", "sim"]);
        let new = "id,line,operator,name,kind,price,currency,data,validity\nb,l,o,B,pass,5,MAD,1GB,3d\n";
        check(new, &["sim 20.00 ?", "a 10.00 2GB", "b 5.00 1GB"], &["b"]);
    }

    #[track_caller]
    fn check_problems(overlay: &str, expected: &[&str]) {
        let problems = overlaid(BASE.as_bytes(), overlay.as_bytes()).unwrap_err();
        let found: Vec<_> = problems.first.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{overlay}");
    }

    #[test]
    fn problems_are_at_their_places_in_the_overlay() {
        check_problems("price\n5\n", &["1:1: -: column-missing column=`id`"]);
        check_problems("id,data,price\na,2GB,x\n", &["2:7: price: amount-form value=`x`"]);
        check_problems(
            "id,price\na,1\na,2\nsim,x\n",
            &["3:1: id: id-twice value=`a` first_line=`2`", "4:5: price: amount-form value=`x`"],
        );
        // The note above takes two lines, also in the merged catalogue.
        check_problems("id,note,price\na,\"x\ny\",1\nsim,,x\n", &["4:6: price: amount-form value=`x`"]);
        // A problem that shows in another row of the line.
        check_problems(
            "id,operator\nsim,p\n",
            &["2:5: operator: line-of-two-operators value=`l` known=`p` first_line=`2`"],
        );
        // A plan of one's own is never left out.
        check_problems(
            "id,data\na,99999999999999TB\n",
            &["2:3: data: volume-too-large value=`99999999999999TB`"],
        );
        check_problems(
            "id,line,price\nb,l,5\n",
            &[
                "2:1: operator: cell-needed column=`operator`",
                "2:1: name: cell-needed column=`name`",
                "2:1: kind: cell-needed column=`kind`",
                "2:1: currency: cell-needed column=`currency`",
            ],
        );
    }

    #[test]
    fn a_problem_of_another_row_is_at_the_row_that_it_names() {
        let (header, rows) = BASE.split_once('\n').unwrap();
        let base = format!("{header}\nx,m,q,X,pass,1,MAD,1GB,1d,s,2026-11,high\n{rows}");
        let problems = overlaid(base.as_bytes(), b"id,price,operator\nx,2,\nsim,,p\n").unwrap_err();
        let expected = "3:6: operator: line-of-two-operators value=`l` known=`p` first_line=`3`";
        assert_eq!(problems.first.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
    }

    #[test]
    fn a_change_of_an_unknown_plan_changes_nothing() {
        let overlaid = overlaid(BASE.as_bytes(), b"id,price\nb,5\na,1\n").unwrap();
        assert_eq!(overlaid.unknown, ["b"]);
        assert_eq!(overlaid.catalogue.plans.len(), 2);
        assert_eq!(overlaid.ids.len(), 1);
    }

    #[test]
    fn rows_are_read_back() {
        let text = "id,price,note\na,12.50,\"seen, at a kiosk\"\n";
        let read = rows(text.as_bytes()).unwrap();
        assert_eq!(written(&read), text);
        assert_eq!(read[0]["note"], "seen, at a kiosk");
    }
}
